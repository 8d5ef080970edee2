"""Questions mine for what a fact does not say, and leave alone what says enough."""

from __future__ import annotations

import pytest

from resumekit.lint.page_of import page_of_resume
from resumekit.lint.question import questions
from resumekit.load.client import parse
from resumekit.model.achievement import Achievement
from resumekit.sections.bullet import compose_bullet
from resumekit.text.locale import load_locale

FILE = """\
locale: {locale}
person: {{name: Amina Haddad}}
experience:
  - employer: Northwind Labs
    title: Supervisor
    start: 2018-03
    end: 2024-06
    achievements:
      - {bullet}
"""


def asked(bullet: str, locale: str = "en-CA") -> list[tuple[str, str]]:
    """What is asked of one bullet: the words it is asked of, and how the question begins."""
    resume = parse(FILE.format(bullet=bullet, locale=locale)).resume

    def say(fact: Achievement, current: bool) -> str:
        return compose_bullet(fact, current=current, locale=load_locale(locale)).text

    return [(one.words, one.ask) for one in questions(page_of_resume(resume, say))]


@pytest.mark.parametrize(
    ("bullet", "words", "question"),
    [
        ("Managed a budget of [X]", "[X]", "What is the figure here?"),
        ("Cut waste by XX% with one form", "XX%", "What is the figure here?"),
        ("Raised sales by 40%", "40%", "“40%” compared with what? Over how long?"),
        ("Coached the team in the new method", "team", "How many people?"),
        ("Rewrote the manual", "Rewrote the manual", "How much, how many or how often?"),
        ("{action: Rewrote the manual}", "Rewrote the manual", "What came of it?"),
        (
            "{action: Rewrote the manual, result: Cut errors,"
            " measures: [{of: errors, from: 90, to: 30, confidence: estimated}]}",
            "90",
            "Is “90” right",
        ),
        (
            "{text: Cut errors by a lot, measures: [{of: errors, from: 90, to: 30, confidence: estimated}]}",
            "Cut errors by a lot",
            "Is “Cut errors by a lot” right",
        ),
    ],
)
def test_what_a_bullet_leaves_open_is_asked_on_its_words(bullet: str, words: str, question: str) -> None:
    found = asked(f'"{bullet}"' if not bullet.startswith("{") else bullet)

    assert [(on, said.startswith(question)) for on, said in found] == [(words, True)]


@pytest.mark.parametrize(
    "bullet",
    [
        "Cut waste by 40%, from 10 to 6 tonnes",
        "Cut waste by 40% in two years",
        "Coached a team of nine in the new method",
        "Trained 12 technicians",
        "Cut turnaround to half within a quarter",
    ],
)
def test_a_bullet_that_says_enough_is_left_alone(bullet: str) -> None:
    assert asked(bullet) == []


def test_a_confirmed_estimate_is_not_asked_for_again() -> None:
    measure = "measures: [{of: errors, from: 90, to: 30, confidence: estimated}]"

    assert asked(f"{{action: Rewrote the manual, result: Cut errors, {measure}, confirmed: 2026-09-01}}") == []


def test_a_bullet_is_asked_two_things_at_most() -> None:
    assert len(asked('"Cut waste by XX%, trained staff and spent [X] with the team"')) == 2


def test_french_bullets_are_asked_in_french() -> None:
    assert asked("A formé l’équipe", "fr-CA") == [("équipe", "Combien de personnes ?")]
