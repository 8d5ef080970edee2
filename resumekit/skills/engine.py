"""Engine: a bullet's competencies, each with its probability and everything that made it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np

from resumekit.skills.cue import CueIndex, Hit
from resumekit.skills.framework import Competency, Framework, Relation
from resumekit.skills.gram import grams
from resumekit.skills.lexicon import Lexicon
from resumekit.skills.match import Band, Contribution, Match, Span, sigmoid
from resumekit.skills.reader import Reader, Reading
from resumekit.skills.weights import MILLI, Bands, Constants, Weights, load_common, load_weights, table_of

NEARNESS: tuple[Relation, ...] = ("direct", "equivalent", "adjacent")
MOST_ODDS = 50.0
SURE = 0.999
"""No probability is higher: nothing read in one line is certain."""
MOST_SPANS = 3
"""So many source phrases are quoted where no cue was found."""
FEWEST_WORDS = 3
"""A sentence of fewer words is not read by itself."""
RARE = 4.5
"""The rarity from which a word says what was done: one bullet in ninety has it, or fewer."""
LEAST_SHOWN = 0.005
"""Log-odds below which terms are added up into one, so that a list of contributions can be read."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A bullet as the engine sees it."""

    reading: Reading
    hits: dict[str, tuple[Hit, ...]]
    coverage: dict[str, float]
    grams: dict[str, Span]
    known: tuple[str, ...]
    rows: list[int]
    scale: float

    def span(self, hit: Hit) -> Span:
        words = self.reading.words[hit.first : hit.last]
        return Span(min(word.start for word in words), max(word.end for word in words))


