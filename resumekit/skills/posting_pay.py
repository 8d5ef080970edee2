"""What a posting says the job pays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from resumekit.skills.match import Span
from resumekit.skills.posting import Pay
from resumekit.skills.posting_words import plain

Period = Literal["hour", "day", "week", "two weeks", "month", "year"]
_DIGITS = r"(\d{1,3}(?:[, \u00a0\u202f]\d{3}){1,2}(?:\.\d\d)?|\d{1,6}(?:[.,]\d\d)?)(\s?k\b)?"
_AMOUNT = re.compile(rf"(?:\$\s?{_DIGITS})|(?:(?<![\d.,]){_DIGITS}\s?\$)")
_BETWEEN = re.compile(
    r"\s{0,3}(?:cad|usd|per hour|an hour|/\s?(?:hr?|hour)|hourly|annually)?\s{0,3}"
    r"(?:to|-|–|—|and|à|et)\s{0,3}(?:cad|usd)?\s{0,3}"
)
_PERIODS: tuple[tuple[Period, re.Pattern[str]], ...] = (
    ("hour", re.compile(r"(?:per|an|/|each)\s?(?:hour|hr\b|h\b)|\bhourly\b|\bde l'heure\b|\bl'heure\b")),
    ("two weeks", re.compile(r"\bbi-?weekly\b|\bevery two weeks\b")),
    ("week", re.compile(r"(?:per|a|/)\s?week\b|\bweekly\b|\bpar semaine\b")),
    ("day", re.compile(r"(?:per|a|/)\s?day\b|\bdaily\b")),
    ("month", re.compile(r"(?:per|a|/)\s?month\b|\bmonthly\b|\bpar mois\b")),
    ("year", re.compile(r"(?:per|a|/)\s?(?:year|yr|annum)\b|\bannual|\byearly\b|\bper annum\b|\bsalary\b|\bpar an(?:née)?\b")),
)  # fmt: skip
_NOT_PAY = re.compile(
    r"\b(?:budget|revenue|sales|funding|bonus|referral|allowance|tuition|grant|invest|fund|million|billion|donat|"
    r"spending|discount)"
)
_PAY = re.compile(
    r"\b(?:pay|paid|salary|salaries|wage|compensation|remuneration|rate|hour|hourly|annum|annual|annually|year|hr|année|"
    r"salaire|rémunération)\b"
)
_ENDS = re.compile(r"[.;!?](?=\s)|\n")
_AROUND = 60


def read_pay(text: str) -> tuple[Pay, ...]:
    """Every pay or pay range that is stated, in order; figures of budgets, sales and bonuses are not pay."""
    return tuple(_found(text, plain(text)))


def _found(text: str, lower: str) -> Iterator[Pay]:
    done = 0
    for match in _AMOUNT.finditer(lower):
        if match.start() < done:
            continue
        low, end = _value(match), match.end()
        high = low
        between = _BETWEEN.match(lower, end)
        second = _AMOUNT.match(lower, between.end()) if between and between.end() > end else None
        if second:
            high, end = _value(second), second.end()
            if second.group(2) and low < 1000:
                low *= 1000
        done = end
        said = _sentence(lower, match.start(), end)
        if _NOT_PAY.search(said) or not _PAY.search(said):
            continue
        period, stated = _period(
            lower[end : end + _AROUND], lower[max(0, match.start() - _AROUND) : match.start()], high
        )
        before = lower[max(0, match.start() - 12) : match.start()]
        if not second and "up to" in before:
            yield Pay(None, high, period, _currency(lower, match.start(), end), Span(match.start(), end), stated)
        else:
            open_end = None if not second and re.search(r"\bfrom\b|starting at", before) else high
            yield Pay(low, open_end, period, _currency(lower, match.start(), end), Span(match.start(), end), stated)


def _sentence(lower: str, start: int, end: int) -> str:
    before, after = lower[max(0, start - 2 * _AROUND) : start], lower[end : end + _AROUND]
    return _ENDS.split(before)[-1] + lower[start:end] + _ENDS.split(after)[0]


def _value(match: re.Match[str]) -> Decimal:
    digits, kilo = (match[1], match[2]) if match[1] else (match[3], match[4])
    bare = re.sub(r"[ \u00a0\u202f]", "", digits)
    bare = re.sub(r",(?=\d{3})", "", bare).replace(",", ".")
    return Decimal(bare) * (1000 if kilo else 1)


def _period(after: str, before: str, high: Decimal) -> tuple[Period, bool]:
    for words in (after.split("\n", 1)[0], before):
        found = [(match.start(), period) for period, pattern in _PERIODS if (match := pattern.search(words))]
        if found:
            return min(found)[1], True
    return ("hour", False) if high < 250 else ("year", False)


def _currency(lower: str, start: int, end: int) -> str:
    return "USD" if re.search(r"\bus[d$]|\bu\.s\.", lower[max(0, start - 8) : end + 12]) else "CAD"
