"""`resumekit themes`: list, show and copy themes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.files import write_file
from resumekit.cli.group import Lazy, LazyGroup
from resumekit.cli.options import ThemeName, json_switch
from resumekit.errors import OutputError

if TYPE_CHECKING:
    from resumekit.themes.theme import Theme

PARTS = ("theme.toml", "theme.css")


@click.group(
    cls=LazyGroup,
    lazy={
        "list": Lazy("resumekit.cli.themes:list_", "List the themes that ship with resumekit."),
        "show": Lazy("resumekit.cli.themes:show", "Show a theme's fonts, colours and sizes."),
        "new": Lazy("resumekit.cli.themes:new", "Copy a theme into a folder, to make it your own."),
    },
)
def themes() -> None:
    """List, show and copy themes."""


@click.command("list")
@json_switch
def list_(form: str) -> None:
    """List the themes that ship with resumekit."""
    from resumekit.themes.theme import DEFAULT_THEME, find_theme, theme_names

    found = [find_theme(name) for name in theme_names()]
    if form == "json":
        screen.say_json([_described(theme) for theme in found])
        return
    for line in screen.table(
        (theme.name, theme.tokens.summary + (" (default)" if theme.name == DEFAULT_THEME else "")) for theme in found
    ):
        screen.say(line)


@click.command()
@click.argument("theme", metavar="NAME|FOLDER", type=ThemeName())
@json_switch
def show(theme: str, form: str) -> None:
    """Show a theme's fonts, colours and sizes."""
    from resumekit.themes.theme import find_theme

    found = find_theme(theme)
    if form == "json":
        screen.say_json(_described(found) | {"tokens": found.tokens.model_dump(mode="json")})
        return
    for line in _shown(found):
        screen.say(line)


def _described(theme: Theme) -> dict[str, Any]:
    return {"name": theme.name, "summary": theme.tokens.summary, "folder": str(theme.folder)}


def _shown(theme: Theme) -> list[str]:
    tokens = theme.tokens
    page, fonts = tokens.page, tokens.fonts
    margins = f"top {page.margin_top_mm:g}, bottom {page.margin_bottom_mm:g}, sides {page.margin_side_mm:g} mm"
    facts = [
        ("folder", str(theme.folder)),
        *((role, f"{getattr(fonts, role)} (in Word: {fonts.word(role)})") for role in ("body", "heading", "name")),
        *((name, str(value)) for name, value in tokens.colours),
        ("margins", margins),
    ]
    styles = [
        (name, f"{style.size_pt:g} pt on {style.line_pt:g}", f"{style.before_pt:g} before, {style.after_pt:g} after")
        for name, style in tokens.paragraphs.items()
    ]
    return [f"{theme.name}: {tokens.summary}", "", *screen.table(facts), "", *screen.table(styles)]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from", "source", type=ThemeName(), default="modern", show_default=True, help="The theme to copy.")
def new(folder: Path, source: str) -> None:
    """Copy a theme into a folder, to make it your own."""
    from resumekit.themes.theme import find_theme

    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file; name a folder")
    theme = find_theme(source)
    taken = [part for part in PARTS if (folder / part).exists()]
    if taken:
        raise OutputError(f"{folder} has a {taken[0]} already, and was left as it is; name another folder")
    for part in PARTS:
        text = (theme.folder / part).read_text(encoding="utf-8") if (theme.folder / part).exists() else ""
        if part == "theme.toml":
            text = _renamed(text, folder.resolve().name)
        write_file(folder / part, text.encode())
        screen.say(f"wrote {folder / part}")
    shown = str(folder) if "/" in str(folder) or "\\" in str(folder) else f"./{folder}"
    screen.note(f"Change it, then: resumekit render CLIENT --theme {shown} --watch")


def _renamed(toml: str, name: str) -> str:
    quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return re.sub(r'(?m)^name\s*=\s*".*"$', lambda _: f"name = {quoted}", toml, count=1)
