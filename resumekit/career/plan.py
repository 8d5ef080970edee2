"""The search plan: expected weeks, runway, the day to decide, checkpoints, what else there is, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil
from pathlib import Path

from resumekit.career.benefits import Benefits, shipped_benefits
from resumekit.career.claim import Claim, ClaimRead, read_claim
from resumekit.career.days import DAY, WEEK, first_day, weeks_between
from resumekit.career.decision import Decision, begins_on, colour_of, decide, ratio_of
from resumekit.career.question import Question
from resumekit.career.runway import MOST_WEEKS, Runway, first_week_day, runway_of
from resumekit.career.scenarios import ScenarioName, as_stated, scenarios
from resumekit.career.search_check import read_figures
from resumekit.career.search_length import Colour, SearchLength, SearchRules, expected_search, search_rules
from resumekit.errors import UnknownNameError
from resumekit.model.resume import Resume
from resumekit.model.search import Search
from resumekit.model.target import Target

LEAST_SHOWN, SHOWN_BEYOND = 26, 2
"""Weeks that are told at the least, and beyond the last one of interest."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A day to look up, so many weeks after the search began."""

    week: int
    date: date | None
    title: str
    look_at: tuple[str, ...]
    passed: bool


@dataclass(frozen=True, slots=True)
class Alternative:
    """The same search with one thing other than stated."""

    name: ScenarioName
    says: str
    runway: Runway
    ratio: Fraction | None
    colour: Colour
    decision: Decision | None


@dataclass(frozen=True)
class SearchPlan:
    """All of it. What could not be reckoned is None, and `questions` ask for it."""

    rules: SearchRules
    confirm_with: str
    as_of: date | None
    started: date | None
    length: SearchLength | None
    scenario: str
    runway: Runway | None
    claim: Claim | None
    alternatives: tuple[Alternative, ...]
    warnings: tuple[str, ...]
    questions: tuple[Question, ...]
    benefits: Benefits | None = None

    @property
    def confirm(self) -> str:
        """Who has the last word on benefits, for every page."""
        return f"Confirm with {self.confirm_with}"

    @property
    def caution(self) -> str:
        """The same as a sentence, with what this is not."""
        return f"{self.confirm}: this is arithmetic, not benefits advice."

    @cached_property
    def ratio(self) -> Fraction | None:
        """The runway divided by the median search; None where one is not known, or the money does not run out."""
        return ratio_of(self.runway, self.length)

    @cached_property
    def colour(self) -> Colour:
        return colour_of(self.runway, self.length, self.rules.money)

    @cached_property
    def decision(self) -> Decision | None:
        """None while the money does not run out, or its end is not known."""
        return decide(self.runway, self.rules.money, self.as_of)

    @cached_property
    def checkpoints(self) -> tuple[Checkpoint, ...]:
        return tuple(self._checkpoint(number) for number in range(len(self.rules.checkpoint)))

    def _checkpoint(self, number: int) -> Checkpoint:
        rule = self.rules.checkpoint[number]
        day = self.started + rule.week * WEEK if self.started else None
        return Checkpoint(
            rule.week, day, rule.title, rule.look_at, passed=bool(day and self.as_of and day < self.as_of)
        )

    @cached_property
    def weeks_searched(self) -> int:
        """Whole weeks since the search began."""
        return weeks_between(self.started, self.as_of) if self.started and self.as_of else 0

    @cached_property
    def remaining(self) -> Fraction | None:
        """The weeks that the search may still take: the median less what has passed, and never less than a least."""
        if self.length is None:
            return None
        return max(self.length.median - self.weeks_searched, Fraction(self.rules.money.least_remaining))

    @cached_property
    def window(self) -> tuple[Fraction, Fraction] | None:
        """The weeks of the money, counted from its first, in which an offer is expected: from the median to the late one.

        A search that began earlier has used some of them up; it begins no sooner than a least. None where the late week
        has passed, or the length is not known.
        """
        if self.length is None:
            return None
        begun = self.runway.weeks[0].begins if self.runway and self.runway.weeks else None
        passed = Fraction((begun - self.started).days, 7) if begun and self.started else Fraction()
        least = Fraction(self.rules.money.least_remaining) if passed > 0 else Fraction()
        first, last = max(self.length.median - passed, least), self.length.late - passed
        return (first, last) if first < last else None

    @cached_property
    def need(self) -> Fraction | None:
        """What is left of the runway, divided by the remaining search; None where the money does not run out."""
        if self.remaining is None or self.runway is None or self.runway.first_below is None:
            return None
        begun = self.runway.weeks[0].begins
        passed = weeks_between(begun, self.as_of) if begun and self.as_of else 0
        return max(self.runway.first_below - passed, 0) / self.remaining

    @property
    def money_ends(self) -> date | None:
        """The first day of the week in which the money runs out."""
        return begins_on(self.runway, self.runway.first_below) if self.runway and self.runway.first_below else None

    @cached_property
    def benefit_ends(self) -> date | None:
        """The last day of the last week with a benefit."""
        paid = [week for week in self.runway.weeks if week.benefit > 0] if self.runway else []
        return paid[-1].begins + WEEK - DAY if paid and paid[-1].begins else None


