"""The justification: objective, rules with their facts, what leads, what is left out, what is open."""

from __future__ import annotations

import pytest

from resumekit.compose.justification import compose_justification
from tests.strategy.library import NAMES, basis_of, resume_of, strategy_of, text_of


@pytest.mark.parametrize("name", NAMES)
def test_objective_rules_and_emphasis_are_told(name: str) -> None:
    document = compose_justification(basis_of(name))

    assert [section.name for section in document.sections][:3] == ["objective", "rules", "emphasis"]
    assert document.kind == "report"
    assert str(resume_of(name).targets[0].reason) in text_of(document, "objective")
    assert all(f"Situation {fired.number}, {fired.name}" in text_of(document) for fired in strategy_of(name).situations)


def test_questions_and_warnings_are_told_as_open() -> None:
    said = text_of(compose_justification(basis_of("missing")), "open")

    assert "The target's level (0–8) is missing" in said
    assert "retraining first" in text_of(compose_justification(basis_of("returner-long")), "open")


def test_a_short_job_is_told_three_ways_with_what_to_say() -> None:
    said = text_of(compose_justification(basis_of("short-junior")), "short-jobs")

    assert all(way in said.splitlines() for way in ("full", "compressed", "omitted"))
    assert "1 months" not in said


def test_what_is_left_out_is_told_with_the_reason_and_the_worth() -> None:
    said = text_of(compose_justification(basis_of("short-junior")), "omitted").splitlines()

    at = said.index("Replaced printers in four offices.")
    assert said[at + 1].startswith("at most")
    assert said[at + 2].startswith("0.")


def test_an_achievement_is_named_by_what_was_done() -> None:
    said = text_of(compose_justification(basis_of("executive")), "emphasis").splitlines()

    assert any(
        row.startswith("Lowered interest costs from $17.4 million to $12.1 million a year (30%) by") for row in said
    )
