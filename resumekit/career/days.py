"""Days for reckoning: the first and the last day that a date stated in part can mean."""

from __future__ import annotations

from datetime import date, timedelta

from resumekit.model.date import PartialDate

DAY, WEEK = timedelta(days=1), timedelta(days=7)


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
    return _day(month, when.day) if when.day else _day(month + 1, 1) - DAY


def known_day(when: PartialDate | None) -> date | None:
    """The day, where it is known to the day."""
    return first_day(when) if when and when.day else None


def is_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether the first surely lies before the second, whatever days they mean."""
    last, first = last_day(one), first_day(other)
    return bool(last and first and last < first)


def no_later(one: PartialDate | None, other: PartialDate | None) -> bool | None:
    """Whether a day is the other or lies before it; None where the two are not known precisely enough to say."""
    last, first = last_day(one), first_day(other)
    if last is None or first is None:
        return None
    if one == other or last <= first:
        return True
    return False if is_before(other, one) else None


def weeks_between(begin: date, end: date) -> int:
    """Whole weeks from one day to another; 0 when the end comes first."""
    return max((end - begin).days // 7, 0)


def _day(months: int, day: int) -> date:
    return date(months // 12, months % 12 + 1, day)
