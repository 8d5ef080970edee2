"""What documents for the coach are made of: headings, paragraphs, points and tables in plain English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from resumekit.document.block import Block, Bullets, Document, Head, Paragraph, Section, Table
from resumekit.document.line import Line, Source, Span

RULE = Source("rule", "strategy")


def say(text: str, *sources: Source) -> Line:
    """A line of a report; resting on the strategy's rules unless facts are named."""
    return Line.of(text, *(sources or (RULE,)))


def paragraph(text: str, *sources: Source) -> Paragraph:
    return Paragraph(say(text, *sources))


def labelled(label: str, text: str, *sources: Source) -> Paragraph:
    """A compact line: its label in bold, then what there is to say."""
    return Paragraph(Line.of([Span(f"{label}:", style="label"), f" {text}"], *(sources or (RULE,))), "line")


def points(texts: Iterable[str]) -> Bullets:
    return Bullets(tuple(say(text) for text in texts))


def table(
    header: Sequence[str], rows: Iterable[Sequence[str | Line]], *sources: Source, numeric: Iterable[int] = ()
) -> Table:
    """A table of words, and of lines that cite facts of their own; columns in `numeric` are set flush right."""

    def line(cell: str | Line) -> Line:
        return cell if isinstance(cell, Line) else say(cell, *sources)

    return Table(tuple(map(line, header)), tuple(tuple(map(line, row)) for row in rows), numeric=frozenset(numeric))


def stem_of(*words: str | None) -> str:
    """A file's name without its ending: letters and digits of any script, joined by hyphens."""
    plain = unicodedata.normalize("NFC", " ".join(word for word in words if word)).replace("'", "").replace("’", "")
    return "-".join(re.findall(r"[^\W_]+", plain))[:80].strip("-")


def section(name: str, title: str, blocks: Iterable[Block]) -> Section:
    return Section(name, Line.of(title, Source.fixed(title)), tuple(blocks))


def report(
    *, title: str, subtitle: str, author: str, stem: str, sections: Iterable[Section], paper: str = "letter"
) -> Document:
    """The whole document; sections without blocks are left out."""
    return Document(
        kind="report",
        title=title,
        author=author,
        language="en-CA",
        head=Head(say(title), say(subtitle) if subtitle else None),
        sections=tuple(item for item in sections if item.blocks),
        paper="a4" if paper == "a4" else "letter",
        file_stem=stem,
    )
