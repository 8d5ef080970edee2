"""The plan: ratio and colour, the day to decide, checkpoints, what else there is, what to ask."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from resumekit.career.benefits import read_benefits
from resumekit.career.plan import SearchPlan, plan_search
from tests.career.searchers import DAY, EMPLOYED, LAID_OFF, client
from tests.career.test_benefits import SHIPPED, written


def plan(stated: dict[str, Any] | None, **other: Any) -> SearchPlan:
    return plan_search(client(stated, **other))


def lasting(number: int) -> dict[str, Any]:
    """Savings that close below zero in that week, with nothing coming in; the search is 16 weeks."""
    return {"savings": (number - 1) * 900, "essentials": 3900, "leaving": "quit"}


@pytest.mark.parametrize(
    ("weeks", "colour"),
    [(20, "green"), (19, "amber"), (12, "amber"), (11, "red"), (8, "red"), (7, "bridge"), (1, "bridge")],
)
def test_the_colour_is_by_the_runway_over_the_median(weeks: int, colour: str) -> None:
    made = plan(lasting(weeks))

    assert made.runway is not None
    assert made.runway.first_below == weeks
    assert made.ratio == Fraction(weeks, 16)
    assert made.colour == colour


def test_every_colour_has_words_for_what_it_means_and_what_to_do() -> None:
    words = plan(None).rules.colour

    assert set(words) == {"green", "amber", "red", "bridge", "unknown"}
    assert all(item.means.endswith(".") and item.do.endswith(".") for item in words.values())


@pytest.mark.parametrize(("weeks", "week", "passed"), [(30, 20, False), (11, 1, False), (10, 0, True), (4, -6, True)])
def test_the_decision_leaves_a_buffer_and_the_lead_of_an_offer(weeks: int, week: int, passed: bool) -> None:
    made = plan(lasting(weeks)).decision

    assert made is not None
    assert (made.week, made.passed) == (week, passed)
    assert made.date == DAY + timedelta(weeks=week - 1)


def test_a_decision_passes_with_the_days_too() -> None:
    stated = {**lasting(15), "counted_on": "2026-06-01"}

    kept, gone = (plan(stated, as_of=date(2026, 6, day)).decision for day in (29, 30))

    assert kept is not None
    assert gone is not None
    assert kept.date == gone.date == date(2026, 6, 29)
    assert (kept.passed, gone.passed) == (False, True)


def test_checkpoints_count_from_the_day_the_search_began() -> None:
    made = plan({**LAID_OFF, "started": "2026-05-04"})

    assert [item.week for item in made.checkpoints] == [2, 4, 8, 12, 16, 20, 26]
    assert [item.date for item in made.checkpoints[:3]] == [date(2026, 5, 18), date(2026, 6, 1), date(2026, 6, 29)]
    assert [item.passed for item in made.checkpoints[:3]] == [True, False, False]
    assert "20 to 40 employers" in made.checkpoints[0].look_at[1]


@pytest.mark.parametrize(
    ("started", "searched", "remaining"),
    [("2026-05-25", 1, 15), ("2026-04-06", 8, 8), ("2026-01-05", 21, 8), ("2027-01-01", 0, 16)],
)
def test_what_remains_of_a_search_has_a_least(started: str, searched: int, remaining: int) -> None:
    made = plan({**lasting(16), "started": started})

    assert made.weeks_searched == searched
    assert made.remaining == Fraction(remaining)
    assert made.need == Fraction(16, remaining)


def test_the_need_counts_what_is_left_of_the_money() -> None:
    made = plan({**lasting(16), "counted_on": "2026-05-04"})

    assert made.weeks_searched == 4
    assert made.remaining == Fraction(12)
    assert made.need == 1


@pytest.mark.parametrize(("begins", "weekly"), [("2025-12-31", 695), ("2026-01-01", 729)])
def test_the_rates_of_the_day_the_claim_begins_are_used(begins: str, weekly: int) -> None:
    benefit = {**LAID_OFF["benefit"], "insurable_earnings": "2,000 a week", "claim_start": begins}

    made = plan({**LAID_OFF, "benefit": benefit})

    assert made.claim is not None
    assert made.claim.weekly == weekly


def test_who_is_employed_sees_the_job_kept_and_the_job_left() -> None:
    made = plan(EMPLOYED)

    assert made.scenario == "keeps the job"
    assert made.runway is not None
    assert made.runway.never
    assert (made.colour, made.ratio, made.decision, made.need) == ("green", None, None, None)
    [left] = made.alternatives
    assert (left.name, left.runway.first_below, left.colour) == ("quits now", 14, "amber")
    assert "brings no regular benefits" in left.says


def test_a_last_day_to_come_is_set_beside_a_job_that_goes_on() -> None:
    made = plan({**EMPLOYED, "last_day": "2026-07-05"})

    assert made.runway is not None
    # Five weeks at 999.92, then 900 less each week.
    assert made.runway.first_below == 19
    assert [item.name for item in made.alternatives] == ["keeps the job", "quits now"]
    assert "search.leaving" in [item.field for item in made.questions]


def test_a_claim_with_side_earnings_is_seen_without_them() -> None:
    made = plan({**LAID_OFF, "side_earnings": {"pay": "200 a week"}})

    [alone] = made.alternatives
    assert alone.name == "without side earnings"
    assert made.runway is not None
    assert [week.side for week in alone.runway.weeks] == [0] * len(made.runway.weeks)
    assert alone.runway.first_below is not None
    assert made.runway.first_below is not None
    # Of each 200, 100 less of benefit: 90 a week more while benefits last, 180 after.
    assert made.runway.first_below > alone.runway.first_below


def test_without_a_search_the_length_and_the_checkpoints_come_and_the_rest_is_asked() -> None:
    made = plan(None)

    assert made.length is not None
    assert made.length.median == 16
    assert (made.runway, made.ratio, made.colour, made.decision, made.alternatives) == (None, None, "unknown", None, ())
    assert made.checkpoints[0].date == DAY + timedelta(weeks=2)
    assert [item.field for item in made.questions] == [
        "search.savings", "search.essentials", "search.leaving", "search.other_income", "search.hours_a_week",
        "search.warm_contacts",
    ]  # fmt: skip


@pytest.mark.parametrize("left_out", ["savings", "essentials", "take_home"])
def test_a_runway_is_not_made_of_guesses(left_out: str) -> None:
    made = plan({name: value for name, value in EMPLOYED.items() if name != left_out})

    assert made.runway is None
    assert made.colour == "unknown"
    assert f"search.{left_out}" in [item.field for item in made.questions]


def test_without_take_home_the_way_without_the_job_is_still_reckoned() -> None:
    stated = {name: value for name, value in EMPLOYED.items() if name != "take_home"}

    assert [item.runway.first_below for item in plan(stated).alternatives] == [14]


def test_a_complete_search_asks_for_nothing_and_warns_of_nothing() -> None:
    made = plan(LAID_OFF)

    assert made.questions == ()
    assert made.warnings == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"benefit": None, "leaving": "quit", "side_earnings": {"pay": "200 a week"}}, "Side earnings are counted before tax"),
        ({"side_earnings": {"pay": "200 a week", "start": "2027-01", "end": "2026-11"}}, "end before they start"),
        ({"last_day": "2026-07-31"}, "counted without pay"),
        ({"leaving": "employed", "take_home": 1}, "still says that the job goes on"),
        ({"severance": {"net": 100}}, "Severance is added to the savings"),
        ({"leaving": "quit"}, "Quitting without just cause brings no regular benefits."),
        ({"leaving": "dismissed"}, "misconduct"),
        ({"benefit": {**LAID_OFF["benefit"], "country": "zz"}}, "No benefits are counted; give a data file of your own"),
    ],
)  # fmt: skip
def test_what_is_odd_is_warned_of(change: dict[str, Any], said: str) -> None:
    assert any(said in warning for warning in plan({**LAID_OFF, **change}).warnings)


def test_a_data_file_of_one_s_own_sets_rates_and_who_is_to_confirm(tmp_path: Path) -> None:
    text = SHIPPED.replace("weekly_most = 729", "weekly_most = 500").replace("Service Canada", "the benefits office")

    made = plan_search(client(LAID_OFF), benefits=read_benefits(written(tmp_path, text)))

    assert made.claim is not None
    assert made.claim.weekly == 500
    assert made.confirm == "Confirm with the benefits office"


def test_a_country_without_a_file_still_has_a_plan() -> None:
    made = plan({**LAID_OFF, "benefit": {"country": "zz"}})

    assert made.claim is None
    assert made.runway is not None
    assert made.confirm == "Confirm with the office that pays benefits"


def test_benefits_end_with_their_last_week() -> None:
    made = plan(LAID_OFF)

    # Under the measures no week waits: 30 weeks from 2026-06-01.
    assert made.benefit_ends == date(2026, 6, 1) + timedelta(weeks=30, days=-1)


def test_without_any_day_money_without_dates_is_still_reckoned() -> None:
    made = plan(lasting(20), as_of=None)

    assert made.runway is not None
    assert made.runway.first_below == 20
    assert made.decision is not None
    assert (made.decision.week, made.decision.date, made.checkpoints[0].date) == (10, None, None)
    assert "search.counted_on" in [item.field for item in made.questions]


@pytest.mark.parametrize(("weeks", "passed"), [(10, True), (11, False)])
def test_a_decision_before_week_1_has_passed_without_any_day_too(weeks: int, passed: bool) -> None:
    made = plan(lasting(weeks), as_of=None).decision

    assert made is not None
    assert made.passed == passed


def test_severance_that_is_still_to_come_needs_no_warning() -> None:
    stated = {**LAID_OFF, "last_day": "2026-06-30", "take_home": 4000, "severance": {"net": 100}}

    assert plan(stated).warnings == ()


def test_without_a_day_what_has_dates_is_not_reckoned() -> None:
    undated = {name: value for name, value in LAID_OFF.items() if name != "counted_on"}

    assert plan(undated, as_of=None).runway is None


def test_without_a_target_the_money_is_still_reckoned() -> None:
    resume = client(LAID_OFF)
    bare = resume.model_validate({**resume.model_dump(by_alias=True, exclude_none=True), "targets": []})

    made = plan_search(bare)

    assert made.length is None
    assert made.remaining is None
    assert made.runway is not None
    assert made.questions[0].field == "targets"


def test_all_runways_are_told_to_the_same_week() -> None:
    made = plan({**EMPLOYED, "last_day": "2026-07-05"})

    assert made.runway is not None
    assert {len(item.runway.weeks) for item in made.alternatives} == {len(made.runway.weeks)}
    assert len(made.runway.weeks) >= 26
