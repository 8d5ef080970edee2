"""Which framework a target is set against when the command line does not say, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resumekit.load.client import Client
    from resumekit.model.target import Target


def choose_framework(
    client: Client, target: Target | None, asked: str | None, folders: tuple[Path, ...]
) -> tuple[str, str]:
    """A name or path, and why: it was asked for, the target names it, its field is the target's, or it is the usual one.

    Raises:
        ClientFileError: the target names one that is not there.
    """
    from resumekit.load.named_framework import named_framework
    from resumekit.mapping import DEFAULT_FRAMEWORK

    if asked is not None:
        return asked, "asked for"
    if target and (named := named_framework(client, target, folders)):
        return named, "the target names it"
    if target and target.field:
        if found := _of_field(target.field, folders):
            return found, f"the target's field is '{target.field}'"
        return DEFAULT_FRAMEWORK, f"no framework is for the field '{target.field}'; name another with --framework"
    return DEFAULT_FRAMEWORK, "the target names neither a framework nor a field; name another with --framework"


def _of_field(field: str, folders: tuple[Path, ...]) -> str | None:
    """The first framework, those that ship before others, that names this field as its own."""
    from resumekit.load.framework import find_framework, framework_names

    wanted = " ".join(field.split()).casefold()
    for name in framework_names(folders):
        if wanted in {" ".join(own.split()).casefold() for own in find_framework(name, folders).fields}:
            return name
    return None
