"""Employers' names: what makes two of them one, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.employer_name import employer_key, same_employer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maple Grove Foods Inc.", "maple grove foods"),
        ("Maple Grove Foods, Ltd", "MAPLE GROVE FOODS CO."),
        ("Fromagerie Bédard ltée", "Fromagerie Bedard"),
        ("A.B.C. Logistics", "ABC Logistics Limited"),
        ("Reed & Sons", "Reed and Sons"),
        ("O'Neil Dairy", "O’Neil Dairy"),
        ("The Harbour Group", "Harbour Group"),
        ("Northwind Co-op", "Northwind Co op"),
        ("Tremblay & Cie", "Tremblay"),
    ],
)
def test_one_employer_written_in_two_ways_is_the_same(one: str, other: str) -> None:
    assert same_employer(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Northwind", "Northwind Labs"), ("", ""), ("…", "…"), ("Limited", "Company"), ("Reed", "Read"), ("The", "La")],
)
def test_two_employers_stay_two(one: str, other: str) -> None:
    assert not same_employer(one, other)


def test_names_in_other_scripts_are_compared_by_their_letters() -> None:
    assert same_employer("Завод «Север»", "завод Север")


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_goes_both_ways_and_a_key_is_its_own(one: str, other: str) -> None:
    assert same_employer(one, other) == same_employer(other, one)
    assert same_employer(one, one) == bool(employer_key(one))
