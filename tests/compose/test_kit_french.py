"""The kit of a client whose facts are French: what is said aloud is French. UPDATE_GOLDEN=1 writes the sample anew."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumekit.career.story_rules import telling_rules
from resumekit.compose.kit import Kit
from resumekit.compose.kit_opening import compose_pitch, opening_blocks, positioning
from resumekit.model.resume import Resume
from tests.compose.kits import page
from tests.compose.prepared import CLIENTS, SAMPLES, kit_of, kit_of_facts

GOLDEN = Path(__file__).parent / "golden" / "4-bilingual-kit-said.txt"
FRENCH = (next(SAMPLES.glob("4-*.yaml")), CLIENTS / "quebec.yaml")
EVERY = pytest.mark.parametrize("path", FRENCH, ids=lambda path: path.stem)
ENGLISH = re.compile(
    r"\b(?:the|and|of|my|at|as|was|were|am|have|with|for|what|that|this|which|year|years|job|work|story|there|from)\b",
    re.IGNORECASE,
)
"""Words that English sentences are made of and French ones are not; "I" is a numeral in French."""
LEAST, MOST = telling_rules().pitch_words


def said(kit: Kit) -> list[str]:
    """All that the client says aloud: the sentence, the opening, the cards."""
    sentence = positioning(kit)
    cards = [
        text for story in kit.stories for text in (story.headline, story.situation, story.task, story.action, story.result)
    ]  # fmt: skip
    return [text for text in (*([sentence.text] if sentence else []), compose_pitch(kit).text, *cards) if text]


@EVERY
def test_no_english_word_is_said(path: Path) -> None:
    for text in said(kit_of(path)):
        assert not ENGLISH.search(text), text


@EVERY
def test_the_opening_fills_its_time_or_says_what_to_add(path: Path) -> None:
    pitch = compose_pitch(kit_of(path))

    assert all((pitch.present, pitch.past, pitch.future))
    assert pitch.words <= MOST
    assert pitch.words >= LEAST or pitch.homework


def test_the_sample_fills_its_time() -> None:
    assert LEAST <= compose_pitch(kit_of(FRENCH[0])).words <= MOST


@EVERY
def test_marks_have_their_no_break_spaces(path: Path) -> None:
    for text in said(kit_of(path)):
        assert not re.search(r"(?<!\u00a0)[:;»%$](?=\s|$)|«(?!\u00a0)", text), text
        assert not re.search("[“”']", text), text


@EVERY
def test_no_two_sentences_of_the_opening_begin_alike(path: Path) -> None:
    parts = compose_pitch(kit_of(path)).parts
    begun = [" ".join(part.text.split()[:2]) for part in parts]

    assert all(first != after for first, after in pairwise(begun)), begun


@EVERY
def test_every_sentence_of_the_opening_cites_facts(path: Path) -> None:
    kit = kit_of(path)
    facts = set(kit.context.resume.facts)
    sentence = positioning(kit)

    for part in (*compose_pitch(kit).parts, *([sentence] if sentence else [])):
        cited = {source.ref.partition("#")[0] for source in part.sources if source.kind == "fact"}
        assert cited, part.text
        assert cited <= facts


@EVERY
def test_what_cannot_follow_j_ai_stands_in_a_frame(path: Path) -> None:
    for story in kit_of(path).stories:
        assert re.match(r"(?:J’|Je |Nous |Parmi mes résultats\u00a0: [a-zà-ÿ0-9])", story.headline), story.headline


def test_a_coach_can_say_it_otherwise(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[career.stories.fr.future]\nreason = "Pourquoi ici\u00a0: {reason}"\n', encoding="utf-8")
    kit = kit_of(FRENCH[0])

    pitch = compose_pitch(Kit(kit.basis, kit.match, kit.stories, kit.placed, (own,)))

    assert "Pourquoi ici\u00a0: Je veux bâtir" in pitch.text


NAMES = st.sampled_from(
    ["Atelier Ormeau", "Éditions du Quai", "Hydro-Anse", "Hautes Rives", "Usines Idéal", "Œuvres du Port", "Onze Lacs"]
)
TITLES = st.sampled_from(
    ["Adjointe", "Électricien", "Hygiéniste", "Ingénieure, structures", "Ouvrière", "Haut-fondeur"]
)


@settings(max_examples=25, deadline=None)
@given(NAMES, TITLES, TITLES, st.sampled_from(["12", "8 électriciens, 11 apprentis", "environ 40 personnes"]))
def test_no_small_word_stands_unelided_before_a_vowel(employer: str, title: str, aim: str, people: str) -> None:
    resume = Resume.model_validate({
        "locale": "fr-CA", "as_of": "2026-11-15",
        "person": {"name": "Camille Ouellet-Aubé", "city": "Lévis"},
        "targets": [{"id": "a", "role": aim, "field": "énergie", "reason": "Apprendre un autre métier"}],
        "experience": [{
            "employer": employer, "title": title, "start": "2019-01", "end": "present", "field": "énergie",
            "type": "permanent", "level": 2, "scope": {"people": people, "budget": "800 k$"},
            "achievements": [{"text": "Réduction des arrêts de 40 à 12 par année."},
                             {"challenge": "Hausse des plaintes", "text": "Refonte de l’accueil."}],
        }],
        "credentials": [{"name": "Hygiéniste agréée", "status": "candidate"}],
    })  # fmt: skip
    kit = kit_of_facts(resume)

    for text in said(kit):
        assert not re.search(r"\b(?:de|le|la|je|que|ne|se) [aeiouéèêàœAEIOUÉ](?!nze|ui\b)", text), text
        assert not re.search(r"\bd’(?:[Hh]aut|[Oo]nze|8|11|12|huit)", text), text
        assert not re.search(r"\bde le\b|\bde les\b|  |,,", text), text


def test_the_sample_reads_as_it_did() -> None:
    kit = kit_of(FRENCH[0])
    cards = [f"{story.number}. {story.headline}\n   {story.task}\n   {story.action}" for story in kit.stories]
    made = "\n".join([*page(opening_blocks(kit)), *cards]) + "\n"

    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")
