"""`resumekit strategy`: which situation holds, what the resume makes of it, and what is not known."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.options import (
    as_of_option,
    client_file,
    framework_options,
    json_switch,
    load_client,
    rules_option,
    target_option,
)

if TYPE_CHECKING:
    from resumekit.model.resume import Resume
    from resumekit.pipeline import Plan
    from resumekit.strategy.strategy import Integration, Strategy


@click.command(epilog="For a page to file: resumekit render CLIENT --document strategy")
@click.argument("client", type=client_file)
@target_option
@framework_options
@rules_option
@as_of_option("it is seen from")
@json_switch
def strategy(client: Path, form: str, folders: tuple[Path, ...], **choices: Any) -> None:
    """Say which strategy fits a target, why, and which answer is missing."""
    from resumekit.pipeline import Choices, plan

    loaded = load_client(client)
    made = plan(loaded, Choices(frameworks=folders, **choices))
    chosen = made.basis.context.strategy
    if form == "json":
        screen.say_json(_as_json(chosen, made))
        return
    _print_decision(chosen, loaded.resume)
    for job in chosen.short_jobs:
        _print_short_job(job)
    _print_weights(chosen, made)
    _print_questions(chosen)


def _as_json(chosen: Strategy, made: Plan) -> dict[str, Any]:
    data = asdict(chosen)
    data["pages"] = {"most": chosen.pages, "used": made.layout.pages, "last_page_fill": made.layout.last_page_fill}
    return data


def _print_decision(chosen: Strategy, resume: Resume) -> None:
    names = [f"{fired.name} ({fired.number})" for fired in chosen.situations] or ["none could be told"]
    screen.say(click.style(f"{names[0]}", bold=True) + "".join(f", {name}" for name in names[1:]))
    screen.say(f"{chosen.format}, {chosen.pages} page(s) at most; order: {', '.join(chosen.sections)}")
    screen.say()
    screen.say(click.style("why", bold=True))
    rows = [(f"  {reason.rule}", reason.text, ", ".join(reason.facts)) for reason in chosen.reasons]
    for row in screen.table(rows):
        screen.say(row)
    for warning in chosen.warnings:
        screen.warning(warning)


def _print_short_job(job: Integration) -> None:
    screen.say()
    screen.say(click.style(f"the short job: {job.title}, {job.employer}, {job.months} months", bold=True))
    screen.say(f"  advised: {job.advised}, because {job.reason} (relevance {job.relevance:.2f})")
    for way in job.presentations:
        months = "1 month" if way.gap_months == 1 else f"{way.gap_months} months"
        gap = f"a gap of {months}" if way.gap_months else "no gap"
        against = f"; against it: {way.why_not}" if way.why_not else ""
        screen.say(f"  {way.choice:10}  {way.bullets} bullet(s), {gap}{against}")
        screen.say(click.style(f"              “{way.answer}”", dim=True))
    screen.say(f"  {job.reminder}")


def _print_weights(chosen: Strategy, made: Plan) -> None:
    if not chosen.parts:
        return
    screen.say()
    screen.say(click.style("what each achievement is worth to this target, 0 to 1", bold=True))
    header = ("  value", "relevance", "measured", "recency", "unique", "achievement")
    ranked = sorted(chosen.parts.items(), key=lambda item: -item[1].total)
    rows = [
        (f"  {part.total:.2f}", f"{part.relevance:.2f}", f"{part.measured:.2f}", f"{part.recency:.2f}",
         f"{part.uniqueness:.2f}", key)
        for key, part in ranked
    ]  # fmt: skip
    for row in screen.table([header, *rows]):
        screen.say(row)
    if left := made.document.omitted:
        screen.say(f"  {len(left)} fact(s) are left out; resumekit explain lists each, with why")


def _print_questions(chosen: Strategy) -> None:
    if not chosen.questions:
        return
    screen.say()
    screen.say(click.style("not known", bold=True))
    for item in chosen.questions:
        screen.say(f"  {item.missing} (write it under '{item.where}'): it would change {item.would_change}")
