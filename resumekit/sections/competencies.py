"""Core competencies: the skills, in short labelled lines or one flowing line."""

from __future__ import annotations

from resumekit.document.block import Paragraph, Section
from resumekit.document.line import Line, Source, Span
from resumekit.model.credential import Skill
from resumekit.sections.context import Context, name_of
from resumekit.sections.registry import SECTIONS
from resumekit.sections.terms import term_sources
from resumekit.text.deed import capitalized

SEPARATOR = " · "


@SECTIONS.add("competencies")
def competencies(context: Context) -> Section | None:
    """Skills with a group, and groups with terms, each on a line with its label; the others flow on one line first.

    That line opens with the words of the target's field that the facts license.
    """
    by_key = {skill.key: skill for skill in context.resume.skills}
    skills = context.shown(by_key[key] for key in context.strategy.competencies)
    single = [skill for skill in skills if not skill.group and not skill.terms]
    groups: dict[str, list[Skill]] = {}
    for skill in skills:
        if skill.group or skill.terms:
            groups.setdefault(skill.group or _term(skill), []).append(skill)
    blocks = []
    leading = context.strategy.leading_terms
    if leading or single:
        text = SEPARATOR.join([*(capitalized(term.text) for term in leading), *(_term(skill) for skill in single)])
        sources = (*term_sources(leading), *(Source.fact(skill.key) for skill in single))
        blocks.append(Paragraph(Line.of(text, *sources), "line"))
    for label, members in groups.items():
        terms = [term for skill in members for term in _terms(skill)]
        spans = [Span(context.label("line.label", label=label), style="label"), Span(" " + ", ".join(terms))]
        blocks.append(Paragraph(Line.of(spans, *(Source.fact(skill.key) for skill in members)), "line"))
    return context.section("competencies", blocks)


def _term(skill: Skill) -> str:
    return f"{name_of(skill)} ({skill.level})" if skill.level else name_of(skill)


def _terms(skill: Skill) -> list[str]:
    """What a skill adds to its group's line."""
    if not skill.terms:
        return [_term(skill)]
    if skill.group and not skill.confidential:
        return [f"{_term(skill)} ({', '.join(skill.terms)})"]
    return list(skill.terms)
