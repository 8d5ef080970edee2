"""The numbers and words of the advice: data files that ship, and a coach's own laid over them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from resumekit.errors import ResumekitError, UnknownNameError
from resumekit.text.tables import DataTable, laid_over, read_table, wrong_values

CAREER = "career"
"""The table of a coach's own file that holds all of the advice: `[career.move]`, `[career.search]` …"""
PARTS = (
    "move", "compare", "forecast", "simulate", "search", "funnel", "stories", "questions", "objections", "doubts",
    "evidence",
)  # fmt: skip

Part = TypeVar("Part", bound=DataTable)


def read_part(name: str, model: type[Part], paths: Iterable[str | Path] = ()) -> Part:
    """One part of the advice as it ships, with the tables of each file over it, the later over the earlier.

    Raises:
        ResumekitError: a file cannot be read, or states what there is not; with the file and the nearest name.
    """
    data = shipped(name)
    value = _shipped(name, model)
    for path in map(Path, paths):
        data = laid_over(data, _own(path).get(name, {}))
        try:
            value = model.model_validate(data)
        except ValidationError:
            raise ResumekitError("\n".join(wrong_values(path, model, data, (CAREER, name)))) from None
    return value


def exact(number: float | Decimal | Fraction) -> Fraction:
    """A number as it is written in a file: 0.7 is seven tenths."""
    return Fraction(str(number))


def _shipped(name: str, model: type[Part]) -> Part:
    value = _checked(name, model)
    assert isinstance(value, model)
    return value


@cache
def _checked(name: str, model: type[DataTable]) -> DataTable:
    return model.model_validate(shipped(name))


@cache
def shipped(name: str) -> dict[str, Any]:
    """A part as its data file has it."""
    return tomllib.loads(files("resumekit.career").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


def _own(path: Path) -> dict[str, Any]:
    own = read_table(path).get(CAREER, {})
    if not isinstance(own, dict):
        raise ResumekitError(f"{path}: '{CAREER}' is a table: [career.move.factor.pay]")
    for name, table in own.items():
        if name not in PARTS:
            raise ResumekitError(f"{path}: {UnknownNameError(f'table of [{CAREER}]', name, PARTS)}")
        if not isinstance(table, dict):
            raise ResumekitError(f"{path}: '{CAREER}.{name}' is a table: [{CAREER}.{name}]")
    return own
