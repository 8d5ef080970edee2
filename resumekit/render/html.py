"""Write a flow as one accessible HTML page that stands on its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from resumekit.markup.flow import Container, Figure, Flow, Node, Paragraph, Run, Table
from resumekit.markup.vocabulary import PARAGRAPHS
from resumekit.render.stylesheet import screen_css
from resumekit.render.svg import safe_svg
from resumekit.themes.theme import Theme

Gap = Callable[[Sequence[Run], Sequence[Run], Paragraph], float | None]
"""Points between what is dated and its dates, or None."""

_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_IMPORT = re.compile(r"@import\b[^;]*;?", re.IGNORECASE)
_ADDRESS = re.compile(r"url\(\s*(?![\"']?data:)[^)]*\)", re.IGNORECASE)
_BREAKS = str.maketrans(dict.fromkeys("\t\r\n\v\f\x85\u2028\u2029", " "))
# What a line could be broken inside of: a reader of the PDF would put "on-time" back together as "ontime".
_WHOLE = re.compile(r"[^\s\u200b]*[^\s\u200b][-/\u2010\u2012-\u2014][^\s\u200b]{1,32}")
_LAST_WORDS = re.compile(r"[^\s\u200b]{1,24} [^\s\u200b]{1,12}\Z")
_RAGGED = frozenset({"li", "note", "p", "profile", "quote", "scope"})
_ONE_LINE = 60
"""Characters that surely stand on one line."""
_OPENING = re.compile(r"<(?=[/!])")


def write_html(flow: Flow, theme: Theme) -> str:
    """The whole page with its style sheet inside; it asks for nothing from anywhere."""
    own = _ADDRESS.sub("none", _IMPORT.sub("", theme.css))
    # A style element ends at the first "</style"; CSS may write the same character as an escape.
    css = _OPENING.sub(r"\\3c ", f"{screen_css(theme.tokens, flow.paper)}\n{own}".strip())
    return document_html(flow, theme, f"<style>\n{css}\n</style>\n")


def document_html(flow: Flow, theme: Theme, style: str = "", gap: Gap | None = None) -> str:
    """The page around the flow's nodes.

    Args:
        style: what stands at the end of its head.
        gap: says how many points part the dates of a line from what they date; without it the style sheet finds out.
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
            long = sum(len(run.text) for run in paragraph.runs) > _ONE_LINE
            inner = _runs(paragraph.runs, whole=long, keep_end=long and paragraph.style in _RAGGED)
        else:
            inner, name = self.dated(paragraph, first)
            classes.append(name)
        named = f' class="{" ".join(classes)}"' if classes else ""
        return f"<{style.tag}{named}{attributes}>{inner}</{style.tag}>\n"

    def dated(self, paragraph: Paragraph, first: int) -> tuple[str, str]:
        """What is inside a line with dates at its right edge, and its class; in the text they follow what they date."""
        what, when = _without_end(paragraph.runs[:first]), paragraph.runs[first:]
        gap = self.gap(what, when, paragraph) if self.gap else None
        name, space = ("dated", "") if gap is None else ("placed", f' style="padding-left: {gap:.3f}pt"')
        inner = f'<span class="what">{_runs(what, whole=True)}</span> <span class="when"{space}>{_runs(when)}</span>'
        return inner, name

    def table(self, table: Table) -> str:
        header = self.cells(table.header, table, ' scope="col"')
        rows = "".join(f"<tr>\n{self.cells(row, table)}</tr>\n" for row in table.rows)
        return f"<table>\n<thead>\n<tr>\n{header}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"

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


def _without_end(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without the space that would stand before the tab."""
    return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())) if runs else runs


def _runs(runs: Sequence[Run], *, whole: bool = False, keep_end: bool = False) -> str:
    """Runs, neighbours that lead to one address inside one link.

    `whole` keeps a line from being broken inside a word, `keep_end` the last two words on one line.
    """
    out, last = "", runs[-1] if runs else None
    for link, group in groupby(runs, key=lambda run: run.link):
        inner = "".join(_run(run, whole, keep_end and run is last) for run in group)
        if inner and link and link.lower().startswith(_SCHEMES):
            inner = f'<a href="{escape(link)}" rel="noopener">{inner}</a>'
        out += inner
    return out


def _run(run: Run, whole: bool, keep_end: bool) -> str:
    plain = run.text.translate(_BREAKS)
    end = _LAST_WORDS.search(plain) if keep_end else None
    start = plain[: end.start()] if end else plain
    text = (_whole_words(start) if whole else escape(start, quote=False)) + (_kept(end[0]) if end else "")
    if not text:
        return ""
    if run.em:
        text = f"<em>{text}</em>"
    if run.strong:
        text = f"<strong>{text}</strong>"
    return f'<span class="{run.style}">{text}</span>' if run.style else text


def _whole_words(text: str) -> str:
    """Escaped text in which no line is broken inside a word."""
    out, done = "", 0
    for match in _WHOLE.finditer(text):
        out += escape(text[done : match.start()], quote=False) + _kept(match[0])
        done = match.end()
    return out + escape(text[done:], quote=False)


def _kept(text: str) -> str:
    return f'<span class="whole">{escape(text, quote=False)}</span>'


def _figure(figure: Figure) -> str:
    return f"<figure>\n{safe_svg(figure.svg, figure.alt, figure.width_mm)}\n</figure>\n"
