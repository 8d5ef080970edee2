"""An interview is prepared from the posting where there is one, else from the field, else from the client's skills."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from resumekit.career.demands import framework_demands, posting_demands, skill_demands
from resumekit.errors import ResumekitError
from resumekit.load.client import load
from resumekit.model.role import Role
from resumekit.pipeline import Choices
from resumekit.preparing import find_demands, prepare_interview
from tests.compose.prepared import CLIENTS, SAMPLES, kit_of

LABORATORY = SAMPLES / "2-laboratory-to-hr.yaml"
POSTINGS = SAMPLES / "postings"


def test_the_targets_own_posting_is_taken() -> None:
    kit = kit_of(LABORATORY)

    assert kit.match is not None
    assert kit.match.posting.title == "HR Advisor"
    assert [item.demand.kind for item in kit.placed][:4] == ["must"] * 4


def test_another_posting_may_be_given() -> None:
    kit = prepare_interview(load(LABORATORY), posting=(POSTINGS / "office-coordinator-messy.txt").read_text("utf-8"))

    assert kit.match is not None
    assert kit.match.posting.title != "HR Advisor"


def test_must_haves_come_first_and_the_field_fills_up() -> None:
    kit = kit_of(LABORATORY)
    kinds = [item.demand.kind for item in kit.placed]

    assert kit.match is not None
    assert kinds == sorted(kinds, key=("must", "nice", "competency").index)
    assert len(kinds) == 14
    for item in kit.placed:
        if item.demand.requirement is not None:
            row = kit.match.rows[item.demand.requirement]
            assert row.requirement.phrase.lower() == item.demand.text.lower()
            assert row.requirement.kind in ("skill", "tool", "years")


def test_without_a_posting_the_fields_competencies_are_looked_for() -> None:
    basis = kit_of(LABORATORY).basis

    demands = find_demands(basis, None, 5)

    assert basis.skill_map is not None
    assert len(demands) == 5
    assert {demand.kind for demand in demands} == {"competency"}
    assert set(demands) <= set(framework_demands(basis.skill_map))
    assert all(demand.facts for demand in demands)


def test_without_a_framework_the_skills_that_achievements_show() -> None:
    kit = kit_of(SAMPLES / "1-senior-manager.yaml")
    resume = kit.context.resume

    demands = find_demands(kit.basis, None, 99)

    assert demands == skill_demands(resume, kit.context.strategy.values)
    assert {demand.text for demand in demands} >= {"Supplier approval", "Negotiation"}
    for demand in demands:
        assert all(demand.text in getattr(resume.facts[key], "skills", ()) for key in demand.facts)


def test_a_role_that_counts_for_its_years_is_answered_by_its_achievements() -> None:
    kit = kit_of(LABORATORY)
    assert kit.match is not None

    years = next(
        demand for demand in posting_demands(kit.match, kit.context.resume, kit.context.strategy.values)
        if demand.text.startswith("Two or more years")
    )  # fmt: skip

    assert years.facts[0] in ("onboarding", "trainer")
    trainer = kit.context.resume.facts["senior-analyst"]
    assert isinstance(trainer, Role)
    assert set(years.facts) <= {item.key for item in trainer.achievements}


def test_a_coachs_own_numbers_hold(tmp_path: Path) -> None:
    rules = tmp_path / "mine.toml"
    rules.write_text("[career.stories]\nmost_cards = 4\nfewest_cards = 4\nmost_uses = 1\n", encoding="utf-8")

    kit = prepare_interview(load(LABORATORY), Choices(rules=(rules,)))

    told = [item.story for item in kit.placed if item.story is not None]
    assert len(kit.stories) == 4
    assert len(told) == len(set(told))
    assert kit.rules == (rules,)


def test_a_number_that_there_is_not_is_told_with_the_nearest(tmp_path: Path) -> None:
    rules = tmp_path / "mine.toml"
    rules.write_text("[career.stories]\nmost_card = 4\n", encoding="utf-8")

    with pytest.raises(ResumekitError, match="did you mean 'most_cards'"):
        prepare_interview(load(LABORATORY), Choices(rules=(rules,)))


def test_only_what_a_posting_asks_for_can_be_homework() -> None:
    for number in (1, 2, 5):
        kit = kit_of(next(SAMPLES.glob(f"{number}-*.yaml")))

        assert kit.placed
        assert all(item.story is not None for item in kit.placed if item.demand.kind == "competency")
    assert any(item.story is None for item in kit_of(LABORATORY).placed)


def test_the_same_client_prepares_the_same_kit_twice() -> None:
    path = CLIENTS / "nurse-to-hr.yaml"

    again = prepare_interview(load(path))

    assert (again.stories, again.placed) == (kit_of(path).stories, kit_of(path).placed)
    assert replace(again, basis=kit_of(path).basis, match=None) == replace(kit_of(path), match=None)
