"""What day a date in part begins and ends on."""

from __future__ import annotations

from datetime import date

import pytest

from resumekit.career.days import first_day, last_day, weeks_between
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
