"""Outbox: the one who names files and puts them in place, so that no result is written over another, or over a hand."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from resumekit.batch.job import Staged
from resumekit.batch.ledger import Entry, Ledger
from resumekit.batch.name import choices, same
from resumekit.errors import OutputError

Owner = tuple[str, str]
"""The client file, seen from the folder of results, and the target."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file in its place."""

    path: Path
    format: str
    target: str
    pages: int | None
    seconds: float
    sha256: str
    document: str


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
        self._owners: dict[str, Owner] = {}
        # And a file to one name: `Amina-Director-Strategy.pdf` is a Director's strategy, or a Director of Strategy.
        self._stems: dict[str, str] = {}
        for stem, entry in self.ledger.entries.items():
            self._keep(stem, (entry.client, entry.target), entry.files)

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
            written.append(
                Written(final, file.format, staged.target, file.pages, file.seconds, file.sha256, file.document)
            )
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
        endings = [file.ending for file in staged.files]
        for stem in choices(staged.stem, staged.target, client.stem):
            if self._is_free(same(stem), owner) and not any(
                self._is_anothers(same(f"{stem}{ending}"), same(stem)) for ending in endings
            ):
                self._keep(stem, owner, endings)
                return stem
        raise AssertionError("names with numbers do not end")

    def _keep(self, stem: str, owner: Owner, endings: Iterable[str]) -> None:
        self._owners[same(stem)] = owner
        self._stems |= {same(f"{stem}{ending}"): same(stem) for ending in endings}

    def _is_free(self, stem: str, owner: Owner) -> bool:
        """Whether a name is this owner's, or nobody's, as when its client file is gone."""
        holder = self._owners.get(stem)
        return holder is None or holder == owner or not (self.folder / holder[0]).exists()

    def _is_anothers(self, name: str, stem: str) -> bool:
        """Whether a file belongs to the results of another name."""
        held = self._stems.get(name, stem)
        return held != stem and not self._is_free(held, ("", ""))

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
