"""A client's claim: when it pays, how much, for how long; and what it asks rather than guesses."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from resumekit.career.benefits import shipped_benefits
from resumekit.career.claim import Claim, ClaimRead, read_claim
from tests.career.searchers import search

CANADA = shipped_benefits("ca")
OUTSIDE = {"leaving": "laid off", "last_day": "2026-11-13"}
"""After the measures: one waiting week, and severance delays."""
INSIDE = {"leaving": "laid off", "last_day": "2026-05-29"}
BENEFIT: dict[str, Any] = {"weeks": 30, "insurable_earnings": "1,200 a week"}


def read(stated: dict[str, Any], start: date = date(2026, 11, 16), seen: date | None = None) -> ClaimRead:
    return read_claim(search(**stated), CANADA, start=start, seen=seen)


def claim(stated: dict[str, Any], start: date = date(2026, 11, 16)) -> Claim:
    found = read(stated, start).claim
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("stated", "first_paid"),
    [
        ({**OUTSIDE, "benefit": BENEFIT}, date(2026, 11, 21)),
        ({**OUTSIDE, "benefit": {**BENEFIT, "claim_start": "2026-11-15"}}, date(2026, 11, 22)),
        ({**OUTSIDE, "benefit": BENEFIT, "severance": {"net": 5000, "weeks": 8}}, date(2027, 1, 16)),
        ({**OUTSIDE, "benefit": BENEFIT, "severance": {"net": 5000, "gross": 6000}}, date(2026, 12, 26)),
        ({**OUTSIDE, "benefit": BENEFIT, "severance": {"net": 5000, "gross": 6001}}, date(2027, 1, 2)),
        ({**OUTSIDE, "benefit": {**BENEFIT, "claim_start": "2027-02-01"}, "severance": {"net": 1, "weeks": 2}}, date(2027, 2, 8)),
        ({**INSIDE, "benefit": BENEFIT}, date(2026, 5, 30)),
        ({**INSIDE, "benefit": BENEFIT, "severance": {"net": 5000, "weeks": 8}}, date(2026, 5, 30)),
        ({**OUTSIDE, "last_day": "2026-11", "benefit": BENEFIT}, date(2026, 12, 8)),
    ],
)  # fmt: skip
def test_benefits_begin_after_severance_and_the_waiting_week(stated: dict[str, Any], first_paid: date) -> None:
    assert claim(stated).first_paid == first_paid


def test_no_week_pays_that_begins_before_the_first_paid_day() -> None:
    made = claim({**OUTSIDE, "benefit": BENEFIT})

    assert made.paid(made.first_paid - timedelta(days=1), Fraction()) == 0
    assert made.paid(made.first_paid, Fraction()) == 660


def test_what_the_office_says_a_week_brings_is_taken() -> None:
    assert claim({**OUTSIDE, "benefit": {"weeks": 30, "weekly": 512}}).weekly == 512


def test_weeks_that_were_paid_are_taken_off_and_nothing_delays_the_rest() -> None:
    stated = {**OUTSIDE, "severance": {"net": 1, "weeks": 20}, "benefit": {**BENEFIT, "weeks_used": 4}}

    made = claim(stated, start=date(2026, 12, 28))

    assert made.weeks == 26
    assert made.first_paid == date(2026, 12, 28)


def test_a_claim_that_pays_already_needs_no_last_day() -> None:
    made = claim({"leaving": "laid off", "benefit": {**BENEFIT, "weeks_used": 4}})

    assert made.first_paid == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("stated", "fields"),
    [
        ({}, []),
        ({"benefit": BENEFIT}, ["leaving"]),
        ({"leaving": "laid off"}, ["benefit.weeks"]),
        ({"leaving": "laid off", "benefit": {}}, ["last_day", "benefit.insurable_earnings", "benefit.weeks"]),
        ({**OUTSIDE, "benefit": {"weeks": 30}}, ["benefit.insurable_earnings"]),
        ({**OUTSIDE, "benefit": {"insurable_earnings": "1,200 a week"}}, ["benefit.weeks"]),
        ({"leaving": "employed", "benefit": BENEFIT}, []),
        ({"leaving": "employed", "last_day": "2027-01-29", "benefit": BENEFIT}, ["leaving"]),
        ({"leaving": "quit", "benefit": BENEFIT}, []),
    ],
)
def test_what_is_missing_is_asked_for_and_not_guessed(stated: dict[str, Any], fields: list[str]) -> None:
    found = read(stated)

    assert found.claim is None
    assert [item.field for item in found.questions] == [f"search.{name}" for name in fields]


@pytest.mark.parametrize(
    ("leaving", "paid", "said"),
    [
        ("laid off", True, ""), ("contract ended", True, ""), ("quit", False, "Quitting without just cause"),
        ("quit with cause", True, "just cause is for Service Canada to decide"),
        ("dismissed", True, "misconduct brings no regular benefits"), ("employed", False, "While the job goes on"),
    ],
)  # fmt: skip
def test_how_the_job_ended_decides_whether_benefits_are_paid(leaving: str, paid: bool, said: str) -> None:
    found = read({"leaving": leaving, "last_day": None if leaving == "employed" else "2025-02-28", "benefit": BENEFIT},
                 start=date(2025, 3, 3))  # fmt: skip

    assert (found.claim is not None) == paid
    assert (found.warnings == ()) if not said else said in found.warnings[0]


@pytest.mark.parametrize(
    ("weeks", "tenured", "said"),
    [
        (45, False, ""),
        (46, False, "more than the 45"),
        (65, True, ""),
        (66, True, "more than the 65"),
        (13, False, "fewer than the 14"),
    ],
)
def test_weeks_beyond_the_file_s_are_counted_as_stated_and_told(weeks: int, tenured: bool, said: str) -> None:
    stated = {**INSIDE, "benefit": {**BENEFIT, "weeks": weeks, "long_tenured": tenured}}

    found = read(stated, start=date(2026, 6, 1))

    assert found.claim is not None
    assert found.claim.weeks == weeks
    assert any(said in warning for warning in found.warnings) if said else found.warnings == ()


@pytest.mark.parametrize(
    ("last_day", "seen", "said"),
    [
        ("2026-10-09", "2026-10-10", []),
        ("2026-10-09", "2026-10-11", ["began before and is reckoned with them"]),
        ("2026-10-10", "2026-10-11", ["reckoned without them"]),
        ("2026-12-30", "2026-12-31", ["reckoned without them"]),
        ("2026-12-31", "2027-01-01", ["has no rates for a claim that begins on 2027-01-01", "reckoned without them"]),
        ("2026-12-30", "2027-01-01", ["speaks of claims to 2026-12-31 only", "reckoned without them"]),
        ("2025-02-28", "2025-03-03", []),
        ("2024-12-01", "2024-12-02", ["has no rates for a claim that begins on 2024-12-02"]),
    ],
)
def test_the_file_s_dates_are_warned_of_once_they_have_passed(last_day: str, seen: str, said: list[str]) -> None:
    day = date.fromisoformat(seen)

    warnings = read({"leaving": "laid off", "last_day": last_day, "benefit": BENEFIT}, start=day, seen=day).warnings

    assert len(warnings) == len(said)
    assert all(part in warning for part, warning in zip(said, warnings, strict=True))


def test_measures_that_newer_rates_come_after_are_not_spoken_of_any_more() -> None:
    old = CANADA.rates[-1].model_dump(by_alias=True)
    newer = {**old, "from": date(2027, 1, 1), "to": date(2027, 12, 31)}
    benefits = CANADA.model_validate({**CANADA.model_dump(by_alias=True), "rates": [old, newer]})
    stated = search(leaving="laid off", last_day="2027-01-29", benefit=BENEFIT)

    assert read_claim(stated, benefits, start=date(2027, 2, 1)).warnings == ()


def test_severance_of_no_stated_length_delays_nothing_and_is_asked_for() -> None:
    found = read({**OUTSIDE, "severance": {"net": 5000}, "benefit": {"weeks": 30, "weekly": 600}})

    assert found.claim is not None
    assert found.claim.severance_weeks == 0
    assert "no delay is counted" in " ".join(found.warnings)
    assert [item.field for item in found.questions] == ["search.severance.weeks"]


def test_side_earnings_ask_for_the_earnings_that_set_their_threshold() -> None:
    stated = {**OUTSIDE, "benefit": {"weeks": 30, "weekly": 600}, "side_earnings": {"pay": "200 a week"}}

    found = read(stated)

    assert [item.field for item in found.questions] == ["search.benefit.insurable_earnings"]
    assert found.claim is not None
    assert found.claim.paid(found.claim.first_paid, Fraction(200)) == 500


def test_weeks_payable_before_the_count_are_asked_about() -> None:
    found = read({**OUTSIDE, "benefit": BENEFIT}, start=date(2026, 12, 21))

    assert "4 weeks were payable before the money was counted" in " ".join(found.warnings)


def test_nothing_is_paid_before_a_claim_begins_whatever_weeks_are_said_to_be_used() -> None:
    found = read({**OUTSIDE, "benefit": {**BENEFIT, "claim_start": "2027-01-04", "weeks_used": 5}})

    assert found.claim is not None
    assert (found.claim.first_paid, found.claim.weeks) == (date(2027, 1, 11), 25)
    assert "this claim begins on 2027-01-04, after the money was counted" in " ".join(found.warnings)


@pytest.mark.parametrize(
    ("gross", "weeks", "warned"),
    [("26,000", 260, False), ("26,001", 260, True), ("1,000,000,000", 260, True)],
)
def test_severance_of_more_weeks_than_a_client_file_may_state_is_capped_and_told(
    gross: str, weeks: int, warned: bool
) -> None:
    benefit = {"weeks": 30, "insurable_earnings": "100 a week"}

    found = read({**OUTSIDE, "severance": {"net": 1, "gross": gross}, "benefit": benefit})

    assert found.claim is not None
    assert found.claim.severance_weeks == weeks
    assert ("more than 260 weeks of pay" in " ".join(found.warnings)) is warned


def test_gross_severance_without_insurable_earnings_asks_for_what_is_missing() -> None:
    stated = {"severance": {"net": 1, "gross": 6000}, "benefit": {"weeks": 30, "weekly": 500}}

    (question,) = read({**OUTSIDE, **stated}).questions

    assert question.asks.endswith("Or state benefit.insurable_earnings.")
