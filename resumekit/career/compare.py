"""Offers side by side: the same nine factors, which offer is ahead by verdict, and what single answers would change it.

Nothing here is a winner by score alone: offers of equal verdict and near scores are too close to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from resumekit.career.employer_name import employer_key
from resumekit.career.move import BEST, Assessment, Five, Judged, Verdict
from resumekit.career.tables import exact, read_part
from resumekit.errors import UnknownNameError
from resumekit.model.offer import FACTORS, Offer
from resumekit.text.amount import dollars
from resumekit.text.tables import DataTable

Standing = Literal["verdict", "score", "close", "one", "none"]
"""Ahead by verdict; by score among equal verdicts; too close to tell; only one can be judged; none can."""
IN_FIELD = "in_target_field"


class CompareRules(DataTable):
    """The numbers and words of the comparison."""

    close: Annotated[float, Field(ge=0, le=100)]
    steps: tuple[tuple[Verdict, ...], ...]
    shared: tuple[str, ...]
    most_to_negotiate: Annotated[int, Field(ge=0, le=9)]
    negotiate: dict[str, str]
    tell: dict[str, Five] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        placed = [verdict for step in self.steps for verdict in step]
        if sorted(placed) != sorted(set(get_args(Verdict)) - {"undecided"}):
            raise PydanticCustomError("steps", "'steps' hold each verdict but undecided, and each once")
        for name in (*self.shared, *self.negotiate, *self.tell):
            if name not in FACTORS:
                raise PydanticCustomError(
                    "factor", "{problem}", {"problem": str(UnknownNameError("factor", name, FACTORS))}
                )
        return self

    def step(self, verdict: Verdict) -> int | None:
        """How far a verdict stands from the best, 0 for the best; None for one that decides nothing."""
        return next((place for place, step in enumerate(self.steps) if verdict in step), None)


def compare_rules(paths: Iterable[str | Path] = ()) -> CompareRules:
    """The rules that ship, with a coach's own over them. Raises ResumekitError for a file that cannot be used."""
    return read_part("compare", CompareRules, paths)


@dataclass(frozen=True, slots=True)
class Compared:
    """One offer with its assessment. `label` tells it from the others; `name` does so in a word or two."""

    label: str
    name: str
    offer: Offer
    assessment: Assessment

    @property
    def open(self) -> tuple[str, ...]:
        """The factors that are still to be answered."""
        return tuple(item.factor for item in self.assessment.judged if item.answer is None)


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor across the offers, in their order."""

    factor: str
    judged: tuple[Judged, ...]
    points: tuple[Fraction | None, ...]
    """What each adds to its own raw score; shares of different totals where unlike parts are answered."""
    ahead: tuple[int, ...]
    """Places of the offers with the best answer, of those that are known; empty where these do not differ."""

    @property
    def differs(self) -> bool:
        return bool(self.ahead)


@dataclass(frozen=True, slots=True)
class Swing:
    """One answer that alone would change which offers are ahead by verdict.

    `place` is the offer whose answer it is, None where it is the client's own and changes for all; `leaders` are the
    places then ahead, empty where fewer than two offers could be judged.
    """

    place: int | None
    factor: str
    old: int | None
    new: int
    verdict: Verdict | None
    """That offer's verdict then; None where all change."""
    leaders: tuple[int, ...]


