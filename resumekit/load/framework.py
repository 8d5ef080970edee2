"""Framework files: read, laid over what they extend, checked, and found by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from resumekit.errors import ClientFileError, FrameworkFileError, Problem, ResumekitError
from resumekit.load.cue_checks import unreadable
from resumekit.load.framework_checks import check_framework
from resumekit.load.lay import filled, lay_over
from resumekit.load.node import Node, drop_empty_items, to_data
from resumekit.load.problems import at_node, explain, refuse
from resumekit.load.read import read_nodes
from resumekit.load.scheme import find_scheme, is_scheme
from resumekit.load.shelf import Shelf, shipped_folder
from resumekit.load.source import Kind, Source, decode, read_source
from resumekit.skills.framework import Framework

FRAMEWORK = Kind("framework", "resumekit frameworks new", "'id:', 'name:' and 'competencies:', one below the other")


@dataclass(frozen=True, slots=True)
class FrameworkFile:
    """A framework as it stands, laid over what it extends, with what is odd about its file."""

    framework: Framework
    warnings: tuple[Problem, ...] = ()
    path: Path | None = None


def read_framework(path: str | Path, folders: Iterable[str | Path] = ()) -> FrameworkFile:
    """The framework of a file, with every check; what it extends is looked for in the folders and beside it.

    Raises:
        FrameworkFileError: with every problem of the file.
    """
    return _read(Path(path), Shelf.of(folders), deep=True)


def parse_framework(
    text: str | bytes, name: str = "framework.yaml", folders: Iterable[str | Path] = ()
) -> FrameworkFile:
    """The framework of a text, as `read_framework` reads it; `name` is what problems are reported under."""
    try:
        return _Reading(Shelf.of(folders), deep=True).framework(decode(text, name, FRAMEWORK), None)
    except ClientFileError as error:
        raise FrameworkFileError(error.problems) from None


def find_framework(name: str, folders: Iterable[str | Path] = ()) -> Framework:
    """The framework of this name, shipped or in one of the folders, of this path, or of a scheme's `esco:FOLDER`.

    One that ships was checked by the tests; here only its values are.

    Raises:
        UnknownNameError: there is none of that name.
        FrameworkFileError: its file cannot be read.
    """
    if is_scheme(name):
        return find_scheme(name).framework
    shelf = Shelf.of(folders)
    path = shelf.path("framework", name)
    return _shipped(path) if _ships(path) else _read(path, shelf, deep=True).framework


def framework_names(folders: Iterable[str | Path] = ()) -> tuple[str, ...]:
    """The names of all frameworks, those that ship first."""
    return Shelf.of(folders).names("framework")


def _ships(path: Path) -> bool:
    return path.parent == shipped_folder("framework")


@cache
def _shipped(path: Path) -> Framework:
    return _read(path, Shelf(), deep=False).framework


def _read(path: Path, shelf: Shelf, *, deep: bool, above: tuple[Path, ...] = ()) -> FrameworkFile:
    try:
        return _Reading(shelf.beside(path), deep, above).framework(read_source(path, FRAMEWORK), path)
    except ClientFileError as error:
        raise FrameworkFileError(error.problems) from None


@dataclass(frozen=True)
class _Reading:
    """One reading of a file; `above` are the files that extend it."""

    shelf: Shelf
    deep: bool
    above: tuple[Path, ...] = ()

    def framework(self, source: Source, path: Path | None) -> FrameworkFile:
        root, found = read_nodes(source)
        drop_empty_items(root)
        base, more = self.base(root, source, path)
        errors = [problem for problem in [*found, *more] if problem.level == "error"]
        data = to_data(root)
        try:
            own = Framework.model_validate(filled(data, base) if base else data)
        except ValidationError as error:
            errors += explain(error, root, source, whole=not errors, model=Framework)
            raise refuse([*errors, *unreadable(root, source)]) from None
        whole = lay_over(base, own) if base else own
        found += more
        if self.deep:
            found += check_framework(own, whole, base, root, source, self.shelf)
        if errors := [problem for problem in found if problem.level == "error"]:
            raise refuse(errors)
        return FrameworkFile(whole, tuple(sorted(found, key=lambda problem: (problem.line, problem.column))), path)

    def base(self, root: Node, source: Source, path: Path | None) -> tuple[Framework | None, list[Problem]]:
        """The framework below, or what is wrong with its name. Raises FrameworkFileError for its own problems."""
        node = root.get("extends")
        if node is None or not isinstance(node.value, str):
            return None, []
        try:
            below = self.shelf.path("framework", node.value.strip())
        except ResumekitError as error:
            return None, [at_node(source, node, str(error))]
        above = (*self.above, path.resolve()) if path else self.above
        if below.resolve() in above:
            return None, [at_node(source, node, f"'{node.value}' leads back to this file; extend another framework")]
        if _ships(below):
            return _shipped(below), []
        return _read(below, self.shelf, deep=self.deep, above=above).framework, []
