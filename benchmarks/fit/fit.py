"""Fits the constants of the skills engine and writes what was measured.

    python -m benchmarks.fit.fit            fit, measure, write the weights and REPORT.md
    python -m benchmarks.fit.fit --check    fit, and compare with the weights that are there

Needs numpy and scipy (the dependency group `fit`), which resumekit itself does not. The corpus lies in corpus/, a
folder for each hand that wrote it, a file for each occupation. What is reported was measured with one hand's bullets,
and so their occupations, left out of the fit each time; the weights that ship are fitted on all.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.fit.bullet import HERE, NONE, Bullet, corpus, digest, labelled
from benchmarks.fit.features import cue_features, gram_matrix, rarity, vocabulary
from benchmarks.fit.measure import Scores, bands_for, measured, measured_by, report
from benchmarks.fit.softmax import DENSE, Blend, Model, blend, fit
from resumekit.load.framework import find_framework
from resumekit.load.lexicon import find_lexicons
from resumekit.skills.cue import CueIndex
from resumekit.skills.engine import Engine
from resumekit.skills.framework import Competency
from resumekit.skills.reader import Reader, Reading
from resumekit.skills.weights import (
    MILLI,
    Bands,
    Common,
    Constants,
    Weights,
    common_to_json,
    from_json,
    load_common,
    to_json,
)

FRAMEWORK = "hr-canada"
STRENGTH = 10.0
"""How far weights may go: chosen by leaving hands out (REPORT.md)."""
LEAST_WEIGHT = 0.3
"""Weights nearer to zero than this are not shipped."""
SUGGESTED = 0.03
UNSEEN_BY_CUES = frozenset({"bank-branch", "dental-clinic", "farm", "museum-library", "police", "trucking"})
"""Occupations of the corpus that were kept from whoever wrote the cues, to learn what cues are worth."""
SKILLS = Path(__file__).parents[2] / "resumekit" / "skills"
WEIGHTS = SKILLS / "frameworks" / f"{FRAMEWORK}.weights.json"
COMMON = SKILLS / "data" / "common.json"


class Fitting:
    """The corpus as read, and what is fitted on parts of it."""

    def __init__(self) -> None:
        framework = find_framework(FRAMEWORK)
        self.competencies: tuple[Competency, ...] = tuple(
            item for item in framework.competencies if framework.kind_of(item) == "functional"
        )
        areas = {item.id: item.group for item in self.competencies}
        self.classes = [NONE, *areas]
        self.areas = [NONE, *areas.values()]
        self.framework, self.lexicons = framework, find_lexicons(framework.lexicons)
        self.reader = Reader(self.lexicons)
        self.bullets = corpus(areas)
        self.readings = [self.reader.read(bullet.text) for bullet in self.bullets]
        self.truth = np.array([self.classes.index(bullet.competency) for bullet in self.bullets])
        self.rarity, self.unseen = rarity(self.readings)
        self.index = CueIndex(self.competencies, self.rarity, self.unseen)
        self.dense = self.cues(self.readings)

    def cues(self, readings: list[Reading]) -> np.ndarray:
        return cue_features(readings, self.index, self.competencies)

    def model(self, rows: np.ndarray, strength: float = STRENGTH) -> Fitted:
        """What is fitted on these bullets alone, their vocabulary included."""
        readings = [self.readings[row] for row in rows]
        words = vocabulary(readings)
        return Fitted(words, fit(gram_matrix(readings, words), self.truth[rows], len(self.classes), strength))

    def held_out(self, strength: float = STRENGTH) -> np.ndarray:
        """What grams say of every bullet, by a model that saw nothing of its hand."""
        hands = np.array([bullet.batch for bullet in self.bullets])
        out = np.zeros((len(self.bullets), len(self.classes)))
        for hand in sorted(set(hands)):
            inside = np.flatnonzero(hands == hand)
            fitted = self.model(np.flatnonzero(hands != hand), strength)
            out[inside] = fitted.log_odds([self.readings[row] for row in inside])
        return out

    def blended(self, of_grams: np.ndarray) -> Blend:
        """Weighed on the occupations whose bullets the cues were not written by."""
        rows = np.flatnonzero([bullet.occupation in UNSEEN_BY_CUES for bullet in self.bullets])
        return blend(of_grams[rows], self.dense[rows], self.truth[rows])

    def scores(self, log_odds: np.ndarray, bullets: list[Bullet]) -> Scores:
        return Scores(log_odds, self.classes, self.areas, bullets)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model with its vocabulary: each gram and its rarity."""

    words: dict[str, float]
    model: Model

    def log_odds(self, readings: list[Reading]) -> np.ndarray:
        return self.model.log_odds(gram_matrix(readings, self.words))


