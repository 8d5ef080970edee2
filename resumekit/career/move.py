"""The move assessment: nine answers, their weights, the gate, and the verdict with what would flip it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from resumekit.career.tables import exact, read_part
from resumekit.model.offer import FACTORS
from resumekit.text.tables import DataTable

Verdict = Literal["strategic", "conditional", "weak", "not_strategic", "off_plan", "bridge_only", "undecided"]
BEST = 4
"""The best answer; the worst is 0."""
Weight = Annotated[int, Field(ge=0, le=1000)]
Score = Annotated[float, Field(ge=0, le=100)]
Answer = Annotated[int, Field(ge=0, le=BEST)]
Five = tuple[str, str, str, str, str]


class FactorRule(DataTable):
    """One factor: its question, its weight, and its answers from 0 to 4 in words."""

    label: str
    question: str
    weight: Weight
    answers: Five
    would: Five
    """What would have to be so for each answer, as a clause: "if a way back within 12 months were in writing"."""
    sources: tuple[str, ...] = ()


class VerdictWords(DataTable):
    """A verdict as it is told."""

    name: str
    says: str


class StandingWords(DataTable):
    """What is said beside every verdict, and of the target field."""

    outside: str
    inside: str
    judgement: str
    promise: str
    privacy: str


class MoveRules(DataTable):
    """Every number and standing word of the assessment."""

    gate_factors: tuple[str, ...]
    gate_least: Answer
    strategic: Score
    conditional: Score
    weak: Score
    capped_at: Score
    least_answered: Annotated[float, Field(ge=0, le=1)]
    bridge_need: Answer
    level_points: Annotated[tuple[Answer, ...], Field(min_length=1)]
    pay_points: tuple[tuple[float, Answer], ...]
    need_points: tuple[tuple[float, Answer], ...]
    need_last: float
    path_points: tuple[tuple[int, Answer], ...]
    path_vague: Answer
    negotiate: tuple[str, ...]
    benefits_warning: str
    factor: dict[str, FactorRule]
    verdict: dict[Verdict, VerdictWords]
    words: StandingWords
    basis: dict[str, tuple[str, ...]]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        """A better fact must not get a worse answer, nor a better score a worse verdict."""
        for name in (*self.factor, *self.gate_factors):
            if name not in FACTORS:
                raise PydanticCustomError(
                    "factor", "'{name}' is not one of the factors: {known}", {"name": name, "known": ", ".join(FACTORS)}
                )
        if not self.strategic >= self.conditional >= self.weak:
            raise PydanticCustomError("order", "'strategic' is at least 'conditional', and that at least 'weak'")
        for table, rising, points in (
            ("level_points", True, list(enumerate(self.level_points))),
            ("pay_points", False, list(self.pay_points)),
            ("need_points", True, list(self.need_points)),
            ("path_points", True, list(self.path_points)),
        ):
            if not _in_order(points, rising=rising):
                raise PydanticCustomError(
                    "order", "'{table}' goes from the best answer down, one step after the other", {"table": table}
                )
        return self


def _in_order(points: Sequence[tuple[float, int]], *, rising: bool) -> bool:
    """Whether the steps rise, or fall, while their answers never rise."""
    return all(
        (one[0] < other[0] if rising else one[0] > other[0]) and one[1] >= other[1] for one, other in pairwise(points)
    )


def move_rules(paths: Iterable[str | Path] = ()) -> MoveRules:
    """The rules that ship, with a coach's own over them. Raises ResumekitError for a file that cannot be used."""
    return read_part("move", MoveRules, paths)


@dataclass(frozen=True, slots=True)
class Judged:
    """One factor with its answer, None where it is not known, and what that answer rests on."""

    factor: str
    answer: int | None
    because: str = ""
    origin: Literal["given", "facts", "asked"] = "given"
    """Given by the coach, read from facts and the offer, or still to be asked."""
    facts: tuple[str, ...] = ()
    """Keys of the client's facts behind it."""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Flip:
    """One answer that alone would change the verdict. `factor` may be "in_target_field"; then answers are 0 and 1."""

    factor: str
    old: int | None
    new: int
    verdict: Verdict
    score: Fraction


