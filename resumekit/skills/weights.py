"""Weights: the constants of a framework's engine, fitted on labelled bullets and shipped with it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

import numpy as np

MILLI = 1000.0
"""Weights are kept as whole thousandths, so that a file reads and compares well."""

Words = dict[str, list[int]]
"""For each gram: index of what it speaks for, thousandths of log-odds, index, thousandths, and so on."""


@dataclass(frozen=True, slots=True)
class Constants:
    """What cues count for: a unit of a found cue's weight, and the whole of the best cue's coverage."""

    cue: float
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
    its weight / sqrt(number of its known grams), for the competency less for none.
    """

    framework: str
    names: tuple[str, ...]
    base: tuple[float, ...]
    constants: Constants
    words: Words
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
        "constants": _constants(weights.constants),
        "base": dict(zip(weights.names, map(_milli, weights.base), strict=True)),
        "words": dict(sorted(weights.words.items())),
    }
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"') + "\n"


def from_json(text: str) -> Weights:
    """The weights of a file that `to_json` wrote."""
    data = json.loads(text)
    return Weights(
        framework=data["framework"],
        names=tuple(data["base"]),
        base=tuple(part / MILLI for part in data["base"].values()),
        constants=_to_constants(data["constants"]),
        words=data["words"],
        bands=Bands(**data["bands"]),
        fitted=data["fitted"],
    )


@cache
def load_weights(framework: str) -> Weights | None:
    """The weights that ship for a framework, or None where it was never fitted."""
    path = files("resumekit.skills").joinpath("frameworks", f"{framework}.weights.json")
    return from_json(path.read_text(encoding="utf-8")) if path.is_file() else None


def table_of(weights: Weights) -> tuple[dict[str, int], np.ndarray]:
    """The row of each gram, and a table (grams × competencies, none first) of thousandths."""
    counts = [len(flat) // 2 for flat in weights.words.values()]
    flat = np.fromiter(chain.from_iterable(weights.words.values()), dtype=np.int32, count=2 * sum(counts))
    table = np.zeros((len(counts), len(weights.names) + 1), dtype=np.int32)
    table[np.repeat(np.arange(len(counts)), counts), flat[::2]] = flat[1::2]
    return {gram: row for row, gram in enumerate(weights.words)}, table


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
    return [_milli(part) for part in (constants.cue, constants.coverage)]


def _to_constants(parts: list[int]) -> Constants:
    return Constants(*(part / MILLI for part in parts))
