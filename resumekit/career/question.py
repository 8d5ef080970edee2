"""What a plan still has to ask: the field to fill in, and the question in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A figure that is missing. `field` is where it goes in the client file: "search.savings"."""

    field: str
    asks: str
