"""A search plan in sentences: weeks, money and days as a coach says them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from resumekit.career.claim import Claim
from resumekit.career.plan import Alternative, SearchPlan
from resumekit.career.runway import Runway
from resumekit.career.search_length import Colour
from resumekit.compose.report import long_day
from resumekit.text.amount import dollars, weeks

COLOURS: dict[Colour, str] = {
    "green": "Green", "amber": "Amber", "red": "Red", "bridge": "Bridge", "unknown": "Not known",
}  # fmt: skip


def times(value: Fraction) -> str:
    """A factor or ratio to two places: "1.2", "0.85"."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def length_told(plan: SearchPlan) -> str:
    """How long the search may take, in one sentence."""
    if plan.length is None:
        return "How long the search may take is not known without a target."
    late = weeks(plan.length.late)
    return (
        f"A search like this takes about {weeks(plan.length.median)}: half of them take longer, and about one in five "
        f"more than {late}."
    )


def money_told(plan: SearchPlan) -> str:
    """How long the money lasts, in one sentence."""
    if plan.runway is None:
        return "How long the money lasts is not known yet; what is asked below is missing."
    if plan.runway.first_below is None:
        return f"{_while(plan)}the money {_lasts(plan.runway)}."
    ends = f", which begins on {long_day(plan.money_ends)}" if plan.money_ends else ""
    return f"{_while(plan)}the money runs out in week {plan.runway.first_below}{ends}."


def _while(plan: SearchPlan) -> str:
    return "While the job goes on, " if plan.scenario == "keeps the job" else "By what is stated, "


def _lasts(runway: Runway) -> str:
    return f"lasts {runway.told}" if runway.lasts_beyond else "does not run out"


def ratio_told(plan: SearchPlan) -> str:
    """The runway against the search, and its colour in words."""
    words = plan.rules.colour[plan.colour]
    if plan.runway is not None and plan.runway.first_below is None:
        return f"{COLOURS[plan.colour]}: as long as that holds, money does not set the pace. {words.do}"
    against = f", {times(plan.ratio)} times the expected search" if plan.ratio is not None else ""
    return f"{COLOURS[plan.colour]}{against}. {words.means} {words.do}"


def decision_told(plan: SearchPlan) -> str:
    """When to decide; "" where no day is known."""
    made, money = plan.decision, plan.rules.money
    if made is None:
        return ""
    why = f"{money.lead_weeks} weeks from a decision to other pay, and {money.buffer_weeks} weeks that stay untouched"
    if made.passed:
        when = f" ({long_day(made.date)})" if made.date else ""
        return f"The day to decide has already passed{when}: {why}. Decide now what bridges the time."
    when = f", {long_day(made.date)}" if made.date else ""
    return f"Decide by the beginning of week {made.week}{when}: {why}."


def remaining_told(plan: SearchPlan) -> str:
    """What has passed of the search and what may remain; "" before its first week is over."""
    if plan.remaining is None or plan.length is None or not plan.weeks_searched:
        return ""
    passed = f"The search has taken {weeks(plan.weeks_searched)}"
    if plan.weeks_searched >= plan.length.late:
        return f"{passed}, longer than four of five: look at target, documents and interviews anew before the money."
    return f"{passed}; about {weeks(plan.remaining)} may remain."


def start_told(plan: SearchPlan) -> str:
    """What the money begins with and what goes out."""
    if plan.runway is None or not plan.runway.weeks:
        return ""
    week = plan.runway.weeks[0]
    since = f" on {long_day(week.begins)}" if week.begins else ""
    return f"It begins with {dollars(plan.runway.start)}{since}; {dollars(week.out)} go out each week."


def claim_told(plan: SearchPlan) -> Iterator[str]:
    """What the claim brings, when, and by which data file."""
    claim = plan.claim
    if claim is None or plan.benefits is None:
        return
    yield (
        f"{plan.benefits.name}: {dollars(claim.weekly)} a week before tax for {weeks(claim.weeks)}, from "
        f"{long_day(claim.first_paid)}{_delays(claim)}."
    )
    if plan.benefit_ends:
        yield f"The last week of benefits ends on {long_day(plan.benefit_ends)}."


def _delays(claim: Claim) -> str:
    said = []
    if claim.severance_weeks:
        said.append(f"{weeks(claim.severance_weeks)} of severance")
    if claim.waiting_weeks:
        said.append(f"{claim.waiting_weeks} waiting week{'' if claim.waiting_weeks == 1 else 's'}")
    return f", after {' and '.join(said)}" if said else ""


def alternative_told(item: Alternative) -> str:
    """How long the money lasts then, and when to decide."""
    made = item.decision
    if item.runway.first_below is None or made is None:
        return f"the money {_lasts(item.runway)}"
    decide = (
        "the day to decide would already have passed" if made.passed else f"the day to decide is in week {made.week}"
    )
    return f"the money runs out in week {item.runway.first_below}; {decide}"
