"""Applications counted: how many led to an interview and to an offer; referrals and untargeted ones apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from resumekit.career.days import DAY, first_day, known_day, last_day
from resumekit.career.employer_name import same_employer
from resumekit.errors import ResumekitError
from resumekit.model.application import Application, Applications
from resumekit.model.date import PartialDate
from resumekit.model.resume import Resume
from resumekit.model.target import Target

RECENT_DAYS, PROMPT_DAYS = 14, 2
"""As funnel.toml has them, for who counts without rules."""


@dataclass(frozen=True, slots=True)
class FunnelCounts:
    """What was sent and what came of it. An application with three rounds of interviews counts as one interview.

    `applications` are those written for the job and sent without a referral; `interviews` are those of them that were
    invited. `offers` count wherever they came from.

    Raises:
        ResumekitError: numbers that cannot be, all of them together.
    """

    applications: int
    interviews: int
    offers: int = 0
    referrals: int = 0
    referral_interviews: int = 0
    off_plan_offers: int | None = None
    """From employers outside the plan; None where that was not looked at."""
    untargeted: int = 0
    untargeted_interviews: int = 0
    unknown_plan_offers: int = 0
    """Offers of which it is not known, where it was looked at."""
    direct_offers: int = 0
    """Offers without an interview before them."""
    upcoming: int = 0
    """Interviews, of whatever origin, that are booked and still to come."""
    recent: int = 0
    """Of the applications: sent a few days ago and not answered."""
    waiting: int = 0
    """Interviews held a few days ago and not answered."""
    withdrawn: int = 0
    """Taken back by the client before an interview, and counted nowhere else."""
    late: int = 0
    timed: int = 0
    """Of all that was sent: with the posting's day and their own known; `late` of them too long after it."""

    def __post_init__(self) -> None:
        if wrong := [*_impossible(self)]:
            raise ResumekitError("\n".join(wrong))

    @property
    def sent(self) -> int:
        """Everything that counts somewhere."""
        return self.applications + self.referrals + self.untargeted

    @property
    def invited(self) -> int:
        """Interviews of whatever origin, booked ones too."""
        return self.interviews + self.referral_interviews + self.untargeted_interviews

    @property
    def held(self) -> int:
        """Interviews that have taken place."""
        return self.invited - self.upcoming

    @property
    def interviewed_offers(self) -> int | None:
        """Offers after an interview; None where more offers than interviews are told, so that no rate can be given."""
        after = self.offers - self.direct_offers
        return after if after <= self.held else None

    @property
    def on_plan_offers(self) -> int | None:
        """Offers from employers of the plan; None where that was not looked at."""
        return None if self.off_plan_offers is None else self.offers - self.off_plan_offers - self.unknown_plan_offers


_ROUNDS = "an application with several rounds of interviews counts as one"
_PARTS = (
    ("interviews", "applications", f"{_ROUNDS}, and what came through a referral is counted apart"),
    ("referral_interviews", "referrals", _ROUNDS),
    ("untargeted_interviews", "untargeted", _ROUNDS),
    ("off_plan_offers", "offers", "they are a part of all offers"),
    ("unknown_plan_offers", "offers", "they are a part of all offers"),
    ("direct_offers", "offers", "they are a part of all offers"),
    ("late", "timed", "they are a part of those whose two days are known"),
)


def _impossible(counts: FunnelCounts) -> Iterable[str]:
    numbers = {name: getattr(counts, name) or 0 for name in FunnelCounts.__dataclass_fields__}
    if below := [name for name, number in numbers.items() if number < 0]:
        yield from (f"{_spoken(name)}: {numbers[name]} is below 0" for name in below)
        return
    larger = [row for row in _PARTS if numbers[row[0]] > numbers[row[1]]]
    for part, whole, why in larger:
        yield f"{_spoken(part)} {numbers[part]}, {_spoken(whole)} {numbers[whole]}: that cannot be; {why}"
    if larger:
        return
    parts = (
        ("offers of known and unknown plan", (counts.off_plan_offers or 0) + counts.unknown_plan_offers, counts.offers),
        ("interviews to come and unanswered", counts.upcoming + counts.waiting, counts.invited),
        ("recent applications without an interview", counts.recent, max(counts.applications - counts.interviews, 0)),
    )
    for name, number, most in parts:
        if number > most:
            yield f"{name}: {number} is more than there can be, {most}"


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def count_funnel(
    applications: Applications,
    resume: Resume | None = None,
    target: Target | None = None,
    as_of: date | None = None,
    *,
    recent_days: int = RECENT_DAYS,
    prompt_days: int = PROMPT_DAYS,
) -> FunnelCounts:
    """What a list comes to; the order of its entries does not matter.

    Args:
        target: whose preferred employers are on the plan; by default the one that the list names, else the first of
            `resume`. Raises UnknownNameError where `resume` has none of that name.
        as_of: the day it is seen from; `seen_from` by default.
    """
    if target is None and resume is not None:
        target = resume.target(applications.target)
    day = as_of or seen_from(applications, resume)
    tally = _Tally(day, target, recent_days, prompt_days)
    for item in applications.applications:
        tally.add(item)
    return FunnelCounts(**tally.numbers)


