"""Watching files: what changed since the last look, and a loop that answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from resumekit.batch.find import SUFFIXES

Snapshot = dict[Path, tuple[int, int]]
INTERVAL = 0.3
"""Seconds between two looks."""


def watch(
    clients: Iterable[Path], others: Iterable[Path], act: Callable[[list[Path] | None], None], wait: Callable[[], None]
) -> None:
    """Calls `act` whenever a file changed: with the client files that did, or with None when it was one of `others`.

    `clients` and `others` are files and folders; a file that comes into a folder counts as changed. Ends when `wait`
    raises, as the default one does on Ctrl-C.
    """
    clients, others = list(clients), list(others)
    before = (snapshot(clients, SUFFIXES), snapshot(others))
    while True:
        wait()
        now = (snapshot(clients, SUFFIXES), snapshot(others))
        changed = [path for path, stamp in now[0].items() if before[0].get(path) != stamp]
        common = now[1] != before[1]
        before = now
        if common:
            act(None)
        elif changed:
            act(changed)


def snapshot(paths: Iterable[Path], suffixes: tuple[str, ...] = ()) -> Snapshot:
    """Each file's time and size; of a folder, its own files with these endings, or all below it when none are named."""
    stamps: Snapshot = {}
    for path in paths:
        for file in _files(path, suffixes):
            try:
                status = file.stat()
            except OSError:
                continue  # gone between the two calls, or out of reach; when it comes back, it has changed
            stamps[file] = (status.st_mtime_ns, status.st_size)
    return stamps


def _files(path: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
    elif suffixes:
        yield from (item for item in sorted(path.iterdir()) if item.suffix.lower() in suffixes and item.is_file())
    else:
        yield from (item for item in sorted(path.rglob("*")) if item.is_file())
