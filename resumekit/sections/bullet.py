"""Bullet: one achievement as one line."""

from __future__ import annotations

from resumekit.document.line import Line, Source, Span
from resumekit.model.achievement import Achievement
from resumekit.text.locale import Locale


def compose_bullet(achievement: Achievement, *, current: bool, locale: Locale) -> Line:
    """The achievement as a line: its own text when there is one, else composed from what it states."""
    words = achievement.text or " by ".join(part for part in (achievement.result, achievement.action) if part)
    return Line.of(Span(" ".join(words.split()).rstrip(".")), Source.fact(achievement.key))
