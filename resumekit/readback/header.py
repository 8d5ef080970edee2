"""The lines over an entry's points: which words are the title, which the employer, which the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from resumekit.readback.field import Field
from resumekit.readback.foreign import ForeignLine
from resumekit.readback.span import Span
from resumekit.readback.words import count

Kind = Literal["title", "study"]
_PARTS = re.compile(r"\t+|\s{3,}|\s+[|•·]\s+|\s+@\s+")
_DASH = re.compile(r"\s+[–—]\s+|\s+-\s+")
_TOWN, _REGION = r"[^\W\d_][\w .'’()-]{1,40}", r"[^\W\d_][\w .'’()-]{1,30}"
_PLACE = re.compile(rf"^{_TOWN}(?:, {_REGION}){{1,2}}$|^[^\W\d_][\w .'’-]{{1,30}} \([^\W\d_][\w .'’-]+\)$")
_LENGTH = re.compile(r"^[(]?(?:\d+ (?:years?|yrs?|months?|mos?|ans?|mois)[ ,]*(?:and |et )?)+[)]?$", re.IGNORECASE)
# An employer that is described, not named: "A privately held food distributor".
_UNNAMED = re.compile(r"^(?:An?|Une?) [^\W\d_]")
_AT = re.compile(r"\s+(?:at|chez)\s+")


_SURE = 0.9
"""Of what a header tells by its words and their order."""


@dataclass(frozen=True, slots=True)
class Header:
    """Who, where: `sure` is whether the title comes first, by its words; None where they do not tell."""

    title: Field | None = None
    organization: Field | None = None
    city: Field | None = None
    others: tuple[Field, ...] = ()
    sure: bool | None = None

    def inside(self, organization: Field, city: str) -> Header:
        """The header of a title held at an employer that is named above."""
        place = self.city or (Field(city, organization.line, _SURE) if city else None)
        return replace(self, organization=replace(organization, confidence=0.85), city=place)


def header_of(
    line: ForeignLine,
    span: Span,
    before: Sequence[ForeignLine],
    after: Sequence[ForeignLine],
    kind: str,
    titles_first: bool | None,
) -> tuple[Header, list[ForeignLine]]:
    """What the lines around an entry's dates say, and which lines after them say nothing of it."""
    rest = list(after)
    bare = _bare(line, span)
    near = [*_cut(before), *_cut([replace(line, text=bare)] if bare else [])]
    parts = [part for part in near if not _LENGTH.match(part.text)]
    names = [part for part in parts if not is_place(part.text)]
    places = [part for part in parts if is_place(part.text)]
    while rest and (len(names) < 2 or (not places and is_place(rest[0].text))):
        if len(names) == 1 and not is_place(rest[0].text) and not _is_name(names[0], rest[0], kind):
            break
        taken = _cut([rest.pop(0)])
        names += [part for part in taken if not is_place(part.text)]
        places += [part for part in taken if is_place(part.text)]
    if len(names) == 1:
        return _single(names[0], places, cast("Kind", kind)), rest
    if not names:
        return Header(city=places[0] if places else None), rest
    return _two(names, places, cast("Kind", kind), titles_first), rest


def _cut(lines: Sequence[ForeignLine]) -> list[Field]:
    return [
        Field(text.strip(), line, _SURE) for line in lines for text in _PARTS.split(line.text) if text.strip(" ,–—-")
    ]


def is_place(text: str) -> bool:
    """Whether words are a town and its province or country, and nothing else."""
    text = text.strip()
    if len(text) > 60 or count("title", text) or not _PLACE.match(text):
        return count("place", text) > 0 and len(text.split()) == 1 and len(text) > 3
    *towns, last = re.split(r", |\(", text)
    if count("organization", towns[0]) or len(towns[0].split()) > 4:
        return False
    return all(count("place", part) for part in (*towns[1:], last.rstrip(")")))


def _is_name(first: Field, line: ForeignLine, kind: str) -> bool:
    """Whether a line under the dates is the other half of a header, not a note: an employer, a school, a title."""
    text = line.text
    if len(text) > 110:
        return False
    if count("organization", text) or _split_place(text)[1]:
        return True
    if kind == "study":
        return not count("study", first.text) or not count("organization", first.text)
    if count("title", text) > count("title", first.text):
        return True
    if _UNNAMED.match(text) and len(text) <= 80:
        return count("title", first.text) > 0
    return _is_capitalized(text) and ("," not in first.text or count("title", first.text) > 0)


def _is_capitalized(text: str) -> bool:
    """Whether words are written as a name: most of the longer ones with a capital, or in a script without them."""
    name = _DASH.split(text)[0]
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 3]
    if not words:
        return not name[:1].islower()
    return sum(1 for word in words if not word[0].islower()) * 3 >= len(words) * 2


def _two(names: list[Field], places: list[Field], kind: Kind, titles_first: bool | None) -> Header:
    first, second = names[:2]
    lean = _lean(first.text, kind) - _lean(second.text, kind)
    sure = None if not lean else lean > 0
    if titles_first is not None and (sure is None or abs(lean) < 1):
        title_is_first = titles_first if sure is None else sure
    else:
        title_is_first = sure if sure is not None else True
    title, organization = (first, second) if title_is_first else (second, first)
    if sure is None:
        title, organization = replace(title, confidence=0.6), replace(organization, confidence=0.6)
    name, city, about = _employer(organization)
    others = tuple(part for part in (*names[2:], *((about,) if about else ())))
    return Header(title, name, places[0] if places else city, others, sure)


