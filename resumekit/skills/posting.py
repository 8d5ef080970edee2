"""Posting: what a job posting asks for and tells, every phrase with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from resumekit.skills.match import Span

SectionKind = Literal["duties", "must", "nice", "pay", "about", "boilerplate", "other"]
Need = Literal["must", "nice"]
RequirementKind = Literal[
    "years", "credential", "education", "language", "eligibility", "driving", "availability", "tool", "skill"
]
Basis = Literal["S", "J"]
"""S: a source says so. J: our own judgement."""


@dataclass(frozen=True, slots=True)
class Item:
    """A point or sentence of a posting, with the section it stands in. A point may run over several lines."""

    text: str
    span: Span
    section: SectionKind
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that is asked for, in the posting's own words.

    `alternatives` are the ways to fill it ("CPHR or CHRP": two), each in the posting's words; one where there is no
    "or". `years` and `subject` are for kind years: how many, of what. `names` are what was recognized: the short names
    of credentials, the languages, the tools. `level` is for education, from 1 (secondary school) to 5 (doctorate).
    """

    phrase: str
    span: Span
    kind: RequirementKind
    need: Need
    alternatives: tuple[str, ...] = ()
    years: float | None = None
    subject: str = ""
    names: tuple[str, ...] = ()
    level: int | None = None


@dataclass(frozen=True, slots=True)
class KnockOut:
    """A question with a yes or no that a portal would ask; `requirement` is its place among the requirements."""

    question: str
    requirement: int


@dataclass(frozen=True, slots=True)
class Pay:
    """What the job pays. `low` is None for "up to"; `high` is None for "from", and equal to `low` for one figure."""

    low: Decimal | None
    high: Decimal | None
    period: Literal["hour", "day", "week", "two weeks", "month", "year"]
    currency: str
    span: Span
    period_stated: bool = True


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a posting should say, or should not. `span` is None for what is not there."""

    code: str
    text: str
    basis: Basis
    source: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """A posting as it was read. `text` is what every span counts in.

    `language` is "en" or "fr"; `notes` say what was not read, and why. `region` is the two letters of a province.
    """

    text: str
    title: str
    employer: str
    language: str
    region: str
    items: tuple[Item, ...]
    requirements: tuple[Requirement, ...]
    knock_outs: tuple[KnockOut, ...]
    pay: tuple[Pay, ...] = ()
    flags: tuple[Flag, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def duties(self) -> tuple[Item, ...]:
        """What the job holder will do."""
        return tuple(item for item in self.items if item.section == "duties")

    def quote(self, span: Span) -> str:
        """The words of a span on one line."""
        return " ".join(self.text[span.start : span.end].split())
