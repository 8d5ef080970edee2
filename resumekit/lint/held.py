"""Held: a value as a cache's key, by its identity."""

from __future__ import annotations

from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Held(Generic[Kept]):
    """What a cache holds by its identity: two Resumes that say the same need not be compared."""

    def __init__(self, value: Kept) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and other.value is self.value
