"""Situations: which hold, what the coach may decide, and what is asked rather than guessed."""

from __future__ import annotations

import pytest

from resumekit.model.resume import Resume
from resumekit.strategy.decide import decide
from tests.strategy.library import changed, resume_of, strategy_of


def _aimed(name: str, **fields: object) -> Resume:
    target = resume_of(name).targets[0].model_dump(by_alias=True, exclude_defaults=True)
    return changed(name, targets=[{**target, **fields}])


def test_what_is_missing_is_asked_for_and_nothing_is_guessed() -> None:
    chosen = strategy_of("missing")

    missing = [question.missing for question in chosen.questions]

    assert missing == [
        "the target's level (0–8)", "the level of the roles of the last five years", "the target's field",
        "the field of the last role", "the target's sector",
    ]  # fmt: skip
    assert all(question.would_change and question.where for question in chosen.questions)
    assert chosen.situations == ()
    assert "no situation could be told: chronological; see the questions" in chosen.warnings


@pytest.mark.parametrize("number", range(1, 11))
def test_the_coach_may_name_any_situation(number: int) -> None:
    resume = _aimed("lateral", situation=number)

    chosen = decide(resume, resume.targets[0])

    assert chosen.situations[0].number == number
    assert chosen.situations[0].told.startswith("the coach names it")


@pytest.mark.parametrize(
    "name", ["executive", "nurse-to-hr", "military", "newcomer", "returner", "returner-long", "graduate", "step-down",
             "short-junior", "short-ended", "step-up", "lateral", "missing", "contracts"],
)  # fmt: skip
def test_a_functional_resume_is_never_chosen(name: str) -> None:
    assert strategy_of(name).format != "functional"


def test_a_functional_resume_may_be_forced_with_a_warning() -> None:
    resume = _aimed("lateral", format="functional")

    chosen = decide(resume, resume.targets[0])

    assert chosen.format == "functional"
    assert any("functional" in warning and "hid" in warning for warning in chosen.warnings)


def test_out_of_work_for_over_three_years_is_told_to_retrain_first() -> None:
    assert any("retrain" in warning for warning in strategy_of("returner-long").warnings)
    assert not any("retrain" in warning for warning in strategy_of("returner").warnings)


def test_a_long_search_is_no_career_break() -> None:
    resume = changed("returner", breaks=[])

    assert 5 not in {fired.number for fired in decide(resume, resume.targets[0]).situations}


def test_an_acting_level_is_not_yet_held() -> None:
    assert [fired.number for fired in strategy_of("step-up").situations] == [9]


def test_a_row_of_labelled_contracts_is_no_short_job() -> None:
    assert 8 not in {fired.number for fired in strategy_of("contracts").situations}


def test_a_permanent_job_as_short_as_these_contracts_is_one() -> None:
    data = resume_of("contracts").model_dump(by_alias=True, exclude_defaults=True)
    data["experience"][0]["roles"][0]["type"] = "permanent"
    resume = Resume.model_validate(data)

    assert decide(resume, resume.targets[0]).situations[0].number == 8


def test_a_student_job_is_no_field_to_come_from() -> None:
    assert 2 not in {fired.number for fired in strategy_of("graduate").situations}


def test_a_target_in_another_function_is_a_career_change_for_the_same_facts() -> None:
    assert strategy_of("lateral", "payroll").situations[0].number == 10
    assert strategy_of("lateral", "benefits").situations[0].number == 2
