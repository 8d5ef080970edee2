"""`resumekit move`: whether an offered job is a strategic move, why, and what would change that."""

from __future__ import annotations

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

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from resumekit.career.offer_assessment import Move
    from resumekit.load.client import Client
    from resumekit.load.stated import StatedFile
    from resumekit.model.offer import Offer


@click.command(epilog="Example: resumekit move amina.yaml --offer offer.yaml --ask --save")
@click.argument("client", type=client_file)
@click.option("--offer", "offer_path", type=client_file, required=True, metavar="OFFER.yaml",
              help="What is known of the job; resumekit new offer.yaml --kind offer writes one.")  # fmt: skip
@target_option
@as_of_option("it is seen from")
@click.option("--ask", is_flag=True, help="Ask for the answers that are missing, here in the terminal.")
@click.option("--save", is_flag=True, help="With --ask: write the answers into the offer file.")
@click.option(
    "--simulate", is_flag=True, help="Set accepting now beside searching on, instead: cash, level, call-backs."
)
@rules_option
@report_options()
@json_switch
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
        _write(made, given)


def _judged(loaded: Client, offer: Offer, given: Mapping[str, Any]) -> Move:
    from resumekit.career.offer_assessment import judge_move

    day: date | None = given["as_of"]
    return judge_move(loaded.resume, offer, loaded.resume.target(given["target"]), as_of=day, paths=given["rules"])


def _asked(loaded: Client, stated: StatedFile[Offer], made: Move, save: bool, given: Mapping[str, Any]) -> Move:
    from resumekit.cli.move_ask import ask_answers
    from resumekit.load.edit import refuse_read_only
    from resumekit.load.edit_stated import write_answers

    if save and stated.path is not None:
        refuse_read_only(stated.path)  # before anything is typed in vain
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


def _write(made: Move, given: Mapping[str, Any]) -> None:
    from resumekit.cli.report_files import paper_for, save_report, theme_for
    from resumekit.compose.move_report import compose_move_report

    document = compose_move_report(made, paper=paper_for(made.target))
    save_report(document, theme_for(given["theme"], made.target), given)
