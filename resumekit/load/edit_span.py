"""A few characters of a text field of a client file: where they stand in the file, and others in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from resumekit.load.client import Client, Place, Places
from resumekit.load.edit import write_back
from resumekit.load.node import Node, find
from resumekit.model.fact import Fact, Path
from resumekit.model.resume import Resume

# Signs that could end a quoted text, open a comment, or mean something else where no quotes stand.
_UNSAFE = re.compile(r"[\"'\\:#{}\[\],&*!|>%@`\n\r\t]")


@dataclass(frozen=True, slots=True)
class Change:
    """Other words for the characters of a text field from `start` up to `end`."""

    path: Path
    start: int
    end: int
    words: str


def place_of(places: Places, path: Path, text: str, start: int, end: int) -> Place:
    """Where these characters of the text at a path stand in the file; the whole field where they cannot be told."""
    span = _span(places, path, text, start, end) if end else None
    if span is None:
        return places.find(path)
    line, column = places.source.position(span[0])
    return Place(line, column, span[1] - span[0], places.source.line(line))


def _span(places: Places, path: Path, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Offsets in the file; a folded text may break a line wherever it has a space."""
    _, node, _ = find(places.root, path)
    words = text[start:end].strip()
    if not isinstance(node.value, str) or not node.line or not words:
        return None
    raw = places.source.text[node.start : node.end]
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    before = len(pattern.findall(text[:start]))
    found = list(pattern.finditer(raw))
    if len(found) != len(pattern.findall(text)) or before >= len(found):
        return None
    return node.start + found[before].start(), node.start + found[before].end()


def write_changes(client: Client, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Writes the changes whose place in the file is certain, all of them or none; gives those that were made.

    Of two that overlap the first is made. What stands around them is not touched.

    Raises:
        ClientFileError: the facts would not be what they should.
        OutputError: the file cannot be written.
    """
    made: list[tuple[int, int, Change]] = []
    for change in changes:
        span = _certain_span(client, change)
        if span and not any(span[0] < end and start < span[1] for start, end, _ in made):
            made.append((*span, change))
    if not made:
        return ()
    text = client.places.source.text
    for start, end, change in sorted(made, key=lambda item: -item[0]):
        text = text[:start] + change.words + text[end:]
    wanted = _changed(client.resume, [change for _, _, change in made])

    def holds(again: Resume) -> bool:
        return wanted == again.model_dump()

    facts = {id(fact): fact for _, _, change in made if (fact := _fact_at(client.resume, change.path))}
    write_back(client, replace(client.places.source, text=text), "text", facts.values(), holds)
    return tuple(change for _, _, change in made)


def _certain_span(client: Client, change: Change) -> tuple[int, int] | None:
    text = _text_at(client.resume, change.path)
    if text is None or not text[change.start : change.end].strip():
        return None
    span = _span(client.places, change.path, text, change.start, change.end)
    _, node, _ = find(client.places.root, change.path)
    if span is None or (node.style not in ("|", ">") and _is_unsafe(node, client, change)):
        return None
    return span


def _is_unsafe(node: Node, client: Client, change: Change) -> bool:
    if _UNSAFE.search(change.words):
        return True
    # An anchor or an alias may mean the same words elsewhere.
    return client.places.source.text[node.start : node.start + 1] in ("&", "*")


def _text_at(resume: Resume, path: Path) -> str | None:
    found: Any = resume
    for step in path:
        if isinstance(step, int):
            found = found[step] if isinstance(found, tuple) and step < len(found) else None
        else:
            found = getattr(found, _field(found, step), None)
        if found is None:
            return None
    return found if isinstance(found, str) else None


def _field(owner: Any, label: str) -> str:
    fields = getattr(type(owner), "model_fields", {})
    return next((name for name, info in fields.items() if label in (name, info.alias)), label)


def _fact_at(resume: Resume, path: Path) -> Fact | None:
    return next((fact for fact in resume.facts.values() if fact.path == path[:-1]), None)


def _changed(resume: Resume, changes: list[Change]) -> dict[str, Any]:
    """All that the resume says, with the changes made; those behind go first, so that places hold."""
    data = resume.model_dump()
    for change in sorted(changes, key=lambda item: -item.start):
        owner: Any = data
        model: Any = resume
        for step in change.path[:-1]:
            name = step if isinstance(step, int) else _field(model, step)
            owner = owner[name]
            model = model[step] if isinstance(step, int) else getattr(model, str(name))
        field = _field(model, str(change.path[-1]))
        owner[field] = owner[field][: change.start] + change.words + owner[field][change.end :]
    return data
