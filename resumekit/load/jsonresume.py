"""JSON Resume, in and out."""

from __future__ import annotations

from resumekit.errors import Problem
from resumekit.load.node import Node
from resumekit.load.source import Source


def is_json_resume(root: Node) -> bool:
    """Whether a file is in JSON Resume form: it has `basics`, or names that schema."""
    return "basics" in root.mapping and "person" not in root.mapping


def native(root: Node, source: Source) -> tuple[Node, list[Problem]]:
    """The native form."""
    return root, []
