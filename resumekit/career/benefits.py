"""Unemployment benefits of a country: rates by the day a claim begins, read from a dated data file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from resumekit.errors import ResumekitError, UnknownNameError, nearest
from resumekit.model.search import Leaving
from resumekit.text.tables import DataTable, read_table

Share = Annotated[Decimal, Field(ge=0, le=1)]
Dollars = Annotated[Decimal, Field(gt=0, le=10_000_000)]
Weeks = Annotated[int, Field(ge=0, le=260)]


class Period(DataTable):
    """What holds for the claims that begin from one day to another, both counted."""

    first: date = Field(alias="from", description="the first day on which a claim may begin: 2026-01-01")
    last: date = Field(alias="to", description="the last one")
    sources: tuple[str, ...] = Field((), description="where the numbers were read: ids of the sources, or addresses")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise PydanticCustomError("dates", "'to' ({last}) lies before 'from' ({first})",
                                      {"last": self.last.isoformat(), "first": self.first.isoformat()})  # fmt: skip
        return self

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def distance(self, day: date) -> int:
        """Days from the nearest day of the row; 0 within it."""
        return max((self.first - day).days, (day - self.last).days, 0)


class Rate(Period):
    """The rules of one period."""

    share: Share = Field(description="of average weekly insurable earnings: 0.55")
    weekly_most: Dollars = Field(description="the most a week, before tax")
    max_insurable: Dollars | None = Field(
        None, description="a year's earnings beyond this do not count; told, not reckoned with"
    )
    weeks_least: Weeks = Field(0, description="the fewest entitled weeks of a claim; how many, the office says")
    weeks_most: Weeks = Field(description="the most")
    waiting_weeks: Weeks = Field(0, description="unpaid weeks at the beginning")
    severance_delays: bool = Field(False, description="whether money paid at separation delays the start")
    kept_share: Share = Field(description="of each dollar earned beside the claim that does not reduce the benefit …")
    threshold_share: Share = Field(
        description="… up to this share of previous weekly earnings; above it, dollar for dollar"
    )

    @model_validator(mode="after")
    def _weeks_in_order(self) -> Self:
        if self.weeks_least > self.weeks_most:
            raise PydanticCustomError(
                "weeks", "'weeks_least' ({least}) is more than 'weeks_most' ({most})",
                {"least": self.weeks_least, "most": self.weeks_most},
            )  # fmt: skip
        return self


class TemporaryMeasure(Period):
    """What changes some of the rules for a time; what it does not state stays."""

    name: str = Field(description="what it is called in a warning: temporary measures of 2025 and 2026")
    waiting_weeks: Weeks | None = None
    severance_delays: bool | None = None
    weeks_most: Weeks | None = None
    weeks_most_long_tenured: Weeks | None = Field(None, description="for clients whose benefit says long_tenured")


class Benefits(DataTable):
    """One data file."""

    country: str = Field(description="what a client file calls it: ca")
    name: str = Field(description="what the benefits are called")
    confirm_with: str = Field(description="who has the last word; stands on every page")
    sources: tuple[str, ...] = ()
    no_benefits: dict[Leaving, str] = Field(
        default_factory=dict, description="ways of leaving a job that bring no benefits, each with what to say: quit"
    )
    ask: dict[Leaving, str] = Field(
        default_factory=dict, description="ways of leaving that may bring none, each with what to find out: dismissed"
    )
    rates: Annotated[tuple[Rate, ...], Field(min_length=1)] = Field(
        description="a row for each period; none may overlap"
    )
    measures: tuple[TemporaryMeasure, ...] = Field((), description="what changes some of a row for a time")

    @model_validator(mode="after")
    def _apart(self) -> Self:
        rows = sorted(self.rates, key=lambda row: row.first)
        for earlier, later in pairwise(rows):
            if later.first <= earlier.last:
                raise PydanticCustomError("rates", "two rows of rates hold on {day}", {"day": later.first.isoformat()})
        return self

    @property
    def last_day(self) -> date:
        """The last day that the rates speak of."""
        return max(row.last for row in self.rates)


@dataclass(frozen=True, slots=True)
class Terms:
    """The rules for one claim, the measures of its day laid over its rate. `nearest` marks a rate of another time."""

    rate: Rate
    waiting_weeks: int
    severance_delays: bool
    weeks_most: int
    measures: tuple[TemporaryMeasure, ...]
    nearest: bool
    ended: tuple[TemporaryMeasure, ...]
    """Measures that ended before the claim began, and that no later rate speaks after."""

    @property
    def sources(self) -> tuple[str, ...]:
        named = [*self.rate.sources, *(name for item in self.measures for name in item.sources)]
        return tuple(dict.fromkeys(named))


def terms_for(benefits: Benefits, day: date, *, long_tenured: bool = False) -> Terms:
    """What the file says of a claim that begins on this day; outside its dates, what its nearest row says."""
    rate = min(benefits.rates, key=lambda row: (row.distance(day), row.first))
    held = tuple(item for item in benefits.measures if item.holds(day))
    waiting, delays, most = rate.waiting_weeks, rate.severance_delays, rate.weeks_most
    for item in held:
        waiting = waiting if item.waiting_weeks is None else item.waiting_weeks
        delays = delays if item.severance_delays is None else item.severance_delays
        most = most if item.weeks_most is None else item.weeks_most
        if long_tenured and item.weeks_most_long_tenured is not None:
            most = item.weeks_most_long_tenured
    ended = tuple(item for item in benefits.measures if item.last < day and rate.first <= item.last)
    return Terms(rate, waiting, delays, most, held, not rate.holds(day), ended)


def weekly_benefit(earnings: Decimal | Fraction, rate: Rate) -> Fraction:
    """The benefit of a week before tax, from average weekly insurable earnings."""
    return min(Fraction(rate.share) * Fraction(earnings), Fraction(rate.weekly_most))


def reduced(benefit: Fraction, earned: Fraction, previous: Fraction | None, rate: Rate) -> Fraction:
    """What is left of a week's benefit beside earnings of that week; `previous` are the weekly earnings before.

    Where those are not known, no earnings count as beyond the threshold.
    """
    within = earned if previous is None else min(earned, Fraction(rate.threshold_share) * previous)
    taken = (1 - Fraction(rate.kept_share)) * within + (earned - within)
    return max(benefit - taken, Fraction())


def countries() -> tuple[str, ...]:
    """The countries whose data files ship."""
    folder = files("resumekit.career").joinpath("data/benefits")
    return tuple(sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml")))


@cache
def shipped_benefits(country: str = "ca") -> Benefits:
    """The data file of a country that ships. Raises UnknownNameError with the known ones."""
    if country.lower() not in countries():
        raise UnknownNameError("country of benefits", country, countries())
    text = files("resumekit.career").joinpath(f"data/benefits/{country.lower()}.toml").read_text(encoding="utf-8")
    return Benefits.model_validate(tomllib.loads(text))


def read_benefits(path: str | Path) -> Benefits:
    """A data file of one's own.

    Raises:
        ResumekitError: it cannot be read, or states what there is not; with every problem, the file and the place.
    """
    path = Path(path)
    data = read_table(path)
    try:
        return Benefits.model_validate(data)
    except ValidationError as error:
        raise ResumekitError(
            "\n".join(_said(path, item["loc"], item["type"], item["msg"]) for item in error.errors())
        ) from None


def _said(path: Path, loc: tuple[int | str, ...], kind: str, message: str) -> str:
    """One problem, with the row counted from 1 as a person counts, and the nearest name for one that is not known."""
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in loc if part != "[key]")
    if kind == "extra_forbidden":
        known = _known(loc)
        guess = nearest(str(loc[-1]), known)
        hint = f"; did you mean '{guess}'?" if guess else "."
        message = f"there is no such key{hint} Known here: {', '.join(known)}."
    return f"{path}: {place}: {message}" if place else f"{path}: {message}"


def _known(loc: tuple[int | str, ...]) -> list[str]:
    tables: dict[str, type[DataTable]] = {"rates": Rate, "measures": TemporaryMeasure}
    table = tables.get(str(loc[0]), Benefits)
    return sorted(info.alias or name for name, info in table.model_fields.items())
