"""The strategy's numbers, read from their data file."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(ge=0, le=100)]
Share = Annotated[float, Field(ge=0, le=1)]
Range = tuple[Count, Count]
"""The least and the most."""


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Profile(_Table):
    """How long a resume of this kind of client is. `bullets` goes by the age of a role, newest first."""

    summary: str
    pages: Range
    years_in_detail: Count
    bullets: tuple[Range, Range, Range, Range, Range]
    highlights: Count


class Limits(_Table):
    """Counts that hold for every profile."""

    short_job_months: Count
    short_job_bullets: Range
    most_bullets: Count
    competencies: Range
    education_first_below_years: Count
    credential_new_years: Count


class ValueWeights(_Table):
    """What a fact's value is made of; the shares sum to one."""

    relevance: Share
    measured: Share
    recency: Share
    uniqueness: Share


class Rules(_Table):
    """All of it."""

    student: Profile
    early: Profile
    experienced: Profile
    senior: Profile
    executive: Profile
    limits: Limits
    value: ValueWeights


@cache
def load_rules() -> Rules:
    """The numbers that ship with resumekit."""
    text = files("resumekit.strategy").joinpath("data/length.toml").read_text(encoding="utf-8")
    return Rules.model_validate(tomllib.loads(text))
