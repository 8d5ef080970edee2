"""The root of a source, JSON or YAML by its name and content."""

from __future__ import annotations

from resumekit.errors import ClientFileError, Problem
from resumekit.load.json import parse_json
from resumekit.load.node import Node
from resumekit.load.problems import at_node, refuse
from resumekit.load.source import Source
from resumekit.load.yaml import parse_yaml


def read_nodes(source: Source) -> tuple[Node, list[Problem]]:
    """The root mapping of a source, JSON or YAML, and the problems that did not stop the reading.

    Raises:
        ClientFileError: when there is no mapping to be read.
    """
    root, problems = _parsed(source)
    if root is None or root.is_null:
        what = "holds only comments" if source.text.strip() else "is empty"
        raise refuse(
            [*problems, Problem(f"the file {what}; `{source.kind.new}` writes one to begin with", source.name)]
        )
    if not isinstance(root.value, dict):
        what = "a list" if isinstance(root.value, list) else "text"
        message = f"the file holds {what}; {source.kind.one} begins with fields: {source.kind.begins}"
        raise refuse([*problems, at_node(source, root, message)])
    return root, problems


def _parsed(source: Source) -> tuple[Node | None, list[Problem]]:
    is_yaml = source.name.lower().endswith((".yaml", ".yml"))
    begin = source.text.lstrip()[:40]
    if source.name.lower().endswith(".json") or (begin.startswith("{") and not is_yaml):
        return parse_json(source)
    if begin.startswith("{") and begin[1:].lstrip().startswith('"'):
        # JSON under a YAML name: YAML reads most of it, but not its escapes.
        try:
            return parse_json(source)
        except ClientFileError:
            pass
    return parse_yaml(source)
