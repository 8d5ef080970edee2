"""History: the order of roles, their age, and years of work with overlaps counted once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.model.resume import Resume
from resumekit.strategy.history import History, read_history
from tests.strategies import resumes


def _history(*roles: dict[str, Any], as_of: str | None = None) -> History:
    jobs = [{"employer": f"E{number}", "title": f"T{number}", **role} for number, role in enumerate(roles)]
    return read_history(Resume.model_validate({"person": {"name": "A"}, "experience": jobs, "as_of": as_of}))


def test_current_roles_come_first_then_the_latest_end() -> None:
    history = _history(
        {"start": "2001", "end": "2005"}, {"start": "2015", "end": "2018"}, {"start": "2012", "end": "present"}, {"start": "2018"},
        {}, {"end": "2010"},
    )  # fmt: skip

    assert [held.role.title for held in history.held] == ["T3", "T2", "T1", "T5", "T0", "T4"]


def test_file_order_breaks_ties() -> None:
    history = _history({"start": "2001", "end": "2005"}, {"start": "2001", "end": "2005"})

    assert [held.role.title for held in history.held] == ["T0", "T1"]


@pytest.mark.parametrize(
    ("roles", "months"),
    [
        ([("2010-01", "2010-12")], 12),
        ([("2010-01", "2010-12"), ("2010-06", "2011-06")], 18),
        ([("2010-01", "2012-12"), ("2010-06", "2010-08"), ("2011-01", "2011-02")], 36),
        ([("2010-01", "2010-12"), ("2012-01", "2012-12")], 24),
        ([("2010-01", "2010-12"), ("2011-01", "2011-12")], 24),
        ([("2010-01", "2010-01"), ("2010-01", "2010-01")], 1),
    ],
)  # fmt: skip
def test_overlapping_work_counts_once(roles: list[tuple[str, str]], months: int) -> None:
    history = _history(*({"start": start, "end": end} for start, end in roles))

    assert history.years == months / 12


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 120)), min_size=1, max_size=6))
def test_years_of_work_are_the_months_in_which_there_was_any(spans: list[tuple[int, int]]) -> None:
    def day(month: int) -> str:
        return f"{1980 + month // 12}-{month % 12 + 1:02}"

    history = _history(*({"start": day(start), "end": day(start + length)} for start, length in spans))

    worked = {month for start, length in spans for month in range(start, start + length + 1)}
    assert history.years == len(worked) / 12


def test_coop_terms_volunteering_and_junior_jobs_are_no_career() -> None:
    history = _history(
        {"start": "2010-01", "end": "2010-12", "type": "co-op"}, {"start": "2011-01", "end": "2011-12", "type": "volunteer"},
        {"start": "2012-01", "end": "2012-12", "level": 1}, {"start": "2013-01", "end": "2013-12", "level": 2},
        {"start": "2014-01", "end": "2014-12"},
    )  # fmt: skip

    assert (history.years, history.career_years) == (5, 2)


def test_age_counts_from_the_day_asked_then_the_files_then_the_newest_in_it() -> None:
    role = {"start": "2010-01", "end": "2015-11"}
    resume = Resume.model_validate(
        {"person": {"name": "A"}, "experience": [{"employer": "E", "title": "T", **role}], "as_of": "2020-11"}
    )
    asked, stated, found = (
        read_history(resume, date(2025, 11, 3)),
        read_history(resume),
        _history(role, {"start": "2016-11"}),
    )

    assert asked.years_since(asked.held[0]) == 10
    assert stated.years_since(stated.held[0]) == 5
    assert found.years_since(found.held[1]) == 1
    assert found.years_since(found.held[0]) == 0


def test_without_dates_there_are_no_years() -> None:
    history = _history({}, {"end": "2010"})

    assert history.years is None
    assert history.career_years == 0
    assert [held.months for held in history.held] == [None, None]


@given(resumes)
def test_every_role_is_held_once(resume: Resume) -> None:
    held = [item.role.key for item in read_history(resume).held]

    assert sorted(held) == sorted(role.key for employer in resume.experience for role in employer.roles)
