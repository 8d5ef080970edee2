"""The strategy's numbers, read from their data file."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

from pydantic import Field

from resumekit.text.tables import DataTable

Count = Annotated[int, Field(ge=0, le=100)]
Share = Annotated[float, Field(ge=0, le=1)]
Range = tuple[Count, Count]
"""The least and the most."""
Basis = dict[str, tuple[str, ...]]
"""The ids of the sources behind each number, by its name; none where it is a professional judgement."""


class Profile(DataTable):
    """How long a resume of this kind of client is. `bullets` goes by the age of a role, newest first."""

    summary: str
    pages: Range
    years_in_detail: Count
    bullets: tuple[Range, Range, Range, Range, Range]
    highlights: Count


class Limits(DataTable):
    """Counts that hold for every profile."""

    short_job_months: Count
    short_job_bullets: Range
    most_bullets: Count
    competencies: Range
    education_first_below_years: Count
    credential_new_years: Count


class ValueWeights(DataTable):
    """What a fact's value is made of; the shares sum to one."""

    relevance: Share
    measured: Share
    recency: Share
    uniqueness: Share


class Rules(DataTable):
    """All of it."""

    student: Profile
    early: Profile
    experienced: Profile
    senior: Profile
    executive: Profile
    change: Profile
    limits: Limits
    value: ValueWeights
    basis: Basis


@cache
def load_rules() -> Rules:
    """The numbers that ship with resumekit."""
    return Rules.model_validate(shipped_length())


def shipped_length() -> dict[str, Any]:
    """Length and weight as their data file has them."""
    return _shipped("length.toml")


def shipped_situations() -> dict[str, Any]:
    """The ten situations as their data file has them."""
    return _shipped("situations.toml")


def _shipped(name: str) -> dict[str, Any]:
    return tomllib.loads(files("resumekit.strategy").joinpath(f"data/{name}").read_text(encoding="utf-8"))


class Thresholds(DataTable):
    """The numbers that the tests of the situations use."""

    executive_level: Count
    recent_years: Count
    field_held_months: Count
    short_months: Count
    returner_gap_months: Count
    returner_combination_months: Count
    graduate_years: Count
    objective_months: Count


class SituationRule(DataTable):
    """One situation: what tells it, and what it makes of the resume."""

    name: str
    test: str
    kind: Literal["published", "judgement"]
    sources: tuple[str, ...] = ()
    format: Literal["chronological", "combination"]
    order: tuple[str, ...]
    emphasise: str
    compress: str
    extra: str
    highlights: Range = (0, 0)


class Integrator(DataTable):
    """When a short job is told, compressed, or may be left out."""

    include_gap_months: Count
    include_relevance: Share
    compress_months: Count
    omit_months: Count
    omit_relevance: Share
    word_share: Share


class SituationRules(DataTable):
    """The ten situations and the order in which they are tried."""

    order_of_detection: tuple[int, ...]
    thresholds: Thresholds
    integrator: Integrator
    situation: dict[int, SituationRule]
    basis: Basis


@cache
def load_situations() -> SituationRules:
    """The situations that ship with resumekit."""
    return SituationRules.model_validate(shipped_situations())
