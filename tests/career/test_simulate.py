"""Accept now against keep searching: each line of cash recomputed by hand, and what is said only where it is known."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumekit.career.evidence import Evidence
from resumekit.career.move import assess_move
from resumekit.career.plan import plan_search
from resumekit.career.simulate import Simulation, simulate_move, simulate_rules
from resumekit.career.simulate_money import first_day_of_work, take_home_of
from resumekit.career.tables import read_part
from resumekit.errors import ResumekitError
from resumekit.model.offer import FACTORS, Offer
from resumekit.model.resume import Resume

AS_OF = date(2026, 11, 15)
WORKING: dict[str, Any] = {
    "leaving": "employed", "take_home": 3000, "savings": 10_000, "essentials": 4000, "other_income": 0,
    "hours_a_week": 20, "warm_contacts": 5,
}  # fmt: skip
LAID_OFF: dict[str, Any] = {
    "leaving": "laid off", "last_day": "2026-11-14", "savings": 10_000, "essentials": 4000, "other_income": 0,
    "hours_a_week": 20, "warm_contacts": 5,
}  # fmt: skip
OFFER: dict[str, Any] = {
    "title": "HR Advisor", "employer": "Elm Hollow", "level": 3, "field": "human resources", "start": "2027-01-10",
    "take_home": 5000, "mandate": "improve", "figures": "all",
}  # fmt: skip
CONDITIONAL, STRATEGIC = "4 0 3 3 3 3 2 3 1", "4 0 3 3 3 3 4 4 1"
A_MONTH = Fraction(12, 52)


def client(search: dict[str, Any] | None = None, *, level: int = 4, target: int = 4) -> Resume:
    role = {"title": "HR Manager", "level": level, "field": "human resources", "start": "2018-03", "end": "present"}
    before = {"title": "HR Manager", "level": 4, "field": "human resources", "start": "2014-03", "end": "2025-12"}
    return Resume.model_validate(
        {
            "as_of": "2026-11-15",
            "person": {"name": "Amina Haddad"},
            "targets": [
                {"id": "hr", "role": "HR Manager", "level": target, "field": "human resources", "sector": "food"}
            ],
            "experience": [
                {"employer": "Northwind Labs", "sector": "food", "roles": [role]},
                {"employer": "Blue Heron", "sector": "food", "roles": [before]},
            ],
            **({"search": search} if search is not None else {}),
        }
    )


def offer(**stated: Any) -> Offer:
    return Offer.model_validate({key: value for key, value in {**OFFER, **stated}.items() if value is not None})


def simulated(
    search: dict[str, Any] | None = WORKING,
    *,
    answers: str = CONDITIONAL,
    inside: bool | None = True,
    level: int = 4,
    as_of: date | None = None,
    **stated: Any,
) -> Simulation:
    values = {name: None if word == "-" else int(word) for name, word in zip(FACTORS, answers.split(), strict=True)}
    made = assess_move(values, in_target_field=inside)
    return simulate_move(client(search, level=level), offer(**stated), made, as_of=as_of)


def test_accepting_is_the_search_until_the_first_day_of_work_and_the_new_pay_from_then() -> None:
    seen = simulated()
    assert seen.accept.line is not None
    assert seen.search.line is not None

    # 2027-01-10 is eight weeks from 2026-11-15: weeks 1 to 8 lose 1,000 a month, weeks 9 to 52 gain 1,000.
    loses = [10_000 - week * 1000 * A_MONTH for week in range(53)]
    assert list(seen.search.line.cash) == loses
    assert list(seen.accept.line.cash) == loses[:9] + [loses[8] + week * 1000 * A_MONTH for week in range(1, 45)]
    assert seen.search.line.first_below == 44, "43 1/3 weeks of 230.77"
    assert seen.accept.line.first_below is None


def test_unknown_take_home_is_gross_pay_less_an_assumed_share() -> None:
    rules = simulate_rules()
    known = take_home_of(offer(), rules.tax_share)
    gross = take_home_of(offer(take_home=None, pay={"amount": 80_000}), rules.tax_share)

    assert known is not None
    assert (known.a_month, known.tax_share) == (Decimal(5000), None)
    assert gross is not None
    assert (gross.a_month, gross.tax_share) == (Decimal(80_000) * 3 / 4 / 12, Decimal("0.25"))
    assert take_home_of(offer(take_home=None), rules.tax_share) is None


def test_without_any_pay_accepting_has_no_line_and_the_field_is_asked_for() -> None:
    seen = simulated(take_home=None)

    assert seen.accept.line is None
    assert seen.search.line is not None
    assert [left.cash for left in seen.accept.left] == [None, None]
    assert seen.questions[0].field == "offer.take_home"


def test_without_a_search_nothing_is_reckoned_and_the_fields_are_asked_for() -> None:
    seen = simulated(None)

    assert (seen.accept.line, seen.search.line) == (None, None)
    assert {"search.savings", "search.essentials"} <= {item.field for item in seen.questions}


@pytest.mark.parametrize(
    ("start", "day", "assumed"),
    [
        ("2027-01-10", date(2027, 1, 10), False),
        ("2027-01", date(2027, 1, 31), False),
        (None, date(2026, 12, 13), True),
    ],
)
def test_the_first_day_is_never_counted_early(start: str | None, day: date, assumed: bool) -> None:
    assert first_day_of_work(offer(start=start), AS_OF, 4) == (day, assumed)


def test_benefits_end_where_the_work_begins() -> None:
    benefit = {"weeks": 40, "weekly": 500}
    seen = simulated({**LAID_OFF, "benefit": benefit})
    assert seen.accept.line is not None

    # One waiting week; then 500 a week to the eighth week, in which the work has not begun.
    waited = 10_000 - 4000 * A_MONTH
    assert seen.accept.line.cash[1] == waited
    assert seen.accept.line.cash[8] == waited + 7 * (500 - 4000 * A_MONTH)
    assert seen.accept.line.cash[9] == seen.accept.line.cash[8] + 1000 * A_MONTH


def test_the_lines_begin_today_where_the_money_was_counted_before() -> None:
    seen = simulated({**WORKING, "counted_on": "2026-10-11"})  # five weeks ago
    assert seen.search.line is not None

    assert seen.search.line.cash[0] == 10_000 - 5 * 1000 * A_MONTH
    assert len(seen.search.line.cash) == 53


def test_a_search_beside_a_job_below_the_plan_takes_longer() -> None:
    seen = simulated()
    median = plan_search(client(WORKING)).remaining
    assert median is not None

    assert seen.accept.goes_on == "yes"
    assert seen.slower == Fraction(7, 5)
    assert seen.search.median == median
    assert seen.accept.median == 8 + (median - 8) * Fraction(7, 5), "eight weeks at full hours, the rest with fewer"
    left = {item.week: item.search for item in seen.search.left}
    assert left == {26: max(median - 26, 0), 52: 0}


def test_few_hours_are_not_made_fewer() -> None:
    seen = simulated({**WORKING, "hours_a_week": 8})

    assert seen.slower == 1
    assert seen.accept.median == seen.search.median


@pytest.mark.parametrize(
    ("answers", "inside", "level", "goes_on"),
    [
        (STRATEGIC, True, 3, "no"),
        (CONDITIONAL, True, 3, "yes"),
        (CONDITIONAL, True, 4, "no"),
        (CONDITIONAL, True, 5, "no"),
        (CONDITIONAL, False, 4, "yes"),
        (CONDITIONAL, None, 4, "unknown"),
        (CONDITIONAL, True, None, "unknown"),
    ],
)
def test_the_search_goes_on_beside_a_job_below_the_plan(
    answers: str, inside: bool | None, level: int | None, goes_on: str
) -> None:
    made = simulate_move(client(WORKING), offer(level=level), simulated(answers=answers, inside=inside).assessment)

    assert made.accept.goes_on == goes_on
    assert (made.accept.median is None) == (goes_on == "no")


def found(seen: Simulation, way: str) -> list[tuple[list[str], list[str]]]:
    called = seen.accept.called if way == "accept" else seen.search.called
    return [
        ([study.short[:7] for study in item.studies], [study.short[:7] for study in item.against]) for item in called
    ]


def test_studies_speak_for_each_way_and_those_against_are_told() -> None:
    below: tuple[list[str], list[str]] = (["Pedulla", "Nunley ", "Farber,", "Canadia"], [])

    assert found(simulated(), "accept") == [below]
    assert found(simulated(type="agency"), "accept") == [(["Pedulla"], []), below]
    assert found(simulated(answers="4 0 3 4 3 3 2 3 1"), "accept") == [([], [])]
    assert found(simulated(answers="4 0 3 - 3 3 2 3 1"), "accept") == []
    assert found(simulated(LAID_OFF), "search") == [(["Nunley ", "Farber,", "ResumeG"], ["Kroft e"])]
    assert found(simulated(WORKING), "search") == [([], [])]
    assert found(simulated(WORKING, level=2), "search") == [(["Pedulla", "Farber,"], [])]
    assert simulated(LAID_OFF).studies[-1].against


def test_every_finding_names_studies_that_are_there() -> None:
    known, rules = read_part("evidence", Evidence).study, simulate_rules()
    named = [
        name
        for findings in (rules.accept, rules.search)
        for item in findings.values()
        for name in (*item.studies, *item.against)
    ]

    assert named
    assert set(named) <= set(known)


def test_a_first_day_that_is_past_is_told() -> None:
    seen = simulated(start="2026-06-01")

    assert any("lies before the day" in text for text in seen.warnings)
    assert not simulated().warnings


def test_weeks_to_come_are_counted_from_the_day_it_is_seen_from() -> None:
    seen = simulated(as_of=date(2026, 12, 13))
    assert seen.accept.line is not None

    assert seen.plan.as_of == date(2026, 12, 13)
    assert seen.accept.line.cash[5] - seen.accept.line.cash[4] == 1000 * A_MONTH, "work begins four weeks later"


dollars = st.integers(0, 20_000)


@given(dollars, dollars, st.sampled_from([WORKING, LAID_OFF]))
@settings(max_examples=8, deadline=None)
def test_a_higher_take_home_never_lowers_the_line_of_accepting(one: int, other: int, search: dict[str, Any]) -> None:
    low, high = (simulated(search, take_home=pay).accept.line for pay in sorted((one, other)))
    assert low is not None
    assert high is not None

    assert all(a <= b for a, b in zip(low.cash, high.cash, strict=True))


@given(dollars, st.sampled_from([None, "2026-12-06", "2027-03", "2027-06-01"]), st.sampled_from([WORKING, LAID_OFF]))
@settings(max_examples=8, deadline=None)
def test_the_line_of_searching_knows_nothing_of_the_offer(pay: int, start: str | None, search: dict[str, Any]) -> None:
    assert simulated(search, take_home=pay, start=start).search == simulated(search).search


@given(st.integers(0, 50_000), dollars)
@settings(max_examples=8, deadline=None)
def test_more_savings_raise_every_week_of_both_ways_by_as_much(savings: int, more: int) -> None:
    one, two = (simulated({**WORKING, "savings": amount}) for amount in (savings, savings + more))

    for before, after in zip(one.ways, two.ways, strict=True):
        assert before.line is not None
        assert after.line is not None
        assert {b - a for a, b in zip(before.line.cash, after.line.cash, strict=True)} == {more}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[career.simulate]\nweeks = 30\n", "career.simulate: week 52 of 'marks' lies beyond the 30 weeks"),
        (
            '[career.simulate.accept.below]\nstudies = ["pedula-2016"]\n',
            "'pedula-2016' is not a known study; did you mean 'pedulla-2016'?",
        ),
    ],
)
def test_rules_of_a_coach_that_do_not_fit_are_told(tmp_path: Path, text: str, said: str) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(text, encoding="utf-8")

    with pytest.raises(ResumekitError, match=re.escape(said)):
        simulate_rules([own])
