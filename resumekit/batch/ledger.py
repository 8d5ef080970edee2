"""Ledger: what was written into a folder, for whom, and its hash; kept there as `.resumekit.json`."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, replace
from pathlib import Path

NAME = ".resumekit.json"
_SAVE_EVERY = 20
"""A part of the ledger, 1/20, may be unsaved: so a large batch is not slowed, and a small one loses nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The files of one name: whose they are, and the SHA-256 of each by its ending."""

    client: str
    target: str
    files: dict[str, str] = field(default_factory=dict)

    def with_file(self, ending: str, sha256: str) -> Entry:
        return replace(self, files={**self.files, ending: sha256})


class Ledger:
    """The entries of a folder by name without ending."""

    def __init__(self, path: Path, entries: dict[str, Entry]) -> None:
        self.path, self.entries, self._unsaved = path, entries, 0

    @classmethod
    def read(cls, folder: Path) -> Ledger:
        """The ledger of a folder; an empty one when there is none, or when it cannot be read.

        Nothing is lost by an empty one: each file that is there then counts as not ours, and is left alone.
        """
        path = folder / NAME
        try:
            results = json.loads(path.read_text(encoding="utf-8"))["results"]
            entries = {
                str(stem): Entry(str(row["client"]), str(row["target"]), dict(row["files"]))
                for stem, row in results.items()
            }
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            entries = {}
        return cls(path, entries)

    def names(self) -> frozenset[str]:
        """Every file that was written."""
        return frozenset(f"{stem}{ending}" for stem, entry in self.entries.items() for ending in entry.files)

    def keep(self, stem: str, entry: Entry) -> None:
        """Sets an entry, and saves now and then."""
        self.entries[stem] = entry
        self._unsaved += 1
        if self._unsaved * _SAVE_EVERY >= len(self.entries):
            self.save()

    def save(self) -> None:
        """Writes the ledger, when something is new in it."""
        if not self._unsaved:
            return
        results = {
            stem: {"client": entry.client, "target": entry.target, "files": entry.files}
            for stem, entry in sorted(self.entries.items())
        }
        fresh = self.path.with_name(f"{NAME}.{os.getpid()}")
        fresh.write_text(json.dumps({"results": results}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        fresh.replace(self.path)
        self._unsaved = 0
