"""Mapping: the numbers and words by which matches become a client's map, read from their data file."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field

from resumekit.skills.framework import Relation
from resumekit.text.tables import DataTable

Share = Annotated[float, Field(ge=0, le=1)]


class Quality(DataTable):
    """How much a deed counts by its result, the scope of its role, and the part played."""

    result_measured: Share
    result_told: Share
    result_none: Share
    scope_told: Share
    scope_unknown: Share
    led: Share
    contributed: Share
    result_verbs: str


class Recency(DataTable):
    """Full for some years after the end, then less, down to the least."""

    full_years: Annotated[float, Field(ge=0)]
    least_years: Annotated[float, Field(gt=0)]
    least: Share


class Paper(DataTable):
    """How much a credential, a programme or a course counts."""

    probability: Share
    held: Share
    passed: Share
    candidate: Share
    underway: Share
    expired: Share
    studied: Share
    course: Share


class Least(DataTable):
    """The least coverage of a competency for its band, and the least probability of a hint."""

    demonstrated: Share
    partial: Share
    hint: Share


class Questions(DataTable):
    """How many questions are put, how many words one has that is made from a cue, and how likely a reading is that a
    client is asked to confirm.
    """

    most: Annotated[int, Field(ge=1)]
    words: Annotated[int, Field(ge=1)]
    least_hint: Share


class Renamed(DataTable):
    """A designation whose name once meant another."""

    name: str
    until: int
    may_be: tuple[str, ...]
    settled_by: tuple[str, ...]
    ask: str


class Mapping(DataTable):
    """All of it. `basis` names the sources behind each table; none is a professional judgement."""

    quality: Quality
    relation: dict[Relation, Share]
    recency: Recency
    paper: Paper
    coverage: Least
    questions: Questions
    renamed: tuple[Renamed, ...]
    degrees: dict[str, tuple[str, ...]]
    basis: dict[str, tuple[str, ...]]


@cache
def load_mapping() -> Mapping:
    """The numbers and words that ship with resumekit."""
    text = files("resumekit.skills").joinpath("data", "mapping.toml").read_text(encoding="utf-8")
    return Mapping.model_validate(tomllib.loads(text))
