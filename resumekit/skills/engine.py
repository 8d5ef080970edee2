"""Engine: a bullet's competencies, each with its probability and everything that made it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt

from resumekit.skills.cue import CueIndex, Hit, Likeness
from resumekit.skills.framework import Competency, Framework, Relation
from resumekit.skills.gram import grams
from resumekit.skills.lexicon import Lexicon
from resumekit.skills.match import Band, Contribution, Match, Span, sigmoid
from resumekit.skills.reader import Reader, Reading
from resumekit.skills.weights import Bands, Constants, GroupWeights, Weights, load_common, load_weights

MOST_SPANS = 3
"""So many source phrases are quoted where no cue was found."""
LEAST_SHOWN = 0.005
"""Log-odds below which terms are added up into one, so that a list of contributions can be read."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A bullet as the engine sees it."""

    reading: Reading
    hits: dict[str, list[Hit]]
    likeness: dict[str, Likeness]
    grams: dict[str, Span]

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
        self._index = CueIndex(self._asked, common.rarity, common.commonest)
        self._common = common
        self._by_group: dict[str, list[Competency]] = defaultdict(list)
        for competency in self._asked:
            self._by_group[competency.group].append(competency)

    def rank(self, text: str) -> tuple[Match, ...]:
        """The functional competencies that a text is evidence for, the most probable first; none where there is none."""
        return self._rank(self._read(text))

    def _read(self, text: str) -> _Read:
        reading = self._reader.read(text)
        hits: dict[str, list[Hit]] = defaultdict(list)
        for hit in self._index.hits(reading):
            hits[hit.competency].append(hit)
        return _Read(reading, hits, self._index.likeness(reading), grams(reading.words))

    def _rank(self, read: _Read) -> tuple[Match, ...]:
        if not read.reading.words:
            return ()
        found = [*self._fitted(read), *self._unfitted(read)]
        order = {competency.id: place for place, competency in enumerate(self._asked)}
        return tuple(sorted(found, key=lambda match: (-match.probability, order[match.competency])))

    def _fitted(self, read: _Read) -> Iterator[Match]:
        weights = self.weights
        if weights is None:
            return
        known = [gram for gram in read.grams if gram in weights.words]
        scale = weights.scale / sqrt(len(known)) if known else 0.0
        sums: list[list[Contribution]] = [[] for _ in weights.groups]
        for gram in known:
            for index, weight in weights.words[gram]:
                sums[index].append(Contribution("words", gram, weight * scale, read.grams[gram]))
        for index, group in enumerate(weights.groups):
            members = self._by_group.get(group)
            if not members:
                continue
            terms = [*sums[index], *self._cue_terms(read, weights.constants[index], members)]
            total = sum(term.weight for term in terms)
            if sigmoid(total) < weights.bands.suggested:
                continue
            yield from self._members(read, members, weights, terms, total)

    def _members(
        self, read: _Read, members: list[Competency], weights: Weights, terms: list[Contribution], total: float
    ) -> Iterator[Match]:
        """The competencies of a group: the likeliest has the group's probability, the others what lacks to it."""
        inner = weights.inner.get(members[0].group)
        leaning = {item.id: self._leaning(read, item, inner) for item in members}
        best = max(leaning.values())
        for competency in members:
            lack = leaning[competency.id] - best
            probability = sigmoid(total + lack)
            if probability < weights.bands.suggested:
                continue
            rival = [Contribution("rival", "another competency of the area is nearer", lack)] if lack else []
            yield self._match(read, competency, probability, [*terms, *rival], weights.bands, fitted=True)

    def _leaning(self, read: _Read, competency: Competency, inner: GroupWeights | None) -> float:
        constants = self._common.constants
        total = 0.0
        if inner and competency.id in inner.names:
            place = inner.names.index(competency.id)
            constants = inner.constants[place]
            known = [gram for gram in read.grams if gram in inner.words]
            scale = self.weights.scale / sqrt(len(known)) if known and self.weights else 0.0
            total = sum(w for gram in known for index, w in inner.words[gram] if index == place) * scale
        return total + sum(term.weight for term in self._cue_terms(read, constants, [competency]))

    def _unfitted(self, read: _Read) -> Iterator[Match]:
        """Competencies that no weights were fitted for: cues alone, and never more than partial."""
        fitted = set(self.weights.groups) if self.weights else set()
        for competency in self._asked:
            if competency.group in fitted or competency.id not in read.likeness:
                continue
            terms = list(self._cue_terms(read, self._common.constants, [competency]))
            probability = sigmoid(sum(term.weight for term in terms))
            if read.hits.get(competency.id) and probability >= self._common.bands.suggested:
                yield self._match(read, competency, probability, terms, self._common.bands, fitted=False)

    def _cue_terms(self, read: _Read, constants: Constants, members: list[Competency]) -> Iterator[Contribution]:
        """What cues and descriptors say for a group: that of its best competency in each respect."""
        yield Contribution("base", "before anything is read", constants.base)
        strongest = max(
            (read.hits[item.id] for item in members if item.id in read.hits),
            key=lambda hits: sum(hit.weight for hit in hits),
            default=[],
        )
        for hit in strongest:
            yield Contribution("cue", hit.cue.pattern, constants.cue * hit.weight, read.span(hit))
        like = [read.likeness[item.id] for item in members if item.id in read.likeness]
        cosine = max((item.cosine for item in like), default=0.0)
        coverage = max((item.coverage for item in like), default=0.0)
        if cosine:
            yield Contribution("likeness", "like its description", constants.likeness * cosine)
        if coverage:
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
        hits = sorted(read.hits.get(competency.id, ()), key=lambda hit: -hit.weight)
        band = _band(probability, bands, fitted=fitted)
        relation: Relation = hits[0].cue.relation if hits else "equivalent" if band == "demonstrated" else "adjacent"
        usual = competency.terms[0] if competency.terms else competency.name
        term = (hits[0].cue.term if hits else None) or usual
        spans = [read.span(hit) for hit in hits] or _heaviest(terms)
        return Match(
            competency.id, competency.group, probability, band, relation, term, tuple(_joined(spans)), _listed(terms)
        )


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


def _heaviest(terms: list[Contribution]) -> list[Span]:
    with_place = [term for term in terms if term.span and term.weight > 0]
    with_place.sort(key=lambda term: (-term.weight, term.words))
    return [term.span for term in with_place[:MOST_SPANS] if term.span]


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