def seen_from(applications: Applications, resume: Resume | None = None) -> date | None:
    """The day a list is seen from: its own `as_of`, else the client's, or the newest day on which something happened."""
    if stated := last_day(applications.as_of):
        return stated
    happened = [
        first_day(when)
        for item in applications.applications
        for when in (item.sent, item.offer, item.rejected, item.withdrawn)
    ]
    client = last_day(resume.as_of) if resume else None
    return max((day for day in (client, *happened) if day), default=None)


def had_interview(item: Application) -> bool:
    """Whether an interview was held or is booked; a count of rounds without a day says so too."""
    return item.interview is not None or bool(item.interviews)


def had_offer(item: Application) -> bool:
    """Whether an offer came; what was accepted was offered."""
    return item.offer is not None or item.accepted


def on_plan(item: Application, target: Target | None) -> bool | None:
    """Whether its employer is on the plan: as it says itself, or on the target's list; else None, not known."""
    if item.on_plan is not None:
        return item.on_plan
    listed = target.preferred_employers if target else ()
    return True if any(same_employer(item.employer, name) for name in listed) else None


def is_booked(item: Application, day: date | None) -> bool:
    """Whether its interview is still to come, seen from that day."""
    begins = first_day(item.interview)
    return bool(day and begins and begins > day)


def is_late(item: Application, prompt_days: int = PROMPT_DAYS) -> bool | None:
    """Whether it went out too long after the posting; None where one of the two days is not known to the day."""
    sent, posted = known_day(item.sent), known_day(item.posted)
    if sent is None or posted is None or sent < posted:
        return None
    return sent - posted > prompt_days * DAY


@dataclass(slots=True)
class _Tally:
    day: date | None
    target: Target | None
    recent_days: int
    prompt_days: int
    numbers: dict[str, int]

    def __init__(self, day: date | None, target: Target | None, recent_days: int, prompt_days: int) -> None:
        self.day, self.target, self.recent_days, self.prompt_days = day, target, recent_days, prompt_days
        self.numbers = {"applications": 0, "interviews": 0, "off_plan_offers": 0}

    def add(self, item: Application) -> None:
        invited, offered = had_interview(item), had_offer(item)
        if item.withdrawn and not invited and not offered:
            self._count("withdrawn")
            return
        door = "referral" if item.channel == "referral" else "" if item.targeted else "untargeted"
        self._count({"referral": "referrals", "": "applications"}.get(door, door))
        if invited:
            self._count(f"{door}_interviews".lstrip("_"))
        held = invited and (offered or not is_booked(item, self.day))
        if invited and not held:
            self._count("upcoming")
        if offered:
            self._add_offer(item, held=held)
        elif not (item.rejected or item.withdrawn):
            self._add_open(item, held=held, plain=not door and not invited)
        late = is_late(item, self.prompt_days)
        if late is not None:
            self._count("timed")
            self._count("late", int(late))

    def _add_offer(self, item: Application, *, held: bool) -> None:
        self._count("offers")
        if not held:
            self._count("direct_offers")
        plan = on_plan(item, self.target)
        if plan is not True:
            self._count("unknown_plan_offers" if plan is None else "off_plan_offers")

    def _add_open(self, item: Application, *, held: bool, plain: bool) -> None:
        if held and self._is_recent(item.interview):
            self._count("waiting")
        elif plain and self._is_recent(item.sent):
            self._count("recent")

    def _is_recent(self, when: PartialDate | None) -> bool:
        known = known_day(when)
        return bool(self.day and known and self.day - known < self.recent_days * DAY)

    def _count(self, name: str, more: int = 1) -> None:
        self.numbers[name] = self.numbers.get(name, 0) + more
