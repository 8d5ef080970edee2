"""`resumekit render`: client files become resumes, and what goes with them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.options import (
    DOCUMENTS,
    FORMATS,
    LOCALES,
    PAPERS,
    Count,
    Day,
    OneOf,
    Several,
    ThemeName,
    client_file,
    complete_targets,
    framework_options,
    json_switch,
    rules_option,
)
from resumekit.cli.progress import progress
from resumekit.cli.watch import INTERVAL, watch
from resumekit.errors import ResumekitError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from resumekit.batch.many import Result
    from resumekit.batch.outbox import Written
    from resumekit.pipeline import Choices


@dataclass(frozen=True, slots=True)
class Order:
    """One call of `render`, as the command line gave it."""

    clients: tuple[Path, ...]
    choices: Choices
    out: Path
    all_targets: bool
    branded: Path | None
    force: bool
    jobs: int
    form: str


@click.command(epilog="Example: resumekit render clients/ --to docx,pdf --theme executive --out out")
@click.argument("clients", nargs=-1, required=True, type=client_file, metavar="CLIENT...")
@click.option("--target", shell_complete=complete_targets, help="Which target. [default: the first]")
@click.option("--all-targets", is_flag=True, help="A resume for each target of each client.")
@click.option("--theme", type=ThemeName(), metavar="NAME|FOLDER", help="How it looks. [default: the target's]")
@click.option("--document", "documents", type=Several("documents", DOCUMENTS, offer_all=True), default="resume",
              show_default=True, metavar="NAME,…", help=f"{', '.join(DOCUMENTS)}, or all.")  # fmt: skip
@click.option("--to", "formats", type=Several("formats", FORMATS), default="docx,pdf", show_default=True,
              metavar="FORMAT,…", help=f"{', '.join(FORMATS)}.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, metavar="FOLDER",
              help="The folder to write to.")  # fmt: skip
@framework_options
@rules_option
@click.option("--as-of", type=Day(), help="The day that tenure counts to, as 2026-10-01. [default: the client file's]")
@click.option("--paper", type=OneOf(PAPERS), help="[default: the target's, or what its market uses]")
@click.option(
    "--locale",
    type=OneOf(LOCALES),
    metavar="TAG",
    help="en-CA, en-US, en-GB or fr-CA. [default: the target's or the client's]",
)
@click.option("--branded", type=click.Path(path_type=Path), metavar="TEMPLATE.docx",
              help="A Word template of your own to fill besides.")  # fmt: skip
@click.option("--final", is_flag=True, help="Write nothing while anything makes it a draft.")
@click.option("--force", is_flag=True, help="Write over files that were changed by hand.")
@click.option("--watch", "watching", is_flag=True, help="Go on, and render again whenever a file changes.")
@click.option(
    "--jobs", type=Count(1, 64), metavar="N", default=1, show_default=True, help="Processes to share the work."
)
@json_switch
@click.pass_context
def render(ctx: click.Context, /, **given: Any) -> None:
    """Turn client files into resumes and letters.

    CLIENT is a file, or a folder with client files in it; there may be several. Files are named First-Last-Title, and
    -DRAFT while something stands in the way of a final; then -Letter, -Strategy and so on where they are no resume.
    """
    if given["target"] and given["all_targets"]:
        raise click.UsageError("--target and --all-targets exclude each other")
    if given["watching"] and given["form"] == "json":
        raise click.UsageError("--watch and --format json exclude each other")
    order = _order(given)
    ok = run(order)
    if given["watching"]:
        keep_watching(order, given["theme"])
    ctx.exit(0 if ok else 1)


def _order(given: dict[str, Any]) -> Order:
    from resumekit.pipeline import Choices

    as_of: date | None = given["as_of"]
    choices = Choices(
        target=given["target"],
        theme=given["theme"],
        formats=given["formats"],
        documents=given["documents"],
        as_of=as_of,
        framework=given["framework"],
        frameworks=given["folders"],
        rules=given["rules"],
        final=given["final"],
        locale=given["locale"],
        paper=given["paper"],
    )
    return Order(
        clients=given["clients"],
        choices=choices,
        out=given["out"],
        all_targets=given["all_targets"],
        branded=given["branded"],
        force=given["force"],
        jobs=given["jobs"],
        form=given["form"],
    )


def run(order: Order) -> bool:
    """Renders once, and tells each result as it comes; whether all went well."""
    from resumekit.batch.find import find_clients
    from resumekit.batch.many import render_many
    from resumekit.batch.settle import collect_seldom, settle

    collect_seldom()
    found = find_clients(order.clients)
    several = len(found) > 1
    results: list[Result] = []
    with _pool(order.jobs if several else 1) as executor, progress(len(found)) as bar:
        results_as_they_come = render_many(
            found,
            order.choices,
            order.out,
            executor=executor,
            all_targets=order.all_targets,
            branded=order.branded,
            force=order.force,
        )
        for result in results_as_they_come:
            if order.form == "text":
                bar.clear()
                tell(result, several=several)
            bar.step()
            results.append(result)
            if several:
                settle()
    if order.form == "json":
        screen.say_json(_as_json(results))
    elif several:
        _sum_up(results)
    return all(result.ok for result in results)


def _pool(jobs: int) -> AbstractContextManager[Executor | None]:
    if jobs == 1:
        return nullcontext()
    from resumekit.batch.pool import LocalPool

    return LocalPool(jobs)


def tell(result: Result, *, several: bool) -> None:
    """One client's result: lines of files on standard output, all else on standard error."""
    if result.skipped:
        screen.note(f"skipped {result.skipped}")
    for warning in result.warnings:
        screen.warning(_named(result.path, warning) if several else warning)
    for message in result.errors:
        screen.error(_named(result.path, message) if several else message)
    if result.crash:
        screen.note(result.crash.rstrip())
        screen.error(f"{result.path}: an error in resumekit itself, not in the file; please report the lines above")
    for file in result.files:
        screen.say(_line(file))
    if result.draft and result.files:
        screen.note(f"{click.style('draft:', fg='yellow', bold=True)} what stands in the way of a final")
        for reason in result.draft:
            screen.note(f"  - {reason}")


