"""Employers and the roles held with them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from resumekit.model.achievement import Achievement
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact, Name, Text
from resumekit.model.url import Url

Employment = Literal["permanent", "contract", "temporary", "agency", "co-op", "acting", "volunteer"]
Level = Annotated[int, Field(ge=0, le=8)]
LEVELS = (
    "trainee", "junior", "professional", "senior, lead or supervisor", "manager",
    "senior manager", "director", "vice-president", "chief officer",
)  # fmt: skip


def _is_before(end: PartialDate, start: PartialDate) -> bool:
    """Whether an end lies before a start in whatever way the two may be meant."""
    first, last = start.months_from_zero(), end.months_from_zero(latest=True)
    return last < first or (last == first and bool(start.day and end.day and end.day < start.day))


class Dated(Fact):
    """A fact with a beginning and an end; either may be unknown, and `end` may be `present`."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    @field_validator("start")
    @classmethod
    def _not_the_present(cls, start: PartialDate | None) -> PartialDate | None:
        if start and start.is_present:
            raise PydanticCustomError("dates", "'start' cannot be the present")
        return start

    @field_validator("end")
    @classmethod
    def _not_before_start(cls, end: PartialDate | None, info: ValidationInfo) -> PartialDate | None:
        start = info.data.get("start")
        if start and end and _is_before(end, start):
            raise PydanticCustomError(
                "dates", "the end, {end}, lies before the start, {start}", {"start": str(start), "end": str(end)}
            )
        return end


class Scope(Fact):
    """How large a role was, each in the client's words: "12 direct, 40 in all", "$3.2 million"."""

    people: Text | None = None
    budget: Text | None = None
    revenue: Text | None = None
    sites: Text | None = None
    assets: Text | None = Field(None, description="equipment or portfolio in the client's care")
    reports_to: Text | None = None


class Duty(Fact):
    """A standing task of a role."""

    shorthand: ClassVar[str | None] = "text"
    label_field: ClassVar[str] = "-"

    text: Name


class Role(Dated):
    """A position held."""

    label_field: ClassVar[str] = "title"

    title: Name
    equivalent: Text | None = Field(None, description="a functional equivalent, printed in brackets after the title")
    employment: Employment | None = Field(None, alias="type")
    level: Level | None = Field(
        None, description="0 trainee … 2 professional … 4 manager … 6 director … 8 chief officer"
    )
    field: Text | None = Field(None, description="the function: human resources, laboratory operations")
    city: Text | None = None
    summary: Text | None = Field(None, description="one line on the mandate, set above the bullets")
    scope: Scope | None = None
    duties: tuple[Duty, ...] = ()
    achievements: tuple[Achievement, ...] = ()

    @property
    def is_current(self) -> bool:
        """Whether the role goes on: its end is the present, or a start is all that is known."""
        return self.end.is_present if self.end else self.start is not None


class Employer(Fact):
    """An employer with one or several roles. A single role may be written on the same level as the employer."""

    name: Name = Field(alias="employer")
    about: Text | None = Field(None, description="who they are, in a few words: a contract laboratory of 400")
    sector: Text | None = None
    city: Text | None = None
    url: Url | None = None
    roles: tuple[Role, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _lift_single_role(cls, value: Any) -> Any:
        if not isinstance(value, dict) or "roles" in value:
            return value
        of_role = Role.known_keys() - cls.known_keys()
        rest = {key: item for key, item in value.items() if key not in of_role}
        lifted = {key: item for key, item in value.items() if key in of_role and item is not None}
        return {**rest, "roles": [lifted]} if lifted else rest
