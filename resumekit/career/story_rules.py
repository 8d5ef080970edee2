"""How stories and the opening are told: lengths, shares of time, and the questions where the facts are silent."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from resumekit.career.french_telling import FrenchTelling
from resumekit.career.tables import exact, read_part
from resumekit.text.tables import DataTable

PartName = Literal["situation", "task", "action", "result"]
SlotName = Literal["skills", "knowledge", "talents", "strengths", "attributes", "reputation", "proof"]
Count = Annotated[int, Field(ge=1, le=1000)]

PARTS: tuple[PartName, ...] = ("situation", "task", "action", "result")
"""The parts of a story, in the order they are told."""
SLOTS: tuple[SlotName, ...] = ("skills", "knowledge", "talents", "strengths", "attributes", "reputation", "proof")
"""The seven selling slots."""


class Ask(DataTable):
    """What is asked where a story lacks something."""

    situation: Annotated[tuple[str, ...], Field(min_length=1)]
    split: Annotated[tuple[str, ...], Field(min_length=1)]
    steps: str
    result: str
    measure: str
    part: str
    confirm: str
    estimate: str


class AskPitch(DataTable):
    """What is asked where the opening lacks something."""

    role: str
    past: str
    reason: str
    other: str
    employer: str
    scope: str
    short: str


class AskDemand(DataTable):
    """What is asked where no story answers a requirement."""

    missing: str


class SlotRule(DataTable):
    """One selling slot: its name, what it holds, and what is asked where it is empty."""

    label: str
    says: str
    ask: str


class Advice(DataTable):
    """Standing words above each part."""

    pitch: str
    stories: str
    matrix: str
    slots: str


class TellingRules(DataTable):
    """Every number and standing word of stories, slots and the opening."""

    fewest_cards: Count
    most_cards: Count
    most_uses: Count
    most_demands: Count
    seconds: tuple[Count, Count]
    pitch_seconds: Count
    pitch_words: tuple[Count, Count]
    positioning_words: Count
    share: dict[PartName, Annotated[float, Field(ge=0, le=1)]]
    ask: Ask
    ask_pitch: AskPitch
    ask_demand: AskDemand
    slot: dict[SlotName, SlotRule]
    advice: Advice
    fr: FrenchTelling
    """What is said aloud by a client whose facts are French."""

    def part_seconds(self, part: PartName) -> tuple[int, int]:
        """How long a part of a story takes, from and to, in whole seconds, a half rounded up."""
        share = exact(self.share[part])
        least, most = (int(share * whole + Fraction(1, 2)) for whole in self.seconds)
        return least, most


def telling_rules(paths: Iterable[str | Path] = ()) -> TellingRules:
    """The rules that ship, with a coach's own over them. Raises ResumekitError for a file that cannot be used."""
    return read_part("stories", TellingRules, paths)
