"""Tables of public schemes, comma or tab separated: rows by the names of their columns, each with its line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resumekit.errors import FrameworkFileError, Problem, nearest
from resumekit.model.fact import TEXT_LIMIT
from resumekit.skills.framework import Framework

MOST_BYTES = 200_000_000
"""No table of a public scheme is larger; the largest of O*NET has some 40 million."""
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), " ")


@dataclass(frozen=True, slots=True)
class SchemeFile:
    """A public scheme as a framework, with what is odd about its files."""

    framework: Framework
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column, and the line it begins at."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column) or ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is there and has the columns that are asked of it."""

    path: Path
    rows: tuple[Row, ...]

    def warning(self, row: Row, message: str) -> Problem:
        """What is odd about one row."""
        return Problem(message, str(self.path), row.line, 1, level="warning")


def find_table(folder: Path, names: tuple[str, ...], download: str) -> Path:
    """The first of these files that is in a folder, or in one folder within it, as some archives unpack.

    Raises:
        FrameworkFileError: none of them is there; `download` says where to have them.
    """
    if not folder.exists():
        raise FrameworkFileError([Problem(f"there is no such folder. {download}", str(folder))])
    if not folder.is_dir():
        raise FrameworkFileError([Problem(f"this is a file; name the folder it is in. {download}", str(folder))])
    for name in names:
        for path in (folder / name, *sorted(folder.glob(f"*/{name}"))):
            if path.is_file():
                return path
    there = sorted(path.name for path in folder.iterdir())
    near = next((found for name in names if (found := nearest(name, there))), None)
    hint = f" There is '{near}': is that it?" if near else ""
    raise FrameworkFileError([Problem(f"there is no '{names[0]}' in this folder.{hint} {download}", str(folder))])


def read_table(path: Path, columns: tuple[str, ...], *, tabs: bool = False) -> Table:
    """The rows of a table that has these columns; others stay in its rows as well.

    Raises:
        FrameworkFileError: it cannot be read, is not UTF-8, or lacks columns.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _refused(path, f"more than {MOST_BYTES // 1_000_000} million bytes; this is another kind of file")
        with path.open(encoding="utf-8-sig", newline="") as file:
            return Table(path, tuple(_rows(path, file, columns, tabs)))
    except UnicodeDecodeError:
        raise _refused(path, "this is not UTF-8 text; unpack the download anew, and let no program save it") from None
    except csv.Error as error:
        raise _refused(path, f"this cannot be read as a table: {error}") from None
    except OSError as error:
        raise _refused(path, f"the file cannot be read: {error.strerror or error}") from None


def _rows(path: Path, file: Iterator[str], columns: tuple[str, ...], tabs: bool) -> Iterator[Row]:
    reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if tabs else csv.reader(file)
    head = [name.strip() for name in next(reader, [])]
    missing = [name for name in columns if name not in head]
    if missing:
        raise FrameworkFileError([Problem(_lacks(name, head), str(path), 1) for name in missing])
    line = reader.line_num + 1
    for cells in reader:
        if cells:
            yield Row(line, dict(zip(head, cells, strict=False)))
        line = reader.line_num + 1


def _lacks(name: str, head: list[str]) -> str:
    near = nearest(name, head)
    hint = f"; did '{near}' take its place?" if near else "."
    return f"the table has no column '{name}'{hint} It has: {', '.join(head[:30]) or 'nothing'}."


def plain(text: str) -> str:
    """A cell as free text: one space between words, no control characters, no longer than a field may be."""
    return " ".join(text.translate(_CONTROLS).split())[:TEXT_LIMIT]


def _refused(path: Path, message: str) -> FrameworkFileError:
    return FrameworkFileError([Problem(message, str(path))])
