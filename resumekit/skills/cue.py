"""Cues: where the words of a framework's cues stand in a bullet, and how much of the best one is there."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt

from resumekit.skills.framework import Competency, Cue
from resumekit.skills.pattern import SMALL, Element, Pattern, Word, match_at, parse_pattern
from resumekit.skills.reader import Reading, lemma_of

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
class Likeness:
    """How like a competency a bullet is: its best clause's cosine to the descriptors, and the best cue's coverage."""

    cosine: float = 0.0
    coverage: float = 0.0


@lru_cache(maxsize=20_000)
def lemmas_of(pattern: str) -> Pattern:
    """A pattern with the lemma of each word, whichever form it was written in."""
    return tuple(
        replace(element, words=frozenset(lemma_of(word) for word in element.words))
        if element.kind == "lemma"
        else element
        for element in parse_pattern(pattern)
    )


def keys_of(element: Element) -> Iterator[str]:
    """What a word is looked up by so as to fit an element: a lemma, =form, or <class>."""
    sign = {"lemma": "{}", "form": "={}", "class": "<{}>"}.get(element.kind)
    if sign:
        yield from (sign.format(word) for word in sorted(element.words))


def word_keys(word: Word) -> tuple[str, ...]:
    """The keys under which the elements that a word fits are found."""
    return (word.lemma, "=" + word.form, *(f"<{name}>" for name in sorted(word.classes)))


class CueIndex:
    """The cues of a framework, ready to be found.

    `rarity` gives the inverse document frequency of a lemma or class, in the language of bullets at large.
    """

    def __init__(self, competencies: Sequence[Competency], rarity: dict[str, float], common: float) -> None:
        self._rarity, self._common = rarity, common
        self._starts: dict[str, list[tuple[Pattern, str, Cue | None, float]]] = defaultdict(list)
        self._places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._cues: list[tuple[str, float]] = []
        self._grams: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for competency in competencies:
            for cue in competency.cues:
                self._add(competency.id, lemmas_of(cue.pattern), cue)
            for text in competency.negative_cues:
                self._file(lemmas_of(text), competency.id, None, 0.0)
        self._add_documents(competencies)

    def _rarity_of(self, element: Element) -> float:
        """That of the commonest alternative: a class is as common as all its words."""
        return min((self._rarity.get(key, self._common) for key in keys_of(element)), default=0.0)

    def _add(self, competency: str, pattern: Pattern, cue: Cue) -> None:
        solid = [element for element in pattern if element.kind not in ("any", "gap")]
        rarity = sum(self._rarity_of(element) for element in solid)
        weight = cue.weight * RELATION_WEIGHT[cue.relation] * rarity
        self._file(pattern, competency, cue, weight)
        place = len(self._cues)
        self._cues.append((competency, RELATION_WEIGHT[cue.relation]))
        for element in solid:
            share = self._rarity_of(element) / rarity if rarity else 0.0
            for key in keys_of(element):
                self._places[key].append((place, share))

    def _file(self, pattern: Pattern, competency: str, cue: Cue | None, weight: float) -> None:
        for key in keys_of(pattern[0]):
            self._starts[key].append((pattern, competency, cue, weight))

    def _add_documents(self, competencies: Sequence[Competency]) -> None:
        documents = {competency.id: _document(competency) for competency in competencies}
        for name, grams in documents.items():
            weights = {gram: count * self._gram_rarity(gram) for gram, count in grams.items()}
            length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            for gram, weight in sorted(weights.items()):
                self._grams[gram].append((name, weight / length))

    def _gram_rarity(self, gram: str) -> float:
        return sum(self._rarity.get(part, self._common) for part in gram.split(" + "))

    def hits(self, reading: Reading) -> tuple[Hit, ...]:
        """Every cue found, of overlapping ones of a competency the longest; none where a negative cue stands beside it.

        A negative cue takes its whole clause away from the competency.
        """
        found: list[Hit] = []
        for first, last in reading.clauses:
            vetoed: set[str] = set()
            here: list[Hit] = []
            clause = reading.words[first:last]
            for place, word in enumerate(clause):
                for key in word_keys(word):
                    for pattern, competency, cue, weight in self._starts.get(key, ()):
                        end = match_at(pattern, clause, place)
                        if end is None:
                            continue
                        if cue is None:
                            vetoed.add(competency)
                        else:
                            here.append(Hit(competency, cue, first + place, first + end, weight))
            found += [hit for hit in here if hit.competency not in vetoed]
        return tuple(_longest(found))

    def likeness(self, reading: Reading) -> dict[str, Likeness]:
        """For each competency that shares a word with the bullet: the best clause's likeness."""
        cosine: dict[str, float] = defaultdict(float)
        for first, last in reading.clauses:
            for name, value in self._cosines(reading.words[first:last]).items():
                cosine[name] = max(cosine[name], value)
        coverage = self._coverage(reading.words)
        return {name: Likeness(cosine.get(name, 0.0), coverage.get(name, 0.0)) for name in {*cosine, *coverage}}

    def _coverage(self, words: Sequence[Word]) -> dict[str, float]:
        shares: dict[int, float] = defaultdict(float)
        for key in sorted({key for word in words for key in word_keys(word)}):
            for place, share in self._places.get(key, ()):
                shares[place] += share
        best: dict[str, float] = {}
        for place, share in shares.items():
            competency, relation = self._cues[place]
            value = min(share, 1.0) * relation
            if value > best.get(competency, 0.0):
                best[competency] = value
        return best

    def _cosines(self, words: Sequence[Word]) -> dict[str, float]:
        sums: dict[str, float] = defaultdict(float)
        square = 0.0
        for gram in sorted(_grams([word.lemma for word in words])):
            rarity = self._gram_rarity(gram)
            square += rarity * rarity
            for name, weight in self._grams.get(gram, ()):
                sums[name] += weight * rarity
        return {name: value / sqrt(square) for name, value in sums.items()} if square else {}


def _longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Of the hits of one competency that overlap, the longest, then the heaviest, then the first."""
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    order = sorted(hits, key=lambda hit: (hit.first - hit.last, -hit.weight, hit.first, hit.competency, hit.cue.pattern))
    for hit in order:
        if all(hit.last <= first or last <= hit.first for first, last in taken[hit.competency]):
            taken[hit.competency].append((hit.first, hit.last))
            yield hit


def _grams(lemmas: Sequence[str]) -> set[str]:
    return {*lemmas, *(f"{one} + {two}" for one, two in itertools.pairwise(lemmas))}


def _document(competency: Competency) -> dict[str, int]:
    """How often each lemma and pair of lemmas stands in a competency's name, descriptors, terms and cues."""
    counts: dict[str, int] = defaultdict(int)
    texts = [competency.name, *competency.descriptors, *competency.terms]
    for text in texts:
        words = [lemma_of(word.strip(".,;:()'’\"")) for word in text.lower().replace("-", " ").split()]
        for gram in _grams([word for word in words if word and word not in SMALL]):
            counts[gram] += 1
    for cue in competency.cues:
        solid = [min(element.words) for element in lemmas_of(cue.pattern) if element.kind == "lemma"]
        for gram in _grams(solid):
            counts[gram] += 1
    return counts
