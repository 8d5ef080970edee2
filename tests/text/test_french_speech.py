"""French as it is said: what elides, what contracts, and what is read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.text.french_speech import (
    elides,
    french_aloud,
    french_reason,
    is_person,
    number_said,
    of,
    paper,
    the_language,
)

LETTERS = st.text("abcdefghijklmnopqrstuvwxyzàâéèêîôû", min_size=1, max_size=12)


@given(st.sampled_from("aeiouàâéèêëîïôûœAEIOUÀÂÉÈÊ"), LETTERS)
def test_de_elides_before_every_vowel_but_a_sounded_one(first: str, rest: str) -> None:
    word = first + rest
    sounded = word.lower().startswith(("onze", "onzi", "oui", "ouistiti", "uhlan"))
    assert of(word) == (f"de {word}" if sounded else f"d’{word}")


@given(st.sampled_from("bcdfgjkmnpqrstvwxzBCDFGJKMNPQRSTVWXZ0123456789"), LETTERS)
def test_de_never_elides_before_a_consonant_or_a_figure(first: str, rest: str) -> None:
    assert not elides(first + rest)
    assert of(first + rest) == f"de {first}{rest}"


@pytest.mark.parametrize(
    "word", ["hôpital", "hygiéniste", "habitation", "heure", "histoire", "Hydro-Québec", "Héma-Québec", "humanité"]
)
def test_a_mute_h_elides(word: str) -> None:
    assert of(word) == f"d’{word}"


@pytest.mark.parametrize(
    "word",
    ["hausse", "hockey", "handicap", "hall", "haut fourneau", "huit agences", "héros", "hiérarchie", "hors-piste",
     "harcèlement", "homard", "hublot", "HEC Montréal", "Hamilton", "Huawei"],
)  # fmt: skip
def test_a_sounded_h_does_not(word: str) -> None:
    assert of(word) == f"de {word}"


@given(st.text(max_size=30))
def test_any_words_can_be_said(text: str) -> None:
    assert of(text).removeprefix("d’").removeprefix("de ").removeprefix("du ").removeprefix("des ") in (
        text, text[3:], text[4:], text.removeprefix("d’"), text.removeprefix("de "), text.removeprefix("du "),
        text.removeprefix("des "),
    )  # fmt: skip
    assert isinstance(french_aloud(text), str)
    assert not text.split() or french_reason(text)


def test_an_article_contracts() -> None:
    assert of("le service des ventes") == "du service des ventes"
    assert of("les ventes") == "des ventes"
    assert of("la paie") == "de la paie"
    assert of("l’accueil") == "de l’accueil"


def test_sums_are_said_in_full_and_shares_in_brackets_left_out() -> None:
    assert french_aloud("un budget de 1,4 M$") == "un budget de 1,4\u00a0million de dollars"
    assert french_aloud("12\u00a0M$") == "12\u00a0millions de dollars"
    assert french_aloud("250 k$") == "250\u00a0000\u00a0$"
    assert french_aloud("de 310 à 120 par jeu (61\u00a0%)") == "de 310 à 120 par jeu"
    assert french_aloud("18\u00a0% à 5\u00a0%") == "18\u00a0% à 5\u00a0%"


def test_papers_and_languages_have_their_article() -> None:
    assert paper("Maîtrise en traductologie", definite=False) == "une maîtrise en traductologie"
    assert paper("Attestation d’études collégiales", definite=True) == "l’attestation d’études collégiales"
    assert paper("MBA", definite=False) == "un MBA"
    assert paper("Secourisme", definite=True) == ""
    assert [the_language(name) for name in ("anglais", "français", "hindi", "langue des signes québécoise")] == [
        "l’anglais", "le français", "l’hindi", "la langue des signes québécoise",
    ]  # fmt: skip
    assert [name for name in ("Traductrice agréée", "CRHA", "Secourisme") if is_person(name)] == [
        "Traductrice agréée",
        "CRHA",
    ]


def test_a_small_count_is_said_in_letters() -> None:
    assert number_said("6 traductrices") == "six traductrices"
    assert number_said("22 pigistes") == "22 pigistes"
    assert number_said("6") == "6"


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("Je veux bâtir une équipe.", "Je veux bâtir une équipe."),
        ("bâtir une équipe", "Je veux bâtir une équipe."),
        ("parce que le métier me plaît", "Je suis ici parce que le métier me plaît."),
        ("le travail de terrain", "Ce qui m’attire\u00a0: le travail de terrain."),
        ("J’aime enseigner", "J’aime enseigner."),
    ],
)
def test_a_reason_is_said_as_a_sentence(stated: str, said: str) -> None:
    assert french_reason(stated) == said
