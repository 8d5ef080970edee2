"""Cues: where the words of a framework's cues stand in a bullet, and how much of the best one is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from resumekit.skills.framework import Competency, Cue
from resumekit.skills.pattern import Element, Pattern, Word, match_at, parse_pattern
from resumekit.skills.reader import Reading, lemma_of

ALMOST_ALL = 0.999
RELATION_WEIGHT = {"direct": 1.0, "equivalent": 0.85, "adjacent": 0.5}


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found: its competency, the words [first, last) of the reading, and its weight with rarity and relation."""

    competency: str
    cue: Cue
    first: int
    last: int
    weight: float


@dataclass(frozen=True, slots=True)
class Found:
    """What cues say of a bullet: those that stand in it, by competency, and how much of the best one does.

    `coverage` is the share (0–1) of a cue's words that the bullet has anywhere, by rarity, times its relation, for the
    best cue of each competency, in the order the index was given them.
    """

    hits: dict[str, tuple[Hit, ...]]
    coverage: np.ndarray


@dataclass(frozen=True, slots=True)
class _Filed:
    """A pattern in the array of an index; a negative one has no cue."""

    competency: int
    pattern: Pattern
    cue: Cue | None
    weight: float


def lemmas_of(pattern: str) -> Pattern:
    """A pattern with the lemma of each word, whichever form it was written in."""
    return tuple(map(_with_lemmas, parse_pattern(pattern)))


@lru_cache(maxsize=20_000)
def _with_lemmas(element: Element) -> Element:
    if element.kind != "lemma":
        return element
    return replace(element, words=frozenset(map(lemma_of, element.words)))


@lru_cache(maxsize=20_000)
def keys_of(element: Element) -> tuple[str, ...]:
    """What a word is looked up by so as to fit an element: a lemma, =form, or <class>."""
    sign = {"lemma": "{}", "form": "={}", "class": "<{}>"}.get(element.kind)
    return tuple(sign.format(word) for word in sorted(element.words)) if sign else ()


def word_keys(word: Word) -> tuple[str, ...]:
    """The keys under which the elements that a word fits are found."""
    own = (word.lemma, word.head) if " " in word.lemma else (word.lemma,)
    return (*own, "=" + word.form, *(f"<{name}>" for name in sorted(word.classes)))


class CueIndex:
    """The cues of a framework, ready to be found.

    `rarity` gives the inverse document frequency of a lemma, form or class among bullets at large, `unseen` that of
    one never met. Cues lie in one array, those of a competency side by side.
    """

    def __init__(self, competencies: Sequence[Competency], rarity: dict[str, float], unseen: float) -> None:
        self._rarity, self._unseen = rarity, unseen
        self._known: dict[Element, float] = {}
        self._names = [competency.id for competency in competencies]
        self._patterns: list[_Filed] = []
        places: dict[str, list[int]] = defaultdict(list)
        shares: dict[str, list[float]] = defaultdict(list)
        relations: list[float] = []
        starts: list[int] = []
        for number, competency in enumerate(competencies):
            starts.append(len(self._patterns))
            vetoes = [(lemmas_of(text), None) for text in competency.negative_cues]
            for pattern, cue in [*((lemmas_of(cue.pattern), cue) for cue in competency.cues), *vetoes]:
                self._file(number, pattern, cue, places, shares)
                relations.append(RELATION_WEIGHT[cue.relation] if cue else 0.0)
        self._starts = np.array(starts, dtype=np.intp)
        self._relations = np.array(relations)
        self._postings = {key: (np.array(places[key], dtype=np.intp), np.array(shares[key])) for key in places}

    def _file(
        self,
        number: int,
        pattern: Pattern,
        cue: Cue | None,
        places: dict[str, list[int]],
        shares: dict[str, list[float]],
    ) -> None:
        """Files a pattern under each word that fits one of its elements, with the element's share of its rarity."""
        solid = [(element, self._rarity_of(element)) for element in pattern if element.kind not in ("any", "gap")]
        total = sum(rarity for _, rarity in solid)
        place = len(self._patterns)
        weight = cue.weight * RELATION_WEIGHT[cue.relation] * total if cue else 0.0
        self._patterns.append(_Filed(number, pattern, cue, weight))
        for element, rarity in solid:
            share = rarity / total if total else 0.0
            for key in keys_of(element):
                if places[key] and places[key][-1] == place:  # a word that the pattern has twice: one on one
                    shares[key][-1] += share
                else:
                    places[key].append(place)
                    shares[key].append(share)

    def _rarity_of(self, element: Element) -> float:
        """That of the commonest alternative: a class is as common as all its words."""
        if element not in self._known:
            rarities = (self._rarity.get(key, self._unseen) for key in keys_of(element))
            self._known[element] = min(rarities, default=0.0)
        return self._known[element]

    def find(self, reading: Reading) -> Found:
        """The cues of a bullet.

        Of overlapping cues of one competency the longest counts. A negative cue takes its whole clause away from its
        competency.
        """
        shares = np.zeros(len(self._patterns))
        for key in {key for word in reading.words for key in word_keys(word)}:
            if key in self._postings:
                places, parts = self._postings[key]
                shares[places] += parts
        np.minimum(shares, 1.0, out=shares)
        coverage = self._best(np.round(shares * self._relations, 6))
        # Only a pattern whose every word is somewhere in the bullet can stand in it.
        near = [self._patterns[place] for place in np.flatnonzero(shares > ALMOST_ALL)]
        hits: dict[str, list[Hit]] = defaultdict(list)
        for first, last in reading.clauses:
            for hit in self._in_clause(near, reading.words[first:last], first):
                hits[hit.competency].append(hit)
        return Found({name: tuple(_longest(here)) for name, here in hits.items()}, coverage)

    def _best(self, shares: np.ndarray) -> np.ndarray:
        """The most of each competency's cues; 0 where it has none."""
        best = np.zeros(len(self._names))
        if len(shares):
            ends = np.append(self._starts[1:], len(shares))
            some = self._starts < ends
            best[some] = np.maximum.reduceat(shares, self._starts[some])
        return best

    def _in_clause(self, near: Sequence[_Filed], clause: Sequence[Word], first: int) -> Iterator[Hit]:
        spots: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(clause):
            for key in word_keys(word):
                spots[key].append(place)
        found: list[Hit] = []
        vetoed: set[str] = set()
        for filed in near:
            name = self._names[filed.competency]
            for place in sorted({place for key in keys_of(filed.pattern[0]) for place in spots.get(key, ())}):
                end = match_at(filed.pattern, clause, place)
                if end is None:
                    continue
                if filed.cue is None:
                    vetoed.add(name)
                else:
                    found.append(Hit(name, filed.cue, first + place, first + end, filed.weight))
        return (hit for hit in found if hit.competency not in vetoed)


def _longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Of the hits of one competency that overlap, the longest, then the heaviest, then the first."""
    taken: list[tuple[int, int]] = []
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, -hit.weight, hit.first, hit.cue.pattern)):
        if all(hit.last <= first or last <= hit.first for first, last in taken):
            taken.append((hit.first, hit.last))
            yield hit
