"""YAML's syntax errors in plain words, each with what to do."""

from __future__ import annotations

import re
from typing import Any

import yaml

from resumekit.errors import Problem
from resumekit.load.source import Source

_VALUE = re.compile(r"""^\s*(?:-\s+)*(?:[^\s'"#][^:#]*:\s+)?(?:-\s+)*(?P<value>\S.*)$""")
_COLON = re.compile(r":(?=\s|$)")
_ITEM = re.compile(r"^\s*(?:-\s+)*")


def quoted_start(sign: str) -> str:
    """What to say of a text that begins with a sign that YAML keeps for itself."""
    return f"text that begins with '{sign}' must be in quotes"


def explain(error: yaml.YAMLError, source: Source) -> Problem:
    """The Problem that says what a person did, at the place where they did it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return source.problem(f"this is not YAML: {error}", 1)
    line, column = mark.line + 1, mark.column + 1
    for reason in (_odd_start, _tab, _open_quote, _after_quote, _colon, _no_colon, _bracket, _indentation):
        if found := reason(error, source, line, column):
            return found
    detail = getattr(error, "problem", None) or "the layout cannot be read"
    return source.problem(f"this is not YAML: {detail}", *_inside(source, line, column))


def _inside(source: Source, line: int, column: int) -> tuple[int, int]:
    """The place, or the last written line before it when it lies behind the end of the file."""
    while line > 1 and not source.line(line).strip():
        line, column = line - 1, len(source.line(line - 1)) or 1
    return line, column


def _tab(error: Any, source: Source, line: int, column: int) -> Problem | None:
    for number in (line, line - 1):
        text = source.line(number)
        lead = text[: len(text) - len(text.lstrip())]
        if "\t" in lead and (number == line or not source.line(line).strip()):
            return source.problem("a tab is used for indentation; use spaces", number, lead.index("\t") + 1)
    rest = source.line(line)[column - 1 :]
    before = source.line(line)[: column - 1]
    if rest.startswith("\t") or (before.strip() in ("-", "?") and "\t" in before):
        return source.problem("a tab is used where only spaces may stand; use spaces", line, column)
    return None


def _odd_start(error: Any, source: Source, line: int, column: int) -> Problem | None:
    text = source.line(line)
    char = text[column - 1 : column]
    if char and char in "@`%" and "cannot start any token" in str(error.problem):
        return source.problem(quoted_start(char), line, column, len(text.rstrip()) - column + 1)
    context = str(error.context or "")
    signs = {"block scalar": "|>", "an alias": "*", "an anchor": "&", "a tag": "!", "a directive": "%"}
    for thing, allowed in signs.items():
        if thing in context and (start := error.context_mark):
            sign = source.line(start.line + 1)[start.column : start.column + 1]
            if sign and sign in allowed:
                return source.problem(quoted_start(sign), start.line + 1, start.column + 1)
    return None


def _open_quote(error: Any, source: Source, line: int, column: int) -> Problem | None:
    message = "the quotation mark opened here is not closed"
    if "quoted scalar" in str(error.context or ""):
        if "escape" in str(error.problem):
            advice = "a backslash inside double quotes must be doubled, or use single quotes"
            return source.problem(advice, line, column)
        start = error.context_mark
        return source.problem(message, start.line + 1, start.column + 1)
    # A quotation mark opened further up swallows the lines down to the next one, and the trouble shows only there.
    for number in range(line, max(line - 30, 0), -1):
        text = source.line(number)
        match = _VALUE.match(text)
        value = match["value"] if match else ""
        if value[:1] in ("'", '"') and not _closes(value):
            return source.problem(message, number, text.index(value) + 1)
    return None


def _closes(value: str) -> bool:
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    return re.match(pattern, value) is not None


def _after_quote(error: Any, source: Source, line: int, column: int) -> Problem | None:
    text = source.line(line)
    match = _VALUE.match(text)
    value = match["value"] if match else ""
    if not value or value[0] not in "'\"[" or text.index(value) >= column - 1 or "found" not in str(error.problem):
        return None
    if value[0] == "[":
        return source.problem(quoted_start("["), line, text.index(value) + 1) if "]" in value else None
    inner = "an apostrophe inside single quotes is doubled ('')" if value[0] == "'" else 'write \\" for quotes inside'
    return source.problem(
        f"text goes on after the closing quotation mark; put all of it in quotes; {inner}", line, column
    )


def _colon(error: Any, source: Source, line: int, column: int) -> Problem | None:
    if "mapping values are not allowed" not in str(error.problem):
        return None
    text = source.line(line)
    item = _ITEM.match(text)
    first = _COLON.search(text, item.end() if item else 0)
    if first and first.start() == column - 1 and line > 1 and source.line(line - 1).strip():
        above = source.line(line - 1)
        if ":" not in above and not above.lstrip().startswith(("-", "#")):
            column = len(above) - len(above.lstrip()) + 1
            return source.problem(
                f"a colon is missing behind '{above.strip()[:40]}'", line - 1, column, len(above.strip())
            )
        message = "this line is indented further than the field above it; line it up with its neighbours"
        return source.problem(message, line, len(text) - len(text.lstrip()) + 1)
    return source.problem("a colon inside plain text; put the text in quotes", line, column)


def _no_colon(error: Any, source: Source, line: int, column: int) -> Problem | None:
    if "could not find expected ':'" not in str(error.problem):
        return None
    start = error.context_mark or error.problem_mark
    number = start.line + 1
    words = source.line(number).strip()[:40]
    message = f"'{words}' is no field: write 'name: value', or '- ' before it for a list; check its indentation"
    return source.problem(message, number, start.column + 1, len(source.line(number)) - start.column)


def _bracket(error: Any, source: Source, line: int, column: int) -> Problem | None:
    context = str(error.context or "")
    if "flow sequence" not in context and "flow mapping" not in context:
        return None
    sign, closing = ("[", "]") if "sequence" in context else ("{", "}")
    start = error.context_mark
    message = (
        f"the '{sign}' opened here is not closed by '{closing}', or a comma is missing; text with '{sign}' needs quotes"
    )
    return source.problem(message, start.line + 1, start.column + 1)


def _indentation(error: Any, source: Source, line: int, column: int) -> Problem | None:
    told = f"{error.context or ''} {error.problem or ''}"
    if not any(
        words in told for words in ("block end", "expected key", "block mapping", "block collection", "block seq")
    ):
        return None
    line, column = _inside(source, line, column)
    text = source.line(line)
    message = (
        "the indentation does not fit the lines above; fields of one thing begin in one column, list items with '- '"
    )
    return source.problem(message, line, column, len(text.rstrip()) - column + 1)
