"""Who a resume is about: name, headline, e-mail, telephone, addresses on the web, town."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resumekit.readback.field import Field
from resumekit.readback.foreign import ForeignLine
from resumekit.readback.header import is_place
from resumekit.readback.span import find_span
from resumekit.readback.words import count, unspaced

EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_GAP = r"[ .\u00a0\u2011-]?"
PHONE = re.compile(
    rf"(?<![\w/.-])(?:\+\s?\d{{1,3}}[ .-]?)?(?:\(\d{{2,4}}\)|\d{{2,4}}){_GAP}\d{{2,4}}{_GAP}\d{{2,4}}(?:{_GAP}\d{{2,4}})?"
    r"(?:\s?(?:x|ext\.?|poste)\s?\d+)?(?![\w/-])"
)
_ENDINGS = "com|ca|org|net|io|dev|me|edu|co|fr|uk|info|tech|ai|app"
LINK = re.compile(
    rf"(?:https?://|www\.)[^\s|,;]+|(?<![\w@.-])(?:[\w-]{{1,63}}\.)+(?:{_ENDINGS})(?:/[^\s|,;]*)?(?![\w@])",
    re.IGNORECASE,
)
SEARCHED = 600
"""So many characters of a line are looked through: nobody's contact details stand further on."""
_PIECES = re.compile(r"\t|\s+[|•·–—∙⋄◆]\s+|\s{3,}| / |[|•\ue000-\uf8ff]")
_LABEL = re.compile(
    r"^(?:e-?mail|courriel|phone|tel|tél|telephone|téléphone|mobile|cell|cellulaire|address|adresse|location|linkedin|"
    r"github|website|site web|web|portfolio)\.?\s*:\s*",
    re.IGNORECASE,
)
_PARTICLES = frozenset("de van von der da di la le del al bin dos du".split())
_NO_NAME = re.compile(r"^(?:resume|résumé|curriculum vitae|cv|c\.v\.|page \d+|confidential)$", re.IGNORECASE)
_LETTERS = re.compile(r"^[^\d@/:]{2,60}$")
_TARGET = re.compile(r"^(?:target|poste visé)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contact:
    """What a machine knows of the person; a field is None, or empty, where it found none."""

    name: Field | None = None
    headline: Field | None = None
    emails: tuple[Field, ...] = ()
    phones: tuple[Field, ...] = ()
    links: tuple[Field, ...] = ()
    city: Field | None = None


def find_contact(
    head: Sequence[ForeignLine], section: Sequence[ForeignLine], rest: Sequence[ForeignLine]
) -> tuple[Contact, list[ForeignLine]]:
    """The contact details of what stands before the first heading and under a heading of their own, and what is left
    of the head. E-mail and telephone are looked for in the rest too, where neither is above.
    """
    lines = [*head, *section]
    emails, phones, links = _details(lines)
    if not emails and not phones:
        emails, phones, _ = _details(rest)
    name = _name(head) or _name(section) or largest_name(rest)
    city = _city(lines)
    left = [line for line in head if not (name and line is name.line) and not _is_contact(line, city)]
    headline = _headline(left)
    left = [line for line in left if not (headline and line is headline.line)]
    return Contact(name, headline, emails, phones, links, city), left


def _details(lines: Sequence[ForeignLine]) -> tuple[tuple[Field, ...], tuple[Field, ...], tuple[Field, ...]]:
    emails: list[Field] = []
    phones: list[Field] = []
    links: list[Field] = []
    for line in lines:
        text = line.text[:SEARCHED]
        emails += [Field(match[0], line) for match in EMAIL.finditer(text)]
        bare = EMAIL.sub(" ", text)
        links += [Field(match[0].rstrip("."), line) for match in LINK.finditer(bare)]
        bare = LINK.sub(" ", bare)
        phones += [
            Field(match[0].strip(), line) for match in PHONE.finditer(bare) if 9 < sum(map(str.isdigit, match[0])) < 16
        ]
    return tuple(emails), tuple(phones), tuple(links)


def _is_contact(line: ForeignLine, city: Field | None) -> bool:
    text = line.text[:SEARCHED]
    if EMAIL.search(text) or (city and line is city.line):
        return True
    words = LINK.sub("", PHONE.sub("", text))
    return len(words.strip(" |•·,-–—:\t")) * 2 < len(text)


def _name(lines: Sequence[ForeignLine]) -> Field | None:
    """The person's name: among the first lines the one set largest, without letters behind it."""
    able = [(n, line) for n, line in enumerate(lines[:8]) if _may_be_name(line.text)]
    if not able:
        return None
    largest = max(line.size for _, line in able)
    number, line = next((n, line) for n, line in able if line.size >= largest - 0.1)
    text = _PIECES.split(unspaced(line.text))[0].split(",")[0].strip()
    sure = 0.95 if number == 0 or (largest and sum(1 for _, one in able if one.size >= largest - 0.1) == 1) else 0.7
    return Field(text, line, sure)


def largest_name(lines: Sequence[ForeignLine]) -> Field | None:
    """The name where a side bar comes before it in the file: set larger than all else, on the first page."""
    most = max((line.size for line in lines), default=0)
    large = [line for line in lines if line.size == most and line.page < 2 and find_span(line.text) is None]
    found = _name(large) if 0 < len(large) < 3 and any(line.size < most for line in lines) else None
    return replace(found, confidence=0.6) if found else None


def _may_be_name(text: str) -> bool:
    text = _PIECES.split(unspaced(text[:SEARCHED]).strip())[0].split(",")[0].strip()
    words = text.split()
    return (
        bool(_LETTERS.match(text))
        and 0 < len(words) <= 6
        and not _NO_NAME.match(text)
        and not _TARGET.match(text)
        and not is_place(text)
        and all(
            not word[0].islower()
            or word in ("de", "van", "von", "der", "da", "di", "la", "le", "del", "al", "bin", "dos")
            for word in words
        )
        and (len(words) > 1 or not text.isascii() or len(text) > 2)
    )


def _headline(lines: Sequence[ForeignLine]) -> Field | None:
    for line in lines[:4]:
        told = line is lines[0] or count("title", line.text) or _TARGET.match(line.text)
        if told and len(line.text) <= 110 and not line.marker and find_span(line.text) is None:
            return Field(line.text, line, 0.8)
    return None


def _city(lines: Sequence[ForeignLine]) -> Field | None:
    for line in lines:
        for piece in _PIECES.split(line.text[:SEARCHED]):
            text = _LABEL.sub("", piece.strip()).strip(" ,")
            if is_place(text):
                return Field(text, line, 0.9)
    return None
