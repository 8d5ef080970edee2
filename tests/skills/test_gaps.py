"""Gaps and questions: the best use of an hour first, and nothing asked about what is shown."""

from __future__ import annotations

import pytest

from resumekit.skills.framework import Competency, Framework, Group
from resumekit.skills.gaps import shares
from resumekit.skills.mapper import map_skills
from resumekit.skills.mapping import load_mapping
from resumekit.skills.skill_map import SkillMap
from tests.skills.library import FRAMEWORK, RANKER, WordRanker, resume_of, with_bullets


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

    assert (question.competency, question.text) == ("hiring", "“Met cooks”: did that include hiring?")
    assert len(question.facts) == 1


def test_a_hint_is_quoted_as_the_client_said_it_and_never_a_word_of_it() -> None:
    resume = resume_of(experience=[{"employer": "A", "title": "Cook", "achievements": [
        {"action": "Cut waste by a third", "result": "Met three new cooks every week" + " and more" * 20}
    ]}])  # fmt: skip

    question = map_skills(resume, FRAMEWORK, engine=RANKER).questions[0]

    assert question.text.startswith("“Met three new cooks every week and more")
    assert question.text.endswith(" …”: did that include hiring?")
    assert len(question.text.split()) < 30


def test_a_fact_hints_at_one_thing_alone_the_likeliest_and_only_if_that_is_likely() -> None:
    words = {
        **RANKER.words,
        "fed": ("rostering", 0.2, "suggested", "direct"),
        "saw": ("hiring", 0.05, "suggested", "direct"),
    }
    ranker = WordRanker(words)

    both = map_skills(with_bullets("Met and fed cooks"), FRAMEWORK, engine=ranker).questions
    unlikely = map_skills(with_bullets("Saw cooks"), FRAMEWORK, engine=ranker).questions

    assert [question.competency for question in both if question.facts] == ["hiring"]
    assert [question for question in unlikely if question.facts] == []


def test_a_paper_gives_no_hint_of_a_deed() -> None:
    framework = Framework(
        id="one", name="One", groups=(Group(id="g", name="G"),),
        competencies=(Competency(id="hiring", name="Hiring", group="g", accepts=("bullet", "credential")),),
    )  # fmt: skip
    paper, deed = resume_of(credentials=[{"name": "Met the Standard"}]), with_bullets("Met the Standard")

    assert map_skills(deed, framework, engine=RANKER).competency("hiring").evidence
    assert map_skills(paper, framework, engine=RANKER).competency("hiring").evidence == ()


def test_what_is_only_to_be_asked_is_no_step_of_the_clients() -> None:
    framework = Framework.model_validate(
        {"id": "one", "name": "One", "groups": [{"id": "g", "name": "G"}], "competencies": [
            {"id": "c", "name": "C", "group": "g", "actions": [
                {"kind": "ask", "title": "Ask", "effort": 1, "closes": 0.5},
                {"kind": "course", "title": "Learn", "effort": 40, "closes": 0.5}]}]}
    )  # fmt: skip

    found = map_skills(with_bullets("Painted a wall"), framework, engine=RANKER)

    assert [gap.action.title for gap in found.steps] == ["Learn"]
    assert [gap.action.title for gap in found.asks] == ["Ask"]


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
