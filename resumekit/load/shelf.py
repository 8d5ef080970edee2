"""Shelf: where frameworks and lexicons are found by name: those that ship, and a coach's own folders."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Literal

from resumekit.errors import ResumekitError, UnknownNameError
from resumekit.load.guess import guess

Sort = Literal["framework", "lexicon"]
_SHIPPED: dict[Sort, str] = {"framework": "frameworks", "lexicon": "lexicons"}
_ENDINGS = (".yaml", ".yml")
_OWN_KEYS: dict[Sort, frozenset[str]] = {
    "framework": frozenset({"competencies", "groups", "gates", "levels", "extends", "omit"}),
    "lexicon": frozenset({"entries", "classes"}),
}
_COMMON = frozenset({"id", "name", "version", "licence", "sources", "fields", "schema_version"})
_KEY = re.compile(r"^([a-z_]+)[ \t]*:", re.MULTILINE)
_MOST_READ = 5_000_000


@dataclass(frozen=True)
class Shelf:
    """The folders that a coach named, behind those that ship. A file is known by its name without the ending."""

    folders: tuple[Path, ...] = ()

    @classmethod
    def of(cls, folders: Iterable[str | Path]) -> Shelf:
        """Raises ResumekitError for a folder that is not there."""
        named = tuple(dict.fromkeys(Path(folder) for folder in folders))
        for folder in named:
            if not folder.is_dir():
                what = "is a file; name the folder it is in" if folder.exists() else "is not there"
                raise ResumekitError(f"the folder of frameworks {folder} {what}")
        return cls(named)

    def beside(self, file: Path) -> Shelf:
        """The same shelf with the folder that a file lies in."""
        return Shelf(tuple(dict.fromkeys((*self.folders, file.parent))))

    def names(self, sort: Sort) -> tuple[str, ...]:
        """Every name, those that ship first, each part in alphabetical order."""
        return tuple(self._found[sort])

    def path(self, sort: Sort, name: str) -> Path:
        """The file of a name, or the file that a path names.

        Raises:
            UnknownNameError: there is none of that name.
            ResumekitError: there are several.
        """
        if is_path(name):
            return Path(name)
        found = self._found[sort].get(name)
        if not found:
            raise UnknownNameError(sort, name, self._found[sort])
        if len(found) > 1:
            listed = " and ".join(str(path) for path in found)
            raise ResumekitError(
                f"there are {len(found)} files of the {sort} '{name}': {listed}; rename one, or name it by its path"
            )
        return found[0]

    @cached_property
    def _found(self) -> dict[Sort, dict[str, list[Path]]]:
        found: dict[Sort, dict[str, list[Path]]] = {"framework": {}, "lexicon": {}}
        for sort, known in found.items():
            for path in _in(shipped_folder(sort)):
                known.setdefault(path.stem, []).append(path)
        seen = {path.resolve() for known in found.values() for paths in known.values() for path in paths}
        for path in (path for folder in self.folders for path in _in(folder)):
            if (own := sort_of(path)) and path.resolve() not in seen:
                seen.add(path.resolve())
                found[own].setdefault(path.stem, []).append(path)
        return found


def is_path(name: str) -> bool:
    """Whether a name is meant as the path of a file."""
    return "/" in name or "\\" in name or name.lower().endswith((*_ENDINGS, ".json"))


def shipped_folder(sort: Sort) -> Path:
    """The folder of those that ship."""
    return Path(str(files("resumekit.skills").joinpath(_SHIPPED[sort])))


def _in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS and path.is_file())


def sort_of(path: Path) -> Sort | None:
    """What a file looks like by the names of its fields; None when it is neither, such as a client file."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            keys = set(_KEY.findall(file.read(_MOST_READ)))
    except OSError:
        return None
    for sort, own in _OWN_KEYS.items():
        if keys & own:
            return sort
    # Neither, unless the name of its field is misspelled: then it is told so as what it was meant to be.
    return next((sort for sort, own in _OWN_KEYS.items() if any(guess(key, own) for key in keys - _COMMON)), None)
