"""One page of a foreign PDF: its lines with their places and look, and what else is on it."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from resumekit.readback.foreign import Feature, FeatureKind, Font, ForeignLine
from resumekit.readback.pdf_objects import Shapes, read_shapes
from resumekit.readback.pdf_properties import SPELLED
from resumekit.readback.token import as_spoken, is_right_to_left

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_BOLD = (b"bold", b"black", b"heavy", b"semib", b"demi", b"-bd")
_FORCED_BOLD = 1 << 18  # PDF 32000-1, table 123
_BROKEN_HYPHEN = (0xFFFE, 0x2)
_CHARS = 60_000
_TINY = 4.5
_GAP = 1.8
"""A gap of so many times the size of the type parts two things that stand in one line."""


@dataclass(slots=True)
class PageText:
    """A page's lines, in the order of the file; `images` are the areas of its images, in square points.

    `segments` are the parts of each line that wide gaps part: left, right, words.
    """

    number: int
    width: float
    height: float
    lines: list[ForeignLine] = field(default_factory=list)
    features: list[Feature] = field(default_factory=list)
    fonts: list[Font] = field(default_factory=list)
    images: list[float] = field(default_factory=list)
    segments: list[list[Segment]] = field(default_factory=list)


class Segment(NamedTuple):
    """What stands between two wide gaps of a line."""

    left: float
    right: float
    text: str


@dataclass(slots=True)
class _Char:
    text: str
    left: float
    bottom: float
    right: float
    top: float
    index: int


def read_page(document: PdfDocument, index: int, ligatures: frozenset[str]) -> PageText:
    """The page with this number, from 0.

    Raises:
        PdfiumError: the page is damaged.
    """
    page = document[index]
    words = None
    try:
        width, height = page.get_size()
        shapes = read_shapes(page, index + 1, width * height)
        out = PageText(
            index + 1, width, height, features=list(shapes.features), fonts=list(shapes.fonts), images=shapes.images
        )
        words = page.get_textpage()
        _Setter(words, shapes, out).lines(ligatures)
        return out
    finally:
        if words is not None:
            words.close()
        page.close()


class _Setter:
    """Makes lines of the characters of a page."""

    def __init__(self, words: Any, shapes: Shapes, out: PageText) -> None:
        from pypdfium2 import raw

        self.raw, self.words, self.shapes, self.out = raw, words, shapes, out
        self.hiding: dict[FeatureKind, list[tuple[int, str]]] = {}

    def lines(self, ligatures: frozenset[str]) -> None:
        line: list[_Char] = []
        for char in self.chars():
            if char.text == "\n":
                self.put(line, ligatures)
                line = []
            else:
                line.append(char)
        self.put(line, ligatures)
        for kind, places in self.hiding.items():
            text = " ".join(words for _, words in places)
            self.out.features.append(Feature(kind, self.out.number, places[0][0], text[:300], count=len(places)))

    def chars(self) -> Iterator[_Char]:
        raw = self.raw
        count = min(raw.FPDFText_CountChars(self.words), _CHARS)
        box = [ctypes.c_double() for _ in range(4)]
        pointers = [ctypes.byref(one) for one in box]
        for index in range(count):
            code = raw.FPDFText_GetUnicode(self.words, index)
            if code in (0, 13):
                continue
            raw.FPDFText_GetCharBox(self.words, index, *pointers)
            left, right, bottom, top = (one.value for one in box)
            if code in _BROKEN_HYPHEN:
                # PDFium puts the line break behind such a hyphen only where it can.
                yield _Char("-", left, bottom, right, top, index)
                yield _Char("\n", 0, 0, 0, 0, index)
                continue
            text = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
            yield _Char(text, left, bottom, right, top, index)

    def put(self, chars: list[_Char], ligatures: frozenset[str]) -> None:
        inked = [char for char in chars if char.right > char.left and not char.text.isspace()]
        if not inked:
            return
        sizes: Counter[float] = Counter(self.size(char.index) for char in inked[:: max(1, len(inked) // 8)])
        size = max(sizes, key=lambda one: sizes[one])
        parts = _parts(chars, size)
        text = "\t".join(_joined(part, ligatures) for part in parts)
        if not text:
            return
        lead = [char for char in parts[0] if char.right > char.left]
        bold = self.is_bold(lead[0].index) and self.is_bold(lead[-1].index)
        self.hidden(inked, len(self.out.lines) + 1)
        self.out.lines.append(
            ForeignLine(
                text,
                self.out.number,
                x=round(min(char.left for char in inked), 1),
                right=round(max(char.right for char in inked), 1),
                y=round(Counter(round(char.bottom, 1) for char in inked).most_common(1)[0][0], 1),
                size=size,
                bold=bold,
            )
        )
        self.out.segments.append(
            [Segment(min(c.left for c in part), max(c.right for c in part), _joined(part, ligatures)) for part in parts]
        )

    def size(self, index: int) -> float:
        raw = self.raw
        matrix = raw.FS_MATRIX()
        scale = 1.0
        if raw.FPDFText_GetMatrix(self.words, index, ctypes.byref(matrix)):
            scale = abs(complex(matrix.c, matrix.d)) or 1.0
        return float(round(raw.FPDFText_GetFontSize(self.words, index) * scale, 1))

    def is_bold(self, index: int) -> bool:
        raw = self.raw
        buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self.words, index, buffer, 128, ctypes.byref(flags))
        name = buffer.value.lower()
        return any(word in name for word in _BOLD) or bool(flags.value & _FORCED_BOLD)

    def hidden(self, inked: list[_Char], number: int) -> None:
        """Note the words of a line that no person sees: invisible, white on white, tiny, beside the page."""
        words: dict[FeatureKind, list[str]] = {}
        before: _Char | None = None
        kind: FeatureKind | None = None
        for char in inked:
            near = before is not None and char.index == before.index + 1
            if not near:
                kind = self.hiding_of(char)
            before = char
            if kind:
                words.setdefault(kind, []).append(char.text if near else f" {char.text}")
        for one, letters in words.items():
            self.hiding.setdefault(one, []).append((number, "".join(letters).strip()))

    def hiding_of(self, char: _Char) -> FeatureKind | None:
        raw = self.raw
        item = raw.FPDFText_GetTextObject(self.words, char.index)
        if item and raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            return "hidden"
        x, y = (char.left + char.right) / 2, (char.bottom + char.top) / 2
        if not (0 <= x <= self.out.width and 0 <= y <= self.out.height):
            return "hidden"
        colors = [ctypes.c_uint() for _ in range(4)]
        if raw.FPDFText_GetFillColor(self.words, char.index, *(ctypes.byref(one) for one in colors)):
            *color, alpha = (one.value for one in colors)
            if alpha < 13:
                return "hidden"
            if min(color) >= 0xF5 and not self.shapes.is_behind(x, y):
                return "white"
        return "tiny" if 0 < self.size(char.index) < _TINY else None


def _parts(chars: list[_Char], size: float) -> list[list[_Char]]:
    """The characters of a line between wide gaps, each part without spaces at its ends."""
    parts: list[list[_Char]] = [[]]
    before: _Char | None = None
    for char in chars:
        blank = char.right <= char.left or char.text.isspace()
        if not blank:
            wide = before is not None and char.left - before.right > _GAP * size
            if wide and not (before and is_right_to_left(before.text + char.text)):
                parts.append([])
            before = char
        if not blank or parts[-1]:
            parts[-1].append(char)
    for part in parts:
        while part and (part[-1].text.isspace() or part[-1].right <= part[-1].left):
            part.pop()
    return [part for part in parts if part]


def _joined(part: list[_Char], ligatures: frozenset[str]) -> str:
    """The words of a part, each ligature as the one character that the file has: PDFium spells it out in one box."""
    out: list[str] = []
    before: _Char | None = None
    for char in part:
        if char.text.isspace():
            if out and not out[-1].isspace():
                out.append(" ")
            continue
        if before is not None and ligatures and (char.left, char.right) == (before.left, before.right):
            out[-1] += char.text
        else:
            out.append(char.text)
        before = char
    joined = {letters: one for letters, one in SPELLED.items() if one in ligatures}
    return as_spoken("".join(joined.get(part, part) for part in out).strip())
