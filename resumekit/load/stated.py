"""Small files of one model each: an offer, a list of applications; read with every problem and its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from resumekit.errors import ClientFileError, InputFileError, Problem
from resumekit.load.applications_csv import csv_nodes, spreadsheet_advice
from resumekit.load.client import Places
from resumekit.load.node import drop_empty_items, to_data
from resumekit.load.problems import explain, refuse
from resumekit.load.read import read_nodes
from resumekit.load.source import Kind, Source, decode, read_source
from resumekit.model.application import Applications
from resumekit.model.fact import Model
from resumekit.model.offer import Offer

OFFER = Kind(
    "offer", "resumekit new offer.yaml --kind offer", "'title:', 'employer:' and 'level:', one below the other"
)
APPLICATIONS = Kind(
    "list of applications",
    "resumekit new applications.yaml --kind applications",
    "'applications:' and, below it, '  - employer: …'",
)

Stated = TypeVar("Stated", bound=Model)


@dataclass(frozen=True, slots=True)
class StatedFile(Generic[Stated]):
    """What a file states, where in it, and what is odd; `path` is None when it did not come from a file."""

    value: Stated
    warnings: tuple[Problem, ...]
    path: Path | None
    places: Places


def read_offer(path: str | Path) -> StatedFile[Offer]:
    """The offer of a YAML or JSON file.

    Raises:
        InputFileError: with every problem of the file.
    """
    return _file(Path(path), OFFER, Offer)


def parse_offer(text: str | bytes, name: str = "offer.yaml") -> StatedFile[Offer]:
    """The offer of a text, as `read_offer` reads it. Raises InputFileError."""
    return _text(text, name, OFFER, Offer)


def read_applications(path: str | Path) -> StatedFile[Applications]:
    """The applications of a YAML or JSON file, or of a spreadsheet saved as CSV: its name's ending tells which.

    Raises:
        InputFileError: with every problem of the file.
    """
    if advice := spreadsheet_advice(str(path)):
        raise InputFileError([Problem(advice, str(path))])
    return _file(Path(path), APPLICATIONS, Applications)


def parse_applications(text: str | bytes, name: str = "applications.yaml") -> StatedFile[Applications]:
    """The applications of a text, as `read_applications` reads it. Raises InputFileError."""
    return _text(text, name, APPLICATIONS, Applications)


def _file(path: Path, kind: Kind, model: type[Stated]) -> StatedFile[Stated]:
    try:
        return _stated(read_source(path, kind), path, model)
    except ClientFileError as error:
        raise InputFileError(error.problems) from None


def _text(text: str | bytes, name: str, kind: Kind, model: type[Stated]) -> StatedFile[Stated]:
    try:
        return _stated(decode(text, name, kind), None, model)
    except ClientFileError as error:
        raise InputFileError(error.problems) from None


def _stated(source: Source, path: Path | None, model: type[Stated]) -> StatedFile[Stated]:
    is_table = source.kind == APPLICATIONS and source.name.lower().endswith((".csv", ".tsv"))
    root, found = csv_nodes(source) if is_table else read_nodes(source)
    drop_empty_items(root)
    errors = [problem for problem in found if problem.level == "error"]
    try:
        value = model.model_validate(to_data(root))
    except ValidationError as error:
        raise refuse([*errors, *explain(error, root, source, whole=not errors, model=model)]) from None
    if errors:
        raise refuse(errors)
    return StatedFile(value, tuple(found), path, Places(root, source))
