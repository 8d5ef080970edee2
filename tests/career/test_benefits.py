"""Benefits from dated files: which row holds for a claim, what a week brings, what a file must state."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.benefits import read_benefits, reduced, shipped_benefits, terms_for, weekly_benefit
from resumekit.errors import ResumekitError, UnknownNameError

CANADA = shipped_benefits("ca")
SHIPPED = files("resumekit.career").joinpath("data/benefits/ca.toml").read_text(encoding="utf-8")


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("day", "most"),
    [
        (date(2025, 1, 1), 695), (date(2025, 12, 31), 695), (date(2026, 1, 1), 729), (date(2026, 12, 31), 729),
        (date(2024, 6, 1), 695), (date(2027, 6, 1), 729),
    ],
)  # fmt: skip
def test_the_row_is_the_one_of_the_day_or_the_nearest(day: date, most: int) -> None:
    terms = terms_for(CANADA, day)

    assert terms.rate.weekly_most == most
    assert terms.nearest == (day.year not in {2025, 2026})


@pytest.mark.parametrize(
    ("day", "waiting", "delays", "most"),
    [
        (date(2025, 3, 29), 1, True, 45), (date(2025, 3, 30), 0, False, 45), (date(2026, 10, 10), 0, False, 45),
        (date(2026, 10, 11), 1, True, 45),
    ],
)  # fmt: skip
def test_the_measures_hold_on_their_first_and_last_day_and_not_beside(
    day: date, waiting: int, delays: bool, most: int
) -> None:
    terms = terms_for(CANADA, day)

    assert (terms.waiting_weeks, terms.severance_delays, terms.weeks_most) == (waiting, delays, most)


def test_the_long_tenured_have_more_weeks_only_under_the_measures() -> None:
    assert terms_for(CANADA, date(2026, 10, 10), long_tenured=True).weeks_most == 65
    assert terms_for(CANADA, date(2026, 10, 11), long_tenured=True).weeks_most == 45


@pytest.mark.parametrize(
    ("earnings", "year", "weekly"),
    [
        (Fraction(1000), 2026, Fraction(550)), (Fraction(1250), 2026, Fraction(1375, 2)), (Fraction(5000), 2026, Fraction(729)),
        (Fraction(5000), 2025, Fraction(695)), (Fraction(0), 2025, Fraction(0)),
    ],
)  # fmt: skip
def test_a_week_brings_its_share_up_to_the_most(earnings: Fraction, year: int, weekly: Fraction) -> None:
    assert weekly_benefit(earnings, terms_for(CANADA, date(year, 2, 1)).rate) == weekly


def test_the_most_a_week_is_the_share_of_the_most_insurable_earnings() -> None:
    for row in CANADA.rates:
        assert row.max_insurable is not None
        assert abs(row.share * row.max_insurable / 52 - row.weekly_most) < 1


@pytest.mark.parametrize(
    ("earned", "left"),
    [(0, 500), (100, 450), (900, 50), (901, 49), (949, 1), (950, 0), (2000, 0)],
)
def test_half_a_dollar_of_each_earned_to_nine_tenths_and_then_the_whole(earned: int, left: int) -> None:
    rate = CANADA.rates[0]

    assert reduced(Fraction(500), Fraction(earned), Fraction(1000), rate) == left


@given(
    benefit=st.integers(0, 800),
    earned=st.integers(0, 3000),
    more=st.integers(0, 500),
    previous=st.none() | st.integers(0, 3000),
)
def test_who_earns_more_never_has_less_in_all(benefit: int, earned: int, more: int, previous: int | None) -> None:
    before = None if previous is None else Fraction(previous)
    less, most = (
        amount + reduced(Fraction(benefit), Fraction(amount), before, CANADA.rates[0])
        for amount in (earned, earned + more)
    )

    assert less <= most


def test_an_unknown_country_is_answered_with_the_known() -> None:
    with pytest.raises(UnknownNameError, match="Known: ca"):
        shipped_benefits("xx")


def test_a_file_of_one_s_own_reads_like_the_one_that_ships(tmp_path: Path) -> None:
    assert read_benefits(written(tmp_path, SHIPPED)) == CANADA


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("weekly_most = 729", "weekly_moost = 729", r"rates.2.weekly_moost: .*did you mean 'weekly_most'"),
        ("share = 0.55", "share = 55", r"rates.1.share: .*less than or equal to 1"),
        ("to = 2026-12-31", "to = 2025-06-01", r"'to' \(2025-06-01\) lies before 'from' \(2026-01-01\)"),
        ("from = 2026-01-01", "from = 2025-12-31", "two rows of rates hold on 2025-12-31"),
        ('confirm_with = "Service Canada"', "", "confirm_with: Field required"),
        ("weeks_least = 14", "weeks_least = 46", r"rates.1: 'weeks_least' \(46\) is more than 'weeks_most' \(45\)"),
        ("from = 2025-01-01", 'from = "long ago"', r"rates.1.from: "),
        ("[no_benefits]\nquit =", "[no_benefits]\nquits =", r"no_benefits.quits"),
    ],
)
def test_a_wrong_file_says_what_and_where(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SHIPPED

    with pytest.raises(ResumekitError, match=said) as raised:
        read_benefits(written(tmp_path, SHIPPED.replace(old, new, 1)))

    assert "own.toml: " in str(raised.value)


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    wrong = SHIPPED.replace("share = 0.55", "share = 55").replace("waiting_weeks = 1", "waiting_weeks = -1")

    with pytest.raises(ResumekitError) as raised:
        read_benefits(written(tmp_path, wrong))

    assert str(raised.value).count("own.toml: rates.") == 4
