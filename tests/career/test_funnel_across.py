"""Several searches side by side: shares, weeks and situations."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from resumekit.career.funnel import funnel_rules
from resumekit.career.funnel_across import NOT_STATED, ClientSearch, compare_searches, look_at_search, situation_of
from resumekit.load.client import load
from resumekit.model.application import Applications
from tests.architecture.tree import ROOT

RULES = funnel_rules()


def listed(*items: dict[str, Any], **rest: Any) -> Applications:
    return Applications.model_validate({"applications": [{"employer": "Reed Works", **item} for item in items], **rest})


@pytest.mark.parametrize(("started", "weeks"), [("2026-09-01", Fraction(30, 7)), (None, Fraction(20, 7))])
def test_weeks_run_from_the_beginning_to_the_first_of_each(started: str | None, weeks: Fraction) -> None:
    items = (
        {"sent": "2026-09-20", "interview": "2026-10-10"},
        {"sent": "2026-09-11", "interview": "2026-10-01", "offer": "2026-10-15"},
    )

    found = look_at_search(listed(*items, started=started), as_of=date(2026, 11, 15))

    assert found.weeks_to_interview == weeks
    assert found.weeks_to_offer == weeks + 2
    assert (found.interview, found.offer) == (True, True)


def test_an_interview_that_is_booked_has_not_been_held() -> None:
    found = look_at_search(listed({"sent": "2026-11-01", "interview": "2026-11-20"}), as_of=date(2026, 11, 15))

    assert (found.interview, found.weeks_to_interview) == (False, None)


def test_a_day_known_in_part_gives_no_weeks() -> None:
    found = look_at_search(listed({"sent": "2026-09-01", "interview": "2026-10"}), as_of=date(2026, 11, 15))

    assert (found.interview, found.weeks_to_interview) == (True, None)


@pytest.mark.parametrize(
    ("sample", "situation"),
    [("1-senior-manager", "short or junior latest job"), ("2-laboratory-to-hr", "career change"),
     ("3-new-graduate", "new graduate")],
)  # fmt: skip
def test_the_situation_is_the_strategys(sample: str, situation: str) -> None:
    resume = load(ROOT / "samples" / f"{sample}.yaml").resume

    assert situation_of(resume, resume.target()) == situation
    assert situation_of(resume, None) == NOT_STATED


def test_small_samples_are_said_in_words_and_others_with_their_interval() -> None:
    nine = [ClientSearch("lateral move", number < 6, number < 2) for number in range(9)]

    few, _ = compare_searches(nine, RULES)
    enough, *_ = compare_searches([*nine, ClientSearch(NOT_STATED, interview=True, offer=False)], RULES)

    assert few.interview.told() == "6 of 9 clients: too few to say more than that"
    assert enough.interview.told() == "7 of 10 clients (70%, interval 40 to 89%)"


def test_weeks_are_told_as_median_and_range() -> None:
    weeks = [Fraction(3), Fraction(9, 2), None, Fraction(8)]
    all_, change, unknown = compare_searches(
        [
            ClientSearch("career change" if number else NOT_STATED, True, False, week)
            for number, week in enumerate(weeks)
        ],
        RULES,
    )

    assert all_.weeks_to_interview is not None
    assert all_.weeks_to_interview.told() == "median 4.5 weeks, 3 to 8 (3 clients)"
    assert change.weeks_to_interview is not None
    assert change.weeks_to_interview.median == Fraction(25, 4)
    assert unknown.weeks_to_interview is not None
    assert unknown.weeks_to_interview.told() == "3 weeks (1 client)"
    assert all_.weeks_to_offer is None


def test_groups_add_up_and_their_order_is_not_that_of_the_files() -> None:
    searches = [
        ClientSearch(name, interview=True, offer=False) for name in ("b", "a", "a", NOT_STATED, NOT_STATED, NOT_STATED)
    ]

    groups = compare_searches(searches, RULES)

    assert [(group.situation, group.clients) for group in groups] == [("", 6), ("a", 2), ("b", 1), (NOT_STATED, 3)]
    assert compare_searches(reversed(searches), RULES) == groups
