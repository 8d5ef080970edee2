"""`resumekit new`: the first file of a client."""

from __future__ import annotations

import json
from pathlib import Path

import click

from resumekit.cli import screen
from resumekit.cli.files import write_file
from resumekit.cli.options import LOCALES, OneOf, client_file


@click.command()
@click.argument("file", type=client_file)
@click.option("--name", help="The client's name: \"Amina Haddad\". [default: from the file's name]")
@click.option(
    "--locale",
    type=OneOf(LOCALES),
    metavar="TAG",
    default="en-CA",
    show_default=True,
    help="en-CA, en-US, en-GB or fr-CA.",
)
def new(file: Path, name: str | None, locale: str) -> None:
    """Write the file of a new client, with its schema beside it.

    The file explains itself; an editor that knows YAML reads the schema, completes names and marks mistakes.
    """
    if not file.suffix:
        file = file.with_name(f"{file.name}.yaml")
    if file.suffix.lower() not in (".yaml", ".yml"):
        raise click.BadParameter(f"'{file.name}' must end in .yaml", param_hint="FILE")
    from resumekit.load.client import parse
    from resumekit.load.schema import SCHEMA_FILE, json_schema
    from resumekit.load.skeleton import new_client

    text = new_client(name or _name_from(file), locale=locale)
    parse(text, str(file))  # refuses a name that no file may hold
    write_file(file, text.encode(), hint="choose another name")
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    # The schema is ours and states nothing about a client: one of an older version gives way.
    write_file(file.with_name(SCHEMA_FILE), schema.encode(), force=True)
    screen.say(f"wrote {file}")
    screen.note(f"Fill it in, then: resumekit render {_quoted(file)}")


def _name_from(file: Path) -> str:
    words = file.stem.replace("_", " ").replace("-", " ").replace(".", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or "First Last"


def _quoted(file: Path) -> str:
    return f'"{file}"' if " " in str(file) else str(file)
