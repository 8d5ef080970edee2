"""Amounts in words: whole, rounded one way, and never more than they are."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.text.amount import dollars, percent, percent_reached, rounded, weeks


@pytest.mark.parametrize(
    ("amount", "said"),
    [("0", "$0"), ("0.5", "$1"), ("1234.49", "$1,234"), ("-310.5", "−$311"), ("-0.4", "$0"), ("1000000", "$1,000,000")],
)
def test_dollars_are_whole_and_halves_go_up(amount: str, said: str) -> None:
    assert dollars(Fraction(amount)) == dollars(Decimal(amount)) == said


@given(st.fractions(-(10**9), 10**9, max_denominator=1000))
def test_a_rounded_number_is_the_nearest(amount: Fraction) -> None:
    assert abs(rounded(amount) - amount) <= Fraction(1, 2)


@given(st.integers(-(10**9), 10**9))
def test_a_half_is_rounded_away_from_nothing(whole: int) -> None:
    away = whole + 1 if whole >= 0 else whole

    assert rounded(Fraction(2 * whole + 1, 2)) == away


def test_weeks_are_counted_in_words() -> None:
    assert [weeks(number) for number in (0, 1, Fraction(33, 2), 20)] == ["0 weeks", "1 week", "17 weeks", "20 weeks"]


def test_a_share_that_is_not_nothing_is_not_told_as_nothing() -> None:
    assert [percent(share) for share in (0, 0.004, 0.006, 0.184, 1)] == ["0%", "under 1%", "1%", "18%", "100%"]


@given(st.fractions(0, 1))
def test_a_share_reads_as_reached_only_where_it_is(share: Fraction) -> None:
    assert Fraction(percent_reached(share).rstrip("%")) <= 100 * share
