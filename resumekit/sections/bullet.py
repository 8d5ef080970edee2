"""Bullet: one achievement as one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.document.line import Line, Source, Span
from resumekit.model.achievement import Achievement
from resumekit.text.deed import Deed, capitalized, cleaned
from resumekit.text.english import compose_english
from resumekit.text.french import compose_french
from resumekit.text.locale import Locale

# X%, $X, [X], XX weeks, TBD, ???: what the coach is still to fill in. A lone X inside a name ("Model X") is none.
_PLACEHOLDER = re.compile(
    r"\$?\[[^\[\]]{0,40}\](?:\s?%)?|\bX{1,4}\s?%|[$€£]\s?X{1,4}\b|\bX{2,4}\b|\bTBD\b|\bTBC\b|\?{2,}|(?<=\bfrom )X\b|(?<=\bto )X\b"
)


def compose_bullet(achievement: Achievement, *, current: bool, locale: Locale) -> Line:
    """The achievement as a line that cites it: its own text when there is one, else composed from what it states.

    A current role tells in the present tense what is still going on; all else is past. Every figure of a composed
    line stands in the achievement, or is the percentage between two that do.
    """
    if achievement.text:
        words = cleaned(achievement.text)
    else:
        deed = Deed(
            cleaned(achievement.action),
            cleaned(achievement.result),
            cleaned(achievement.challenge),
            achievement.measures,
            contributed=achievement.part == "contributed",
            present=current and achievement.ongoing,
            lead=achievement.lead_with,
        )
        compose = compose_french if locale.language == "fr" else compose_english
        words = re.sub(" {2,}", " ", capitalized(compose(deed, locale))).strip(" ")
    return Line.of(spans_of(words), Source.fact(achievement.key))


def spans_of(text: str) -> Iterator[Span]:
    """The text as spans, what is still to be filled in marked as a placeholder."""
    done = 0
    for match in _PLACEHOLDER.finditer(text):
        yield Span(text[done : match.start()])
        yield Span(match[0], style="placeholder")
        done = match.end()
    yield Span(text[done:])
