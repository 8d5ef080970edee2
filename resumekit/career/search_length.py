"""The expected length of a search: a row by what the facts say of the move, and what makes it longer or shorter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from resumekit.career.question import Question
from resumekit.career.tables import exact, read_part
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.strategy.history import Held, History, read_history
from resumekit.strategy.observe import Observed, observe, same_function
from resumekit.strategy.rules import Thresholds, load_situations
from resumekit.text.tables import DataTable

RowName = Literal["lateral", "new_sector", "large_step", "transition", "executive"]
Colour = Literal["green", "amber", "red", "bridge", "unknown"]
Factor = Annotated[Decimal, Field(gt=0, le=10)]
Count = Annotated[int, Field(ge=0, le=1000)]


class Row(DataTable):
    """One kind of search: weeks until half, and until four of five, have an offer."""

    label: str
    median: Annotated[Decimal, Field(gt=0, le=520)]
    late: Annotated[Decimal, Field(gt=0, le=520)]
    level_factor: bool = True
    note: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.median > self.late:
            raise PydanticCustomError("order", "'median' is at most 'late', the weeks until four of five have an offer")
        return self


class Factors(DataTable):
    """What makes a search longer or shorter, and from where on."""

    executive_level: Count
    small_step: Count
    level: Count
    level_factor: Factor
    hours: Annotated[Decimal, Field(ge=0, le=168)]
    hours_factor: Factor
    thin_market_factor: Factor
    contacts: Count
    contacts_factor: Factor


class MoneyRules(DataTable):
    """Where the colours begin, and the weeks that a decision must leave."""

    green: Factor
    amber: Factor
    bridge: Factor
    buffer_weeks: Count
    lead_weeks: Count
    least_remaining: Count

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.green >= self.amber >= self.bridge:
            raise PydanticCustomError("order", "'green' is at least 'amber', and that at least 'bridge'")
        return self


class ColourWords(DataTable):
    """A colour in words: what it means, and what to do."""

    means: str
    do: str


class CheckpointRule(DataTable):
    """A week at which to look up, and at what."""

    week: Annotated[int, Field(ge=1, le=520)]
    title: str
    look_at: tuple[str, ...]


class SearchRules(DataTable):
    """Every number and standing word of the search plan."""

    row: dict[RowName, Row]
    factors: Factors
    money: MoneyRules
    colour: dict[Colour, ColourWords]
    checkpoint: tuple[CheckpointRule, ...]


def search_rules(paths: Iterable[str | Path] = ()) -> SearchRules:
    """The rules that ship, with a coach's own over them. Raises ResumekitError for a file that cannot be used."""
    return read_part("search", SearchRules, paths)


@dataclass(frozen=True, slots=True)
class AppliedFactor:
    """One thing that makes the search longer (above 1) or shorter; `facts` are keys of the client's facts."""

    name: str
    value: Fraction
    why: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class SearchLength:
    """The expected weeks of a search, exact. `why` and `facts` tell what the row was chosen by."""

    row: RowName
    label: str
    base_median: Fraction
    base_late: Fraction
    factors: tuple[AppliedFactor, ...] = ()
    why: str = ""
    facts: tuple[str, ...] = ()
    note: str = ""
    questions: tuple[Question, ...] = ()

    @cached_property
    def product(self) -> Fraction:
        """All factors multiplied."""
        product = Fraction(1)
        for factor in self.factors:
            product *= factor.value
        return product

    @property
    def median(self) -> Fraction:
        """By this week half of such searches have an offer."""
        return self.base_median * self.product

    @property
    def late(self) -> Fraction:
        """By this week four of five have one."""
        return self.base_late * self.product


def search_length(
    row: RowName,
    *,
    level: int | None = None,
    hours_a_week: float | Decimal | None = None,
    thin_market: bool = False,
    warm_contacts: int | None = None,
    factor: float | Decimal | None = None,
    factor_reason: str = "",
    rules: SearchRules | None = None,
) -> SearchLength:
    """The length of a search of this row; what is None is not known and changes nothing."""
    rules = rules or search_rules()
    chosen, limits = rules.row[row], rules.factors
    made: list[AppliedFactor] = []

    def add(holds: bool, name: str, value: Decimal | float, why: str) -> None:
        if holds:
            made.append(AppliedFactor(name, exact(value), why))

    high = level is not None and level >= limits.level and chosen.level_factor
    add(high, "level", limits.level_factor, f"the target is at level {level}")
    few = hours_a_week is not None and Decimal(str(hours_a_week)) < limits.hours
    add(few, "hours", limits.hours_factor, f"under {limits.hours:f} hours a week go into it")
    add(thin_market, "thin_market", limits.thin_market_factor, "few such jobs are within reach")
    many = warm_contacts is not None and warm_contacts >= limits.contacts
    add(many, "contacts", limits.contacts_factor, f"{warm_contacts} people would take a call")
    add(factor is not None, "own", factor or 1, factor_reason or "the coach’s own factor")
    return SearchLength(
        row, chosen.label, Fraction(chosen.median), Fraction(chosen.late), tuple(made), note=chosen.note
    )


