"""Accept now against keep searching, as values: level, call-backs, next resume, cash, and where each way leads to.

It orders what is known on one day. It foretells nothing, and holds no score.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from resumekit.career.days import first_day, weeks_between
from resumekit.career.evidence import Evidence, Study, cite
from resumekit.career.forecast import Forecast, forecast, forecast_rules
from resumekit.career.move import BEST, Assessment, Verdict
from resumekit.career.offer_setting import Setting, setting_of
from resumekit.career.plan import SearchPlan, plan_search
from resumekit.career.question import Question
from resumekit.career.runway import works
from resumekit.career.simulate_money import CashLine, TakeHome, cash_lines, first_day_of_work, take_home_of
from resumekit.career.tables import read_part
from resumekit.errors import UnknownNameError
from resumekit.model.offer import Offer
from resumekit.model.resume import Resume
from resumekit.model.search import Search
from resumekit.model.target import Target
from resumekit.text.tables import DataTable

WayName = Literal["accept", "search"]
GoesOn = Literal["yes", "no", "unknown"]
CallBackName = Literal["below", "agency", "level", "unemployed"]
_TEMPORARY = ("agency", "temporary")
Weeks = Annotated[int, Field(ge=1, le=260)]


class CallBackWords(DataTable):
    """What is told of one way in a word, and the studies for and against it."""

    short: str
    studies: tuple[str, ...]
    against: tuple[str, ...] = ()


class SimulateRules(DataTable):
    """The numbers and words of the simulation."""

    weeks: Weeks
    marks: tuple[Weeks, ...]
    tax_share: Annotated[Decimal, Field(ge=0, lt=1)]
    start_weeks: Annotated[int, Field(ge=0, le=52)]
    rests: tuple[Verdict, ...]
    accept: dict[CallBackName, CallBackWords]
    search: dict[CallBackName, CallBackWords]

    @model_validator(mode="after")
    def _within(self) -> Self:
        if max(self.marks, default=0) > self.weeks:
            raise PydanticCustomError(
                "marks", "week {mark} of 'marks' lies beyond the {weeks} weeks that are followed",
                {"mark": max(self.marks), "weeks": self.weeks},
            )  # fmt: skip
        return self


def simulate_rules(paths: Iterable[str | Path] = ()) -> SimulateRules:
    """The rules that ship, with a coach's own over them.

    Raises:
        ResumekitError: a file cannot be used, or names a study that is not there.
    """
    own = tuple(paths)
    rules = read_part("simulate", SimulateRules, own)
    known = read_part("evidence", Evidence, own).study
    for findings in (rules.accept, rules.search):
        for name in (name for item in findings.values() for name in (*item.studies, *item.against)):
            if name not in known:
                raise UnknownNameError("study", name, known)
    return rules


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels, None where not stated, with the keys of the roles behind them. `held` is the best of recent years."""

    held: int | None
    held_role: str
    present: int | None
    present_role: str
    offered: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class Called:
    """What was found of call-backs on one way."""

    short: str
    studies: tuple[Study, ...]
    against: tuple[Study, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Where a way leaves the client after so many weeks: cash, and the weeks until half of such searches are over.

    `search` is 0 where that week is past, None where the search rests or its length is not known.
    """

    week: int
    cash: Fraction | None
    search: Fraction | None


@dataclass(frozen=True, slots=True)
class Way:
    """One of the two ways. `median` and `late` are weeks from today until half, and four of five, have an offer."""

    name: WayName
    called: tuple[Called, ...]
    line: CashLine | None
    goes_on: GoesOn
    median: Fraction | None
    late: Fraction | None
    left: tuple[Left, ...]


@dataclass(frozen=True)
class Simulation:
    """Both ways side by side. `questions` name the fields that would tell more."""

    offer: Offer
    target: Target | None
    money: Search
    """What the client states of the search and its money; empty where nothing is stated."""
    assessment: Assessment
    plan: SearchPlan
    employed: bool | None
    levels: Levels
    content: Forecast
    take_home: TakeHome | None
    start: date | None
    start_assumed: bool
    slower: Fraction
    accept: Way
    search: Way
    warnings: tuple[str, ...]
    questions: tuple[Question, ...]
    rules: SimulateRules

    @property
    def ways(self) -> tuple[Way, Way]:
        return self.accept, self.search

    @property
    def studies(self) -> tuple[Study, ...]:
        """All that are cited, those against last."""
        called = [item for way in self.ways for item in way.called]
        found = [study for item in called for study in item.studies]
        against = [study for item in called for study in item.against]
        return tuple(dict.fromkeys([*found, *against]))


def simulate_move(
    resume: Resume,
    offer: Offer,
    assessment: Assessment,
    target: Target | None = None,
    *,
    as_of: date | None = None,
    plan: SearchPlan | None = None,
    paths: Iterable[str | Path] = (),
) -> Simulation:
    """Both ways for a client, an offer and its assessment; `target` is the first one by default.

    Raises:
        ResumekitError: a file of `paths` cannot be used.
    """
    own = tuple(paths)
    rules, aim = simulate_rules(own), target or resume.target()
    plan = plan or plan_search(resume, aim, as_of=as_of, paths=own)
    setting = setting_of(resume, offer, aim, as_of=as_of or first_day(resume.as_of), rules=assessment.rules)
    levels, employed = _levels(setting), _employed(resume, setting, plan)
    content = forecast(resume, offer, forecast_rules(own))
    pay = take_home_of(offer, rules.tax_share)
    start, assumed = first_day_of_work(offer, plan.as_of, rules.start_weeks)
    accepting, searching = cash_lines(resume.search or Search(), plan, pay=pay, start=start, weeks=rules.weeks)
    slower = _slower(plan)
    before = Fraction(weeks_between(plan.as_of, start)) if plan.as_of and start else Fraction(rules.start_weeks)
    goes_on = _goes_on(levels, assessment, rules)
    length = (plan.remaining, _late(plan))
    beside = (None, None) if goes_on == "no" else tuple(_stretched(weeks, before, slower) for weeks in length)
    accept = _way(
        "accept", _called(_of_accepting(offer, assessment), rules.accept, own), accepting, goes_on, beside, rules
    )
    search = _way(
        "search", _called(_of_searching(levels, employed), rules.search, own), searching, "yes", length, rules
    )
    return Simulation(
        offer, aim, resume.search or Search(), assessment, plan, employed, levels, content, pay, start, assumed,
        slower, accept, search,
        (*_minded(plan, start, assumed), *plan.warnings), tuple(_questions(offer, content, plan, goes_on)), rules,
    )  # fmt: skip


def _way(
    name: WayName,
    called: Iterable[Called],
    line: CashLine | None,
    goes_on: GoesOn,
    length: tuple[Fraction | None, ...],
    rules: SimulateRules,
) -> Way:
    median, late = length
    return Way(name, tuple(called), line, goes_on, median, late, tuple(_left(rules, line, median)))


def _minded(plan: SearchPlan, start: date | None, assumed: bool) -> Iterator[str]:
    if plan.as_of and start and start < plan.as_of and not assumed:
        yield (
            f"The first day of work, {start}, lies before the day that this is seen from, {plan.as_of}: the pay is "
            "counted from today. To look back, give the day of the offer with --as-of."
        )


def _levels(setting: Setting) -> Levels:
    observed, last = setting.observed, setting.last
    present = last.role if last and last.role.is_current else None
    return Levels(
        observed.best_level,
        observed.best_role,
        present.level if present else None,
        present.key if present else "",
        setting.offer.level,
        observed.target_level,
    )


def _employed(resume: Resume, setting: Setting, plan: SearchPlan) -> bool | None:
    """Whether a job goes on beside the search: as the search says, else as the roles do; None without a role."""
    search, today = resume.search, plan.as_of
    if search and (search.leaving is not None or search.last_day is not None):
        return works(search, today)
    return setting.last.role.is_current if setting.last else None


def _of_accepting(offer: Offer, made: Assessment) -> Iterator[CallBackName]:
    level = made.answers.get("level_gap")
    if offer.employment in _TEMPORARY:
        yield "agency"
    if level is not None:
        yield "below" if level < BEST else "level"


def _of_searching(levels: Levels, employed: bool | None) -> Iterator[CallBackName]:
    if employed is False:
        yield "unemployed"
    elif employed and levels.present is not None and levels.held is not None:
        yield "below" if levels.present < levels.held else "level"


def _called(
    names: Iterable[CallBackName], findings: Mapping[CallBackName, CallBackWords], paths: Iterable[str | Path]
) -> Iterator[Called]:
    for name in names:
        item = findings[name]
        yield Called(item.short, cite(item.studies, paths), cite(item.against, paths))


def _slower(plan: SearchPlan) -> Fraction:
    """How much longer a search takes beside the new job; one that has few hours as it is, takes no longer."""
    few = plan.length is not None and any(factor.name == "hours" for factor in plan.length.factors)
    return Fraction(1) if few else Fraction(plan.rules.factors.hours_factor)


def _late(plan: SearchPlan) -> Fraction | None:
    if plan.length is None or plan.remaining is None:
        return None
    return max(plan.length.late - plan.weeks_searched, plan.remaining)


def _goes_on(levels: Levels, made: Assessment, rules: SimulateRules) -> GoesOn:
    """Whether the search goes on beside the new job: where the job lies below the plan and is not a move for it."""
    if made.verdict in rules.rests:
        return "no"
    if made.in_target_field is False:
        return "yes"
    aimed = levels.target if levels.target is not None else levels.held
    if levels.offered is None or aimed is None:
        return "unknown"
    if levels.offered < aimed:
        return "yes"
    return "no" if made.in_target_field else "unknown"


def _stretched(weeks: Fraction | None, before: Fraction, slower: Fraction) -> Fraction | None:
    """Weeks of search of which those after the first day of work take longer."""
    if weeks is None or weeks <= before:
        return weeks
    return before + (weeks - before) * slower


def _left(rules: SimulateRules, line: CashLine | None, median: Fraction | None) -> Iterator[Left]:
    for week in rules.marks:
        cash = line.cash[week] if line and week < len(line.cash) else None
        yield Left(week, cash, None if median is None else max(median - week, Fraction()))


def _questions(offer: Offer, content: Forecast, plan: SearchPlan, goes_on: GoesOn) -> Iterator[Question]:
    """What is not known and would tell more, the offer's own first."""
    if offer.level is None:
        yield Question("offer.level", "At what level is the job?")
    if offer.take_home is None:
        yield Question("offer.take_home", "What does the job bring a month, after tax?")
    if offer.start is None:
        yield Question("offer.start", "When is the first day of work?")
    if content.count is None:
        yield Question("offer.mandate", "What is the job there for: none, run, improve or build?")
    if goes_on == "unknown" and offer.field is None:
        yield Question("offer.field", "In which field is the job?")
    yield from plan.questions
