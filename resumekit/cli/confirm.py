"""`resumekit confirm`: the client's word that a fact is so, kept with a hash of what was confirmed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from resumekit.cli import screen
from resumekit.cli.options import Day, client_file, json_switch, load_client, named_files
from resumekit.errors import Problem, ResumekitError, UnknownNameError

if TYPE_CHECKING:
    from resumekit.load.client import Client
    from resumekit.model.achievement import Achievement


def _complete_facts(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    from resumekit.load.client import load

    try:
        found = [fact for path in named_files(ctx)[:1] for fact in _unconfirmed(load(path))]
    except (ResumekitError, OSError):
        return []
    return [CompletionItem(fact.key, help=_words(fact)) for fact in found if fact.key.startswith(incomplete)]


@click.command()
@click.argument("client", type=client_file)
@click.argument("facts", nargs=-1, metavar="[FACT]...", shell_complete=_complete_facts)
@click.option("--on", type=Day(), help="The day the client confirmed them, as 2026-10-01.")
@click.option("--all", "everything", is_flag=True, help="All that is not confirmed yet.")
@json_switch
def confirm(client: Path, facts: tuple[str, ...], on: date | None, everything: bool, form: str) -> None:
    """Record that the client has confirmed facts.

    Without FACT, lists what is not confirmed, or was edited after it was.
    """
    loaded = load_client(client)
    if facts and everything:
        raise click.UsageError("name facts, or give --all, not both")
    if not facts and not everything:
        if on:
            raise click.UsageError("which facts did the client confirm? Name them, or give --all")
        _list(loaded, form)
        return
    if on is None:
        raise click.UsageError("on which day did the client confirm? Add --on, as in --on 2026-10-01")
    keys = [fact.key for fact in _unconfirmed(loaded)] if everything else list(dict.fromkeys(facts))
    _check(loaded, keys)
    _write(client, keys, on, form)


def _write(client: Path, keys: list[str], on: date, form: str) -> None:
    from resumekit.load.edit import confirm as record
    from resumekit.model.date import PartialDate

    if keys:
        record(client, keys, PartialDate(on.year, on.month, on.day))
    if form == "json":
        screen.say_json({"client": str(client), "on": on.isoformat(), "confirmed": keys})
        return
    for key in keys:
        screen.say(f"confirmed {key}")
    if not keys:
        screen.say("nothing is left to confirm")


def _check(client: Client, keys: list[str]) -> None:
    """Refuses what is not there, and what holds no claim that a client confirms."""
    from resumekit.model.achievement import Achievement

    facts = client.resume.facts
    known = [key for key, fact in facts.items() if isinstance(fact, Achievement)]
    for key in keys:
        if key in facts and key not in known:
            kind = type(facts[key]).__name__.lower()
            raise ResumekitError(f"'{key}' is no achievement but of the kind {kind}; only achievements are confirmed")
        if key not in known:
            raise UnknownNameError("achievement", key, known)


def _unconfirmed(client: Client) -> list[Achievement]:
    from resumekit.model.achievement import Achievement

    return [fact for fact in client.resume.facts.values() if isinstance(fact, Achievement) and not fact.is_confirmed]


def _words(fact: Achievement) -> str:
    return fact.text or "; ".join(part for part in (fact.action, fact.result) if part)


def _list(client: Client, form: str) -> None:
    found = []
    for fact in _unconfirmed(client):
        place = client.places.find(fact.path)
        where = Problem("", str(client.path), place.line, place.column).place
        found.append((fact, where, "edited since it was confirmed" if fact.confirmed else "not confirmed"))
    if form == "json":
        screen.say_json(
            [{"fact": fact.key, "place": where, "state": state, "text": _words(fact)} for fact, where, state in found]
        )
        return
    for fact, where, state in found:
        screen.say(fact.key)
        screen.say(click.style(f"    {where}  {state}: {_words(fact)}", dim=True))
    if not found:
        screen.say("everything is confirmed")
