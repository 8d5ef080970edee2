"""How many pages a flow fills, reckoned from the fonts' own widths without setting it.

Line heights are exact and space stands only before paragraphs, so what is left to reckon is where lines break. It takes
a few milliseconds, serves every output format alike, and is held against the real layout by the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from resumekit.markup.flow import Figure, Flow, Paragraph, Run, Table
from resumekit.markup.vocabulary import PARAGRAPHS, RUNS
from resumekit.render.columns import BELOW_PT, PAD_PT, RULE_PT, column_shares
from resumekit.render.docx_table import png_size
from resumekit.render.font_file import FontFile
from resumekit.render.fonts import FALLBACKS, folder_faces, shipped_fonts, theme_faces
from resumekit.render.stylesheet import PAPER_MM
from resumekit.themes.theme import Theme
from resumekit.themes.tokens import ParagraphTokens

PT_PER_MM = 72 / 25.4
_DATES_GAP_PT = 12
# A line may break after a space, and after a hyphen or dash that stands between letters.
_PIECES = re.compile(r"[^ \n‐–—-]*(?:[‐–—-]+(?=\w)|[‐–—-]*)[ ]*|\n")


@dataclass(frozen=True, slots=True)
class Layout:
    """`last_page_fill` is the share of the last page's height in use; `last_page_lines` counts its lines."""

    pages: int
    last_page_fill: float
    last_page_lines: int


@dataclass(frozen=True, slots=True)
class _Box:
    """A paragraph as the page sees it, in points."""

    before: float
    line: float
    lines: int
    below: float
    keeps_next: bool
    whole: bool

    @property
    def height(self) -> float:
        return self.line * self.lines + self.below

    @property
    def least(self) -> float:
        """The height of what must stand together at its beginning: two lines, and two more on the next page."""
        if self.whole or self.lines < 4:
            return self.height
        return self.line * 2


def measure(flow: Flow, theme: Theme) -> Layout:
    """The layout of the flow in this theme."""
    pen = _Pen(theme)
    width, height = (side * PT_PER_MM for side in PAPER_MM[flow.paper])
    page = theme.tokens.page
    across = width - 2 * page.margin_side_mm * PT_PER_MM
    down = height - (page.margin_top_mm + page.margin_bottom_mm) * PT_PER_MM
    items = tuple(flow.items())
    endings = set(_endings(items))
    boxes = []
    for place, item in enumerate(items):
        made = _boxes(item, theme, pen, across)
        boxes += [replace(box, keeps_next=False) for box in made] if place in endings else list(made)
    return _paginate(boxes, down)


def _endings(items: tuple[Paragraph | Table | Figure, ...]) -> Iterator[int]:
    """Where an entry without bullets ends: that line is not kept with the next entry."""
    heading = ""
    for place, item in enumerate(items):
        style = item.style if isinstance(item, Paragraph) else ""
        following = items[place + 1] if place + 1 < len(items) else None
        ends = not isinstance(following, Paragraph) or following.style in ("h2", "h3", "group")
        if style in ("employer", "scope") and ends and heading != "group":
            yield place
        heading = style if style in ("h3", "group") else heading


