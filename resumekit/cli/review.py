"""`resumekit review`: a copy for the client with questions as Word comments, and what comes back in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.files import write_file
from resumekit.cli.options import (
    LOCALES,
    PAPERS,
    Day,
    OneOf,
    ThemeName,
    client_file,
    framework_options,
    json_switch,
    load_client,
    rules_option,
    target_option,
)

if TYPE_CHECKING:
    from resumekit.lint.settings import Settings
    from resumekit.load.client import Client
    from resumekit.pipeline import Choices
    from resumekit.reviewing import ReviewChange, ReviewCopy

_SAYS = {
    "edited": "changed",
    "added": "added",
    "deleted": "taken out",
    "moved": "moved",
    "answer": "answered",
    "comment": "commented",
    "settled": "marked as done, without an answer",
}


@click.command(epilog="Example: resumekit review amina.yaml, then: resumekit review amina.yaml --read returned.docx")
@click.argument("client", type=client_file)
@target_option
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, metavar="FOLDER",
              help="The folder to write to.")  # fmt: skip
@click.option("--author", default="resumekit", show_default=True, metavar="NAME", help="Who asks: the coach's name.")
@click.option("--read", "returned", type=click.Path(path_type=Path), metavar="RETURNED.docx",
              help="Read the copy that came back, and list what the client changed and said.")  # fmt: skip
@click.option("--apply", "applying", is_flag=True, help="Write the changes that are certain into the client file.")
@click.option("--accept", multiple=True, metavar="FACT",
              help="Write what is offered for this fact too; may be given more than once.")  # fmt: skip
@click.option("--theme", type=ThemeName(), metavar="NAME|FOLDER", help="How it looks. [default: the target's]")
@framework_options
@rules_option
@click.option("--checks", multiple=True, type=click.Path(path_type=Path), metavar="FILE.toml",
              help="Settings of your own for the checks; may be given more than once.")  # fmt: skip
@click.option("--as-of", type=Day(), help="The day that tenure counts to and comments are dated, as 2026-10-01.")
@click.option("--paper", type=OneOf(PAPERS), help="[default: the target's, or what its market uses]")
@click.option("--locale", type=OneOf(LOCALES), metavar="TAG", help="[default: the target's or the client's]")
@click.option("--force", is_flag=True, help="Write over a copy that is there already.")
@json_switch
def review(
    client: Path,
    out: Path,
    author: str,
    returned: Path | None,
    applying: bool,
    accept: tuple[str, ...],
    force: bool,
    form: str,
    folders: tuple[Path, ...],
    checks: tuple[Path, ...],
    **choices: Any,
) -> None:
    """Write a copy for the client, with questions as Word comments.

    The copy shows the resume as it is set. Findings of the checks and questions on what the facts leave open stand
    beside the words as comments. --read lists what came back against the facts; --apply writes what is certain.
    """
    from resumekit.pipeline import Choices

    if (applying or accept) and returned is None:
        raise click.UsageError("which copy? Add --read RETURNED.docx")
    if accept and not applying:
        raise click.UsageError("--accept goes with --apply")
    if not author.strip():
        raise click.UsageError("--author is empty; give a name")
    loaded = load_client(client)
    chosen = Choices(frameworks=folders, **choices)
    settings = _settings(checks)
    if returned is None:
        from resumekit.reviewing import review_copy

        made = review_copy(loaded, chosen, author=author.strip(), settings=settings)
        _write(made, out / made.name, force=force, form=form)
    else:
        _read(loaded, returned, chosen, settings, applying=applying, accept=accept, form=form)


def _settings(files: tuple[Path, ...]) -> Settings | None:
    from resumekit.lint.settings_file import read_settings

    return read_settings(files) if files else None


def _write(made: ReviewCopy, path: Path, *, force: bool, form: str) -> None:
    write_file(path, made.content, force=force)
    if form == "json":
        screen.say_json({"path": str(path), "comments": made.comments, "pages": made.pages})
        return
    screen.say(f"wrote {path}  {made.comments} comment{'' if made.comments == 1 else 's'}")
    screen.note("for the client alone; when it comes back: --read, with the file")


def _read(
    client: Client,
    returned: Path,
    choices: Choices,
    settings: Settings | None,
    *,
    applying: bool,
    accept: tuple[str, ...],
    form: str,
) -> None:
    from resumekit.reviewing import apply_review, read_review

    changes = read_review(client, returned, choices, settings)
    if applying:
        changes = apply_review(client, changes, accept)
    if form == "json":
        screen.say_json({"client": str(client.path), "changes": [_as_json(one) for one in changes]})
        return
    for change in changes:
        _tell(change)
    _sum_up(changes, applying=applying)


def _as_json(change: ReviewChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "facts": list(change.facts),
        "old": change.old,
        "new": change.new,
        "by": change.by,
        "words": change.words,
        "question": change.question,
        "rule": change.code,
        "certain": change.certain,
        "offered": change.offered,
        "applied": change.applied,
        "why": change.why,
    }


def _tell(change: ReviewChange) -> None:
    by = f" by {change.by}" if change.by else ""
    head = f"{_SAYS[change.kind]}{by}: {', '.join(change.facts) or 'no fact'}"
    state = click.style("  written", fg="green") if change.applied else ""
    screen.say(click.style(head, bold=True) + state)
    rows = (
        ("on", change.words if change.kind in ("answer", "comment", "settled") else ""),
        ("asked", change.question.replace("\n", " ")),
        ("was", change.old if change.kind != "moved" else ""),
        ("now", change.new),
        ("why" if change.certain else "to do", "" if change.applied and not change.certain else change.why),
    )
    for name, text in rows:
        if text:
            screen.say(f"    {click.style(f'{name}:', dim=True)} {text}")


def _sum_up(changes: tuple[ReviewChange, ...], *, applying: bool) -> None:
    if not changes:
        screen.say("nothing was changed, and nothing said")
        return
    certain, rest = sum(one.certain for one in changes), sum(not one.certain and not one.applied for one in changes)
    if applying:
        screen.note(f"{sum(one.applied for one in changes)} written, {rest} for you to go through")
    elif certain:
        screen.note(
            f"{certain} certain: --apply writes {'it' if certain == 1 else 'them'}; {rest} for you to go through"
        )
    offered = next((one.facts[0].partition("#")[0] for one in changes if one.offered and not one.applied), "")
    if offered:
        screen.note(f"what is offered is written when you name the fact: --apply --accept {offered}")
