"""SkillMap: what a client's facts show of a framework, what is missing, and every step that led there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from resumekit.errors import UnknownNameError
from resumekit.skills.framework import Competency, Framework, GapAction, Gate, Group, Relation
from resumekit.skills.match import BANDS, Band, Match, Span

Source = Literal["bullet", "credential", "education", "volunteering"]
"""What a competency may accept as evidence."""
Grade = Literal["A", "B", "C", "D"]
"""A: did it, with a result. B: did it. C: did what has the same shape. D: credential or coursework only."""
State = Literal["met", "unmet", "unknown"]


@dataclass(frozen=True, slots=True)
class Factor:
    """One number that strength is made of, between 0 and 1, and why it is what it is."""

    name: Literal["probability", "relation", "result", "scope", "part", "recency", "standing"]
    value: float
    why: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact that shows a competency.

    `holder` is the role, project, seat or programme that it belongs to: coverage counts each holder once. The spans of
    `match` lie in `text`. `strength` is the product of the factors. `via` is the functional competency through which
    an enabling one is shown.
    """

    fact: str
    holder: str
    source: Source
    text: str
    match: Match
    grade: Grade
    factors: tuple[Factor, ...]
    strength: float
    via: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it adds to coverage: a match that is only suggested does not."""
        return self.match.band in ("demonstrated", "partial")

    @property
    def quote(self) -> str:
        """The source phrases as they stand in the text; the whole text where no place of it weighed more."""
        return self.match.quote(self.text) or self.text

    @property
    def said(self) -> str:
        """The part of the text that the source phrases stand in, from action to result whole: a few words of it may
        say nothing to a reader.
        """
        places = _parts(self.text)
        spans = self.match.spans
        hit = [one for one in places if any(span.start < one.end and span.end > one.start for span in spans)]
        return self.text[hit[0].start : hit[-1].end] if hit else self.text


def _parts(text: str) -> list[Span]:
    """The places of what "; " parts: action, result and challenge are joined by it."""
    ends = [match.start() for match in re.finditer("; ", text)]
    return [Span(start, end) for start, end in zip([0, *(end + 2 for end in ends)], [*ends, len(text)], strict=True)]


@dataclass(frozen=True, slots=True)
class CompetencyCoverage:
    """How far a competency is shown.

    `coverage` is 1 - product over holders of (1 - best strength in that holder). `evidence` comes the strongest first,
    and with it what is only suggested and counts for nothing.
    """

    competency: Competency
    coverage: float
    band: Band
    evidence: tuple[Evidence, ...]

    @property
    def counted(self) -> tuple[Evidence, ...]:
        """The evidence that coverage is made of."""
        return tuple(item for item in self.evidence if item.counts)


@dataclass(frozen=True, slots=True)
class AreaCoverage:
    """How far an area is shown, in two ways that answer two questions.

    `coverage` is the weighted mean over all of its competencies: how much of the area is shown. `best` is the one
    competency that is shown best, and `band` is its band: how well anything of the area is shown.
    """

    group: Group
    coverage: float
    best: CompetencyCoverage | None
    band: Band
    competencies: tuple[CompetencyCoverage, ...]


@dataclass(frozen=True, slots=True)
class GateResult:
    """Whether a gate is passed, by which facts, why, what is still to show, and what to ask where the facts do not tell."""

    gate: Gate
    state: State
    why: str
    facts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    ask: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something to do about a competency that is not fully shown. `value` is coverage won per hour, by weight."""

    competency: str
    action: GapAction
    value: float


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask the client; `facts` are those that gave the hint, if any did."""

    competency: str
    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Licence:
    """The right to call what a client did by a word of the target field.

    `phrase` is how the strongest of its facts says it. `usable` without further ado is what is demonstrated, directly
    or under another name; all else waits until the coach confirms it.
    """

    phrase: str
    term: str
    relation: Relation
    competency: str
    facts: tuple[str, ...]
    strength: float
    usable: bool
    confirmed: bool

    @property
    def is_open(self) -> bool:
        """Whether the term may stand on a page."""
        return self.usable or self.confirmed


@dataclass(frozen=True, slots=True)
class SkillMap:
    """What a client's facts show of a framework. Areas come in the framework's order; `voided` says which confirmations
    of terms no longer hold, and why.
    """

    framework: Framework
    as_of: date | None
    areas: tuple[AreaCoverage, ...]
    gates: tuple[GateResult, ...]
    gaps: tuple[Gap, ...]
    questions: tuple[Question, ...]
    licences: tuple[Licence, ...]
    voided: tuple[str, ...] = ()

    @property
    def competencies(self) -> Iterator[CompetencyCoverage]:
        """Every competency, area by area."""
        return (item for area in self.areas for item in area.competencies)

    @property
    def steps(self) -> tuple[Gap, ...]:
        """What the client can do, the best use of an hour first."""
        return tuple(gap for gap in self.gaps if gap.action.kind != "ask")

    @property
    def asks(self) -> tuple[Gap, ...]:
        """What the coach can bring out by asking, before the client does anything; the most telling first."""
        return tuple(gap for gap in self.gaps if gap.action.kind == "ask")

    def competency(self, name: str) -> CompetencyCoverage:
        """That of the competency with this id. Raises UnknownNameError."""
        found = {item.competency.id: item for item in self.competencies}
        if name not in found:
            raise UnknownNameError("competency", name, found)
        return found[name]

    def terms(self, *, confirmed_only: bool = True) -> tuple[str, ...]:
        """The target field's words that the facts license, each once, the best shown first.

        With `confirmed_only`, those that may stand on a page now; without, also those that wait for the coach.
        """
        return tuple(dict.fromkeys(item.term for item in self.licences if item.is_open or not confirmed_only))


def weaker(one: Band, other: Band) -> Band:
    """The weaker of two bands."""
    return max(one, other, key=BANDS.index)
