"""The calendar: whole days that any calendar reads back, the same bytes for the same plan."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from resumekit.career.calendar_file import CalendarEvent, plan_events, to_ics
from resumekit.career.plan import plan_search
from tests.career.searchers import DAY, LAID_OFF, client

TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from("\n,;\\"), max_size=90)


def read(content: bytes) -> list[tuple[date, str, str]]:
    calendar = Calendar.from_ical(content)
    return [
        (event.decoded("dtstart"), str(event["summary"]), str(event.get("description", "")))
        for event in calendar.walk("VEVENT")
    ]


def test_checkpoints_decision_benefits_and_money_are_there_in_order() -> None:
    made = plan_search(client(LAID_OFF))

    events = plan_events(made)

    assert [event.day for event in events] == sorted(event.day for event in events)
    assert {event.key for event in events} == {
        *(f"week-{week}" for week in (2, 4, 8, 12, 16, 20, 26)), "decision", "benefits", "money",
    }  # fmt: skip
    days = {event.key: event.day for event in events}
    assert (days["decision"], days["benefits"], days["money"]) == (
        made.decision.date if made.decision else None, made.benefit_ends, made.money_ends,
    )  # fmt: skip
    assert all("Confirm with Service Canada" in event.text for event in events if event.key in {"benefits", "money"})


@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2050, 1, 1)), TEXT, TEXT), max_size=2), TEXT)
def test_every_text_comes_back_as_it_was(stated: list[tuple[date, str, str]], name: str) -> None:
    events = [CalendarEvent(f"e{number}", *item) for number, item in enumerate(stated)]

    content = to_ics(events, name=name, stamp=DAY)

    assert read(content) == stated
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content == to_ics(events, name=name, stamp=DAY)


def test_an_event_takes_a_whole_day_and_blocks_no_time() -> None:
    content = to_ics([CalendarEvent("a", DAY, "A", "x")], name="Z", stamp=DAY)

    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert b"DTSTART;VALUE=DATE:20260601\r\n" in content
    assert event.decoded("dtend") == DAY + timedelta(days=1)
    assert event.decoded("dtstamp") == datetime(2026, 6, 1, tzinfo=UTC)
    assert event["transp"] == "TRANSPARENT"


def test_a_later_plan_moves_the_events_of_an_earlier_one() -> None:
    def identities(day: date) -> list[str]:
        content = to_ics([CalendarEvent("a", day, "A", ""), CalendarEvent("b", day, "B", "")], name="Zoé", stamp=day)
        return [str(event["uid"]) for event in Calendar.from_ical(content).walk("VEVENT")]

    assert identities(DAY) == identities(DAY + timedelta(days=30))
    assert len(set(identities(DAY))) == 2


def test_whose_calendar_it_is_is_text_like_any_other() -> None:
    assert b"X-WR-CALNAME:Roy\\, Zo\xc3\xa9\r\n" in to_ics([], name="Roy, Zoé", stamp=DAY)
