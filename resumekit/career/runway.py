"""The runway: the client's cash week by week, and the first week in which it runs out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from resumekit.career.benefits import shipped_benefits
from resumekit.career.claim import Claim, read_claim
from resumekit.career.days import WEEK, first_day, last_day
from resumekit.career.tables import exact
from resumekit.model.search import Search

MOST_WEEKS = 520
"""Ten years: beyond it a search is no longer a plan."""
MIDDLE = timedelta(days=3)
"""Weeks are whole: one counts as worked, on claim, or in another job, as its middle day is."""


@dataclass(frozen=True, slots=True)
class Inflow:
    """What one week brings, after tax: income, benefit and side earnings."""

    income: Fraction = Fraction()
    benefit: Fraction = Fraction()
    side: Fraction = Fraction()

    @property
    def total(self) -> Fraction:
        return self.income + self.benefit + self.side


@dataclass(frozen=True, slots=True)
class Week:
    """One week, from 1 on: what comes in, what goes out, and the cash at its end."""

    number: int
    begins: date | None
    income: Fraction
    benefit: Fraction
    side: Fraction
    out: Fraction
    cash: Fraction


@dataclass(frozen=True, slots=True)
class Runway:
    """The weeks up to where the money ends, and some beyond for a chart.

    `first_below` is the first week that closes below zero. It is None where the money never runs out, or, with
    `lasts_beyond`, where it lasts longer than was looked at (520 weeks).
    """

    start: Fraction
    weeks: tuple[Week, ...]
    first_below: int | None
    lasts_beyond: bool

    @property
    def never(self) -> bool:
        """Whether it is proved that the money never runs out."""
        return self.first_below is None and not self.lasts_beyond

    @property
    def told(self) -> str:
        """How long it lasts, in words."""
        if self.first_below is not None:
            return f"{self.first_below} weeks" if self.first_below > 1 else "not one week"
        return f"more than {MOST_WEEKS} weeks" if self.lasts_beyond else "it does not run out"


Inflows = Callable[[int], Inflow] | Sequence[Inflow]


def simulate_runway(
    start: Fraction | Decimal | int,
    weekly_out: Fraction | Decimal | int,
    weekly_in: Inflows,
    *,
    begins: date | None = None,
    least: int = 1,
    settled: int | None = None,
    most: int = MOST_WEEKS,
) -> Runway:
    """Cash at the end of each week, from what is there at the start, what goes out and what comes in.

    Args:
        weekly_in: a function of the week's number, or one value a week, whose last goes on for ever.
        begins: the first day of week 1.
        least: so many weeks at least are returned, also beyond the end of the money.
        settled: from this week on `weekly_in` no longer changes; for a sequence its length. With it, that the money
            never ends can be proved; without it, it can only be seen to last longer than `most`.
    """
    inflow, constant = _reader(weekly_in, settled)
    out, cash = Fraction(weekly_out), Fraction(start)
    weeks: list[Week] = []
    first_below: int | None = None
    for number in range(1, most + 1):
        flow = inflow(number)
        cash += flow.total - out
        day = None if begins is None else begins + (number - 1) * WEEK
        weeks.append(Week(number, day, flow.income, flow.benefit, flow.side, out, cash))
        if first_below is None and cash < 0:
            first_below = number
        if number < least:
            continue
        if first_below is not None:
            return Runway(Fraction(start), tuple(weeks), first_below, lasts_beyond=False)
        if constant is not None and number >= constant and flow.total >= out:
            return Runway(Fraction(start), tuple(weeks), None, lasts_beyond=False)
    return Runway(Fraction(start), tuple(weeks), first_below, lasts_beyond=first_below is None)


def _reader(weekly_in: Inflows, settled: int | None) -> tuple[Callable[[int], Inflow], int | None]:
    if callable(weekly_in):
        return weekly_in, settled
    flows = tuple(weekly_in) or (Inflow(),)
    return (lambda number: flows[min(number, len(flows)) - 1]), len(flows)


@dataclass(frozen=True, slots=True)
class NextJob:
    """Another job with its pay, from the week of `start` on, in place of benefits and side earnings."""

    start: date
    take_home: Decimal
    """A month, after tax."""


class Unread(Enum):
    """Stands for a claim that is still to be read from what the client states."""

    UNREAD = "unread"


def runway_of(
    search: Search,
    *,
    as_of: date | None,
    claim: Claim | Unread | None = Unread.UNREAD,
    job: NextJob | None = None,
    least: int = 1,
) -> Runway | None:
    """The runway of what a client states; None where savings or essentials are not stated.

    Args:
        as_of: the first day of week 1 where the client does not say when the money was counted.
        claim: the benefits, as `read_claim` finds them, or None for none; by default they are read with the rates that
            ship for the client's country.
        job: the same with a job that begins one day.
        least: so many weeks at least are returned.

    Raises:
        UnknownNameError: no rates ship for that country.
    """
    if search.savings is None or search.essentials is None:
        return None
    start = first_week_day(search, as_of)
    if isinstance(claim, Unread):
        claim = _read(search, start)
    money = Fraction(search.savings) + (Fraction(search.severance.net) if search.severance else 0)
    flows = tuple(_flows(search, start, claim, job))
    settled = _settled(flows)
    return simulate_runway(money, _weekly(search.essentials), flows[:settled], begins=start, least=least)


def _read(search: Search, start: date | None) -> Claim | None:
    if search.benefit is None or start is None:
        return None
    return read_claim(search, shipped_benefits(search.benefit.country), start=start).claim


def _weekly(a_month: Decimal | None) -> Fraction:
    return Fraction(a_month or 0) * 12 / 52


def _settled(flows: Sequence[Inflow]) -> int:
    """The first week from which nothing changes any more."""
    number = len(flows)
    while number > 1 and flows[number - 2] == flows[-1]:
        number -= 1
    return number


def _flows(search: Search, start: date | None, claim: Claim | None, job: NextJob | None) -> Iterator[Inflow]:
    left = claim.weeks if claim else 0
    tax = exact(search.benefit.tax) if search.benefit else Fraction()
    other, pay, hired = _weekly(search.other_income), _weekly(search.take_home), _weekly(job.take_home if job else None)
    for number in range(1, MOST_WEEKS + 1):
        day = None if start is None else start + (number - 1) * WEEK + MIDDLE
        if job and day and day >= job.start:
            yield Inflow(other + hired)
            continue
        earned = _earned(search, day)
        benefit = claim.paid(day, earned) if claim and day and left else Fraction()
        left -= benefit > 0  # a week reduced to nothing uses up no entitled week
        income = other + (pay if works(search, day) else 0)
        yield Inflow(income, benefit * (1 - tax), earned * (1 - tax))


def works(search: Search, day: date | None) -> bool:
    """Whether the last job pays on this day: to its last day, or while it goes on."""
    ends = last_day(search.last_day)
    if ends is None:
        return search.leaving == "employed"
    return day is not None and day <= ends


def _earned(search: Search, day: date | None) -> Fraction:
    """Side earnings of the week with this day in its middle, before tax."""
    side = search.side_earnings
    if side is None:
        return Fraction()
    begins, ends = first_day(side.start), last_day(side.end)
    if (begins or ends) and day is None:
        return Fraction()
    if day and ((begins and day < begins) or (ends and day > ends)):
        return Fraction()
    return Fraction(side.pay.a_year) / 52


def first_week_day(search: Search, as_of: date | None) -> date | None:
    """The first day of week 1: when the money was counted, else the day it is seen from."""
    return first_day(search.counted_on) or as_of
