"""Partial dates: what a person writes is read, keeps its precision, and comes back as it was."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

from resumekit.model.date import PartialDate
from tests.strategies import dates

ADAPTER = TypeAdapter(PartialDate)


@given(dates)
def test_a_date_is_read_back_as_it_was_written(day: PartialDate) -> None:
    assert PartialDate.parse(str(day)) == day


@given(dates)
def test_pydantic_reads_and_writes_the_same_form(day: PartialDate) -> None:
    assert ADAPTER.validate_python(ADAPTER.dump_python(day)) == day
    assert ADAPTER.validate_json(ADAPTER.dump_json(day)) == day


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2024", "2024"), ("2024-3", "2024-03"), ("2024/03", "2024-03"), ("2024-03-05", "2024-03-05"),
        ("Mar 2024", "2024-03"), ("Mar. 2024", "2024-03"), ("march 2024", "2024-03"), ("2024 March", "2024-03"),
        ("mars 2024", "2024-03"), ("févr. 2024", "2024-02"), ("Août 2024", "2024-08"), ("aout 2024", "2024-08"),
        ("décembre 2024", "2024-12"), (unicodedata.normalize("NFD", "décembre 2024"), "2024-12"), ("sept 2024", "2024-09"),
        ("fall 2024", "fall 2024"), ("Autumn 2024", "fall 2024"), ("automne 2024", "fall 2024"), ("été 2024", "summer 2024"),
        ("hiver 2024", "winter 2024"), ("  Printemps   2024 ", "spring 2024"),
        ("present", "present"), ("Présent", "present"), ("NOW", "present"), ("en cours", "present"),
        ("expected 2027-05", "expected 2027-05"), ("May 2027 (expected)", "expected 2027-05"),
        ("prévu mai 2027", "expected 2027-05"), ("Expected fall 2027", "expected fall 2027"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(text: str, canonical: str) -> None:
    assert str(PartialDate.parse(text)) == canonical


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-13", "no month 13"), ("2024-00", "no month 0"), ("2024-02-31", "no day 31 in month 2 of 2024"),
        ("2023-02-29", "no day 29"), ("1850", "1850 is not between 1900 and 2100"), ("2101", "2101"),
        ("86400", "'86400' is not a date"), ("soon", "'soon' is not a date"), ("Smarch 2024", "'smarch' is neither a month"),
        ("", "'' is not a date"), ("2024-03-05-07", "is not a date"), ("12/03/2024", "is not a date"),
        ("1850 spring", "1850"), ("expected", "is not a date"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        ADAPTER.validate_python(text)


@pytest.mark.parametrize("value", [True, 20.24, ["2024"], {"year": 2024}, None])
def test_what_is_no_text_is_refused_with_a_hint(value: object) -> None:
    with pytest.raises(ValidationError, match="a date is one piece of text"):
        ADAPTER.validate_python(value)


def test_a_bare_year_and_a_day_of_the_yaml_reader_are_dates() -> None:
    assert ADAPTER.validate_python(2024) == PartialDate(2024)
    assert ADAPTER.validate_python(date(2024, 3, 5)) == PartialDate(2024, 3, 5)


@given(dates)
def test_the_earliest_month_a_date_can_mean_is_not_after_the_latest(day: PartialDate) -> None:
    assert day.months_from_zero() <= day.months_from_zero(latest=True)


def test_the_present_is_the_day_it_is_seen_from_or_after_all_else() -> None:
    present = PartialDate()

    assert present.months_from_zero(as_of=date(2026, 11, 1)) == PartialDate(2026, 11).months_from_zero()
    assert present.months_from_zero() > PartialDate(2100, 12).months_from_zero()
