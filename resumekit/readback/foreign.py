"""ForeignReading: what a machine gets out of a resume made with anything, and what stands in its way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["docx", "pdf", "txt"]
Where = Literal["body", "table", "text box", "header", "footer", "note"]
FeatureKind = Literal[
    "columns", "table", "text box", "header", "footer", "image", "icon", "object", "no text", "ligature", "glyph",
    "hyphen", "hidden", "white", "tiny", "tracked", "comment", "font", "spaces", "typed bullet", "letter spacing",
    "link", "order",
]  # fmt: skip
READ_BY_MACHINES: frozenset[Where] = frozenset({"body", "table"})
"""Where most systems read; text boxes, page headers, footers and notes are left out by many."""


@dataclass(frozen=True, slots=True)
class ForeignLine:
    """One line of a PDF or plain text, one paragraph of a DOCX, as a machine meets it; a bullet sign is taken off.

    `page` counts from 1, 0 where the file has no fixed pages. `number` counts from 1, within the page of a PDF, within
    the part of a DOCX. `x`, `right` and `y` are in points from the left and the bottom, for plain text in characters
    and lines; all 0 in a DOCX, where `whole` says that the paragraph is not broken into lines. `marker` is the bullet
    or number taken off. `heading` is the level that its style says, 0 for none. `look` tells like-looking lines.
    """

    text: str
    page: int = 0
    number: int = 0
    x: float = 0
    right: float = 0
    y: float = 0
    size: float = 0
    bold: bool = False
    marker: str = ""
    heading: int = 0
    style: str = ""
    where: Where = "body"
    column: int = 0
    whole: bool = False

    @property
    def listed(self) -> bool:
        return bool(self.marker)

    @property
    def look(self) -> tuple[object, ...]:
        """What a person tells headings by: size, weight, capitals."""
        return (self.style, round(self.size * 2), self.bold, self.text.isupper())


@dataclass(frozen=True, slots=True)
class Feature:
    """Something in a file that a machine may stumble over, at a place.

    `text` is what is affected, as far as it has words; `detail` says more in plain words; `count` how often.
    """

    kind: FeatureKind
    page: int = 0
    line: int = 0
    text: str = ""
    detail: str = ""
    count: int = 1
    where: Where = "body"


@dataclass(frozen=True, slots=True)
class Font:
    """A font that the text is set in; `embedded` is None in a DOCX that only names it."""

    name: str
    embedded: bool | None = None


@dataclass(frozen=True, slots=True)
class ForeignReading:
    """A file as a machine reads it. `lines` stand in the order of the file, all places; `body` is what most read.

    `size` is the file's, in bytes. `pages` is 0 where the file has no fixed pages.
    """

    kind: Kind
    lines: tuple[ForeignLine, ...]
    features: tuple[Feature, ...] = ()
    fonts: tuple[Font, ...] = ()
    pages: int = 0
    size: int = 0
    title: str = ""
    author: str = ""
    language: str = ""
    maker: str = ""
    path: str = ""

    @property
    def body(self) -> tuple[ForeignLine, ...]:
        return tuple(line for line in self.lines if line.where in READ_BY_MACHINES)

    @property
    def text(self) -> str:
        """What most systems take from it, a line a line."""
        return "\n".join(f"{line.marker} {line.text}" if line.marker else line.text for line in self.body)

    def found(self, *kinds: FeatureKind) -> tuple[Feature, ...]:
        """The features of these kinds, in file order."""
        return tuple(feature for feature in self.features if feature.kind in kinds)

    def as_data(self) -> dict[str, Any]:
        """Plain lists, tables, words and numbers."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> ForeignReading:
        """The reading that `as_data` came from."""
        return cls(
            **{
                **data,
                "lines": tuple(ForeignLine(**row) for row in data["lines"]),
                "features": tuple(Feature(**row) for row in data["features"]),
                "fonts": tuple(Font(**row) for row in data["fonts"]),
            }
        )


def text_reading(text: str, path: str = "") -> ForeignReading:
    """Plain text as a reading: x and right are columns of characters; a form feed turns the page."""
    return ForeignReading("txt", tuple(_text_lines(text)), size=len(text.encode("utf-8", "replace")), path=path)


def _text_lines(text: str) -> Iterable[ForeignLine]:
    for page, words in enumerate(text.replace("\r\n", "\n").split("\f"), start=1):
        for number, written in enumerate(words.split("\n"), start=1):
            marker, line = split_marker(written.strip())
            row = written.expandtabs(4)
            if line and not set(line) <= set("=-_~*#"):
                lead = len(row) - len(row.lstrip())
                yield ForeignLine(line, page, number, lead, len(row.rstrip()), -number, marker=marker)


BULLET_SIGNS = "•◦▪▫■□●○∙·‣\u2043➢➤►▶❖✓✔\uf0b7\uf0a7\uf0d8\uf076\uf0fc\u27a2\u25e6§"
_DASH_SIGNS = "-–—*"  # only with a space behind them


def split_marker(text: str) -> tuple[str, str]:
    """The bullet sign at the beginning of a line, and the rest; "" where there is none.

    Dashes and stars count only with a space behind them; "o" too, the sign that Word's Courier bullets leave.
    """
    first, rest = text[:1], text[1:]
    if first and first in BULLET_SIGNS and rest[:1] not in BULLET_SIGNS:
        return first, rest.strip()
    if first and first in _DASH_SIGNS and rest[:1] in (" ", "\t") and rest.strip():
        return first, rest.strip()
    if first == "o" and rest[:1] in (" ", "\t") and rest.strip()[:1].isupper():
        return first, rest.strip()
    return "", text
