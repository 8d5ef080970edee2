"""Softmax regression in two steps: over sparse grams, then over what grams say and what cues say together.

Class 0 is "none". Both losses are convex and have one minimum each, which is followed until nothing moves, so that the
constants are the same at each fit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import logsumexp

DENSE = 2


@dataclass(frozen=True, slots=True)
class Model:
    """Weights (grams × classes) and base (classes)."""

    weights: np.ndarray
    base: np.ndarray

    def log_odds(self, grams: csr_matrix) -> np.ndarray:
        """Unnormalized log-probabilities (bullets × classes) of a matrix of grams."""
        return np.asarray(grams @ self.weights + self.base)


@dataclass(frozen=True, slots=True)
class Blend:
    """What the log-odds of grams are multiplied by, and what each dense feature of a class counts for."""

    heat: float
    dense: np.ndarray

    def log_odds(self, of_grams: np.ndarray, dense: np.ndarray) -> np.ndarray:
        return np.asarray(self.heat * of_grams + dense @ self.dense)


def fit(grams: csr_matrix, classes: np.ndarray, count: int, strength: float) -> Model:
    """The model that fits bullets to classes best, weights held down the more the smaller `strength` is."""
    bullets, width = grams.shape
    truth = np.zeros((bullets, count))
    truth[np.arange(bullets), classes] = 1.0
    transposed = grams.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights, base = flat[:-count].reshape(width, count), flat[-count:]
        scores = grams @ weights + base
        total = logsumexp(scores, axis=1)
        value = float((total - scores[np.arange(bullets), classes]).sum())
        error = np.exp(scores - total[:, None]) - truth
        slope = np.concatenate([(transposed @ error + weights / strength).ravel(), error.sum(axis=0)])
        return value + 0.5 * float((weights**2).sum()) / strength, slope

    options = {"maxiter": 2000, "maxfun": 4000, "ftol": 1e-10, "gtol": 1e-2, "maxcor": 10}
    best = minimize(loss, np.zeros((width + 1) * count), jac=True, method="L-BFGS-B", options=options).x
    return Model(best[:-count].reshape(width, count), best[-count:])


def blend(of_grams: np.ndarray, dense: np.ndarray, classes: np.ndarray) -> Blend:
    """How grams and cues are best weighed against each other.

    `of_grams` must come from models that did not see these bullets, and whoever wrote the cues must not have seen them
    either: on what both have seen, cues look better than they are. No feature of a cue speaks against its competency.
    """
    rows = np.arange(len(classes))

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        scores = flat[0] * of_grams + dense @ flat[1:]
        total = logsumexp(scores, axis=1)
        error = np.exp(scores - total[:, None])
        error[rows, classes] -= 1.0
        slope = np.concatenate([[(error * of_grams).sum()], np.einsum("bc,bcd->d", error, dense)])
        return float((total - scores[rows, classes]).sum()), slope

    start = np.concatenate([[1.0], np.zeros(DENSE)])
    best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * (1 + DENSE)).x
    return Blend(float(best[0]), best[1:])
