"""The importers by name: each says of a file whether it is its own, and makes a draft of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from resumekit.load.draft import Draft
from resumekit.load.material import Material
from resumekit.registry import Registry


@dataclass(frozen=True, slots=True)
class Importer:
    """How one kind of file is read. `name` is what `--from` says; `is_own` looks at the content, never at the name.

    A `general` one is asked after all others: every profile of LinkedIn is a PDF too.
    """

    name: str
    what: str
    is_own: Callable[[Material], bool]
    read: Callable[[Material], Draft]
    general: bool = False


IMPORTERS: Registry[Importer] = Registry("kind of file to import")


def importer(
    name: str, what: str, is_own: Callable[[Material], bool], *, general: bool = False
) -> Callable[[Callable[[Material], Draft]], Callable[[Material], Draft]]:
    """Adds what it decorates as the reader of a kind of file."""

    def keep(read: Callable[[Material], Draft]) -> Callable[[Material], Draft]:
        IMPORTERS.add(name)(Importer(name, what, is_own, read, general))
        return read

    return keep
