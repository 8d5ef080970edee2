"""Roles and employers: dates in order, one role lifted, what goes on."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from resumekit.model.role import Employer, Role


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2020-02", "2020-01"),
        ("2020", "2019"),
        ("2020-02-20", "2020-02-10"),
        ("fall 2020", "2020-08"),
        ("2021", "fall 2020"),
    ],
)
def test_an_end_before_the_start_is_refused(start: str, end: str) -> None:
    with pytest.raises(ValidationError, match="lies before the start"):
        Role(title="Manager", start=start, end=end)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2020-02", "2020-02"), ("2020", "2020"), ("2020-06", "2020"), ("2020", "2020-01"), ("2020-02-10", "2020-02-10"),
        ("2020-02-20", "2020-02"), ("summer 2020", "2020-05"), ("2020", "present"), ("2020", "expected 2027"),
    ],
)  # fmt: skip
def test_dates_that_may_follow_each_other_are_allowed(start: str, end: str) -> None:
    role = Role(title="Manager", start=start, end=end)

    assert (str(role.start), str(role.end)) == (start, end)


@pytest.mark.parametrize(
    "dates", [{"start": "present"}, {"start": "present", "end": "present"}, {"start": "now", "end": "2020"}]
)
def test_nothing_begins_in_the_present(dates: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="'start' cannot be the present"):
        Role.model_validate({"title": "Manager", **dates})


@pytest.mark.parametrize(
    ("dates", "current"),
    [({"start": "2020"}, True), ({"start": "2020", "end": "present"}, True), ({"end": "2020"}, False), ({}, False)],
)
def test_a_role_goes_on_when_its_end_is_the_present_or_only_its_start_is_known(
    dates: dict[str, str], current: bool
) -> None:
    assert Role.model_validate({"title": "Manager", **dates}).is_current is current


def test_a_single_role_may_stand_on_the_employers_level() -> None:
    lifted = Employer.model_validate(
        {
            "employer": "Northwind",
            "title": "Manager",
            "type": "contract",
            "start": "2020",
            "achievements": ["Led"],
            "city": "Guelph",
        }
    )

    assert lifted.city == "Guelph"
    assert [(role.title, role.employment, role.achievements[0].text) for role in lifted.roles] == [
        ("Manager", "contract", "Led")
    ]
    assert lifted.roles[0].city is None


def test_an_employer_with_roles_takes_no_role_field_of_its_own() -> None:
    with pytest.raises(ValidationError, match="title"):
        Employer.model_validate({"employer": "Northwind", "title": "Manager", "roles": [{"title": "Clerk"}]})


@pytest.mark.parametrize("level", [-1, 9, "chief"])
def test_levels_run_from_trainee_to_chief_officer(level: object) -> None:
    with pytest.raises(ValidationError, match="level"):
        Role.model_validate({"title": "Manager", "level": level})
