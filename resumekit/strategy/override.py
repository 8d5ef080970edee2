"""Numbers of a coach's or a client's own, laid over those that ship."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from resumekit.errors import ResumekitError, nearest
from resumekit.strategy.rules import Rules, SituationRules, shipped_length, shipped_situations
from resumekit.text.tables import laid_over, read_table

SITUATIONS = "situations"
"""The table that holds what belongs to the situations; all else belongs to length and weight."""


def read_rules(paths: Iterable[Path]) -> tuple[Rules, SituationRules]:
    """The shipped numbers with those of each file over them, the later over the earlier.

    A file is TOML: the tables of `length.toml` as they are, and those of `situations.toml` under `situations`.

    Raises:
        ResumekitError: a file cannot be read, or states what there is not; with the file and the nearest name.
    """
    length, situations = shipped_length(), shipped_situations()
    rules, ten = Rules.model_validate(length), SituationRules.model_validate(situations)
    for path in paths:
        own = _toml(path)
        length = laid_over(length, {key: value for key, value in own.items() if key != SITUATIONS})
        situations = laid_over(situations, own.get(SITUATIONS, {}))
        wrong = [*_wrong(path, Rules, length), *_wrong(path, SituationRules, situations)]
        if wrong:
            raise ResumekitError("\n".join(wrong))
        rules, ten = Rules.model_validate(length), SituationRules.model_validate(situations)
    return rules, ten


def _toml(path: Path) -> dict[str, Any]:
    data = read_table(path)
    if not isinstance(data.get(SITUATIONS, {}), dict):
        raise ResumekitError(f"{path}: '{SITUATIONS}' is a table: [situations.thresholds], [situations.situation.8]")
    return data


def _wrong(path: Path, model: type[BaseModel], data: dict[str, Any]) -> list[str]:
    """What the model refuses, each with its place and, for a name it does not have, the nearest."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return [_said(path, data, item["loc"], item["type"], item["msg"]) for item in error.errors()]
    return []


def _said(path: Path, data: dict[str, Any], loc: tuple[int | str, ...], kind: str, message: str) -> str:
    *front, last = (str(part) for part in loc)
    if kind == "extra_forbidden":
        table: Any = data
        for part in front:
            table = table[part]
        known = sorted(str(key) for key in table if key != last)
        guess = nearest(last, known)
        hint = f"; did you mean '{guess}'?" if guess else "."
        message = f"there is no such number{hint} Known here: {', '.join(known)}."
    return f"{path}: {'.'.join((*front, last))}: {message}"
