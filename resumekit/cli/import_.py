"""`resumekit import`: files of other programs become client files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from resumekit.cli import screen
from resumekit.cli.files import write_file
from resumekit.cli.options import client_file, load_client
from resumekit.errors import OutputError
from resumekit.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from resumekit.load.client import Client

IMPORTERS: Registry[Callable[[Path], Client]] = Registry("kind of file to import")
"""By the file's ending; each returns the facts with warnings about what it could not place."""


@IMPORTERS.add(".json")
def _json(path: Path) -> Client:
    return load_client(path)


@click.command("import")
@click.argument("file", type=client_file)
@click.option("--out", type=click.Path(path_type=Path), help="The client file to write; - for the terminal. "
              "[default: FILE's name with .yaml, in this folder]")  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def import_(file: Path, out: Path | None, force: bool) -> None:
    """Turn a JSON Resume into a client file.

    What the client file has no place for is kept under 'extra', and named in a warning.
    """
    from resumekit.load.dump import dump_yaml

    suffix = file.suffix.lower()
    if suffix in (".yaml", ".yml"):
        raise OutputError(f"{file} is YAML, as client files are; render it as it is: resumekit render {file}")
    client = IMPORTERS[suffix](file)
    for problem in client.warnings:
        screen.warning(str(problem))
    content = dump_yaml(client.resume).encode()
    if out is not None and str(out) == "-":
        screen.say_bytes(content)
        return
    target = out or Path(f"{file.stem}.yaml")
    write_file(target, content, force=force)
    screen.say(f"wrote {target}")
