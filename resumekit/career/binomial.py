"""Counts told honestly: how often chance alone would give so few, and the interval a rate lies in."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

from resumekit.career.tables import exact

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """A share observed and the interval around it, each from 0 to 1."""

    rate: float
    low: float
    high: float


def at_most(successes: int, trials: int, rate: float | Fraction) -> Fraction:
    """P(X ≤ successes) of X successes in independent trials, each with this rate; exact, from 0 to 1.

    A float is taken as it is written: 0.1 is one tenth. Without trials nothing can fail to happen: 1.

    Raises:
        ValueError: a count below 0, more successes than trials, or a rate outside 0 to 1.
    """
    share = exact(rate)
    _check(successes, trials)
    if not 0 <= share <= 1:
        raise ValueError(f"a rate is 0 to 1, not {rate}")
    hit, miss = share.numerator, share.denominator - share.numerator
    if not miss:
        return Fraction(int(successes == trials))
    # The terms of the sum over one denominator; each is had from the one before by an exact division.
    term = whole = miss**trials
    for done in range(successes):
        term = term * (trials - done) * hit // ((done + 1) * miss)
        whole += term
    return Fraction(whole, share.denominator**trials)


def wilson(successes: int, trials: int, confidence: float = CONFIDENCE) -> Interval | None:
    """The Wilson score interval, without continuity correction; None where there was no trial.

    Wilson 1927, Journal of the American Statistical Association 22: unlike the normal interval it stays between 0 and
    1, and is wide for small counts.

    Raises:
        ValueError: a count below 0, more successes than trials, or a confidence that is not between 0 and 1.
    """
    _check(successes, trials)
    if not 0 < confidence < 1:
        raise ValueError(f"a confidence is between 0 and 1, not {confidence}")
    if not trials:
        return None
    square = NormalDist().inv_cdf((1 + confidence) / 2) ** 2
    rate = successes / trials
    middle = (successes + square / 2) / (trials + square)
    half = sqrt(square * (rate * (1 - rate) * trials + square / 4)) / (trials + square)
    # At either end the formula gives 0 or 1 itself, but for the rounding of floats.
    low = max(middle - half, 0.0) if successes else 0.0
    high = min(middle + half, 1.0) if successes < trials else 1.0
    return Interval(rate, low, high)


def _check(successes: int, trials: int) -> None:
    if not 0 <= successes <= trials:
        raise ValueError(f"{successes} of {trials} is no count of successes and trials")
