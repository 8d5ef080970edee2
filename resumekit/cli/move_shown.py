"""How an assessed move looks: as text for people, and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.columns import filled, say_heading, say_point, say_points

if TYPE_CHECKING:
    from resumekit.career.forecast import Forecast
    from resumekit.career.move import Assessment, Judged
    from resumekit.career.offer_assessment import Move

_COLOURS = {"strategic": "green", "conditional": "yellow", "weak": "yellow", "not_strategic": "red",
            "off_plan": "yellow", "bridge_only": "yellow", "undecided": "cyan"}  # fmt: skip


def as_json(move: Move) -> dict[str, Any]:
    """The assessment as plain values; scores with two decimals."""
    from resumekit.career import move_words

    made = move.assessment
    return {
        "offer": {"title": move.offer.title, "employer": move.offer.employer},
        "target": move.target.key if move.target else None,
        "verdict": made.verdict,
        "says": made.rules.verdict[made.verdict].says,
        "score": screen.number(made.score),
        "raw": screen.number(made.raw),
        "gate": made.gate,
        "gate_applies": made.gate_applies,
        "in_target_field": made.in_target_field,
        "answered": round(float(made.answered), 4),
        "factors": [_factor(made, item) for item in made.judged],
        "reasons": list(move_words.reasons(made)),
        "flips": [
            {"factor": flip.factor, "from": flip.old, "to": flip.new, "verdict": flip.verdict,
             "score": screen.number(flip.score), "says": move_words.flip_words(made, flip)}
            for flip in made.flips
        ],
        "negotiate": list(move_words.negotiate(made)),
        "questions": [
            {"factor": item.factor, "asks": item.asks, "choices": list(item.choices), "so_far": item.so_far}
            for item in move_words.questions(made)
        ],
        "forecast": _forecast(move.forecast),
        "evidence": [
            {"short": study.short, "says": study.says, "limits": study.limits, "kind": study.kind,
             "against": study.against}
            for study in move.evidence
        ],
        "warnings": [*([move.at_stake] if move.at_stake else []), *move.warnings],
    }  # fmt: skip


def _forecast(made: Forecast) -> dict[str, Any]:
    return {
        "count": made.count,
        "points": made.points,
        "months": made.months,
        "bounds": [{"name": item.name, "most": item.most, "because": item.because} for item in made.bounds],
        "staying": [{"text": item.text, "facts": list(item.facts)} for item in made.staying],
    }


def _factor(made: Assessment, item: Judged) -> dict[str, Any]:
    points = made.points(item.factor)
    return {
        "factor": item.factor,
        "answer": item.answer,
        "weight": made.weight(item.factor),
        "points": screen.number(points),
        "because": item.because,
        "origin": item.origin,
        "facts": list(item.facts),
        "warning": item.warning,
    }


def print_move(move: Move) -> None:
    """The assessment in words; warnings go to standard error."""
    from resumekit.career import move_words

    made = move.assessment
    rules = made.rules
    head = click.style(move_words.headline(made), bold=True, fg=_COLOURS[made.verdict])
    screen.say(f"{move.offer.called}: {head}")
    screen.say(click.style(move_words.seen_from(move.target, move.day), dim=True))
    screen.say(rules.verdict[made.verdict].says)
    if move.at_stake:
        screen.say(move.at_stake)
    _table(made)
    say_points("why", move_words.reasons(made))
    if made.flips:
        say_heading("what would change it")
    for title, flips in move_words.flip_groups(made):
        screen.say(f"  {title}:")
        for flip in flips:
            say_point(move_words.flip_words(made, flip), indent=4)
    say_points("agree on before the answer", (f"{item[:1].upper()}{item[1:]}." for item in move_words.negotiate(made)))
    say_points("the next resume", (*move_words.job_lines(move.forecast), move_words.staying_line(move.forecast)))
    _questions(made)
    say_points("what studies found", (study.told() for study in move.evidence))
    say_points("how to read it", (rules.words.judgement, rules.words.promise, rules.words.privacy))
    for warning in move.warnings:
        screen.warning(warning)


def _table(made: Assessment) -> None:
    from resumekit.career.move_words import shown, why

    screen.say()
    rows = [("factor", "answer", "weight", "points")]
    for item in made.judged:
        points = made.points(item.factor)
        answer = "to ask" if item.answer is None else f"{item.answer}/4 {_words(made, item)}"
        rows.append(
            (made.rules.factor[item.factor].label, answer, f"{made.weight(item.factor):6}",
             "     –" if points is None else f"{shown(points):>6}")
        )  # fmt: skip
    head, *body = screen.table(rows)
    screen.say(click.style(head, dim=True))
    for row, item in zip(body, made.judged, strict=True):
        screen.say(row)
        if told := why(item):
            screen.say(click.style(filled(told, indent=4), dim=True))


def _words(made: Assessment, item: Judged) -> str:
    return "" if item.answer is None else made.rules.factor[item.factor].answers[item.answer]


def _questions(made: Assessment) -> None:
    from resumekit.career.move_words import question_words, questions

    asked = questions(made)
    if not asked:
        return
    say_heading("to ask (write each answer under 'answers:' in the offer file, or run with --ask)")
    for item in asked:
        say_point(f"{item.factor}: {question_words(item)}")
