"""The words of a resume become sayable without a change of what they claim."""

from __future__ import annotations

import pytest
from hypothesis import given

from resumekit.text.telling import after_i, as_reason, as_trait, unabridged, unlabelled
from tests import strategies


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ("Mentor to new graduates", "was mentor to new graduates"),
        ("Deputy commander of a transport platoon", "was deputy commander of a transport platoon"),
        ("Recipient of the service medal", "was a recipient of the service medal"),
        ("Responsible for 40 residents", "was responsible for 40 residents"),
        ("Awarded a commendation for winter resupply", "was awarded a commendation for winter resupply"),
        ("Awarded 12 contracts to vendors", "Awarded 12 contracts to vendors"),
        ("I cut costs", "cut costs"),
    ],
)
def test_a_bullet_follows_i_as_what_was_done_or_what_somebody_was(bullet: str, said: str) -> None:
    assert after_i(bullet) == said


@pytest.mark.parametrize("bullet", ["We merged four call centres", "we merged four call centres"])
def test_what_we_did_is_never_what_i_did(bullet: str) -> None:
    assert after_i(bullet) == "was on the team that merged four call centres"


@pytest.mark.parametrize("bullet", ["Students' results improved", "Working with parents", "ERP roll-out to 9 sites"])
def test_what_no_person_did_has_none_put_before_it(bullet: str) -> None:
    assert after_i(bullet) == ""


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("To use what I know", "I want to use what I know."),
        ("moving things so that people can work", "What draws me is moving things so that people can work."),
        ("because it helps people", "I am here because it helps people."),
        ("Work with people who care", "I want to work with people who care."),
        ("the chance to lead again", "What draws me is the chance to lead again."),
        ("Helping people is what I do", "Helping people is what I do."),
        ("i like plans that hold.", "I like plans that hold."),
        ("", ""),
    ],
)
def test_a_reason_is_said_as_a_sentence(stated: str, said: str) -> None:
    assert as_reason(stated) == said


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("Keeps his word", "I keep my word"),
        ("Listens first, then writes it down", "I listen first, then write it down"),
        ("Reads budgets and plans", "I read budgets and plans"),
        ("Calm in a crisis", "Calm in a crisis"),
        ("Patience", "Patience"),
    ],
)
def test_a_trait_that_a_verb_tells_is_said_in_the_first_person(named: str, said: str) -> None:
    assert as_trait(named) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("saved 20% of costs (approx. $250K) by renegotiating", "saved 20% of costs, about $250,000, by renegotiating"),
        ("ran a budget of $4.1M (on budget)", "ran a budget of $4.1 million, on budget"),
        ("trained with the union (CUPE) twice", "trained with the union (CUPE) twice"),
    ],
)
def test_brackets_and_shortened_numbers_are_said_in_full(written: str, said: str) -> None:
    assert unabridged(written) == said


def test_the_label_of_a_list_is_not_said() -> None:
    assert unlabelled("Key achievements: new intake form") == "New intake form"
    assert unlabelled("Result-driven plan") == "Result-driven plan"


@given(text=strategies.texts)
def test_any_words_can_be_told(text: str) -> None:
    for tell in (after_i, as_reason, as_trait, unabridged, unlabelled):
        assert isinstance(tell(text), str)
