"""`resumekit move --simulate`: accept now against keep searching, on the terminal, as JSON and on one page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.columns import say_points, wrapped

if TYPE_CHECKING:
    from resumekit.career.offer_assessment import Move
    from resumekit.career.simulate import Simulation, Way
    from resumekit.load.client import Client

_LABEL = 16


def show_simulation(client: Client, move: Move, given: Mapping[str, Any]) -> None:
    """Prints both ways and writes the page where formats are asked for; `given` are the options of the command."""
    from resumekit.career.simulate import simulate_move

    day: date | None = given["as_of"]
    seen = simulate_move(client.resume, move.offer, move.assessment, move.target, as_of=day, paths=given["rules"])
    if given["form"] == "json":
        screen.say_json(as_json(seen))
    else:
        _print(seen)
    for warning in dict.fromkeys((*move.warnings, *seen.warnings)):
        screen.warning(warning)
    if given["formats"]:
        _write(client, seen, given)


def _write(client: Client, seen: Simulation, given: Mapping[str, Any]) -> None:
    from resumekit.cli.report_files import paper_for, save_report, theme_for
    from resumekit.compose.simulator_report import compose_simulator_report

    look = theme_for(given["theme"], seen.target)
    document = compose_simulator_report(seen, client.resume, theme=look, paper=paper_for(seen.target))
    save_report(document, look, given)


def _print(seen: Simulation) -> None:
    from resumekit.career.move_words import flip_words, headline, open_flips
    from resumekit.compose.simulator_words import ACCEPT, searching_words, standing_words, way_rows

    made = seen.assessment
    screen.say(f"{seen.offer.called}: {click.style(headline(made), bold=True)}")
    screen.say(made.rules.verdict[made.verdict].says)
    screen.say()
    for line in wrapped(["", ACCEPT, searching_words(seen)], first=_LABEL):
        screen.say(click.style(line, bold=True))
    for row in way_rows(seen):
        for line in wrapped([row.label, row.accept.text, row.search.text], first=_LABEL):
            screen.say(line)
    _cash(seen)
    say_points("what would change the verdict", (flip_words(made, flip) for flip in open_flips(made)))
    say_points("to fill in", (f"{item.field}: {item.asks}" for item in seen.questions))
    say_points("studies, of others", (f"[{number}] {study.told()}" for number, study in enumerate(seen.studies, 1)))
    say_points("how to read it", (text for text in standing_words(seen) if text not in seen.warnings))


def _cash(seen: Simulation) -> None:
    """The line of each way at each quarter."""
    from resumekit.compose.simulator_words import cash_table

    rows = cash_table(seen)
    if rows:
        screen.say()
        head, *body = screen.table(rows)
        screen.say(click.style(head, bold=True))
        for line in body:
            screen.say(line)


def as_json(seen: Simulation) -> dict[str, Any]:
    """Both ways as plain values: cash by week from today, weeks of the search, and what is not known."""
    made, levels = seen.assessment, seen.levels
    return {
        "offer": {"title": seen.offer.title, "employer": seen.offer.employer},
        "as_of": seen.plan.as_of.isoformat() if seen.plan.as_of else None,
        "verdict": made.verdict,
        "score": screen.number(made.score),
        "employed": seen.employed,
        "level": {"held": levels.held, "present": levels.present, "offered": levels.offered, "target": levels.target},
        "next_resume": {
            "accept": seen.content.count,
            "months": seen.content.months,
            "search": [{"text": item.text, "facts": list(item.facts)} for item in seen.content.staying],
        },
        "pay": _pay(seen),
        "start": seen.start.isoformat() if seen.start else None,
        "start_assumed": seen.start_assumed,
        "accept": _way(seen.accept),
        "search": _way(seen.search),
        "questions": [{"field": item.field, "asks": item.asks} for item in seen.questions],
        "warnings": list(seen.warnings),
        "confirm": seen.plan.confirm,
    }


def _pay(seen: Simulation) -> dict[str, Any] | None:
    pay = seen.take_home
    if pay is None:
        return None
    share = None if pay.tax_share is None else float(pay.tax_share)
    return {"a_month": round(float(pay.a_month), 2), "assumed_tax_share": share}


def _way(way: Way) -> dict[str, Any]:
    return {
        "cash": [screen.number(cash) for cash in way.line.cash] if way.line else None,
        "first_below": way.line.first_below if way.line else None,
        "search_goes_on": way.goes_on,
        "median": screen.number(way.median),
        "p80": screen.number(way.late),
        "after": [
            {"week": left.week, "cash": screen.number(left.cash), "search_left": screen.number(left.search)}
            for left in way.left
        ],
        "call_backs": [
            {
                "says": item.short,
                "studies": [study.short for study in item.studies],
                "against": [study.short for study in item.against],
            }
            for item in way.called
        ],
    }
