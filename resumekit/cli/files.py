"""Files that a command writes by itself: never over another one unasked, and whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from resumekit.errors import OutputError


def write_file(path: Path, content: bytes, *, force: bool = False, hint: str = "--force writes over it") -> None:
    """Writes a file, making its folder where that is missing. `hint` ends the refusal when it is there.

    Raises:
        OutputError: the file is there and `force` is not given, or the system does not allow it.
    """
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file in it")
    if path.exists() and not force:
        raise OutputError(f"{path} is there already, and was left as it is; {hint}")
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True) if fresh.parent.is_dir() else None
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from None
