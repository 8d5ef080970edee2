"""What a public posting should say where it is posted, and does not; with the source of each rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from resumekit.skills.match import Span
from resumekit.skills.posting import Flag, Pay
from resumekit.skills.posting_words import plain, posting_words, table

_YEARLY = {"hour": 2080, "day": 260, "week": 52, "two weeks": 26, "month": 12, "year": 1}
_CANADIAN = re.compile(r"\bcanadian\s+(?:\w+\s+){0,2}experience\b|\bexperience\s+(?:\w+\s+){0,3}in\s+canada\b")
_NOT = re.compile(r"\b(?:not|no|never|without|n't)\b")
_AI = re.compile(
    r"\bartificial\s+intelligence\b|\bai\b|\bautomated\s+(?:screening|decision|tool)|\bmachine\s+learning\s+to\b"
)
_VACANCY = re.compile(
    r"\b(?:existing|current|actual|active|immediate|real|new|future|anticipated|replacement)\s+(?:\w+\s+){0,2}vacanc|"
    r"\bvacancy\s+(?:is|exists|status)|\bvacancy:|\bno\s+(?:current\s+)?vacancy|\btalent\s+pool\b|\bnot\s+for\s+an?\s+\w*\s?vacancy"
)


@cache
def _rules() -> dict[str, Any]:
    return table("posting-rules")


def region_of(text: str) -> str:
    """The province that a posting names first, by its two letters; empty where it names none."""
    lower = plain(text)
    found: list[tuple[int, str]] = []
    for region, pattern in posting_words().regions.items():
        for match in pattern.finditer(lower):
            # Two letters are a province only in capitals behind a comma or in brackets: Guelph, ON.
            if len(match[0]) <= 3 and not (
                text[match.start() : match.end()].isupper() and _after_place(text, match.start())
            ):
                continue
            found.append((match.start(), region))
            break
    return min(found)[1] if found else ""


def _after_place(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return before.endswith((",", "("))


def read_flags(text: str, region: str, pay: tuple[Pay, ...]) -> tuple[Flag, ...]:
    """What to look at in a posting of this region; nothing for a region that no rule is kept for."""
    rules = _rules().get(region)
    return tuple(_flags(plain(text), rules, pay)) if rules else ()


def _flags(lower: str, rules: dict[str, Any], pay: tuple[Pay, ...]) -> Iterator[Flag]:
    def flag(code: str, span: Span | None = None) -> Flag:
        return Flag(code, rules["notes"][code], rules["basis"][code], rules["source"], span)

    if not pay:
        yield flag("pay-missing")
    for one in pay:
        if _too_wide(one, rules):
            yield flag("pay-too-wide", one.span)
    for match in _CANADIAN.finditer(lower):
        if not _NOT.search(lower[max(0, match.start() - 40) : match.end() + 30]):
            yield flag("canadian-experience", Span(*match.span()))
            break
    if not _AI.search(lower):
        yield flag("no-ai-statement")
    if not _VACANCY.search(lower):
        yield flag("no-vacancy-statement")


def _too_wide(pay: Pay, rules: dict[str, Any]) -> bool:
    if pay.high is None:
        return False
    hours = _YEARLY[pay.period] if pay.period != "hour" else rules["hours_a_year"]
    high, low = pay.high * hours, (pay.low or Decimal(0)) * hours
    return high - low > Decimal(rules["widest_range"]) and high <= Decimal(rules["exempt_above"])
