"""Drawing: boxes, lines and words in the theme's colours and fonts, as SVG for PDF and HTML and as PNG for Word.

Both are written from one list of shapes, so that a chart looks the same in every format; Word's needs no Pango.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from resumekit.render.fonts import FALLBACKS, covers, folder_faces, is_visible, shipped_fonts, theme_faces
from resumekit.render.pdf import font_name
from resumekit.themes.theme import Theme
from resumekit.themes.tokens import WORD_FONTS, ColourName

if TYPE_CHECKING:
    from PIL import ImageDraw

PIXELS_PER_UNIT = 4
"""At one point a unit, 288 to the inch: sharp on paper."""
DASH, GAP = 5.0, 3.0
"""Of a dashed line, in units."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour of the theme, or that share of it over white."""

    colour: ColourName
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, with a hairline around it where `edge` is given. Units run from the top left."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink
    edge: Ink | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is its base line, and `x` its beginning or its end."""

    x: float
    y: float
    text: str
    size: float
    side: Literal["start", "end"] = "start"
    bold: bool = False
    ink: Ink = Ink("text")


@dataclass(frozen=True, slots=True)
class Trace:
    """A line through two points or more; `dashed` for one that is told from another in print without colours."""

    points: tuple[tuple[float, float], ...]
    width: float = 1.0
    ink: Ink = Ink("text")
    dashed: bool = False


Shape = Box | Words | Trace


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet of this size, the later over the earlier."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def to_svg(drawing: Drawing, theme: Theme) -> str:
    """The drawing as SVG of plain shapes."""
    family = theme.tokens.fonts.body
    stack = [font_name(family), *map(font_name, FALLBACKS), WORD_FONTS.get(family, family), family]
    fonts = escape(", ".join([*(f"'{name}'" for name in stack), "sans-serif"]))
    inner = "".join(_svg_shape(shape, theme) for shape in drawing.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width:g} {drawing.height:g}" '
        f'font-family="{fonts}">{inner}</svg>'
    )


def _svg_shape(shape: Shape, theme: Theme) -> str:
    match shape:
        case Box():
            return _svg_box(shape, theme)
        case Trace():
            return _svg_trace(shape, theme)
        case Words():
            return _svg_words(shape, theme)


def _svg_box(box: Box, theme: Theme) -> str:
    edge = f' stroke="{_hex(box.edge, theme)}" stroke-width="0.5"' if box.edge else ""
    return (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" '
        f'fill="{_hex(box.fill, theme)}"{edge}/>'
    )


def _svg_words(words: Words, theme: Theme) -> str:
    bold = ' font-weight="bold"' if words.bold else ""
    return (
        f'<text x="{words.x:g}" y="{words.y:g}" font-size="{words.size:g}" text-anchor="{words.side}"{bold} '
        f'fill="{_hex(words.ink, theme)}">{escape(words.text)}</text>'
    )


def _svg_trace(trace: Trace, theme: Theme) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in trace.points)
    dashes = f' stroke-dasharray="{DASH:g} {GAP:g}"' if trace.dashed else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{_hex(trace.ink, theme)}" '
        f'stroke-width="{trace.width:g}" stroke-linejoin="round"{dashes}/>'
    )


def to_png(drawing: Drawing, theme: Theme) -> bytes:
    """The drawing as a PNG. Equal drawings and themes make equal bytes."""
    from PIL import Image, ImageDraw

    scale = PIXELS_PER_UNIT
    image = Image.new("RGB", (round(drawing.width * scale), round(drawing.height * scale)), "#ffffff")
    pen = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        match shape:
            case Box():
                _draw_box(pen, shape, theme)
            case Trace():
                _draw_trace(pen, shape, theme)
            case Words():
                _draw_words(pen, shape, theme)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw_box(pen: ImageDraw.ImageDraw, box: Box, theme: Theme) -> None:
    scale = PIXELS_PER_UNIT
    ends = (box.x + box.width, box.y + box.height)
    corners = [round(part * scale) for part in (box.x, box.y, *ends)]
    corners[2:] = [part - 1 for part in corners[2:]]
    edge = _hex(box.edge, theme) if box.edge else None
    pen.rectangle(corners, fill=_hex(box.fill, theme), outline=edge, width=max(round(scale * 0.5), 1))


def _draw_trace(pen: ImageDraw.ImageDraw, trace: Trace, theme: Theme) -> None:
    scale = PIXELS_PER_UNIT
    for line in dashes(trace.points) if trace.dashed else (trace.points,):
        places = [(x * scale, y * scale) for x, y in line]
        pen.line(places, _hex(trace.ink, theme), max(round(trace.width * scale), 1), "curve")


def dashes(points: Sequence[tuple[float, float]]) -> Iterator[tuple[tuple[float, float], ...]]:
    """A line cut into dashes of DASH with GAP between, which run on around its corners."""
    drawn, left, dash = True, DASH, [points[0]]
    for (x, y), (to_x, to_y) in pairwise(points):
        length = hypot(to_x - x, to_y - y)
        done = 0.0
        while length - done > left:
            done += left
            place = (x + (to_x - x) * done / length, y + (to_y - y) * done / length)
            if drawn:
                yield (*dash, place)
            drawn, dash = not drawn, [place]
            left = DASH if drawn else GAP
        left -= length - done
        dash.append((to_x, to_y))
    if drawn and len(dash) > 1:
        yield tuple(dash)


def _draw_words(pen: ImageDraw.ImageDraw, words: Words, theme: Theme) -> None:
    from PIL import ImageFont

    scale = PIXELS_PER_UNIT
    face = ImageFont.truetype(str(_font(words, theme)), round(words.size * scale), layout_engine=ImageFont.Layout.BASIC)
    anchor = "ls" if words.side == "start" else "rs"
    pen.text((words.x * scale, words.y * scale), words.text, _hex(words.ink, theme), face, anchor)


def _font(words: Words, theme: Theme) -> Path:
    """The file of the theme's own face, or of the first one behind it that has every character."""
    own, shipped = theme_faces(theme), folder_faces(shipped_fonts())
    families = [own[theme.tokens.fonts.body], *(shipped[name] for name in FALLBACKS)]
    visible = [character for character in words.text if is_visible(character)]
    faces = next((found for found in families if all(covers(found, one) for one in visible)), families[0])
    return min(faces, key=lambda face: (face.italic, face.bold != words.bold)).path


def _hex(ink: Ink, theme: Theme) -> str:
    colour: str = getattr(theme.tokens.colours, ink.colour)
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - part) * ink.share):02x}" for part in parts)
