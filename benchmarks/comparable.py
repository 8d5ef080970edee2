"""Prints a RenderCV file that says the same words as resumekit's document of a client: `comparable.py CLIENT`."""

from __future__ import annotations

import sys
from typing import Any

import yaml

from resumekit.document.block import Bullets, Document, Entry, Paragraph, Section
from resumekit.load.client import load
from resumekit.pipeline import Choices, compose


def rendercv_input(document: Document) -> dict[str, Any]:
    """The document's words in RenderCV's own kinds of entries."""
    assert document.head, "a resume has a head"
    contact = [line.text for line in document.head.contact]
    cv = {
        "name": document.head.name.text,
        "headline": document.head.headline.text if document.head.headline else None,
        "email": next((text for text in contact if "@" in text), None),
        "location": contact[0],
        "sections": {
            section.title.text if section.title else section.name.title(): _entries(section)
            for section in document.sections
        },
    }
    return {"cv": cv, "design": {"theme": "classic"}}


def _entries(section: Section) -> list[Any]:
    """A section of roles as experience entries, any other as bullets: RenderCV allows one kind to a section."""
    if any(isinstance(block, Entry) for block in section.blocks):
        return [entry for block in section.blocks if isinstance(block, Entry) for entry in _roles(block)]
    return [
        {"bullet": line.text}
        for block in section.blocks
        for line in (
            block.lines if isinstance(block, Bullets) else [block.line] if isinstance(block, Paragraph) else []
        )
    ]


def _roles(entry: Entry, employer: str = "") -> list[dict[str, Any]]:
    if entry.group:
        return [role for inner in entry.entries for role in _roles(inner, entry.title.text)]
    return [
        {
            "company": entry.organization.text if entry.organization else employer,
            "position": entry.title.text,
            "date": entry.dates.text if entry.dates else None,
            "summary": " ".join(line.text for line in entry.scope) or None,
            "highlights": [line.text for line in entry.bullets],
        }
    ]


if __name__ == "__main__":
    made = rendercv_input(compose(load(sys.argv[1]), Choices()))
    yaml.safe_dump(made, sys.stdout, allow_unicode=True, sort_keys=False, width=1000)
