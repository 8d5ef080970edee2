"""A map as a terminal shows it: bars by area, evidence with its words marked, and what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from resumekit.cli import screen
from resumekit.compose.holder import Holders
from resumekit.compose.skill_words import (
    BANDS,
    KINDS,
    RELATIONS,
    STATES,
    counted,
    factors,
    first_asks,
    first_steps,
    hours,
    strength,
    told_counts,
)
from resumekit.text.locale import load_locale

if TYPE_CHECKING:
    from resumekit.model.resume import Resume
    from resumekit.skills.match import Band
    from resumekit.skills.skill_map import AreaCoverage, CompetencyCoverage, Evidence, SkillMap

MOST_STEPS, MOST_ASKS, MOST_WORDS, MOST_HINTS = 8, 4, 12, 2
MOST_SAID = 60
"""Letters quoted of what licenses a word."""
_COLOURS: dict[Band, str] = {"demonstrated": "green", "partial": "cyan", "suggested": "yellow", "gap": "red"}
_BLOCKS: dict[Band, str] = {"demonstrated": "█", "partial": "▓", "suggested": "░", "gap": "·"}
_LETTERS: dict[Band, str] = {"demonstrated": "#", "partial": "=", "suggested": "-", "gap": "."}
_STATE_COLOURS = {"met": "green", "unmet": "red", "unknown": "yellow"}


@dataclass(frozen=True, slots=True)
class Terminal:
    """What standard output can show. Without colours, marked words stand between signs."""

    colours: bool
    wide: bool

    @classmethod
    def of(cls) -> Terminal:
        """The one that this process writes to."""
        colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        return cls(colours, "utf" in (getattr(sys.stdout, "encoding", None) or "").lower())

    def mark(self, words: str) -> str:
        """Words that spoke for a competency."""
        if self.colours:
            return click.style(words, bold=True)
        return f"«{words}»" if self.wide else f"*{words}*"

    def bar(self, area: AreaCoverage) -> str:
        """A sign for each competency of an area, the best shown first."""
        signs = _BLOCKS if self.wide else _LETTERS
        return "".join(
            click.style(signs[band] * count, fg=_COLOURS[band]) for band, count in counted(area).items() if count
        )


def map_lines(skill_map: SkillMap, why: str, resume: Resume, terminal: Terminal) -> Iterator[str]:
    """All of it: coverage, evidence by area, conditions, steps, questions and words."""
    framework = skill_map.framework
    edition = f", edition {framework.edition}" if framework.edition else ""
    yield f"{_bold(framework.name)} ({framework.id}{edition}): {why}"
    yield f"seen from {skill_map.as_of}" if skill_map.as_of else "seen from no day in particular; give one with --as-of"
    yield ""
    yield from _bars(skill_map, terminal)
    if not framework.competencies:
        yield f"{framework.id} has no competencies yet, so that nothing can be shown; write some below 'competencies:'"
        return
    if not any(item.evidence for item in skill_map.competencies):
        yield ""
        yield "No fact is evidence for this framework. Ask the questions below, write the answers down as achievements of"
        yield "a role, and map again; or look at another framework: resumekit frameworks list"
    shown = [area for area in skill_map.areas if any(item.evidence for item in area.competencies)]
    yield from area_lines(skill_map, shown, resume, terminal)
    yield from _gates(skill_map)
    yield from _steps(skill_map)
    yield from _questions(skill_map)
    yield from _words(skill_map)


def _bold(words: str) -> str:
    return click.style(words, bold=True)


def _banded(band: Band) -> str:
    return click.style(BANDS[band].lower(), fg=_COLOURS[band])


def _bars(skill_map: SkillMap, terminal: Terminal) -> Iterator[str]:
    areas = [area for area in skill_map.areas if area.competencies]
    width = max((len(area.group.name) for area in areas), default=0)
    most = max((len(area.competencies) for area in areas), default=0)
    for area in areas:
        gap = " " * (most - len(area.competencies))
        yield f"  {area.group.name:{width}}  {terminal.bar(area)}{gap}  {told_counts(area)}"
    yield (
        click.style(f"  one sign is one competency; see one area with --area {areas[0].group.id}", dim=True)
        if areas
        else ""
    )


def area_lines(skill_map: SkillMap, areas: Iterable[AreaCoverage], resume: Resume, terminal: Terminal) -> Iterator[str]:
    """The evidence of areas, competency by competency, and the names of what nothing speaks for."""
    holders = Holders(resume, load_locale("en-CA"))
    for area in areas:
        yield ""
        yield f"{_bold(area.group.name)}: {_banded(area.band)}"
        for item in area.competencies:
            if item.evidence:
                yield from _competency(item, skill_map, holders, terminal)
        if silent := [item.competency.name for item in area.competencies if not item.evidence]:
            yield f"  {_banded('gap')}: {'; '.join(silent)}"


def _competency(item: CompetencyCoverage, skill_map: SkillMap, holders: Holders, terminal: Terminal) -> Iterator[str]:
    yield f"  {item.competency.name}: {_banded(item.band)}"
    own = [evidence for evidence in item.evidence if evidence.via is None and evidence.counts]
    for evidence in own:
        yield f"    {evidence.grade} {strength(evidence)}  {marked(evidence, terminal)}"
        yield click.style(
            f"            {holders.of(evidence).text}; {factors(evidence, less_only=True)} [{evidence.fact}]", dim=True
        )
    names = skill_map.framework.by_id
    if through := dict.fromkeys(names[one.via].name for one in item.counted or item.evidence if one.via):
        yield f"    through {'; '.join(through)}{'' if item.counted else ', only a hint itself'}"
    if not item.counted:
        for evidence in [one for one in item.evidence if one.via is None][:MOST_HINTS]:
            yield f"    only a hint  {marked(evidence, terminal)} [{evidence.fact}]"


def marked(evidence: Evidence, terminal: Terminal) -> str:
    """The client's own words, those that spoke for the competency marked."""
    text, out, done = evidence.text, "", 0
    for span in evidence.match.spans:
        out += text[done : span.start] + terminal.mark(text[span.start : span.end])
        done = span.end
    return " ".join((out + text[done:]).split())


