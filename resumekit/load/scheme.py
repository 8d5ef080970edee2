"""Public schemes by name: `esco:FOLDER` and `onet:FOLDER` stand for a framework made of the files in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from resumekit.load.esco import read_esco
from resumekit.load.onet import read_onet
from resumekit.load.table import SchemeFile

SCHEMES: dict[str, Callable[[str | Path], SchemeFile]] = {"esco": read_esco, "onet": read_onet}


def is_scheme(name: str) -> bool:
    """Whether a framework's name is that of a public scheme with its folder."""
    return name.partition(":")[0].lower() in SCHEMES and ":" in name


def find_scheme(name: str) -> SchemeFile:
    """The scheme of `esco:FOLDER`.

    Raises:
        FrameworkFileError: the files are not there or are not what is published.
    """
    scheme, _, folder = name.partition(":")
    return SCHEMES[scheme.lower()](Path(folder).expanduser())
