"""What a machine takes from a resume made with anything, told line by line: the first thing `check` says of a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from resumekit.cli import screen

if TYPE_CHECKING:
    from resumekit.readback.contact import Contact
    from resumekit.readback.entry import FoundEntry
    from resumekit.readback.field import Field
    from resumekit.readback.fields import Extract, SectionFields
    from resumekit.readback.foreign import ForeignReading

_LIST = 8
"""So many items of a list are told; the rest is counted."""


def say_reading(reading: ForeignReading, file: str) -> None:
    """Contact, sections in their order, jobs and schools with their dates and points, as most systems take them."""
    from resumekit.readback.fields import extract

    screen.say(click.style(f"{screen.printable(file)}: what a machine reads", bold=True))
    for row in screen.table([(f"  {name}", screen.printable(said)) for name, said in _rows(extract(reading))]):
        screen.say(row)
    screen.say()


def _rows(found: Extract) -> Iterator[tuple[str, str]]:
    yield from _contact(found.contact)
    for section in found.sections:
        yield "section", _heading(section)
        for entry in section.entries:
            yield "", _entry(entry)
        if section.items:
            yield "", _items([item.text for item in section.items])


def _contact(contact: Contact) -> Iterator[tuple[str, str]]:
    yield "name", _said(contact.name)
    yield "e-mail", _all(contact.emails)
    yield "telephone", _all(contact.phones)
    if contact.headline:
        yield "headline", contact.headline.text
    if contact.city:
        yield "place", contact.city.text
    if contact.links:
        yield "links", _all(contact.links)


def _heading(section: SectionFields) -> str:
    found = section.section
    if not found.heading:
        return "(no heading)"
    return f"{found.title} (taken as {found.name})" if found.name != "other" else f"{found.title} (not known)"


def _entry(entry: FoundEntry) -> str:
    dates = " – ".join(day for day in (entry.start, entry.end) if day) or "no dates"
    if entry.group:
        return f"{_said(entry.organization)} | {dates} | the titles that follow"
    held = [_count(len(entry.bullets), "point"), _count(len(entry.notes), "other line")]
    return " | ".join([_said(entry.title), _said(entry.organization), dates, *filter(None, held)])


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}" if number else ""


def _items(texts: list[str]) -> str:
    shown = [text if len(text) <= 60 else f"{text[:59]}…" for text in texts[:_LIST]]
    more = len(texts) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "")


def _said(field: Field | None) -> str:
    return field.text if field and field.text.strip() else "NOT FOUND"


def _all(fields: tuple[Field, ...]) -> str:
    return ", ".join(dict.fromkeys(field.text for field in fields)) or "NOT FOUND"
