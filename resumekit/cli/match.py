"""`resumekit match`: what a posting asks for, against what the client's facts show."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.options import (
    as_of_option,
    client_file,
    complete_frameworks,
    frameworks_option,
    json_switch,
    load_client,
    report_options,
    target_option,
)
from resumekit.errors import ResumekitError

if TYPE_CHECKING:
    from resumekit.load.client import Client
    from resumekit.skills.posting import Posting
    from resumekit.skills.posting_match import PostingMatch, Row

_COLOURS = {"covered": "green", "not shown": "cyan", "adjacent": "yellow", "missing": "red"}
_ANSWERS = {"yes": "green", "no": "red", "unknown": "yellow"}
_PHRASE, _PHRASE_MOST, _QUOTE = 52, 160, 60


@click.command(epilog="Example: resumekit match amina.yaml --posting hr-advisor.pdf --framework hr-canada")
@click.argument("client", type=client_file)
@click.option("--posting", "posting_path", type=client_file, metavar="FILE",
              help="Text, Markdown, HTML, Word or PDF. [default: the target's posting]")  # fmt: skip
@click.option("--framework", metavar="NAME|FILE", shell_complete=complete_frameworks,
              help="Compare competencies too, not words alone. [default: the target's]")  # fmt: skip
@frameworks_option
@target_option
@as_of_option("years count to")
@report_options()
@json_switch
def match(client: Path, posting_path: Path | None, target: str | None, as_of: Any, form: str, **given: Any) -> None:
    """Compare a posting's requirements with the client's facts."""
    from resumekit.mapping import match_posting

    loaded = load_client(client)
    posting = _posting(loaded, posting_path, target)
    folders: tuple[Path, ...] = given["folders"]
    framework = given["framework"] or _framework_of(loaded, target, folders)
    shown = _shown(loaded, target, as_of, given["framework"], folders)
    found = match_posting(loaded.resume, posting, framework, as_of=as_of, shown=shown, folders=folders)
    if form == "json":
        screen.say_json(as_json(found))
    else:
        _print(found)
        if shown is None:
            screen.note("no target is stated, so there is no resume to look at: 'covered' is what the facts cover")
    if given["formats"]:
        _write(loaded, target, found, given)


def _write(loaded: Client, target: str | None, found: PostingMatch, given: dict[str, Any]) -> None:
    from resumekit.cli.report_files import paper_for, save_report, theme_for
    from resumekit.compose.posting_report import compose_posting_report

    aim = loaded.resume.target(target)
    document = compose_posting_report(found, loaded.resume, paper=paper_for(aim))
    save_report(document, theme_for(given["theme"], aim), given)


def _posting(loaded: Client, path: Path | None, target: str | None) -> Posting:
    from resumekit.load.posting import posting_text
    from resumekit.load.posting_file import read_posting_file
    from resumekit.skills.posting_read import read_posting

    if path:
        return read_posting_file(path)
    wanted = loaded.resume.target(target)
    text = posting_text(loaded, wanted) if wanted else None
    if not text:
        raise ResumekitError("no posting is named; add --posting FILE, or 'posting_file:' to the target")
    return read_posting(text)


def _framework_of(loaded: Client, target: str | None, folders: tuple[Path, ...]) -> str | None:
    from resumekit.load.named_framework import named_framework

    wanted = loaded.resume.target(target)
    return named_framework(loaded, wanted, folders) if wanted else None


def _shown(
    loaded: Client, target: str | None, as_of: Any, framework: str | None, folders: tuple[Path, ...]
) -> Collection[str] | None:
    """The facts that the resume for this target shows; None without a target, for nothing is selected then."""
    from resumekit.pipeline import Choices, plan

    if not loaded.resume.targets:
        return None
    document = plan(loaded, Choices(target=target, as_of=as_of, framework=framework, frameworks=folders)).document
    return frozenset(fact for _, line in document.lines() for fact in line.facts)


def as_json(found: PostingMatch) -> dict[str, Any]:
    """The match as plain values, with the places of its phrases in the posting's text."""
    posting = found.posting
    head = {name: getattr(posting, name) for name in ("title", "employer", "language", "region", "notes", "text")}
    return {
        **head,
        "must_haves": {"counted": found.musts, "covered": found.musts_covered, "share": found.share_of_musts},
        "rows": [asdict(row) for row in found.rows],
        "knock_outs": [
            {"question": item.knock_out.question, "answer": item.answer, "facts": item.facts, "because": item.because}
            for item in found.answers
        ],
        "duties": [asdict(item) for item in posting.duties],
        "pay": [
            {**asdict(pay), "low": None if pay.low is None else float(pay.low),
             "high": None if pay.high is None else float(pay.high)}
            for pay in posting.pay
        ],
        "flags": [asdict(flag) for flag in posting.flags],
    }  # fmt: skip


def _print(found: PostingMatch) -> None:
    from resumekit.compose.posting_report import about, next_steps, summary

    posting = found.posting
    title = click.style(posting.title or "a posting without a title", bold=True)
    screen.say(f"{title}, {posting.employer}" if posting.employer else title)
    for line in summary(found):
        screen.say(line)
    for need, title in (("must", "must-haves"), ("nice", "nice to have")):
        rows = [row for row in found.rows if row.requirement.need == need]
        _heading(title if rows else "")
        for row in rows:
            _print_row(row)
    _heading("questions a portal would ask" if found.answers else "")
    for answer in found.answers:
        said = click.style(f"{answer.answer:8}", fg=_ANSWERS[answer.answer])
        screen.say(f"  {said} {answer.knock_out.question} {click.style(answer.because, dim=True)}")
    _points("what to do", next_steps(found))
    _points("the posting", about(posting))


def _heading(title: str) -> None:
    if title:
        screen.say()
        screen.say(click.style(title, bold=True))


def _print_row(row: Row) -> None:
    from resumekit.compose.posting_report import is_to_ask

    told = "to ask" if is_to_ask(row) else row.status
    status = click.style(f"{told:9}", fg=_COLOURS["adjacent" if is_to_ask(row) else row.status])
    phrase = shorten(row.requirement.phrase, _PHRASE_MOST, placeholder=" …")
    if row.note and len(phrase) > _PHRASE:
        screen.say(f"  {status} {phrase}")
        screen.say(f"            {row.note}")
    else:
        screen.say(f"  {status} {phrase:{_PHRASE}} {row.note}".rstrip())
    for item in row.evidence:
        quote = click.style(f"“{shorten(item.quote, _QUOTE, placeholder=' …')}”", dim=True)
        screen.say(f"            {quote} {item.fact}: {item.why}")


def _points(title: str, lines: Iterator[str]) -> None:
    said = list(lines)
    _heading(title if said else "")
    for line in said:
        screen.say(f"  {line}")
