"""Blocks: what a document is made of, from a single paragraph to the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from resumekit.document.line import Line
from resumekit.errors import ProvenanceError

ParagraphStyle = Literal["body", "profile", "line", "scope", "quote", "note", "address", "signature"]
DocumentKind = Literal["resume", "letter", "report"]
Change = Callable[[Line], Line | None]
"""Another line in place of one; None, or an empty one, leaves it out."""


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

    def changed(self, change: Change) -> Entry | None:
        """The entry with each line changed; None when its title is left out."""
        title = change(self.title)
        if not title:
            return None
        return replace(
            self,
            title=title,
            dates=self.dates and change(self.dates),
            organization=self.organization and change(self.organization),
            scope=_changed(self.scope, change),
            bullets=_changed(self.bullets, change),
            entries=tuple(inner for inner in (entry.changed(change) for entry in self.entries) if inner),
        )


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

    def changed(self, change: Change) -> Section | None:
        """The section with each line of its words changed; None when nothing is left. Tables and figures stay."""
        blocks = tuple(block for block in (_changed_block(block, change) for block in self.blocks) if block)
        return replace(self, blocks=blocks) if blocks else None


def _changed(lines: tuple[Line, ...], change: Change) -> tuple[Line, ...]:
    return tuple(line for line in map(change, lines) if line)


def _changed_block(block: Block, change: Change) -> Block | None:
    match block:
        case Paragraph(line=line):
            said = change(line)
            return replace(block, line=said) if said else None
        case Bullets(lines=lines):
            kept = _changed(lines, change)
            return replace(block, lines=kept) if kept else None
        case Entry():
            return block.changed(change)
    return block


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

    def changed(self, change: Change) -> Head:
        """The head with its headline and contact changed; whose document it is stays."""
        return replace(self, headline=self.headline and change(self.headline), contact=_changed(self.contact, change))


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