@dataclass(frozen=True)
class Comparison:
    """Offers compared. Places are counted from 0, in the order in which the offers were given."""

    offers: tuple[Compared, ...]
    rules: CompareRules

    @cached_property
    def rows(self) -> tuple[FactorRow, ...]:
        """The nine factors, in the table's order."""
        return tuple(_row(factor, [item.assessment for item in self.offers]) for factor in FACTORS)

    @cached_property
    def decided(self) -> tuple[int, ...]:
        """The offers that have a verdict."""
        return tuple(place for place, item in enumerate(self.offers) if self._step(item.assessment) is not None)

    @property
    def undecided(self) -> tuple[int, ...]:
        """The offers of which too little is known, told apart."""
        return tuple(place for place in range(len(self.offers)) if place not in self.decided)

    @cached_property
    def best_verdict(self) -> tuple[int, ...]:
        """The offers whose verdict is the best of those given; empty where fewer than two have one."""
        return _best([item.assessment for item in self.offers], self.rules)

    @cached_property
    def ahead(self) -> tuple[int, ...]:
        """The offers in front: one where verdict or score says so, several where it is too close to tell."""
        scores = {place: self.offers[place].assessment.score for place in self.best_verdict}
        top = max(scores.values(), default=Fraction())
        return tuple(place for place, score in scores.items() if top - score <= exact(self.rules.close))

    @cached_property
    def standing(self) -> Standing:
        """What puts them in front."""
        if len(self.decided) < 2:
            return "one" if self.decided else "none"
        if len(self.ahead) > 1:
            return "close"
        return "verdict" if len(self.best_verdict) == 1 else "score"

    @property
    def weighed(self) -> tuple[int, ...]:
        """The offers that are held against each other: those in front, else all that have a verdict, else all."""
        if len(self.ahead) > 1:
            return self.ahead
        return self.decided if len(self.decided) > 1 else tuple(range(len(self.offers)))

    @cached_property
    def parting(self) -> tuple[FactorRow, ...]:
        """The factors that part the offers that are held against each other; what weighs most first."""
        rows = [(self._spread(row, self.weighed), row) for row in self.rows]
        return tuple(row for spread, row in sorted(rows, key=lambda item: -item[0]) if spread)

    @cached_property
    def swings(self) -> tuple[Swing, ...]:
        """Every single answer that would change which offers are ahead by verdict, the nearest each way."""
        return tuple(_swings(self))

    @cached_property
    def uneven(self) -> tuple[str, ...]:
        """Factors that are the client's own and yet are answered differently from offer to offer."""
        return tuple(row.factor for row in self.rows if row.factor in self.rules.shared and row.differs)

    def negotiable(self, place: int) -> tuple[str, ...]:
        """The factors that can be raised by asking the employer, those that would add most first."""
        made = self.offers[place].assessment
        short = {name: made.weight(name) * (BEST - made.answers.get(name, BEST)) for name in self.rules.negotiate}
        ranked = sorted((name for name in FACTORS if short.get(name)), key=lambda name: -short[name])
        return tuple(ranked[: self.rules.most_to_negotiate])

    def _step(self, made: Assessment) -> int | None:
        return self.rules.step(made.verdict)

    def _spread(self, row: FactorRow, places: Sequence[int]) -> int:
        known = [answer for place in places if (answer := row.judged[place].answer) is not None]
        weight = self.offers[0].assessment.weight(row.factor)
        return weight * (max(known) - min(known)) if len(known) > 1 else 0


def compare_offers(
    offers: Iterable[tuple[Offer, Assessment]], *, names: Sequence[str] = (), rules: CompareRules | None = None
) -> Comparison:
    """Sets assessed offers side by side; `names` (of their files) tell apart those that are alike in all else.

    Raises:
        ValueError: there are fewer than two offers, or not as many names.
    """
    given = list(offers)
    if len(given) < 2:
        raise ValueError("a comparison needs two offers or more")
    if names and len(names) != len(given):
        raise ValueError(f"{len(given)} offers and {len(names)} names")
    labels = offer_labels([offer for offer, _ in given], names)
    employers = [offer.employer or "" for offer, _ in given]
    known = {employer_key(name) for name in employers}
    short = employers if all(employers) and len(known) == len(given) else labels
    compared = (Compared(label, name, *pair) for label, name, pair in zip(labels, short, given, strict=True))
    return Comparison(tuple(compared), rules or compare_rules())


def offer_labels(offers: Sequence[Offer], names: Sequence[str] = ()) -> tuple[str, ...]:
    """One label an offer, as "title, employer"; those alike get what tells all of them apart: city, kind, pay, a day."""
    plain = [", ".join(word for word in (offer.title, offer.employer) if word) or "Offer" for offer in offers]
    out = list(plain)
    keys = [((offer.title or "").casefold(), employer_key(offer.employer or "")) for offer in offers]
    for key in dict.fromkeys(keys):
        alike = [place for place, other in enumerate(keys) if other == key]
        if len(alike) > 1:
            for place, mark in zip(alike, _marks([offers[place] for place in alike]), strict=True):
                out[place] += f" ({mark or (names[place] if names else f'offer {place + 1}')})"
    return tuple(out)


