"""What documents for the coach are made of: headings, paragraphs, points and tables in plain English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from resumekit.document.block import Block, Bullets, Document, Head, Paragraph, Section, Table
from resumekit.document.line import Line, Source, Span
from resumekit.model.date import PartialDate
from resumekit.text.dates import format_date, format_long
from resumekit.text.locale import load_locale

LANGUAGE = "en-CA"
RULE = Source("rule", "strategy")


def say(text: str, *sources: Source) -> Line:
    """A line of a report; resting on the strategy's rules unless facts are named."""
    return Line.of(text, *(sources or (RULE,)))


def paragraph(text: str, *sources: Source) -> Paragraph:
    return Paragraph(say(text, *sources))


def labelled(label: str, text: str, *sources: Source) -> Paragraph:
    """A compact line: its label in bold, then what there is to say."""
    return Paragraph(Line.of([Span(f"{label}:", style="label"), f" {text}"], *(sources or (RULE,))), "line")


def note(text: str, *sources: Source) -> Paragraph:
    """A remark in small type."""
    return Paragraph(say(text, *sources), "note")


def points(texts: Iterable[str | Line], *sources: Source) -> list[Block]:
    """A list of texts, and of lines that cite facts of their own; no block where there are none."""
    lines = tuple(_line(text, sources) for text in texts)
    return [Bullets(lines)] if lines else []


def table(
    header: Sequence[str], rows: Iterable[Sequence[str | Line]], *sources: Source, numeric: Iterable[int] = ()
) -> Table:
    """A table of words, and of lines that cite facts of their own; columns in `numeric` are set flush right."""
    body = tuple(tuple(_line(cell, sources) for cell in row) for row in rows)
    return Table(tuple(say(cell, *sources) for cell in header), body, numeric=frozenset(numeric))


def _line(said: str | Line, sources: Sequence[Source]) -> Line:
    return said if isinstance(said, Line) else say(said, *sources)


def long_day(day: date) -> str:
    """A day in full: November 15, 2026."""
    return format_long(day, load_locale(LANGUAGE))


def short_day(when: PartialDate) -> str:
    """As much of a day as is stated, the month shortened: Nov 15, 2026."""
    return format_date(when, load_locale(LANGUAGE))


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    return load_locale(LANGUAGE).joined(tuple(words))


def shortened(words: str, most: int) -> str:
    """The words, broken off between two of them where they are longer than that."""
    return words if len(words) <= most else f"{words[: most - 1].rsplit(' ', 1)[0].rstrip(',;:')} …"


def stem_of(*words: str | None, kind: str = "") -> str:
    """A file's name without its ending: letters and digits of any script, joined by hyphens, then what it holds."""
    plain = unicodedata.normalize("NFC", " ".join(word for word in words if word)).replace("'", "").replace("’", "")
    stem = "-".join(re.findall(r"[^\W_]+", plain))[:80].strip("-")
    return "-".join(part for part in (stem, kind) if part)


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
        language=LANGUAGE,
        head=Head(say(title), say(subtitle) if subtitle else None),
        sections=tuple(item for item in sections if item.blocks),
        paper="a4" if paper == "a4" else "letter",
        file_stem=stem,
    )