def _named(path: Path, message: str) -> str:
    return message if message.startswith(str(path)) else f"{path}: {message}"


def _line(file: Written) -> str:
    pages = "" if file.pages is None else f"  {file.pages} page{'' if file.pages == 1 else 's'}"
    return f"wrote {file.path}{pages}  {file.seconds:.2f} s"


def _sum_up(results: Iterable[Result]) -> None:
    results = [result for result in results if not result.skipped]
    failed = [result for result in results if not result.ok]
    written = sum(len(result.files) for result in results)
    note = f"{len(results)} clients, {written} files"
    if failed:
        note += f"; {len(failed)} with errors: {', '.join(str(result.path) for result in failed)}"
    screen.note(note)


def _as_json(results: list[Result]) -> dict[str, Any]:
    return {"ok": all(result.ok for result in results), "results": [_result_json(result) for result in results]}


def _result_json(result: Result) -> dict[str, Any]:
    return {
        "client": str(result.path),
        "ok": result.ok,
        "files": [
            {
                "path": str(file.path),
                "document": file.document,
                "format": file.format,
                "target": file.target,
                "pages": file.pages,
                "seconds": round(file.seconds, 3),
                "sha256": file.sha256,
            }
            for file in result.files
        ],
        "warnings": list(result.warnings),
        "draft": list(result.draft),
        "errors": list(result.errors) + ([result.crash] if result.crash else []),
        "skipped": result.skipped,
    }


def keep_watching(order: Order, theme: str | None, wait: Callable[[], None] | None = None) -> None:
    """Renders again what changes, until Ctrl-C."""
    from resumekit.batch.find import find_clients
    from resumekit.render.fonts import folder_faces

    def again(changed: list[Path] | None) -> None:
        clients = {item.path for item in find_clients(order.clients) if not item.skipped}
        wanted = order.clients if changed is None else tuple(path for path in changed if path in clients)
        folder_faces.cache_clear()  # a theme's fonts may be among what changed
        try:
            if wanted:
                run(replace(order, clients=wanted))
        except ResumekitError as error:
            screen.report(error)

    others = [path for path in (theme and Path(theme), order.branded) if path and path.exists()]
    screen.note("watching; Ctrl-C ends it")
    watch(order.clients, others, again, wait or (lambda: time.sleep(INTERVAL)))
