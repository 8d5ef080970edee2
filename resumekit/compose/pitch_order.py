"""The order in which an opening tells the past, and how each deed follows the one before; the same in every language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumekit.compose.pitch_parts import Standing
from resumekit.compose.story_facts import Told
from resumekit.document.line import Source


@dataclass(frozen=True, slots=True)
class Joint:
    """A deed and what was named before it."""

    told: Told
    named: str
    """The key of the role, project or volunteering that was named last; "" where none was."""
    is_before: bool
    """Whether its own was over when that one began."""
    steps: int
    """How many such steps back were taken already."""

    @property
    def is_same(self) -> bool:
        """Whether it belongs to what was named last."""
        return self.told.holder.key == self.named

    @property
    def sources(self) -> tuple[Source, ...]:
        """The deed, and where it was done."""
        told = self.told
        employer = (Source.fact(told.employer.key),) if told.employer else ()
        return Source.fact(told.key), Source.fact(told.holder.key), *employer


def in_order(standing: Standing, chosen: Sequence[Told]) -> Iterator[Joint]:
    """The chosen deeds by role: the one named before first, then the newer; a student's as they were chosen."""
    named = standing.best.role.key if standing.best and not standing.is_student else ""
    first, start = [told.holder.key for told in chosen], named

    def place(told: Told) -> tuple[bool, int]:
        return told.holder.key != start, first.index(told.holder.key) if standing.is_student else told.place

    steps = 0
    for told in sorted(chosen, key=place):
        before = told.holder.key != named and _was_before(standing, told, named)
        yield Joint(told, named, before, steps)
        steps += before
        named = told.holder.key


def _was_before(standing: Standing, told: Told, named: str) -> bool:
    this, other = standing.of(told.holder.key), standing.of(named)
    return bool(this and other and this.end is not None and other.start is not None and this.end <= other.start + 1)
