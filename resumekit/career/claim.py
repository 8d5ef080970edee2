"""A client's claim for benefits: what a week brings, for how many weeks, from which day; and what is still to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil

from resumekit.career.benefits import Benefits, Terms, reduced, terms_for, weekly_benefit
from resumekit.career.days import DAY, WEEK, first_day, last_day
from resumekit.career.question import Question
from resumekit.career.tables import exact
from resumekit.model.search import Benefit, Leaving, Search

MOST_ALLOCATED = 260
"""As many weeks of severance as a client file may state; beyond them a figure is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What can be reckoned with. `first_paid` is the day from which weeks are paid; `weeks` are those still to come."""

    weekly: Fraction
    weeks: int
    begins: date
    first_paid: date
    waiting_weeks: int
    severance_weeks: int
    tax: Fraction
    previous_weekly: Fraction | None
    terms: Terms

    def paid(self, day: date, earned: Fraction) -> Fraction:
        """The benefit before tax of the week with this day in its middle, beside these earnings before tax."""
        if day < self.first_paid:
            return Fraction()
        return reduced(self.weekly, earned, self.previous_weekly, self.terms.rate)


@dataclass(frozen=True, slots=True)
class ClaimRead:
    """The claim, None where there is none or too little is known, with what is odd and what to ask."""

    claim: Claim | None
    warnings: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass
class _Found:
    warnings: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def ask(self, name: str, text: str) -> None:
        self.questions.append(Question(f"search.{name}", text))

    def read(self, claim: Claim | None = None) -> ClaimRead:
        return ClaimRead(claim, tuple(self.warnings), tuple(self.questions))


def read_claim(search: Search, benefits: Benefits, *, start: date, seen: date | None = None) -> ClaimRead:
    """The client's claim by a data file. Nothing that is missing is guessed.

    Args:
        start: the first day of week 1.
        seen: the day on which this is read, by default the same: rates that have run out by then are warned of.
    """
    found, stated = _Found(), search.benefit
    leaving = search.leaving
    if leaving is None and stated is not None:
        found.ask("leaving", "How did the last job end? Whether benefits are paid depends on it.")
        return found.read()
    if leaving is None or not _entitled(leaving, search, benefits, found):
        return found.read()
    if stated is None:
        found.ask("benefit.weeks", f"Are there benefits ({benefits.name})? If so: how many weeks, as the office says?")
        return found.read()
    begins = _begins(search, stated, start, found)
    terms = terms_for(benefits, begins or start, long_tenured=stated.long_tenured)
    weekly = _weekly(stated, terms, found, side=search.side_earnings is not None)
    weeks = _weeks(stated, terms, found)
    _dates(begins or start, seen or start, benefits, terms, found)
    if begins is None or weekly is None or weeks is None:
        return found.read()
    allocated = _allocated(search, terms, found)
    claim = _claim(search, stated, terms, begins=begins, weekly=weekly, weeks=weeks, allocated=allocated, start=start)
    found.warnings += _late_count(claim, stated, start)
    return found.read(claim)


def _entitled(leaving: Leaving, search: Search, benefits: Benefits, found: _Found) -> bool:
    if leaving == "employed":
        if search.benefit is not None:
            found.warnings.append("While the job goes on there are no benefits; none are counted.")
        if search.last_day is not None:
            found.ask("leaving", "Who ends the job, and why? Whether benefits are paid after it depends on that.")
        return False
    if leaving in benefits.no_benefits:
        found.warnings.append(benefits.no_benefits[leaving])
        return False
    if leaving in benefits.ask:
        found.warnings.append(benefits.ask[leaving])
    return True


def _begins(search: Search, stated: Benefit, start: date, found: _Found) -> date | None:
    if given := first_day(stated.claim_start):
        return given
    if ended := last_day(search.last_day):
        return ended + DAY
    if stated.weeks_used:
        return start  # the claim runs, and its unpaid weeks are past
    found.ask("last_day", "When was the last day of paid work? Benefits begin after it.")
    return None


def _weekly(stated: Benefit, terms: Terms, found: _Found, *, side: bool) -> Fraction | None:
    if stated.weekly is not None:
        if side and stated.insurable_earnings is None:
            found.ask("benefit.insurable_earnings", "What were the average weekly insurable earnings? "
                      "Beyond a share of them, side earnings take off the whole benefit.")  # fmt: skip
        return Fraction(stated.weekly)
    if stated.insurable_earnings is None:
        found.ask("benefit.insurable_earnings", "What were the average weekly insurable earnings? 1,250 a week")
        return None
    return weekly_benefit(_a_week(stated.insurable_earnings.a_year), terms.rate)


def _a_week(a_year: Decimal) -> Fraction:
    return Fraction(a_year) / 52


def _weeks(stated: Benefit, terms: Terms, found: _Found) -> int | None:
    least, most = terms.rate.weeks_least, terms.weeks_most
    if stated.weeks is None:
        found.ask("benefit.weeks", f"How many weeks does the office say? Claims have {least} to {most}.")
        return None
    if stated.weeks > most:
        found.warnings.append(
            f"{stated.weeks} weeks of benefits are stated, more than the {most} that the data file knows for this claim; "
            "they are counted as stated."
        )
    elif stated.weeks < least:
        found.warnings.append(
            f"{stated.weeks} weeks of benefits are stated, fewer than the {least} that a claim has at least; "
            "they are counted as stated."
        )
    return max(stated.weeks - stated.weeks_used, 0)


def _dates(begins: date, seen: date, benefits: Benefits, terms: Terms, found: _Found) -> None:
    """What the dates of the file leave open: a claim outside them, a file that is old, measures that have ended."""
    rate = terms.rate
    if terms.nearest:
        found.warnings.append(
            f"The data file has no rates for a claim that begins on {begins}; those of {rate.first} to {rate.last} are "
            "used. Ask for the rates of that day."
        )
    elif seen > benefits.last_day:
        found.warnings.append(
            f"The data file speaks of claims to {benefits.last_day} only. Ask whether its rates still hold."
        )
    for item in terms.measures:
        if seen > item.last:
            found.warnings.append(
                f"The {item.name} ended, as reported, on {item.last}; this claim began before and is reckoned with them. "
                "Ask whether they still hold for it."
            )
    for item in terms.ended:
        found.warnings.append(
            f"The {item.name} ended, as reported, on {item.last}; this claim is reckoned without them. Ask whether they "
            "were extended."
        )


def _allocated(search: Search, terms: Terms, found: _Found) -> int:
    """The weeks by which money paid at separation delays the benefits."""
    paid = search.severance
    if paid is None or not terms.severance_delays:
        return 0
    if paid.weeks is not None:
        return paid.weeks
    earnings = search.benefit.insurable_earnings if search.benefit else None
    if paid.gross is not None and earnings is not None and earnings.amount:
        return _spread(Fraction(paid.gross) / _a_week(earnings.a_year), found)
    found.warnings.append(
        "Severance delays benefits by the weeks it stands for; they are not stated, so no delay is counted."
    )
    instead = "Or state its gross amount." if paid.gross is None else "Or state benefit.insurable_earnings."
    found.ask("severance.weeks", f"For how many weeks of pay does the severance stand? {instead}")
    return 0


def _spread(weeks: Fraction, found: _Found) -> int:
    """Whole weeks of pay that the gross amount stands for; a last part of one counts as a week."""
    if weeks > MOST_ALLOCATED:
        found.warnings.append(
            f"By the stated figures severance stands for more than {MOST_ALLOCATED} weeks of pay; {MOST_ALLOCATED} are "
            "counted. Check severance.gross and benefit.insurable_earnings: without 'a week' these are a year's."
        )
        return MOST_ALLOCATED
    return ceil(weeks)


def _claim(
    search: Search,
    stated: Benefit,
    terms: Terms,
    *,
    begins: date,
    weekly: Fraction,
    weeks: int,
    allocated: int,
    start: date,
) -> Claim:
    separation = (last_day(search.last_day) or begins - DAY) + DAY
    first = max(begins, separation + allocated * WEEK) + terms.waiting_weeks * WEEK
    if stated.weeks_used and begins <= start:
        first = min(first, start)  # weeks were paid already, so what delays them is past
    earnings = stated.insurable_earnings
    return Claim(
        weekly, weeks, begins, first, terms.waiting_weeks, allocated, exact(stated.tax),
        None if earnings is None else _a_week(earnings.a_year), terms,
    )  # fmt: skip


def _late_count(claim: Claim, stated: Benefit, start: date) -> Iterator[str]:
    past = (start - claim.first_paid).days // 7
    if past > 0 and not stated.weeks_used:
        yield (
            f"By this claim {past} weeks were payable before the money was counted, and 'weeks_used' says none; "
            "write how many were paid."
        )
    if stated.weeks_used and claim.begins > start:
        yield (
            f"'weeks_used' says that weeks were paid, and this claim begins on {claim.begins}, after the money was counted; "
            "check both. Nothing is paid before it begins."
        )
    if stated.weeks_used and not claim.weeks:
        yield "Every entitled week was paid before the money was counted."
