"""What reaches the terminal: results on standard output; errors, warnings and notes on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import click

from resumekit.errors import ResumekitError

Style = dict[str, Any]
_ERROR: Style = {"fg": "red", "bold": True}
_WARNING: Style = {"fg": "yellow", "bold": True}


def _colour() -> bool | None:
    # None leaves it to click: colours on a terminal, none in a file or pipe. https://no-color.org
    return False if os.environ.get("NO_COLOR") else None


def say(text: str = "") -> None:
    """A line of the result."""
    click.echo(text, color=_colour())


def note(text: str) -> None:
    """A line about the work, not part of the result."""
    click.echo(text, err=True, color=_colour())


def error(text: str) -> None:
    """Something that went wrong and that the user can mend."""
    note(f"{click.style('error:', **_ERROR)} {text}")


def warning(text: str) -> None:
    """Something the user should know of."""
    note(f"{click.style('warning:', **_WARNING)} {text}")


def report(problem: ResumekitError) -> None:
    """Prints every problem that an error holds."""
    for message in problem.messages:
        error(message)


def say_json(value: Any) -> None:
    """One JSON value on standard output, in characters that its encoding can hold."""
    wide = "utf" in (getattr(sys.stdout, "encoding", None) or "").lower()
    say(json.dumps(value, ensure_ascii=not wide, indent=2))


def number(value: Fraction | None) -> float | None:
    """A number as it stands in JSON, to two places."""
    return None if value is None else round(float(value), 2)


def say_bytes(content: bytes) -> None:
    """A file on standard output, byte for byte, whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def printable(text: str) -> str:
    """Foreign text without what could move the cursor or colour a terminal."""
    return "".join(c if c.isprintable() or c in "\t\u00a0\u202f" else c.encode("unicode_escape").decode() for c in text)


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Rows as lines of aligned columns, two spaces apart."""
    rows = list(rows)
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
