"""Strength: how much a statement counts for a competency, factor by factor."""

from __future__ import annotations

from datetime import date
from math import prod

from resumekit.model.date import PartialDate
from resumekit.skills.evidence import Statement
from resumekit.skills.mapping import Mapping, Recency
from resumekit.skills.match import Match
from resumekit.skills.skill_map import Evidence, Factor, Grade

_RESULTS = {"measured": "a measured result", "told": "a result without a figure", "none": "no result told"}


def weigh(statement: Statement, match: Match, as_of: date | None, mapping: Mapping, via: str | None = None) -> Evidence:
    """The evidence that a statement is for the competency of a match."""
    factors = tuple(_factors(statement, match, as_of, mapping))
    strength = prod(factor.value for factor in factors)
    return Evidence(
        statement.fact, statement.holder, statement.source, statement.text, match, _grade(statement, match), factors,
        strength, via,
    )  # fmt: skip


def _grade(statement: Statement, match: Match) -> Grade:
    if statement.is_paper:
        return "D"
    if match.relation == "adjacent":
        return "C"
    return "B" if statement.result == "none" else "A"


def _factors(statement: Statement, match: Match, as_of: date | None, mapping: Mapping) -> list[Factor]:
    quality = mapping.quality
    first = [
        Factor("probability", match.probability, f"{match.band} by its words"),
        Factor("relation", mapping.relation[match.relation], match.relation),
    ]
    if statement.is_paper:
        return [*first, _standing(statement, as_of, mapping)]
    result = {"measured": quality.result_measured, "told": quality.result_told, "none": quality.result_none}
    return [
        *first,
        Factor("result", result[statement.result], _RESULTS[statement.result]),
        Factor("scope", quality.scope_told, "the role's scope is told")
        if statement.has_scope
        else Factor("scope", quality.scope_unknown, "no scope told"),
        Factor("part", quality.contributed, "contributed")
        if statement.contributed
        else Factor("part", quality.led, "led, or did it alone"),
        _recency(statement.since, as_of, mapping.recency),
    ]


def _standing(statement: Statement, as_of: date | None, mapping: Mapping) -> Factor:
    standing = statement.standing or "held"
    if is_past(statement.expires, as_of):
        standing = "expired"
    return Factor("standing", getattr(mapping.paper, standing), standing)


def is_past(day: PartialDate | None, as_of: date | None) -> bool:
    """Whether a date lies wholly before the month of `as_of`, or the day where both are known; False where unknown."""
    if day is None or as_of is None or day.is_present:
        return False
    if day.day and day.year and day.month:
        return date(day.year, day.month, day.day) < as_of
    return day.months_from_zero(latest=True) < as_of.year * 12 + as_of.month - 1


def _recency(since: PartialDate | None, as_of: date | None, recency: Recency) -> Factor:
    """Without a day to look from, or an end, nothing is taken off: age is never guessed."""
    if since is None:
        return Factor("recency", 1.0, "goes on, or no end is told")
    if as_of is None:
        return Factor("recency", 1.0, "no day to count from")
    years = max(as_of.year * 12 + as_of.month - 1 - since.months_from_zero(latest=True), 0) / 12
    share = (years - recency.full_years) / (recency.least_years - recency.full_years)
    value = 1.0 - (1.0 - recency.least) * min(max(share, 0.0), 1.0)
    return Factor("recency", value, f"{years:.0f} years ago" if years >= 1 else "within the year")
