"""What a machine must find of a document: each line with its name for a person, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from resumekit.document.block import Bullets, Document, Entry, Figure, Paragraph, Section, Table
from resumekit.document.line import Line
from resumekit.readback.token import Token, normalized, tokens

Stands = Literal["alone", "first", "inside"]
"""A heading stands alone in its line of the reading, a bullet begins one, dates may stand anywhere in one."""


@dataclass(frozen=True)
class Expected:
    """A line of the document. `text` is normalized.

    Dates and employer of an entry may change places: `entry` is the number of the title they belong to, or -1.
    """

    name: str
    text: str
    stands: Stands = "first"
    entry: int = -1
    dates: bool = False

    @cached_property
    def words(self) -> tuple[Token, ...]:
        return tokens(self.text)


def expected_lines(document: Document) -> Sequence[Expected]:
    """Every line with a word in it."""
    lines = _Lines()
    if head := document.head:
        lines.add("the name", head.name)
        lines.add("the headline", head.headline)
        for line in head.contact:
            lines.add("the contact detail", line, "inside")
    for section in document.sections:
        lines.section(section)
    return lines.found


class _Lines:
    """Gathers lines; the numbers of bullets and paragraphs run through a section."""

    def __init__(self) -> None:
        self.found: list[Expected] = []
        self.where = ""
        self.bullets = self.paragraphs = 0

    def add(self, name: str, line: Line | None, stands: Stands = "first", entry: int = -1, dates: bool = False) -> int:
        """The number of the line, or -1 when it has no words."""
        expected = Expected(name, normalized(line.text).strip(), stands, entry, dates) if line else None
        if expected is None or not expected.words:
            return -1
        self.found.append(expected)
        return len(self.found) - 1

    def section(self, section: Section) -> None:
        self.where = f"'{section.title.text if section.title else section.name}'"
        self.bullets = self.paragraphs = 0
        self.add("the heading", section.title, "alone")
        for block in section.blocks:
            match block:
                case Paragraph(line=line):
                    self.paragraphs += 1
                    self.add(f"paragraph {self.paragraphs} of {self.where}", line)
                case Bullets(lines=lines):
                    self.points(lines)
                case Entry():
                    self.entry(block)
                case Table():
                    self.table(block)
                case Figure():
                    self.add(f"the caption of a figure in {self.where}", block.caption)
                    if block.data:
                        self.table(block.data)

    def points(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self.bullets += 1
            self.add(f"bullet {self.bullets} of {self.where}", line)

    def entry(self, entry: Entry) -> None:
        of = f"of '{entry.title.text}' in {self.where}"
        kind = "employer" if entry.group else "title"
        title = self.add(f"the {kind} in {self.where}", entry.title)
        self.add(f"the dates {of}", entry.dates, "inside", title, dates=True)
        self.add(f"the organization {of}", entry.organization, entry=title)
        for line in entry.scope:
            self.add(f"the scope {of}", line)
        self.points(entry.bullets)
        for inner in entry.entries:
            self.entry(inner)

    def table(self, table: Table) -> None:
        self.add(f"the caption of a table in {self.where}", table.caption)
        for number, row in enumerate((table.header, *table.rows)):
            for column, line in enumerate(row, start=1):
                self.add(f"row {number}, column {column} of a table in {self.where}", line, "inside")