@dataclass(frozen=True)
class Assessment:
    """A move judged. Everything but the answers follows from them and the rules."""

    judged: tuple[Judged, ...]
    in_target_field: bool | None
    rules: MoveRules

    @cached_property
    def answers(self) -> dict[str, int]:
        """The factors that are answered, in the table's order."""
        return {item.factor: item.answer for item in self.judged if item.answer is not None}

    def weight(self, factor: str) -> int:
        return self.rules.factor[factor].weight

    @cached_property
    def answered(self) -> Fraction:
        """The share of the weight that is answered."""
        whole = sum(self.weight(item.factor) for item in self.judged)
        return Fraction(sum(map(self.weight, self.answers)), whole or 1)

    def points(self, factor: str) -> Fraction | None:
        """What a factor adds to the raw score, of 100; None where it is not answered."""
        if factor not in self.answers:
            return None
        most = BEST * sum(map(self.weight, self.answers))
        return Fraction(100 * self.weight(factor) * self.answers[factor], most or 1)

    @cached_property
    def raw(self) -> Fraction:
        """The score before the gate caps it, 0 to 100; 0 when nothing is answered."""
        return sum((self.points(factor) or Fraction() for factor in self.answers), Fraction())

    @cached_property
    def gate_applies(self) -> bool:
        """A step down, and any job that is not known to be inside the target field, must pass the gate."""
        level = self.answers.get("level_gap")
        return self.in_target_field is not True or (level is not None and level < BEST)

    @cached_property
    def gate(self) -> bool | None:
        """Whether the gate is passed; None where it is not asked, or none of its factors is answered."""
        known = [self.answers[name] for name in self.rules.gate_factors if name in self.answers]
        if not self.gate_applies or not known:
            return None
        return max(known) >= self.rules.gate_least

    @property
    def score(self) -> Fraction:
        """The raw score, capped where the gate is failed."""
        return min(self.raw, exact(self.rules.capped_at)) if self.gate is False else self.raw

    @cached_property
    def verdict(self) -> Verdict:
        """What the answers come to; undecided where too few are known."""
        rules = self.rules
        if self.answered < exact(rules.least_answered) or (self.gate_applies and self.gate is None):
            return "undecided"
        if self.gate is False:
            if self.raw >= exact(rules.strategic):
                return "off_plan"
            if self.answers.get("need") == rules.bridge_need:
                return "bridge_only"
        steps: tuple[tuple[float, Verdict], ...] = (
            (rules.strategic, "strategic"), (rules.conditional, "conditional"), (rules.weak, "weak"),
        )  # fmt: skip
        return next((name for least, name in steps if self.score >= exact(least)), "not_strategic")

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """Every single answer that would change the verdict, in the table's order: the nearest each way from an answer
        that is known, the lowest for each other verdict where none is.
        """
        return tuple(_flips(self))

    def answered_with(self, factor: str, answer: int) -> Assessment:
        """The same with one answer changed."""
        return replace(
            self,
            judged=tuple(replace(item, answer=answer) if item.factor == factor else item for item in self.judged),
        )


def assess_move(
    answers: Mapping[str, int | None] | Iterable[Judged],
    *,
    in_target_field: bool | None = None,
    rules: MoveRules | None = None,
) -> Assessment:
    """Judges a move by answers from 0 to 4, by the factors of `model.offer.FACTORS`; one that is left out is not known.

    Raises:
        ValueError: there is no such factor, or an answer is not 0 to 4.
    """
    given = [Judged(name, value) for name, value in answers.items()] if isinstance(answers, Mapping) else [*answers]
    by_name = {item.factor: item for item in given}
    for item in given:
        if item.factor not in FACTORS:
            raise ValueError(f"'{item.factor}' is no factor of a move; there are {', '.join(FACTORS)}")
        if item.answer is not None and item.answer not in range(BEST + 1):
            raise ValueError(f"{item.factor}: an answer is 0 to {BEST}, not {item.answer}")
    judged = tuple(by_name.get(name) or Judged(name, None, origin="asked") for name in FACTORS)
    return Assessment(judged, in_target_field, rules or move_rules())


def _flips(made: Assessment) -> Iterator[Flip]:
    for item in made.judged:
        for new in _turning(made, item):
            other = made.answered_with(item.factor, new)
            yield Flip(item.factor, item.answer, new, other.verdict, other.score)
    for inside in (True, False):
        other = replace(made, in_target_field=inside)
        if inside is not bool(made.in_target_field) and other.verdict != made.verdict:
            old = None if made.in_target_field is None else int(made.in_target_field)
            yield Flip("in_target_field", old, int(inside), other.verdict, other.score)


def _turning(made: Assessment, item: Judged) -> Iterator[int]:
    """The answers to one factor that turn the verdict."""
    verdicts = {new: made.answered_with(item.factor, new).verdict for new in range(BEST + 1)}
    if item.answer is None:
        told = {made.verdict}
        for new, verdict in verdicts.items():
            if verdict not in told:
                told.add(verdict)
                yield new
        return
    for way in (range(item.answer + 1, BEST + 1), range(item.answer - 1, -1, -1)):
        yield from [new for new in way if verdicts[new] != made.verdict][:1]
