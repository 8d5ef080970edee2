"""Rows of a table whose cells are wrapped, so that it fits the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

WIDTH, GAP = 100, 2


def wrapped(cells: Sequence[str], *, first: int) -> Iterator[str]:
    """The lines of one row: the first column is `first` wide, the others share the rest."""
    width = (WIDTH - first) // (len(cells) - 1) - GAP
    widths = [first, *[width] * (len(cells) - 1)]
    columns = [textwrap.wrap(cell, room) or [""] for cell, room in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=""):
        yield (" " * GAP).join(part.ljust(room) for part, room in zip(parts, widths, strict=True)).rstrip()


def indented(text: str) -> str:
    """A point under a heading."""
    return textwrap.fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ")
