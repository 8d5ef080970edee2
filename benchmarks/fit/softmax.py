"""Softmax regression over sparse grams and, shared by all classes, a few dense features of each class.

Class 0 is "none": it has no dense features. The loss is convex and has one minimum; it is followed until nothing
moves, so that the constants are the same at each fit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import logsumexp

DENSE = 3


@dataclass(frozen=True, slots=True)
class Design:
    """Bullets as numbers: grams (bullets × grams, sparse) and dense features (bullets × classes × DENSE)."""

    grams: csr_matrix
    dense: np.ndarray

    def rows(self, index: np.ndarray) -> Design:
        return Design(self.grams[index], self.dense[index])


@dataclass(frozen=True, slots=True)
class Model:
    """Weights (grams × classes), base (classes) and what each dense feature counts for."""

    weights: np.ndarray
    base: np.ndarray
    dense: np.ndarray

    def log_odds(self, design: Design) -> np.ndarray:
        """Unnormalized log-probabilities (bullets × classes)."""
        return design.grams @ self.weights + self.base + design.dense @ self.dense


def fit(design: Design, classes: np.ndarray, count: int, strength: float) -> Model:
    """The model that fits bullets to classes best, weights held down the more the smaller `strength` is."""
    bullets, width = design.grams.shape
    truth = np.zeros((bullets, count))
    truth[np.arange(bullets), classes] = 1.0
    transposed = design.grams.T.tocsr()
    size = width * count

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights, base, dense = flat[:size].reshape(width, count), flat[size : size + count], flat[size + count :]
        scores = design.grams @ weights + base + design.dense @ dense
        total = logsumexp(scores, axis=1)
        value = float((total - scores[np.arange(bullets), classes]).sum())
        error = np.exp(scores - total[:, None]) - truth
        penalty = (weights**2).sum() + (dense**2).sum()
        slope_dense = np.einsum("bc,bcd->d", error, design.dense) + dense / strength
        slope = np.concatenate([(transposed @ error + weights / strength).ravel(), error.sum(axis=0), slope_dense])
        return value + 0.5 * penalty / strength, slope

    start = np.zeros(size + count + DENSE)
    options = {"maxiter": 2000, "maxfun": 4000, "ftol": 1e-10, "gtol": 1e-2, "maxcor": 10}
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return Model(best[:size].reshape(width, count), best[size : size + count], best[size + count :])
