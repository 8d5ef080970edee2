"""`resumekit diff`: what changed on the page between two targets, two themes, or two versions of a client file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.options import Day, ThemeName, json_switch, load_client

if TYPE_CHECKING:
    from resumekit.compose.difference import Change
    from resumekit.pipeline import Plan


@click.command(epilog="Example: resumekit diff amina.yaml#hr-advisor amina.yaml#hr-generalist")
@click.argument("before", metavar="CLIENT[#TARGET]")
@click.argument("after", metavar="CLIENT[#TARGET]")
@click.option("--theme", type=ThemeName(), metavar="NAME|FOLDER", help="The theme of both. [default: the target's]")
@click.option("--after-theme", type=ThemeName(), metavar="NAME|FOLDER", help="The theme of the second, to compare two.")
@click.option("--as-of", type=Day(), help="The day that tenure counts to, as 2026-10-01.")
@json_switch
def diff(before: str, after: str, theme: str | None, after_theme: str | None, as_of: Any, form: str) -> None:
    """Say in words what changed on the page.

    A target is named after a '#'; without one, the client's first is meant.
    """
    from resumekit.compose.difference import compare_documents

    old = _plan(before, theme, as_of)
    new = _plan(after, after_theme or theme, as_of)
    changes = (*_of_page(old, new), *compare_documents(old.document, new.document))
    if form == "json":
        screen.say_json(
            [{name: getattr(item, name) for name in ("kind", "section", "before", "after")} for item in changes]
        )
        return
    for change in changes:
        screen.say(str(change))
    screen.say(f"{len(changes)} change(s)" if changes else "nothing changed on the page")


def _plan(named: str, theme: str | None, as_of: Any) -> Plan:
    from resumekit.pipeline import Choices, plan

    file, _, target = named.partition("#")
    if Path(named).exists():
        file, target = named, ""
    return plan(load_client(Path(file)), Choices(target=target or None, theme=theme, as_of=as_of))


def _of_page(old: Plan, new: Plan) -> list[Change]:
    from resumekit.compose.difference import Change

    pairs = (
        ("theme", old.theme.name, new.theme.name),
        ("pages", str(old.layout.pages), str(new.layout.pages)),
        ("paper", old.document.paper, new.document.paper),
        ("language", old.document.language, new.document.language),
        ("format", old.basis.context.strategy.format, new.basis.context.strategy.format),
    )
    return [Change("page", name, was, now) for name, was, now in pairs if was != now]
