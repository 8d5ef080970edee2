"""The training corpus: short bullets of many occupations, each labelled with a competency or with none."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
NONE = "none"


@dataclass(frozen=True, slots=True)
class Bullet:
    """One line of the corpus. `batch` is the hand that wrote it; `area` is that of its competency."""

    batch: str
    occupation: str
    text: str
    competency: str
    area: str
    also: tuple[str, ...]


def corpus_files() -> list[Path]:
    """The files of the corpus in a fixed order."""
    return sorted(HERE.glob("corpus/*/*.csv"))


def corpus(areas: dict[str, str]) -> list[Bullet]:
    """Every bullet; `areas` gives the area of each competency."""
    return [bullet for path in corpus_files() for bullet in _read(path, areas)]


def _read(path: Path, areas: dict[str, str]) -> Iterator[Bullet]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            also = tuple(areas.get(name, name) for name in (row["also"] or "").split("|") if name)
            area = NONE if row["competency"] == NONE else areas[row["competency"]]
            yield Bullet(path.parent.name, path.stem, row["text"], row["competency"], area, also)


def labelled(path: Path) -> list[Bullet]:
    """Bullets labelled by area only: id, source_field, text, primary, also."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Bullet(
                "", row["source_field"], row["text"], "", row["primary"], tuple(filter(None, row["also"].split("|")))
            )
            for row in csv.DictReader(file)
        ]


def digest() -> str:
    """A hash over the words of the corpus."""
    total = hashlib.sha256()
    for path in corpus_files():
        total.update(path.read_bytes())
    return total.hexdigest()[:16]
