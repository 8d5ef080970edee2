"""Plain text: 72 columns, every word, in order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from resumekit.markup.flow import Figure, Flow, Paragraph, Run, Table
from resumekit.model.resume import Resume
from resumekit.pipeline import plan
from resumekit.render.text import COLUMNS, write_text
from tests.render.flows import bullets, dated, flow, p, two_pages
from tests.strategies import resumes


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


def _words(made: Flow) -> list[str]:
    return " ".join(item.text for item in made.paragraphs()).split(None)


@given(resumes)
def test_no_line_is_wider_than_its_columns_but_a_single_word(resume: Resume) -> None:
    for line in write_text(plan(resume).flow).split("\n"):
        assert _width(line) <= COLUMNS or " " not in line.strip().removeprefix("• "), line
        assert line == line.rstrip(" ")


@given(resumes)
def test_every_word_stands_in_order(resume: Resume) -> None:
    made = plan(resume).flow

    # The rules below headings are signs as well; a client's own lone sign can't be told from a short one.
    said = [word for word in write_text(made).replace("• ", " ").split() if word.strip("=-")]
    assert said == [word for word in _words(made) if word.strip("=-")]


@pytest.mark.parametrize("filler", ["word", "é́tat", "日本語"])
def test_long_text_is_wrapped_whatever_its_script(filler: str) -> None:
    lines = (
        write_text(flow(p("profile", " ".join([filler] * 60)), bullets(" ".join([filler] * 60))))
        .rstrip("\n")
        .split("\n")
    )

    assert len(lines) > 4
    assert max(map(_width, lines)) <= COLUMNS
    assert sum(line.split().count(filler) for line in lines) == 120


def test_a_long_word_runs_over_alone() -> None:
    lines = write_text(flow(p("p", f"see {'x' * 100} there"))).split("\n")

    assert lines[:3] == ["see", "x" * 100, "there"]


def test_a_no_break_space_holds() -> None:
    text = write_text(flow(p("p", f"{'a' * 70} 30\u00a0% more é")))

    assert text.split("\n") == ["a" * 70, "30\u00a0% more é", ""]


def test_bullets_hang_and_dates_follow_their_title() -> None:
    text = write_text(flow(dated("h3", "Manager", "2020 – Present", "6 years"), bullets("Led " * 20, "Cut")))

    assert text.split("\n")[0] == "Manager  2020 – Present (6 years)"
    assert text.split("\n")[1].startswith("• Led")
    assert text.split("\n")[2].startswith("  Led")
    assert text.split("\n")[3] == "• Cut"


def test_it_begins_with_the_name_and_ends_with_one_line_break() -> None:
    text = write_text(two_pages())

    assert text.startswith("Amina Haddad\n====")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text


def test_tables_and_figures_are_told_in_words() -> None:
    table = Table(
        (Paragraph("th", (Run("Name"),)), Paragraph("th", (Run("Count"),))),
        ((Paragraph("td", (Run("A"),)), Paragraph("td", (Run("1"),))),),
    )
    text = write_text(flow(table, Figure("<svg/>", b"", "A chart of counts", 80), kind="report"))

    assert text == "Name | Count\nA | 1\n\nA chart of counts\n"
