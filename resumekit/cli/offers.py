"""`resumekit offers`: two or more offers side by side, by the nine factors of the move assessment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.options import (
    as_of_option,
    client_file,
    json_switch,
    load_client,
    report_options,
    rules_option,
    target_option,
)
from resumekit.errors import InputFileError, Problem

if TYPE_CHECKING:
    from resumekit.career.compare import Comparison
    from resumekit.load.client import Client
    from resumekit.load.stated import StatedFile
    from resumekit.model.offer import Offer
    from resumekit.model.target import Target


@click.command(epilog="Example: resumekit offers amina.yaml thornbury.yaml arden.yaml --to pdf")
@click.argument("client", type=client_file)
@click.argument("offers", nargs=-1, required=True, type=client_file, metavar="OFFER.yaml OFFER.yaml…")
@target_option
@as_of_option("it is seen from")
@rules_option
@report_options()
@json_switch
def offers(client: Path, offers: tuple[Path, ...], form: str, as_of: date | None, **given: Any) -> None:
    """Set two or more offers side by side."""
    from resumekit.career.compare import compare_offers, compare_rules
    from resumekit.career.days import first_day
    from resumekit.career.offer_assessment import judge_moves
    from resumekit.cli.offers_shown import as_json, print_offers

    _check(offers)
    loaded, stated = load_client(client), _read(offers)
    aim, day = loaded.resume.target(given["target"]), as_of or first_day(loaded.resume.as_of)
    moves = judge_moves(loaded.resume, [item.value for item in stated], aim, as_of=as_of, paths=given["rules"])
    seen = compare_offers(
        ((move.offer, move.assessment) for move in moves), names=_names(offers), rules=compare_rules(given["rules"])
    )
    if form == "json":
        screen.say_json(as_json(seen, offers))
    else:
        print_offers(seen, aim, day)
    for warning in dict.fromkeys(warning for move in moves for warning in move.warnings):
        screen.warning(warning)
    if given["formats"]:
        _write(loaded, seen, aim, day, given)


def _check(paths: Sequence[Path]) -> None:
    if len(paths) < 2:
        raise click.UsageError("name two offers or more; for one: resumekit move CLIENT --offer OFFER.yaml")
    named: dict[Path, Path] = {}
    for path in paths:
        whole = path.resolve()
        if whole in named:
            raise click.UsageError(f"{path} is named twice; an offer is compared with another")
        named[whole] = path


def _names(paths: Sequence[Path]) -> tuple[str, ...]:
    """The files' names, with their folders where the names alone are equal."""
    names = [path.name for path in paths]
    return tuple(str(path) if names.count(path.name) > 1 else path.name for path in paths)


def _read(paths: Sequence[Path]) -> list[StatedFile[Offer]]:
    """Every offer; the problems of all the files at once."""
    from resumekit.load.stated import read_offer

    read: list[StatedFile[Offer]] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            read.append(read_offer(path))
        except InputFileError as error:
            problems += error.problems
    if problems:
        raise InputFileError(problems)
    for stated in read:
        for problem in stated.warnings:
            screen.warning(str(problem))
    return read


def _write(loaded: Client, seen: Comparison, aim: Target | None, day: date | None, given: dict[str, Any]) -> None:
    from resumekit.cli.report_files import paper_for, save_report, theme_for
    from resumekit.compose.offers_report import compose_offers_report

    document = compose_offers_report(seen, loaded.resume, target=aim, paper=paper_for(aim), as_of=day)
    save_report(document, theme_for(given["theme"], aim), given)
