"""The money against the search: their ratio, its colour, and the day to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from resumekit.career.days import WEEK
from resumekit.career.runway import Runway
from resumekit.career.search_length import Colour, MoneyRules, SearchLength


@dataclass(frozen=True, slots=True)
class Decision:
    """When to decide: so long before the money ends. A week of 0 or less lay before the money was counted."""

    week: int
    date: date | None
    passed: bool


def decide(runway: Runway | None, rules: MoneyRules, as_of: date | None) -> Decision | None:
    """The day to decide; None while the money does not run out, or its end is not known."""
    if runway is None or runway.first_below is None:
        return None
    week = runway.first_below - rules.buffer_weeks - rules.lead_weeks
    day = begins_on(runway, week)
    return Decision(week, day, passed=week < 1 or bool(day and as_of and day < as_of))


def begins_on(runway: Runway, week: int) -> date | None:
    """The first day of a week, also of one before the first; None where nothing has a date."""
    first = runway.weeks[0].begins if runway.weeks else None
    return first + (week - 1) * WEEK if first else None


def ratio_of(runway: Runway | None, length: SearchLength | None) -> Fraction | None:
    """The runway divided by the median search; None where one is not known, or the money does not run out."""
    if runway is None or runway.first_below is None or length is None:
        return None
    return runway.first_below / length.median


def colour_of(runway: Runway | None, length: SearchLength | None, rules: MoneyRules) -> Colour:
    """Green, amber, red or bridge, by that ratio; what never runs out is green."""
    if runway is not None and runway.first_below is None:
        return "green"
    ratio = ratio_of(runway, length)
    if ratio is None:
        return "unknown"
    if ratio >= Fraction(rules.green):
        return "green"
    if ratio >= Fraction(rules.amber):
        return "amber"
    return "red" if ratio >= Fraction(rules.bridge) else "bridge"
