"""Gaps and questions: the best use of an hour first, and nothing asked about what is shown."""

from __future__ import annotations

import pytest

from resumekit.skills.framework import Competency, Framework, Group
from resumekit.skills.gaps import shares
from resumekit.skills.mapper import map_skills
from resumekit.skills.mapping import load_mapping
from resumekit.skills.skill_map import SkillMap
from tests.skills.library import FRAMEWORK, RANKER, with_bullets


def mapped(*bullets: str) -> SkillMap:
    return map_skills(with_bullets(*bullets), FRAMEWORK, engine=RANKER)


def test_shares_add_up_to_one_and_those_of_a_kind_to_its_part() -> None:
    found = shares(FRAMEWORK)

    assert sum(found.values()) == pytest.approx(1)
    assert found["hiring"] == pytest.approx(3 / 4 * 2 / 3 * 3 / 5)
    assert found["listening"] == found["employment-law"] == pytest.approx(1 / 5)


def test_actions_are_ranked_by_weight_times_what_is_missing_times_what_they_close_by_hour() -> None:
    gaps = mapped("Painted a wall").gaps

    assert [gap.action.title for gap in gaps] == ["Sit on a panel", "Plan one season", "Take a course"]
    assert gaps[0].value == pytest.approx(shares(FRAMEWORK)["hiring"] * 1 * 0.5 / 10)


def test_what_is_partly_shown_is_worth_less_and_what_is_demonstrated_nothing() -> None:
    nothing, some = mapped("Painted a wall").gaps[0], mapped("Picked cooks").gaps[0]

    assert some.action == nothing.action
    assert some.value < nothing.value
    assert {gap.competency for gap in mapped("Hired cooks").gaps} == {"rostering"}


def test_questions_ask_about_what_has_no_evidence_the_heaviest_first() -> None:
    asked = mapped("Painted a wall").questions

    assert [(question.competency, question.text) for question in asked] == [
        ("hiring", "Did you interview staff?"),
        ("training", "Whom have you taught?"),
        ("rostering", "Did you arrange shift cover?"),
        ("training", "What could they do then?"),
    ]
    assert {question.competency for question in mapped("Hired cooks", "Rostered them").questions} == {"training"}


def test_a_hint_in_the_facts_is_asked_about_first() -> None:
    question = mapped("Met cooks").questions[0]

    assert (question.competency, question.text) == ("hiring", "“Met”: did that include hiring?")
    assert len(question.facts) == 1


def test_every_area_is_asked_about_before_any_is_asked_about_twice() -> None:
    groups = tuple(Group(id=f"g{n}", name=f"G {n}", weight=10 - n) for n in range(4))
    many = tuple(
        Competency(id=f"g{n}-{m}", name="C", group=f"g{n}", questions=(f"Did you do {n} or {m}?", f"And {n}, {m}?"))
        for n in range(4)
        for m in range(2)
    )
    framework = Framework(id="many", name="Many", groups=groups, competencies=many)

    asked = map_skills(with_bullets("Painted a wall"), framework, engine=RANKER).questions

    assert [question.competency for question in asked[:8]] == [f"g{n}-{m}" for m in range(2) for n in range(4)]
    assert [question.competency for question in asked[8:]] == [question.competency for question in asked[:4]]


def test_there_are_never_more_questions_than_a_client_can_answer() -> None:
    many = tuple(
        Competency(id=f"c{n}", name=f"C {n}", group="g", questions=(f"Did you do {n}?",), required=n == 70)
        for n in range(80)
    )
    framework = Framework(id="many", name="Many", groups=(Group(id="g", name="G"),), competencies=many)

    asked = map_skills(with_bullets("Painted a wall"), framework, engine=RANKER).questions

    assert len(asked) == load_mapping().questions.most
    assert asked[0].competency == "c70"
