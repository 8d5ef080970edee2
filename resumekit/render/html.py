"""Write a flow as one accessible HTML page that stands on its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby

from resumekit.markup.flow import Container, Figure, Flow, Node, Paragraph, Run, Table
from resumekit.markup.vocabulary import PARAGRAPHS
from resumekit.render.stylesheet import screen_css
from resumekit.render.svg import safe_svg
from resumekit.themes.theme import Theme

_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_IMPORT = re.compile(r"@import\b[^;]*;?", re.IGNORECASE)
_ADDRESS = re.compile(r"url\(\s*(?![\"']?data:)[^)]*\)", re.IGNORECASE)
_OPENING = re.compile(r"<(?=[/!])")


def write_html(flow: Flow, theme: Theme) -> str:
    """The whole page with its style sheet inside; it asks for nothing from anywhere."""
    own = _ADDRESS.sub("none", _IMPORT.sub("", theme.css))
    # A style element ends at the first "</style"; CSS may write the same character as an escape.
    css = _OPENING.sub(r"\\3c ", f"{screen_css(theme.tokens, flow.paper)}\n{own}".strip())
    return document_html(flow, theme, f"<style>\n{css}\n</style>\n")


def document_html(flow: Flow, theme: Theme, style: str = "") -> str:
    """The page around the flow's nodes, with `style` in its head."""
    meta = {"author": flow.author, "generator": "resumekit", "dcterms.created": flow.date}
    named = "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in meta.items() if value)
    running = theme.tokens.separator.join(part for part in (flow.running, flow.page_label) if part)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(flow.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(flow.title)}</title>\n{named}{style}</head>\n"
        f'<body class="{escape(flow.kind)}" data-running="{escape(running)}">\n<main>\n'
        f"{_nodes(flow.children)}</main>\n</body>\n</html>\n"
    )


def _nodes(nodes: Iterable[Node]) -> str:
    return "".join(_node(node) for node in nodes)


def _node(node: Node) -> str:
    if isinstance(node, Paragraph):
        return _paragraph(node)
    if isinstance(node, Container):
        return _container(node)
    return _table(node) if isinstance(node, Table) else _figure(node)


def _container(node: Container) -> str:
    attributes = ""
    if node.tag == "ul":
        # Without its own bullets a list is no list to VoiceOver, unless it says so.
        attributes = ' role="list"'
    elif node.tag == "section" and (title := _title(node)):
        attributes = f' aria-label="{escape(title)}"'
    return f"<{node.tag}{attributes}>\n{_nodes(node.children)}</{node.tag}>\n"


def _title(section: Container) -> str:
    for child in section.children:
        if isinstance(child, Paragraph) and child.style == "h2":
            return child.text
    return ""


def _paragraph(paragraph: Paragraph, attributes: str = "") -> str:
    style = PARAGRAPHS[paragraph.style]
    classes = [] if style.name == style.tag else [style.name]
    first = next((i for i, run in enumerate(paragraph.runs) if run.style == "dates"), None)
    if first is None:
        inner = _runs(paragraph.runs)
    else:
        # The dates stand at the right edge and, in the text, directly after what they date.
        classes.append("dated")
        what, when = _runs(_without_end(paragraph.runs[:first])), _runs(paragraph.runs[first:])
        inner = f'<span class="what">{what}</span> <span class="when">{when}</span>'
    named = f' class="{" ".join(classes)}"' if classes else ""
    return f"<{style.tag}{named}{attributes}>{inner}</{style.tag}>\n"


def _without_end(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without the space that would stand before the tab."""
    if not runs:
        return runs
    last = runs[-1]
    return (*runs[:-1], Run(last.text.rstrip(), last.strong, last.em, last.style, last.link))


def _runs(runs: Iterable[Run]) -> str:
    """Runs, neighbours that lead to one address inside one link."""
    out = ""
    for link, group in groupby(runs, key=lambda run: run.link):
        inner = "".join(_run(run) for run in group)
        if inner and link and link.lower().startswith(_SCHEMES):
            inner = f'<a href="{escape(link)}" rel="noopener">{inner}</a>'
        out += inner
    return out


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if not text:
        return ""
    if run.em:
        text = f"<em>{text}</em>"
    if run.strong:
        text = f"<strong>{text}</strong>"
    return f'<span class="{run.style}">{text}</span>' if run.style else text


def _table(table: Table) -> str:
    header = "".join(
        _cell(cell, ' scope="col"', column in table.numeric) for column, cell in enumerate(table.header)
    )
    rows = "".join(
        f"<tr>\n{''.join(_cell(cell, '', column in table.numeric) for column, cell in enumerate(row))}</tr>\n"
        for row in table.rows
    )
    return f"<table>\n<thead>\n<tr>\n{header}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _cell(cell: Paragraph, attributes: str, numeric: bool) -> str:
    return _paragraph(cell, f'{attributes}{" data-numeric" if numeric else ""}')


def _figure(figure: Figure) -> str:
    return f'<figure>\n{safe_svg(figure.svg, figure.alt, figure.width_mm)}\n</figure>\n'


