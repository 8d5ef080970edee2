"""Labels: a text's nearest competencies in a framework that has names but no cues, such as a public scheme of thousands.

A competency's score for a text is

    best label's cosine + 0.25 × description's cosine + best label's share of rarity that the text holds

over lemmas and pairs of neighbouring lemmas, each weighing tf × idf. A label is the name, a term or a cue's words.
Nothing here was fitted, and a score is no probability: it puts competencies in an order.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from resumekit.skills.framework import Competency, Framework
from resumekit.skills.match import Span
from resumekit.skills.pattern import SMALL
from resumekit.skills.reader import lemma_of

if TYPE_CHECKING:
    from numpy import ndarray

    Numbers = ndarray[Any, Any]

DOCUMENT_SHARE = 0.25
MAX_WORDS = 400
_PASSED = SMALL | frozenset("and or for in on with at by from as is are be will you we who which into".split())
_WORD = re.compile(r"\w[\w+#]*")
_TIES = 6
"""Decimals by which scores differ: what differs less comes in the framework's order."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A competency with its score, the label that is most like the text, and how much of that label is there (0–1).

    `spans` are the words of the text that are in the label. Where the description alone has words of the text, the label
    is the name, its coverage 0, and the spans are the words in the description.
    """

    competency: str
    score: float
    label: str
    coverage: float
    spans: tuple[Span, ...]


class LabelIndex:
    """The labels of a framework, ready to be found. Building one for 14,000 competencies takes about a second."""

    def __init__(self, framework: Framework) -> None:
        self._competencies = tuple(item for item in framework.competencies if framework.kind_of(item) == "functional")
        self._labels: list[str] = []
        owners: list[int] = []
        for place, competency in enumerate(self._competencies):
            labels = labels_of(competency)
            self._labels += labels
            owners += [place] * len(labels)
        self._words = _Words()
        self._build(owners)

    def _build(self, owners: list[int]) -> None:
        import numpy as np

        owner = np.array(owners, dtype=np.int64)
        self._first = np.flatnonzero(np.diff(owner, prepend=-1))
        labels = self._words.grams(self._labels)
        described = self._words.grams(" ".join(competency.descriptors) for competency in self._competencies)
        self._grams, gram = np.unique(np.concatenate([labels.gram, described.gram]), return_inverse=True)
        documents = _Entries.of(gram, np.concatenate([owner[labels.owner], described.owner]), len(self._competencies))
        of_labels = _Entries.of(gram[: len(labels.gram)], labels.owner, len(self._labels))
        seen = np.bincount(documents.gram, minlength=len(self._grams))
        self._rarity = np.log((1 + len(self._competencies)) / (1 + seen)) + 1
        self._label = _Postings(of_labels, self._rarity)
        self._document = _Postings(documents, self._rarity)
        self._cover = _Postings(of_labels.only(self._grams < self._words.size), self._rarity, shares=True)

    def rank(self, text: str, limit: int = 10) -> tuple[Ranked, ...]:
        """The competencies nearest to a text, the nearest first; none where no word of a label is in it."""
        import numpy as np

        words = list(self._words.read(text))[:MAX_WORDS]
        grams, weights = self._query([key for key, _ in words])
        if not len(grams):
            return ()
        like, covered, best = self._scores(grams, weights)
        if limit < len(best):
            least = np.partition(best, len(best) - limit)[len(best) - limit]
            found = np.flatnonzero(best >= max(least, 10**-_TIES))
        else:
            found = np.flatnonzero(best > 0)
        order = found[np.argsort(-best[found], kind="stable")][:limit]
        return tuple(self._ranked(place, float(best[place]), like, covered, words) for place in order.tolist())

    def scores(self, text: str) -> Numbers:
        """The score of every functional competency, in the framework's order."""
        import numpy as np

        grams, weights = self._query([key for key, _ in self._words.read(text)][:MAX_WORDS])
        return self._scores(grams, weights)[2] if len(grams) else np.zeros(len(self._competencies))

    def _scores(self, grams: Numbers, weights: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """For each label its cosine and the share of it that is there, and for each competency its score."""
        import numpy as np

        like = self._label.sums(grams, weights)
        covered = self._cover.sums(grams, np.ones(len(grams)))
        best = np.maximum.reduceat(like, self._first) + np.maximum.reduceat(covered, self._first)
        best += DOCUMENT_SHARE * self._document.sums(grams, weights)
        return like, covered, np.round(best, _TIES)

    def _query(self, keys: Sequence[int]) -> tuple[Numbers, Numbers]:
        """The known grams of a text, each once, with weights whose squares add up to one."""
        import numpy as np

        grams = np.array([*keys, *self._words.pairs(keys)], dtype=np.int64)
        names, times = np.unique(grams[grams >= 0], return_counts=True)
        if not len(self._grams):
            return names[:0], names[:0]
        where = np.minimum(np.searchsorted(self._grams, names), len(self._grams) - 1)
        known = self._grams[where] == names
        where, weights = where[known], times[known] * self._rarity[where[known]]
        return where, weights / (np.sqrt((weights**2).sum()) or 1)

    def _ranked(
        self, place: int, score: float, like: Numbers, covered: Numbers, words: list[tuple[int, Span]]
    ) -> Ranked:
        first = int(self._first[place])
        last = int(self._first[place + 1]) if place + 1 < len(self._first) else len(self._labels)
        best = first + int((like[first:last] + covered[first:last]).argmax())
        competency, label, coverage = self._competencies[place], self._labels[best], min(float(covered[best]), 1.0)
        spans = self._inside(words, label)
        if not spans:  # only its description speaks for it
            label, coverage = competency.name, 0.0
            spans = self._inside(words, " . ".join(competency.descriptors))
        return Ranked(competency.id, score, label, coverage, spans)

    def _inside(self, words: list[tuple[int, Span]], text: str) -> tuple[Span, ...]:
        """The places of the words that a label or description has."""
        known = {key for key, _ in self._words.read(text)}
        return tuple(span for key, span in words if key in known)


def labels_of(competency: Competency) -> tuple[str, ...]:
    """Its name, its terms and the words of its cues, each once."""
    cues = (_spoken(cue.pattern) for cue in competency.cues)
    return tuple(dict.fromkeys((competency.name, *competency.terms, *cues)))


def _spoken(pattern: str) -> str:
    return re.sub(r"[<>=|]|(?<!\w)_(?!\w)|\.\.", " ", pattern)


@dataclass(frozen=True, slots=True)
class _Grams:
    """Grams of many texts, by number, each with the text it is of."""

    gram: Numbers
    owner: Numbers


class _Words:
    """Numbers for words by their lemmas. A pair of neighbours has the number (first + 1) × size + second."""

    size = 1 << 21

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._forms: dict[str, int] = dict.fromkeys(_PASSED, -1)

    def _number(self, form: str) -> int:
        number = self._forms[form] = self._numbers.setdefault(lemma_of(form), len(self._numbers))
        return number

    def grams(self, texts: Iterable[str]) -> _Grams:
        """The words and pairs of texts; words that were not known are from now on."""
        import numpy as np

        known, number = self._forms, self._number
        flat: list[int] = []
        lengths: list[int] = []
        for text in texts:
            before = len(flat)
            for form in _WORD.findall(text.lower()):
                key = known[form] if form in known else number(form)
                if key >= 0:
                    flat.append(key)
            lengths.append(len(flat) - before)
        words = np.array(flat, dtype=np.int64)
        owner = np.repeat(np.arange(len(lengths)), lengths)
        beside = owner[1:] == owner[:-1]
        pairs = (words[:-1][beside] + 1) * self.size + words[1:][beside]
        return _Grams(np.concatenate([words, pairs]), np.concatenate([owner, owner[1:][beside]]))

    def pairs(self, keys: Sequence[int]) -> list[int]:
        """The numbers of the pairs of neighbours; -1 where one of them is unknown."""
        return [(one + 1) * self.size + two if one >= 0 and two >= 0 else -1 for one, two in itertools.pairwise(keys)]

    def read(self, text: str) -> Iterator[tuple[int, Span]]:
        """The words of a text that are not small, each with its number, -1 for one that no label has, and its place."""
        for found in _WORD.finditer(text):
            form = found[0].lower()
            if form not in _PASSED:
                yield self._numbers.get(lemma_of(form), -1), Span(found.start(), found.end())


@dataclass(frozen=True, slots=True)
class _Entries:
    """Each gram of each text once, with how often it stands there, in the order of grams and then of texts."""

    gram: Numbers
    owner: Numbers
    times: Numbers
    texts: int

    @classmethod
    def of(cls, gram: Numbers, owner: Numbers, texts: int) -> _Entries:
        import numpy as np

        keys, times = np.unique(gram * max(texts, 1) + owner, return_counts=True)
        return cls(*np.divmod(keys, max(texts, 1)), times, texts)

    def only(self, wanted: Numbers) -> _Entries:
        """Those of the grams that are marked as wanted, each counted once."""
        kept = wanted[self.gram]
        return _Entries(self.gram[kept], self.owner[kept], self.times[kept] ** 0, self.texts)


class _Postings:
    """For each gram, the texts that have it with its weight there, of length one over each text.

    With `shares` the weights of a text add up to one instead.
    """

    def __init__(self, entries: _Entries, rarity: Numbers, *, shares: bool = False) -> None:
        import numpy as np

        weight = rarity[entries.gram] * entries.times
        whole = np.bincount(entries.owner, weight if shares else weight**2, minlength=entries.texts)
        self._weight = weight / (whole if shares else np.sqrt(whole))[entries.owner]
        self._owner, self._texts = entries.owner, entries.texts
        self._start = np.searchsorted(entries.gram, np.arange(len(rarity) + 1))

    def sums(self, grams: Numbers, weights: Numbers) -> Numbers:
        """For every text, the sum over these grams of weight × weight."""
        import numpy as np

        out = np.zeros(self._texts)
        for gram, weight in zip(grams.tolist(), weights.tolist(), strict=True):
            here = slice(self._start[gram], self._start[gram + 1])
            out[self._owner[here]] += self._weight[here] * weight  # a text stands once with each gram
        return out
