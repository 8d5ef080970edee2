"""`resumekit schema`: the JSON Schema of a client file."""

from __future__ import annotations

import json
from pathlib import Path

import click

from resumekit.cli import screen
from resumekit.cli.files import write_file


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="Write to this file instead of the terminal.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def schema(out: Path | None, force: bool) -> None:
    """Print the JSON Schema of a client file."""
    from resumekit.load.schema import json_schema

    content = (json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode()
    if out is None or str(out) == "-":
        screen.say_bytes(content)
        return
    write_file(out, content, force=force)
    screen.say(f"wrote {out}")
