"""The client and the target that a list of applications names."""

from __future__ import annotations

from pathlib import Path

from resumekit.errors import InputFileError, UnknownNameError, nearest
from resumekit.load.client import Client, load
from resumekit.load.stated import StatedFile
from resumekit.model.application import Applications
from resumekit.model.resume import Resume
from resumekit.model.target import Target


def client_of(stated: StatedFile[Applications]) -> Client | None:
    """The client file that `client:` names, from the folder of the list; None where it names none.

    Raises:
        ResumekitError: with the place of `client`, when there is no such file; else as `load` does.
    """
    named = stated.value.client
    if not named or stated.path is None:
        return None
    path = stated.path.parent / named
    if Path(named).is_absolute() or path.suffix.lower() not in (".yaml", ".yml", ".json"):
        message = "'client' is a .yaml or .json file by its way from this list's folder: amina.yaml, ../amina.yaml"
        raise InputFileError([stated.places.problem(("client",), message)])
    if not path.is_file():
        there = [item.name for item in path.parent.glob("*")] if path.parent.is_dir() else []
        guess = nearest(path.name, there)
        hint = f"; did you mean '{guess}'?" if guess else f" in {path.parent}"
        raise InputFileError([stated.places.problem(("client",), f"there is no client file '{path.name}'{hint}")])
    return load(path)


def target_of(stated: StatedFile[Applications], resume: Resume, asked: str | None = None) -> Target | None:
    """The target that is asked for, else the one that the list names, else the first.

    Raises:
        ResumekitError: there is no such target; with the place of `target` where the list names it.
    """
    try:
        return resume.target(asked or stated.value.target)
    except UnknownNameError as error:
        if asked:
            raise
        raise InputFileError([stated.places.problem(("target",), str(error))]) from None
