"""The PDF that LinkedIn makes of a profile becomes facts: its side column, and its main one by size of type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from resumekit.load.draft import Draft, Said
from resumekit.load.import_item import place_item, when
from resumekit.load.import_person import is_in_country, link, place
from resumekit.load.import_role import employers
from resumekit.load.importer import importer
from resumekit.load.material import Material
from resumekit.readback.contact import EMAIL, PHONE
from resumekit.readback.foreign import ForeignLine
from resumekit.readback.header import is_place
from resumekit.readback.paragraph import paragraphs
from resumekit.readback.span import find_span
from resumekit.readback.words import headings

_PAGE = re.compile(r"^page \d+ (?:of|de|sur) \d+$", re.IGNORECASE)
_OWN_ADDRESS = re.compile(r"linkedin\.com/in/", re.IGNORECASE)
_LENGTH = re.compile(
    r"^(?:\d+ (?:years?|months?|ans?|mois|an)[ ,et]*)+$|^(?:less than a year|moins d.un an)$", re.IGNORECASE
)
_REGION = re.compile(r"\b(?:area|region|région|metropolitan|metro|remote)\b", re.IGNORECASE)
_STUDY = re.compile(r"^(.*?)\s*(?:·\s*)?\(([^()]*\d{4}[^()]*)\)$", re.DOTALL)
_KIND = re.compile(r"\s*\(([^()]{2,20})\)$")
_CLOSE = 1.6  # times the size of type from one line of an item to the next
_STEP = 0.3  # points of size that tell a title from its text


@dataclass(slots=True)
class _Part:
    """A heading and the lines under it, over the turns of pages."""

    name: str
    heading: str
    lines: list[ForeignLine] = field(default_factory=list)


def _is_profile(material: Material) -> bool:
    if material.form != "pdf":
        return False
    lines = material.reading.lines
    numbered = any(_PAGE.match(line.text) for line in lines)
    side = {headings().find(line.text) for line in lines if line.x < _main_x(lines) - 20}
    return numbered and ("contact", "known") in side and any(_OWN_ADDRESS.search(line.text) for line in lines)


def _main_x(lines: Iterable[ForeignLine]) -> float:
    """Where the main column begins: at the person's name, the largest words."""
    return max(lines, key=lambda line: (line.size, -line.page), default=ForeignLine("")).x


@importer("linkedin-pdf", "LinkedIn's PDF of a profile", _is_profile)
def read_profile(material: Material) -> Draft:
    """A draft of a profile's PDF. LinkedIn's own sums of years are left out: they follow from the dates."""
    lines = [line for line in material.reading.lines if not _PAGE.match(line.text)]
    edge = _main_x(lines) - 20
    draft = Draft()
    draft.data["person"] = {}
    for part in _parts([line for line in lines if line.x < edge]):
        _side(draft, part)
    for part in _parts([line for line in lines if line.x >= edge]):
        _main(draft, part)
    return draft


def _parts(lines: Sequence[ForeignLine]) -> list[_Part]:
    """The headings of one column with their lines; what stands before the first is called "head"."""
    out = [_Part("head", "")]
    known = [line for line in lines if headings().find(line.text)]
    size = max((line.size for line in known), default=0)
    for line in lines:
        found = headings().find(line.text)
        if found and line.size >= size - _STEP:
            out.append(_Part(found[0], line.text))
        else:
            out[-1].lines.append(line)
    return out


def _side(draft: Draft, part: _Part) -> None:
    if part.name == "contact":
        _contact(draft, part.lines)
        return
    for text in _items(part.lines):
        if part.name in ("credentials", "skills"):
            # The name of a certificate or skill is all there is here, commas and all.
            draft.add(part.name, name=text)
        else:
            place_item(draft, part.name, part.heading or "at the side", text)


def _items(lines: Sequence[ForeignLine]) -> list[str]:
    """The items of the side column; one goes on where its next word would not have fitted, close below."""
    limit = max((line.right for line in lines), default=0)
    out: list[str] = []
    for number, line in enumerate(lines):
        last = lines[number - 1] if number else None
        if last and out and line.page == last.page and last.y - line.y < _CLOSE * line.size:
            letter = (last.right - last.x) / max(len(last.text), 1)
            if last.right + letter * (len(line.text.split(" ", 1)[0]) + 1) > limit + letter:
                out[-1] = f"{out[-1]} {line.text}"
                continue
        out.append(line.text)
    return out


def _contact(draft: Draft, lines: Sequence[ForeignLine]) -> None:
    """E-mail, telephone and addresses; an address that is broken over lines ends at its kind in brackets."""
    begun = ""
    for line in lines:
        text = f"{begun} {line.text}" if line.text.startswith("(") else begun + line.text
        if _reached(draft, text):
            begun = ""
        elif begun and _reached(draft, line.text):
            draft.keep("contact", begun)
            begun = ""
        elif " " not in text and re.search(r"[./@]", text):
            begun = text
        else:
            draft.keep("contact", text)
            begun = ""
    if "." in begun:
        link(draft, "contact", begun)


