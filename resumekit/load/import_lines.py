"""The lines of a document or PDF in the order of a person's reading, without what repeats on each page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resumekit.load.draft import Draft
from resumekit.load.import_fields import draft_of
from resumekit.readback.contact import EMAIL, LINK, PHONE
from resumekit.readback.fields import extract_lines
from resumekit.readback.foreign import ForeignLine, ForeignReading

_TYPESET = {0x2011: "-", 0x00A0: " ", 0x202F: " ", 0x00AD: None, 0x2060: None, 0x200B: None, 0xFEFF: None}
"""Signs that set a line and say nothing: hyphens and spaces that do not break, and what breaks unseen."""
_PAGE = re.compile(r"\b(?:page|p\.)?\s*\d{1,3}\s*(?:(?:of|/|de|sur)\s*\d{1,3})?\b|\bpage\b", re.IGNORECASE)


def draft_of_reading(reading: ForeignReading) -> Draft:
    """The draft of a file, page headers, footers and text boxes included."""
    lines = [replace(line, text=line.text.translate(_TYPESET)) for line in reading.lines]
    edges = [line for line in lines if line.where in ("header", "footer")]
    body = [line for line in lines if line.where not in ("header", "footer", "note")]
    said = {_folded(line.text) for line in body}
    every = " ".join(said)
    first: list[ForeignLine] = []
    kept: list[ForeignLine] = [line for line in lines if line.where == "note"]
    seen: set[str] = set()
    for line in edges:
        words = _folded(_PAGE.sub(" ", line.text))
        if words in seen or not words or words in every:
            continue
        seen.add(words)
        contact = any(pattern.search(line.text) for pattern in (EMAIL, LINK, PHONE))
        (first if contact or (line.where == "header" and not _named(body)) else kept).append(line)
    draft = draft_of(extract_lines([*first, *body]))
    for line in kept:
        draft.keep(line.where, line.text)
    return draft


def _named(body: Sequence[ForeignLine]) -> bool:
    """Whether the body begins with the person: a name stands there, not a heading."""
    contact = extract_lines(body[:12]).contact
    return contact.name is not None and contact.name.confidence >= 0.9


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
