"""A progress bar for long work, on standard error, and only where a person looks on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import click

LONG = 10
"""Clients from which on a bar is shown; fewer are done before one has looked at it."""


class Progress(Protocol):
    """What tells how far the work is."""

    def clear(self) -> None:
        """Makes room for lines; before they are printed."""

    def step(self) -> None:
        """One more is done; after its lines are printed."""


class _Silent:
    def clear(self) -> None:
        pass

    def step(self) -> None:
        pass


class _Bar:
    def __init__(self, bar: click.progressbar[int]) -> None:  # type: ignore[valid-type]
        self.bar = bar

    def clear(self) -> None:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()

    def step(self) -> None:
        self.bar.update(1)  # type: ignore[attr-defined]


@contextmanager
def progress(total: int) -> Iterator[Progress]:
    """A bar over `total` clients when they are many and standard error is a terminal; otherwise nothing is shown."""
    if total < LONG or not sys.stderr.isatty():
        yield _Silent()
        return
    with click.progressbar(length=total, label="rendering", show_pos=True, file=sys.stderr) as bar:
        yield _Bar(bar)
