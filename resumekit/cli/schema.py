"""`resumekit schema`: the JSON Schema of a client file, a framework or a lexicon."""

from __future__ import annotations

import json
from pathlib import Path

import click

from resumekit.cli import screen
from resumekit.cli.files import write_file


@click.command()
@click.option("--out", type=click.Path(path_type=Path), help="Write to this file instead of the terminal.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--framework", "sort", flag_value="framework", help="That of a framework.")
@click.option("--lexicon", "sort", flag_value="lexicon", help="That of a lexicon.")
def schema(out: Path | None, force: bool, sort: str | None) -> None:
    """Print the JSON Schema of a client file, framework or lexicon."""
    from resumekit.load.schema import framework_schema, json_schema, lexicon_schema

    made = {"framework": framework_schema, "lexicon": lexicon_schema}.get(sort or "", json_schema)()
    content = (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
    if out is None or str(out) == "-":
        screen.say_bytes(content)
        return
    write_file(out, content, force=force)
    screen.say(f"wrote {out}")
