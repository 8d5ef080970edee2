"""File names that every system takes, each given to one result only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

DRAFT = "-DRAFT"
_LIMIT, _PART_LIMIT = 120, 40
"""Bytes of a name, and of each part put behind it; systems allow 255 with the ending and what a sync program adds."""
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}


def safe_stem(text: str, limit: int = _LIMIT) -> str:
    """The text as a file name without ending: letters of any script, marks and digits; hyphens for all the rest."""
    text = unicodedata.normalize("NFC", text)
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" or c in "-_" else " " for c in text if not _invisible(c))
    stem = re.sub(r"[-\s]+", "-", kept).strip("-_")
    stem = _cut(stem, limit)
    if not stem or stem.casefold() in _RESERVED:
        return f"{stem}-resume".lstrip("-")
    return stem


def _invisible(character: str) -> bool:
    # Joiners, direction marks and the like, which could make one name look like another.
    return unicodedata.category(character) in ("Cf", "Cc", "Cs", "Co", "Cn") and not character.isspace()


def _cut(text: str, limit: int) -> str:
    while len(text.encode()) > limit:
        text = text[:-1]
    return text.rstrip("-_")


def choices(stem: str, target: str, client: str) -> Iterator[str]:
    """Names to try for a result, the plain one first: then with the target's id, the client file's name, a number.

    `-DRAFT` stays at the end.
    """
    draft = DRAFT if stem.endswith(DRAFT) else ""
    base = safe_stem(stem.removesuffix(DRAFT))
    parts = [safe_stem(part, _PART_LIMIT) for part in (target, client) if part]
    longer = [base]
    for part in parts:
        longer.append(f"{longer[-1]}-{part}")
    yield from (f"{name}{draft}" for name in longer)
    number = 2
    while True:
        yield f"{base}-{number}{draft}"
        number += 1


def same(name: str) -> str:
    """The name as a file system that does not tell upper from lower case compares it."""
    return unicodedata.normalize("NFC", name).casefold()
