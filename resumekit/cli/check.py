"""`resumekit check`: what the rules find in client files, and in resumes made with anything."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.options import LOCALES, OneOf, as_of_option, client_file, target_option
from resumekit.cli.watch import INTERVAL, watch
from resumekit.errors import ResumekitError

if TYPE_CHECKING:
    from resumekit.checking import Placed
    from resumekit.lint.settings import Settings

FOREIGN = (".docx", ".pdf")
TAGGER = "en_core_web_sm"
CHECK_FORMATS = ("text", "json", "sarif", "github")


@dataclass(frozen=True, slots=True)
class Order:
    """One call of `check`, as the command line gave it."""

    paths: tuple[Path, ...]
    target: str | None
    as_of: date | None
    locale: str | None
    rules: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    form: str
    fixing: bool
    statistics: bool
    tagger: str = ""


def _names(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))


def _tagger(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    from resumekit.lint.tagger import find_pipeline

    if value and Path(value).is_file():
        raise click.BadParameter(
            f"{value!r} is a file to check; put --tagger behind the files, or write --tagger={TAGGER}", ctx, param
        )
    if value:
        find_pipeline(value)
    return value or ""


@click.command(epilog="Example: resumekit check amina.yaml; what a code means: resumekit rule WRD001")
@click.argument("files", nargs=-1, required=True, type=client_file, metavar="FILE...")
@target_option
@click.option("--select", multiple=True, callback=_names, metavar="CODE,…",
              help="Only these: codes, families (WRD) or ids of the trade's list (L07).")  # fmt: skip
@click.option("--ignore", multiple=True, callback=_names, metavar="CODE,…", help="Not these.")
@click.option("--rules", multiple=True, type=click.Path(path_type=Path), metavar="FILE.toml",
              help="Settings of your own for the checks; may be given more than once, the later over the earlier.")  # fmt: skip
@click.option("--tagger", is_flag=False, flag_value=TAGGER, callback=_tagger, metavar="[NAME]",
              help="Ask a spaCy pipeline that you have installed about verbs that the lexicon lacks: the name of an"
                   f" official one, or its folder. [default name: {TAGGER}]")  # fmt: skip
@as_of_option("dates are read on")
@click.option("--locale", type=OneOf(LOCALES), metavar="TAG", help="[default: the target's or the client's]")
@click.option("--fix", "fixing", is_flag=True, help="Write what is certain into the file; comments and layout stay.")
@click.option("--format", "form", type=OneOf(CHECK_FORMATS), default="text", show_default=True,
              help="text for people; json, sarif (code scanning) or github (annotations) for programs.")  # fmt: skip
@click.option("--statistics", is_flag=True, help="How often each rule found something, and no more.")
@click.option("--watch", "watching", is_flag=True, help="Go on, and check again whenever a file changes.")
@click.pass_context
def check(ctx: click.Context, /, **given: Any) -> None:
    """Check client files, or what a machine reads in a resume.

    FILE is a client file, a folder of them, or a .docx or .pdf made with anything. Ends with 1 when there is an error or a
    warning that nobody lets stand.
    """
    if given["watching"] and given["form"] != "text":
        raise click.UsageError("--watch is for text; leave --format out")
    order = Order(
        paths=given["files"], target=given["target"], as_of=given["as_of"], locale=given["locale"], rules=given["rules"],
        select=given["select"], ignore=given["ignore"], form=given["form"], fixing=given["fixing"],
        statistics=given["statistics"], tagger=given["tagger"],
    )  # fmt: skip
    well = run(order)
    if given["watching"]:
        keep_watching(order)
    ctx.exit(0 if well else 1)


def run(order: Order) -> bool:
    """Checks once, and tells what was found; whether nothing is left to mend."""
    from resumekit.batch.settle import collect_seldom
    from resumekit.cli.check_report import say_text

    collect_seldom()
    settings = settings_of(order)
    found: list[Placed] = []
    well, files = True, 0
    for path in (each for given in order.paths for each in _client_files(given)):
        try:
            items = _check_file(path, order, settings)
        except ResumekitError as error:
            screen.report(error)
            well = False
            continue
        files += 1
        found += items
        if order.form == "text" and not order.statistics:
            say_text(items)
    _tell(found, order, files)
    return well and not any(_counts(item) for item in found)


def _tell(found: list[Placed], order: Order, files: int) -> None:
    from resumekit.cli.check_report import as_github, as_json, as_sarif, say_statistics

    if order.statistics:
        say_statistics(found, as_data=order.form == "json")
    elif order.form == "json":
        screen.say_json(as_json(found))
    elif order.form == "sarif":
        screen.say_json(as_sarif(found))
    elif order.form == "github":
        for line in as_github(found):
            screen.say(line)
    elif files:
        _sum_up(found, files)


def settings_of(order: Order) -> Settings:
    """The coach's settings, with what the line selects. Raises UnknownNameError for a rule that there is not."""
    from dataclasses import replace

    from resumekit.lint.run import rules_named
    from resumekit.lint.settings import default_settings
    from resumekit.lint.tagger import tagger_of

    for name in (*order.select, *order.ignore):
        rules_named(name)
    settings = default_settings()
    if order.rules:
        from resumekit.lint.settings_file import read_settings

        settings = read_settings(order.rules)
    settings = replace(
        settings, select=order.select or settings.select, ignore=(*settings.ignore, *order.ignore),
        tagger=order.tagger or settings.tagger,
    )  # fmt: skip
    # One that cannot be loaded is told once, not for each file.
    tagger_of(settings)
    return settings


