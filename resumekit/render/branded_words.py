"""A document's words as a branded template names them: plain text, no look, no sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from resumekit.document import block
from resumekit.document.line import Line


@dataclass(frozen=True)
class Entry:
    """A role, a school, a project. `dates`, `organization` are empty where there are none."""

    title: str
    dates: str
    organization: str
    scope: tuple[str, ...]
    bullets: tuple[str, ...]
    entries: tuple[Entry, ...]
    group: bool


@dataclass(frozen=True)
class Section:
    """A titled part. Its paragraphs, bullets and entries each in their order; `lines` holds all its words in order."""

    name: str
    title: str
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]
    entries: tuple[Entry, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """All that a template may name. `section` finds a section by its name: {{ section.experience.title }}."""

    name: str
    headline: str
    contact: tuple[str, ...]
    sections: tuple[Section, ...]
    section: Mapping[str, Section]
    title: str
    author: str
    language: str
    page_label: str


def words_of(document: block.Document) -> Words:
    """The words of a document."""
    sections = tuple(_section(section) for section in document.sections)
    head = document.head
    return Words(
        name=_text(head.name) if head else document.author,
        headline=_text(head.headline) if head else "",
        contact=_texts(head.contact) if head else (),
        sections=sections,
        section={section.name: section for section in sections},
        title=document.title,
        author=document.author,
        language=document.language,
        page_label=document.page_label,
    )


def _section(section: block.Section) -> Section:
    blocks = section.blocks
    return Section(
        name=section.name,
        title=_text(section.title),
        paragraphs=tuple(item.line.text for item in blocks if isinstance(item, block.Paragraph)),
        bullets=tuple(line.text for item in blocks if isinstance(item, block.Bullets) for line in item.lines),
        entries=tuple(_entry(item) for item in blocks if isinstance(item, block.Entry)),
        lines=_texts(tuple(section.lines())),
    )


def _entry(entry: block.Entry) -> Entry:
    return Entry(
        title=entry.title.text,
        dates=_text(entry.dates),
        organization=_text(entry.organization),
        scope=_texts(entry.scope),
        bullets=_texts(entry.bullets),
        entries=tuple(_entry(inner) for inner in entry.entries),
        group=entry.group,
    )


def _text(line: Line | None) -> str:
    return line.text if line else ""


def _texts(lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)