def weights_of(fitting: Fitting, fitted: Fitted, mixed: Blend, bands: Bands, about: dict[str, object]) -> Weights:
    """The file of a fit: calibrated, without the weights that say next to nothing."""
    model = fitted.model
    table = model.weights * mixed.heat * np.array(list(fitted.words.values()))[:, None]
    words = {}
    for row, gram in enumerate(fitted.words):
        telling = np.flatnonzero(abs(table[row]) >= LEAST_WEIGHT)
        if len(telling):
            words[gram] = [part for place in telling for part in (int(place), round(float(table[row, place]) * MILLI))]
    base = (model.base - model.base[0]) * mixed.heat
    names = tuple(item.id for item in fitting.competencies)
    constants = Constants(*map(float, mixed.dense))
    return Weights(FRAMEWORK, names, tuple(map(float, base[1:])), constants, words, bands, about)


def common_of(fitting: Fitting) -> Common:
    """Constants for frameworks that were never fitted: cues alone, one competency against none at a time."""
    rows = np.flatnonzero([bullet.occupation in UNSEEN_BY_CUES for bullet in fitting.bullets])
    hit = fitting.dense[rows, 1:, :].reshape(-1, DENSE)
    truth = (fitting.truth[rows, None] == np.arange(1, len(fitting.classes))[None, :]).ravel()
    seen = hit[:, 0] > 0
    base, constants = _logistic(hit[seen], truth[seen])
    return Common(fitting.rarity, fitting.unseen, base, constants, Bands(demonstrated=1.0, partial=0.5, suggested=0.15))


def _logistic(features: np.ndarray, truth: np.ndarray) -> tuple[float, Constants]:
    signs = np.where(truth, 1.0, -1.0)
    wide = np.hstack([np.ones((len(features), 1)), features])

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        margin = signs * (wide @ flat)
        pull = -signs / (1 + np.exp(margin))
        return float(np.logaddexp(0, -margin).sum()), wide.T @ pull

    bounds = [(None, None), (0, None), (0, None)]
    best = minimize(loss, np.zeros(DENSE + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return float(best[0]), Constants(*map(float, best[1:]))


def main() -> int:
    """Fits, measures and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; compare with the weights that are there")
    check = parser.parse_args().check
    fitting = Fitting()
    every = np.arange(len(fitting.bullets))
    of_grams = fitting.held_out()
    mixed = fitting.blended(of_grams)
    unseen = Scores(mixed.log_odds(of_grams, fitting.dense), fitting.classes, fitting.areas, fitting.bullets)
    bands = bands_for([unseen, unseen.of(UNSEEN_BY_CUES)], SUGGESTED)
    whole = fitting.model(every)
    occupations = len({bullet.occupation for bullet in fitting.bullets})
    about: dict[str, object] = {"bullets": len(every), "occupations": occupations, "corpus": digest()}
    weights, common = weights_of(fitting, whole, mixed, bands, about), common_of(fitting)
    files = {WEIGHTS: to_json(weights), COMMON: common_to_json(common)}
    if check:
        changed = [path.name for path, text in files.items() if path.read_text(encoding="utf-8") != text]
        print("differs: " + ", ".join(changed) if changed else "the same constants")
        return 1 if changed else 0
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    parts = {
        "a hand left out": measured(unseen, bands),
        "a hand left out, occupations the cues' writer did not see": measured(unseen.of(UNSEEN_BY_CUES), bands),
    }
    load_common.cache_clear()
    engine = Engine(fitting.framework, fitting.lexicons, weights=from_json(files[WEIGHTS]))
    for path in sorted(HERE.glob("held-out/*.csv")):
        parts[path.stem] = measured_by(engine.rank, labelled(path))
    (HERE / "REPORT.md").write_text(report(parts, weights, fitting.bullets), encoding="utf-8")
    print((HERE / "REPORT.md").read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
