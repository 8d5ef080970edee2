"""Weights: the constants of a framework's engine, fitted on labelled bullets and shipped with it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

MILLI = 1000.0
"""Weights are kept as whole thousandths, so that a file reads and compares well."""

Sparse = dict[str, tuple[tuple[int, float], ...]]
"""For each gram: (index of what it speaks for, log-odds)."""


@dataclass(frozen=True, slots=True)
class Constants:
    """What the evidence of cues counts for: a unit of a cue's weight, of likeness, of the best cue's coverage."""

    cue: float
    likeness: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Bands:
    """The least probability for each band."""

    demonstrated: float
    partial: float
    suggested: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything fitted for one framework.

    `names` are its competencies; index 0 stands for no competency at all, index n for `names[n - 1]`. `base` has the
    log-odds of each before anything is read, that of no competency taken off. Each gram of a bullet counts
    `scale` / sqrt(number of its known grams) times its weight, for the competency less for none.
    """

    framework: str
    names: tuple[str, ...]
    base: tuple[float, ...]
    constants: Constants
    scale: float
    words: Sparse
    bands: Bands
    fitted: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Common:
    """What holds for every framework: how rare words are among bullets, and constants for cues alone.

    `unseen` is the rarity of a word that no bullet of the corpus has.
    """

    rarity: dict[str, float]
    unseen: float
    base: float
    constants: Constants
    bands: Bands


def to_json(weights: Weights) -> str:
    """The file of a framework's weights, one gram a line."""
    head = {
        "framework": weights.framework,
        "fitted": weights.fitted,
        "bands": _bands(weights.bands),
        "scale": weights.scale,
        "constants": _constants(weights.constants),
        "base": dict(zip(weights.names, map(_milli, weights.base), strict=True)),
        "words": {
            gram: [part for index, weight in pairs for part in (index, _milli(weight))]
            for gram, pairs in sorted(weights.words.items())
        },
    }
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"') + "\n"


def from_json(text: str) -> Weights:
    """The weights of a file that `to_json` wrote."""
    data = json.loads(text)
    words = {
        gram: tuple(zip(flat[::2], (part / MILLI for part in flat[1::2]), strict=True))
        for gram, flat in data["words"].items()
    }
    return Weights(
        framework=data["framework"],
        names=tuple(data["base"]),
        base=tuple(part / MILLI for part in data["base"].values()),
        constants=_to_constants(data["constants"]),
        scale=data["scale"],
        words=words,
        bands=Bands(**data["bands"]),
        fitted=data["fitted"],
    )


@cache
def load_weights(framework: str) -> Weights | None:
    """The weights that ship for a framework, or None where it was never fitted."""
    path = files("resumekit.skills").joinpath("frameworks", f"{framework}.weights.json")
    return from_json(path.read_text(encoding="utf-8")) if path.is_file() else None


def common_to_json(common: Common) -> str:
    """The file that `load_common` reads."""
    data = {
        "bands": _bands(common.bands),
        "base": _milli(common.base),
        "constants": _constants(common.constants),
        "unseen": _milli(common.unseen),
        "rarity": {word: _milli(value) for word, value in sorted(common.rarity.items())},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace(',"', ',\n"') + "\n"


@cache
def load_common() -> Common:
    """What ships for every framework."""
    data = json.loads(files("resumekit.skills").joinpath("data", "common.json").read_text(encoding="utf-8"))
    return Common(
        rarity={word: value / MILLI for word, value in data["rarity"].items()},
        unseen=data["unseen"] / MILLI,
        base=data["base"] / MILLI,
        constants=_to_constants(data["constants"]),
        bands=Bands(**data["bands"]),
    )


def _milli(value: float) -> int:
    return round(value * MILLI)


def _bands(bands: Bands) -> dict[str, float]:
    return {"demonstrated": bands.demonstrated, "partial": bands.partial, "suggested": bands.suggested}


def _constants(constants: Constants) -> list[int]:
    return [_milli(part) for part in (constants.cue, constants.likeness, constants.coverage)]


def _to_constants(parts: list[int]) -> Constants:
    return Constants(*(part / MILLI for part in parts))