def _gates(skill_map: SkillMap) -> Iterator[str]:
    if not skill_map.gates:
        return
    yield ""
    yield _bold("conditions, which papers alone fill")
    for result in skill_map.gates:
        state = click.style(f"{STATES[result.state].lower():9}", fg=_STATE_COLOURS[result.state])
        facts = f" [{', '.join(result.facts)}]" if result.facts else ""
        yield f"  {state}  {result.gate.name}: {result.why}{facts}"
        if result.ask:
            yield click.style(f"             ask: {result.ask}", dim=True)


def _steps(skill_map: SkillMap) -> Iterator[str]:
    if not skill_map.steps:
        return
    names = skill_map.framework.by_id
    yield ""
    yield _bold("what to do next, the best use of an hour first")
    steps = first_steps(skill_map, MOST_STEPS)
    for gap in steps:
        yield f"  {KINDS[gap.action.kind]}, {hours(gap.action.effort)}: {gap.action.title}"
        yield click.style(f"      for {names[gap.competency].name}", dim=True)
    yield from _rest(len(skill_map.steps) - len(steps))


def _questions(skill_map: SkillMap) -> Iterator[str]:
    if skill_map.questions:
        yield ""
        yield _bold("questions to ask the client")
        yield from (f"  - {question.text}" for question in skill_map.questions)
    if asks := first_asks(skill_map, MOST_ASKS):
        yield ""
        yield _bold("for the coach to bring up, before the client takes on any work")
        yield from (f"  - {gap.action.title}" for gap in asks)
        yield from _rest(len(skill_map.asks) - len(asks))


def _words(skill_map: SkillMap) -> Iterator[str]:
    if not skill_map.licences:
        return
    yield ""
    yield _bold("words of the target field")
    rows = [
        (
            "  may be used" if item.usable else "  confirmed" if item.confirmed else "  waits",
            item.term,
            f"“{shorten(item.phrase, MOST_SAID, placeholder=' …')}”",
            RELATIONS[item.relation],
        )
        for item in skill_map.licences[:MOST_WORDS]
    ]
    yield from screen.table(rows)
    yield from _rest(len(skill_map.licences) - MOST_WORDS)
    if waiting := next((item for item in skill_map.licences if not item.is_open), None):
        yield click.style(f"  to let one be used: --confirm {_quoted(waiting.term)} --on 2026-10-01", dim=True)
    for text in skill_map.voided:
        yield f"  holds no longer: {text}"


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words


def _rest(count: int) -> Iterator[str]:
    if count > 0:
        yield click.style(f"  and {count} more; --format json lists every one", dim=True)
