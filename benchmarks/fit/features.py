"""What the engine sees in each bullet, as numbers for the fit: the same readers and cues that it uses itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

import numpy as np
from scipy.sparse import csr_matrix

from resumekit.skills.cue import CueIndex, word_keys
from resumekit.skills.framework import Competency
from resumekit.skills.gram import grams
from resumekit.skills.reader import Reading

from benchmarks.fit.softmax import DENSE

SCALE = 3.0
LEAST_SEEN = 2
"""A gram counts when at least so many bullets have it."""


def rarity(readings: Sequence[Reading]) -> tuple[dict[str, float], float]:
    """Inverse document frequency of each lemma, form and class, and that of a word never seen."""
    seen = Counter(key for reading in readings for key in {key for word in reading.words for key in word_keys(word)})
    count = len(readings)
    known = {key: log((1 + count) / (1 + times)) for key, times in seen.items() if times >= LEAST_SEEN}
    return known, log(1 + count)


def vocabulary(readings: Iterable[Reading]) -> list[str]:
    """The grams that count, in order."""
    seen = Counter(gram for reading in readings for gram in grams(reading.words))
    return sorted(gram for gram, times in seen.items() if times >= LEAST_SEEN)


def gram_matrix(readings: Sequence[Reading], known: Sequence[str]) -> csr_matrix:
    """Bullets × grams: scale / sqrt(known grams of the bullet) where it has the gram."""
    place = {gram: number for number, gram in enumerate(known)}
    starts, columns, values = [0], [], []
    for reading in readings:
        here = [place[gram] for gram in grams(reading.words) if gram in place]
        columns += here
        values += [SCALE / sqrt(len(here) or 1)] * len(here)
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(readings), len(known)))


def cue_features(readings: Sequence[Reading], index: CueIndex, competencies: Sequence[Competency]) -> np.ndarray:
    """Bullets × classes × (weight of cues, likeness, coverage); class 0, none, has nothing."""
    place = {competency.id: number for number, competency in enumerate(competencies, 1)}
    out = np.zeros((len(readings), len(competencies) + 1, DENSE))
    for row, reading in enumerate(readings):
        for hit in index.hits(reading):
            out[row, place[hit.competency], 0] += hit.weight
        for name, like in index.likeness(reading).items():
            out[row, place[name], 1:] = like.cosine, like.coverage
    return out
