"""Relevant achievements: what transfers, grouped by competency, with the employer it was shown at."""

from __future__ import annotations

from resumekit.document.block import Entry, Section
from resumekit.document.line import Line, Source
from resumekit.sections.context import Context, name_of
from resumekit.sections.highlights import employer_bullets, past_bullet, told_where
from resumekit.sections.registry import SECTIONS
from resumekit.sections.terms import group_title
from resumekit.strategy.strategy import Group


@SECTIONS.add("evidence")
def evidence(context: Context) -> Section | None:
    """One entry for each group of the strategy."""
    entries = [_entry(context, group) for group in context.strategy.groups]
    return context.section("evidence", [entry for entry in entries if entry.bullets])


def _entry(context: Context, group: Group) -> Entry:
    """The employer stands once above the bullets when it is the same for all of them, else behind each."""
    title = _title(context, group)
    told = told_where(context, group.achievements)
    employers = {employer.key: employer for employer, _ in told}
    if len(employers) != 1:
        return Entry(title=title, bullets=employer_bullets(context, group.achievements))
    ((key, employer),) = employers.items()
    name = name_of(employer)
    return Entry(
        title=title,
        organization=Line.of(name, Source.fact(key, "employer")) if name else None,
        bullets=tuple(line for _, achievement in told if (line := past_bullet(context, achievement))),
    )


def _title(context: Context, group: Group) -> Line:
    if group.terms:
        text, sources = group_title(context, group)
        return Line.of(text, *sources)
    skill = next(skill for skill in context.resume.skills if skill.key == group.skill)
    return Line.of(skill.group or name_of(skill), Source.fact(group.skill))
