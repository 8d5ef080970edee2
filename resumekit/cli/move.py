"""`resumekit move`: whether an offered job is a strategic move, why, and what would change that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.options import (
    Day,
    Several,
    ThemeName,
    client_file,
    complete_targets,
    json_switch,
    load_client,
    rules_option,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from resumekit.career.offer_assessment import Move
    from resumekit.load.client import Client
    from resumekit.load.stated import StatedFile
    from resumekit.model.offer import Offer

REPORT_FORMATS = ("docx", "pdf", "html", "md", "txt", "json")


@click.command(epilog="Example: resumekit move amina.yaml --offer offer.yaml --ask --save")
@click.argument("client", type=client_file)
@click.option("--offer", "offer_path", type=client_file, required=True, metavar="OFFER.yaml",
              help="What is known of the job; resumekit new offer.yaml --kind offer writes one.")  # fmt: skip
@click.option("--target", shell_complete=complete_targets, help="Which of the client's targets. [default: the first]")
@click.option("--as-of", type=Day(), help="The day it is seen from, as 2026-10-01. [default: the client file's]")
@click.option("--ask", is_flag=True, help="Ask for the answers that are missing, here in the terminal.")
@click.option("--save", is_flag=True, help="With --ask: write the answers into the offer file.")
@click.option(
    "--simulate", is_flag=True, help="Set accepting now beside searching on, instead: cash, level, call-backs."
)
@rules_option
@json_switch
@click.option("--to", "formats", type=Several("formats", REPORT_FORMATS), default=(), metavar="FORMAT,…",
              help=f"Write a report: {', '.join(REPORT_FORMATS)}.")  # fmt: skip
@click.option("--out", "-o", type=click.Path(path_type=Path), default=Path("out"), show_default=True, metavar="FOLDER",
              help="The folder to write to.")  # fmt: skip
@click.option("--theme", type=ThemeName(), metavar="NAME|FOLDER", help="How the report looks. [default: the target's]")
@click.option("--force", is_flag=True, help="Write over a report that is there.")
def move(client: Path, offer_path: Path, form: str, ask: bool, save: bool, simulate: bool, **given: Any) -> None:
    """Say whether an offered job is a strategic move."""
    if save and not ask:
        raise click.UsageError("--save writes what --ask was told; give both")
    from resumekit.cli.move_shown import as_json, print_move
    from resumekit.cli.move_simulated import show_simulation
    from resumekit.load.stated import read_offer

    loaded, stated = load_client(client), read_offer(offer_path)
    for problem in stated.warnings:
        screen.warning(str(problem))
    made = _judged(loaded, stated.value, given)
    if ask:
        made = _asked(loaded, stated, made, save, given)
    if simulate:
        show_simulation(loaded, made, {**given, "form": form})
        return
    if form == "json":
        screen.say_json(as_json(made))
    else:
        print_move(made)
    if given["formats"]:
        _write(loaded, made, given)


def _judged(loaded: Client, offer: Offer, given: Mapping[str, Any]) -> Move:
    from resumekit.career.offer_assessment import judge_move

    day: date | None = given["as_of"]
    return judge_move(loaded.resume, offer, loaded.resume.target(given["target"]), as_of=day, paths=given["rules"])


def _asked(loaded: Client, stated: StatedFile[Offer], made: Move, save: bool, given: Mapping[str, Any]) -> Move:
    from resumekit.cli.move_ask import ask_answers
    from resumekit.load.edit_stated import write_answers

    answers = ask_answers(made)
    if not answers:
        screen.note("nothing was answered, and nothing is changed")
        return made
    if save:
        write_answers(stated, answers)
        screen.note(f"wrote {len(answers)} answer(s) into {stated.path}")
    offer = stated.value
    told = offer.answers.model_copy(update=answers)
    return _judged(loaded, offer.model_copy(update={"answers": told}), given)


def _write(loaded: Client, made: Move, given: Mapping[str, Any]) -> None:
    from resumekit.cli.report_files import write_report
    from resumekit.compose.move_report import compose_move_report
    from resumekit.themes.theme import DEFAULT_THEME, find_theme

    aim = made.target
    look = find_theme(given["theme"] or (aim.theme if aim else None) or DEFAULT_THEME)
    document = compose_move_report(made, paper=(aim.paper if aim else None) or "letter")
    for path in write_report(document, given["formats"], given["out"], theme=look, force=given["force"]):
        screen.note(f"wrote {path}")
