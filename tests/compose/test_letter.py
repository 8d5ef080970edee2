"""The letter: 250 to 400 words, three or four paragraphs, every claim from a fact."""

from __future__ import annotations

from itertools import pairwise

import pytest

from resumekit.compose.letter import compose_letter, compose_thank_you
from resumekit.document.block import Document, Paragraph
from resumekit.strategy.decide import decide
from tests.strategy.library import NAMES, basis_for, basis_of, changed, resume_of, text_of, words_in

# Clients whose facts carry a whole letter.
TELLING = [name for name in NAMES if name not in ("missing", "quebec", "graduate", "short-ended", "old-credential")]


def _body(letter: Document) -> list[str]:
    """The paragraphs between greeting and close."""
    blocks = [block for block in letter.sections[0].blocks if isinstance(block, Paragraph) and block.style == "body"]
    return [block.line.text for block in blocks[2:-1]]


@pytest.mark.parametrize("name", TELLING)
def test_a_letter_has_three_or_four_paragraphs_of_240_to_400_words(name: str) -> None:
    body = _body(compose_letter(basis_of(name)))

    assert len(body) in (3, 4)
    assert 240 <= words_in(" ".join(body)) <= 400


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_is_over_400_words_or_holds_a_gap_to_fill(name: str) -> None:
    body = " ".join(_body(compose_letter(basis_of(name))))

    assert words_in(body) <= 400
    assert "{" not in body
    assert "  " not in body
    assert ".." not in body


@pytest.mark.parametrize("name", NAMES)
def test_the_reason_stands_in_the_clients_own_words(name: str) -> None:
    assert str(resume_of(name).targets[0].reason) in text_of(compose_letter(basis_of(name)))


def test_a_career_change_says_from_where_to_where_with_the_credential() -> None:
    said = text_of(compose_letter(basis_of("nurse-to-hr")))

    assert "I am moving from nursing to human resources, and I bring the designation for it" in said


def test_a_step_down_is_said_to_be_a_choice() -> None:
    assert "The level of this position is a choice" in text_of(compose_letter(basis_of("step-down")))
    assert "is a choice" not in text_of(compose_letter(basis_of("lateral")))


@pytest.mark.parametrize("name", NAMES)
def test_earlier_is_said_only_of_what_was_earlier(name: str) -> None:
    said = text_of(compose_letter(basis_of(name)))
    employers = [employer.name for employer in resume_of(name).experience]

    places = [said.index(f" {employer}, I ") for employer in employers if f" {employer}, I " in said]

    assert places == sorted(places)
    assert f"Earlier, at {employers[0]}" not in said


def test_a_short_job_and_its_figures_stay_out_of_the_letter() -> None:
    said = text_of(compose_letter(basis_of("short-junior")))

    assert "Boulevard" not in said
    assert "38 tickets" not in said


def test_projects_fill_the_letter_of_who_has_worked_little() -> None:
    assert "In the project Algae in Mirror Lake, I traced" in text_of(compose_letter(basis_of("graduate")))


def test_names_of_tools_keep_their_capital() -> None:
    assert "I would bring you experience with ADP Workforce Now, year-end, Excel and Sage 50." in text_of(
        compose_letter(basis_of("lateral"))
    )


@pytest.mark.parametrize("compose", [compose_letter, compose_thank_you])
def test_without_a_target_no_position_is_named(compose: type) -> None:
    resume = changed("lateral", targets=[])

    said = text_of(compose(basis_for(resume, None, decide(resume))))

    assert "position of" not in said
    assert "Re:" not in said


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_of_a_letter_cites_facts_that_there_are(name: str) -> None:
    facts = resume_of(name).facts

    for letter in (compose_letter(basis_of(name)), compose_thank_you(basis_of(name))):
        assert [ref for _, line in letter.lines() for ref in line.facts if ref.partition("#")[0] not in facts] == []


def test_two_sentences_of_a_letter_in_a_row_never_open_alike() -> None:
    for name in NAMES:
        for paragraph in _body(compose_letter(basis_of(name)))[1:-1]:
            openings = [" ".join(sentence.split()[:2]) for sentence in paragraph.split(". ")]
            assert all(first != second for first, second in pairwise(openings))


def test_two_short_results_stand_in_one_sentence() -> None:
    said = text_of(compose_letter(basis_of("lateral")))

    assert "in four months and applied two new collective agreements to 640 pay files" in said


def test_an_employers_name_takes_its_article() -> None:
    assert "At the Canadian Armed Forces, I" in text_of(compose_letter(basis_of("military")))


def test_a_french_letter_tells_in_the_first_person() -> None:
    said = text_of(compose_letter(basis_of("quebec")))

    assert "Chez Béton Charlevoix, j’ai mis en place une fiche de suivi des coulées, ce qui a réduit" in said
