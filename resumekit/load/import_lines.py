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
_PAGE = re.compile(
    r"^(.*?)[\s|·•–—,-]*\b(?:page|p\.) *(?:\d{1,3}(?: *(?:of|de|sur|/) *\d{1,3})?)?$|^\d{1,3}(?: */ *\d{1,3})?$",
    re.IGNORECASE,
)
_UNSEEN = {"hidden": "hidden in the file", "white": "white on white in the file", "tiny": "too small to be read"}


def draft_of_reading(reading: ForeignReading) -> Draft:
    """The draft of a file: text boxes included, and what page headers and footers say beside the rest.

    Words that nobody sees in the file are no part of the resume; they are kept with the reason.
    """
    unseen = {(one.page, one.text): _UNSEEN[one.kind] for one in reading.found("hidden", "white", "tiny")}
    lines = [line for line in reading.lines if (line.page, line.text) not in unseen]
    lines = [replace(line, text=line.text.translate(_TYPESET)) for line in lines]
    body = [line for line in lines if line.where not in ("header", "footer", "note")]
    first, kept = _beside(lines, body)
    draft = draft_of([*first, *body])
    for line in kept:
        draft.keep(line.where, line.text)
    for (_, text), why in unseen.items():
        draft.keep("unseen", text, why)
    return draft


def _beside(lines: Sequence[ForeignLine], body: Sequence[ForeignLine]) -> tuple[list[ForeignLine], list[ForeignLine]]:
    """What page headers, footers and notes say that the body does not: how to reach the person, and the rest."""
    every = " ".join(_folded(line.text) for line in body)
    named = _named(body)
    first: list[ForeignLine] = []
    kept = [line for line in lines if line.where == "note"]
    seen: set[str] = set()
    for line in lines:
        numbered = _PAGE.match(line.text)
        words = _folded(numbered[1] or "" if numbered else line.text)
        if line.where not in ("header", "footer") or not words or words in every or words in seen:
            continue
        seen.add(words)
        contact = any(pattern.search(line.text) for pattern in (EMAIL, LINK, PHONE))
        (first if contact or (line.where == "header" and not named) else kept).append(line)
    return first, kept


def _named(body: Sequence[ForeignLine]) -> bool:
    """Whether the body begins with the person: a name stands there, not a heading."""
    contact = extract_lines(body[:12]).contact
    return contact.name is not None and contact.name.confidence >= 0.9


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
