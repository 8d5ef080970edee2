"""A drawing says the same in SVG and PNG, in the theme's own colours."""

from __future__ import annotations

import io
from itertools import pairwise
from math import dist
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from resumekit.render.docx_table import png_size
from resumekit.render.drawing import DASH, GAP, PIXELS_PER_UNIT, Box, Drawing, Ink, Trace, Words, dashes, to_png, to_svg
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


LINE = Trace(((10, 10), (90, 10), (90, 30)), 2, Ink("accent"))
DASHED = Trace(((10, 10), (90, 10), (90, 30)), 2, Ink("accent"), dashed=True)


def test_a_line_is_drawn_through_its_points_in_both() -> None:
    theme = find_theme()
    accent = theme.tokens.colours.accent

    clean = safe_svg(to_svg(Drawing(100, 40, (LINE,)), theme), "a line", 80)
    image = Image.open(io.BytesIO(to_png(Drawing(100, 40, (LINE,)), theme)))

    drawn = next(item for item in ET.fromstring(clean) if item.tag.endswith("polyline"))
    assert drawn.get("points") == "10,10 90,10 90,30"
    assert drawn.get("stroke") == accent.lower()
    assert drawn.get("stroke-width") == "2"
    assert drawn.get("fill") == "none"
    for x, y in ((50, 10), (90, 20)):
        assert image.getpixel((x * PIXELS_PER_UNIT, y * PIXELS_PER_UNIT)) == rgb(accent)
    assert image.getpixel((50 * PIXELS_PER_UNIT, 20 * PIXELS_PER_UNIT)) == (255, 255, 255)


def test_a_dashed_line_has_gaps_in_both() -> None:
    theme = find_theme()

    svg = to_svg(Drawing(100, 40, (DASHED,)), theme)
    image = Image.open(io.BytesIO(to_png(Drawing(100, 40, (DASHED,)), theme))).convert("RGB")

    row = [image.getpixel((x * PIXELS_PER_UNIT, 10 * PIXELS_PER_UNIT)) for x in range(12, 88)]
    assert f'stroke-dasharray="{DASH:g} {GAP:g}"' in svg
    assert "stroke-dasharray" not in to_svg(Drawing(100, 40, (LINE,)), theme)
    assert set(row) == {(255, 255, 255), rgb(theme.tokens.colours.accent)}


def test_dashes_run_on_around_corners_and_keep_their_length() -> None:
    cut = list(dashes(((10, 10), (92, 10), (92, 28))))

    lengths = [sum(dist(one, two) for one, two in pairwise(line)) for line in cut]
    assert lengths == pytest.approx([DASH] * (len(cut) - 1) + [100 - (len(cut) - 1) * (DASH + GAP)])
    assert (92, 10) in [place for line in cut for place in line[1:-1]]
