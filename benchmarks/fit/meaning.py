"""Fits what the vectors of sentences say of the areas of human resources, for suggestions by meaning.

    python -m benchmarks.fit.meaning            fit, measure, write the weights
    python -m benchmarks.fit.meaning --check    fit, and compare with the weights that are there

Needs the extra `embeddings` beside numpy and scipy, and some five minutes. How much weights are held back is chosen with
a third of the hands left out each time. Refitting gives the same weights on the same kind of processor: the model's sums
in whole numbers may differ in their last bits on another.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp

from benchmarks.fit.bullet import NONE, Bullet, corpus, digest
from resumekit.load.framework import find_framework
from resumekit.skills.embedding import Embedder
from resumekit.skills.meaning import Meaning, to_json

FRAMEWORK = "hr-canada"
WEIGHTS = Path(__file__).parents[2] / "resumekit" / "skills" / "frameworks" / f"{FRAMEWORK}.meaning.json"
STEPS = (1e-4, 3e-5, 1e-5)
FOLDS = 3


def fitted(vectors: np.ndarray, truth: np.ndarray, classes: int, hold: float) -> np.ndarray:
    """Weights (classes × numbers and one) of a softmax whose weights are held back by `hold`."""
    count, width = vectors.shape
    wide = np.hstack([vectors, np.ones((count, 1))])
    wanted = np.eye(classes)[truth]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        table = flat.reshape(classes, width + 1)
        logs = wide @ table.T
        logs -= logsumexp(logs, axis=1, keepdims=True)
        kept = table.copy()
        kept[:, -1] = 0
        slope = (np.exp(logs) - wanted).T @ wide / count + hold * kept
        return float(-(logs * wanted).sum() / count + hold * (kept**2).sum() / 2), slope.ravel()

    start = np.zeros(classes * (width + 1))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return np.asarray(best.reshape(classes, width + 1))


def shares(table: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """The probability of each class for each vector."""
    logs = vectors @ table[:, :-1].T + table[:, -1]
    return np.asarray(np.exp(logs - logsumexp(logs, axis=1, keepdims=True)))


def left_out(bullets: list[Bullet], vectors: np.ndarray, truth: np.ndarray, classes: int, hold: float) -> np.ndarray:
    """The probabilities for each bullet by weights that saw nothing of the hand that wrote it."""
    hands = sorted({bullet.batch for bullet in bullets})
    fold = np.array([hands.index(bullet.batch) % FOLDS for bullet in bullets])
    out = np.zeros((len(bullets), classes))
    for number in range(FOLDS):
        table = fitted(vectors[fold != number], truth[fold != number], classes, hold)
        out[fold == number] = shares(table, vectors[fold == number])
    return out


def main() -> int:
    """Fits, says what it is worth, and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; compare with the weights that are there")
    check = parser.parse_args().check
    framework = find_framework(FRAMEWORK)
    bullets = corpus({item.id: item.group for item in framework.competencies})
    names = [NONE, *(group.id for group in framework.groups if group.id in {bullet.area for bullet in bullets})]
    truth = np.array([names.index(bullet.area) for bullet in bullets])
    vectors = Embedder().vectors([bullet.text for bullet in bullets]).astype(float)
    losses = {}
    for hold in STEPS:
        found = left_out(bullets, vectors, truth, len(names), hold)
        losses[hold] = float(-np.log(found[np.arange(len(truth)), truth]).mean())
        evidence = truth > 0
        right = (found[:, 1:].argmax(axis=1) + 1 == truth)[evidence].mean()
        print(f"held back by {hold:g}: loss {losses[hold]:.4f}, top-1 {right:.1%} with a third of the hands left out")
    hold = min(losses, key=losses.__getitem__)
    table = fitted(vectors, truth, len(names), hold)
    about = {"bullets": len(bullets), "corpus": digest(), "held_back_by": hold}
    weights = {name: tuple(map(float, row)) for name, row in zip(names, table, strict=True)}
    text = to_json(Meaning(FRAMEWORK, weights, about))
    if check:
        same = WEIGHTS.is_file() and WEIGHTS.read_text(encoding="utf-8") == text
        print("the same weights" if same else f"differs: {WEIGHTS.name}")
        return 0 if same else 1
    WEIGHTS.write_text(text, encoding="utf-8")
    print(f"wrote {WEIGHTS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
