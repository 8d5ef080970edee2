"""Markdown (CommonMark, with the table extension)."""

from __future__ import annotations

import re

from resumekit.markup.flow import Figure, Flow, Paragraph, Run, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~])")
# What would open a heading, a list or a quotation at the start of a line.
_OPENING = re.compile(r"^(\s*)([#+=-]|\d+[.)])(?=\s|$|-|=)")
_CLOSING = re.compile(r"(?<!\S)(#+)$")
_LEAD = {"h1": "# ", "h2": "## ", "h3": "### ", "group": "### ", "li": "- ", "quote": "> "}


def write_markdown(flow: Flow) -> str:
    """The flow as Markdown; every character that Markdown reads as a sign is escaped."""
    blocks: list[str] = []
    previous = ""
    for item in flow.items():
        match item:
            case Paragraph():
                lead, text = _LEAD.get(item.style, ""), _inline(item)
                # Number signs at a heading's end would be taken for its closing.
                text = lead + (_CLOSING.sub(r"\\\1", text) if lead.startswith("#") else text)
                if item.style == "li" and previous == "li":
                    blocks[-1] += f"\n{text}"
                else:
                    blocks.append(text)
                previous = item.style
            case Table():
                blocks.append(_table(item))
                previous = "table"
            case Figure():
                blocks.append(f"*{_escaped(item.alt)}*")
                previous = "figure"
    return "\n\n".join(blocks) + "\n"


def _inline(paragraph: Paragraph) -> str:
    out, dated = "", False
    for run in paragraph.runs:
        if run.style == "dates" and not dated:
            out, dated = (f"{out.rstrip()} | " if out.strip() else ""), True
        out += _run(run)
    return _OPENING.sub(r"\1\\\2", out) if not re.match(r"\s*\d", out) else _OPENING.sub(_escape_number, out)


def _escape_number(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2][:-1]}\\{match[2][-1]}"


def _run(run: Run) -> str:
    text = _escaped(run.text)
    core = text.strip(" ")
    if not core:
        return text
    lead, tail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    if run.strong or run.style == "label":
        core = f"**{core}**"
    if run.em:
        core = f"*{core}*"
    if run.link:
        core = f"[{core}](<{run.link.replace('&', '&amp;')}>)"
    return f"{lead}{core}{tail}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))


def _table(table: Table) -> str:
    rule = ["---:" if index in table.numeric else "---" for index in range(len(table.header))]
    rows = [[_inline(cell) for cell in table.header], rule, *([_inline(cell) for cell in row] for row in table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
