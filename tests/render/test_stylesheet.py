"""The themes' looks: colours that can be read, sizes that a person expects, one scale of space."""

from __future__ import annotations

import re

import pytest

from resumekit.markup.vocabulary import PARAGRAPHS, RUNS
from resumekit.render.stylesheet import PAPER_MM, page_css, screen_css
from resumekit.themes.theme import find_theme, theme_names
from resumekit.themes.tokens import Tokens

SCALE = {0, 2, 4, 8, 12, 24}


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture(params=theme_names())
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return find_theme(request.param).tokens


def test_every_colour_of_words_holds_four_and_a_half_to_one_on_white(tokens: Tokens):
    for name in ("text", "accent", "muted"):
        contrast = 1.05 / (luminance(getattr(tokens.colours, name)) + 0.05)
        assert contrast >= 4.5, name


def test_body_name_and_headings_have_the_sizes_of_a_resume(tokens: Tokens):
    assert 10 <= tokens.paragraph("li").size_pt <= 11.5
    assert 22 <= tokens.paragraph("h1").size_pt <= 26
    assert 11.5 <= tokens.paragraph("h2").size_pt <= 12
    assert all(style.size_pt >= 9.5 for style in tokens.paragraphs.values())


def test_lines_have_air(tokens: Tokens):
    for name, style in tokens.paragraphs.items():
        assert 1.15 <= style.line_pt / style.size_pt <= 1.45, name


def test_space_comes_from_one_scale_and_stands_before_only(tokens: Tokens):
    assert {style.before_pt for style in tokens.paragraphs.values()} <= SCALE
    assert {style.after_pt for style in tokens.paragraphs.values()} == {0}


def test_space_grows_from_bullet_to_role_to_section(tokens: Tokens):
    assert tokens.paragraph("li").before_pt < tokens.paragraph("h3").before_pt < tokens.paragraph("h2").before_pt


def test_there_are_at_most_three_left_edges(tokens: Tokens):
    edges = {style.indent_mm - style.hanging_mm for style in tokens.paragraphs.values() if style.align == "left"}
    edges |= {style.indent_mm for style in tokens.paragraphs.values() if style.align == "left"}

    assert len(edges) <= 3


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_margins_leave_a_line_that_can_be_read(tokens: Tokens, paper: str):
    width, height = PAPER_MM[paper]  # type: ignore[index]
    page = tokens.page
    inside = (width - 2 * page.margin_side_mm) * (height - page.margin_top_mm - page.margin_bottom_mm)

    assert all(18 <= margin <= 20 for margin in (page.margin_top_mm, page.margin_bottom_mm, page.margin_side_mm))
    assert 0.45 <= inside / (width * height) <= 0.75


def test_every_row_of_the_profile_has_tokens_and_no_row_is_unknown(tokens: Tokens):
    assert set(tokens.paragraphs) == set(PARAGRAPHS)
    assert set(tokens.runs) == set(RUNS)


def test_every_length_and_colour_of_the_style_sheet_is_a_token(tokens: Tokens):
    known = {
        f"{value:g}pt"
        for style in tokens.paragraphs.values()
        for value in (
            style.size_pt, style.line_pt, style.before_pt, style.after_pt, style.rule.gap_pt,
            style.rule.width_pt, style.rule.width_pt * 3,
        )
    } | {"12pt"}  # fmt: skip
    for css in (page_css(tokens, "letter", {}, ()), screen_css(tokens, "letter")):
        assert set(re.findall(r"(?<![\w.])[\d.]+pt", css)) <= known
        assert set(re.findall(r"#[0-9a-f]{6}", css)) <= {*tokens.colours.model_dump().values(), "#ffffff"}


def test_no_small_capitals_and_no_spaced_letters(tokens: Tokens):
    css = page_css(tokens, "letter", {}, ())

    assert "small-caps" not in css
    assert "letter-spacing" not in css
    assert "text-transform" not in css
    assert "justify" not in css
