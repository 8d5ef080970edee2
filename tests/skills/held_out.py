"""Labelled bullets that no fit has seen."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

HELD_OUT = sorted((Path(__file__).parents[2] / "benchmarks" / "fit" / "held-out").glob("*.csv"))


@cache
def bullets(path: Path) -> list[dict[str, str]]:
    """The rows of a set: id, source_field, text, primary, also."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
