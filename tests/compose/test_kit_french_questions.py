"""Questions that a client whose facts are French is asked, and asks: each fixed one has its French twin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from resumekit.career.kit_words import kit_words
from resumekit.compose.kit import Kit
from resumekit.compose.kit_first_days import probe_blocks
from resumekit.compose.kit_questions import question_blocks
from tests.compose.kits import sample_kit, tables, texts

WORDS = kit_words()
ENGLISH = re.compile(
    r"\b(?:the|and|of|my|at|was|were|you|your|have|with|for|what|that|how|which|would|when|why)\b", re.IGNORECASE
)
QUOTED = re.compile("«[^»]*»")


def asked(kit: Kit) -> list[str]:
    return [row[0].text for table in tables([*question_blocks(kit), *probe_blocks(kit)]) for row in table.rows]


def test_each_fixed_question_has_its_twin() -> None:
    assert all(item.fr for item in WORDS.standard)
    assert all(item.fr for item in WORDS.probes.ask)
    assert all(bool(item.question_none) == bool(item.fr_none) for item in WORDS.standard)
    assert len(WORDS.fr.technical.tool) == len(WORDS.technical.tool)
    assert len(WORDS.fr.technical.field) == len(WORDS.technical.field)


@pytest.mark.parametrize("posting", ["", "conseiller-rh.txt", "hr-advisor.txt"])
def test_what_is_asked_is_french_but_for_the_postings_own_words(posting: str) -> None:
    questions = asked(sample_kit("4", posting))

    assert len(questions) > 12
    for text in questions:
        bare = QUOTED.sub("", text)
        assert not re.search(r"[{}“]", text), text
        assert not ENGLISH.search(re.sub(r"\([^)]*\)", "", bare)), text
        assert not re.search(r"(?<!\u00a0)[:?»](?=\s|$)", bare.replace("«", "")), text


def test_what_is_said_to_the_client_stays_english() -> None:
    said = texts(question_blocks(sample_kit("4")))

    assert "Parlez-moi de vous." in said
    assert "The opening of 90 seconds (part 1): present, past, future." in said
    assert "Pourquoi quittez-vous votre emploi\u00a0?" in said


def test_an_english_client_is_asked_in_english() -> None:
    assert "Tell me about yourself." in asked(sample_kit("1"))


def test_a_coachs_question_without_a_twin_stands_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[career.questions.standard]]\nid = "own"\nquestion = "What else?"\nadvice = "Say it"\nbasis = "J"\n', "utf-8"
    )
    kit = sample_kit("4")

    assert "What else?" in asked(Kit(kit.basis, None, kit.stories, kit.placed, (own,)))
