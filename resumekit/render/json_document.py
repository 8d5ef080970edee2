"""The document with its sources, as JSON."""

from __future__ import annotations

import json
from typing import Any

from resumekit.document.block import Block, Bullets, Document, Entry, Figure, Paragraph, Table
from resumekit.document.line import Line


def write_json(document: Document) -> str:
    """Every line with its sources, in reading order; what was left out; what makes it a draft."""
    head = document.head
    data = {
        "kind": document.kind,
        "title": document.title,
        "author": document.author,
        "language": document.language,
        "paper": document.paper,
        "head": head and {
            "name": _line(head.name),
            "headline": _line(head.headline),
            "contact": [_line(line) for line in head.contact],
        },
        "sections": [
            {"name": section.name, "title": _line(section.title), "blocks": [_block(item) for item in section.blocks]}
            for section in document.sections
        ],
        "draft": list(document.draft),
        "omitted": [{"fact": item.fact, "text": item.text, "reason": item.reason} for item in document.omitted],
    }  # fmt: skip
    return json.dumps(_present(data), ensure_ascii=False, indent=2) + "\n"


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"paragraph": _line(block.line), "style": block.style}
        case Bullets():
            return {"bullets": [_line(line) for line in block.lines]}
        case Entry():
            return {
                "title": _line(block.title),
                "dates": _line(block.dates),
                "organization": _line(block.organization),
                "scope": [_line(line) for line in block.scope],
                "bullets": [_line(line) for line in block.bullets],
                "entries": [_block(entry) for entry in block.entries],
            }
        case Table():
            return {
                "caption": _line(block.caption),
                "header": [_line(cell) for cell in block.header],
                "rows": [[_line(cell) for cell in row] for row in block.rows],
            }
        case Figure():
            return {"figure": _line(block.caption), "alt": block.alt, "data": block.data and _block(block.data)}


def _line(line: Line | None) -> dict[str, Any] | None:
    if line is None:
        return None
    links = [span.link for span in line.spans if span.link]
    return {
        "text": line.text,
        "sources": [f"{source.kind}:{source.ref}" for source in line.sources],
        **({"links": links} if links else {}),
    }


def _present(value: Any) -> Any:
    """The same without keys that hold None or nothing."""
    if isinstance(value, dict):
        return {key: _present(item) for key, item in value.items() if item not in (None, [], ())}
    return [_present(item) for item in value] if isinstance(value, list) else value
