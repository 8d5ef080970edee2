"""Tokens of every theme: all there, readable, in range."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from resumekit.markup.vocabulary import PARAGRAPHS
from resumekit.themes.theme import find_theme, theme_names
from resumekit.themes.tokens import Colours, Tokens


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(colour: str) -> float:
    return 1.05 / (_luminance(colour) + 0.05)


def test_the_measure_of_contrast_is_right() -> None:
    assert round(_contrast("#000000"), 2) == 21
    assert round(_contrast("#ffffff"), 2) == 1
    assert round(_contrast("#767676"), 2) == 4.54


@pytest.mark.parametrize("colour", ["text", "accent", "muted"])
@pytest.mark.parametrize("theme", theme_names())
def test_every_colour_that_words_are_set_in_can_be_read_on_white(theme: str, colour: str) -> None:
    assert _contrast(getattr(find_theme(theme).tokens.colours, colour)) >= 4.5


@pytest.mark.parametrize("theme", theme_names())
def test_a_theme_has_a_look_for_each_style_of_the_profile(theme: str) -> None:
    tokens = find_theme(theme).tokens

    assert tokens.missing_styles() == ()
    assert [name for name in tokens.paragraphs if name not in PARAGRAPHS] == []


@pytest.mark.parametrize("theme", theme_names())
def test_no_word_that_is_read_is_smaller_than_nine_points_and_no_body_smaller_than_ten(theme: str) -> None:
    paragraphs = find_theme(theme).tokens.paragraphs

    assert [name for name, look in paragraphs.items() if look.size_pt < 9] == []
    assert [name for name in ("p", "li", "profile", "line", "employer", "h3") if paragraphs[name].size_pt < 10] == []


@pytest.mark.parametrize("theme", theme_names())
def test_drawing_in_takes_space_and_never_type(theme: str) -> None:
    tokens = find_theme(theme).tokens

    tight = tokens.at_density(tokens.tightest)

    assert tokens.at_density(1) is tokens
    for name, look in tokens.paragraphs.items():
        drawn = tight.paragraphs[name]
        assert (drawn.size_pt, drawn.line_pt, drawn.indent_mm) == (look.size_pt, look.line_pt, look.indent_mm)
        assert drawn.before_pt <= look.before_pt
        assert drawn.after_pt <= look.after_pt
    assert sum(look.before_pt for look in tight.paragraphs.values()) < sum(
        look.before_pt for look in tokens.paragraphs.values()
    )


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "rgb(0,0,0)", "#123456; } body { color: red"])
def test_a_colour_is_six_hex_digits(colour: str) -> None:
    with pytest.raises(ValidationError):
        Colours(text=colour, accent="#000000", muted="#000000", rule="#000000")


@pytest.mark.parametrize(("name", "value"), [("tightest", 0.4), ("tightest", 1.1), ("page", {"margin_top_mm": -1})])
def test_a_measure_outside_its_range_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Tokens.model_validate({**find_theme("plain").tokens.model_dump(), name: value})
