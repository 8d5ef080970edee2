"""Dates in words: never more precise than they are known."""

from __future__ import annotations

from datetime import date

import pytest

from resumekit.model.date import PartialDate
from resumekit.text.dates import format_date, format_span, tenure
from resumekit.text.locale import load_locale


@pytest.mark.parametrize(
    ("tag", "written", "printed"),
    [
        ("en-CA", "2020-02", "Feb 2020"),
        ("en-CA", "2020-09", "Sep 2020"),
        ("en-CA", "2020-05-09", "May 9, 2020"),
        ("en-CA", "2020", "2020"),
        ("en-CA", "fall 2024", "Fall 2024"),
        ("en-CA", "expected 2027-05", "Expected May 2027"),
        ("en-CA", "expected fall 2026", "Expected Fall 2026"),
        ("en-CA", "present", "Present"),
        ("en-US", "2020-09", "Sep 2020"),
        ("en-GB", "2020-09", "Sep 2020"),
        ("en-GB", "2020-05-09", "9 May 2020"),
        ("en-GB", "fall 2024", "Autumn 2024"),
        ("fr-CA", "2020-02", "février 2020"),
        ("fr-CA", "2020-08-01", "1er août 2020"),
        ("fr-CA", "fall 2024", "automne 2024"),
        ("fr-CA", "expected 2027-05", "prévu en mai 2027"),
        ("fr-CA", "expected 2027-05-02", "prévu le 2 mai 2027"),
        ("fr-CA", "expected fall 2026", "prévu à l’automne 2026"),
        ("fr-CA", "expected spring 2026", "prévu au printemps 2026"),
        ("fr-CA", "present", "présent"),
    ],
)
def test_a_date_is_printed_as_precisely_as_it_is_known(tag: str, written: str, printed: str) -> None:
    assert format_date(PartialDate.parse(written), load_locale(tag)) == printed


def _dates(start: str, end: str) -> tuple[PartialDate | None, PartialDate | None]:
    return PartialDate.parse(start) if start else None, PartialDate.parse(end) if end else None


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        ("2020-02", "present", "Feb 2020 – Present"),
        ("2018", "2023", "2018 – 2023"),
        ("2018", "2018", "2018"),
        ("2018-03", "", "Mar 2018"),
        ("", "2018", "2018"),
        ("", "present", "Present"),
        ("", "", ""),
        ("fall 2024", "expected 2027-05", "Fall 2024 – Expected May 2027"),
    ],
)
def test_a_span_stands_with_an_en_dash(start: str, end: str, printed: str) -> None:
    assert format_span(*_dates(start, end), load_locale("en-CA")) == printed


@pytest.mark.parametrize(
    ("start", "end", "printed"),
    [
        ("2020-02", "2021-01", "1 year"),
        ("2020-02", "2020-12", "11 months"),
        ("2020-02", "2021-10", "21 months"),
        ("2020-02", "2021-12", "23 months"),
        ("2020-02", "2022-01", "2 years"),
        ("2020", "2021-10", "1 year"),
        ("2020-02", "2020-02", "1 month"),
        ("2020-02", "2025-01", "5 years"),
        ("2020-02", "2024-12", "4 years"),
        ("2020", "2023", "3 years"),
        ("2020-06", "2023", "3 years"),
        ("2020", "2020", ""),
        ("fall 2020", "2021-03", ""),
        ("2020-12", "2021", ""),
        ("fall 2020", "spring 2023", "2 years"),
        ("2020-02", "present", "6 years"),
        ("2026", "present", ""),
        ("2027-02", "present", ""),
        ("2024-09", "expected 2027-04", "18 months"),
        ("", "2020-01", ""),
        ("2020-01", "", ""),
    ],
)
def test_tenure_is_never_more_precise_than_its_dates(start: str, end: str, printed: str) -> None:
    assert tenure(*_dates(start, end), load_locale("en-CA"), date(2026, 2, 10)) == printed


def test_tenure_to_the_present_needs_a_day_to_count_to() -> None:
    assert tenure(*_dates("2020-02", "present"), load_locale("en-CA"), None) == ""


def test_tenure_in_french() -> None:
    french = load_locale("fr-CA")

    assert tenure(*_dates("2020-02", "2021-01"), french) == "1 an"
    assert tenure(*_dates("2020-02", "2020-09"), french) == "8 mois"
    assert tenure(*_dates("2020-02", "2021-10"), french) == "21 mois"
