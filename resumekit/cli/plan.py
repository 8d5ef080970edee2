"""`resumekit plan`: how long a search may take, how long the money lasts, and when to decide."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.columns import filled, say_heading, say_point, wrapped
from resumekit.cli.options import (
    as_of_option,
    client_file,
    json_switch,
    load_client,
    report_options,
    rules_option,
    target_option,
)
from resumekit.errors import ResumekitError

if TYPE_CHECKING:
    from resumekit.career.decision import Decision
    from resumekit.career.plan import Alternative, SearchPlan
    from resumekit.career.runway import Runway, Week
    from resumekit.load.client import Client
    from resumekit.model.target import Target

_COLOURS = {"green": "green", "amber": "yellow", "red": "red", "bridge": "red", "unknown": "cyan"}
_DAY = 22


@click.command(epilog="Example: resumekit plan amina.yaml --to docx,ics")
@click.argument("client", type=client_file)
@target_option
@as_of_option("it is seen from")
@click.option("--benefits", type=click.Path(path_type=Path), metavar="FILE.toml",
              help="A data file of benefits of your own. [default: the one of the client's country]")  # fmt: skip
@rules_option
@click.option("--weeks", is_flag=True, help="Print every week, not some of them.")
@report_options("ics")
@json_switch
def plan(
    client: Path, target: str | None, as_of: date | None, benefits: Path | None, rules: tuple[Path, ...], **given: Any
) -> None:
    """Plan a search: expected weeks, runway, the day to decide."""
    from resumekit.career.benefits import read_benefits
    from resumekit.career.plan import plan_search

    loaded = load_client(client)
    aim = loaded.resume.target(target)
    made = plan_search(
        loaded.resume, aim, as_of=as_of, paths=rules, benefits=read_benefits(benefits) if benefits else None
    )
    if given["form"] == "json":
        screen.say_json(as_json(made))
    else:
        _print(made, every=given["weeks"])
    if given["formats"]:
        _write(loaded, aim, made, given)


def as_json(made: SearchPlan) -> dict[str, Any]:
    """The plan as plain values; weeks and dollars to two places, in the order of the calendar."""
    length, runway = made.length, made.runway
    return {
        "as_of": _day(made.as_of),
        "started": _day(made.started),
        "expected": length and {
            "median": screen.number(length.median), "p80": screen.number(length.late), "row": length.row, "label": length.label,
            "why": length.why, "facts": length.facts,
            "factors": [
                {"name": item.name, "value": screen.number(item.value), "why": item.why, "facts": item.facts}
                for item in length.factors
            ],
        },
        "weeks_searched": made.weeks_searched,
        "remaining": screen.number(made.remaining),
        "offer_window": made.window and [screen.number(week) for week in made.window],
        "scenario": made.scenario,
        "runway_weeks": runway and runway.first_below,
        "runway": runway and runway.told,
        "start_cash": screen.number(runway.start) if runway else None,
        "money_ends": _day(made.money_ends),
        "weeks": [_week(week) for week in runway.weeks] if runway else [],
        "benefit": _benefit(made),
        "ratio": screen.number(made.ratio),
        "colour": made.colour,
        "colour_means": made.rules.colour[made.colour].means,
        "decision": _decision(made.decision),
        "checkpoints": [
            {"week": item.week, "date": _day(item.date), "title": item.title, "look_at": item.look_at, "passed": item.passed}
            for item in made.checkpoints
        ],
        "alternatives": [_alternative(item) for item in made.alternatives],
        "warnings": made.warnings,
        "questions": [{"field": item.field, "asks": item.asks} for item in made.questions],
        "confirm_with": made.confirm_with,
        "caution": made.caution,
    }  # fmt: skip


def _benefit(made: SearchPlan) -> dict[str, Any] | None:
    claim = made.claim
    return None if claim is None else {
        "name": made.benefits.name if made.benefits else None,
        "weekly": screen.number(claim.weekly), "weeks": claim.weeks, "claim_begins": _day(claim.begins),
        "starts": _day(claim.first_paid), "ends": _day(made.benefit_ends), "waiting_weeks": claim.waiting_weeks,
        "severance_weeks": claim.severance_weeks, "sources": claim.terms.sources,
    }  # fmt: skip


def _decision(made: Decision | None) -> dict[str, Any] | None:
    return None if made is None else {"week": made.week, "date": _day(made.date), "passed": made.passed}


def _alternative(item: Alternative) -> dict[str, Any]:
    runway: Runway = item.runway
    return {
        "name": item.name, "says": item.says, "runway_weeks": runway.first_below, "runway": runway.told,
        "ratio": screen.number(item.ratio), "colour": item.colour,
        "decision": _decision(item.decision), "weeks": [_week(week) for week in runway.weeks],
    }  # fmt: skip


def _week(week: Week) -> dict[str, Any]:
    amounts = {name: screen.number(getattr(week, name)) for name in ("income", "benefit", "side", "out", "cash")}
    return {"number": week.number, "begins": _day(week.begins), **amounts}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _print(made: SearchPlan, *, every: bool) -> None:
    from resumekit.compose.plan_words import (
        COLOURS,
        alternative_told,
        claim_told,
        decision_told,
        length_told,
        money_told,
        ratio_told,
        remaining_told,
        start_told,
    )

    screen.say(filled(length_told(made)))
    if made.length:
        say_point(f"{made.length.label}: {made.length.why}")
        for factor in made.length.factors:
            say_point(f"× {float(factor.value):g}: {factor.why}")
    if remaining := remaining_told(made):
        screen.say(filled(remaining))
    screen.say()
    for line in filter(None, (money_told(made), start_told(made), *claim_told(made), decision_told(made))):
        screen.say(filled(line))
    colour = COLOURS[made.colour]
    styled = click.style(colour, fg=_COLOURS[made.colour], bold=True)
    screen.say(styled + filled(ratio_told(made)).removeprefix(colour))
    for item in made.alternatives:
        say_point(f"{item.name}: {alternative_told(item)} ({COLOURS[item.colour].lower()}). {item.says}")
    _print_weeks(made, every=every)
    _print_days(made)
    _print_questions(made)
    for warning in made.warnings:
        screen.warning(warning)
    screen.say()
    screen.say(made.caution)


def _print_weeks(made: SearchPlan, *, every: bool) -> None:
    from resumekit.compose.cash_chart import step_for, week_table

    if made.runway is None:
        return
    table = week_table(made, 1 if every else step_for(made.runway, made.alternatives[0] if made.alternatives else None))
    say_heading("the money, in dollars")
    for row in screen.table(tuple(line.text for line in cells) for cells in (table.header, *table.rows)):
        screen.say(f"  {row}")


def _print_days(made: SearchPlan) -> None:
    say_heading("when to look up")
    for item in made.checkpoints:
        if not item.passed:
            cells = (f"  week {item.week:<3} {_day(item.date) or ''}", f"{item.title}: {'; '.join(item.look_at)}")
            for line in wrapped(cells, first=_DAY):
                screen.say(line)


def _print_questions(made: SearchPlan) -> None:
    if made.questions:
        say_heading("still to ask")
        for item in made.questions:
            screen.say(f"  {item.asks} {click.style(item.field, dim=True)}")


def _write(loaded: Client, aim: Target | None, made: SearchPlan, given: dict[str, Any]) -> None:
    from resumekit.cli.files import write_file
    from resumekit.cli.report_files import paper_for, save_report, theme_for
    from resumekit.compose.plan_report import compose_plan_report

    look = theme_for(given["theme"], aim)
    document = compose_plan_report(made, loaded.resume, target=aim, theme=look, paper=paper_for(aim))
    calendar = _calendar(loaded, made) if "ics" in given["formats"] else None
    formats = [name for name in given["formats"] if name != "ics"]
    save_report(document, look, {**given, "formats": formats}, day=made.as_of)
    if calendar is not None:
        path = given["out"] / f"{document.file_stem}.ics"
        write_file(path, calendar, force=given["force"])
        screen.note(f"wrote {path}")


def _calendar(loaded: Client, made: SearchPlan) -> bytes:
    from resumekit.career.calendar_file import plan_events, to_ics

    if made.as_of is None:
        raise ResumekitError(
            "a calendar needs a day to begin with; add --as-of 2026-10-01, or 'as_of:' to the client file"
        )
    return to_ics(plan_events(made), name=f"{loaded.resume.person.name}: search", stamp=made.as_of)
