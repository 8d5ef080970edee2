"""Pay: what is stated beside what is wanted, a year; nothing is shown that nobody stated."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumekit.career.move import move_rules
from resumekit.compose.kit import Kit
from resumekit.compose.kit_money import range_words, rate_words
from resumekit.compose.kit_pay import pay_blocks
from resumekit.model.pay import PayRate
from tests.compose.kits import full_kit, kit_of, lines, sample_kit, tables, texts
from tests.full_client.markers import never

BARE = "person: {name: Jo Park}\n"


def _client(**search: str) -> str:
    return BARE + "search:\n" + "".join(f"  {name}: {value}\n" for name, value in search.items())


def _posting(pay: str, place: str = "Halifax, NS") -> str:
    return f"Clerk\nNorthwind, {place}\n{pay}\n\nRequirements\n- Clear writing\n"


def _said(kit: Kit) -> str:
    return "\n".join(texts(pay_blocks(kit)))


def test_no_figure_is_shown_that_nobody_stated() -> None:
    said = _said(kit_of(BARE))

    assert not re.search(r"\$\d", said)
    assert "last_pay, wanted_pay, walk_away_pay" in said


def test_a_figure_of_the_client_is_shown_only_where_it_is_stated() -> None:
    posting = _posting("Salary: $70,000 to $80,000 a year")

    said = _said(kit_of(_client(wanted_pay="74,500"), posting))

    assert "$74,500" in said
    assert "last_pay, walk_away_pay" in said
    assert "wanted_pay" not in said
    assert set(re.findall(r"\$[\d,.]*\d", said)) == {"$70,000", "$80,000", "$74,500", "$75,000"}


def test_hours_are_stated_where_an_hour_becomes_a_year() -> None:
    kit = kit_of(
        _client(walk_away_pay="{amount: 30, per: hour, hours_a_week: 35}"), _posting("Pay: $28.50 to $33.00 per hour")
    )

    (table,) = tables(pay_blocks(kit))
    rows = {row[0].text: row[2].text for row in table.rows}

    # 28.50 x 37.5 x 52 and 33 x 37.5 x 52; 30 x 35 x 52.
    assert rows["The posting"] == "$55,575 to $64,350, at 37.5 hours a week: ask"
    assert rows["Your walk-away point"] == "$54,600, at 35 hours a week"


@given(st.integers(30, 200), st.integers(0, 60), st.integers(30, 260))
@settings(max_examples=25, deadline=None)
def test_a_wish_lies_within_above_or_below_and_by_how_much(low: int, width: int, wish: int) -> None:
    high = low + width
    kit = kit_of(_client(wanted_pay=f"{wish}k"), _posting(f"Salary: ${low},000 to ${high},000 a year"))

    (line,) = [text for text in texts(pay_blocks(kit)) if text.startswith("What you want, ")]

    if wish > high:
        assert line == f"What you want, ${wish},000, lies ${wish - high},000 above the top of the range."
    elif wish < low:
        assert f"lies ${low - wish},000 below the range" in line
    else:
        assert line == f"What you want, ${wish},000, lies within the range."


def test_a_range_below_the_walk_away_point_is_said_to_end_in_a_no() -> None:
    posting = _posting("Salary: $50,000 to $60,000 a year")

    assert "this job ends in a no" in _said(kit_of(_client(walk_away_pay="61,000"), posting))
    assert "this job ends in a no" not in _said(kit_of(_client(walk_away_pay="60,000"), posting))


def test_the_share_of_the_last_pay_is_never_rounded_up() -> None:
    posting = _posting("Salary: $50,000 to $60,000 a year")

    assert "The top of the range is 79% of your last pay." in _said(kit_of(_client(last_pay="75,001"), posting))


def test_a_walk_away_point_above_the_wish_is_questioned() -> None:
    assert "another look" in _said(kit_of(_client(wanted_pay="60k", walk_away_pay="65k")))
    assert "another look" not in _said(kit_of(_client(wanted_pay="65k", walk_away_pay="65k")))


def test_another_currency_is_not_compared() -> None:
    said = _said(kit_of(_client(wanted_pay="60k"), _posting("Salary: US$50,000 to US$70,000 a year")))

    assert "in USD" in said
    assert "within the range" not in said


@pytest.mark.parametrize(("place", "ontario"), [("Guelph, ON", True), ("Halifax, NS", False)])
def test_a_posting_without_pay_is_asked_and_ontario_has_a_rule(place: str, ontario: bool) -> None:
    said = _said(kit_of(BARE, _posting("", place)))

    assert "Ask before you name a figure." in said
    assert ("must state the pay since January 1, 2026" in said) is ontario


@pytest.mark.parametrize(
    ("search", "pay", "words"),
    [
        ({}, "", "What range have you set"),
        ({"wanted_pay": "60k"}, "", "if you are asked again: “I am looking for $60,000 a year.”"),
        ({"wanted_pay": "60k"}, "$55,000 to $65,000 a year", "The range that you posted fits."),
        ({"wanted_pay": "70k"}, "$55,000 to $65,000 a year", "how far that can move"),
        ({"wanted_pay": "59k"}, "$55,000 to $65,000 a year", "Where in it would you place somebody"),
        ({"wanted_pay": "50k"}, "$55,000 to $65,000 a year", "Where in it would you place somebody"),
        ({}, "$55,000 to $65,000 a year", "before I name a place in it"),
        ({}, "$22.00 per hour", "Is that fixed"),
    ],
)
def test_the_sentence_fits_the_range_and_the_wish(search: dict[str, str], pay: str, words: str) -> None:
    client = _client(**search) if search else BARE

    said = _said(kit_of(client, _posting(f"Salary: {pay}" if pay else "")))

    assert words in said


def test_a_low_wish_is_not_said_aloud_and_the_last_pay_never() -> None:
    kit = kit_of(_client(wanted_pay="50k", last_pay="48k"), _posting("Salary: $55,000 to $65,000 a year"))

    spoken = [text for text in texts(pay_blocks(kit)) if text.startswith("“")]

    assert len(spoken) == 1
    assert "$50,000" not in spoken[0]
    assert "$48,000" not in spoken[0]


def test_figures_of_the_client_cite_where_they_are_stated() -> None:
    kit = sample_kit("2")
    search = kit.context.resume.search
    assert search
    assert search.last_pay

    said = f"${int(search.last_pay.a_year):,}"
    cited = [line.facts for line in lines(pay_blocks(kit)) if said in line.text]

    assert cited
    assert all("search#last_pay" in facts for facts in cited)


def test_the_benefits_warning_always_stands_by_the_walk_away_point() -> None:
    for kit in (kit_of(BARE), sample_kit("2"), sample_kit("5")):
        assert move_rules().benefits_warning in _said(kit)


def test_a_french_client_says_it_in_french() -> None:
    (spoken,) = [text for text in texts(pay_blocks(sample_kit("4", "conseiller-rh.txt"))) if text.startswith("«")]

    assert "68\u00a0000\u00a0$ à 79\u00a0000\u00a0$ par année" in spoken
    assert not re.search(r"\$\d|\b(?:to|per|a year)\b", spoken)


@pytest.mark.parametrize(
    ("pay", "english", "french"),
    [
        ("78k", "$78,000 a year", "78\u00a0000\u00a0$ par année"),
        ("36.50 an hour", "$36.50 an hour", "36,50\u00a0$ de l’heure"),
        ("1,250 every two weeks", "$1,250 every two weeks", "1\u00a0250\u00a0$ aux deux semaines"),
    ],
)
def test_a_rate_is_said_as_its_language_says_it(pay: str, english: str, french: str) -> None:
    rate = PayRate.model_validate(pay)

    assert (rate_words(rate), rate_words(rate, "fr")) == (english, french)


def test_a_range_has_two_ends_one_or_none() -> None:
    low, high = Decimal(50_000), Decimal(60_000)

    assert range_words(low, high) == "$50,000 to $60,000"
    assert range_words(low, low) == "$50,000"
    assert range_words(low, None) == "from $50,000"
    assert range_words(None, high) == "up to $60,000"
    assert range_words(None, None) == ""


def test_nothing_meant_for_the_coach_is_told() -> None:
    said = _said(full_kit())

    assert "$91,313" in said
    assert [word for word in never() if word in said] == []
    assert "4313" not in said.replace(",", "")
