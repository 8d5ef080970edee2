"""The runway, reckoned anew by a plain loop, and what must hold of it whatever is stated."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from resumekit.career.benefits import shipped_benefits
from resumekit.career.claim import read_claim
from resumekit.career.runway import MOST_WEEKS, Inflow, NextJob, Runway, runway_of, simulate_runway
from tests.career.searchers import DAY, EMPLOYED, LAID_OFF, search

CANADA = shipped_benefits("ca")
OUTSIDE = date(2026, 11, 16)


def reckon(stated: dict[str, Any], *, start: date = DAY, job: NextJob | None = None, least: int = 1) -> Runway:
    said = search(**stated)
    claim = read_claim(said, CANADA, start=start).claim
    found = runway_of(said, as_of=start, claim=claim, job=job, least=least)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("start", "out", "week", "number"),
    [
        (1000, 100, 0, 11),
        (999, 100, 0, 10),
        (1000, 100, 50, 21),
        (0, 1, 0, 1),
        (0, 0, 0, None),
        (5, 100, 100, None),
        (0, 99, 100, None),
    ],
)
def test_the_first_week_below_zero_is_found_or_proved_not_to_be(
    start: int, out: int, week: int, number: int | None
) -> None:
    made = simulate_runway(start, out, [Inflow(income=Fraction(week))])

    assert made.first_below == number
    assert made.never == (number is None)


def test_the_last_value_goes_on_for_ever() -> None:
    flows = [Inflow(benefit=Fraction(100))] * 3 + [Inflow()]

    made = simulate_runway(250, 100, flows)

    assert made.first_below == 6
    assert [week.cash for week in made.weeks] == [250, 250, 250, 150, 50, -50]


def test_money_that_lasts_very_long_is_no_proof_that_it_never_ends() -> None:
    made = simulate_runway(1_000_000, 1, [Inflow()])

    assert (made.first_below, made.lasts_beyond, made.never) == (None, True, False)
    assert made.told == "more than 520 weeks"
    assert len(made.weeks) == MOST_WEEKS


def test_a_function_may_give_the_weeks_and_say_from_when_it_is_settled() -> None:
    def paid(number: int) -> Inflow:
        return Inflow(income=Fraction(0 if number < 5 else 10))

    assert simulate_runway(100, 10, paid, settled=5).never
    assert simulate_runway(100, 10, paid).lasts_beyond
    assert simulate_runway(39, 10, paid, settled=5).first_below == 4


def test_weeks_beyond_the_end_are_there_when_asked_for() -> None:
    made = simulate_runway(10, 10, [Inflow()], begins=DAY, least=5)

    assert made.first_below == 2
    assert [week.cash for week in made.weeks] == [0, -10, -20, -30, -40]
    assert [week.begins for week in made.weeks] == [DAY + timedelta(weeks=number) for number in range(5)]


def test_without_savings_or_essentials_there_is_no_runway() -> None:
    assert runway_of(search(savings=1), as_of=DAY) is None
    assert runway_of(search(essentials=1), as_of=DAY) is None


def test_a_month_is_twelve_fifty_seconds_of_a_year() -> None:
    # 12,000 + 8,000 − 900 a week: week 22 closes at 200, week 23 at −700.
    made = reckon({"savings": 12000, "essentials": 3900, "severance": {"net": 8000}})

    assert made.start == 20000
    assert made.weeks[0].out == 900
    assert made.first_below == 23


@pytest.mark.parametrize(
    ("last_day", "paid"),
    [("2026-05-31", 0), ("2026-06-01", 0), ("2026-06-03", 0), ("2026-06-04", 1), ("2026-06-07", 1), ("2026-06-19", 3)],
)
def test_take_home_is_paid_for_the_weeks_of_which_most_are_worked(last_day: str, paid: int) -> None:
    made = reckon({**EMPLOYED, "take_home": 3900, "last_day": last_day}, least=5)

    assert [week.income for week in made.weeks[:5]] == [900] * paid + [0] * (5 - paid)


def test_the_job_that_goes_on_pays_for_ever_and_one_that_has_ended_does_not() -> None:
    assert reckon(EMPLOYED).never
    assert reckon({**EMPLOYED, "leaving": "laid off"}).first_below == 14


def test_a_case_with_benefits_by_hand() -> None:
    # Outside the measures: 8 weeks of severance and one waiting week from 2026-11-16, then 30 weeks of 660 less 10 %.
    stated = {**LAID_OFF, "last_day": "2026-11-15", "counted_on": "2026-11-16", "severance": {"net": 6000, "weeks": 8}}

    made = reckon(stated, start=OUTSIDE, least=60)

    assert [week.benefit for week in made.weeks[8:10]] == [0, 594]
    assert [week.number for week in made.weeks if week.benefit][::29] == [10, 39]
    # 18,000 − 9 × 900 = 9,900; − 30 × 306 = 720; week 40: −180.
    assert made.weeks[38].cash == 720
    assert made.first_below == 40


def test_benefits_are_read_from_what_is_stated_unless_they_are_given() -> None:
    said = search(**LAID_OFF)

    assert runway_of(said, as_of=DAY) == reckon(LAID_OFF)
    assert runway_of(said, as_of=DAY, claim=None) == reckon({**LAID_OFF, "benefit": {"tax": 0.1}})


def test_a_week_that_side_earnings_reduce_to_nothing_uses_up_no_entitled_week() -> None:
    # 660 a week; 1,320 of side earnings take 540 + 240 and more, so nothing is left while they last.
    side = {"pay": "1,320 a week", "start": "2026-06-01", "end": "2026-06-28"}

    made = reckon({**LAID_OFF, "side_earnings": side}, least=60)

    paid = [week.number for week in made.weeks if week.benefit]
    assert (paid[0], paid[-1], len(paid)) == (5, 34, 30)
    assert [week.side for week in made.weeks[3:5]] == [Fraction(1320) * Fraction(9, 10), 0]


@pytest.mark.parametrize(("start", "first"), [(date(2026, 6, 8), 2), (date(2026, 6, 11), 2), (date(2026, 6, 12), 3)])
def test_another_job_takes_the_place_of_benefits_and_side_earnings(start: date, first: int) -> None:
    stated = {**LAID_OFF, "side_earnings": "100 a week"}

    made = reckon(stated, job=NextJob(start, Decimal(4333)), least=5)

    assert [week.income > 0 for week in made.weeks[:4]] == [number >= first for number in range(1, 5)]
    assert [week.benefit > 0 for week in made.weeks[:4]] == [number < first for number in range(1, 5)]
    assert [week.side > 0 for week in made.weeks[:4]] == [number < first for number in range(1, 5)]
    assert made.never


def test_no_week_is_both_worked_and_on_claim_and_none_falls_between() -> None:
    for days in range(14):
        ended = date(2026, 6, 1) + timedelta(days=days)

        made = reckon({**LAID_OFF, "last_day": ended.isoformat(), "take_home": 4333}, least=8)

        assert [bool(week.income) != bool(week.benefit) for week in made.weeks[:8]] == [True] * 8


# --- Reckoned anew --------------------------------------------------------------------------------------------------------
# By an independent loop over days, in fifty-seconds of a cent's hundredth, so that every Decimal is exact.

MONEY = st.integers(0, 30_000)
STATED = st.fixed_dictionaries(
    {
        "savings": MONEY, "essentials": st.integers(500, 6000), "other_income": st.integers(0, 800),
        "severance": st.integers(0, 8000), "severance_weeks": st.integers(0, 12), "earnings": st.integers(200, 2500),
        "weeks": st.integers(14, 45), "used": st.integers(0, 5), "tax": st.integers(0, 30), "side": st.integers(0, 1500),
        "side_from": st.integers(-3, 20), "side_for": st.integers(0, 30), "last_day": st.integers(-20, 40),
        "take_home": st.integers(0, 5000), "start": st.sampled_from([date(2025, 1, 6), date(2026, 3, 2), OUTSIDE]),
    }
)  # fmt: skip


def as_search(case: dict[str, Any]) -> dict[str, Any]:
    start = case["start"]
    begins = start + timedelta(days=case["side_from"])
    return {
        "leaving": "laid off", "last_day": (start + timedelta(days=case["last_day"])).isoformat(), "savings": case["savings"],
        "essentials": case["essentials"], "other_income": case["other_income"], "take_home": case["take_home"],
        "severance": {"net": case["severance"], "weeks": case["severance_weeks"]},
        "benefit": {"weeks": case["weeks"], "weeks_used": case["used"], "tax": case["tax"] / 100,
                    "insurable_earnings": f"{case['earnings']} a week"},
        "side_earnings": {"pay": f"{case['side']} a week", "start": begins.isoformat(),
                          "end": (begins + timedelta(weeks=case["side_for"])).isoformat()},
    }  # fmt: skip


def naive(case: dict[str, Any], weeks: int) -> list[Decimal]:
    """Cash at the end of each week, in dollars times 52."""
    start, kept = case["start"], 1 - Decimal(case["tax"]) / 100
    separation = start + timedelta(days=case["last_day"] + 1)
    most = 695 if separation.year <= 2025 else 729
    measures = date(2025, 3, 30) <= separation <= date(2026, 10, 10)
    full = min(Decimal(case["earnings"]) * 55 / 100, Decimal(most))
    blocked = 0 if measures else case["severance_weeks"] * 7 + 7
    runs = case["used"] and separation <= start  # weeks were paid, so the claim began: what delays it is past
    closed = {separation + timedelta(days=day) for day in range(blocked)} if not runs else set()
    first = min(separation, start) if runs else separation
    begins = start + timedelta(days=case["side_from"])
    ends = begins + timedelta(weeks=case["side_for"])
    cash, left, out = Decimal(case["savings"] + case["severance"]) * 52, case["weeks"] - case["used"], []
    for number in range(weeks):
        day = start + timedelta(weeks=number, days=3)  # a week counts by its middle day
        earned = Decimal(case["side"]) if begins <= day <= ends else Decimal(0)
        benefit = Decimal(0)
        if left and day >= first and day not in closed:
            threshold = Decimal(case["earnings"]) * 9 / 10
            taken = earned / 2 if earned <= threshold else threshold / 2 + (earned - threshold)
            benefit = full - taken
            if benefit > 0:
                left -= 1
            else:
                benefit = Decimal(0)
        if day < separation:
            cash += 12 * Decimal(case["take_home"])
        cash += 12 * Decimal(case["other_income"] - case["essentials"]) + 52 * kept * (benefit + earned)
        out.append(cash)
    return out


@given(STATED)
def test_every_week_s_cash_is_that_of_a_plain_loop(case: dict[str, Any]) -> None:
    made = reckon(as_search(case), start=case["start"], least=100)
    plain = naive(case, len(made.weeks))

    assert [week.cash * 52 for week in made.weeks] == [Fraction(cash) for cash in plain]
    below = [number for number, cash in enumerate(plain, 1) if cash < 0]
    assert made.first_below == (below[0] if below else None)


@given(STATED, st.integers(-20, 60))
def test_money_that_is_proved_never_to_end_does_not_in_twenty_years(case: dict[str, Any], over: int) -> None:
    case = {**case, "other_income": case["essentials"] + over}

    made = reckon(as_search(case), start=case["start"])

    if made.lasts_beyond:
        assert over < 0
    else:
        assert (min(naive(case, 1040)) >= 0) == made.never


# --- What must hold -------------------------------------------------------------------------------------------------------


def lasting(made: Runway) -> int:
    """Weeks that can be compared: what never ends lasts longest."""
    if made.first_below is not None:
        return made.first_below
    return MOST_WEEKS + 1 if made.lasts_beyond else MOST_WEEKS + 2


@given(STATED, st.integers(1, 20_000))
def test_more_savings_never_shorten_it(case: dict[str, Any], more: int) -> None:
    richer = {**case, "savings": case["savings"] + more}

    assert lasting(reckon(as_search(richer), start=case["start"])) >= lasting(
        reckon(as_search(case), start=case["start"])
    )


@given(STATED, st.integers(1, 3000))
def test_higher_essentials_never_lengthen_it(case: dict[str, Any], more: int) -> None:
    dearer = {**case, "essentials": case["essentials"] + more}

    assert lasting(reckon(as_search(dearer), start=case["start"])) <= lasting(
        reckon(as_search(case), start=case["start"])
    )


@given(STATED, st.integers(1, 60))
def test_later_benefits_never_lengthen_it(case: dict[str, Any], days: int) -> None:
    # Beside side earnings they may: a week that is put off past them is paid in full.
    stated = as_search({**case, "side": 0, "used": 0, "severance_weeks": 0})
    begins = date.fromisoformat(stated["last_day"]) + timedelta(days=1)
    later = begins + timedelta(days=days)
    same_year = (begins.year, begins <= date(2025, 3, 29)) == (later.year, later <= date(2025, 3, 29))
    assume(same_year)

    put_off = {**stated, "benefit": {**stated["benefit"], "claim_start": later.isoformat()}}

    assert lasting(reckon(put_off, start=case["start"])) <= lasting(reckon(stated, start=case["start"]))
