"""Evidence: what transfers, by competency, across employers."""

from __future__ import annotations

import pytest

from resumekit.document.block import Entry
from resumekit.strategy.decide import decide
from tests.strategy.library import changed, document_of, resume_of, section_of, strategy_of

COMBINED = ("nurse-to-hr", "candidate", "military", "returner")


@pytest.mark.parametrize("name", COMBINED)
def test_groups_are_few_and_hold_two_or_three_each_said_once(name: str) -> None:
    groups = strategy_of(name).groups
    keys = [key for group in groups for key in group.achievements]

    assert 2 <= len(groups) <= 4
    assert {len(group.achievements) for group in groups} <= {2, 3}
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", COMBINED)
def test_what_stands_in_a_group_stands_under_no_role(name: str) -> None:
    chosen = strategy_of(name)
    grouped = {key for group in chosen.groups for key in group.achievements}

    assert not grouped & {key for treated in chosen.roles.values() for key in treated.achievements}


@pytest.mark.parametrize("name", COMBINED)
def test_no_role_of_three_achievements_or_more_stands_bare_in_the_history(name: str) -> None:
    chosen = strategy_of(name)
    roles = [role for employer in resume_of(name).experience for role in employer.roles if len(role.achievements) > 2]

    assert roles
    assert [role.title for role in roles if not chosen.roles[role.key].achievements] == []


@pytest.mark.parametrize("name", COMBINED)
def test_each_line_names_its_employer_or_stands_under_it(name: str) -> None:
    employers = [employer.name for employer in resume_of(name).experience]
    entries = [block for block in section_of(document_of(name), "evidence").blocks if isinstance(block, Entry)]

    assert entries
    for entry in entries:
        named = [entry.organization.text] if entry.organization else [line.text for line in entry.bullets]
        assert named
        assert [text for text in named if not any(employer in text for employer in employers)] == []


def test_what_does_not_transfer_leads_no_career_change() -> None:
    grouped = {key for group in strategy_of("nurse-to-hr").groups for key in group.achievements}

    assert not grouped & {"falls", "triage"}
    assert {"mentoring", "interviews", "schedule"} <= grouped


def test_without_a_posting_no_group_is_judged_by_the_few_words_of_a_title() -> None:
    target = resume_of("nurse-to-hr").targets[0].model_dump(by_alias=True, exclude_defaults=True)
    resume = changed("nurse-to-hr", targets=[{**target, "posting": None}])

    assert len(decide(resume, resume.targets[0]).groups) >= 2
