"""Searches side by side: shares with an interview and an offer, weeks to the first of each, by situation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from resumekit.career.binomial import Interval, wilson
from resumekit.career.days import known_day
from resumekit.career.funnel_counts import had_interview, had_offer, is_booked
from resumekit.career.funnel_reading import FunnelRules, span
from resumekit.model.application import Applications
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.strategy.decide import decide
from resumekit.text.amount import percent

NOT_STATED = "not stated"
"""The situation of a client of whom no file, or no target, is known."""


@dataclass(frozen=True, slots=True)
class ClientSearch:
    """One client's search. Weeks run from its beginning to the first of each; None where a day is not known."""

    situation: str
    interview: bool
    offer: bool
    weeks_to_interview: Fraction | None = None
    weeks_to_offer: Fraction | None = None
    label: str = ""
    """The client's name or the file's, told only where it is asked for."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some weeks, the fewest and the most, and how many clients they are known of."""

    median: Fraction
    low: Fraction
    high: Fraction
    clients: int

    def told(self) -> str:
        """Middle and range: "median 4.5 weeks, 2 to 9 (3 clients)"; one client's own weeks alone."""
        if self.clients == 1:
            return f"{_weeks(self.median)} weeks (1 client)"
        between = f"{_weeks(self.low)} to {_weeks(self.high)}"
        return f"median {_weeks(self.median)} weeks, {between} ({clients_told(self.clients)})"


@dataclass(frozen=True, slots=True)
class Share:
    """How many clients had it. `interval` is None where there are too few of them for a rate."""

    successes: int
    clients: int
    interval: Interval | None

    def told(self) -> str:
        """Counts and rate, or counts and that they are too few."""
        if self.interval is None:
            return f"{self.successes} of {clients_told(self.clients)}: too few to say more than that"
        rate = f"{percent(self.interval.rate)}, interval {span(self.interval)}"
        return f"{self.successes} of {clients_told(self.clients)} ({rate})"


@dataclass(frozen=True, slots=True)
class Group:
    """The searches of one situation; of all where `situation` is ""."""

    situation: str
    clients: int
    interview: Share
    offer: Share
    weeks_to_interview: Spread | None
    weeks_to_offer: Spread | None


def look_at_search(
    applications: Applications,
    resume: Resume | None = None,
    target: Target | None = None,
    as_of: date | None = None,
    *,
    label: str = "",
) -> ClientSearch:
    """What a list says of the search as a whole; `target` is by default the one that the list names."""
    if target is None and resume is not None:
        target = resume.target(applications.target)
    items = applications.applications
    sent = [day for item in items if (day := known_day(item.sent))]
    begun = known_day(applications.started) or min(sent, default=None)
    held = [item for item in items if had_interview(item) and not is_booked(item, as_of)]
    return ClientSearch(
        situation=situation_of(resume, target, as_of),
        interview=bool(held),
        offer=any(had_offer(item) for item in items),
        weeks_to_interview=_until(begun, (known_day(item.interview) for item in held)),
        weeks_to_offer=_until(begun, (known_day(item.offer) for item in items)),
        label=label,
    )


def situation_of(resume: Resume | None, target: Target | None, as_of: date | None = None) -> str:
    """The primary situation that the strategy goes by; "not stated" where it cannot be told."""
    if resume is None or target is None:
        return NOT_STATED
    fired = decide(resume, target, as_of=as_of).situations
    return fired[0].name if fired else NOT_STATED


def _until(begun: date | None, days: Iterable[date | None]) -> Fraction | None:
    first = min((day for day in days if day), default=None)
    if begun is None or first is None or first < begun:
        return None
    return Fraction((first - begun).days, 7)


def compare_searches(searches: Iterable[ClientSearch], rules: FunnelRules) -> tuple[Group, ...]:
    """All of them together, then each situation, the commonest first; their order does not matter."""
    searches = tuple(searches)
    names = sorted({search.situation for search in searches})
    groups = [_group(name, [search for search in searches if search.situation == name], rules) for name in names]
    groups.sort(key=lambda group: (group.situation == NOT_STATED, -group.clients))
    return (_group("", searches, rules), *groups)


def _group(situation: str, searches: Iterable[ClientSearch], rules: FunnelRules) -> Group:
    searches = tuple(searches)
    return Group(
        situation,
        len(searches),
        _share(searches, lambda search: search.interview, rules),
        _share(searches, lambda search: search.offer, rules),
        _spread(search.weeks_to_interview for search in searches),
        _spread(search.weeks_to_offer for search in searches),
    )


def _share(searches: tuple[ClientSearch, ...], had: Callable[[ClientSearch], bool], rules: FunnelRules) -> Share:
    count = sum(map(had, searches))
    enough = len(searches) >= rules.few_clients
    return Share(count, len(searches), wilson(count, len(searches), rules.confidence) if enough else None)


def _spread(weeks: Iterable[Fraction | None]) -> Spread | None:
    known = [number for number in weeks if number is not None]
    return Spread(Fraction(median(known)), min(known), max(known), len(known)) if known else None


def clients_told(count: int) -> str:
    """A count of clients: "1 client", "3 clients"."""
    return f"{count} client{'' if count == 1 else 's'}"


def _weeks(number: Fraction) -> str:
    return f"{float(number):.1f}".removesuffix(".0")