def _paginate(boxes: list[_Box], down: float) -> Layout:
    pages, used, lines = 1, 0.0, 0
    for index, box in enumerate(boxes):
        before = box.before if used else 0.0
        if used and used + before + _together(boxes, index) > down + 0.01:
            pages, used, lines, before = pages + 1, 0.0, 0, 0.0
        used += before
        left = box.lines
        while used + left * box.line + box.below > down + 0.01 and not box.whole and left >= 4:
            fits = min(max(int((down - used + 0.01) // box.line), 2), left - 2)
            left -= fits
            pages, used, lines = pages + 1, 0.0, 0
        used += left * box.line + box.below
        lines += left
    return Layout(pages, min(used / down, 1.0), lines)


def _together(boxes: list[_Box], index: int) -> float:
    """The height that must stand on one page from this box on: headings with the beginning of what follows them."""
    total = 0.0
    for place in range(index, len(boxes)):
        box = boxes[place]
        total += box.before if place > index else 0.0
        if not box.keeps_next or place == len(boxes) - 1:
            return total + box.least
        total += box.height
    return total


def _boxes(item: Paragraph | Table | Figure, theme: Theme, pen: _Pen, across: float) -> Iterator[_Box]:
    match item:
        case Paragraph():
            yield _paragraph(item, theme, pen, across)
        case Table():
            widths = [across * share - 2 * PAD_PT for share in column_shares(item)]
            for row in (item.header, *item.rows):
                cells = [_paragraph(cell, theme, pen, width) for cell, width in zip(row, widths, strict=True)]
                tallest = max(cells, key=lambda box: box.height)
                yield replace(tallest, below=tallest.below + BELOW_PT + RULE_PT, whole=True)
        case Figure():
            wide, high = png_size(item.png)
            yield _Box(4, item.width_mm * PT_PER_MM * high / wide, 1, 0, False, True)


def _paragraph(paragraph: Paragraph, theme: Theme, pen: _Pen, across: float) -> _Box:
    look = theme.tokens.paragraph(paragraph.style)
    dated = next((index for index, run in enumerate(paragraph.runs) if run.style == "dates"), None)
    body = paragraph.runs if dated is None else paragraph.runs[:dated]
    room = across - look.indent_mm * PT_PER_MM
    rule = look.rule
    below = look.after_pt
    if rule.kind != "none":
        below += rule.gap_pt + rule.width_pt * (3 if rule.kind == "double" else 1)
    lines = _lines(body, look, pen, room)
    if dated is not None:
        when = sum(pen.width(run.text, run, look) for run in paragraph.runs[dated:]) + _DATES_GAP_PT
        # Dates that find no room beside what they date stand on a line of their own.
        lines += _lines(body, look, pen, room - when) > 1
    keeps = PARAGRAPHS[paragraph.style].keep_with_next
    return _Box(look.before_pt, look.line_pt, lines, below, keeps, keeps or paragraph.style == "li")


def _lines(runs: tuple[Run, ...], look: ParagraphTokens, pen: _Pen, room: float) -> int:
    """Greedy line breaking; a word wider than the line takes as many lines as it needs."""
    lines, used = 1, 0.0
    for run in runs:
        advances, size = pen.setting(run, look)
        space = advances[" "] * size
        for piece in _PIECES.findall(run.text):
            if piece == "\n":
                lines, used = lines + 1, 0.0
                continue
            word = piece.rstrip(" ")
            width = sum(map(advances.__getitem__, word)) * size
            if used and used + width > room + 0.01:
                lines, used = lines + 1, 0.0
            while width > room > 0:
                lines, width = lines + 1, width - room
            used += width + space * (len(piece) - len(word))
    return lines


class _Pen:
    """Widths of text in a theme's faces; each character is looked up once."""

    def __init__(self, theme: Theme) -> None:
        self.runs = theme.tokens.runs
        own, behind = theme_faces(theme), folder_faces(shipped_fonts())
        self.advances = {
            (role, bold, italic): _Advances(
                [_face(own[family], bold, italic), *(_face(behind[name], bold, False) for name in FALLBACKS)]
            )
            for role, family in theme.tokens.fonts.model_dump().items()
            for bold in (False, True)
            for italic in (False, True)
        }

    def width(self, text: str, run: Run, look: ParagraphTokens) -> float:
        """The width in points."""
        advances, size = self.setting(run, look)
        return sum(map(advances.__getitem__, text)) * size

    def setting(self, run: Run, look: ParagraphTokens) -> tuple[_Advances, float]:
        """The face and the size of a run; runs change weight and slant as the tokens say."""
        bold, italic, size = look.bold or run.strong, look.italic or run.em, look.size_pt
        for name in (run.style, "strong" if run.strong else "", "em" if run.em else ""):
            if name in RUNS and (change := self.runs.get(name)):
                bold = bold if change.bold is None else change.bold
                italic = italic if change.italic is None else change.italic
                size = size if change.size_pt is None else change.size_pt
        return self.advances[look.font, bold, italic], size


class _Advances(dict[str, float]):
    """The width of each character at size 1 in the first of some faces that has it, looked up once."""

    def __init__(self, faces: list[FontFile]) -> None:
        super().__init__()
        self.faces = faces

    def __missing__(self, character: str) -> float:
        face = next((face for face in self.faces if face.has(character)), self.faces[0])
        width = self[character] = face.width(character, 1)
        return width


def _face(faces: tuple[FontFile, ...], bold: bool, italic: bool) -> FontFile:
    return min(faces, key=lambda face: (face.bold != bold, face.italic != italic))
