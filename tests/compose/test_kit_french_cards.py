"""Objection cards of clients whose facts are French: what is asked and said is French, whatever the history."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from resumekit.career.objection import objection_rules
from resumekit.compose.kit import Kit
from resumekit.compose.kit_card import Objection
from resumekit.compose.kit_objections import objection_blocks, objections
from resumekit.errors import ResumekitError
from resumekit.load.client import load
from resumekit.preparing import prepare_interview
from tests.compose.kits import page
from tests.compose.prepared import EACH, kit_of
from tests.skills.postings import sample

RULES = objection_rules()
POSTINGS = ("", "conseiller-rh.txt", "hr-advisor.txt")
EVERY = pytest.mark.parametrize("path", EACH, ids=lambda path: path.stem)


@cache
def cards_of(path: Path, posting: str) -> tuple[Objection, ...]:
    """The cards of a client as if the facts were French: the frames are, whatever stands in them."""
    client = load(path)
    told = replace(client, resume=client.resume.model_copy(update={"locale": "fr-CA"}))
    return objections(prepare_interview(told, None, sample(posting) if posting else None))


@EVERY
@pytest.mark.parametrize("posting", POSTINGS)
def test_any_history_is_answered_in_french_and_in_time(path: Path, posting: str) -> None:
    for card in cards_of(path, posting):
        assert card.seconds <= 45
        for line in (card.asked, card.answer):
            assert not re.search(r"[{}]|  |,,|\.\.|\bNone\b|“", line.text), line.text
            assert not re.search(r"\b(?:de|je|que|ne|se|la) [aeiouéèêà]", line.text, re.IGNORECASE), line.text
            assert not re.search(r"(?<!\u00a0)[:»?](?=\s|$)", line.text), line.text
        assert card.asked.text.endswith("?")
        assert all("[" not in blank for blank in card.homework)


def test_each_sentence_has_its_french_twin() -> None:
    for kind, card in RULES.card.items():
        assert set(RULES.fr.card[kind].asked) == set(card.asked)
        assert set(RULES.fr.card[kind].says) == set(card.says)
    assert set(RULES.fr.need) == set(RULES.need)
    assert set(RULES.fr.need_again) == set(RULES.need_again)
    assert set(RULES.fr.short_job) == set(RULES.short_job)
    assert set(RULES.fr.result) == set(RULES.result)


def test_no_standing_word_of_it_is_english() -> None:
    fr = RULES.fr
    said = [text for card in fr.card.values() for text in (card.ending, *card.asked.values(), *card.says.values())]
    said += [
        *fr.need.values(),
        *fr.need_again.values(),
        *fr.result.values(),
        *fr.short_job.values(),
        *fr.thing.values(),
    ]
    for text in said:
        bare = re.sub(r"\{[^}]*\}", "", text)
        assert not re.search(r"\b(?:the|and|of|my|at|as|was|were|am|have|with|for|what|that|you|your)\b", bare), text
        assert not re.search(r"(?<!\u00a0)[:;»?!](?=\s|$)|'|“|”", bare), text


def test_a_gap_is_answered_as_one_says_it() -> None:
    said = "\n".join(page(objection_blocks(kit_of(next(path for path in EACH if path.stem == "4-bilingual")))))

    assert "They may ask: «\u00a0Votre CV ne montre aucun emploi entre août 2021 et janvier 2023." in said
    assert "j’ai aussi obtenu le certificat en gestion de projets et fait du bénévolat à la Bibliothèque" in said
    assert "Behind it: Whether your skills are current" in said


def test_a_coach_can_say_it_otherwise_and_a_slot_that_nothing_fills_is_refused(tmp_path: Path) -> None:
    own, wrong = tmp_path / "own.toml", tmp_path / "wrong.toml"
    own.write_text('[career.objections.fr.card.gap]\nending = ", voilà."\n', encoding="utf-8")
    wrong.write_text('[career.objections.fr.card.gap.says]\nsince = "Depuis {debut}."\n', encoding="utf-8")
    kit = kit_of(next(path for path in EACH if path.stem == "4-bilingual"))

    assert objections(Kit(kit.basis, None, kit.stories, kit.placed, (own,)))[0].answer.text.endswith(", voilà.")
    with pytest.raises(ResumekitError, match=r"nothing fills \{debut\}"):
        objection_rules([wrong])
