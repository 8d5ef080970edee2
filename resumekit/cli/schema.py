"""`resumekit schema`: the JSON Schema of a client file, or of another file that resumekit reads."""

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
@click.option("--offer", "sort", flag_value="offer", help="That of an offer.")
@click.option("--applications", "sort", flag_value="applications", help="That of a list of applications.")
def schema(out: Path | None, force: bool, sort: str | None) -> None:
    """Print the JSON Schema of a client file, or of another file."""
    from resumekit.load import schema as schemas

    sorts = {
        "framework": schemas.framework_schema,
        "lexicon": schemas.lexicon_schema,
        "offer": schemas.offer_schema,
        "applications": schemas.applications_schema,
    }
    made = sorts.get(sort or "", schemas.json_schema)()
    content = (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()
    if out is None or str(out) == "-":
        screen.say_bytes(content)
        return
    write_file(out, content, force=force)
    screen.say(f"wrote {out}")
