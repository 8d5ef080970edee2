"""Evidence: what studies found, with whom, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from resumekit.career.tables import read_part
from resumekit.text.tables import DataTable


class Study(DataTable):
    """One finding. `limits` is whom it was found in; `against` marks what contradicts most of the others."""

    says: str
    limits: str
    short: str
    kind: Literal["study", "official", "vendor", "practice", "press"]
    against: bool = False

    def told(self) -> str:
        """The finding with its limits, as one sentence."""
        return f"{self.short}: {self.says} ({self.limits})."


class Evidence(DataTable):
    """Every finding by its id."""

    study: dict[str, Study]


def cite(ids: Iterable[str], paths: Iterable[str | Path] = ()) -> tuple[Study, ...]:
    """The findings of these ids, in their order. Raises KeyError for an id that is not there."""
    studies = read_part("evidence", Evidence, paths).study
    return tuple(studies[name] for name in ids)
