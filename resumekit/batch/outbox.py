"""Outbox: the one who names files and puts them in place, so that no result is written over another, or over a hand."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from resumekit.batch.job import Staged
from resumekit.batch.ledger import Entry, Ledger
from resumekit.batch.name import choices, same
from resumekit.errors import OutputError


@dataclass(frozen=True, slots=True)
class Written:
    """A file in its place."""

    path: Path
    format: str
    target: str
    pages: int | None
    seconds: float
    sha256: str


class Outbox:
    """A folder of results. Workers stage files in `staging`; `place` moves them to their names.

    Raises:
        OutputError: the folder cannot be made or written to.
    """

    def __init__(self, folder: Path, *, force: bool = False) -> None:
        self.folder, self.force = folder, force
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.staging = Path(tempfile.mkdtemp(prefix=".resumekit-", dir=folder))
        except FileExistsError:
            raise OutputError(f"{folder} is a file; name a folder with --out") from None
        except OSError as error:
            raise OutputError(f"the folder {folder} cannot be written to: {error.strerror or error}") from None
        self.ledger = Ledger.read(folder)
        # A name belongs to one client and target, in the next run too: `Amina-Haddad-…` never becomes another Amina's.
        self._owners = {same(stem): (entry.client, entry.target) for stem, entry in self.ledger.entries.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.staging, ignore_errors=True)
        self.ledger.save()

    def place(self, client: Path, staged: Staged) -> tuple[Written, ...]:
        """Moves a result's files to their names, all or none.

        Raises:
            OutputError: one of them was changed by hand, or the system refuses.
        """
        stem = self._reserve(client, staged)
        entry = self.ledger.entries.get(stem) or Entry(self._known_as(client), staged.target)
        finals = [(file, self.folder / f"{stem}{file.ending}") for file in staged.files]
        for file, final in finals:
            self._check(final, entry.files.get(file.ending), file.sha256)
        written = []
        for file, final in finals:
            try:
                file.path.replace(final)
            except OSError as error:
                raise OutputError(
                    f"{final} cannot be written: {error.strerror or error}; is it open in another program?"
                ) from None
            entry = entry.with_file(file.ending, file.sha256)
            written.append(Written(final, file.format, staged.target, file.pages, file.seconds, file.sha256))
            self.ledger.keep(stem, entry)
        return tuple(written)

    def _known_as(self, client: Path) -> str:
        # Relative, so that a folder may move with all that is in it.
        try:
            return Path(os.path.relpath(client.resolve(), self.folder.resolve())).as_posix()
        except ValueError:  # another drive
            return client.resolve().as_posix()

    def _reserve(self, client: Path, staged: Staged) -> str:
        owner = (self._known_as(client), staged.target)
        for stem in choices(staged.stem, staged.target, client.stem):
            holder = self._owners.get(same(stem))
            if holder is None or holder == owner or not (self.folder / holder[0]).exists():
                self._owners[same(stem)] = owner
                return stem
        raise AssertionError("names with numbers do not end")

    def _check(self, final: Path, recorded: str | None, fresh: str) -> None:
        if self.force or not final.exists():
            return
        if final.is_dir():
            raise OutputError(f"{final} is a folder; move it away")
        now = hashlib.sha256(final.read_bytes()).hexdigest()
        if now in (recorded, fresh):
            return
        why = "was changed by hand since it was written" if recorded else "is there, and resumekit did not write it"
        raise OutputError(f"{final} {why}; it was left as it is. --force writes over it")
