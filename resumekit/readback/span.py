"""Dates in running text, English and French: where a span stands, and its ends in the form of a client file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan janvier janv", "february feb febr fevrier fevr fev", "march mar mars", "april apr avril avr",
            "may mai", "june jun juin", "july jul juillet juil", "august aug aout", "september sept sep septembre",
            "october oct octobre", "november nov novembre", "december dec decembre",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_SEASONS = {
    "winter": "winter", "hiver": "winter", "spring": "spring", "printemps": "spring", "summer": "summer",
    "ete": "summer", "fall": "fall", "autumn": "fall", "automne": "fall",
}  # fmt: skip
_NOW = (
    r"present|now|current|currently|today|ongoing|to date|date|actuel|actuelle|aujourd'hui|aujourd’hui|en cours|"
    r"maintenant|ce jour"
)
_NAMES = "|".join(sorted({*_MONTHS, *_SEASONS}, key=len, reverse=True))
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_POINT = (
    rf"(?:(?:(?:0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th)?\s+)?(?:{_NAMES})\b\.?,?\s*(?:\d{{1,2}},\s*)?(?:de\s+)?['’]?(?:{_YEAR}|(?<=['’])\d{{2}})"
    rf"|(?:0?[1-9]|1[0-2])\s?[/.]\s?{_YEAR}|{_YEAR}[-/.](?:0[1-9]|1[0-2])(?:[-/](?:0[1-9]|[12]\d|3[01]))?(?!\d)|{_YEAR})"
)
_DASH = r"\s*(?:[-–—−‐\u2011~→]|\bto\b|\buntil\b|\bthrough\b|\bau\b|\bà\b|\ba\b)+\s*"
_SPAN = re.compile(
    rf"(?<![\w$€£.,/])(?<!\d-)(?:(?P<lone>{_NAMES})\.?\s*[-–—]\s*)?(?:(?:from|since|depuis|de|du)\s+)?(?P<start>{_POINT})(?:{_DASH}(?P<end>{_POINT}|{_NOW}))?(?![\w%])"
    rf"(?P<tail>\s*[(\[·,]?\s*(?:\d+\s+(?:years?|yrs?|months?|mos?|ans?|mois)\b[ ,.]*(?:et\s+|and\s+)?)+[)\]]?)?",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"(?:\b(?:expected|anticipated|graduating|expected graduation|prévue?(?:\s+en)?|attendue?)\s*:?\s*)$", re.IGNORECASE
)
_LONGEST = 1_000
_SINCE = re.compile(r"(?:since|depuis)\s*$|^(?:since|depuis)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """A date or two in a text: `start` and `end` as "2019-04", "fall 2024", "present"; `end` "" when there is one date.

    `at` and `to` are its place in the text, with a length of time in brackets behind it.
    """

    start: str
    end: str
    at: int
    to: int
    words: str

    @property
    def is_span(self) -> bool:
        return bool(self.end)


def find_span(text: str) -> Span | None:
    """The last span in a text, or else its last lone date; None when it has no date."""
    found = spans(text)
    if not found:
        return None
    two = [span for span in found if span.is_span]
    return (two or found)[-1]


def spans(text: str) -> tuple[Span, ...]:
    """Every date and span of dates in a text; none in one that is longer than a paragraph of a resume."""
    if len(text) > _LONGEST:
        return ()
    return tuple(span for match in _SPAN.finditer(_plain(text)) if (span := _span(text, match)) is not None)


def _span(text: str, match: re.Match[str]) -> Span | None:
    start, end = _point(match["start"]), _point(match["end"] or "")
    if match["lone"] and match["end"] is None:
        # "May – August 2023": one year for both.
        end, year = start, start[-4:] if start[-4:].isdigit() else start[:4]
        start = _point(f"{match['lone']} {year}")
    lead = _EXPECTED.search(text[: match.start()])
    at = lead.start() if lead else match.start()
    if lead and start and not end:
        start = f"expected {start}"
    if not end and _SINCE.search(text[: match.start("start")]):
        end = "present"
    words = text[match.start() : match.end("end") if match["end"] else match.end("start")].strip()
    return Span(start, end, at, match.end(), words)


def _point(words: str) -> str:
    """A date in the form of a client file."""
    words = words.strip().lower()
    if not words:
        return ""
    year = re.search(_YEAR, words)
    short = re.search(r"['’](\d{2})\b", words)
    if year is None and short is None:
        return "present"
    number = year[0] if year else f"20{short[1]}" if short and int(short[1]) < 50 else f"19{short[1] if short else ''}"
    name = re.search(_NAMES, words)
    if name and name[0] in _SEASONS:
        return f"{_SEASONS[name[0]]} {number}"
    if name:
        return f"{number}-{_MONTHS[name[0]]:02}"
    figures = re.match(rf"(\d{{1,2}})\s?[/.]\s?{_YEAR}|{_YEAR}[-/.](\d{{2}})", words)
    return f"{number}-{int(figures[1] or figures[2]):02}" if figures else number


def _plain(text: str) -> str:
    """The text without accents, letter for letter."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text)
