"""Tails and intervals against arithmetic written out by hand, and against published values."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.binomial import at_most, wilson

COUNTS = st.integers(0, 60).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials)))
RATES = st.fractions(0, 1, max_denominator=50)


@pytest.mark.parametrize(
    ("trials", "rate", "percent"),
    [(15, 0.1, 21), (30, 0.1, 4), (6, 0.2, 26), (10, 0.2, 11), (14, 0.2, 4)],
)
def test_none_at_all_is_as_rare_as_the_coaches_table_says(trials: int, rate: float, percent: int) -> None:
    assert round(100 * at_most(0, trials, rate)) == percent
    assert float(at_most(0, trials, rate)) == pytest.approx((1 - rate) ** trials)


def test_a_float_is_taken_as_it_is_written() -> None:
    assert at_most(0, 2, 0.1) == Fraction(81, 100)
    assert at_most(1, 2, 0.1) == Fraction(99, 100)


@given(COUNTS, RATES)
def test_a_tail_is_the_sum_of_its_terms(counts: tuple[int, int], rate: Fraction) -> None:
    most, trials = counts
    terms = [comb(trials, done) * rate**done * (1 - rate) ** (trials - done) for done in range(trials + 1)]

    assert at_most(most, trials, rate) == sum(terms[: most + 1])
    assert at_most(trials, trials, rate) == 1


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        # With z = 1.96, whose square is 3.8416, worked out by the formula of Wilson 1927.
        (0, 15, 0.0, 0.2039),
        (0, 30, 0.0, 0.1135),
        (1, 30, 0.0059, 0.1667),
        (5, 20, 0.1119, 0.4687),
        # Newcombe 1998, Statistics in Medicine 17, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_the_interval_is_the_published_one(successes: int, trials: int, low: float, high: float) -> None:
    found = wilson(successes, trials)

    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.00006)
    assert found.rate == successes / trials


def test_there_is_no_interval_where_nothing_was_tried() -> None:
    assert wilson(0, 0) is None
    assert at_most(0, 0, 0.1) == 1


@given(COUNTS, st.floats(0.5, 0.999))
def test_an_interval_holds_its_rate_and_widens_with_confidence(counts: tuple[int, int], confidence: float) -> None:
    found, wider = wilson(*counts, confidence), wilson(*counts, 0.9999)
    if found is None or wider is None:
        assert counts == (0, 0)
        return

    assert 0 <= wider.low <= found.low <= found.rate <= found.high <= wider.high <= 1


@given(COUNTS)
def test_an_interval_is_the_mirror_of_its_failures(counts: tuple[int, int]) -> None:
    successes, trials = counts
    found, mirrored = wilson(successes, trials), wilson(trials - successes, trials)
    if found and mirrored:
        assert found.low == pytest.approx(1 - mirrored.high)


@pytest.mark.parametrize("counts", [(-1, 3), (4, 3), (0, -1)])
def test_counts_that_cannot_be_are_refused(counts: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no count"):
        at_most(*counts, 0.1)
    with pytest.raises(ValueError, match="no count"):
        wilson(*counts)


def test_rates_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="0 to 1"):
        at_most(0, 3, 1.5)
    with pytest.raises(ValueError, match="between"):
        wilson(0, 3, 1.0)
