"""How a field is set in the text of a client file: in block form, in braces, or in place of a shorthand."""

from __future__ import annotations

import re

from resumekit.errors import ClientFileError
from resumekit.load.fields import lifted_fields
from resumekit.load.node import Node
from resumekit.load.problems import at_node
from resumekit.load.scalar import quoted, scalar
from resumekit.load.source import Source

_BREAK = re.compile(r"\r\n|\n|\r")


def with_field(source: Source, node: Node, parent: Node, field: tuple[str, str], shorthand: str | None) -> str:
    """The text with a field set on the fact at `node`, which stands in `parent`; a shorthand is opened."""
    text, (name, value) = source.text, field
    if name in node.mapping:
        old = node.mapping[name][1]
        if old.is_null:
            return f"{text[: old.start].rstrip(' ')} {said(source, value, flow=True)}{text[old.end :]}"
        return text[: old.start] + said(source, value, flow=True) + text[old.end :]
    if isinstance(node.value, dict):
        add = _add_in_braces if node.style == "flow" else _add_below
        return add(source, node, name, value)
    if shorthand is None:
        raise ClientFileError([at_node(source, node, f"no '{name}' can be written here")])
    opened = _opened_in_braces if parent.style == "flow" else _opened_below
    return text[: node.start] + opened(source, node, parent, field, shorthand) + text[node.end :]


def unlift(source: Source, node: Node, role_id: str) -> str:
    """The text with the single role of an employer moved below 'roles:', where it can have an id of its own."""
    if any(value.start < key.end for key, value in node.mapping.values()):
        raise ClientFileError([at_node(source, node, "write the role below 'roles:' first; it uses '*'")])
    if node.style == "flow":
        return _unlifted_in_braces(source, node, role_id)
    indent = " " * (first_key(node).column - 1)
    new_line = line_break(source)
    own: list[str] = []
    roles = [f"{indent}  - id: {scalar(role_id)}"]
    last = first_key(node).start
    for name, (key, value) in node.mapping.items():
        comments = [line.strip() for line in _BREAK.split(source.text[last : key.start]) if line.strip()]
        last = entry_end(source, value)
        lead = f"{indent}    " if name in lifted_fields() else indent
        body = _shifted(source.text[key.start : last], len(lead) - len(indent))
        (roles if name in lifted_fields() else own).extend([*(lead + line for line in comments), lead + body])
    written = new_line.join([*own, f"{indent}roles:", *roles])
    start = first_key(node).start
    return source.text[:start] + written.removeprefix(indent) + source.text[last:]


def _unlifted_in_braces(source: Source, node: Node, role_id: str) -> str:
    parts: dict[bool, list[str]] = {False: [], True: []}
    last = node.start + 1
    for name, (key, value) in node.mapping.items():
        if source.text[last : key.start].strip(", \t\r\n"):
            raise ClientFileError(
                [at_node(source, key, "write the role below 'roles:' first; a comment is in the way")]
            )
        parts[name in lifted_fields()].append(source.text[key.start : value.end])
        last = value.end
    role = ", ".join([f"{key_text(source, 'id')}: {said(source, role_id, flow=True)}", *parts[True]])
    written = ", ".join([*parts[False], f"{key_text(source, 'roles')}: [{{{role}}}]"])
    return f"{source.text[: node.start]}{{{written}}}{source.text[node.end :]}"


def is_json(source: Source) -> bool:
    return source.text.lstrip().startswith("{")


def key_text(source: Source, name: str) -> str:
    return quoted(name) if is_json(source) else name


def said(source: Source, value: str, *, flow: bool) -> str:
    return quoted(value) if is_json(source) else scalar(value, flow=flow)


def _add_in_braces(source: Source, node: Node, name: str, value: str) -> str:
    after = node.start + 1
    rest = source.text[after:]
    space = rest[: len(rest) - len(rest.lstrip())]
    pair = f"{key_text(source, name)}: {said(source, value, flow=True)}"
    if rest.lstrip().startswith("}"):
        return source.text[:after] + pair + rest.lstrip()
    return f"{source.text[:after]}{space}{pair},{'' if space else ' '}{rest}"


def _add_below(source: Source, node: Node, name: str, value: str) -> str:
    """A new line in a block: an id before the first field, anything else behind the last one."""
    text, first = source.text, first_key(node)
    line = f"{name}: {said(source, value, flow=False)}"
    gap = line_break(source) + " " * (first.column - 1)
    key, last = list(node.mapping.values())[-1]
    if name == "id" or last.start < key.end or ends_in_block_scalar(last):
        return f"{text[: first.start]}{line}{gap}{text[first.start :]}"
    end = entry_end(source, last)
    return f"{text[:end]}{gap}{line}{text[end:]}"


def _opened_in_braces(source: Source, node: Node, parent: Node, field: tuple[str, str], shorthand: str) -> str:
    name, value = field
    pairs = [
        f"{key_text(source, name)}: {said(source, value, flow=True)}",
        f"{key_text(source, shorthand)}: {source.text[node.start : node.end]}",
    ]
    return "{" + ", ".join(pairs if name == "id" else pairs[::-1]) + "}"


def _opened_below(source: Source, node: Node, parent: Node, field: tuple[str, str], shorthand: str) -> str:
    name, value = field
    column = node.column - 1
    gap = line_break(source) + " " * column
    line = f"{name}: {said(source, value, flow=False)}"
    written = source.text[node.start : node.end]
    opened = f"{shorthand}: {_shifted(written, column - (parent.column - 1))}"
    if name == "id" or _BREAK.search(written):
        return f"{line}{gap}{opened}"
    return f"{opened}{gap}{line}"


def _shifted(text: str, by: int) -> str:
    """The text with its lines, but the first, moved to the right."""
    first, *rest = text.splitlines(keepends=True)
    return "".join([first, *(" " * by + line if line.strip() else line for line in rest)])


def first_key(node: Node) -> Node:
    return next(iter(node.mapping.values()))[0]


def _last_leaf(node: Node) -> Node:
    while isinstance(node.value, list | dict) and node.value and node.style != "flow":
        node = node.value[-1] if isinstance(node.value, list) else list(node.mapping.values())[-1][1]
    return node


def ends_in_block_scalar(node: Node) -> bool:
    return _last_leaf(node).style in ("|", ">")


def entry_end(source: Source, value: Node) -> int:
    """Where the last line of a value ends, its comment included, before the line break."""
    leaf = _last_leaf(value)
    if leaf.style in ("|", ">"):
        # A block scalar's end lies behind its last line break.
        return leaf.end - len(match[0]) if (match := re.search(r"(\r\n|\n|\r)$", source.text[: leaf.end])) else leaf.end
    match = _BREAK.search(source.text, leaf.end)
    return match.start() if match else len(source.text)


def line_break(source: Source) -> str:
    match = _BREAK.search(source.text)
    return match[0] if match else "\n"
