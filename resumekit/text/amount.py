"""Amounts as reports in English say them: whole dollars, weeks, shares in per cent."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def rounded(number: Fraction | Decimal | float) -> int:
    """The nearest whole number, a half away from 0."""
    exact = Fraction(number)
    return int((Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(1), ROUND_HALF_UP))


def dollars(amount: Fraction | Decimal) -> str:
    """An amount in whole dollars, half a dollar up: "$1,200", "−$310"."""
    whole = abs(rounded(amount))
    return f"−${whole:,}" if amount < 0 and whole else f"${whole:,}"


def weeks(number: Fraction | float) -> str:
    """A count of weeks, to the nearest week: "1 week", "19 weeks"."""
    whole = rounded(number)
    return f"{whole} week{'' if whole == 1 else 's'}"


def percent(share: float) -> str:
    """A share in whole per cent; what rounds to nothing is told as under one."""
    return "under 1%" if 0 < share < 0.005 else f"{100 * share:.0f}%"


def percent_reached(share: Fraction) -> str:
    """A share in whole per cent, rounded down so that nothing reads as reached that is not."""
    return f"{int(share * 100)}%"
