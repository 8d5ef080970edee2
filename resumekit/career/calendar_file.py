"""The calendar of a search: checkpoints, the day to decide, the end of benefits and of the money, as an .ics file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

from resumekit.career.days import DAY
from resumekit.career.plan import SearchPlan

PRODUCT = "-//resumekit//search plan//EN"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something on one whole day. `key` tells it from the others of one plan, whatever its day."""

    key: str
    day: date
    title: str
    text: str


def plan_events(plan: SearchPlan) -> tuple[CalendarEvent, ...]:
    """Every day of the plan that has a date, in the order of their days."""
    return tuple(sorted(_events(plan), key=lambda event: event.day))


def _events(plan: SearchPlan) -> Iterator[CalendarEvent]:
    for point in plan.checkpoints:
        if point.date:
            look = "\n".join(f"- {item}" for item in point.look_at)
            title = f"Search, week {point.week}: {point.title}"
            yield CalendarEvent(f"week-{point.week}", point.date, title, f"To look at:\n{look}")
    if plan.decision and plan.decision.date:
        money = plan.rules.money
        text = (
            f"The money lasts {plan.runway.told if plan.runway else ''}: from here it takes {money.lead_weeks} weeks to "
            f"other pay, with {money.buffer_weeks} weeks to spare. Decide on work that bridges."
        )
        yield CalendarEvent("decision", plan.decision.date, "Search: the day to decide", text)
    if plan.benefit_ends:
        yield CalendarEvent("benefits", plan.benefit_ends, "Search: the last week of benefits ends", plan.caution)
    if plan.money_ends:
        text = f"By the plan of {plan.as_of} the money runs out in the week that begins today. {plan.caution}"
        yield CalendarEvent("money", plan.money_ends, "Search: the money runs out", text)


def to_ics(events: Iterable[CalendarEvent], *, name: str, stamp: date) -> bytes:
    """The events as a calendar file. Equal events, names and stamps make equal bytes.

    Args:
        name: whose calendar it is; with an event's key it makes the identity of an event, so that a later plan of the
            same client moves what an earlier one set.
        stamp: the day the plan was made.
    """
    from icalendar import Calendar, Event, vText

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(name))  # a name of its own, so nothing says that it is text
    for event in events:
        made = Event()
        made.add("uid", f"{sha256(f'{name}/{event.key}'.encode()).hexdigest()[:32]}@resumekit")
        made.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
        made.add("dtstart", event.day)
        made.add("dtend", event.day + DAY)  # RFC 5545, 3.6.1: the end is not part of the event
        made.add("summary", event.title)
        made.add("description", event.text)
        made.add("transp", "TRANSPARENT")
        calendar.add_component(made)
    return bytes(calendar.to_ical())
