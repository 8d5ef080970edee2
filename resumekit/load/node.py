"""Node: a value of a file with its place, whichever syntax it was written in."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import Any

from resumekit.model.fact import Path

MAX_DEPTH = 50
MAX_NODES = 200_000
_NULL = {"", "~", "null", "Null", "NULL"}
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?")
# The other name under which a field may be written, and pydantic reports it by either.
_TWINS = {"employer": "name", "type": "employment", "from": "start", "to": "end"}
TWINS = _TWINS | {name: alias for alias, name in _TWINS.items()}


@dataclass(slots=True)
class Node:
    """A scalar (always text), a list of nodes, or a mapping of texts to (key node, value node).

    `plain` is a scalar without quotes: typed only where JSON values are kept as they are, text everywhere else.
    `start` and `end` are offsets into the text; `line` and `column` count from 1, 0 where there is no file.
    """

    value: str | list[Node] | dict[str, tuple[Node, Node]]
    plain: bool = False
    line: int = 0
    column: int = 0
    length: int = 1
    start: int = 0
    end: int = 0
    style: str = ""

    @property
    def is_null(self) -> bool:
        return self.plain and isinstance(self.value, str) and self.value in _NULL

    @property
    def mapping(self) -> dict[str, tuple[Node, Node]]:
        """Its members; none when it is no mapping."""
        return self.value if isinstance(self.value, dict) else {}

    def get(self, key: str) -> Node | None:
        """The value under a key, or None when there is none or it is null."""
        pair = self.mapping.get(key)
        return None if pair is None or pair[1].is_null else pair[1]


def to_data(node: Node, *, typed: bool = False) -> Any:
    """Plain values for the model: text, lists without their nulls, dicts.

    Under `extra`, or with `typed`, an unquoted scalar is what JSON takes it for and nulls are kept.
    """
    value = node.value
    if isinstance(value, str):
        return _typed(value) if typed and node.plain else None if node.is_null else value
    if isinstance(value, list):
        return [to_data(item, typed=typed) for item in value if typed or not item.is_null]
    if typed:
        return {key: to_data(item, typed=True) for key, (_, item) in value.items()}
    # A null stays under its key: the model leaves out the fields it knows, and names the keys it does not.
    return {key: to_data(item, typed=key == "extra") for key, (_, item) in value.items()}


def _typed(text: str) -> Any:
    if text in _NULL:
        return None
    if text in ("true", "false"):
        return text == "true"
    if (match := _NUMBER.fullmatch(text)) and len(text) <= 400:
        number = float(text) if match[1] or match[2] else int(text)
        return number if isinstance(number, int) or math.isfinite(number) else text
    return text


def from_data(data: Any) -> Node:
    """The node of a plain value, without a place."""
    if isinstance(data, str):
        return Node(data)
    if isinstance(data, dict):
        return Node({str(key): (Node(str(key)), from_data(item)) for key, item in data.items()})
    if isinstance(data, list | tuple):
        return Node([from_data(item) for item in data])
    return Node(json.dumps(data), plain=True)


def drop_empty_items(node: Node) -> None:
    """Takes empty list items ("- " with nothing behind it) out, so that places count as the facts do."""
    todo = [node]
    while todo:
        value = todo.pop().value
        if isinstance(value, list):
            value[:] = [item for item in value if not item.is_null]
            todo += value
        elif isinstance(value, dict):
            todo += [item for key, (_, item) in value.items() if key != "extra"]


def find(root: Node, path: Path) -> tuple[Node | None, Node, bool]:
    """Key node (None for a list item or the root), value node, and whether the whole path was there.

    A role lifted to its employer's level, a shorthand and a field by its other name are found where they stand;
    what the file does not have is found at its nearest parent.
    """
    key: Node | None = None
    node, rest = root, list(path)
    while rest:
        step = rest.pop(0)
        if isinstance(node.value, list):
            if not isinstance(step, int) or not 0 <= step < len(node.value):
                return key, node, False
            key, node = None, node.value[step]
        elif isinstance(node.value, dict):
            pair = node.value.get(str(step)) or node.value.get(TWINS.get(str(step), ""))
            if pair:
                key, node = pair
            elif step == "roles" and rest[:1] == [0]:
                rest.pop(0)  # the single role written at its employer's level
            else:
                return key, node, False
        else:
            return key, node, False
    return key, node, True