def plan_search(
    resume: Resume,
    target: Target | None = None,
    *,
    as_of: date | None = None,
    paths: Iterable[str | Path] = (),
    benefits: Benefits | None = None,
) -> SearchPlan:
    """The plan of a client's search for a target, the first one by default; `paths` are rules of a coach's own.

    Raises:
        ResumekitError: a file of rules cannot be used.
    """
    rules = search_rules(paths)
    search, day = resume.search or Search(), as_of or first_day(resume.as_of)
    start = first_week_day(search, day)
    aim = target or resume.target()
    length = expected_search(resume, aim, as_of=as_of, rules=rules)
    rates, missing = _benefits(search, benefits)
    read = read_claim(search, rates, start=start, seen=day) if rates and start else ClaimRead(None)
    runway = _runway(search, day, read.claim)
    others = tuple(_alternatives(search, day, read.claim, length, rules, rates))
    last = _last_week((runway, *(item.runway for item in others)), length)
    warnings, questions = read_figures(search, start=start)
    return SearchPlan(
        rules,
        confirm_with=rates.confirm_with if rates else "the office that pays benefits",
        as_of=day,
        started=first_day(search.started) or start,
        length=length,
        scenario=as_stated(search),
        runway=_trimmed(runway, last),
        claim=read.claim,
        alternatives=tuple(replace(item, runway=_trimmed(item.runway, last) or item.runway) for item in others),
        warnings=(*missing, *warnings, *read.warnings),
        questions=(*_aim(aim), *questions, *read.questions, *(length.questions if length else ())),
        benefits=rates,
    )


def _aim(target: Target | None) -> Iterator[Question]:
    if target is None:
        yield Question("targets", "What is the target? Without one the length of the search is not known.")


def _benefits(search: Search, given: Benefits | None) -> tuple[Benefits | None, tuple[str, ...]]:
    if given is not None:
        return given, ()
    country = search.benefit.country if search.benefit else "ca"
    try:
        return shipped_benefits(country), ()
    except UnknownNameError as error:
        return None, (f"{error} No benefits are counted; give a data file of your own: --benefits FILE.toml",)


def _runway(search: Search, day: date | None, claim: Claim | None) -> Runway | None:
    """In full, or None where a figure that it stands on is not stated."""
    if search.leaving == "employed" and search.last_day is None and search.take_home is None:
        return None
    if first_week_day(search, day) is None and _dated(search):
        return None
    return runway_of(search, as_of=day, claim=claim, least=MOST_WEEKS)


def _dated(search: Search) -> bool:
    side = search.side_earnings
    return bool(search.last_day or search.benefit or (side and (side.start or side.end)))


def _last_week(runways: Iterable[Runway | None], length: SearchLength | None) -> int:
    """The last week that is told: past the end of the money, of the benefits and of the expected search."""
    told = [runway for runway in runways if runway is not None]
    ends = [runway.first_below or 0 for runway in told]
    paid = [week.number for runway in told for week in runway.weeks if week.benefit > 0]
    late = ceil(length.late) if length else 0
    return max(*ends, *paid, late, LEAST_SHOWN) + SHOWN_BEYOND


def _trimmed(runway: Runway | None, last: int) -> Runway | None:
    return runway and replace(runway, weeks=runway.weeks[:last])


def _alternatives(
    search: Search,
    day: date | None,
    claim: Claim | None,
    length: SearchLength | None,
    rules: SearchRules,
    rates: Benefits | None,
) -> Iterator[Alternative]:
    for item in scenarios(search, claim=claim, benefits=rates):
        runway = _runway(item.search, day, item.claim)
        if runway is not None:
            ratio, colour = ratio_of(runway, length), colour_of(runway, length, rules.money)
            yield Alternative(item.name, item.says, runway, ratio, colour, decide(runway, rules.money, day))
