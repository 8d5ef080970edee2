"""Days for reckoning: the first and the last day that a date stated in part can mean."""

from __future__ import annotations

from datetime import date, timedelta

from resumekit.model.date import PartialDate

WEEK = timedelta(days=7)


def first_day(when: PartialDate | None) -> date | None:
    """The earliest day it can mean; None for the present and for no date."""
    if when is None or when.is_present:
        return None
    return _day(when.months_from_zero(), when.day or 1)


def last_day(when: PartialDate | None) -> date | None:
    """The latest day it can mean; None for the present and for no date."""
    if when is None or when.is_present:
        return None
    month = when.months_from_zero(latest=True)
    return _day(month, when.day) if when.day else _day(month + 1, 1) - timedelta(days=1)


def weeks_between(begin: date, end: date) -> int:
    """Whole weeks from one day to another; 0 when the end comes first."""
    return max((end - begin).days // 7, 0)


def _day(months: int, day: int) -> date:
    return date(months // 12, months % 12 + 1, day)
