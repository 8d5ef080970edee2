"""Meaning: what a sentence's vector says of the areas of one framework, by weights fitted on labelled bullets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray

    Numbers = ndarray[Any, Any]

NONE = "none"
MILLI = 1000.0
"""Weights are kept as whole thousandths, so that a file reads and compares well."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """For each area, and for none of them, a weight for each number of a vector, and last the one it begins with."""

    framework: str
    weights: dict[str, tuple[float, ...]]
    fitted: dict[str, Any]

    def shares(self, vector: Numbers) -> dict[str, float]:
        """The probability of each area; what they leave of one is that of none."""
        import numpy as np

        table = np.array(list(self.weights.values()))
        sums = table[:, :-1] @ vector + table[:, -1]
        odds = np.exp(sums - sums.max())
        shares = dict(zip(self.weights, (odds / odds.sum()).round(6).tolist(), strict=True))
        return {area: share for area, share in shares.items() if area != NONE}


def to_json(meaning: Meaning) -> str:
    """The file of a framework's meaning, one area a line."""
    rows = {area: [round(weight * MILLI) for weight in weights] for area, weights in meaning.weights.items()}
    data = {"framework": meaning.framework, "fitted": meaning.fitted, "weights": rows}
    return json.dumps(data, separators=(",", ":")).replace('],"', '],\n"') + "\n"


def from_json(text: str) -> Meaning:
    """The meaning of a file that `to_json` wrote."""
    data = json.loads(text)
    rows = {area: tuple(weight / MILLI for weight in weights) for area, weights in data["weights"].items()}
    return Meaning(data["framework"], rows, data["fitted"])


@cache
def load_meaning(framework: str) -> Meaning | None:
    """What ships for a framework, or None where nothing was fitted."""
    path = files("resumekit.skills").joinpath("frameworks", f"{framework}.meaning.json")
    return from_json(path.read_text(encoding="utf-8")) if path.is_file() else None
