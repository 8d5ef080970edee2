"""The simulator on one page: both ways side by side, the cash with its data, the studies with their limits."""

from __future__ import annotations

from functools import cache
from typing import Any

import pypdfium2
import pytest

from resumekit.career.offer_assessment import judge_move
from resumekit.career.simulate import Simulation, simulate_move
from resumekit.compose.simulator_report import compose_simulator_report
from resumekit.compose.simulator_words import way_rows
from resumekit.document.block import Document, Figure, Table
from resumekit.load.client import load
from resumekit.load.stated import read_offer
from resumekit.model.resume import Resume
from resumekit.readback.compare import lost
from resumekit.readback.docx import read_docx
from resumekit.readback.pdf import read_pdf
from resumekit.render.docx_table import png_size
from resumekit.render.formats import FORMATS
from resumekit.render.layout import measure
from resumekit.text.amount import dollars
from resumekit.themes.template import lower
from resumekit.themes.theme import find_theme, theme_names
from tests.architecture.tree import ROOT

SAMPLES = ROOT / "samples"
PAIRS = [
    ("1-senior-manager", "1-preferred-employer"),
    ("1-senior-manager", "1-assistant-manager"),
    ("2-laboratory-to-hr", "2-hr-coordinator"),
    ("2-laboratory-to-hr", "2-warehouse"),
]
LAID_OFF: dict[str, Any] = {
    "leaving": "laid off", "last_day": "2026-10-30", "savings": 11_000, "essentials": 4300, "hours_a_week": 30,
    "severance": {"net": 9000, "weeks": 8}, "benefit": {"weeks": 40, "weekly": 729, "tax": 0.15},
    "planned": ["A course on one scorecard for every plant of a group of companies, with an examination at its end"] * 5,
}  # fmt: skip


@cache
def resume_of(client: str, search: bool | None = True) -> Resume:
    """A sample, as it is (True), laid off with benefits (False), or silent on the search (None)."""
    resume = load(SAMPLES / f"{client}.yaml").resume
    if search:
        return resume
    data = resume.model_dump(by_alias=True, exclude_defaults=True)
    data.pop("search")
    return Resume.model_validate({**data, **({"search": LAID_OFF} if search is False else {})})


@cache
def seen(client: str, offer: str, search: bool | None = True) -> Simulation:
    resume, stated = resume_of(client, search), read_offer(SAMPLES / "offers" / f"{offer}.yaml").value
    return simulate_move(resume, stated, judge_move(resume, stated).assessment)


@cache
def composed(client: str, offer: str, search: bool | None = True, theme: str = "modern") -> Document:
    return compose_simulator_report(seen(client, offer, search), resume_of(client, search), theme=find_theme(theme))


def said(document: Document) -> str:
    return "\n".join(line.text for _, line in document.lines())


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("search", [True, False, None])
@pytest.mark.parametrize(("client", "offer"), PAIRS)
def test_it_is_one_page_in_every_theme(client: str, offer: str, search: bool | None, theme: str) -> None:
    document, look = composed(client, offer, search, theme), find_theme(theme)

    assert measure(lower(document, look), look).pages == 1
    assert [section.name for section in document.sections] == ["ways", "flips", "evidence"]


@pytest.mark.parametrize(("theme", "pair"), [*zip(theme_names(), PAIRS, strict=False)])
def test_word_and_pdf_say_every_word_on_one_page(theme: str, pair: tuple[str, str]) -> None:
    document, look = composed(*pair, theme=theme), find_theme(theme)
    flow = lower(document, look)
    pdf = FORMATS["pdf"](document, flow, look).content

    assert lost(document, read_docx(FORMATS["docx"](document, flow, look).content)) == ()
    assert lost(document, read_pdf(pdf)) == ()
    assert len(pypdfium2.PdfDocument(pdf)) == 1


def test_the_verdict_comes_first_and_then_both_ways() -> None:
    first = composed(*PAIRS[0]).sections[0]
    table = next(block for block in first.blocks if isinstance(block, Table))

    assert next(first.lines()).text.startswith("Conditional, 61.5 of 100. The move can serve the plan")
    assert [cell.text for cell in table.header] == ["To weigh", "Accept now", "Keep the present job and search"]
    assert [row[0].text for row in table.rows] == [row.label for row in way_rows(seen(*PAIRS[0]))]


def test_lines_about_the_client_cite_their_facts() -> None:
    first = composed(*PAIRS[0]).sections[0]
    table = next(block for block in first.blocks if isinstance(block, Table))
    level = next(row for row in table.rows if row[0].text == "Level")

    assert all(cell.facts for cell in level[1:])
    assert set(level[1].facts + level[2].facts) <= set(resume_of(PAIRS[0][0]).facts)


def test_the_chart_has_words_and_its_data_beside_it() -> None:
    figure = next(block for block in composed(*PAIRS[0], search=False).sections[0].blocks if isinstance(block, Figure))
    assert figure.data is not None
    line = seen(*PAIRS[0], False).search.line
    assert line is not None

    assert figure.alt.startswith("Lines of cash over 52 weeks. Accept now: $20,000 today")
    assert f"below zero from week {line.first_below}" in figure.alt
    assert [cell.text for cell in figure.data.rows[1]] == [
        "Keep searching", *(dollars(line.cash[week]) for week in (0, 13, 26, 39, 52))
    ]  # fmt: skip
    assert "shaded, weeks" in figure.caption.text
    wide, high = png_size(figure.png)
    assert wide > high


def test_without_money_there_is_no_chart_and_the_fields_are_named() -> None:
    document = composed(*PAIRS[0], search=None)

    assert not any(isinstance(block, Figure) for section in document.sections for block in section.blocks)
    assert "fill in 'savings' and 'essentials' in the search" in said(document)


@pytest.mark.parametrize(("client", "offer"), PAIRS)
@pytest.mark.parametrize("search", [True, False, None])
def test_every_study_that_is_cited_stands_there_with_its_limits(client: str, offer: str, search: bool | None) -> None:
    text = said(composed(client, offer, search))

    for number, study in enumerate(seen(client, offer, search).studies, 1):
        assert f"[{number}] {study.short}" in text
        assert study.limits in text


def test_what_would_flip_the_verdict_is_there_the_better_first() -> None:
    for theme in theme_names():
        text = said(composed(*PAIRS[0], theme=theme))
        assert "Strategic: if a way back within 12 months were in writing; if" in text
        assert "the new field or sector" not in text.partition("What Would Change the Verdict")[2]  # facts settle it


def test_benefits_words_stand_where_they_matter() -> None:
    working, ended = (said(composed(*PAIRS[0], search=search)) for search in (True, False))

    assert "Refusing suitable employment" not in working
    assert "Quitting without just cause brings no regular benefits." in working
    assert "Refusing suitable employment while on benefits can end them" in ended
    for text in (working, ended):
        assert "Confirm with Service Canada" in text


def test_it_promises_nothing_and_tells_no_notes() -> None:
    for pair in PAIRS:
        text = said(composed(*pair)).lower()
        assert not any(word in text for word in ("guarantee", "will get", "!", "she must not quit", "total score"))
