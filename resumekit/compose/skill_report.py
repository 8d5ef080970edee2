"""The report on experience: what a client's facts show of a framework, line by line, for coach and client."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.compose.basis import DOCUMENTS, Basis
from resumekit.compose.holder import Holders
from resumekit.compose.report import (
    LANGUAGE,
    labelled,
    long_day,
    note,
    paragraph,
    points,
    report,
    section,
    short_day,
    stem_of,
)
from resumekit.compose.skill_areas import area_blocks
from resumekit.compose.skill_chart import coverage_chart
from resumekit.compose.skill_steps import gap_blocks, gate_blocks, licence_blocks, question_blocks
from resumekit.compose.skill_words import BANDS, GRADES, STATES, hours
from resumekit.document.block import Block, Document, Section
from resumekit.document.line import Source
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.sections.context import joined, name_of
from resumekit.skills.match import Band
from resumekit.skills.skill_map import SkillMap
from resumekit.text.locale import load_locale
from resumekit.themes.theme import Theme


@DOCUMENTS.add("skills")
def compose_skills(basis: Basis) -> Document:
    """The report of the target's framework; without sections where the target has none."""
    target, resume, skill_map = basis.context.target, basis.context.resume, basis.skill_map
    stem = f"{basis.resume.file_stem}-Experience"
    if skill_map is None:
        return report(title="Experience", subtitle="", author=name_of(resume.person), stem=stem, sections=[])
    return compose_skill_report(
        skill_map, resume, target=target, theme=basis.theme, stem=stem, paper=basis.resume.paper
    )


def compose_skill_report(
    skill_map: SkillMap,
    resume: Resume,
    *,
    target: Target | None = None,
    theme: Theme,
    stem: str = "Experience",
    paper: str = "letter",
) -> Document:
    """A page that sums up, the evidence by area, what to do and ask next, and how to read it; the chart in the theme's
    colours.
    """
    holders = Holders(resume, load_locale(LANGUAGE))
    name = name_of(resume.person)
    areas = [
        section(f"area-{area.group.id}", area.group.name, area_blocks(area, skill_map, holders))
        for area in skill_map.areas
        if area.competencies
    ]
    return report(
        title=f"Experience of {name}",
        subtitle=joined([f"set against {skill_map.framework.name}", target.role if target else None], ", for "),
        author=name,
        stem=stem,
        paper=paper,
        sections=[
            _summary(skill_map, target, theme),
            *areas,
            section("gaps", "What to Do Next", gap_blocks(skill_map)),
            section("gates", "Conditions to Be Met", gate_blocks(skill_map, resume)),
            section("questions", "Questions to Ask", question_blocks(skill_map)),
            section("words", "Words of the Target Field", licence_blocks(skill_map, holders)),
            _reading(skill_map),
        ],
    )


def report_stem(resume: Resume, target: Target | None) -> str:
    """First-Last-Title-Experience."""
    return stem_of(name_of(resume.person), target.role if target else None, kind="Experience")


def _summary(skill_map: SkillMap, target: Target | None, theme: Theme) -> Section:
    framework = skill_map.framework
    source = Source("data", framework.id)
    edition = joined(
        [
            framework.name,
            f"edition {framework.edition}" if framework.edition else None,
            f"version {framework.version}",
            f"as of {short_day(framework.as_of)}" if framework.as_of else None,
        ]
    )
    facts = [
        ("Framework", edition, source),
        ("Target", joined([target.role, target.employer]) if target else "", _of(target, source)),
        ("Seen from", long_day(skill_map.as_of) if skill_map.as_of else "no day stated", source),
        ("Conditions", _gates(skill_map), source),
    ]
    blocks: list[Block] = [labelled(label, text, of) for label, text, of in facts if text]
    blocks += [paragraph(text, source) for text in _told(skill_map)]
    if any(area.competencies for area in skill_map.areas):
        blocks.append(coverage_chart(skill_map, theme))
    return section("summary", "Summary", blocks)


def _of(target: Target | None, source: Source) -> Source:
    return Source.fact(target.key) if target else source


def _gates(skill_map: SkillMap) -> str:
    counts = [(words, sum(gate.state == state for gate in skill_map.gates)) for state, words in STATES.items()]
    return ", ".join(f"{count} {words.lower()}" for words, count in counts if count)


def _told(skill_map: SkillMap) -> Iterator[str]:
    """The map in three sentences: what is shown, what is not, and where to begin."""
    functional = [area for area in skill_map.areas if area.group.kind == "functional" and area.competencies]
    if not any(item.counted for item in skill_map.competencies):
        yield (
            "Nothing that the facts tell is evidence for this framework yet. Ask the questions below, write the answers "
            "down as achievements, and map again."
        )
        return
    shown = {band: [area.group.name for area in functional if area.band == band] for band in BANDS}
    yield " ".join(_sentence(band, names, len(functional)) for band, names in shown.items() if names)
    if skill_map.steps:
        first = skill_map.steps[0]
        competency = skill_map.framework.by_id[first.competency].name
        yield f"Begin with: {first.action.title.rstrip('.')} (for {competency}; about {hours(first.action.effort)})."


_SENTENCES: dict[Band, str] = {
    "demonstrated": "Demonstrated in {count} of {all} areas: {names}.",
    "partial": "In part: {names}.",
    "suggested": "Hinted at, to be confirmed: {names}.",
    "gap": "Not yet: {names}.",
}


def _sentence(band: Band, names: list[str], everything: int) -> str:
    return _SENTENCES[band].format(count=len(names), all=everything, names="; ".join(names))


def _reading(skill_map: SkillMap) -> Section:
    source = Source("data", skill_map.framework.id)
    bands = (
        "Demonstrated: a deed of the client’s, told in the client’s own words, is this competency by itself or under "
        "another name. In part: it is near, or only a credential or coursework speaks for it. Hinted at: a reading "
        "that counts for nothing until the client confirms it. Not yet: no fact speaks for it, which does not say "
        "that the client cannot do it."
    )
    how = (
        "The words in bold are those that spoke for the competency. How much a line counts is how sure the reading is, "
        "times how near the deed is to the competency, times its result, scope, part and age. Lines of one role count "
        "once, so that ten bullets say no more than the best of them; a second role adds to the first."
    )
    grades = "Grades: " + "; ".join(f"{grade}, {words}" for grade, words in GRADES.items()) + "."
    limits = (
        "There is no score that sums up a person, and this report has none. It is a reading of what the facts say, made "
        "by a program and checked by the coach. It is no assessment by a professional body, and opens no door that an "
        "examination or a course of study opens: those stand apart, under Conditions to Be Met."
    )
    blocks = points((bands, how, grades, limits), source)
    if framework_note := _sources(skill_map):
        blocks.append(note(framework_note, source))
    return section("reading", "How to Read This", blocks)


def _sources(skill_map: SkillMap) -> str:
    framework = skill_map.framework
    names = "; ".join(source.name for source in framework.sources)
    return joined([f"Sources of the framework: {names}." if names else None, _licence(framework.licence)], " ")


def _licence(text: str | None) -> str | None:
    return f"Licence: {text.rstrip('.')}." if text else None
