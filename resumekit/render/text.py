"""Plain text in 72 columns, for web forms."""

from __future__ import annotations

import textwrap
import unicodedata

from resumekit.markup.flow import Figure, Flow, Paragraph, Table

COLUMNS = 72
_UPPER_RULE = {"h1": "=", "h2": "-"}
_SPACE_BEFORE = {"h2", "h3", "group", "caption", "signature"}
_HEAD = {"h1", "headline", "contact"}
_TIGHT = {"headline", "contact", "employer", "scope", "li", "line", "address", "td"}


def write_text(flow: Flow) -> str:
    """The words of the flow in reading order, wrapped at 72 columns; only a single longer word runs over."""
    out: list[str] = []
    previous = ""
    for item in flow.items():
        match item:
            case Paragraph():
                style = item.style
                ends_head = previous in _HEAD and style not in _HEAD
                if out and previous != "h2" and (ends_head or style in _SPACE_BEFORE or style not in _TIGHT):
                    out.append("")
                out += _paragraph(item)
                previous = style
            case Table():
                out += ["", *_table(item)]
                previous = "table"
            case Figure():
                out += ["", *_wrapped(item.alt)]
                previous = "figure"
    return "\n".join(out).strip("\n") + "\n"


def _paragraph(paragraph: Paragraph) -> list[str]:
    text = " ".join(paragraph.text.replace("\t", "  ").split(" ")).strip()
    if paragraph.style == "li":
        return _wrapped(text, first="• ", later="  ")
    lines = _wrapped(text)
    if rule := _UPPER_RULE.get(paragraph.style):
        lines.append(rule * min(COLUMNS, max(map(_width, lines), default=0)))
    return lines


def _wrapped(text: str, first: str = "", later: str = "") -> list[str]:
    """Greedy lines; no-break spaces hold, and wide characters count for two columns."""
    if text.isascii():
        return textwrap.wrap(
            text, COLUMNS, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
        ) or [first.rstrip()]  # fmt: skip
    lines, line = [], first
    for word in text.split(" "):
        joint = "" if line in (first, later) else " "
        if line.strip() and line not in (first, later) and _width(f"{line}{joint}{word}") > COLUMNS:
            lines.append(line)
            line, joint = later, ""
        line = f"{line}{joint}{word}"
    return [*lines, line]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


def _table(table: Table) -> list[str]:
    """Each row as its cells under their headings: a grid would not survive a web form."""
    heads = [cell.text for cell in table.header]
    out = []
    for row in (" | ".join(heads), *(" | ".join(cell.text for cell in row) for row in table.rows)):
        out += _wrapped(row, later="  ")
    return out