def _marks(offers: list[Offer]) -> list[str]:
    """The first kind of mark that every offer has and that no two share; "" for each where there is none."""
    for marks in zip(*map(_marks_of, offers), strict=True):
        if all(marks) and len(set(marks)) == len(marks):
            return list(marks)
    return [""] * len(offers)


def _marks_of(offer: Offer) -> tuple[str, ...]:
    """City, kind, pay and days of an offer, in the order in which they are tried; "" for what is not stated."""
    return (
        offer.city or "",
        offer.employment or "",
        dollars(offer.pay.a_year) if offer.pay else "",
        f"start {offer.start}" if offer.start else "",
        f"of {offer.date}" if offer.date else "",
        f"answer by {offer.answer_by}" if offer.answer_by else "",
    )


def _row(factor: str, made: Sequence[Assessment]) -> FactorRow:
    judged = tuple(next(item for item in one.judged if item.factor == factor) for one in made)
    known = {item.answer for item in judged if item.answer is not None}
    ahead = tuple(place for place, item in enumerate(judged) if item.answer == max(known)) if len(known) > 1 else ()
    return FactorRow(factor, judged, tuple(one.points(factor) for one in made), ahead)


def _best(made: Sequence[Assessment], rules: CompareRules) -> tuple[int, ...]:
    steps = {place: step for place, one in enumerate(made) if (step := rules.step(one.verdict)) is not None}
    return tuple(place for place, step in steps.items() if step == min(steps.values())) if len(steps) > 1 else ()


def _swings(seen: Comparison) -> Iterator[Swing]:
    made = [item.assessment for item in seen.offers]
    for factor in FACTORS:
        if factor in seen.rules.shared:
            yield from _shared_swings(seen, made, factor)
        else:
            for place in range(len(made)):
                yield from _own_swings(seen, made, place, factor)
    for place, one in enumerate(made):
        for inside in (True, False):
            if inside is not bool(one.in_target_field):
                other = replace(one, in_target_field=inside)
                leaders = _best([*made[:place], other, *made[place + 1 :]], seen.rules)
                if leaders != seen.best_verdict:
                    old = None if one.in_target_field is None else int(one.in_target_field)
                    yield Swing(place, IN_FIELD, old, int(inside), other.verdict, leaders)


def _own_swings(seen: Comparison, made: list[Assessment], place: int, factor: str) -> Iterator[Swing]:
    for old, new, leaders in _nearest(seen, made, factor, (place,)):
        verdict = made[place].answered_with(factor, new).verdict
        yield Swing(place, factor, old, new, verdict, leaders)


def _shared_swings(seen: Comparison, made: list[Assessment], factor: str) -> Iterator[Swing]:
    for old, new, leaders in _nearest(seen, made, factor, tuple(range(len(made)))):
        yield Swing(None, factor, old, new, None, leaders)


def _nearest(
    seen: Comparison, made: list[Assessment], factor: str, places: tuple[int, ...]
) -> Iterator[tuple[int | None, int, tuple[int, ...]]]:
    """The nearest answers, given to these offers at once, that change who leads: the old, the new, who leads then."""
    answers = {made[place].answers.get(factor) for place in places}
    old = answers.pop() if len(answers) == 1 else None
    told: set[tuple[int, ...]] = set()
    for way in _ways(old):
        for new in way:
            tried = [one.answered_with(factor, new) if place in places else one for place, one in enumerate(made)]
            leaders = _best(tried, seen.rules)
            if leaders != seen.best_verdict:
                # From an answer that is not known, one way is enough where both come to the same.
                if old is not None or leaders not in told:
                    yield old, new, leaders
                told.add(leaders)
                break


def _ways(old: int | None) -> tuple[range, ...]:
    """The answers to try, the nearest first: up and down from one that is known, and from both ends where none is."""
    if old is None:
        return range(BEST + 1), range(BEST, -1, -1)
    return range(old + 1, BEST + 1), range(old - 1, -1, -1)
