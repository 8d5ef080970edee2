"""`resumekit new`: the first file of a client, of an offer, of a list of applications."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from resumekit.cli import screen
from resumekit.cli.files import write_file
from resumekit.cli.options import LOCALES, OneOf, client_file

KINDS = ("client", "offer", "applications")


@click.command()
@click.argument("file", type=client_file)
@click.option("--kind", type=OneOf(KINDS), default="client", show_default=True, metavar="KIND",
              help="client, offer (a job that was offered) or applications (a list of those sent).")  # fmt: skip
@click.option("--name", help="The client's name: \"Amina Haddad\". [default: from the file's name]")
@click.option(
    "--locale",
    type=OneOf(LOCALES),
    metavar="TAG",
    default="en-CA",
    show_default=True,
    help="en-CA, en-US, en-GB or fr-CA.",
)
@click.pass_context
def new(ctx: click.Context, file: Path, kind: str, name: str | None, locale: str) -> None:
    """Write the file of a new client, an offer or a list of applications.

    It explains itself, and its schema is written beside it: an editor that knows YAML reads that, completes names and
    marks mistakes.
    """
    if not file.suffix:
        file = file.with_name(f"{file.name}.yaml")
    if file.suffix.lower() not in (".yaml", ".yml"):
        raise click.BadParameter(f"'{file.name}' must end in .yaml", param_hint="FILE")
    stated = [
        option for option in ("name", "locale") if ctx.get_parameter_source(option) is ParameterSource.COMMANDLINE
    ]
    if kind != "client" and stated:
        raise click.UsageError(f"--{stated[0]} is for a client's file alone, not for --kind {kind}")
    text, schema_file, schema, then = _made(kind, file, name or _name_from(file), locale)
    write_file(file, text.encode(), hint="choose another name")
    content = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    # The schema is ours and states nothing about a client: one of an older version gives way.
    write_file(file.with_name(schema_file), content.encode(), force=True)
    screen.say(f"wrote {file}")
    screen.note(f"Fill it in, then: {then}")


def _made(kind: str, file: Path, name: str, locale: str) -> tuple[str, str, dict[str, Any], str]:
    """The text, the name of its schema's file, the schema, and what to do next."""
    from resumekit.load import schema
    from resumekit.load.client import parse
    from resumekit.load.skeleton import new_applications, new_client, new_offer

    if kind == "offer":
        then = f"resumekit move CLIENT.yaml --offer {_quoted(file)}"
        return new_offer(), schema.OFFER_FILE, schema.offer_schema(), then
    if kind == "applications":
        then = f"resumekit funnel {_quoted(file)}"
        return new_applications(), schema.APPLICATIONS_FILE, schema.applications_schema(), then
    text = new_client(name, locale=locale)
    parse(text, str(file))  # refuses a name that no file may hold
    return text, schema.SCHEMA_FILE, schema.json_schema(), f"resumekit render {_quoted(file)}"


def _name_from(file: Path) -> str:
    words = file.stem.replace("_", " ").replace("-", " ").replace(".", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or "First Last"


def _quoted(file: Path) -> str:
    return f'"{file}"' if " " in str(file) else str(file)