class Engine:
    """Reads bullets by one framework. `weights` are those that ship for it, unless others are given.

    Building one takes a fraction of a second; reading with it changes nothing in it.
    """

    def __init__(
        self, framework: Framework, lexicons: Iterable[Lexicon] = (), *, weights: Weights | None = None
    ) -> None:
        common = load_common()
        self.framework = framework
        self.weights = weights or load_weights(framework.extends or framework.id) or load_weights(framework.id)
        self._asked = tuple(item for item in framework.competencies if framework.kind_of(item) == "functional")
        self._reader = Reader(lexicons)
        self._index = CueIndex(self._asked, common.rarity, common.unseen)
        self._common = common
        names = self.weights.names if self.weights else ()
        self._rows, self._table = table_of(self.weights) if self.weights else ({}, np.zeros((0, 1), dtype=np.int32))
        self._places = {names.index(item.id) + 1: item for item in self._asked if item.id in names}

    def rank(self, text: str) -> tuple[Match, ...]:
        """The functional competencies that a text is evidence for, the most probable first; none where there is none.

        A text of several sentences is read as a whole and sentence by sentence, and the better reading of each
        competency counts: what else a bullet tells takes nothing away.
        """
        reading = self._reader.read(text)
        sentences = [(first, last) for first, last in reading.sentences if last - first >= FEWEST_WORDS]
        readings = [reading, *(reading.part(*sentence) for sentence in sentences if len(reading.sentences) > 1)]
        best: dict[str, Match] = {}
        for match in (match for part in readings for match in self._rank(self._read(part))):
            known = best.get(match.competency)
            if known is None or match.probability > known.probability:
                best[match.competency] = match
        order = {competency.id: place for place, competency in enumerate(self._asked)}
        return tuple(sorted(best.values(), key=lambda match: (-match.probability, order[match.competency])))

    def _read(self, reading: Reading) -> _Read:
        cues = self._index.find(reading)
        coverage = {item.id: float(share) for item, share in zip(self._asked, cues.coverage, strict=True)}
        found = grams(reading.words)
        known = tuple(gram for gram in found if gram in self._rows)
        rows = [self._rows[gram] for gram in known]
        scale = 1 / (MILLI * sqrt(len(known))) if known else 0.0
        return _Read(reading, cues.hits, coverage, found, known, rows, scale)

    def _rank(self, read: _Read) -> Iterator[Match]:
        if read.reading.words:
            yield from self._fitted(read)
            yield from self._unfitted(read)

    def _fitted(self, read: _Read) -> Iterator[Match]:
        """Competencies whose weights were fitted.

        The odds of all of them and of none are weighed against each other. The likeliest of an area has the area's
        whole probability, for what speaks for its neighbours speaks for the area; the others have their share of it.
        """
        weights = self.weights
        if weights is None:
            return
        odds = {place: exp(min(total, MOST_ODDS)) for place, total in self._totals(read, weights).items()}
        everything = 1.0 + sum(odds.values())
        by_group: dict[str, list[int]] = defaultdict(list)
        for place in odds:
            by_group[self._places[place].group].append(place)
        for places in by_group.values():
            whole = sum(odds[place] for place in places) / everything
            if whole < weights.bands.suggested:
                continue
            best = max(odds[place] for place in places)
            for place in places:
                probability = min(whole * odds[place] / best, SURE)
                if probability >= weights.bands.suggested:
                    terms = list(self._terms(read, weights, place))
                    rest = log(probability / (1 - probability)) - sum(term.weight for term in terms)
                    terms.append(Contribution("rival", "weighed against the other competencies", rest))
                    yield self._match(read, self._places[place], probability, terms, weights.bands, fitted=True)

    def _totals(self, read: _Read, weights: Weights) -> dict[int, float]:
        """The log-odds of each fitted competency against none, by its index."""
        sums = self._table[read.rows].sum(axis=0)
        sums = ((sums - sums[0]) * read.scale).tolist()
        constants, totals = weights.constants, {}
        for place, competency in self._places.items():
            total = weights.base[place - 1] + sums[place] + constants.coverage * read.coverage[competency.id]
            for hit in read.hits.get(competency.id, ()):
                total += constants.cue * hit.weight
            totals[place] = total
        return totals

    def _terms(self, read: _Read, weights: Weights, place: int) -> Iterator[Contribution]:
        yield Contribution("base", "before anything is read", weights.base[place - 1])
        speaks = ((self._table[read.rows, place] - self._table[read.rows, 0]) * read.scale).tolist()
        for gram, weight in zip(read.known, speaks, strict=True):
            if weight:
                yield Contribution("words", gram, weight, read.grams[gram])
        yield from self._cue_terms(read, weights.constants, self._places[place])

    def _unfitted(self, read: _Read) -> Iterator[Match]:
        """Competencies that no weights were fitted for: cues alone, and never more than partial."""
        fitted = {competency.id for competency in self._places.values()}
        for competency in self._asked:
            if competency.id in fitted or competency.id not in read.hits:
                continue
            base = Contribution("base", "before anything is read", self._common.base)
            terms = [base, *self._cue_terms(read, self._common.constants, competency)]
            probability = sigmoid(sum(term.weight for term in terms))
            if probability >= self._common.bands.suggested:
                yield self._match(read, competency, probability, terms, self._common.bands, fitted=False)

    def _cue_terms(self, read: _Read, constants: Constants, competency: Competency) -> Iterator[Contribution]:
        for hit in read.hits.get(competency.id, ()):
            yield Contribution("cue", hit.cue.pattern, constants.cue * hit.weight, read.span(hit))
        if coverage := read.coverage[competency.id]:
            yield Contribution("coverage", "share of its best cue", constants.coverage * coverage)

    def _match(
        self,
        read: _Read,
        competency: Competency,
        probability: float,
        terms: list[Contribution],
        bands: Bands,
        *,
        fitted: bool,
    ) -> Match:
        hits = sorted(read.hits.get(competency.id, ()), key=lambda hit: (NEARNESS.index(hit.cue.relation), -hit.weight))
        band = _band(probability, bands, fitted=fitted)
        relation = hits[0].cue.relation if hits else "adjacent"
        if band == "demonstrated" and relation == "adjacent":
            relation = "equivalent"  # no cue is near, but the whole of the words is, as the fit has measured
        usual = competency.usual_term
        term = (hits[0].cue.term if hits else None) or usual
        spans = [read.span(hit) for hit in hits] or self._heaviest(terms)
        return Match(
            competency.id, competency.group, probability, band, relation, term, tuple(_joined(spans)), _listed(terms)
        )

    def _heaviest(self, terms: list[Contribution]) -> list[Span]:
        """The places of the words that weigh most; words that every other bullet has are no phrase to quote."""
        telling = [term for term in terms if term.span and term.weight > 0 and self._is_rare(term.words)]
        telling.sort(key=lambda term: (-term.weight, term.words))
        return [term.span for term in telling[:MOST_SPANS] if term.span]

    def _is_rare(self, gram: str) -> bool:
        return any(self._common.rarity.get(part, self._common.unseen) >= RARE for part in gram.split(" "))


def _band(probability: float, bands: Bands, *, fitted: bool) -> Band:
    if probability >= bands.demonstrated and fitted:
        return "demonstrated"
    return "partial" if probability >= bands.partial else "suggested"


def _listed(terms: list[Contribution]) -> tuple[Contribution, ...]:
    """The contributions, the heaviest first; what is too light to be read stands together, so that the sum is exact."""
    shown = [term for term in terms if abs(term.weight) >= LEAST_SHOWN]
    rest = sum(term.weight for term in terms if abs(term.weight) < LEAST_SHOWN)
    if rest:
        shown.append(Contribution("words", "all other words", rest))
    return tuple(sorted(shown, key=lambda term: (-abs(term.weight), term.words)))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in order, those that overlap made one."""
    current: Span | None = None
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if current and span.start <= current.end:
            current = Span(current.start, max(current.end, span.end))
        else:
            if current:
                yield current
            current = span
    if current:
        yield current
