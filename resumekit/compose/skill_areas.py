"""An area of a map on the page: its competencies with their evidence, the words that spoke for each marked."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.compose.holder import Holders
from resumekit.compose.report import labelled, note, table
from resumekit.compose.skill_words import BANDS, factors, strength
from resumekit.document.block import Block, Paragraph
from resumekit.document.line import Line, Source, Span
from resumekit.skills.skill_map import AreaCoverage, CompetencyCoverage, Evidence, SkillMap

MOST_HINTS = 1
"""Hints shown of a competency that nothing counts for: one is enough to ask about, and leaves room."""
_HEADER = ("Competency", "In the client’s words", "Where", "Grade", "Strength, and why")
_Row = tuple[Line, ...]


def area_blocks(area: AreaCoverage, skill_map: SkillMap, holders: Holders) -> Iterator[Block]:
    """What is shown of an area, competency by competency, and at its end the names of what is not."""
    source = Source("data", skill_map.framework.id)
    if area.group.description:
        yield note(area.group.description, source)
    rows = [row for item in area.competencies for row in _rows(item, holders, source)]
    if rows:
        yield table(_HEADER, rows, source)
    for item in area.competencies:
        yield from _hints(item, holders)
        if through := _through(item, skill_map):
            yield through
    silent = [item.competency.name for item in area.competencies if not item.evidence]
    if silent:
        yield labelled(BANDS["gap"], f"{'; '.join(silent)}.", source)


def _rows(item: CompetencyCoverage, holders: Holders, source: Source) -> Iterator[_Row]:
    """A row for each fact that counts."""
    name = Line.of([Span(item.competency.name, strong=True), f": {BANDS[item.band].lower()}"], source)
    shown = [evidence for evidence in item.counted if evidence.via is None]
    for number, evidence in enumerate(shown):
        yield (name if number == 0 else Line.of("", source), *_row(evidence, holders))


def _row(evidence: Evidence, holders: Holders) -> _Row:
    source = Source.fact(evidence.fact)
    holder = holders.of(evidence)
    return (
        Line.of(marked(evidence), source),
        Line.of(holder.text, Source.fact(holder.fact)),
        Line.of(evidence.grade, source),
        Line.of(f"{strength(evidence)}: {factors(evidence, less_only=True)}", source),
    )


def _hints(item: CompetencyCoverage, holders: Holders) -> Iterator[Paragraph]:
    """The likeliest hint, in a line, where nothing counts."""
    if item.counted:
        return
    for evidence in [one for one in item.evidence if one.via is None][:MOST_HINTS]:
        holder = holders.of(evidence)
        told: list[Span | str] = [
            Span(f"{item.competency.name},", style="label"),
            f" {BANDS[item.band].lower()}: “",
            *marked(evidence),
            f"” ({holder.text}).",
        ]
        yield Paragraph(Line.of(told, Source.fact(evidence.fact), Source.fact(holder.fact)), "line")


def marked(evidence: Evidence) -> list[Span]:
    """The client's own sentence, the words that spoke for the competency strong."""
    text, spans, done = evidence.text, [], 0
    for place in evidence.match.spans:
        spans += [Span(text[done : place.start]), Span(text[place.start : place.end], strong=True)]
        done = place.end
    return [*spans, Span(text[done:])]


def _through(item: CompetencyCoverage, skill_map: SkillMap) -> Paragraph | None:
    """An enabling competency by the functional ones that show it, each with how many facts."""
    facts: dict[str, set[str]] = {}
    for evidence in item.counted or item.evidence:
        if evidence.via:
            facts.setdefault(evidence.via, set()).add(evidence.fact)
    if not facts:
        return None
    names = skill_map.framework.by_id
    told = [f"{names[via].name} ({len(keys)} fact{'' if len(keys) == 1 else 's'})" for via, keys in facts.items()]
    sources = (Source.fact(key) for keys in facts.values() for key in sorted(keys))
    label = f"{item.competency.name}, {BANDS[item.band].lower()}, through"
    return labelled(label, f"{'; '.join(told)}.", *sources)
