"""Likely questions: one for each must-have and no more, three about method, five that everybody is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from resumekit.career.kit_words import kit_words
from resumekit.compose.kit import Kit
from resumekit.compose.kit_questions import question_blocks
from resumekit.compose.kit_technical import technical
from resumekit.document.block import Table
from resumekit.load.client import load
from resumekit.preparing import prepare_interview
from tests.compose.kits import SAMPLES, full_kit, kit_of, lines, sample_kit, tables, texts
from tests.full_client.markers import never
from tests.skills.postings import NAMES

PAIRS = [(str(place % 6 + 1), name) for place, name in enumerate(NAMES)]
FEW = [("1", "warehouse-lead.txt"), ("2", ""), ("4", "conseiller-rh.txt"), ("6", "office-coordinator-messy.txt")]


def _groups(kit: Kit) -> list[Table]:
    return tables(question_blocks(kit))


@pytest.mark.parametrize(("number", "name"), PAIRS)
def test_every_must_have_is_asked_once_and_nothing_else_is(number: str, name: str) -> None:
    kit = sample_kit(number, name)
    assert kit.match

    done = _groups(kit)[0]
    spans = [row[0].sources[0].ref for row in done.rows]

    musts = [row.requirement for row in kit.match.rows if row.requirement.need == "must"]
    assert musts
    assert spans == [f"{item.span.start}-{item.span.end}" for item in musts]


@pytest.mark.parametrize(("number", "name"), FEW)
def test_three_ask_for_the_method_and_five_are_asked_of_everybody(number: str, name: str) -> None:
    done, how, everybody = _groups(sample_kit(number, name))

    assert len(how.rows) == 3
    assert len(everybody.rows) == 5
    questions = [row[0].text for table in (done, how, everybody) for row in table.rows]
    assert len(set(questions)) == len(questions)


def test_a_question_of_method_asks_how_one_would() -> None:
    for number, name in PAIRS:
        for item in technical(sample_kit(number, name), kit_words()):
            assert "Tell me about a time" not in item.text.text
            assert item.text.text.endswith("?")


def test_a_duty_that_names_a_competency_points_to_the_story_that_shows_it() -> None:
    text = "HR Advisor\n\nDuties\n- Coach supervisors on performance management\n- Calibrate the spectrometer\n"
    kit = prepare_interview(load(SAMPLES["2"]), None, text)
    (shown,) = (card.number for card in kit.stories if "Performance management" in card.tags)

    coached, calibrated, *_ = technical(kit, kit_words())

    assert coached.answer.text == f"Homework: your three steps; story {shown} shows it done."
    assert coached.answer.facts
    assert calibrated.answer.text == "Homework: your three steps."


def test_a_placed_story_answers_its_requirement() -> None:
    kit = sample_kit("2")
    assert kit.match
    by_place = {item.demand.requirement: item.story for item in kit.placed}
    musts = [place for place, row in enumerate(kit.match.rows) if row.requirement.need == "must"]

    told = [
        (row[1].text, by_place[place])
        for row, place in zip(_groups(kit)[0].rows, musts, strict=True)
        if by_place.get(place)
    ]

    assert told
    assert all(text.startswith(f"Story {number}: ") for text, number in told)


def test_what_nothing_shows_is_homework_and_points_to_the_objection() -> None:
    kit = kit_of("person: {name: Jo Park}", "Clerk\n\nRequirements\n- Conflict resolution\n- Able to lift 50 lbs\n")

    missing, asked = (row[1].text for row in _groups(kit)[0].rows)

    assert missing.startswith("Homework: no fact shows it.")
    assert "(part 5)" in missing
    assert asked.startswith("Only you can say")


def test_what_a_posting_may_not_ask_is_said_so() -> None:
    answers = {row[0].text: row[1].text for row in _groups(sample_kit("1", "warehouse-lead.txt"))[0].rows}

    flagged = [text for question, text in answers.items() if "Canadian experience" in question]

    assert len(flagged) == 1
    assert flagged[0].startswith("Note first: Canadian experience is asked for, which a public posting may not do.")


def test_an_answer_about_the_client_cites_the_facts_of_its_story() -> None:
    for number, name in FEW:
        kit = sample_kit(number, name)
        for line in lines(question_blocks(kit)):
            if line.text.startswith(("Story ", "Point to ", "What comes near", "“")):
                assert line.facts, line.text
                assert {fact.partition("#")[0] for fact in line.facts} <= set(kit.context.resume.facts)


def test_leaving_is_asked_by_how_things_stand() -> None:
    role = "person: {name: Jo Park}\nexperience:\n  - {employer: Northwind, title: Clerk, start: 2020-01, end: %s%s}\n"

    def asked(end: str, more: str = "") -> str:
        return _groups(kit_of(role % (end, more)))[-1].rows[2][0].text

    assert asked("present") == "Why are you leaving your job?"
    assert asked("2025-01") == "Why did you leave your last job?"
    assert asked("2025-01", ", type: co-op") == "Why are you looking for this kind of work now?"
    assert _groups(kit_of("person: {name: Jo Park}"))[-1].rows[2][0].text.startswith("Why are you looking")


def test_the_reason_of_the_target_is_quoted_or_homework() -> None:
    stated = _groups(sample_kit("2"))[-1].rows[1][1]
    silent = _groups(kit_of("person: {name: Jo Park}"))[-1].rows[1][1]

    assert "For twelve years the part of the laboratory" in stated.text
    assert stated.facts
    assert "Homework" in silent.text
    assert not silent.facts


def test_without_a_posting_the_competencies_are_asked_by_their_kind() -> None:
    asked = [row[0].text for row in _groups(sample_kit("3"))[0].rows]

    assert "Tell me about a time when you used Power BI to solve a problem." in asked
    assert "Tell me about a time when a result depended on data cleaning." in asked
    assert len(asked) == kit_words().count.competencies


def test_without_a_target_no_technical_question_is_made_up() -> None:
    assert technical(kit_of("person: {name: Jo Park}"), kit_words()) == []


def test_a_name_that_may_not_be_given_is_given_nowhere() -> None:
    client = (
        "person: {name: Jo Park}\ntargets: [{role: Clerk, reason: I learned it at Northwind Metals.}]\nexperience:\n"
        "  - employer: Northwind Metals\n    confidential: true\n    say_as: a metal shop\n    title: Clerk\n"
        "    start: 2020-01\n    end: present\n    achievements: [{text: Cut errors at Northwind Metals by 12%.}]\n"
    )
    kit = kit_of(client, "Clerk\n\nRequirements\n- Experience with Northwind Metals\n- Clear writing\n")

    said = " ".join(row[1].text for table in _groups(kit) for row in table.rows)

    assert "Northwind" not in said
    assert "I learned it at a metal shop" in said


def test_a_coachs_own_numbers_hold(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[career.questions.count]\ntechnical = 1\n", encoding="utf-8")
    kit = replace(sample_kit("2"), rules=(own,))

    assert [len(table.rows) for table in _groups(kit)][1:] == [1, 5]


def test_nothing_meant_for_the_coach_is_told() -> None:
    said = " ".join(texts(question_blocks(full_kit())))

    assert len(said) > 500
    assert [word for word in never() if word in said] == []


def test_the_same_kit_gives_the_same_questions() -> None:
    assert question_blocks(sample_kit("2")) == question_blocks(sample_kit("2"))
