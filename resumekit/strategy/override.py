"""Numbers of a coach's or a client's own, laid over those that ship."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from resumekit.errors import ResumekitError
from resumekit.strategy.rules import Rules, SituationRules, shipped_length, shipped_situations
from resumekit.text.tables import laid_over, read_table, wrong_values

SITUATIONS = "situations"
"""The table that holds what belongs to the situations; what is in none of these belongs to length and weight."""
CAREER = "career"
"""The table of the advice: the same file may hold it, and `career.tables` reads it."""


def read_rules(paths: Iterable[Path]) -> tuple[Rules, SituationRules]:
    """The shipped numbers with those of each file over them, the later over the earlier.

    A file is TOML: the tables of `length.toml` as they are, and those of `situations.toml` under `situations`;
    what stands under `career` belongs to the advice and is not read here.

    Raises:
        ResumekitError: a file cannot be read, or states what there is not; with the file and the nearest name.
    """
    length, situations = shipped_length(), shipped_situations()
    rules, ten = Rules.model_validate(length), SituationRules.model_validate(situations)
    for path in paths:
        own = _toml(path)
        length = laid_over(length, {key: value for key, value in own.items() if key not in (SITUATIONS, CAREER)})
        situations = laid_over(situations, own.get(SITUATIONS, {}))
        wrong = [*wrong_values(path, Rules, length), *wrong_values(path, SituationRules, situations)]
        if wrong:
            raise ResumekitError("\n".join(wrong))
        rules, ten = Rules.model_validate(length), SituationRules.model_validate(situations)
    return rules, ten


def _toml(path: Path) -> dict[str, Any]:
    data = read_table(path)
    if not isinstance(data.get(SITUATIONS, {}), dict):
        raise ResumekitError(f"{path}: '{SITUATIONS}' is a table: [situations.thresholds], [situations.situation.8]")
    return data
