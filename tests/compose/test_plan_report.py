"""The report of a plan: what the plan says, who is to confirm on every page, and nothing that nobody stated."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.plan import SearchPlan, plan_search
from resumekit.career.runway import Inflow, simulate_runway
from resumekit.compose.cash_chart import STEPS, cash_chart, step_for, week_table
from resumekit.compose.plan_report import compose_plan_report
from resumekit.compose.plan_words import (
    decision_told,
    length_told,
    money_told,
    ratio_told,
    remaining_told,
)
from resumekit.document.block import Document, Figure, Table
from resumekit.model.search import Search
from resumekit.readback.compare import lost
from resumekit.readback.docx import read_docx
from resumekit.readback.pdf import read_pdf
from resumekit.render.docx_table import png_size
from resumekit.render.drawing import PIXELS_PER_UNIT
from resumekit.render.formats import FORMATS
from resumekit.text.amount import dollars
from resumekit.themes.template import lower
from resumekit.themes.theme import find_theme, theme_names
from tests.career.searchers import EMPLOYED, LAID_OFF, client

SIDE = {**LAID_OFF, "side_earnings": {"pay": "200 a week"}, "severance": {"net": 2000}}
STATED: dict[str, dict[str, Any] | None] = {"employed": EMPLOYED, "laid off": LAID_OFF, "side": SIDE, "nothing": None}


@cache
def made(name: str) -> tuple[SearchPlan, Document]:
    resume = client(STATED[name])
    plan = plan_search(resume)
    return plan, compose_plan_report(plan, resume, target=resume.target(), theme=find_theme())


def figure(document: Document) -> Figure:
    return next(block for section in document.sections for block in section.blocks if isinstance(block, Figure))


def sections(name: str) -> list[str]:
    return [section.name for section in made(name)[1].sections]


def test_a_part_without_anything_to_say_is_left_out() -> None:
    assert sections("laid off") == ["summary", "money", "length", "checkpoints"]
    assert sections("employed") == ["summary", "money", "length", "alternatives", "checkpoints"]
    assert sections("side") == ["summary", "money", "length", "alternatives", "checkpoints", "warnings"]
    assert sections("nothing") == ["summary", "length", "checkpoints", "questions"]


@pytest.mark.parametrize("name", STATED)
def test_every_line_of_the_client_cites_what_the_client_stated(name: str) -> None:
    _, document = made(name)
    resume = client(STATED[name])

    cited = {fact for _, line in document.lines() for fact in line.facts}

    fields = {fact.removeprefix("search#") for fact in cited if fact.startswith("search#")}
    assert cited - {f"search#{field}" for field in fields} - {"search"} <= set(resume.facts)
    assert fields <= set(Search.model_fields)
    assert cited


@pytest.mark.parametrize("name", STATED)
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_machine_reads_back_every_word(name: str, form: str) -> None:
    _, document = made(name)
    theme = find_theme()

    content = FORMATS[form](document, lower(document, theme), theme).content

    assert lost(document, read_docx(content) if form == "docx" else read_pdf(content)) == ()


@pytest.mark.parametrize("name", STATED)
def test_who_is_to_confirm_benefits_stands_on_every_page(name: str) -> None:
    plan, document = made(name)
    flow = lower(document, find_theme())

    assert flow.page_label == "Confirm with Service Canada · Page"
    assert any(plan.caution in line.text for where, line in document.lines() if where == "summary")


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in {"docx", "pdf", "jsonresume"}])
def test_every_other_format_says_it_too(form: str) -> None:
    _, document = made("side")
    theme = find_theme()

    text = FORMATS[form](document, lower(document, theme), theme).content.decode()

    assert "Confirm with Service Canada" in (
        json.dumps(json.loads(text), ensure_ascii=False) if form == "json" else text
    )


def test_the_table_beside_the_chart_adds_up_to_the_plan() -> None:
    plan, document = made("side")
    data = figure(document).data
    assert data is not None
    assert plan.runway is not None

    head = [line.text for line in data.header]
    rows = [[line.text for line in row] for row in data.rows]

    assert head[:3] == ["Weeks", "From", "Benefits"]
    assert head[-1] == "Cash, without side earnings"
    last = plan.runway.first_below
    assert last is not None
    assert rows[-1][head.index("Cash then")] == dollars(plan.runway.weeks[last - 1].cash)
    out = sum(int(re.sub(r"\D", "", row[head.index("Goes out")])) for row in rows)
    assert out == 900 * last


def test_a_week_a_row_shows_every_week_to_the_end() -> None:
    plan, _ = made("laid off")
    assert plan.runway is not None

    rows = [[line.text for line in row] for row in week_table(plan).rows]

    assert [row[0] for row in rows] == [str(number) for number in range(1, (plan.runway.first_below or 0) + 1)]
    assert [row[-1] for row in rows] == [dollars(week.cash) for week in plan.runway.weeks[: len(rows)]]


@given(st.integers(1, 600))
def test_a_table_on_a_page_has_few_rows(number: int) -> None:
    runway = simulate_runway(number - 1, 1, [Inflow()])

    step = step_for(runway)

    assert step in STEPS
    assert min(number, 156) / step <= 13


def test_the_chart_shades_the_weeks_of_an_offer_and_marks_what_matters() -> None:
    plan, document = made("side")
    svg, alt = figure(document).svg, figure(document).alt

    assert svg.count("<polyline") >= 4
    assert ">money ends: week " in svg
    assert ">decide: week " in svg
    assert ">an offer may be expected<" in svg
    assert "stroke-dasharray" in svg
    assert plan.runway is not None
    assert f"below zero in week {plan.runway.first_below}" in alt
    assert "an offer expected between week 16 and week 26" in alt


def boxes(svg: str) -> list[dict[str, float]]:
    found = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg)
    return [dict(zip(("x", "y", "width", "height"), map(float, item), strict=True)) for item in found]


@pytest.mark.parametrize(
    ("started", "first", "last"), [(None, 16, 26), ("2026-04-06", 8, 18), ("2026-01-05", 8, 8), ("2026-06-15", 18, 28)]
)
def test_an_offer_is_shaded_from_the_median_to_the_late_week_of_the_search(
    started: str | None, first: int, last: int
) -> None:
    stated = {**LAID_OFF, "started": started}
    chart = cash_chart(plan_search(client(stated)), find_theme())
    assert chart is not None

    ticks = {
        int(text): float(x) + 2.3 * len(text) for x, text in re.findall(r'<text x="([\d.]+)"[^>]*>(\d+)<', chart.svg)
    }
    [(low, begin), *_, (high, end)] = sorted(ticks.items())
    week = (end - begin) / (high - low)
    tall = [box for box in boxes(chart.svg) if box["height"] > 100]

    shaded = [((box["x"] - begin) / week, (box["x"] + box["width"] - begin) / week) for box in tall]
    assert shaded == ([pytest.approx((first, last), abs=0.05)] if first < last else [])


def test_a_search_longer_than_most_is_told_so() -> None:
    plan = plan_search(client({**LAID_OFF, "started": "2025-11-03"}))

    assert remaining_told(plan).startswith("The search has taken 30 weeks, longer than four of five")


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize(
    "stated",
    [
        {"savings": 0, "essentials": 1, "leaving": "quit"}, {"savings": 0, "essentials": 0, "leaving": "quit"},
        {"savings": 1_000_000_000, "essentials": 1, "leaving": "quit"},
        {"savings": 5_000_000, "essentials": 900_000, "leaving": "quit"},
    ],
)  # fmt: skip
def test_a_chart_stays_on_its_sheet_whatever_the_amounts(stated: dict[str, Any], theme: str) -> None:
    chart = cash_chart(plan_search(client(stated)), find_theme(theme))

    assert chart is not None
    width, height = png_size(chart.png)
    for points in re.findall(r'points="([^"]+)"', chart.svg):
        for x, y in (map(float, point.split(",")) for point in points.split()):
            assert 0 <= x <= width / PIXELS_PER_UNIT
            assert 0 <= y <= height / PIXELS_PER_UNIT
    for x, size, text in re.findall(
        r'<text x="([\d.]+)" [^>]*font-size="([\d.]+)" text-anchor="end"[^>]*>([^<]+)<', chart.svg
    ):
        assert float(x) - 0.56 * float(size) * len(text) > -1, text


@pytest.mark.parametrize(("stated", "marks"), [(LAID_OFF, 2), ({**LAID_OFF, "essentials": 0}, 0)])
def test_room_is_left_above_the_plane_for_marks_alone(stated: dict[str, Any], marks: int) -> None:
    chart = cash_chart(plan_search(client(stated)), find_theme())

    assert chart is not None
    [shaded] = [box for box in boxes(chart.svg) if box["height"] > 100]
    assert chart.svg.count('font-weight="bold"') == marks
    assert shaded["y"] == 4 + 12 * marks


def test_amounts_beside_an_axis_are_told_apart() -> None:
    chart = cash_chart(
        plan_search(client({"savings": 2_600_000, "essentials": 400_000, "leaving": "quit"})), find_theme()
    )

    assert chart is not None
    assert re.findall(r">(\$[^<]+)<", chart.svg) == ["$0", "$500,000", "$1 M", "$1.5 M", "$2 M", "$2.5 M"]


def test_no_chart_is_made_of_nothing() -> None:
    assert cash_chart(made("nothing")[0], find_theme()) is None


def told(**stated: Any) -> tuple[str, str, str]:
    plan = plan_search(client(stated))
    return money_told(plan), ratio_told(plan), decision_told(plan)


def test_the_sentences_say_how_long_and_when() -> None:
    money, ratio, decision = told(savings=17100, essentials=3900, leaving="quit")

    assert money == "By what is stated, the money runs out in week 20, which begins on October 12, 2026."
    assert ratio.startswith("Green, 1.25 times the expected search. The money outlasts")
    assert decision.startswith(
        "Decide by the beginning of week 10, August 3, 2026: 6 weeks from a decision to other pay"
    )


def test_a_day_that_has_passed_is_said_plainly() -> None:
    _, ratio, decision = told(savings=3600, essentials=3900, leaving="quit")

    assert decision.startswith("The day to decide has already passed (April 20, 2026)")
    assert ratio.startswith("Bridge, 0.31 times the expected search.")


def test_what_is_not_known_is_said_and_not_filled_in() -> None:
    money, ratio, decision = told()

    assert money == "How long the money lasts is not known yet; what is asked below is missing."
    assert ratio.startswith("Not known. ")
    assert decision == ""


def test_the_length_is_told_with_both_its_weeks() -> None:
    assert length_told(made("laid off")[0]) == (
        "A search like this takes about 16 weeks: half of them take longer, and about one in five more than 26 weeks."
    )


def test_the_judgement_behind_the_weeks_is_told() -> None:
    text = " ".join(line.text for _, line in made("laid off")[1].lines())

    assert "professional judgement" in text
    assert "promise" not in text.lower()
    assert "!" not in text


def test_reports_of_equal_plans_are_equal() -> None:
    resume = client(SIDE)
    one, two = (compose_plan_report(plan_search(resume), resume, theme=find_theme()) for _ in range(2))

    assert one == two
    assert one.file_stem == "Zoé-Lévesque-Search-Plan"
    assert compose_plan_report(replace(plan_search(resume), as_of=date(2026, 7, 1)), resume, theme=find_theme()) != one


def test_every_table_has_a_cell_for_each_heading() -> None:
    tables = [block for section in made("side")[1].sections for block in section.blocks if isinstance(block, Table)]

    assert len(tables) == 3
    assert all(len(row) == len(table.header) for table in tables for row in table.rows)
