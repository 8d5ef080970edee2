"""The page of a file that anybody made: what a machine takes from it, as lines that the rules can look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from resumekit.lint.page import LineKind, Page, PageLine, Post
from resumekit.model.date import PartialDate
from resumekit.readback.entry import FoundEntry
from resumekit.readback.field import Field
from resumekit.readback.fields import WORK, Extract, SectionFields, extract
from resumekit.readback.foreign import ForeignLine, ForeignReading
from resumekit.text.language import language_of

_DEFAULT = {"en": "en-CA", "fr": "fr-CA"}
_LOCALES = {"en-ca": "en-CA", "en-us": "en-US", "en-gb": "en-GB", "fr-ca": "fr-CA"}
_POINTS = frozenset({"highlights", "evidence"})
_KINDS: dict[str, Literal["project", "volunteering"]] = {"projects": "project", "volunteering": "volunteering"}


def page_of_reading(
    reading: ForeignReading, *, locale: str = "", target_title: str = "", posting: str = "", as_of: date | None = None
) -> Page:
    """The lines of a foreign file with the posts they belong to.

    The language is told by the words, not by the file's own statement, which is often the writing program's; the
    country is the file's, where its language agrees. `locale` goes before both.
    """
    found = extract(reading)
    return Page(
        tuple(_lines(found)),
        locale or _locale(reading),
        target_title=target_title,
        as_of=as_of,
        months=_months(found, as_of),
        posting=posting,
        reading=reading,
    )


def _locale(reading: ForeignReading) -> str:
    language = language_of(reading.text)
    stated = _LOCALES.get(reading.language.lower(), "")
    return stated if stated.startswith(language) else _DEFAULT[language]


def _lines(found: Extract) -> Iterator[PageLine]:
    contact = found.contact
    if contact.name:
        yield _line(contact.name, "contact", "head")
    if contact.headline:
        yield _line(contact.headline, "title", "head")
    seen: set[ForeignLine] = set()
    for field in (*contact.emails, *contact.phones, *contact.links, *((contact.city,) if contact.city else ())):
        if field.line not in seen:
            seen.add(field.line)
            yield _of(field.line, "contact", "head")
    for number, section in enumerate(found.sections):
        yield from _section(section, number)


def _section(found: SectionFields, number: int) -> Iterator[PageLine]:
    name = found.section.name
    if found.section.heading:
        yield _of(found.section.heading, "heading", name)
    for place, entry in enumerate(found.entries):
        yield from _entry(entry, name, f"{name}-{number}-{place}")
    for item in found.items:
        yield _line(item, _kind_of(item, name), name)


def _kind_of(item: Field, section: str) -> LineKind:
    if section == "profile":
        return "profile" if not item.line.marker else "text"
    if item.line.marker and section in WORK | _POINTS:
        return "bullet"
    return "quote" if section == "testimonials" else "other"


def _entry(entry: FoundEntry, section: str, key: str) -> Iterator[PageLine]:
    post = _post(entry, section, key)
    named = [field for field in (entry.title, entry.organization, entry.dates) if field]
    lines = dict.fromkeys(field.line for field in named)
    yield from (_of(line, "title", section, post) for line in lines)
    for note in entry.notes:
        if note.line not in lines:
            yield _line(note, "other", section, post)
    for bullet in entry.bullets:
        yield _line(bullet, "bullet" if section in WORK or section in _KINDS else "other", section, post)


def _post(entry: FoundEntry, section: str, key: str) -> Post:
    return Post(
        key,
        entry.title.text if entry.title else "",
        entry.organization.text if entry.organization else "",
        _date(entry.start),
        _date(entry.end),
        entry.end == "present",
        _KINDS.get(section, "role"),
    )


def _date(words: str) -> PartialDate | None:
    return PartialDate.parse(words) if words else None


def _months(found: Extract, as_of: date | None) -> int:
    """The months of work told, once each; work that goes on counts to `as_of`, or not at all."""
    months: set[int] = set()
    for entry in found.jobs:
        start, end = _date(entry.start), _date(entry.end or entry.start)
        if start is None or end is None or start.year is None:
            continue
        last = end.months_from_zero(latest=True) if not end.is_present else _month(as_of) or start.months_from_zero()
        months.update(range(start.months_from_zero(), last + 1))
    return len(months)


def _month(day: date | None) -> int:
    return day.year * 12 + day.month - 1 if day else 0


def _line(field: Field, kind: LineKind, section: str, post: Post | None = None) -> PageLine:
    return PageLine(field.text, kind, section, post, page=field.line.page, line=field.line.number)


def _of(line: ForeignLine, kind: LineKind, section: str, post: Post | None = None) -> PageLine:
    return PageLine(line.text.replace("\t", "  "), kind, section, post, page=line.page, line=line.number)
