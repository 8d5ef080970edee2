"""How an item of several fields is added to a list of a fact in the text of a client file, the list made where it is
missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resumekit.errors import ClientFileError
from resumekit.load.edit_text import (
    ends_in_block_scalar,
    entry_end,
    first_key,
    is_json,
    key_text,
    line_break,
    said,
)
from resumekit.load.node import Node
from resumekit.load.problems import at_node
from resumekit.load.source import Source

Item = Mapping[str, str | Sequence[str]]


def with_item(source: Source, node: Node, name: str, item: Item, shorthand: str | None) -> str:
    """The text with an item added to the list `name` of the fact at `node`; a shorthand is opened in braces."""
    text = source.text
    if not isinstance(node.value, dict):
        if shorthand is None or node.style in ("|", ">"):
            raise ClientFileError([at_node(source, node, f"no '{name}' can be written here")])
        role = f"{key_text(source, shorthand)}: {said(source, node.value if isinstance(node.value, str) else '', flow=True)}"
        return f"{text[: node.start]}{{{role}, {_list_in_braces(source, name, item)}}}{text[node.end :]}"
    pair = node.mapping.get(name)
    if pair is None:
        return (_new_in_braces if node.style == "flow" else _new_below)(source, node, name, item)
    old = pair[1]
    if old.is_null:
        return f"{text[: old.start].rstrip(' ')} [{_in_braces(source, item)}]{text[old.end :]}"
    if not isinstance(old.value, list):
        raise ClientFileError([at_node(source, old, f"'{name}' is written so that nothing can be added to it")])
    add = _add_in_brackets if text[old.start : old.start + 1] == "[" else _add_item_below
    return add(source, old, item)


def _in_braces(source: Source, item: Item) -> str:
    return "{" + ", ".join(f"{key_text(source, name)}: {_flow(source, value)}" for name, value in item.items()) + "}"


def _flow(source: Source, value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return said(source, value, flow=True)
    return f"[{', '.join(said(source, one, flow=True) for one in value)}]"


def _list_in_braces(source: Source, name: str, item: Item) -> str:
    return f"{key_text(source, name)}: [{_in_braces(source, item)}]"


def _new_in_braces(source: Source, node: Node, name: str, item: Item) -> str:
    after = node.start + 1
    rest = source.text[after:]
    space = rest[: len(rest) - len(rest.lstrip())]
    gap = "" if rest.lstrip().startswith("}") else "," if space else ", "
    return f"{source.text[:after]}{space}{_list_in_braces(source, name, item)}{gap}{rest}"


def _new_below(source: Source, node: Node, name: str, item: Item) -> str:
    """New lines in a block, behind the last field; before the first where the last has no sure end."""
    text, first = source.text, first_key(node)
    gap = line_break(source) + " " * (first.column - 1)
    lines = gap.join([f"{name}:", *(f"  {line}" for line in _item_lines(source, item))])
    last_key, last = list(node.mapping.values())[-1]
    if last.start < last_key.end or ends_in_block_scalar(last):
        return f"{text[: first.start]}{lines}{gap}{text[first.start :]}"
    end = entry_end(source, last)
    return f"{text[:end]}{gap}{lines}{text[end:]}"


def _item_lines(source: Source, item: Item) -> list[str]:
    pairs = [f"{name}: {_block(source, value)}" for name, value in item.items()]
    return [f"- {pairs[0]}", *(f"  {pair}" for pair in pairs[1:])]


def _block(source: Source, value: str | Sequence[str]) -> str:
    return said(source, value, flow=False) if isinstance(value, str) else _flow(source, value)


def _add_in_brackets(source: Source, old: Node, item: Item) -> str:
    text, end = source.text, old.end - 1
    before = text[:end].rstrip()
    gap = "" if before.endswith("[") else " " if before.endswith(",") else ", "
    return f"{before}{gap}{_in_braces(source, item)}{text[len(before) : end]}{text[end:]}"


def _add_item_below(source: Source, old: Node, item: Item) -> str:
    text = source.text
    assert isinstance(old.value, list)
    last = old.value[-1]
    if ends_in_block_scalar(last) or is_json(source):
        raise ClientFileError([at_node(source, last, "nothing can be added below this; write it by hand")])
    dash = text.rfind("-", 0, last.start)
    gap = line_break(source) + " " * (dash - text.rfind("\n", 0, dash) - 1)
    end = entry_end(source, last)
    return f"{text[:end]}{gap}{gap.join(_item_lines(source, item))}{text[end:]}"
