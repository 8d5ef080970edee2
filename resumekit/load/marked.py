"""The YAML of imported facts, with a comment on each line that a person should look at."""

from __future__ import annotations

from resumekit.load.draft import Imported
from resumekit.load.dump import dump_yaml
from resumekit.load.node import Node, find
from resumekit.load.read import read_nodes
from resumekit.load.shown import shown
from resumekit.load.source import Source


def marked_yaml(imported: Imported) -> tuple[str, tuple[int, ...]]:
    """The client file of imported facts, and the line in it of each review; `parse` gives the same facts."""
    text = dump_yaml(imported.resume)
    root, _ = read_nodes(Source("client.yaml", text))
    lines = text.split("\n")
    comments: dict[int, list[str]] = {}
    places = tuple(_line(root, review.path) for review in imported.reviews)
    for line, review in zip(places, imported.reviews, strict=True):
        said = comments.setdefault(line, [])
        if review.why not in said:
            said.append(review.why)
    for line, why in comments.items():
        lines[line - 1] += f"    # review: {shown('; '.join(why))}"
    return "\n".join(lines), places


def _line(root: Node, path: tuple[str | int, ...]) -> int:
    """The line of the file that a comment may be put behind: for a block of text, the one with its sign."""
    key, node, _ = find(root, path)
    if isinstance(node.value, str):
        return node.line
    return key.line if key else node.line
