"""The reckoned layout is the real one: pages of `measure` are WeasyPrint's, for every sample, theme and paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from resumekit.load.client import load
from resumekit.pipeline import Choices, plan
from resumekit.render.layout import measure
from resumekit.render.pdf import write_pdf
from resumekit.themes.theme import find_theme, theme_names
from tests.full_client.markers import FULL
from tests.render.flows import bullets, dated, flow, p, section

CLIENTS = [*sorted((Path(__file__).parents[2] / "samples").glob("*.yaml")), FULL]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("client", CLIENTS, ids=lambda path: path.stem)
def test_the_reckoned_pages_are_the_real_ones(client: Path, theme: str, paper: str) -> None:
    made = plan(load(client), Choices(theme=theme, paper=paper))

    real = write_pdf(made.flow, made.theme)
    assert made.layout.pages == real.pages
    # A line with letters of a fallback font is up to 1.6 pt higher than it is reckoned: near a page's foot, a block moves.
    if real.pages > 1 and client.stem != "4-bilingual":
        assert abs(made.layout.last_page_fill - real.last_page_fill) < 0.06


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("count", [1, 10, 30, 60, 100])
def test_the_reckoned_pages_of_any_number_of_bullets_are_the_real_ones(theme: str, count: int) -> None:
    roles = [
        node
        for number in range(count // 5 + 1)
        for node in (
            dated("h3", f"Manager of Operations {number}", "Jan 2020 – Present", "6 years"),
            p("employer", "Northwind Laboratories, Guelph"),
            bullets(
                *(
                    f"Redesigned intake {n} and cut turnaround from 13 to 8 weeks across 14 sites in Ontario. "
                    * (n % 3 + 1)
                    for n in range(5)
                )
            ),
        )
    ]
    made, found = flow(section("Experience", *roles)), find_theme(theme)

    assert measure(made, found).pages == write_pdf(made, found).pages


@pytest.mark.parametrize("theme", theme_names())
def test_what_is_added_never_takes_less_room(theme: str) -> None:
    found = find_theme(theme)

    layouts = [measure(flow(bullets(*["Led a team of 12 people"] * count)), found) for count in range(1, 130, 3)]
    heights = [layout.pages + layout.last_page_fill for layout in layouts]
    assert heights == sorted(heights)
    assert layouts[-1].pages > 1


@pytest.mark.parametrize("theme", theme_names())
def test_drawing_in_spacing_never_takes_more_room(theme: str) -> None:
    made, found = plan(load(CLIENTS[0]), Choices(theme=theme)).flow, find_theme(theme)

    loose, tight = measure(made, found), measure(made, found.at_density(found.tokens.tightest))
    assert (tight.pages, tight.last_page_fill) <= (loose.pages, loose.last_page_fill)


def test_lines_of_the_last_page_are_counted() -> None:
    found = find_theme("plain")
    made = flow(bullets("One", "Two", "Three"))

    assert (measure(made, found).pages, measure(made, found).last_page_lines) == (1, 3)


def test_a_larger_paper_holds_no_less() -> None:
    found, made = find_theme("plain"), flow(bullets(*["Led"] * 120))

    letter, a4 = measure(replace(made, paper="letter"), found), measure(replace(made, paper="a4"), found)
    assert a4.pages + a4.last_page_fill < letter.pages + letter.last_page_fill
