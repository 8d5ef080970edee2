"""The framework that a target names: one by its name, or a file inside the client file's own folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from resumekit.errors import ClientFileError, UnknownNameError
from resumekit.load.client import Client
from resumekit.load.folder import inside_folder
from resumekit.load.shelf import Shelf, is_path
from resumekit.model.target import Target


def named_framework(client: Client, target: Target, folders: Iterable[str | Path] = ()) -> str | None:
    """What the target's framework is found by, a name or a path; None when it names none.

    Raises:
        ClientFileError: with the place of `framework`, when there is none of that name, or its file is outside or missing.
        ResumekitError: a folder is not there.
    """
    if not target.framework:
        return None

    def refused(message: str) -> ClientFileError:
        return ClientFileError([client.places.problem((*target.path, "framework"), message)])

    if is_path(target.framework):
        if client.path is None:
            raise refused("a framework's file needs a client file that it lies beside; name one that ships")
        inside = inside_folder(client.path, target.framework)
        if isinstance(inside, str):
            raise refused(inside)
        return str(inside)
    try:
        Shelf.of(folders).path("framework", target.framework)
    except UnknownNameError as error:
        raise refused(str(error)) from None
    return target.framework
