"""Text set to the width of a terminal: paragraphs, points under headings, rows of wrapped cells."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import click

from resumekit.cli import screen

WIDTH, GAP = 100, 2


def wrapped(cells: Sequence[str], *, first: int) -> Iterator[str]:
    """The lines of one row: the first column is `first` wide, the others share the rest."""
    width = (WIDTH - first) // (len(cells) - 1) - GAP
    widths = [first, *[width] * (len(cells) - 1)]
    columns = [textwrap.wrap(cell, room) or [""] for cell, room in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=""):
        yield (" " * GAP).join(part.ljust(room) for part, room in zip(parts, widths, strict=True)).rstrip()


def filled(text: str, *, indent: int = 0, hanging: int = 0) -> str:
    """A text as lines; all are indented, those after the first by `hanging` more."""
    lead = " " * indent
    return textwrap.fill(text, WIDTH, initial_indent=lead, subsequent_indent=f"{lead}{' ' * hanging}")


def say_heading(title: str) -> None:
    """A title above what follows, with an empty line before it."""
    screen.say()
    screen.say(click.style(title, bold=True))


def say_point(text: str, *, indent: int = 2) -> None:
    """One point of a list."""
    screen.say(filled(text, indent=indent, hanging=2))


def say_points(title: str, lines: Iterable[str]) -> None:
    """Points under their heading; nothing at all where there are none."""
    said = list(lines)
    if said:
        say_heading(title)
    for line in said:
        say_point(line)
