"""Achievements: figures as they are written, placeholders, and a confirmation that an edit voids."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from resumekit.model.achievement import Achievement, Measure
from tests.strategies import achieved

FULL: dict[str, Any] = {
    "text": "Cut turnaround", "challenge": "Orders waited", "action": "Redesigned intake", "result": "Cut waiting",
    "part": "contributed", "measures": [{"of": "turnaround", "from": 13, "to": 8, "unit": "weeks", "period": "a year"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", 12), (12, 12), ("1,200", 1200), ("1 200", 1200), ("1\u00a0200", 1200), ("1\u202f200", 1200), ("3.5", "3.5"),
        ("1.2 million", 1_200_000), ("1.2M", 1_200_000), ("3.5k", 3500), ("2 bn", 2_000_000_000), ("-4", -4), (0, 0),
        ("5 thousand", 5000),
    ],
)  # fmt: skip
def test_a_figure_is_read_as_people_write_it(written: object, number: object) -> None:
    assert Measure.model_validate({"value": written}).value == Decimal(str(number))


@pytest.mark.parametrize("written", ["twelve", "12 weeks", "1.2.3", "$12", "12%", "about 5", "", "1e5", "nan", "inf"])
def test_what_is_no_figure_is_refused_with_a_hint(written: str) -> None:
    with pytest.raises(ValidationError, match=r"is not a number; write 12"):
        Measure.model_validate({"value": written})


@pytest.mark.parametrize("written", ["X", "x", "XX", "?", "??", "TBD", "tbd"])
@pytest.mark.parametrize("field", ["value", "from", "to"])
def test_a_figure_that_is_to_come_makes_the_measure_a_placeholder(field: str, written: str) -> None:
    assert Measure.model_validate({field: written, "unit": "%"}).confidence == "placeholder"


@pytest.mark.parametrize("data", [{"unit": "%"}, {"from": 3}, {"to": 3}, {}])
def test_a_measure_needs_a_figure_or_both_ends_of_a_change(data: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="a measure"):
        Measure.model_validate(data)


def test_a_figure_is_written_without_an_exponent() -> None:
    assert Measure.model_validate({"value": "1.2 million"}).model_dump(mode="json")["value"] == "1200000"
    assert Measure.model_validate({"value": "10"}).model_dump(mode="json")["value"] == "10"
    assert Measure.model_validate({"value": "0.50"}).model_dump(mode="json")["value"] == "0.5"


@pytest.mark.parametrize("data", [{}, {"challenge": "Orders waited"}, {"text": ""}, {"measures": [{"value": 3}]}])
def test_an_achievement_says_something(data: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="an achievement needs"):
        Achievement.model_validate(data)


def _edits() -> list[dict[str, Any]]:
    measure = FULL["measures"][0]
    changed = {"of": "waiting", "from": 14, "to": 9, "unit": "days", "period": "a month", "confidence": "estimated"}
    return [
        *({**FULL, name: f"{FULL[name]} again"} for name in ("text", "challenge", "action", "result")),
        *({**FULL, name: None} for name in ("text", "challenge", "action", "result")),
        {**FULL, "part": "led"},
        {**FULL, "measures": []},
        {**FULL, "measures": [measure, measure]},
        *({**FULL, "measures": [{**measure, name: value}]} for name, value in changed.items()),
    ]


@pytest.mark.parametrize("edited", _edits(), ids=str)
def test_an_edit_of_what_was_confirmed_voids_the_confirmation(edited: dict[str, Any]) -> None:
    stamp = f"2026-10-01 #{Achievement.model_validate(FULL).text_hash}"

    assert Achievement.model_validate({**FULL, "confirmed": stamp}).is_confirmed
    assert not Achievement.model_validate({**edited, "confirmed": stamp}).is_confirmed


@pytest.mark.parametrize("edit", [{"notes": "for the coach"}, {"skills": ["Excel"]}, {"id": "a1"}, {"date": "2024"}])
def test_an_edit_of_what_is_not_said_keeps_the_confirmation(edit: dict[str, Any]) -> None:
    assert Achievement.model_validate({**FULL, **edit}).text_hash == Achievement.model_validate(FULL).text_hash


def test_a_word_cannot_move_from_one_field_to_another_unseen() -> None:
    one = Achievement(action="Cut", result="waiting")
    other = Achievement(action="Cut waiting", result="")

    assert one.text_hash != other.text_hash


@given(achieved)
def test_the_hash_survives_writing_and_reading(achievement: Achievement) -> None:
    again = Achievement.model_validate(achievement.model_dump(mode="json", by_alias=True))

    assert again.text_hash == achievement.text_hash


def test_a_confirmation_without_a_hash_is_taken_at_its_word() -> None:
    assert Achievement.model_validate({"text": "Led", "confirmed": "2026-10-01"}).is_confirmed
    assert not Achievement.model_validate({"text": "Led"}).is_confirmed


@pytest.mark.parametrize("written", ["soon", "2026-10-01 #12", "2026-10-01 #zzzzzzzz", "#12345678", ""])
def test_a_confirmation_is_a_day_and_perhaps_a_hash(written: str) -> None:
    with pytest.raises(ValidationError):
        Achievement.model_validate({"text": "Led", "confirmed": written})
