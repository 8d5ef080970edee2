"""Flow: how a document is set, as flat paragraphs inside plain containers. The writers see nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """Words set in one way. `style` is a character style of the profile other than strong, em and a.

    A run whose style is `dates` stands at the right edge of its paragraph: writers put a tab before the first.
    """

    text: str
    strong: bool = False
    em: bool = False
    style: str = ""
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`style` names a row of `vocabulary.PARAGRAPHS`; `facts` is stripped by the writers."""

    style: str
    runs: tuple[Run, ...]
    facts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words; a tab stands before the dates, where a writer sets one."""
        out, tabbed = "", False
        for run in self.runs:
            if run.style == "dates" and not tabbed:
                out, tabbed = f"{out.rstrip()}\t", True
            out += run.text
        return out


@dataclass(frozen=True, slots=True)
class Container:
    """`tag` is article, section, header or ul; `label` names a section for assistive technology."""

    tag: str
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`header` and every row have the same number of cells; each cell is one paragraph (style th or td)."""

    header: tuple[Paragraph, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Figure:
    """SVG text for PDF and HTML, PNG bytes for Word, `alt` for who cannot see it."""

    svg: str
    png: bytes
    alt: str
    width_mm: float


Node = Paragraph | Container | Table | Figure


@dataclass(frozen=True, slots=True)
class Flow:
    """A whole document, ready to be written.

    `language` is a locale tag (en-CA). `running` is the name set small at the foot of every page but the first,
    before `page_label` and the page number. `draft` is true when the file must say so.
    """

    children: tuple[Node, ...]
    kind: Literal["resume", "letter", "report"]
    title: str
    author: str
    language: str
    paper: Literal["letter", "a4"] = "letter"
    running: str = ""
    page_label: str = "Page"
    date: str = ""
    """ISO day that goes into the file's properties; empty for none."""

    def items(self) -> Iterator[Paragraph | Table | Figure]:
        """Paragraphs, tables and figures in reading order, the containers opened."""
        yield from _items(self.children)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those of table cells too."""
        for item in self.items():
            if isinstance(item, Paragraph):
                yield item
            elif isinstance(item, Table):
                yield from item.header
                for row in item.rows:
                    yield from row


def _items(nodes: tuple[Node, ...]) -> Iterator[Paragraph | Table | Figure]:
    for node in nodes:
        if isinstance(node, Container):
            yield from _items(node.children)
        else:
            yield node
