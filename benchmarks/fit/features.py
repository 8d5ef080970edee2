"""What the engine sees in each bullet, as numbers for the fit: the same readers and cues that it uses itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

import numpy as np
from scipy.sparse import csr_matrix

from benchmarks.fit.softmax import DENSE
from resumekit.skills.cue import CueIndex, word_keys
from resumekit.skills.framework import Competency
from resumekit.skills.gram import grams
from resumekit.skills.reader import Reading

LEAST_SEEN = 2
"""A gram counts when at least so many bullets have it."""


def rarity(readings: Sequence[Reading]) -> tuple[dict[str, float], float]:
    """Inverse document frequency of each lemma, form and class, and that of a word never seen."""
    seen = Counter(key for reading in readings for key in {key for word in reading.words for key in word_keys(word)})
    count = len(readings)
    known = {key: log((1 + count) / (1 + times)) for key, times in seen.items() if times >= LEAST_SEEN}
    return known, log(1 + count)


def vocabulary(readings: Sequence[Reading]) -> dict[str, float]:
    """The grams that count, in order, each with its inverse document frequency."""
    seen = Counter(gram for reading in readings for gram in grams(reading.words))
    count = len(readings)
    return {gram: log((1 + count) / (1 + times)) for gram, times in sorted(seen.items()) if times >= LEAST_SEEN}


def gram_matrix(readings: Sequence[Reading], known: dict[str, float]) -> csr_matrix:
    """Bullets × grams: where it has the gram, the gram's rarity / sqrt(known grams of the bullet).

    The rarity lets weights of rare grams grow with less evidence; it goes into the weights that ship.
    """
    place = {gram: number for number, gram in enumerate(known)}
    starts, columns, values = [0], [], []
    for reading in readings:
        here = [gram for gram in grams(reading.words) if gram in place]
        columns += [place[gram] for gram in here]
        values += [known[gram] / sqrt(len(here)) for gram in here]
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(readings), len(known)))


def cue_features(readings: Sequence[Reading], index: CueIndex, competencies: Sequence[Competency]) -> np.ndarray:
    """Bullets × classes × (weight of cues, coverage of the best); class 0, none, has nothing."""
    out = np.zeros((len(readings), len(competencies) + 1, DENSE))
    for row, reading in enumerate(readings):
        found = index.find(reading)
        out[row, 1:, 1] = found.coverage
        for place, competency in enumerate(competencies, 1):
            out[row, place, 0] = sum(hit.weight for hit in found.hits.get(competency.id, ()))
    return out
