"""A drawing says the same in SVG and PNG, in the theme's own colours."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from resumekit.render.docx_table import png_size
from resumekit.render.drawing import PIXELS_PER_UNIT, Box, Drawing, Ink, Words, to_png, to_svg
from resumekit.render.svg import safe_svg
from resumekit.themes.theme import find_theme, theme_names

DRAWING = Drawing(
    100, 40, (Box(10, 5, 30, 20, Ink("accent"), Ink("rule")), Box(50, 5, 30, 20, Ink("accent", 0.5)), Words(10, 35, "R&D <b>", 8))
)  # fmt: skip


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


@pytest.mark.parametrize("name", theme_names())
def test_both_are_in_the_colours_of_the_theme(name: str) -> None:
    theme = find_theme(name)
    accent = theme.tokens.colours.accent

    image = Image.open(io.BytesIO(to_png(DRAWING, theme)))

    half = tuple(round(255 - (255 - part) / 2) for part in rgb(accent))
    assert image.getpixel((20 * PIXELS_PER_UNIT, 15 * PIXELS_PER_UNIT)) == rgb(accent)
    assert image.getpixel((60 * PIXELS_PER_UNIT, 15 * PIXELS_PER_UNIT)) == half
    assert f'fill="{accent.lower()}"' in to_svg(DRAWING, theme)


def test_the_words_survive_the_cleaning_of_svg() -> None:
    clean = safe_svg(to_svg(DRAWING, find_theme()), "a drawing", 80)

    words = ["".join(item.itertext()) for item in ET.fromstring(clean) if item.tag.endswith("text")]
    assert words == ["R&D <b>"]
    assert "font-family" in clean
    assert clean.count("<rect") == 2


def test_equal_drawings_make_equal_bytes_of_their_size() -> None:
    one, two = to_png(DRAWING, find_theme()), to_png(DRAWING, find_theme())

    assert one == two
    assert png_size(one) == (100 * PIXELS_PER_UNIT, 40 * PIXELS_PER_UNIT)


@pytest.mark.parametrize("text", ["Ελληνικά", "日本語", "Ωμέγα 日本"])
def test_words_in_other_scripts_are_drawn_and_not_boxes(text: str) -> None:
    def drawn(words: str) -> bytes:
        return to_png(Drawing(120, 20, (Words(2, 15, words, 12),)), find_theme())

    assert drawn(text) != drawn(text[::-1])


def test_words_may_end_at_a_place() -> None:
    ends, starts = (
        Image.open(io.BytesIO(to_png(Drawing(100, 20, (Words(50, 15, "Words", 12, side),)), find_theme())))
        for side in ("end", "start")
    )

    left = (0, 0, 50 * PIXELS_PER_UNIT, 20 * PIXELS_PER_UNIT)
    assert ends.crop(left).getextrema() != starts.crop(left).getextrema()
    assert starts.crop(left).convert("L").getextrema() == (255, 255)
