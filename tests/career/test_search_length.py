"""The length of a search: its row from the facts, its factors, and what is not known."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.search_length import RowName, expected_search, search_length, search_rules
from resumekit.errors import ResumekitError
from tests.career.searchers import DAY, client

ROWS: dict[RowName, tuple[int, int]] = {
    "lateral": (16, 26), "new_sector": (20, 30), "large_step": (20, 30), "transition": (26, 36), "executive": (26, 52),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_a_row_without_factors_is_the_table_s(row: RowName) -> None:
    made = search_length(row)

    assert (made.median, made.late) == tuple(map(Fraction, ROWS[row]))
    assert made.factors == ()


@pytest.mark.parametrize(
    ("stated", "name", "value"),
    [
        ({"level": 4}, "level", Fraction(6, 5)), ({"level": 6}, "level", Fraction(6, 5)), ({"level": 3}, None, 1),
        ({"hours_a_week": 9.5}, "hours", Fraction(7, 5)), ({"hours_a_week": 10}, None, 1),
        ({"hours_a_week": 0}, "hours", Fraction(7, 5)),
        ({"thin_market": True}, "thin_market", Fraction(5, 4)),
        ({"warm_contacts": 30}, "contacts", Fraction(17, 20)), ({"warm_contacts": 29}, None, 1),
        ({"factor": 0.9}, "own", Fraction(9, 10)),
    ],
)  # fmt: skip
def test_each_factor_begins_where_the_table_says(stated: dict[str, Any], name: str | None, value: Fraction) -> None:
    made = search_length("lateral", **stated)

    assert [item.name for item in made.factors] == ([name] if name else [])
    assert made.median == 16 * value
    assert made.late == 26 * value


def test_all_factors_are_multiplied_exactly() -> None:
    made = search_length("transition", level=5, hours_a_week=4, thin_market=True, warm_contacts=99, factor=1.1)

    assert made.median == Fraction(26) * Fraction("1.2") * Fraction("1.4") * Fraction("1.25") * Fraction(
        "0.85"
    ) * Fraction("1.1")


def test_an_executive_row_has_the_level_in_it_already() -> None:
    assert search_length("executive", level=8).median == 26


@pytest.mark.parametrize(
    ("target", "held", "row"),
    [
        ({}, {}, "lateral"),
        ({"level": 4}, {}, "lateral"),
        ({"level": 1}, {}, "lateral"),
        ({"level": 5}, {}, "large_step"),
        ({"sector": "health care"}, {}, "new_sector"),
        ({"sector": "health care", "level": 2}, {}, "new_sector"),
        ({"field": "human resources"}, {}, "transition"),
        ({"field": "human resources", "sector": "health care", "level": 5}, {}, "transition"),
        ({"level": 7}, {"level": 6}, "executive"),
        ({"level": 7, "field": "human resources"}, {"level": 6}, "executive"),
        ({"level": None, "sector": None, "field": None}, {}, "lateral"),
    ],
)
def test_the_row_comes_from_the_facts(target: dict[str, Any], held: dict[str, Any], row: RowName) -> None:
    resume = client(target=target, held=held)

    made = expected_search(resume, resume.target(), as_of=DAY)

    assert made is not None
    assert made.row == row
    assert made.why
    assert set(made.facts) <= set(resume.facts)


def test_a_few_months_elsewhere_make_no_stranger_to_a_sector() -> None:
    resume = client(target={"sector": "retail"})
    short = {"employer": "Fir Freight", "sector": "logistics", "title": "Clerk", "level": 3, "field": "payroll",
             "start": "2026-02", "end": "present"}  # fmt: skip
    data = resume.model_dump(by_alias=True, exclude_none=True)
    ended = {**data["experience"][0], "roles": [{**data["experience"][0]["roles"][0], "end": "2026-01"}]}

    stayed = resume.model_validate({**data, "experience": [short, ended]})
    passed = resume.model_validate(
        {
            **data,
            "experience": [
                {**short, "start": "2018-01"},
                {**ended, "roles": [{**ended["roles"][0], "start": "2025-10"}]},
            ],
        }
    )

    rows = [getattr(expected_search(item, item.target()), "row", None) for item in (stayed, passed)]
    assert rows == ["lateral", "new_sector"]


def test_what_is_not_stated_is_asked_for_by_its_field() -> None:
    resume = client(target={"level": None, "sector": None, "field": None})

    made = expected_search(resume, resume.target())

    assert made is not None
    assert [item.field for item in made.questions] == [
        "targets.aim.level", "targets.aim.field", "targets.aim.sector", "search.hours_a_week", "search.warm_contacts",
    ]  # fmt: skip


def test_without_a_target_nothing_is_expected() -> None:
    assert expected_search(client(), None) is None


def test_a_coach_s_own_numbers_lie_over_those_that_ship(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[career.search.row.lateral]\nmedian = 18\n[career.search.factors]\nhours = 15\n", encoding="utf-8")
    resume = client({"hours_a_week": 12})

    made = expected_search(resume, resume.target(), rules=search_rules([own]))

    assert made is not None
    assert (made.median, made.late) == (18 * Fraction("1.4"), 26 * Fraction("1.4"))


def test_a_number_that_there_is_not_is_answered_with_the_nearest(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[career.search.factors]\nhour = 15\n", encoding="utf-8")

    with pytest.raises(ResumekitError, match=r"own.toml: career.search.factors.hour: .*did you mean 'hours'"):
        expected_search(client(), client().target(), rules=search_rules([own]))


@given(
    row=st.sampled_from(sorted(ROWS)),
    level=st.none() | st.integers(0, 9),
    hours=st.none() | st.integers(0, 60),
    contacts=st.none() | st.integers(0, 200),
)
def test_more_hours_and_more_contacts_never_make_it_longer(
    row: RowName, level: int | None, hours: int | None, contacts: int | None
) -> None:
    made = search_length(row, level=level, hours_a_week=hours, warm_contacts=contacts)

    more = search_length(row, level=level, hours_a_week=(hours or 0) + 10, warm_contacts=(contacts or 0) + 30)
    assert more.median <= made.median <= made.late


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("[career.search.row.transition]\nmedian = 37", "career.search.row.transition: 'median' is at most 'late'"),
        ("[career.search.money]\namber = 1.5", "career.search.money: 'green' is at least 'amber'"),
    ],
)
def test_numbers_that_do_not_fit_together_are_refused(tmp_path: Path, table: str, said: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(f"{table}\n", encoding="utf-8")

    with pytest.raises(ResumekitError, match=said):
        search_rules([own])
