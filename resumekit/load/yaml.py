"""YAML becomes nodes: every unquoted value is text, and nothing is built but lists and mappings.

PyYAML's events are read one by one, without recursion, under limits of depth and number. Refused are tags (so that
no object is ever made), several documents, keys given twice, merge keys (`<<`) and anchors that nothing refers to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml
from yaml import events

from resumekit.errors import ClientFileError, Problem
from resumekit.load.node import MAX_DEPTH, MAX_NODES, Node
from resumekit.load.source import Source
from resumekit.load.yaml_errors import explain, quoted_start

Loader = Any
FAST: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# A second reading, for its better error messages, is not worth its time in a larger file.
_READ_TWICE = 150_000
_HASH = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")

_ITEM = re.compile(r"[\r\n][ ]*(-)[ ]")


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read."""

    node: Node
    anchor: str | None
    key: Node | None = None
    size: int = 1
    height: int = 1


@dataclass(slots=True)
class _Builder:
    source: Source
    problems: list[Problem] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int, int]] = field(default_factory=dict)
    unused: dict[str, Node] = field(default_factory=dict)
    root: Node | None = None
    documents: int = 0
    nodes: int = 0

    def read(self, event: Any) -> None:
        """Takes one event. Raises ClientFileError where reading cannot go on."""
        if handler := _HANDLERS.get(type(event)):
            handler(self, event)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stop(f"a second document begins here; {self.source.kind.one} holds one", self.node(event, ""))

    def scalar(self, event: Any) -> None:
        plain = event.style in (None, "")
        node = self.node(event, event.value, plain=plain)
        self.check(event, node)
        if plain and event.value:
            self.swallowed(node)
        self.count(1, node)
        self.put(node, 1, 0)
        self.name(event.anchor, node, 1, 0)

    def swallowed(self, node: Node) -> None:
        """Warns where YAML reads plain text in a way that nobody expects."""
        text = self.source.text
        if match := _HASH.match(text, node.end):
            message = f"'{match[1][:30]}' is read as a comment; if it belongs to the text, put the whole text in quotes"
            self.warn(message, match.start(1), len(match[1]))
        if "- " in str(node.value) and (match := _ITEM.search(text, node.start, node.end)):
            message = "this is read as more of the text above; line the '-' up with those of its neighbours"
            self.warn(message, match.start(1), 1)

    def warn(self, message: str, offset: int, length: int) -> None:
        line, column = self.source.position(offset)
        self.problems.append(self.source.problem(message, line, column, length, "warning"))

    def opening(self, event: Any) -> None:
        empty: Any = [] if isinstance(event, events.SequenceStartEvent) else {}
        node = self.node(event, empty)
        node.style = "flow" if event.flow_style else "block"
        self.check(event, node)
        if len(self.frames) >= MAX_DEPTH:
            self.stop(f"more than {MAX_DEPTH} levels of lists and fields inside each other", node)
        self.count(1, node)
        if event.anchor:
            self.anchors.pop(event.anchor, None)
        self.frames.append(_Frame(node, event.anchor))

    def closing(self, event: Any) -> None:
        frame = self.frames.pop()
        frame.node.end = event.end_mark.index
        self.put(frame.node, frame.size, frame.height)
        self.name(frame.anchor, frame.node, frame.size, frame.height)

    def alias(self, event: Any) -> None:
        place = self.node(event, "")
        found = self.anchors.get(event.anchor)
        if found is None:
            if any(frame.anchor == event.anchor for frame in self.frames):
                self.stop(f"'*{event.anchor}' refers to the very thing it stands in", place)
            self.stop(quoted_start("*"), place)
        self.unused.pop(event.anchor, None)
        node, size, height = found
        self.count(size, place)
        if len(self.frames) + height > MAX_DEPTH:
            self.stop(f"more than {MAX_DEPTH} levels of lists and fields inside each other", place)
        self.put(node, size, height)

    def name(self, anchor: str | None, node: Node, size: int, height: int) -> None:
        if anchor:
            self.anchors[anchor] = node, size, height
            self.unused[anchor] = node

    def put(self, node: Node, size: int, height: int) -> None:
        """Hangs a finished node into the list or mapping it stands in."""
        if not self.frames:
            self.root = node
            return
        frame = self.frames[-1]
        frame.size += size
        frame.height = max(frame.height, height + 1)
        if isinstance(frame.node.value, list):
            frame.node.value.append(node)
        elif frame.key is None:
            frame.key = node
            if not isinstance(node.value, str):
                self.stop("a list or a mapping cannot be the name of a field; if this is text, put it in quotes", node)
        else:
            self.member(frame, frame.key, node)
            frame.key = None

    def member(self, frame: _Frame, key: Node, node: Node) -> None:
        members, name = frame.node.mapping, str(key.value)
        if name == "<<" and key.plain:
            self.problem("merge keys ('<<') are not read; write the fields out", key)
        elif name in members:
            first = members[name][0]
            self.problem(
                f"'{name}' is given twice; it stands already at {first.line}:{first.column}. Join or delete one", key
            )
        else:
            members[name] = key, node

    def check(self, event: Any, node: Node) -> None:
        if event.tag:
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.problem(f"the tag '{shown}' is not read; delete it, or put the text in quotes", node)

    def count(self, more: int, node: Node) -> None:
        self.nodes += more
        if self.nodes > MAX_NODES:
            self.stop(f"more than {MAX_NODES:,} values, those repeated by '*' counted each time", node)

    def node(self, event: Any, value: Any, *, plain: bool = False) -> Node:
        start, end = event.start_mark, event.end_mark
        same = end.line == start.line
        length = end.column - start.column if same else len(self.source.line(start.line + 1)) - start.column
        return Node(
            value, plain, start.line + 1, start.column + 1, max(length, 1), start.index, end.index,
            getattr(event, "style", "") or "",
        )  # fmt: skip

    def problem(self, message: str, node: Node) -> None:
        self.problems.append(self.source.problem(message, node.line, node.column, node.length))

    def stop(self, message: str, node: Node) -> NoReturn:
        self.problem(message, node)
        raise ClientFileError(_in_order(self.problems))


