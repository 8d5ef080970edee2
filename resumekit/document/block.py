"""Blocks: what a document is made of, from a single paragraph to the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from resumekit.document.line import Line
from resumekit.errors import ProvenanceError

ParagraphStyle = Literal["body", "profile", "line", "scope", "quote", "note", "address", "signature"]
DocumentKind = Literal["resume", "letter", "report"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of running text, set in a style of the markup profile."""

    line: Line
    style: ParagraphStyle = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A role, a school, a project: a title with its dates, who it was with, and what there is to say of it.

    `group` marks an employer that holds several roles; they are its `entries`, and its title is the employer's name.
    """

    title: Line
    dates: Line | None = None
    organization: Line | None = None
    scope: tuple[Line, ...] = ()
    bullets: tuple[Line, ...] = ()
    entries: tuple[Entry, ...] = ()
    group: bool = False

    def lines(self) -> Iterator[Line]:
        """Every line in reading order."""
        yield self.title
        yield from (line for line in (self.dates, self.organization) if line)
        yield from self.scope
        yield from self.bullets
        for entry in self.entries:
            yield from entry.lines()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header, for documents that are neither resume nor letter."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    caption: Line | None = None
    numeric: frozenset[int] = frozenset()
    """Columns set flush right, counted from 0."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing: SVG for PDF and HTML, PNG for Word, words for who cannot see it, and its data beside it."""

    svg: str
    png: bytes
    alt: str
    caption: Line
    width_mm: float
    data: Table | None = None


Block = Paragraph | Bullets | Entry | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a document; `name` is the section's name in the registry ("experience")."""

    name: str
    title: Line | None
    blocks: tuple[Block, ...]

    def lines(self) -> Iterator[Line]:
        """Every line below the title, in reading order."""
        for block in self.blocks:
            match block:
                case Paragraph(line=line):
                    yield line
                case Bullets(lines=lines):
                    yield from lines
                case Entry():
                    yield from block.lines()
                case Table():
                    yield from _table_lines(block)
                case Figure():
                    yield block.caption
                    if block.data:
                        yield from _table_lines(block.data)


def _table_lines(table: Table) -> Iterator[Line]:
    if table.caption:
        yield table.caption
    yield from table.header
    for row in table.rows:
        yield from row


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a document: whose it is, what they aim at, how to reach them."""

    name: Line
    headline: Line | None = None
    contact: tuple[Line, ...] = ()

    def lines(self) -> Iterator[Line]:
        """Every line in reading order."""
        yield self.name
        if self.headline:
            yield self.headline
        yield from self.contact


@dataclass(frozen=True, slots=True)
class Omission:
    """A fact that a document leaves out, and why."""

    fact: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """What is claimed, before it is set.

    `author` and `title` go into the file's properties; `language` is a locale tag; `draft` says what stands in the
    way of a final; `omitted` is what was left out.

    Raises:
        ProvenanceError: a line of a resume or letter cites no fact of the client.
        ValueError: a resume or letter holds a table or a figure.
    """

    kind: DocumentKind
    title: str
    author: str
    language: str
    sections: tuple[Section, ...]
    head: Head | None = None
    paper: Literal["letter", "a4"] = "letter"
    page_label: str = "Page"
    draft: tuple[str, ...] = ()
    omitted: tuple[Omission, ...] = ()
    file_stem: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.kind == "report":
            return
        for section in self.sections:
            if any(isinstance(block, Table | Figure) for block in section.blocks):
                raise ValueError(f"a {self.kind} holds no table or figure; section '{section.name}' has one")
            for line in section.lines():
                self._check(line, section.name)
        if self.head:
            for line in self.head.lines():
                self._check(line, "head")

    def _check(self, line: Line, section: str) -> None:
        # A letter's greeting and close are fixed text and claim nothing about the client.
        standing = self.kind == "letter" and any(source.kind == "fixed" for source in line.sources)
        if not line.facts and not standing:
            raise ProvenanceError(f"section '{section}': no fact stands behind the line '{line.text}'")

    def lines(self) -> Iterator[tuple[str, Line]]:
        """Every line with the name of its section, in reading order; the head's section is "head"."""
        if self.head:
            for line in self.head.lines():
                yield "head", line
        for section in self.sections:
            if section.title:
                yield section.name, section.title
            for line in section.lines():
                yield section.name, line
