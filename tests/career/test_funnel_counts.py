"""A list counted: what feeds which number, and what of it is odd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.funnel import FunnelCounts, count_funnel, funnel_rules
from resumekit.career.funnel_check import odd_applications
from resumekit.career.funnel_counts import PROMPT_DAYS, RECENT_DAYS, seen_from
from resumekit.errors import UnknownNameError
from resumekit.model.application import Applications
from resumekit.model.resume import Resume

DAY = date(2026, 11, 15)
RESUME = Resume.model_validate(
    {
        "person": {"name": "Amina Haddad"},
        "as_of": "2026-11-10",
        "targets": [
            {"id": "hr", "role": "HR Advisor", "preferred_employers": ["Maple Grove Foods", "Fromagerie Bédard ltée"]},
            {"id": "lab", "role": "Laboratory Manager", "preferred_employers": ["Northwind Labs"]},
        ],
    }
)


def listed(*items: dict[str, Any], **rest: Any) -> Applications:
    return Applications.model_validate({"applications": [{"employer": "Reed Works", **item} for item in items], **rest})


def count(*items: dict[str, Any]) -> dict[str, int]:
    """The counts that are not 0, of a list seen from DAY."""
    counts = count_funnel(listed(*items), as_of=DAY)
    return {field.name: value for field in fields(counts) if (value := getattr(counts, field.name))}


@pytest.mark.parametrize(
    ("item", "counted"),
    [
        ({}, {"applications": 1}),
        ({"interview": "2026-10-20", "interviews": 3}, {"applications": 1, "interviews": 1}),
        ({"interviews": 2}, {"applications": 1, "interviews": 1}),
        ({"channel": "referral", "interview": "2026-10-20"}, {"referrals": 1, "referral_interviews": 1}),
        ({"channel": "referral", "targeted": False}, {"referrals": 1}),
        ({"targeted": False, "interview": "2026-10-20"}, {"untargeted": 1, "untargeted_interviews": 1}),
        ({"withdrawn": "2026-10-20"}, {"withdrawn": 1}),
        ({"withdrawn": "2026-10-20", "interview": "2026-10-15"}, {"applications": 1, "interviews": 1}),
        ({"interview": "2026-11-20"}, {"applications": 1, "interviews": 1, "upcoming": 1}),
        ({"interview": "2026-11-10"}, {"applications": 1, "interviews": 1, "waiting": 1}),
        ({"interview": "2026-11-10", "rejected": "2026-11-12"}, {"applications": 1, "interviews": 1}),
        (
            {"interview": "2026-10-20", "offer": "2026-10-30", "on_plan": False},
            {"applications": 1, "interviews": 1, "offers": 1, "off_plan_offers": 1},
        ),
        (
            {"offer": "2026-10-30", "on_plan": True},
            {"applications": 1, "offers": 1, "direct_offers": 1},
        ),
        (
            {"interview": "2026-10-20", "accepted": True},
            {"applications": 1, "interviews": 1, "offers": 1, "unknown_plan_offers": 1},
        ),
    ],
)
def test_what_an_entry_feeds(item: dict[str, Any], counted: dict[str, int]) -> None:
    assert count(item) == counted


@pytest.mark.parametrize(("sent", "recent"), [("2026-11-01", 0), ("2026-11-02", 1), ("2026-11", 0), ("2026-11-15", 1)])
def test_what_was_sent_under_two_weeks_ago_may_still_answer(sent: str, recent: int) -> None:
    assert count({"sent": sent}).get("recent", 0) == recent
    assert "recent" not in count({"sent": sent, "rejected": "2026-11-15"})


@pytest.mark.parametrize(
    ("posted", "sent", "counted"),
    [
        ("2026-10-01", "2026-10-03", {"timed": 1}),
        ("2026-10-01", "2026-10-04", {"timed": 1, "late": 1}),
        ("2026-10", "2026-10-20", {}),
        ("2026-10-05", "2026-10-01", {}),
    ],
)
def test_an_age_is_told_only_where_both_days_are_known(posted: str, sent: str, counted: dict[str, int]) -> None:
    assert count({"posted": posted, "sent": sent}) == {"applications": 1, **counted}


@pytest.mark.parametrize(
    ("employer", "target", "off", "unknown"),
    [
        ("MAPLE GROVE FOODS INC.", None, 0, 0),
        ("Fromagerie Bedard", "hr", 0, 0),
        ("Northwind Labs", "hr", 0, 1),
        ("Northwind Labs", "lab", 0, 0),
        ("Maple Grove", "hr", 0, 1),
    ],
)
def test_an_offer_is_on_the_plan_by_the_targets_list_and_else_unknown(
    employer: str, target: str | None, off: int, unknown: int
) -> None:
    made = listed({"employer": employer, "interview": "2026-10-20", "offer": "2026-10-30"}, target=target)

    counts = count_funnel(made, RESUME, as_of=DAY)

    assert (counts.off_plan_offers, counts.unknown_plan_offers) == (off, unknown)


def test_what_an_entry_says_of_the_plan_stands_over_the_list() -> None:
    made = listed({"employer": "Maple Grove Foods", "interviews": 1, "offer": "2026-10-30", "on_plan": False})

    assert count_funnel(made, RESUME).off_plan_offers == 1


def test_a_target_that_the_client_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'hr'"):
        count_funnel(listed({}, target="hrr"), RESUME)


@pytest.mark.parametrize(
    ("stated", "client", "day"),
    [("2026-11-01", RESUME, date(2026, 11, 1)), (None, RESUME, date(2026, 11, 12)), (None, None, date(2026, 11, 12)),
     ("2026-11", None, date(2026, 11, 30))],
)  # fmt: skip
def test_a_list_is_seen_from_its_own_day_or_the_newest(stated: str | None, client: Resume | None, day: date) -> None:
    items = ({"sent": "2026-10-01", "interview": "2026-12-01"}, {"sent": "2026-10-05", "rejected": "2026-11-12"})

    assert seen_from(listed(*items, as_of=stated), client) == day
    assert seen_from(listed({}), None) is None


DAYS = st.dates(date(2026, 9, 1), date(2026, 11, 30)).map(str)
MAYBE = st.one_of(st.none(), DAYS)
ENTRIES = st.fixed_dictionaries(
    {"employer": st.sampled_from(["Reed Works", "Maple Grove Foods", "Calder"])},
    optional={
        "sent": DAYS, "posted": DAYS, "interview": DAYS, "interviews": st.integers(0, 4), "offer": DAYS,
        "rejected": DAYS, "withdrawn": DAYS, "accepted": st.booleans(), "targeted": st.booleans(),
        "on_plan": st.booleans(), "channel": st.sampled_from(["posting", "referral", "direct", "recruiter", "agency"]),
    },
)  # fmt: skip


@given(st.lists(ENTRIES, max_size=12))
def test_counts_add_up_whatever_the_list_says(items: list[dict[str, Any]]) -> None:
    counts = count_funnel(listed(*items), RESUME, as_of=DAY)

    assert counts.sent + counts.withdrawn == len(items)
    assert counts.off_plan_offers is not None
    assert counts.on_plan_offers is not None
    assert counts.on_plan_offers + counts.off_plan_offers + counts.unknown_plan_offers == counts.offers
    assert counts.interviewed_offers is not None
    assert counts.interviewed_offers + counts.direct_offers == counts.offers
    assert counts.held + counts.upcoming == counts.invited <= counts.sent


@given(st.lists(ENTRIES, max_size=8), st.randoms())
def test_the_order_of_entries_does_not_matter(items: list[dict[str, Any]], chance: Any) -> None:
    other = [*items]
    chance.shuffle(other)

    assert count_funnel(listed(*items), RESUME, as_of=DAY) == count_funnel(listed(*other), RESUME, as_of=DAY)


def odd(*items: dict[str, Any]) -> Sequence[tuple[Any, str]]:
    return [(found.path, found.message) for found in odd_applications(listed(*items), DAY)]


@pytest.mark.parametrize(
    ("item", "field", "told"),
    [
        ({"offer": "2026-10-30"}, "offer", "an offer without an interview"),
        ({"interviews": 1, "accepted": True}, "accepted", "no day of an offer"),
        ({"interview": "2026-10-01", "interviews": 0}, "interviews", "0 rounds"),
        ({"sent": "2026-10-05", "interview": "2026-10-01"}, "interview", "before the application was sent"),
        ({"sent": "2026-10-05", "rejected": "2026-09"}, "rejected", "before the application was sent"),
        ({"sent": "2026-10-05", "posted": "2026-10-06"}, "posted", "came out after"),
        ({"interview": "2026-10-05", "offer": "2026-10-04"}, "offer", "before the interview"),
        ({"sent": "2026-12-01"}, "sent", "comes after 2026-11-15"),
        ({"interview": "2026-12-01"}, "interview", "counts as booked"),
    ],
)
def test_what_cannot_follow_is_told_with_its_place(item: dict[str, Any], field: str, told: str) -> None:
    [(path, message)] = odd({"employer": "Calder"}, item)

    assert path == ("applications", 1, field)
    assert told in message


@pytest.mark.parametrize(
    "item",
    [
        {"sent": "2026-10", "interview": "2026-10-01"},
        {"sent": "2026-10-01", "posted": "2026-10-01", "interview": "2026-10-01", "offer": "2026-10-01"},
        {"sent": "2026-11", "rejected": "2026"},
    ],
)
def test_days_known_in_part_are_odd_only_where_they_surely_are(item: dict[str, Any]) -> None:
    assert not odd(item)


def test_entries_alike_are_told_once_each() -> None:
    first = {"employer": "Reed Works Ltd.", "role": "HR Advisor", "sent": "2026-10-01"}
    again = {"employer": "reed works", "role": "hr advisor", "sent": "2026-10-01"}
    later = again | {"sent": "2026-10-20"}

    found = odd(first, later, again)

    assert [path for path, _ in found] == [("applications", 2, "employer")]
    assert "entry 1" in found[0][1]


def test_counts_of_a_list_are_those_of_counts() -> None:
    items = [{"sent": "2026-10-01"}] * 30 + [{"channel": "referral", "interview": "2026-10-10"}] * 2

    made = count_funnel(listed(*items), as_of=DAY)

    assert made == FunnelCounts(30, 0, referrals=2, referral_interviews=2, off_plan_offers=0)


def test_a_list_is_counted_by_the_days_of_the_rules() -> None:
    rules = funnel_rules()

    assert (rules.recent_days, rules.prompt_days) == (RECENT_DAYS, PROMPT_DAYS)
