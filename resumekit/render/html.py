"""Write a flow as one accessible HTML page that stands on its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

from resumekit.markup.flow import Container, Figure, Flow, Node, Paragraph, Run, Table
from resumekit.markup.vocabulary import PARAGRAPHS
from resumekit.render.columns import column_shares
from resumekit.render.html_text import ONE_LINE, runs_html, without_end
from resumekit.render.stylesheet import screen_css
from resumekit.render.svg import safe_svg
from resumekit.themes.theme import Theme

Gap = Callable[[Sequence[Run], Sequence[Run], Paragraph], str | None]
"""The markup between what is dated and its dates, given both; None leaves it to the style sheet."""

_IMPORT = re.compile(r"@import\b[^;]*;?", re.IGNORECASE)
_ADDRESS = re.compile(r"url\(\s*(?![\"']?data:)[^)]*\)", re.IGNORECASE)
_RAGGED = frozenset({"li", "note", "p", "profile", "quote", "scope"})
# Whatever a theme's style sheet asks for, a browser that opens the page asks no one.
_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    'img-src data:; font-src data:">\n'
)
_OPENING = re.compile(r"<(?=[/!])")


def write_html(flow: Flow, theme: Theme) -> str:
    """The whole page with its style sheet inside; it asks for nothing from anywhere."""
    own = _ADDRESS.sub("none", _IMPORT.sub("", theme.css))
    # A style element ends at the first "</style"; CSS may write the same character as an escape.
    css = _OPENING.sub(r"\\3c ", f"{screen_css(theme.tokens, flow.paper)}\n{own}".strip())
    return document_html(flow, theme, f"{_POLICY}<style>\n{css}\n</style>\n")


def document_html(flow: Flow, theme: Theme, style: str = "", gap: Gap | None = None) -> str:
    """The page around the flow's nodes.

    Args:
        style: what stands at the end of its head.
        gap: what stands between a line and its dates; without it the style sheet puts them at the right edge.
    """
    meta = {"author": flow.author, "generator": "resumekit", "dcterms.created": flow.date}
    named = "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in meta.items() if value)
    running = theme.tokens.separator.join(part for part in (flow.running, flow.page_label) if part)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(flow.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(flow.title)}</title>\n{named}{style}</head>\n"
        f'<body class="{escape(flow.kind)}" data-running="{escape(running)}">\n<main>\n'
        f"{_Body(gap).nodes(flow.children)}</main>\n</body>\n</html>\n"
    )


class _Body:
    """Writes nodes; holds what places the dates."""

    def __init__(self, gap: Gap | None) -> None:
        self.gap = gap

    def nodes(self, nodes: Iterable[Node]) -> str:
        return "".join(self.node(node) for node in nodes)

    def node(self, node: Node) -> str:
        if isinstance(node, Paragraph):
            return self.paragraph(node)
        if isinstance(node, Container):
            return self.container(node)
        return self.table(node) if isinstance(node, Table) else _figure(node)

    def container(self, node: Container) -> str:
        attributes = ""
        if node.tag == "ul":
            # Without its own bullets a list is no list to VoiceOver, unless it says so.
            attributes = ' role="list"'
        elif node.tag == "section" and (title := _title(node)):
            attributes = f' aria-label="{escape(title)}"'
        return f"<{node.tag}{attributes}>\n{self.nodes(node.children)}</{node.tag}>\n"

    def paragraph(self, paragraph: Paragraph, attributes: str = "") -> str:
        style = PARAGRAPHS[paragraph.style]
        classes = [] if style.name == style.tag else [style.name]
        first = next((i for i, run in enumerate(paragraph.runs) if run.style == "dates"), None)
        if first is None:
            # What fits on one line is not broken anywhere; to mark it all the same costs a tenth of the layout's time.
            long = sum(len(run.text) for run in paragraph.runs) > ONE_LINE
            inner = runs_html(paragraph.runs, whole=long, keep_end=long and paragraph.style in _RAGGED)
        else:
            inner, name = self.dated(paragraph, first)
            classes.append(name)
            if name == "placed" and style.outline:
                # Its bookmark, without the spaces that place the dates.
                attributes += f' data-label="{escape(paragraph.text)}"'
        named = f' class="{" ".join(classes)}"' if classes else ""
        return f"<{style.tag}{named}{attributes}>{inner}</{style.tag}>\n"

    def dated(self, paragraph: Paragraph, first: int) -> tuple[str, str]:
        """What is inside a line with dates at its right edge, and its class; in the text they follow what they date."""
        what, when = without_end(paragraph.runs[:first]), paragraph.runs[first:]
        gap = self.gap(what, when, paragraph) if self.gap else None
        name = "dated" if gap is None else "placed" if gap else "stacked"
        between = gap or " "
        return (
            f'<span class="what">{runs_html(what, whole=True)}</span>{between}<span class="when">{runs_html(when)}</span>',
            name,
        )

    def table(self, table: Table) -> str:
        header = self.cells(table.header, table, ' scope="col"')
        rows = "".join(f"<tr>\n{self.cells(row, table)}</tr>\n" for row in table.rows)
        widths = "".join(f'<col style="width: {share:.1%}">\n' for share in column_shares(table))
        head = f"<colgroup>\n{widths}</colgroup>\n<thead>\n<tr>\n{header}</tr>\n</thead>\n"
        return f"<table>\n{head}<tbody>\n{rows}</tbody>\n</table>\n"

    def cells(self, row: Sequence[Paragraph], table: Table, attributes: str = "") -> str:
        return "".join(
            self.paragraph(cell, f"{attributes}{' data-numeric' if column in table.numeric else ''}")
            for column, cell in enumerate(row)
        )


def _title(section: Container) -> str:
    for child in section.children:
        if isinstance(child, Paragraph) and child.style == "h2":
            return child.text
    return ""


def _figure(figure: Figure) -> str:
    return f"<figure>\n{safe_svg(figure.svg, figure.alt, figure.width_mm)}\n</figure>\n"
