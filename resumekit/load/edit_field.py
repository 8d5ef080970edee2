"""A client's own words, written into a client file with its comments and layout kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from resumekit.errors import ClientFileError
from resumekit.load.client import Client
from resumekit.load.edit import nodes_of, write_back
from resumekit.load.edit_item import with_item
from resumekit.load.edit_text import line_break, said, with_field
from resumekit.load.problems import at_node
from resumekit.load.source import Source
from resumekit.model.fact import Fact, Path
from resumekit.model.resume import Resume

_ADDED = "achievements"


@dataclass(frozen=True, slots=True)
class Changed:
    """Other words for a text field of a fact; a field that is not there yet is added."""

    key: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Added:
    """A new achievement of a role, a project or unpaid work, in the client's words; it goes last."""

    key: str
    text: str


def write_words(client: Client, edits: Iterable[Changed | Added]) -> None:
    """Writes all of these into the client's file, or none of them.

    Raises:
        UnknownNameError: there is no such fact.
        ClientFileError: something cannot be written in its place.
        OutputError: the file cannot be written.
    """
    source, facts, said_now = client.places.source, [], client.resume.model_dump(by_alias=True)
    for edit in edits:
        fact = client.resume.fact(edit.key)
        facts.append(fact)
        if isinstance(edit, Changed):
            source = replace(source, text=_changed(source, fact, edit))
            _at(said_now, fact.path)[edit.field] = edit.text
        else:
            node, _ = nodes_of(source, fact)
            source = replace(source, text=with_item(source, node, _ADDED, {"text": edit.text}, type(fact).shorthand))
            held = _at(said_now, fact.path)
            held[_ADDED] = (*held[_ADDED], edit.text)

    def holds(again: Resume) -> bool:
        return Resume.model_validate(said_now).model_dump() == again.model_dump()

    write_back(client, source, "text", facts, holds)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _changed(source: Source, fact: Fact, edit: Changed) -> str:
    """The text with other words in the place of a field's, whichever way those are written."""
    node, parent = nodes_of(source, fact)
    text = source.text
    pair = node.mapping.get(edit.field)
    if pair is None and (isinstance(node.value, dict) or type(fact).shorthand != edit.field):
        return with_field(source, node, parent, (edit.field, edit.text), type(fact).shorthand)
    old = pair[1] if pair else node
    if not isinstance(old.value, str):
        raise ClientFileError([at_node(source, old, f"'{edit.field}' is written so that no words can take its place")])
    if old.is_null:
        return with_field(source, node, parent, (edit.field, edit.text), None)
    flow = "flow" in (node.style, parent.style)
    end = line_break(source) if text[old.start : old.end].endswith(("\n", "\r")) else ""
    return f"{text[: old.start]}{said(source, edit.text, flow=flow)}{end}{text[old.end :]}"
