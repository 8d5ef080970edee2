"""Applications kept in a spreadsheet and saved as CSV: its rows as nodes, each cell with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumekit.errors import Problem, nearest
from resumekit.load.node import Node
from resumekit.load.problems import refuse
from resumekit.load.source import Source
from resumekit.model.application import Application, Applications

COLUMNS = tuple(Application.model_fields)
ABOVE = tuple(name for name in Applications.model_fields if name != "applications")
"""What may stand above the header, a name in the first cell and its value in the second."""
SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods", ".numbers")
_MEANT = {
    "company": "employer", "organization": "employer", "organisation": "employer", "position": "role", "title": "role",
    "job": "role", "job title": "role", "applied": "sent", "date": "sent", "date applied": "sent", "date sent": "sent",
    "published": "posted", "source": "channel", "via": "channel", "on plan": "on_plan", "rounds": "interviews",
    "first interview": "interview", "hired": "accepted", "comment": "notes", "comments": "notes", "note": "notes",
    "rejection": "rejected", "status": "rejected",
}  # fmt: skip
_DATES = {"sent", "posted", "interview", "offer", "rejected", "withdrawn", "started", "as_of"}
_FORMULA = re.compile(r"[=@]|[+-][\w(]")
_FAILED = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|#+)", re.IGNORECASE)
_OWN_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}")
_SAVE_ANEW = "format the column as yyyy-mm-dd (Format Cells, Custom) and save it anew"


def spreadsheet_advice(name: str) -> str | None:
    """How to save a spreadsheet as CSV, for a file name that is one's; else None."""
    if not name.lower().endswith(SPREADSHEETS):
        return None
    return (
        "this is a spreadsheet; save the sheet as CSV and name that file. In Excel: Save As, CSV UTF-8 (Comma "
        "delimited). In LibreOffice: Save As, Text CSV, Unicode (UTF-8). In Numbers: Export To, CSV"
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    line: int
    column: int
    length: int
    torn: bool = False
    """A quote in it is not closed where the cell ends."""

    @property
    def node(self) -> Node:
        return Node(self.text, line=self.line, column=self.column, length=self.length)


def csv_nodes(source: Source) -> tuple[Node, list[Problem]]:
    """The root that a list of applications is read from, and every problem of the table itself.

    Raises:
        ClientFileError: there is no header with the column 'employer'.
    """
    delimiter = _delimiter(source)
    rows = [row for row in _rows(source, delimiter) if any(cell.text for cell in row)]
    if rows and rows[0][0].text.lower().startswith("sep="):  # Excel's own note of its delimiter
        rows = rows[1:]
    place = next((index for index, row in enumerate(rows) if _is_header(row)), None)
    if place is None:
        raise refuse([_no_header(source, rows)])
    problems: list[Problem] = []
    root = _above(source, rows[:place], problems)
    header = _header(source, rows[place], problems)
    items = [_item(source, header, row, problems) for row in rows[place + 1 :]]
    root["applications"] = (Node("applications"), Node([*items]))
    return Node(root), problems


def _delimiter(source: Source) -> str:
    """What parts the cells of the header, or of the first line where no header is found."""
    lines = [line for line in source.lines if line.strip()]
    line = next((line for line in lines if re.search(r"\bemployer\b", line, re.IGNORECASE)), lines[0] if lines else "")
    bare = re.sub(r'"[^"]*"', "", line)
    return max(",;\t", key=bare.count)


def _rows(source: Source, delimiter: str) -> Iterator[list[_Cell]]:
    """Every line of cells; a quoted cell may hold delimiters, doubled quotes and line breaks."""
    bare = rf"[^{re.escape(delimiter)}\n\r]*"
    pattern = re.compile(rf'[ ]*"((?:[^"]|"")*)"({bare})|{bare}')
    text, offset = source.text, 0
    row: list[_Cell] = []
    while offset <= len(text):
        match = pattern.match(text, offset)
        assert match is not None  # it may match nothing at all
        row.append(_cell(source, match))
        offset = match.end()
        if text[offset : offset + 1] == delimiter:
            offset += 1
            continue
        yield row
        row, offset = [], offset + (2 if text[offset : offset + 2] == "\r\n" else 1)


def _cell(source: Source, match: re.Match[str]) -> _Cell:
    written = match[0].lstrip()
    line, column = source.position(match.end() - len(written))
    shown = written.splitlines()[0].rstrip() if written else ""
    closed = match[1] is not None and not match[2].strip()
    # A quote that is not closed where its cell ends stays as it is, and is refused where the cell is used.
    text = match[1].replace('""', '"') if closed else written
    return _Cell(text.strip(), line, column, max(len(shown), 1), written.startswith('"') and not closed)


def _name(text: str) -> str:
    return re.sub(r"[\s_-]+", "_", text.strip().lower().rstrip(":*"))


def _is_header(row: list[_Cell]) -> bool:
    return any(_name(cell.text) == "employer" for cell in row)


def _no_header(source: Source, rows: list[list[_Cell]]) -> Problem:
    if not rows:
        return Problem(f"the file is empty; its first line names the columns: {', '.join(COLUMNS)}", source.name)
    first = rows[0][0]
    message = f"no line names the columns; 'employer' is one of them. Known: {', '.join(COLUMNS)}"
    near = next((cell for row in rows[:5] for cell in row if _guess(cell.text, COLUMNS) == "employer"), None)
    if near:
        message = f"'{near.text}' is not a column; did you mean 'employer'? Known: {', '.join(COLUMNS)}"
        first = near
    return source.problem(message, first.line, first.column, first.length)


def _guess(text: str, known: Sequence[str]) -> str | None:
    name = _name(text)
    meant = _MEANT.get(name.replace("_", " "))
    return meant if meant and meant in known else nearest(name, known)


def _above(source: Source, rows: list[list[_Cell]], problems: list[Problem]) -> dict[str, tuple[Node, Node]]:
    fields: dict[str, tuple[Node, Node]] = {}
    for key, *rest in rows:
        name, values = _name(key.text.lstrip("#")), [cell for cell in rest if cell.text]
        if name not in ABOVE:
            near = _guess(name, ABOVE)
            hint = f"; did you mean '{near}'?" if near else "."
            message = f"'{key.text}' is no field above the columns{hint} Known there: {', '.join(ABOVE)}."
            problems.append(source.problem(message, key.line, key.column, key.length))
        elif name in fields:
            problems.append(source.problem(f"'{name}' is there twice", key.line, key.column, key.length))
        elif len(values) != 1:
            message = f"'{name}' has {len(values) or 'no'} values; write one, in the cell beside it"
            problems.append(source.problem(message, key.line, key.column, key.length))
        else:
            problems += _wrong_cell(source, name, values[0])
            fields[name] = (key.node, values[0].node)
    return fields


def _header(source: Source, row: list[_Cell], problems: list[Problem]) -> list[str]:
    """The column's name for each place; "" for one without a name, and for one that is not known."""
    names: list[str] = []
    for cell in row:
        name = _name(cell.text)
        if name and name not in COLUMNS:
            near = _guess(cell.text, COLUMNS)
            hint = f"; did you mean '{near}'?" if near else "."
            message = f"'{cell.text}' is not a column{hint} Known: {', '.join(COLUMNS)}."
            problems.append(source.problem(message, cell.line, cell.column, cell.length))
            name = "?"
        elif name and name in names:
            problems.append(source.problem(f"the column '{name}' is there twice", cell.line, cell.column, cell.length))
            name = "?"
        names.append(name)
    return names


def _item(source: Source, header: list[str], row: list[_Cell], problems: list[Problem]) -> Node:
    fields: dict[str, tuple[Node, Node]] = {}
    for index, cell in enumerate(row):
        name = header[index] if index < len(header) else ""
        if not cell.text or name == "?":
            continue
        if not name:
            why = "this column has no name" if index < len(header) else f"there are only {len(header)} columns"
            message = f"{why}; name it, take this out, or put a text with a comma in it in quotes"
            problems.append(source.problem(message, cell.line, cell.column, cell.length))
            continue
        if wrong := _wrong_cell(source, name, cell):
            problems += wrong
            continue
        node = cell.node
        if name == "channel":
            node.value = cell.text.lower()
        fields[name] = (Node(name, line=cell.line, column=cell.column, length=cell.length), node)
    first = next(cell for cell in row if cell.text)
    return Node(fields, line=first.line, column=first.column, length=first.length)


def _wrong_cell(source: Source, name: str, cell: _Cell) -> list[Problem]:
    """What a spreadsheet put into a cell that is no value."""
    message = None
    if cell.torn:
        message = "a quotation mark opens here and does not close where the cell ends; double the marks within a text"
    elif _FAILED.fullmatch(cell.text):
        message = f"the spreadsheet shows an error here ({cell.text}); write the value, or widen the column"
    elif _FORMULA.match(cell.text) and (name != "notes" or cell.text[0] == "="):
        message = "this is a formula; put its value in its place (Paste Special, Values)"
    elif name in _DATES and _OWN_DATE.fullmatch(cell.text):
        message = f"'{cell.text}' may mean another day elsewhere; write it as 2026-10-01: {_SAVE_ANEW}"
    return [source.problem(message, cell.line, cell.column, cell.length)] if message else []
