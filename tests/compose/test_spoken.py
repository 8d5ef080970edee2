"""An achievement told aloud says what its facts say, in the first person, and takes no credit that is shared."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from resumekit.compose.spoken import speak
from resumekit.model.achievement import Achievement
from resumekit.text.locale import load_locale
from resumekit.text.measures import numbers, word_measure
from tests import strategies

ENGLISH, FRENCH = load_locale("en-CA"), load_locale("fr-CA")


def _spoken(**facts: Any) -> tuple[str, str, str, str]:
    said = speak(Achievement.model_validate(facts), ENGLISH)
    return said.headline, said.situation, said.action, said.result


CUT = {"of": "time to fill", "from": 11, "to": 6, "unit": "weeks"}


def test_all_four_parts_are_sentences_with_the_figures_in_them() -> None:
    assert _spoken(
        challenge="Posts stood open for three months",
        action="Rewrote the postings",
        result="Cut time to fill",
        measures=[CUT],
    ) == (
        "I cut time to fill from 11 to 6 weeks.",
        "Posts stood open for three months.",
        "I rewrote the postings.",
        "That cut time to fill by 45%, from 11 to 6 weeks.",
    )


def test_a_change_that_is_only_measured_is_the_result() -> None:
    headline, _, action, result = _spoken(action="Redesigned the intake", measures=[CUT])

    assert (headline, action) == ("I cut time to fill from 11 to 6 weeks.", "I redesigned the intake.")
    assert result == "That cut time to fill by 45%, from 11 to 6 weeks."


def test_every_measure_is_told_once() -> None:
    *_, result = _spoken(
        action="Redesigned the intake", result="Cut time to fill",
        measures=[CUT, {"of": "applications", "value": 400, "period": "a year"}],
    )  # fmt: skip

    assert result.count("11 to 6 weeks") == 1
    assert result.count("400") == 1


def test_what_is_not_stated_stays_empty() -> None:
    assert _spoken(action="Trained 24 associates") == (
        "I trained 24 associates.", "", "I trained 24 associates.", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("challenge", "said"),
    [
        ("high turnover on night shifts", "The problem was high turnover on night shifts."),
        ("To prepare for the audit", "The aim was to prepare for the audit."),
        ("Reduce waste in the mill", "The aim was to reduce waste in the mill."),
        ("Each plant counted defects in its own way", "Each plant counted defects in its own way."),
        ("Asked to save $100,000", "I was asked to save $100,000."),
        ("Inherited a backlog of 900 claims", "I inherited a backlog of 900 claims."),
        ("After a merger of two teams", "This was after a merger of two teams."),
    ],
)
def test_a_challenge_becomes_a_sentence(challenge: str, said: str) -> None:
    assert _spoken(challenge=challenge, action="Rewrote the plan")[1] == said


@pytest.mark.parametrize(
    ("text", "action", "result"),
    [
        ("Led the recovery, restoring shipments in 19 days without losing an account.",
         "I led the recovery.", "I restored shipments in 19 days without losing an account."),
        ("Tutored 18 students over four years; 16 passed with marks above 75%.",
         "I tutored 18 students over four years.", "16 passed with marks above 75%."),
        ("Cut complaints by 40% by answering each within a day.",
         "I answered each within a day.", "That cut complaints by 40%."),
        ("Presented the findings to six actuaries, who adopted both variables.",
         "I presented the findings to six actuaries.", "They adopted both variables."),
        ("Presented the findings to a council, which funded both repairs.",
         "I presented the findings to a council, which funded both repairs.", ""),
        ("Supervised 24 employees through two winters.", "I supervised 24 employees through two winters.", ""),
    ],
)  # fmt: skip
def test_a_finished_bullet_is_parted_only_where_its_words_part(text: str, action: str, result: str) -> None:
    assert _spoken(text=text)[2:] == (action, result)


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("Investigated four complaints with the HR manager", "With the HR manager, I investigated four complaints."),
        ("Modelled stop records in Python and SQL", "We modelled stop records in Python and SQL."),
        ("Built the index with short guides", "We built the index with short guides."),
    ],
)
def test_a_shared_deed_is_told_as_shared(action: str, said: str) -> None:
    headline, _, told, result = _spoken(
        action=action, result="Cut delays", measures=[{**CUT, "of": "delays"}], part="contributed"
    )

    assert told == said
    assert headline.startswith("We ")
    assert result.startswith("We ")


def test_what_leans_on_the_deed_is_not_told_without_it() -> None:
    headline, *_ = _spoken(action="Arranged duties for six analysts", result="Returned all six within 12 weeks")

    assert headline == "I arranged duties for six analysts, and returned all six within 12 weeks."


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"action": "Responsible for payroll of 40"}, "I was responsible for payroll of 40."),
        ({"action": "New onboarding plan for drivers"}, "My part was a new onboarding plan for drivers."),
        ({"text": "Promoted twice in three years"}, "I was promoted twice in three years."),
        ({"action": "Worked with nurses to redesign rounds", "part": "contributed"}, "We worked with nurses to redesign rounds."),
    ],
)  # fmt: skip
def test_what_is_no_deed_gets_its_own_words(facts: dict[str, Any], said: str) -> None:
    assert _spoken(**facts)[2] == said


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ("Fewer returns", "The result was fewer returns."),
        ("resulting in 20% savings", "That resulted in 20% savings."),
        ("Turnover dropped by half", "Turnover dropped by half."),
        ("so that all orders shipped in a day", "All orders shipped in a day."),
        ("Was adopted by three plants", "It was adopted by three plants."),
    ],
)
def test_a_result_of_any_form_becomes_a_sentence(result: str, said: str) -> None:
    assert _spoken(action="Rewrote the guide", result=result)[3] == said


def test_an_honour_is_said_of_the_client() -> None:
    assert _spoken(action="Ran the desk", result="Promoted to section head")[3] == "I was promoted to section head."


def test_of_a_confidential_achievement_only_its_say_as_is_told() -> None:
    said = _spoken(
        text="Signed Harrow", challenge="Harrow wavered", confidential=True, say_as="Signed a buyer, adding $2 million"
    )

    assert "Harrow" not in " ".join(said)
    assert said[2].startswith("I signed a buyer")


def test_facts_in_french_are_told_in_french() -> None:
    said = speak(Achievement(action="Refonte du calendrier", result="Réduction des retards"), FRENCH)

    assert said.action == "J’ai refondu le calendrier."


@given(strategies.achievements.map(Achievement.model_validate))
def test_no_figure_is_told_that_is_not_stated(achievement: Achievement) -> None:
    said = speak(achievement, ENGLISH)

    parts = (achievement.text, achievement.challenge, achievement.action, achievement.result, achievement.say_as)
    measured = (f"{word_measure(measure, ENGLISH)} {measure.of} {measure.unit}" for measure in achievement.measures)
    stated = numbers(" ; ".join(part for part in (*parts, *measured) if part))
    assert numbers(f"{said.headline} ; {said.situation} ; {said.action} ; {said.result}") <= stated


@pytest.mark.parametrize("part", [None, "contributed"])
def test_what_the_client_tells_as_we_is_never_told_as_i(part: str | None) -> None:
    headline, _, action, _ = _spoken(text="We introduced bedside handover on three units.", part=part or "led")

    assert headline == action == "We introduced bedside handover on three units."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mentor to new graduates", "I was mentor to new graduates."),
        ("Key achievements: ERP roll-out to 9 sites", "My part was the ERP roll-out to 9 sites."),
        ("Deputy commander of a platoon; 30 drivers", "I was deputy commander of a platoon, 30 drivers."),
        ("Students' results improved.", "Students' results improved."),
        ("Awarded a medal for winter resupply.", "I was awarded a medal for winter resupply."),
        ("Coordinated a budget of $4.1M (on budget).", "I coordinated a budget of $4.1 million, on budget."),
    ],
)
def test_fragments_of_a_resume_are_told_as_sentences(text: str, said: str) -> None:
    assert _spoken(text=text)[0] == said


def test_a_result_that_is_only_figures_gets_a_subject() -> None:
    *_, result = _spoken(action="Cut the backlog of change requests", result="From 140 to 35")

    assert result == "It went from 140 to 35."
