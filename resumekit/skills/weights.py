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
    """What a sum of evidence begins with, and what each of its parts counts for."""

    base: float
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
class GroupWeights:
    """How the competencies of one group are told apart: constants and grams for each, in the order of `names`."""

    names: tuple[str, ...]
    constants: tuple[Constants, ...]
    words: Sparse


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything fitted for one framework.

    `groups` are those that grams speak for, by index; `constants` stand in the same order. `scale` is what a single
    gram would count for; with n known grams each counts scale / sqrt(n). `inner` tells the competencies of a group
    apart.
    """

    framework: str
    groups: tuple[str, ...]
    constants: tuple[Constants, ...]
    scale: float
    words: Sparse
    inner: dict[str, GroupWeights]
    bands: Bands
    fitted: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Common:
    """What holds for every framework: how rare words are among bullets, and constants for cues alone."""

    rarity: dict[str, float]
    commonest: float
    constants: Constants
    bands: Bands


def to_json(weights: Weights) -> str:
    """The file of a framework's weights, one gram a line."""
    head = {
        "framework": weights.framework,
        "fitted": weights.fitted,
        "bands": _bands(weights.bands),
        "scale": weights.scale,
        "groups": dict(zip(weights.groups, map(_constants, weights.constants), strict=True)),
        "words": _words(weights.words),
        "inner": {
            name: {
                "competencies": dict(zip(inner.names, map(_constants, inner.constants), strict=True)),
                "words": _words(inner.words),
            }
            for name, inner in weights.inner.items()
        },
    }
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"') + "\n"


def from_json(text: str) -> Weights:
    """The weights of a file that `to_json` wrote."""
    data = json.loads(text)
    return Weights(
        data["framework"],
        tuple(data["groups"]),
        tuple(_to_constants(item) for item in data["groups"].values()),
        data["scale"],
        _to_words(data["words"]),
        {
            name: GroupWeights(
                tuple(item["competencies"]),
                tuple(_to_constants(part) for part in item["competencies"].values()),
                _to_words(item["words"]),
            )
            for name, item in data["inner"].items()
        },
        Bands(**data["bands"]),
        data["fitted"],
    )


@cache
def load_weights(framework: str) -> Weights | None:
    """The weights that ship for a framework, or None where it was never fitted."""
    path = files("resumekit.skills").joinpath("frameworks", f"{framework}.weights.json")
    return from_json(path.read_text(encoding="utf-8")) if path.is_file() else None


@cache
def load_common() -> Common:
    """What ships for every framework."""
    text = files("resumekit.skills").joinpath("data", "common.json").read_text(encoding="utf-8")
    data = json.loads(text)
    return Common(
        {word: value / MILLI for word, value in data["rarity"].items()},
        data["commonest"] / MILLI,
        _to_constants(data["constants"]),
        Bands(**data["bands"]),
    )


def common_to_json(common: Common) -> str:
    """The file that `load_common` reads."""
    data = {
        "bands": _bands(common.bands),
        "constants": _constants(common.constants),
        "commonest": round(common.commonest * MILLI),
        "rarity": {word: round(value * MILLI) for word, value in sorted(common.rarity.items())},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace(',"', ',\n"') + "\n"


def _bands(bands: Bands) -> dict[str, float]:
    return {"demonstrated": bands.demonstrated, "partial": bands.partial, "suggested": bands.suggested}


def _constants(constants: Constants) -> list[int]:
    parts = (constants.base, constants.cue, constants.likeness, constants.coverage)
    return [round(part * MILLI) for part in parts]


def _to_constants(parts: list[int]) -> Constants:
    return Constants(*(part / MILLI for part in parts))


def _words(words: Sparse) -> dict[str, list[int]]:
    """Each gram with index, thousandths, index, thousandths …"""
    return {
        gram: [part for index, weight in pairs for part in (index, round(weight * MILLI))]
        for gram, pairs in sorted(words.items())
    }


def _to_words(words: dict[str, list[int]]) -> Sparse:
    return {
        gram: tuple(zip(flat[::2], (part / MILLI for part in flat[1::2]), strict=True)) for gram, flat in words.items()
    }
