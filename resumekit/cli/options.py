"""Kinds of values that options take, each with a check, a helpful refusal, and completion."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from resumekit.errors import ResumekitError, UnknownNameError, nearest

if TYPE_CHECKING:
    from resumekit.load.client import Client

    Kind = click.ParamType[Any]
else:
    Kind = click.ParamType  # generic for type checkers only, before click 8.4

LOCALES = ("en-CA", "en-US", "en-GB", "fr-CA")
PAPERS = ("letter", "a4")
FORMATS = ("docx", "pdf", "html", "md", "txt", "json", "jsonresume")
DOCUMENTS = ("resume", "letter", "thank-you", "linkedin", "references", "strategy", "skills", "first-scan")
"""Equal to the names in the model and the library, which a test keeps so; here, so that help imports neither."""
ALL = "all"

_OTHER_NAMES = {
    "word": "docx",
    "doc": "docx",
    "markdown": "md",
    "text": "txt",
    "plain": "txt",
    "json-resume": "jsonresume",
    "cv": "resume",
    "cover": "letter",
    "cover-letter": "letter",
    "thanks": "thank-you",
    "justification": "strategy",
    "experience": "skills",
    "map": "skills",
    "referees": "references",
    "seven-seconds": "first-scan",
}
"""What people call a format or a document."""


class OneOf(click.Choice[str]):
    """One of a few words, upper or lower case alike; a near miss is answered with the nearest."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(tuple(words), case_sensitive=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(_unknown(str(value), self.choices), param, ctx)


def _unknown(word: str, known: Iterable[str]) -> str:
    known = list(known)
    guess = _OTHER_NAMES.get(word) or nearest(word, known)
    hint = f"; did you mean '{guess}'?" if guess in known else "."
    return f"'{word}' is not known{hint} Known: {', '.join(known)}."


class Several(Kind):
    """One or more of a few words, with commas between them; "all" for every one where that is offered."""

    def __init__(self, name: str, words: tuple[str, ...], *, offer_all: bool = False) -> None:
        self.name, self.words = name, words
        self.offered = (*words, ALL) if offer_all else words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        named = [word.strip().lower().lstrip(".") for word in str(value).replace(" ", ",").split(",")]
        named = list(dict.fromkeys(word for word in named if word))
        if not named:
            self.fail(f"name at least one of {', '.join(self.offered)}", param, ctx)
        for word in named:
            if word not in self.offered:
                self.fail(_unknown(word, self.offered), param, ctx)
        return self.words if ALL in named else tuple(named)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        done, comma, start = incomplete.rpartition(",")
        return [CompletionItem(f"{done}{comma}{word}") for word in self.offered if word.startswith(start)]


class Day(Kind):
    """A day as 2026-10-01."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            self.fail(f"'{value}' is not a day; write it as 2026-10-01", param, ctx)


class ThemeName(Kind):
    """The name of a theme, or a theme folder."""

    name = "theme"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from resumekit.themes.theme import find_theme

        try:
            find_theme(str(value))
        except UnknownNameError as error:
            self.fail(f"{error} A folder of your own works too: --theme ./my-theme", param, ctx)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        from resumekit.themes.theme import theme_names

        names = [CompletionItem(name) for name in theme_names() if name.startswith(incomplete)]
        return names or [CompletionItem(incomplete, type="dir")]


def complete_targets(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """The targets of the client files that the line names so far."""
    keys: dict[str, str] = {}
    for path in named_files(ctx):
        for key, role in _targets(path):
            keys.setdefault(key, role)
    return [CompletionItem(key, help=role) for key, role in keys.items() if key.startswith(incomplete)]


def named_files(ctx: click.Context) -> list[Path]:
    """The files that a line still being written names."""
    named = ctx.params.get("clients") or ctx.params.get("client") or ()
    # While an option waits for its value, click leaves the line's other words unread, in `args`.
    words = [named] if isinstance(named, str | Path) else [*named]
    return [path for word in [*words, *ctx.args] if (path := Path(word)).is_file()]


def _targets(path: Path) -> list[tuple[str, str]]:
    from resumekit.load.client import load

    try:
        client: Client = load(path)
    except (ResumekitError, OSError):
        return []  # a file that cannot be read has nothing to offer; rendering it will say why
    return [(target.key.removeprefix("targets/"), target.role or "") for target in client.resume.targets]


class Count(click.IntRange):
    """A whole number within bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            self.fail(f"'{value}' is not a number from {self.min} to {self.max}", param, ctx)


def load_client(path: Path) -> Client:
    """The client of a file, as the library loads it; a file that is not there is answered with the nearest.

    Raises:
        ResumekitError: it cannot be read.
    """
    from resumekit.batch.find import missing
    from resumekit.load.client import load

    if not path.exists():
        raise ResumekitError(missing(path))
    if path.is_dir():
        raise ResumekitError(f"{path} is a folder; name one client file")
    return load(path)


client_file = click.Path(path_type=Path)
"""A client file; whether it is there is for the library to say, which names the nearest file."""

json_switch = click.option(
    "--format",
    "form",
    type=OneOf(["text", "json"]),
    default="text",
    show_default=True,
    help="text for people, json for programs.",
)


def complete_frameworks(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """The names of frameworks, or of lexicons where one is asked for."""
    from resumekit.load.shelf import Shelf

    folders = [folder for folder in ctx.params.get("folders") or () if Path(folder).is_dir()]
    names = Shelf.of(folders).names("lexicon" if ctx.params.get("lexicon") else "framework")
    found = [CompletionItem(name) for name in names if name.startswith(incomplete)]
    return found or [CompletionItem(incomplete, type="file")]


frameworks_option = click.option(
    "--frameworks",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="A folder with frameworks and lexicons of your own; may be given more than once.",
)


def framework_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--framework`, and the folders in which it is looked for."""
    named = click.option(
        "--framework",
        metavar="NAME|FILE",
        shell_complete=complete_frameworks,
        help="What the target's field asks for, as hr-canada. [default: the target's]",
    )
    return named(frameworks_option(command))


target_option = click.option(
    "--target", shell_complete=complete_targets, help="Which of the client's targets. [default: the first]"
)


def as_of_option(means: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--as-of`; `means` ends its help: "The day that …"."""
    text = f"The day that {means}, as 2026-10-01. [default: the client file's]"
    return click.option("--as-of", type=Day(), help=text)


rules_option = click.option(
    "--rules",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help="Numbers and words of your own; may be given more than once, the later over the earlier.",
)


REPORT_FORMATS = ("docx", "pdf", "html", "md", "txt", "json")


def report_options(*more: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--to`, `--out`, `--theme` and `--force` of a command that may write a report; `more` formats it can write too."""
    formats = (*REPORT_FORMATS, *more)

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        options = (
            click.option("--to", "formats", type=Several("formats", formats), default=(), metavar="FORMAT,…",
                         help=f"Write a report: {', '.join(formats)}."),
            click.option("--out", "-o", type=click.Path(path_type=Path), default=Path("out"), show_default=True,
                         metavar="FOLDER", help="The folder to write to."),
            click.option("--theme", type=ThemeName(), metavar="NAME|FOLDER",
                         help="How the report looks. [default: the target's]"),
            click.option("--force", is_flag=True, help="Write over a report that is there."),
        )  # fmt: skip
        for option in reversed(options):
            command = option(command)
        return command

    return decorate
