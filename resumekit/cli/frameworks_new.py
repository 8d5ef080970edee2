"""`resumekit frameworks new`: a file that a coach's own framework or lexicon begins with."""

from __future__ import annotations

import json
from pathlib import Path

import click

from resumekit.cli import screen
from resumekit.cli.files import write_file
from resumekit.cli.options import complete_frameworks, frameworks_option


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "source", metavar="NAME|FILE", shell_complete=complete_frameworks, help="What to begin with.")
@click.option("--copy", is_flag=True, help="Copy the whole of it, instead of extending it.")
@click.option("--lexicon", is_flag=True, help="A lexicon instead of a framework.")
@click.option("--title", help='Its name: "Adult education". [default: from the file\'s name]')
@frameworks_option
def new(
    file: Path, source: str | None, copy: bool, lexicon: bool, title: str | None, folders: tuple[Path, ...]
) -> None:
    """Write a framework or a lexicon to begin with.

    With --from, a framework that extends another and says only what differs; a lexicon is copied. The schema is
    written beside it: an editor that knows YAML completes names and marks mistakes.
    """
    from resumekit.load.schema import FRAMEWORK_FILE, LEXICON_FILE, framework_schema, lexicon_schema
    from resumekit.model.fact import slug

    if not file.suffix:
        file = file.with_name(f"{file.name}.yaml")
    if file.suffix.lower() not in (".yaml", ".yml"):
        raise click.BadParameter(f"'{file.name}' must end in .yaml", param_hint="FILE")
    if copy and not source:
        raise click.UsageError("--copy needs --from NAME")
    name = slug(file.stem).encode("ascii", "ignore").decode().replace("_", "-").strip("-") or "mine"
    words = title or (name[:1].upper() + name[1:]).replace("-", " ")
    text = _lexicon(source, name, words, folders) if lexicon else _framework(source, copy, name, words, folders)
    write_file(file, text.encode(), hint="choose another name")
    schema = lexicon_schema() if lexicon else framework_schema()
    beside = file.with_name(LEXICON_FILE if lexicon else FRAMEWORK_FILE)
    # The schema is ours: one of an older version gives way.
    write_file(beside, (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode(), force=True)
    screen.say(f"wrote {file}")
    shown = f'"{file}"' if " " in str(file) else str(file)
    screen.note(f"Change it, then: resumekit frameworks check {shown}")


def _framework(source: str | None, copy: bool, name: str, title: str, folders: tuple[Path, ...]) -> str:
    from resumekit.load.framework import find_framework, parse_framework
    from resumekit.load.framework_skeleton import copied, new_framework, new_over
    from resumekit.load.shelf import Shelf, is_path
    from resumekit.load.source import read_source

    shelf = Shelf.of(folders)
    if source is None:
        text = new_framework(name, title)
    elif copy:
        text = copied(read_source(shelf.path("framework", source)).text, "framework", name, title)
    else:
        base = find_framework(source, folders)
        # A file is extended by the name it has on a shelf: its own without the ending.
        text = new_over(base, Path(source).stem if is_path(source) else source, name, title)
        folders = (*folders, Path(source).parent) if is_path(source) else folders
    parse_framework(text, f"{name}.yaml", folders)  # refuses a name that no file may hold
    return text


def _lexicon(source: str | None, name: str, title: str, folders: tuple[Path, ...]) -> str:
    from resumekit.load.framework_skeleton import copied, new_lexicon
    from resumekit.load.lexicon import parse_lexicon
    from resumekit.load.shelf import Shelf
    from resumekit.load.source import read_source

    if source is None:
        text = new_lexicon(name, title)
    else:
        text = copied(read_source(Shelf.of(folders).path("lexicon", source)).text, "lexicon", name, title)
    parse_lexicon(text, f"{name}.yaml")
    return text
