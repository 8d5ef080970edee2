"""The marker words of the full client: which must print, which never, and which may."""

from __future__ import annotations

import re
from pathlib import Path

FULL = Path(__file__).parent / "full.yaml"
"""The client file, with its posting beside it."""

_MARKER = re.compile(r"(?:Pr|No|Op)\d{3}[A-Za-z]+")


def markers(text: str) -> tuple[str, ...]:
    """Every marker word in the text, in order."""
    return tuple(_MARKER.findall(text))


def printing() -> tuple[str, ...]:
    """Markers that a resume for the target `full` must show, in every theme and format."""
    return _of_file("Pr")


def never() -> tuple[str, ...]:
    """Markers that no document for anybody but the coach may show."""
    return _of_file("No")


def _of_file(prefix: str) -> tuple[str, ...]:
    # A marker may stand in two places (a skill, and the achievement that shows it): told once.
    text = FULL.read_text(encoding="utf-8") + FULL.with_name("posting.txt").read_text(encoding="utf-8")
    return tuple(dict.fromkeys(word for word in markers(text) if word.startswith(prefix)))