def expected_search(
    resume: Resume,
    target: Target | None,
    *,
    as_of: date | None = None,
    rules: SearchRules | None = None,
) -> SearchLength | None:
    """The length of this client's search for this target; None without a target, for then nothing is compared."""
    if target is None:
        return None
    rules = rules or search_rules()
    history, situations = read_history(resume, as_of), load_situations()
    seen = observe(resume, target, history, situations)
    kind = _kind(seen, history, situations.thresholds, rules)
    search = resume.search
    made = search_length(
        kind.row,
        level=target.level,
        hours_a_week=search.hours_a_week if search else None,
        thin_market=bool(search and search.thin_market),
        warm_contacts=search.warm_contacts if search else None,
        factor=search.factor if search else None,
        factor_reason=(search.factor_reason or "") if search else "",
        rules=rules,
    )
    factors = tuple(replace(item, facts=(target.key,)) if item.name == "level" else item for item in made.factors)
    asked = tuple(_questions(resume, target, seen, kind))
    return replace(made, factors=factors, why=kind.why, facts=kind.facts, questions=asked)


@dataclass(frozen=True, slots=True)
class _Kind:
    row: RowName
    why: str
    facts: tuple[str, ...] = ()
    sector_asked: bool = False


def _kind(seen: Observed, history: History, limits: Thresholds, rules: SearchRules) -> _Kind:
    """The row, by the first of these that holds: executive, another field, a large step up, a new sector, the rest."""
    roles = tuple(dict.fromkeys(key for key in (seen.target_key, seen.last_role) if key))
    level, delta = seen.target_level, seen.level_delta
    best = tuple(dict.fromkeys(key for key in (seen.target_key, seen.best_role) if key))
    if level is not None and level >= rules.factors.executive_level:
        return _Kind("executive", f"the target is at level {level}", (seen.target_key,))
    if seen.field_change:
        return _Kind("transition", f"from {seen.last_field} to {seen.target_field}", roles)
    if delta is not None and delta > rules.factors.small_step:
        return _Kind("large_step", f"{delta} levels above the best of recent years", best)
    known = _same_sector(seen.target_sector, history, limits)
    if known is False:
        return _Kind("new_sector", f"{seen.target_sector} is new to the client", roles)
    return _Kind("lateral", _step(delta, known), best, sector_asked=known is None)


def _step(delta: int | None, same_sector: bool | None) -> str:
    words = {None: "in the client’s field", 0: "at the level held", 1: "one level up"}
    step = words.get(delta, "a step down, which counts like the same level")
    return f"{step}, in a sector the client knows" if same_sector else step


def _same_sector(sector: str, history: History, limits: Thresholds) -> bool | None:
    """Whether the last employer was in the sector, or one of recent years in which the client stayed a while.

    A job of some months elsewhere does not make a stranger of somebody who worked in the sector for years; so too for
    fields (`strategy.observe`). None where no sector is stated.
    """
    recent = [held for held in history.held if history.years_since(held) <= limits.recent_years]
    known = [held for held in recent or history.held[:1] if held.employer.sector]
    if not sector or not known:
        return None
    return any(
        same_function(sector, held.employer.sector or "") and (held is known[0] or _stayed(held, limits))
        for held in known
    )


def _stayed(held: Held, limits: Thresholds) -> bool:
    return held.months is None or held.months >= limits.field_held_months


def _questions(resume: Resume, target: Target, seen: Observed, kind: _Kind) -> Iterator[Question]:
    where = f"targets.{target.key.removeprefix('targets/')}"
    if target.level is None:
        yield Question(f"{where}.level", "At what level is the target? Without it no step up or down is seen.")
    if seen.field_change is None:
        yield Question(
            f"{where}.field",
            "Is the target in another field? Without 'field:' here and in the roles it counts as the same.",
        )
    if kind.sector_asked:
        yield Question(
            f"{where}.sector", "Is the sector new? Without 'sector:' here and at the employers it counts as the same."
        )
    search = resume.search
    if search is None or search.hours_a_week is None:
        yield Question("search.hours_a_week", "How many hours a week go into the search?")
    if search is None or search.warm_contacts is None:
        yield Question("search.warm_contacts", "How many people would take a call from the client?")
