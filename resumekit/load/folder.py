"""Files that a client file names: only those inside its own folder, links followed to where they lead."""

from __future__ import annotations

import os
from pathlib import Path

from resumekit.errors import nearest


def inside_folder(client_file: Path, name: str) -> Path | str:
    """The file that a client file names, with its links followed; or why it is not read."""
    folder = Path(os.path.realpath(client_file)).parent
    try:
        if Path(name).is_absolute() or name.startswith(("~", "\\")) or name[1:2] == ":":
            return "a file is named from the client file's own folder, not by its full path"
        path = Path(os.path.realpath(folder / name))
        if not path.is_relative_to(folder):
            return "this leads out of the client file's own folder; copy the file into it"
        if not path.exists():
            near = nearest(name, sorted(entry.name for entry in folder.iterdir()))
            return f"there is no file '{name}' in the client file's folder" + (
                f"; did you mean '{near}'?" if near else ""
            )
        return path if path.is_file() else f"'{name}' is not a file"
    except (OSError, ValueError) as error:
        return f"the file cannot be read: {error}"
