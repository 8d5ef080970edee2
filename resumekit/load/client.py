"""Client: a client's facts with the file they came from, and where in it each one stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath

from pydantic import ValidationError

from resumekit.errors import Problem
from resumekit.load.advice import advise
from resumekit.load.jsonresume import is_json_resume, native
from resumekit.load.node import Node, drop_empty_items, find, to_data
from resumekit.load.problems import at_node, explain, refuse
from resumekit.load.read import read_nodes
from resumekit.load.source import Source, decode, read_source
from resumekit.model.fact import Path
from resumekit.model.resume import Resume

__all__ = ["Client", "Place", "Places", "load", "parse"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a file: line and column from 1 (0 where there is none), the width of the words, and their line."""

    line: int
    column: int
    length: int
    source: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where each value of a client file stands."""

    root: Node
    source: Source

    def find(self, path: Path) -> Place:
        """Where a value, or the key it stands under, is; its nearest parent when the file itself does not have it."""
        key, node, _ = find(self.root, path)
        spot = key or node
        return Place(spot.line, spot.column, spot.length, self.source.line(spot.line))

    def problem(self, path: Path, message: str, *, warning: bool = False) -> Problem:
        """A Problem with the value at a path."""
        _, node, _ = find(self.root, path)
        return at_node(self.source, node, message, "warning" if warning else "error")


@dataclass(frozen=True, slots=True)
class Client:
    """One person's facts; `path` is None when they did not come from a file."""

    resume: Resume
    warnings: tuple[Problem, ...]
    path: FilePath | None
    places: Places


def load(path: str | FilePath) -> Client:
    """Reads a client file: native YAML or JSON, or JSON Resume; its content tells which.

    Raises:
        ClientFileError: with every problem of the file.
    """
    path = FilePath(path)
    return _client(read_source(path), path)


def parse(text: str | bytes, name: str = "client.yaml") -> Client:
    """The client of a text, as `load` reads it; `name` is what problems are reported under.

    Raises:
        ClientFileError: with every problem of the text.
    """
    return _client(decode(text, name), None)


def _client(source: Source, path: FilePath | None) -> Client:
    root, found = read_nodes(source)
    if is_json_resume(root):
        root, more = native(root, source)
        found += more
    drop_empty_items(root)
    errors = [problem for problem in found if problem.level == "error"]
    try:
        resume = Resume.model_validate(to_data(root))
    except ValidationError as error:
        raise refuse([*errors, *explain(error, root, source, whole=not errors)]) from None
    found += advise(resume, root, source, path)
    if errors := [problem for problem in found if problem.level == "error"]:
        raise refuse(errors)
    warnings = sorted(found, key=lambda problem: (problem.line, problem.column))
    return Client(resume, tuple(warnings), path, Places(root, source))