def _client_files(path: Path) -> Iterable[Path]:
    from resumekit.batch.find import find_clients

    if path.suffix.lower() in FOREIGN:
        return (path,)
    found = []
    for item in find_clients([path]):
        if item.problem and not item.skipped:
            raise ResumekitError(item.problem)
        if item.skipped:
            screen.note(f"skipped {item.problem}")
        else:
            found.append(item.path)
    return found


def _check_file(path: Path, order: Order, settings: Settings) -> list[Placed]:
    if path.suffix.lower() in FOREIGN:
        from resumekit.cli.check_foreign import check_foreign

        if order.fixing:
            raise ResumekitError(f"{path}: --fix writes client files; make one of it first with `resumekit import`")
        telling = order.form == "text" and not order.statistics
        return check_foreign(
            path, settings, target=order.target, as_of=order.as_of, locale=order.locale, telling=telling
        )
    return _check_client(path, order, settings)


def _check_client(path: Path, order: Order, settings: Settings) -> list[Placed]:
    from resumekit.checking import check_client, fix
    from resumekit.load.client import load

    def again() -> list[Placed]:
        return list(
            check_client(client, target=order.target, as_of=order.as_of, locale=order.locale, settings=settings)
        )

    client = load(path)
    for warning in client.warnings:
        screen.warning(str(warning))
    found = again()
    if not order.fixing:
        return found
    fixed = 0
    # One repair may bring to light another; what keeps coming back is left to a person.
    for _ in range(3):
        made = fix(client, found)
        if not made:
            break
        fixed += len(made)
        client = load(path)
        found = again()
    if fixed:
        screen.note(f"{path}: {fixed} repaired")
    return found


def _counts(item: Placed) -> bool:
    return not item.finding.suppressed and item.finding.severity in ("error", "warning")


def _sum_up(found: list[Placed], files: int) -> None:
    open_ = [item.finding.severity for item in found if not item.finding.suppressed]
    counts = [(open_.count("error"), "error"), (open_.count("warning"), "warning"), (open_.count("info"), "note")]
    said = [f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts if count]
    standing = len(found) - len(open_)
    if standing:
        said.append(f"{standing} let stand")
    fixable = sum(1 for item in found if item.finding.edit and not item.finding.suppressed)
    hint = f"; --fix repairs {fixable}" if fixable else ""
    where = "" if files == 1 else f" in {files} files"
    screen.note(f"{', '.join(said) or 'nothing found'}{where}{hint}")


def keep_watching(order: Order, wait: Callable[[], None] | None = None) -> None:
    """Checks again what changes, until Ctrl-C."""
    from dataclasses import replace

    def again(changed: list[Path] | None) -> None:
        try:
            run(order if changed is None else replace(order, paths=tuple(changed)))
        except ResumekitError as error:
            screen.report(error)

    screen.note("watching; Ctrl-C ends it")
    watch(order.paths, order.rules, again, wait or (lambda: time.sleep(INTERVAL)))
