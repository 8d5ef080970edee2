"""The cash of both ways week by week: with the offer's pay from its first day, and with the search going on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from resumekit.career.days import WEEK, last_day, weeks_between
from resumekit.career.plan import SearchPlan
from resumekit.career.runway import NextJob, Runway, first_week_day, runway_of
from resumekit.model.offer import Offer
from resumekit.model.search import Search


@dataclass(frozen=True, slots=True)
class TakeHome:
    """What the offer brings a month after tax; `tax_share` is set where it was taken off the gross pay by assumption."""

    a_month: Decimal
    tax_share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CashLine:
    """Cash today and at the end of each week from now on; `first_below` is the first week that closes below zero."""

    cash: tuple[Fraction, ...]

    @property
    def first_below(self) -> int | None:
        return next((week for week, cash in enumerate(self.cash) if week and cash < 0), None)


def take_home_of(offer: Offer, tax_share: Decimal) -> TakeHome | None:
    """As the offer states it, else the gross pay less an assumed share; None where no pay is stated."""
    if offer.take_home is not None:
        return TakeHome(offer.take_home)
    if offer.pay is None:
        return None
    return TakeHome(offer.pay.a_year * (1 - tax_share) / 12, tax_share)


def first_day_of_work(offer: Offer, today: date | None, assumed_weeks: int) -> tuple[date | None, bool]:
    """The first day of work, and whether it is assumed. A month alone means its last day: pay is not counted early."""
    if stated := last_day(offer.start):
        return stated, False
    return (today + assumed_weeks * WEEK if today else None), True


def cash_lines(
    search: Search, plan: SearchPlan, *, pay: TakeHome | None, start: date | None, weeks: int
) -> tuple[CashLine | None, CashLine | None]:
    """The line of accepting and that of searching on; None where a figure that it needs is not stated."""
    if plan.runway is None:
        return None, None
    begins = first_week_day(search, plan.as_of)
    passed = weeks_between(begins, plan.as_of) if begins and plan.as_of else 0
    least = passed + weeks
    searching = runway_of(search, as_of=plan.as_of, claim=plan.claim, least=least)
    accepting = None
    if pay is not None and start is not None and begins is not None:
        job = NextJob(start, pay.a_month)
        accepting = runway_of(search, as_of=plan.as_of, claim=plan.claim, job=job, least=least)
    return _line(accepting, passed, weeks), _line(searching, passed, weeks)


def _line(runway: Runway | None, passed: int, weeks: int) -> CashLine | None:
    """From today on: the weeks between the day the money was counted and today are past."""
    if runway is None:
        return None
    ends = (runway.start, *(week.cash for week in runway.weeks))
    return CashLine(tuple(islice(ends, passed, passed + weeks + 1)))
