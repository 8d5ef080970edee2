"""What day a date in part begins and ends on."""

from __future__ import annotations

from datetime import date

import pytest

from resumekit.career.days import first_day, is_before, known_day, last_day, no_later, weeks_between
from resumekit.model.date import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)), ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)), ("2026-06-15", date(2026, 6, 15), date(2026, 6, 15)),
        ("fall 2026", date(2026, 9, 1), date(2026, 12, 31)), ("present", None, None),
    ],
)  # fmt: skip
def test_a_date_in_part_has_a_first_and_a_last_day(text: str, first: date | None, last: date | None) -> None:
    when = PartialDate.parse(text)

    assert (first_day(when), last_day(when)) == (first, last)


def test_no_date_has_no_day() -> None:
    assert (first_day(None), last_day(None)) == (None, None)


def test_weeks_are_whole_and_never_below_none() -> None:
    assert [weeks_between(date(2026, 6, 1), date(2026, 6, day)) for day in (1, 7, 8, 30)] == [0, 0, 1, 4]
    assert weeks_between(date(2026, 6, 8), date(2026, 6, 1)) == 0


@pytest.mark.parametrize(
    ("one", "other", "before", "later"),
    [
        ("2026-06-14", "2026-06-15", True, True),
        ("2026-06-15", "2026-06-15", False, True),
        ("2026-06-16", "2026-06-15", False, False),
        ("2026-06", "2026-07", True, True),
        ("2026-06", "2026-06", False, True),
        ("2026-06", "2026-06-30", False, True),
        ("2026-06", "2026-06-15", False, None),
        ("2026", "2026-06", False, None),
        ("2027", "2026-06", False, False),
        ("present", "2026-06", False, None),
    ],
)
def test_one_date_comes_before_another_where_that_is_so_whatever_days_they_mean(
    one: str, other: str, before: bool, later: bool | None
) -> None:
    first, second = PartialDate.parse(one), PartialDate.parse(other)

    assert (is_before(first, second), no_later(first, second)) == (before, later)


def test_a_month_is_not_known_to_the_day() -> None:
    assert known_day(PartialDate.parse("2026-06-15")) == date(2026, 6, 15)
    assert (known_day(PartialDate.parse("2026-06")), known_day(None)) == (None, None)
