"""`resumekit frameworks`: list, show, check and begin frameworks and lexicons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.frameworks_shown import competency_lines, described, framework_lines, lexicon_described
from resumekit.cli.group import Lazy, LazyGroup
from resumekit.cli.options import complete_frameworks, frameworks_option, json_switch
from resumekit.errors import FrameworkFileError, Problem, ResumekitError, UnknownNameError

if TYPE_CHECKING:
    from resumekit.skills.framework import Competency, Framework


@click.group(
    cls=LazyGroup,
    lazy={
        "list": Lazy("resumekit.cli.frameworks:list_", "List frameworks and lexicons."),
        "show": Lazy("resumekit.cli.frameworks:show", "Show what a framework asks for."),
        "check": Lazy("resumekit.cli.frameworks:check", "Check files of frameworks and lexicons."),
        "new": Lazy("resumekit.cli.frameworks_new:new", "Write a framework or a lexicon to begin with."),
    },
)
def frameworks() -> None:
    """List, show, check and write frameworks and lexicons."""


@click.command("list")
@frameworks_option
@json_switch
def list_(folders: tuple[Path, ...], form: str) -> int:
    """List frameworks and lexicons.

    A file that cannot be used is told of, and hides no other.
    """
    from resumekit.load.framework import find_framework, framework_names
    from resumekit.load.lexicon import find_lexicon, lexicon_names

    broken: list[ResumekitError] = []
    targets = list(
        _described(framework_names(folders), lambda name: described(name, find_framework(name, folders)), broken)
    )
    lexicons = list(
        _described(lexicon_names(folders), lambda name: lexicon_described(name, find_lexicon(name, folders)), broken)
    )
    for problem in broken:
        screen.report(problem)
    if form == "json":
        screen.say_json({"frameworks": targets, "lexicons": lexicons})
        return int(bool(broken))
    for title, rows in (("Frameworks", targets), ("Lexicons", lexicons)):
        screen.say(f"{title}:" if rows else f"{title}: none yet; begin one with: resumekit frameworks new")
        for line in screen.table(_row(row) for row in rows) if rows else ():
            screen.say(f"  {line}")
    return int(bool(broken))


def _described(
    names: Iterable[str], describe: Callable[[str], dict[str, Any]], broken: list[ResumekitError]
) -> Iterator[dict[str, Any]]:
    """Each that can be read; what is wrong with the others is added to `broken`."""
    for name in names:
        try:
            yield describe(name)
        except ResumekitError as error:
            broken.append(error)


def _row(row: dict[str, object]) -> tuple[str, ...]:
    counts = [f"{row[name]} {name}" for name in ("competencies", "cues", "entries", "classes") if name in row]
    return str(row["name"]), str(row["title"]), ", ".join(counts), str(row["licence"] or "no licence stated")


@click.command()
@click.argument("name", metavar="NAME|FILE", shell_complete=complete_frameworks)
@click.option("--competency", "wanted", metavar="ID", help="Everything about one competency.")
@frameworks_option
@json_switch
def show(name: str, wanted: str | None, folders: tuple[Path, ...], form: str) -> None:
    """Show what a framework asks for."""
    from resumekit.load.framework import find_framework

    framework = find_framework(name, folders)
    one = _competency(framework, wanted) if wanted else None
    if form == "json":
        screen.say_json((one or framework).model_dump(mode="json", by_alias=True, exclude_defaults=True))
        return
    for line in competency_lines(framework, one) if one else framework_lines(framework):
        screen.say(line)


def _competency(framework: Framework, wanted: str) -> Competency:
    if wanted not in framework.by_id:
        raise UnknownNameError(f"competency of '{framework.id}'", wanted, framework.by_id)
    return framework.by_id[wanted]


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@frameworks_option
@json_switch
def check(files: tuple[Path, ...], folders: tuple[Path, ...], form: str) -> int:
    """Check files of frameworks and lexicons."""
    found = {path: _problems(path, folders) for path in files}
    failed = any(problem.level == "error" for problems in found.values() for problem in problems)
    if form == "json":
        screen.say_json([_as_json(path, problem) for path, problems in found.items() for problem in problems])
        return int(failed)
    for path, problems in found.items():
        for problem in problems:
            (screen.error if problem.level == "error" else screen.warning)(str(problem))
        errors = sum(problem.level == "error" for problem in problems)
        warnings = len(problems) - errors
        said = "well" if not problems else f"{errors} to mend" if errors else "well"
        screen.say(f"{path}: {said}" + (f", {warnings} to look at" if warnings else ""))
    return int(failed)


def _problems(path: Path, folders: tuple[Path, ...]) -> tuple[Problem, ...]:
    """Errors, or the warnings of a file that can be read."""
    from resumekit.load.framework import read_framework
    from resumekit.load.lexicon import read_lexicon
    from resumekit.load.shelf import sort_of

    try:
        if sort_of(path) == "lexicon":
            return read_lexicon(path).warnings
        return read_framework(path, folders).warnings
    except FrameworkFileError as error:
        return error.problems
    except ResumekitError as error:
        return (Problem(str(error), str(path)),)


def _as_json(path: Path, problem: Problem) -> dict[str, object]:
    return {
        "file": problem.path or str(path),
        "line": problem.line,
        "column": problem.column,
        "level": problem.level,
        "message": problem.message,
    }