def _reached(draft: Draft, text: str) -> bool:
    """Puts a way to reach the person where it belongs; False for words that are none, or not yet whole."""
    person = draft.data["person"]
    kind = _KIND.search(text)
    bare = _KIND.sub("", text).strip()
    for name, pattern in (("email", EMAIL), ("phone", PHONE)):
        if pattern.fullmatch(bare):
            if name in person:
                draft.keep("contact", text, f"a second {name}")
            person.setdefault(name, bare)
            return True
    if kind and " " not in bare and "." in bare:
        link(draft, "contact", bare, "LinkedIn" if _OWN_ADDRESS.search(bare) else kind[1])
        return True
    return False


def _main(draft: Draft, part: _Part) -> None:
    if part.name == "head":
        _head(draft, part.lines)
    elif part.name == "profile":
        draft.data["person"]["profile"] = "\n".join(_marked(line) for line in paragraphs(part.lines))
    elif part.name in ("experience", "earlier"):
        draft.data.setdefault("experience", []).extend(employers(_jobs(draft, part)))
    elif part.name == "education":
        _education(draft, part)
    else:
        for line in paragraphs(part.lines):
            place_item(draft, part.name, part.heading, line.text)


def _head(draft: Draft, lines: Sequence[ForeignLine]) -> None:
    person = draft.data["person"]
    size = max((line.size for line in lines), default=0)
    person["name"] = " ".join(line.text for line in lines if line.size >= size - _STEP)
    rest = [line.text for line in lines if line.size < size - _STEP]
    if rest and _is_place(rest[-1]):
        person.update(place(rest.pop()))
    person["headline"] = " ".join(rest)


def _is_place(text: str) -> bool:
    return (
        is_place(text)
        or is_in_country(text)
        or (len(text) <= 60 and bool(_REGION.search(text)) and text[-1:] not in ".!")
    )


def _jobs(draft: Draft, part: _Part) -> Iterator[dict[str, Any]]:
    """A row for each position: larger type names the employer, less large type the title, then come the dates."""
    dates = [n for n, line in enumerate(part.lines) if _is_dates(line)]
    if not dates:
        for line in paragraphs(part.lines):
            draft.keep(part.heading, line.text)
        return
    body = part.lines[dates[0]].size
    heads = [_head_before(part.lines, number, body) for number in dates]
    for line in part.lines[: heads[0]]:
        draft.keep(part.heading, line.text)
    employer = ""
    for number, date in enumerate(dates):
        until = heads[number + 1] if number + 1 < len(dates) else len(part.lines)
        above = [line for line in part.lines[heads[number] : date] if not _LENGTH.match(line.text)]
        named, title = _names(above)
        employer = named or employer
        span = find_span(part.lines[date].text)
        yield {"employer": employer, "title": title, **when(span), **_told(part.lines[date + 1 : until])}


def _is_dates(line: ForeignLine) -> bool:
    span = find_span(line.text)
    return span is not None and span.is_span and not (line.text[: span.at] + line.text[span.to :]).strip(" ()·")


def _head_before(lines: Sequence[ForeignLine], date: int, body: float) -> int:
    """The first line of an entry's head: those above its dates that are larger than text, sums of years among them."""
    at = date
    while at and (lines[at - 1].size > body + _STEP or _LENGTH.match(lines[at - 1].text)):
        at -= 1
    return at


def _names(lines: Sequence[ForeignLine]) -> tuple[str, str]:
    """The employer, "" for the one above, and the title."""
    groups = [(size, " ".join(line.text for line in same)) for size, same in groupby(lines, lambda line: line.size)]
    if len(groups) > 1:
        return groups[-2][1], groups[-1][1]
    if len(lines) > 1:
        return lines[0].text, " ".join(line.text for line in lines[1:])
    return "", groups[0][1] if groups else ""


def _told(lines: Sequence[ForeignLine]) -> dict[str, Any]:
    """The place under the dates and the description."""
    fields: dict[str, Any] = {}
    if lines and not lines[0].marker and _is_place(lines[0].text):
        fields["city"], lines = lines[0].text, lines[1:]
    found = paragraphs(lines)
    fields["summary"] = "\n".join(line.text for line in found if not line.marker)
    fields["achievements"] = [line.text for line in found if line.marker]
    return fields


def _education(draft: Draft, part: _Part) -> None:
    """Schools in larger type, under each the degree with its subject and years."""
    body = min((line.size for line in part.lines), default=0)
    for large, same in groupby(part.lines, lambda line: line.size > body + _STEP):
        text = " ".join(line.text for line in same)
        if large:
            draft.add("education", institution=text)
        elif draft.data.get("education"):
            draft.data["education"][-1].update(_degree(text))
        else:
            draft.keep(part.heading, text)


def _degree(text: str) -> dict[str, Any]:
    match = _STUDY.match(text)
    words, span = (match[1], find_span(match[2])) if match else (text, None)
    credential, comma, area = words.strip(" ·").partition(", ")
    return {
        "credential": credential,
        "area": Said(area, "read as the subject") if comma else "",
        **when(span),
        **({"notes": Said(match[2], "dates that cannot be read")} if match and span is None else {}),
    }


def _marked(line: ForeignLine) -> str:
    return f"{line.marker} {line.text}" if line.marker else line.text
