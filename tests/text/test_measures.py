"""Measures in words: figures, units, percentages and periods as a person writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.model.achievement import Measure
from resumekit.text.locale import load_locale
from resumekit.text.measures import number, numbers, word_measure


def _worded(stated: dict[str, Any], tag: str = "en-CA") -> str:
    return str(word_measure(Measure.model_validate(stated), load_locale(tag))).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("stated", "english"),
    [
        ({"from": 13, "to": 8, "unit": "weeks"}, "from 13 to 8 weeks (38%)"),
        ({"from": 13, "to": 1, "unit": "weeks"}, "from 13 weeks to 1 week (92%)"),
        ({"from": 12, "to": 0, "unit": "injuries"}, "from 12 injuries to zero"),
        ({"from": 72, "to": 91, "unit": "%"}, "from 72% to 91%"),
        ({"from": "1.2 million", "to": 900000, "unit": "$"}, "from $1.2 million to $900,000 (25%)"),
        ({"from": 120000, "to": 80000, "unit": "$", "period": "year"}, "from $120,000 to $80,000 a year (33%)"),
        ({"from": 10, "to": 4, "unit": "days", "period": "in six months"}, "from 10 to 4 days (60%) in six months"),
        ({"from": 13, "to": 8, "unit": "weeks", "confidence": "estimated"}, "from about 13 to 8 weeks (about 38%)"),
        ({"from": "X", "to": 8, "unit": "weeks"}, "from [X] to 8 weeks"),
        ({"from": 1000, "to": 2, "unit": "claims"}, "from 1,000 to 2 claims (99.8%)"),
        ({"from": -3, "to": 5, "unit": "$"}, "from -$3 to $5"),
        ({"value": "1.2 million", "unit": "CAD"}, "$1.2 million CAD"),
        ({"value": 1234567, "unit": "€"}, "€1,234,567"),
        ({"value": 3.5, "unit": "k$"}, "$3,500"),
        ({"value": "3.50", "unit": "£", "period": "hour"}, "£3.50 an hour"),
        ({"value": 45, "unit": "people", "confidence": "estimated"}, "about 45 people"),
        ({"value": 1, "unit": "people"}, "1 person"),
        ({"value": 8, "unit": "week"}, "8 weeks"),
        ({"value": "2.5 million", "unit": "users"}, "2.5 million users"),
        ({"value": "X", "unit": "%"}, "[X]%"),
        ({"value": 38, "unit": "percent"}, "38%"),
        ({"value": 300, "period": "2024"}, "300 in 2024"),
    ],
)
def test_english(stated: dict[str, Any], english: str) -> None:
    assert _worded(stated) == english


@pytest.mark.parametrize(
    ("stated", "french"),
    [
        ({"from": 13, "to": 8, "unit": "semaines"}, "de 13 à 8~semaines (38~%)"),
        ({"from": "1.2 million", "to": 900000, "unit": "$"}, "de 1,2~million~$ à 900~000~$ (25~%)"),
        ({"value": "2.5 million", "unit": "$"}, "2,5~millions~$"),
        ({"value": 1.5, "unit": "semaines"}, "1,5~semaine"),
        ({"value": 2, "unit": "semaines"}, "2~semaines"),
        ({"value": 1200, "unit": "dossiers", "period": "mois"}, "1~200~dossiers par mois"),
        ({"value": "3 million", "unit": "utilisateurs"}, "3~millions d’utilisateurs"),
        ({"value": "1.2 million", "unit": "USD"}, "1,2~million~$~US"),
    ],
)
def test_french_sets_no_break_spaces_and_a_decimal_comma(stated: dict[str, Any], french: str) -> None:
    assert _worded(stated, "fr-CA") == french


@pytest.mark.parametrize(
    "stated",
    [
        {"from": 2, "to": 6, "unit": "sites"},
        {"from": 0, "to": 6, "unit": "sites"},
        {"from": 6, "to": 0, "unit": "sites"},
        {"from": 20, "to": 200, "unit": "sites"},
        {"from": 20, "to": 20, "unit": "sites"},
        {"from": 40, "to": 60, "unit": "%"},
        {"from": 40, "to": 60, "unit": "percentage points"},
    ],
)
def test_a_percentage_that_adds_nothing_is_left_out(stated: dict[str, Any]) -> None:
    assert word_measure(Measure.model_validate(stated), load_locale("en-CA")).percent == ""


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from(["en-CA", "fr-CA"]))
def test_a_number_written_is_the_number_read(value: Decimal, tag: str) -> None:
    assert numbers(number(value, load_locale(tag))) == {value} or value == 1


def test_numbers_are_found_in_digits_and_words() -> None:
    found = numbers("From 1,200 to 1.2 million in six months, 38%, or 3k; un seul, 12,5 et quatre")

    assert found == {Decimal(n) for n in ("1200", "1200000", "6", "38", "3000", "12.5", "4")}