_HANDLERS: dict[type, Callable[[_Builder, Any], None]] = {
    events.AliasEvent: _Builder.alias,
    events.DocumentStartEvent: _Builder.document,
    events.MappingEndEvent: _Builder.closing,
    events.MappingStartEvent: _Builder.opening,
    events.ScalarEvent: _Builder.scalar,
    events.SequenceEndEvent: _Builder.closing,
    events.SequenceStartEvent: _Builder.opening,
}


def parse_yaml(source: Source, loader: Loader = FAST) -> tuple[Node | None, list[Problem]]:
    """The root node, None for a file without one, and what is wrong but did not stop the reading.

    Raises:
        ClientFileError: for what cannot be read as YAML at all, or goes over a limit.
    """
    builder = _Builder(source)
    try:
        for event in _events(source, loader):
            builder.read(event)
    except yaml.YAMLError as error:
        found = [*builder.problems, explain(_best(error, source, loader), source)]
        raise ClientFileError(_in_order(found)) from None
    for node in builder.unused.values():
        builder.problem(quoted_start("&"), node)
    return builder.root, builder.problems


def _events(source: Source, loader: Loader) -> Iterator[Any]:
    reader = loader(source.text)
    try:
        while reader.check_event():
            yield reader.get_event()
    finally:
        reader.dispose()


def _best(error: yaml.YAMLError, source: Source, loader: Loader) -> yaml.YAMLError:
    """The error as the pure Python reader tells it, so that the message does not depend on libyaml."""
    if loader is yaml.SafeLoader or len(source.text) > _READ_TWICE:
        return error
    try:
        for _ in _events(source, yaml.SafeLoader):
            pass
    except yaml.YAMLError as better:
        return better
    return error


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.line, problem.column))
