"""`resumekit explain`: each line of a document, the facts behind it, and where they stand in the client file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.options import (
    DOCUMENTS,
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
from resumekit.errors import Problem, ResumekitError

if TYPE_CHECKING:
    from resumekit.document.block import Document
    from resumekit.document.line import Line
    from resumekit.load.client import Client
    from resumekit.model.fact import Path
    from resumekit.strategy.strategy import Strategy

Explained = dict[str, Any]


@click.command()
@click.argument("client", type=client_file)
@target_option
@click.option("--document", type=OneOf(DOCUMENTS), default="resume", show_default=True, metavar="NAME",
              help=f"{', '.join(DOCUMENTS)}.")  # fmt: skip
@click.option("--line", "wanted", metavar="TEXT|N", help="Only the line of this number, or the lines with these words.")
@framework_options
@rules_option
@click.option("--as-of", type=Day(), help="The day that tenure counts to, as 2026-10-01.")
@click.option(
    "--locale",
    type=OneOf(LOCALES),
    metavar="TAG",
    help="en-CA, en-US, en-GB or fr-CA. [default: the target's or the client's]",
)
@click.option("--theme", type=ThemeName(), metavar="NAME|FOLDER", help="As for render: it decides what fits the pages.")
@click.option("--paper", type=OneOf(PAPERS), help="As for render.")
@json_switch
def explain(
    client: FilePath, document: str, wanted: str | None, form: str, folders: tuple[FilePath, ...], **choices: Any
) -> None:
    """Show the facts behind each line, and what was left out."""
    from resumekit.pipeline import Choices, plan_first

    loaded = load_client(client)
    made = plan_first(loaded, Choices(documents=(document,), frameworks=folders, **choices))
    composed = made.document
    lines = list(_explained(composed, loaded, made.basis.context.strategy))
    if wanted is not None:
        lines = _only(lines, wanted)
    left_out = [] if wanted is not None else list(_omitted(composed, loaded))
    if form == "json":
        screen.say_json({"client": str(client), "lines": lines, "left_out": left_out, "draft": list(composed.draft)})
        return
    _print_lines(lines)
    _print_rest(left_out, composed.draft)


def _explained(document: Document, client: Client, strategy: Strategy) -> Iterator[Explained]:
    worth = {reason.facts[0]: reason.text for reason in strategy.reasons if reason.rule == "relevance"}
    for number, (section, line) in enumerate(document.lines(), start=1):
        yield {
            "line": number,
            "section": section,
            "text": line.text,
            "facts": [_placed(ref, client) for ref in line.facts],
            "other": _other(line),
            "relevance": [worth[ref] for ref in line.facts[:1] if ref in worth],
        }


def _other(line: Line) -> list[str]:
    return [f"{source.kind}: {source.ref}" for source in line.sources if source.kind != "fact"]


def _placed(ref: str, client: Client) -> Explained:
    """A fact by its `key#field`, with its place in the file, as far as that is known."""
    key, _, field = ref.partition("#")
    fact = client.resume.facts.get(key)
    path: Path = (*fact.path, *([field] if field else [])) if fact else ()
    place = client.places.find(path)
    where = Problem("", str(client.path or "client.yaml"), place.line, place.column).place
    return {"fact": key, "field": field, "place": where}


def _omitted(document: Document, client: Client) -> Iterator[Explained]:
    for omission in document.omitted:
        yield {**_placed(omission.fact, client), "text": omission.text, "reason": omission.reason}


def _only(lines: list[Explained], wanted: str) -> list[Explained]:
    if wanted.isdecimal():
        found = [line for line in lines if line["line"] == int(wanted)]
        missing = f"there is no line {wanted}; the lines run from 1 to {len(lines)}"
    else:
        words = " ".join(wanted.split()).casefold()
        found = [line for line in lines if words in " ".join(line["text"].split()).casefold()]
        missing = f"no line says '{wanted}'; without --line, all {len(lines)} are shown"
    if not found:
        raise ResumekitError(missing)
    return found


def _print_lines(lines: list[Explained]) -> None:
    section = None
    for line in lines:
        if line["section"] != section:
            section = line["section"]
            screen.say(click.style(section, bold=True))
        screen.say(f"{line['line']:>4}  {line['text']}")
        rows = [(fact["place"], _reference(fact)) for fact in line["facts"]]
        rows += [("", other) for other in line["other"]]
        rows += [("", f"relevance {told}") for told in line["relevance"]]
        for row in screen.table(rows):
            screen.say(click.style(f"        {row}", dim=True))


def _reference(fact: Explained) -> str:
    return f"{fact['fact']} ({fact['field']})" if fact["field"] else str(fact["fact"])


def _print_rest(left_out: list[Explained], draft: tuple[str, ...]) -> None:
    if left_out:
        screen.say(click.style("left out", bold=True))
    for item in left_out:
        screen.say(f"      {item['text']}")
        screen.say(click.style(f"        {item['place']}  {item['reason']}", dim=True))
    if draft:
        screen.say(click.style("a draft, because", bold=True))
    for reason in draft:
        screen.say(f"      {reason}")
