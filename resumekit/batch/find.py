"""The client files that a list of files, folders and patterns means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob
from pathlib import Path

from resumekit.batch.ledger import Ledger
from resumekit.errors import nearest

SUFFIXES = (".yaml", ".yml", ".json")
_SNIFFED = 64_000
# A key that only a client file or a JSON Resume has at its top; a schema that describes them is told by its own keys.
_OURS = re.compile(
    r'^\s{0,4}["\']?(person|basics|experience|work|education|schema_version|targets|credentials|skills|volunteering|'
    r'projects|languages|awards|publications)["\']?\s*:',
    re.MULTILINE,
)
_SCHEMA = re.compile(r'"\$schema"\s*:\s*"[^"]*json-schema\.org|"\$defs"\s*:')
_ONE_LINE = re.compile(r'"(person|basics|schema_version|experience|work)"\s*:')


@dataclass(frozen=True, slots=True)
class Found:
    """A path of a client file, or of something that is none: `problem` says why, `skipped` that it is no error."""

    path: Path
    problem: str = ""
    skipped: bool = False


def find_clients(paths: Iterable[str | Path | Found]) -> tuple[Found, ...]:
    """Every client file once, in the order given; a folder's own files by name, without its sub-folders.

    What was found before stays as it is.
    """
    found: dict[Path, Found] = {}
    for path in paths:
        for item in (path,) if isinstance(path, Found) else _find(Path(path)):
            found.setdefault(_same(item.path), item)
    return tuple(found.values())


def _same(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a loop of links; loading it will say so
        return path


def _find(path: Path) -> Iterator[Found]:
    if path.is_dir():
        yield from _in_folder(path)
    elif path.exists():
        yield Found(path)
    elif any(c in str(path) for c in "*?["):
        # Some shells hand a pattern on as it is.
        matches = [Path(match) for match in sorted(glob(str(path), recursive=True))]  # noqa: PTH207 - a pattern may be absolute
        for match in matches:
            yield from _find(match)
        if not matches:
            yield Found(path, f"{path}: nothing matches this pattern")
    else:
        yield Found(path, missing(path))


def _in_folder(folder: Path) -> Iterator[Found]:
    try:
        inside = sorted(folder.iterdir(), key=lambda item: (item.name.casefold(), item.name))
    except OSError as error:
        yield Found(folder, f"{folder}: {error.strerror or error}")
        return
    # Results may lie among the clients, and a result as JSON Resume looks like one.
    ours = Ledger.read(folder).names()
    count = 0
    for path in inside:
        if path.suffix.lower() not in SUFFIXES or path.name.startswith(".") or path.name in ours or not path.is_file():
            continue
        if is_client_file(path):
            count += 1
            yield Found(path)
        else:
            yield Found(path, f"{path}: not a client file", skipped=True)
    if not count:
        yield Found(folder, f"{folder}: no client files in this folder; they end in {', '.join(SUFFIXES)}")


def is_client_file(path: Path) -> bool:
    """Whether a file could be a client's; only what plainly is something else is not."""
    try:
        with path.open("rb") as file:
            head = file.read(_SNIFFED)
    except OSError:
        return True  # loading it will say what is wrong
    text = head.decode("utf-8", "replace").replace("\x00", "").removeprefix("\ufeff")
    if not text.strip():
        return True
    if path.suffix.lower() == ".json" and _SCHEMA.search(text):
        return False
    return bool(_OURS.search(text) or _ONE_LINE.search(text))


def missing(path: Path) -> str:
    """What to say of a path that is not there, with the nearest name that is."""
    try:
        beside = [item.name for item in path.parent.iterdir() if item.is_dir() or item.suffix.lower() in SUFFIXES]
    except OSError:
        return f"{path}: there is no such file, nor its folder"
    guess = nearest(path.name, beside)
    hint = f"; did you mean '{path.with_name(guess)}'?" if guess else ""
    return f"{path}: there is no such file or folder{hint}"
