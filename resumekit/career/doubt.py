"""Doubts: what well-meaning people say of a search, which of it a client will hear, and the words to answer with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from resumekit.career.slots import with_slots
from resumekit.career.tables import read_part
from resumekit.text.tables import DataTable

DoubtName = Literal[
    "any_job", "keep_looking", "gap_worse", "no_change", "too_qualified", "aim_lower", "choosy", "afford"
]  # fmt: skip
Words = dict[
    str,
    Annotated[str, with_slots("all", "count", "covered", "credential", "day", "deeds", "end", "job", "late", "level",
                              "levels", "median", "offer", "place", "reason", "result", "start", "study", "weeks",
                              "years")],
]  # fmt: skip
"""Texts by name, each with what the client's position fills in."""
HIGH_LEVEL = 4
"""From managers on, openings are few enough for "aim lower" to be said."""


class DoubtWords(DataTable):
    """One doubt. `none` tells where no study says anything; `refuses` that its answer may mean saying no to work."""

    says: str
    right: str
    right_employed: str = ""
    evidence: tuple[str, ...] = ()
    none: str = ""
    refuses: bool = False
    answer: Words


class DoubtRules(DataTable):
    """Every standing word of the kit."""

    opening: str
    again: str
    nothing: str
    repeated: str
    warned: str
    no_facts: str
    level_years: Annotated[int, Field(ge=1, le=50)]
    label: dict[str, str]
    doubt: dict[DoubtName, DoubtWords]
    fact: Words


def doubt_rules(paths: Iterable[str | Path] = ()) -> DoubtRules:
    """The rules that ship, with a coach's own over them. Raises ResumekitError for a file that cannot be used."""
    return read_part("doubts", DoubtRules, paths)


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a client's position decides which doubts are heard."""

    employed: bool
    in_short_job: bool = False
    changes: bool = False
    level_delta: int | None = None
    target_level: int | None = None
    has_list: bool = False
    has_offers: bool = False
    counts_money: bool = False


def doubts_of(standing: Standing) -> tuple[DoubtName, ...]:
    """The doubts that a client is likely to hear, in the order of the kit."""
    out_of_work, delta = not standing.employed, standing.level_delta
    applies: dict[DoubtName, bool] = {
        "any_job": out_of_work or standing.in_short_job or standing.changes or standing.has_offers,
        "keep_looking": out_of_work or standing.in_short_job or standing.has_offers,
        "gap_worse": out_of_work,
        "no_change": standing.changes,
        "too_qualified": delta is not None and delta < 0 and not standing.changes,
        "aim_lower": (standing.target_level or 0) >= HIGH_LEVEL and delta is not None and delta >= 0,
        "choosy": standing.has_list,
        "afford": out_of_work or standing.counts_money,
    }
    return tuple(name for name, heard in applies.items() if heard)
