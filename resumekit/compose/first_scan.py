"""The seven-second view: a flow with all but what a first scan rests on set faint."""

from __future__ import annotations

from dataclasses import replace

from resumekit.markup.flow import Container, Flow, Node, Paragraph, Run

SEEN = ("h1", "headline", "h2", "h3", "group", "employer")
"""What the eye rests on: name, titles, employers, dates. source: eye-7s (small sample, contested)."""


def first_scan(flow: Flow) -> Flow:
    """The same flow, the words that a first scan passes over set faint.

    Seen are the name, headings, titles, employers and dates, education among them, and the first bullet under each.
    """
    return replace(flow, children=_nodes(flow.children), title=f"{flow.title} (first scan)")


def _nodes(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    out: list[Node] = []
    fresh = False
    for node in nodes:
        if isinstance(node, Paragraph):
            out.append(node if node.style in SEEN else _faint(node))
            fresh = node.style in ("h2", "h3", "group") or (fresh and node.style in ("employer", "scope"))
        elif isinstance(node, Container):
            out.append(_list(node, fresh) if node.tag == "ul" else replace(node, children=_nodes(node.children)))
            fresh = False
        else:
            out.append(node)
    return tuple(out)


def _list(node: Container, fresh: bool) -> Container:
    first, *rest = node.children
    shown = [first if fresh or not isinstance(first, Paragraph) else _faint(first)]
    return replace(node, children=(*shown, *(_faint(item) for item in rest if isinstance(item, Paragraph))))


def _faint(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=tuple(Run(run.text, run.strong, run.em, "faded", None) for run in paragraph.runs))
