"""Dates in words: partial dates, spans, and how long something lasted."""

from __future__ import annotations

from datetime import date
from functools import cache

from resumekit.model.date import PartialDate
from resumekit.text.locale import Locale


def format_date(when: PartialDate, locale: Locale) -> str:
    """The date as precisely as it is known: "Feb 2020", "Fall 2024", "Expected May 2027", "Present"."""
    words = _bare(when, locale)
    if not when.expected or when.is_present:
        return words
    form = "day" if when.day else "season" if when.season else ""
    key = f"date.expected_{form}" if f"date.expected_{form}" in locale.labels else "date.expected"
    if form == "season" and when.season == "spring" and "date.expected_spring" in locale.labels:
        key = "date.expected_spring"
    return locale.label(key, date=words)


def format_long(day: date, locale: Locale) -> str:
    """A whole date with its month in full: "November 15, 2026"."""
    from babel.dates import format_date as in_words

    return str(in_words(day, "long", locale=locale.label("date.babel")))


def _bare(when: PartialDate, locale: Locale) -> str:
    if when.year is None:
        return locale.label("word.present")
    year = str(when.year)
    if when.season:
        return locale.label("date.season_year", season=locale.label(f"season.{when.season}"), year=year)
    if not when.month:
        return year
    month = _months(locale.label("date.babel"), locale.label("date.month"))[when.month - 1]
    if when.day:
        day = locale.labels.get("date.first_day", str(when.day)) if when.day == 1 else str(when.day)
        return locale.label("date.day", month=month, day=day, year=year)
    return locale.label("date.month_year", month=month, year=year)


@cache
def _months(babel_tag: str, width: str) -> tuple[str, ...]:
    """The twelve names in three letters ("Sept" is "Sep") without dots, or in full."""
    from babel.dates import get_month_names

    names = get_month_names("wide" if width == "wide" else "abbreviated", "format", babel_tag)
    plain = [str(names[number]).rstrip(".") for number in range(1, 13)]
    return tuple("Sep" if name == "Sept" else name for name in plain)


def format_span(start: PartialDate | None, end: PartialDate | None, locale: Locale) -> str:
    """From one date to another, parted by a dash; one date alone, or two that read the same, stand once."""
    if start is None and end is None:
        return ""
    if start is None or end is None:
        known = start or end
        assert known is not None
        if start is None and known.is_present:
            return locale.label("word.present")
        return format_date(known, locale)
    first, last = format_date(start, locale), format_date(end, locale)
    return first if first == last else locale.label("date.span", start=first, end=last)


def tenure(start: PartialDate | None, end: PartialDate | None, locale: Locale, as_of: date | None = None) -> str:
    """How long it lasted, in whole years, or in months up to two years; "" where that is not known.

    Months are counted with both ends: February 2020 to January 2021 is one year. 21 months are never told as one year.
    Where a month is not known, only years are given, from the middle of what the dates can mean: 2020 to 2023 is three
    years. A span that ends in the present or in the future counts to `as_of`; without it, "".
    """
    if start is None or end is None or start.year is None:
        return ""
    if end.is_present or end.expected:
        if as_of is None:
            return ""
        end = PartialDate(as_of.year, as_of.month)
    least = end.months_from_zero() - start.months_from_zero(latest=True) + 1
    most = end.months_from_zero(latest=True) - start.months_from_zero() + 1
    months = (least + most) // 2
    if months >= 12 and (least != most or months == 12 or months >= 24):
        return _counted("year", months // 12, locale)
    return _counted("month", months, locale) if least == most else ""


def _counted(unit: str, number: int, locale: Locale) -> str:
    if number < 1:
        return ""
    return locale.label(f"tenure.{unit}" if number == 1 else f"tenure.{unit}s", n=str(number))