def _lean(text: str, kind: Kind) -> float:
    """How much words are a title (or a degree) more than an organization."""
    place = 1 if _split_place(text)[1] else 0
    return min(count(kind, text), 2) - min(count("organization", text), 2) * (1.5 if kind == "study" else 0.75) - place


def _employer(part: Field) -> tuple[Field, Field | None, Field | None]:
    """An employer's name, its town, and what it is; the words after a dash are what it is, unless they are a place."""
    halves = _DASH.split(part.text, maxsplit=1)
    text, about = halves[0], halves[1] if len(halves) > 1 else ""
    name, city = _split_place(text)
    if about and is_place(about) and not city:
        city, about = about, ""
    return (
        replace(part, text=name),
        replace(part, text=city) if city else None,
        replace(part, text=about, confidence=0.7) if about else None,
    )


def has_place(text: str) -> bool:
    """Whether words end in a town and its province or country, as an employer's line does."""
    return bool(_split_place(_DASH.split(text)[0])[1])


def _split_place(text: str) -> tuple[str, str]:
    """A name and the town and province behind it, "" where there are none."""
    pieces = text.split(", ")
    for size in (3, 2, 1):
        tail = ", ".join(pieces[-size:])
        if len(pieces) > size and is_place(tail) and (size > 1 or "(" in tail or count("place", tail)):
            return ", ".join(pieces[:-size]), tail
    return text, ""


def title_alone(line: ForeignLine, span: Span, after: Sequence[ForeignLine]) -> tuple[Header, list[ForeignLine]]:
    """The header of a title held at an employer that is named above: all of its words, a place apart."""
    parts = _cut([replace(line, text=_bare(line, span))])
    rest = list(after)
    if rest and is_place(rest[0].text):
        parts += _cut([rest.pop(0)])
    names = [part for part in parts if not is_place(part.text) and not _LENGTH.match(part.text)]
    places = [part for part in parts if is_place(part.text)]
    return Header(names[0] if names else None, None, places[0] if places else None, tuple(names[1:])), rest


def _bare(line: ForeignLine, span: Span) -> str:
    """The words of a line without its dates."""
    head, tail = line.text[: span.at].rstrip(" \t,|·–—-(:"), line.text[span.to :].lstrip(" \t,|·–—-).;")
    return f"{head}\t{tail}".strip()


def _single(part: Field, places: list[Field], kind: Kind) -> Header:
    """A header of one line: "Title, Employer, Town, Province", or a title or an employer alone."""
    halves = _DASH.split(part.text, maxsplit=1)
    others: tuple[Field, ...] = ()
    if len(halves) > 1 and is_place(halves[1]):
        places = [replace(part, text=halves[1]), *places]
        part = replace(part, text=halves[0])
    elif len(halves) > 1 and halves[1][:1].islower():
        part, others = replace(part, text=halves[0]), (replace(part, text=halves[1], confidence=0.7),)
    text, city = _split_place(part.text)
    place = places[0] if places else replace(part, text=city) if city else None
    pieces = _pieces(text, kind, bool(place))
    if len(pieces) > 1:
        # The employer, or the school, is the piece that is least a title; the later of two.
        best = max(range(len(pieces)), key=lambda n: (-_lean(pieces[n], kind), n))
        title, name = (
            (", ".join(pieces[1:]), pieces[0]) if best == 0 else (", ".join(pieces[:best]), ", ".join(pieces[best:]))
        )
        if best == 0 and not count(kind, title):
            return Header(organization=replace(part, text=text), city=place, others=others)
        return Header(
            replace(part, text=title, confidence=0.7), replace(part, text=name, confidence=0.7), place, others
        )
    if _lean(text, kind) < 0 or (city and not count(kind, text)):
        return Header(organization=replace(part, text=text), city=place, others=others)
    return Header(title=replace(part, text=text), city=place, others=others)


def _pieces(text: str, kind: Kind, has_city: bool) -> list[str]:
    """The parts of a header of one line, if it has a title and an employer; one part where that is not certain."""
    for pattern in (_AT, _DASH):
        halves = [piece for piece in pattern.split(text, maxsplit=1) if piece.strip()]
        if len(halves) == 2 and (pattern is _AT or sum(1 for half in halves if count(kind, half)) == 1):
            return halves
    pieces = text.split(", ")
    told = has_city or any(count("organization", piece) and not count(kind, piece) for piece in pieces)
    return pieces if told else [text]


def title_and_employer(text: str) -> tuple[str, ...]:
    """The halves of "Line Cook, Harbour Grill", where the first is a title and the second a name; () where not."""
    first, comma, second = text.rpartition(", ")
    told = comma and count("title", first) and not count("title", second) and _is_capitalized(second)
    return (first, second) if told else ()


def is_group(line: ForeignLine, following: ForeignLine, header: Header) -> bool:
    """Whether a dated line is an employer over several titles, by its words, its style, or the next line's words."""
    text = header.organization.text if header.organization else header.title.text if header.title else ""
    if "group" in line.style.lower() and line.style != following.style:
        return True
    return not count("title", text) and bool(count("title", following.text))
