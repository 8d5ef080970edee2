"""Stories for an interview: cards made of achievements, and which of them answers which requirement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Story:
    """One card: an achievement told in 90 to 120 seconds. Parts are sentences; "" where the facts are silent."""

    number: int
    fact: str
    """The key of the achievement."""
    role: str
    """The key of the role, project or volunteering that it belongs to."""
    headline: str
    """The result first, as it is said aloud."""
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    tags: tuple[str, ...] = ()
    """Names of the competencies it shows."""
    confirmed: bool = True
    homework: tuple[str, ...] = ()
    """What the client has to add before the story can be told whole."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What the interviewer looks for: a requirement of the posting or, without one, a competency of the field."""

    text: str
    kind: Literal["must", "nice", "competency"]
    facts: tuple[str, ...] = ()
    """Keys of the facts that answer it, the best first."""
    requirement: int | None = None
    """Its place among the posting's requirements."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A requirement and the story that answers it; None where none does, which is homework."""

    demand: Demand
    story: int | None
    """The story's number."""
    spare: tuple[int, ...] = ()
    """Other stories that would do."""
