"""Small edits to a client file that keep its comments, layout, line endings and encoding.

An edit is made in the text and read again before anything is written: unless the facts are the same but for what was
asked, nothing is written. The new file takes the place of the old one in one step.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path as FilePath

from resumekit.errors import ClientFileError, OutputError, Problem, UnknownNameError
from resumekit.load.client import Client, load, parse
from resumekit.load.edit_text import unlift, with_field
from resumekit.load.node import Node, drop_empty_items, find
from resumekit.load.problems import at_node
from resumekit.load.read import read_nodes
from resumekit.load.source import Encoding, Source
from resumekit.model.achievement import Achievement
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact
from resumekit.model.resume import Resume

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_BYTES: Mapping[Encoding, tuple[bytes, str]] = {
    "utf-8": (b"", "utf-8"),
    "utf-8-sig": (b"\xef\xbb\xbf", "utf-8"),
    "utf-16-le": (b"\xff\xfe", "utf-16-le"),
    "utf-16-be": (b"\xfe\xff", "utf-16-be"),
}


def write_ids(path: str | FilePath, keys: Iterable[str]) -> tuple[str, ...]:
    """Writes the derived keys of facts into their file as ids; gives the ids that are new in it.

    Raises:
        UnknownNameError: for a key that no fact has.
        ClientFileError: for a file that cannot be read, or a fact that stands where no id can be written.
        OutputError: when the file cannot be written.
    """
    client = load(path)
    wanted = {key: client.resume.fact(key) for key in keys}
    new = {key: (fact, key) for key, fact in wanted.items() if not fact.id}
    _edit(client, "id", new)
    return tuple(new)


def confirm(path: str | FilePath, keys: Iterable[str], on: PartialDate) -> tuple[str, ...]:
    """Writes into the file that the client confirmed achievements, with the hash of the words; gives their keys.

    Raises:
        UnknownNameError: for a key that no achievement has.
        ClientFileError: for a file that cannot be read, or an achievement where nothing can be written.
        OutputError: when the file cannot be written.
    """
    client = load(path)
    chosen: dict[str, tuple[Fact, str]] = {}
    for key in keys:
        fact = client.resume.fact(key)
        if not isinstance(fact, Achievement):
            known = [name for name, other in client.resume.facts.items() if isinstance(other, Achievement)]
            raise UnknownNameError("achievement", key, known)
        chosen[key] = fact, f"{on} #{fact.text_hash}"
    _edit(client, "confirmed", chosen)
    return tuple(chosen)


def _edit(client: Client, field: str, changes: Mapping[str, tuple[Fact, str]]) -> None:
    """Sets a field on facts, one after the other: what moves one fact may move others."""
    if not changes:
        return
    source = client.places.source
    for fact, value in changes.values():
        source = replace(source, text=_edited(source, fact, field, value))
    kept = {key: value for key, (_, value) in changes.items()}

    def holds(again: Resume) -> bool:
        same = same_but_for(field, changes, again, client.resume)
        return same and all(_holds(again.fact(key), field, value) for key, value in kept.items())

    write_back(client, source, field, [fact for fact, _ in changes.values()], holds)


def write_back(
    client: Client, source: Source, field: str, facts: Iterable[Fact], holds: Callable[[Resume], bool]
) -> None:
    """Puts an edited text in the place of the client's own, unless what is read from it is not what it should be.

    Raises:
        ClientFileError: naming the facts that `field` was to be set on, when it does not hold.
        OutputError: when the file cannot be written.
    """
    content = encoded(source)
    try:
        same = holds(parse(content, source.name).resume)
    except (ClientFileError, UnknownNameError):
        same = False
    if not same:
        message = f"'{field}' cannot be written here without changing other facts; write it by hand"
        raise ClientFileError([client.places.problem(fact.path, message) for fact in facts])
    if client.path is not None:
        put_in_place(client.path, content)


def same_but_for(field: str, keys: Iterable[str], one: Resume, other: Resume) -> bool:
    """Whether two say the same, but for this field of these facts."""
    but = frozenset(keys)
    return _without(one, field, but) == _without(other, field, but)


def _holds(fact: Fact, field: str, value: str) -> bool:
    if isinstance(fact, Achievement) and field == "confirmed":
        return fact.confirmed is not None and f"{fact.confirmed.on} #{fact.confirmed.hash}" == value
    return fact.id == value


def _without(resume: Resume, field: str, changes: frozenset[str]) -> tuple[object, ...]:
    """All that a Resume says, fact by fact, but for the field where it is being set."""
    rest = {name: value for name in Resume.model_fields if not _below(value := getattr(resume, name))}
    facts = [(key, _alone(fact, {field: None} if key in changes else {})) for key, fact in resume.facts.items()]
    return rest, facts


def _alone(fact: Fact, change: Mapping[str, None]) -> Fact:
    below = {name: None for name in type(fact).model_fields if _below(getattr(fact, name))}
    return fact.model_copy(update={**below, **change})


def _below(value: object) -> bool:
    return isinstance(value, Fact) or (isinstance(value, tuple) and bool(value) and isinstance(value[0], Fact))


def _edited(source: Source, fact: Fact, field: str, value: str) -> str:
    node, parent = nodes_of(source, fact)
    if fact.path[-2:] == ("roles", 0) and "roles" not in node.mapping and field == "id" and parent is node:
        return unlift(source, node, value)
    return with_field(source, node, parent, (field, value), type(fact).shorthand)


def nodes_of(source: Source, fact: Fact) -> tuple[Node, Node]:
    """Where a fact stands in a text, and what it stands in.

    Raises:
        ClientFileError: the file is of another form, or the fact is written once for several places.
    """
    root, _ = read_nodes(source)
    drop_empty_items(root)
    if "person" not in root.mapping:
        message = "this file is not in the native form; `resumekit import` makes one that can be edited"
        raise ClientFileError([Problem(message, source.name)])
    _, node, _ = find(root, fact.path)
    _, parent, _ = find(root, fact.path[:-1])
    if _is_repeated(source, root, node):
        message = "this is written once and repeated by '*'; write it out in each place first"
        raise ClientFileError([at_node(source, node, message)])
    return node, parent


def _is_repeated(source: Source, root: Node, node: Node) -> bool:
    if source.text[node.start : node.start + 1] == "&":
        return True
    if "*" not in source.text:
        return False
    count, todo = 0, [root]
    while todo:
        item = todo.pop()
        count += item is node
        todo += item.value if isinstance(item.value, list) else [value for _, value in item.mapping.values()]
    return count > 1


def encoded(source: Source) -> bytes:
    """The bytes of a file, written as it was read."""
    mark, codec = _BYTES[source.encoding]
    return mark + source.text.encode(codec)


def refuse_read_only(path: FilePath) -> None:
    """Raises OutputError for a file that its owner protected: to put another in its place would go round that."""
    if path.exists() and not path.stat().st_mode & _WRITABLE:
        raise OutputError(f"{path}: the file is read-only, and was left as it is; allow writing to it first")


def put_in_place(path: FilePath, content: bytes) -> None:
    """A new file in the place of one that is there, in one step. Raises OutputError."""
    target = FilePath(os.path.realpath(path))
    refuse_read_only(path)
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            temporary = FilePath(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            temporary.chmod(target.stat().st_mode & 0o777)
            temporary.replace(target)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"{path}: the file cannot be written: {error.strerror}") from None
