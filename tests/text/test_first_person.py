"""The first person of letters: what was done, and where, as its author says it."""

from __future__ import annotations

import pytest

from resumekit.text.first_person import at_place, french_first_person


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        ("refonte du calendrier de trois jeux", "j’ai refondu le calendrier de trois jeux"),
        ("Rédaction d’un guide de style", "j’ai rédigé un guide de style"),
        ("formation de 14 personnes", "j’ai formé 14 personnes"),
        ("négociation de contrats-cadres", "j’ai négocié des contrats-cadres"),
        ("contribution à la refonte du site", "j’ai contribué à la refonte du site"),
        (
            "création d’une base\u00a0: réduction des corrections de 310 à 120",
            "j’ai créé une base, ce qui a réduit les corrections de 310 à 120",
        ),
        ("création d’une base\u00a0: 40 lectrices", "j’ai créé une base (40 lectrices)"),
        # Half of it would stay a noun.
        ("direction de la version arabe, et lancement dans sept pays", ""),
        ("essais de 230 cylindres", ""),
        ("", ""),
    ],
)
def test_a_bullet_of_nouns_is_told_by_its_author(bullet: str, told: str) -> None:
    assert french_first_person(bullet) == told


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("Northwind", "en", "at Northwind"),
        ("Canadian Armed Forces", "en", "at the Canadian Armed Forces"),
        ("Town of Kettle Bend", "en", "at the Town of Kettle Bend"),
        ("Canadian Tool Works", "en", "at Canadian Tool Works"),
        ("Ville de Rive", "fr", "à la Ville de Rive"),
        ("Cégep du Cap", "fr", "au Cégep du Cap"),
        ("Université du Cap", "fr", "à l’Université du Cap"),
        ("Béton Charlevoix", "fr", "chez Béton Charlevoix"),
    ],
)
def test_a_place_is_named_as_a_sentence_names_it(name: str, language: str, said: str) -> None:
    assert at_place(name, language) == said
