"""Dates in running text, as people write them."""

from __future__ import annotations

import pytest

from resumekit.model.date import PartialDate
from resumekit.readback.span import find_span, spans

SPANS = {
    "Analyst\tSep 2013 – May 2015": ("2013-09", "2015-05"),
    "May 2012 – Aug 2013 (16 months)": ("2012-05", "2013-08"),
    "janvier 2023 – présent (3 ans)": ("2023-01", "present"),
    "mars 2021 – aujourd’hui": ("2021-03", "present"),
    "de mai 2019 à juin 2020": ("2019-05", "2020-06"),
    "2018-04 to 2020-05": ("2018-04", "2020-05"),
    "05/2019 - Present": ("2019-05", "present"),
    "May - August 2023": ("2023-05", "2023-08"),
    "Jan '19 – Feb '20": ("2019-01", "2020-02"),
    "Summer 2022": ("summer 2022", ""),
    "Expected May 2027": ("expected 2027-05", ""),
    "prévu en avril 2027": ("expected 2027-04", ""),
    "since 2019": ("2019", "present"),
    "2021 – Present": ("2021", "present"),
}


@pytest.mark.parametrize("text", SPANS)
def test_a_date_is_found_in_the_form_of_a_client_file(text: str) -> None:
    found = find_span(text)

    assert found
    assert (found.start, found.end) == SPANS[text]
    for word in filter(None, SPANS[text]):
        assert str(PartialDate.parse(word))


@pytest.mark.parametrize("text", ["Sold 2,012 units", "saved $2019", "part 55-2013", "a team of 24", "v2.2019.1x"])
def test_a_number_is_no_date(text: str) -> None:
    assert spans(text) == ()


def test_a_place_in_the_text_is_kept() -> None:
    text = "Plant Manager, May 2012 – Aug 2013 (16 months)"
    found = find_span(text)

    assert found
    assert text[: found.at] == "Plant Manager, "
    assert text[found.to :] == ""
    assert found.words == "May 2012 – Aug 2013"


def test_a_text_longer_than_any_paragraph_has_no_dates() -> None:
    assert spans("May 2019 – June 2020 " * 60) == ()
