"""Strategy: what leads, what shrinks, what stays out, as frozen data with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from resumekit.strategy.emphasis import Value
from resumekit.strategy.situation import Fired, Question
from resumekit.strategy.terms import Term

Format = Literal["chronological", "combination", "functional"]
Treatment = Literal["full", "line"]
Choice = Literal["full", "compressed", "omitted"]


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that fired and the facts that fired it."""

    rule: str
    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Treated:
    """How one role is shown: in full with these achievements, strongest first, or in one line."""

    role: str
    treatment: Treatment
    achievements: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    least: int = 0
    """Fewer achievements than this are never left for the sake of a page."""
    is_old: bool = False
    """Whether it may shrink to one line for the sake of a page."""
    scope: bool = True
    """Whether people, budget and the like are told."""


@dataclass(frozen=True, slots=True)
class Group:
    """A competency of a combination resume and the achievements that show it.

    It is named by the client's `skill`, or by `terms` of the target's field; then `skill` is "".
    """

    skill: str
    achievements: tuple[str, ...]
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A fact left out, why, and what it was worth (0–1), where that was weighed."""

    fact: str
    reason: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Presentation:
    """One honest way to show a short job.

    `gap_months` is the longest hole in the history that it leaves; `why_not` is empty where it is honest and wise.
    `answer` is what to say in the interview: words to be filled from the client's own, never a complaint.
    """

    choice: Choice
    bullets: int
    gap_months: int
    why_not: str
    answer: str


@dataclass(frozen=True, slots=True)
class Integration:
    """The three presentations of one short job, the one advised, and why."""

    role: str
    title: str
    employer: str
    months: int
    gap_if_omitted: int
    relevance: float
    is_current: bool
    advised: Choice
    reason: str
    presentations: tuple[Presentation, ...]
    reminder: str = "An application form that asks for a complete history must have it, whatever the resume shows."


@dataclass(frozen=True, slots=True)
class Strategy:
    """The decisions. Keys of `roles` are role keys in the order they are shown, the newest first."""

    format: Format
    profile: str
    sections: tuple[str, ...]
    roles: Mapping[str, Treated]
    situations: tuple[Fired, ...] = ()
    """What holds, the primary one first."""
    questions: tuple[Question, ...] = ()
    """Answers that are missing, and what each would change."""
    groups: tuple[Group, ...] = ()
    highlights: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    """Credentials that stand before experience and in the profile."""
    post_nominals: tuple[str, ...] = ()
    """Credentials whose short form stands after the name."""
    proofs: tuple[str, ...] = ()
    """The achievements that the profile names, strongest first."""
    bridge: tuple[Term, ...] = ()
    """Words of the target's field for what the client's paid work holds already, for profile and letter."""
    leading_terms: tuple[Term, ...] = ()
    """Words of the target's field that the list of skills opens with."""
    pages: int = 2
    left: tuple[Left, ...] = ()
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[str, ...] = ()
    short_jobs: tuple[Integration, ...] = ()
    parts: Mapping[str, Value] = field(default_factory=dict)
    """What each achievement is worth, part by part."""

    @property
    def values(self) -> Mapping[str, float]:
        """What each achievement is worth, 0 to 1."""
        return {key: part.total for key, part in self.parts.items()}
