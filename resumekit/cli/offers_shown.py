"""How compared offers look: as a table that fits the terminal, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.columns import filled, say_points, wrapped

if TYPE_CHECKING:
    from resumekit.career.compare import Compared, Comparison, FactorRow, Swing
    from resumekit.model.target import Target

_LABEL = 26
_MOST_COLUMNS = 4


def print_offers(seen: Comparison, target: Target | None, today: date | None) -> None:
    """The comparison in words: who is ahead, the table, and what follows from it."""
    from resumekit.compose import offers_words as words

    due = words.due_words(seen, today)
    for text in (*words.standing_words(seen), *due, *(words.held_words(target) if target else ())):
        screen.say(filled(text))
    for first in range(0, len(seen.offers), _MOST_COLUMNS):
        _table(seen, range(first, min(first + _MOST_COLUMNS, len(seen.offers))))
    screen.say(click.style("answers from 4 (best) to 0; * the best where answers differ", dim=True))
    say_points("what parts them", words.parting_words(seen))
    for title, told in (("what to negotiate", words.negotiate_words), ("still to be asked", words.open_words)):
        lines = [f"{item.name}: {text}" for place, item in enumerate(seen.offers) for text in told(seen, place)]
        say_points(title, lines)
    changes = list(words.swing_points(seen))
    say_points("what would change who is ahead by verdict", changes or words.no_swing(seen))
    say_points("how to read it", words.reading_words(seen))


def _table(seen: Comparison, places: Sequence[int]) -> None:
    from resumekit.compose.offers_words import VERDICT, head_rows

    screen.say()
    _row(["", *(seen.offers[place].label for place in places)], bold=True)
    for label, cells in head_rows(seen):
        _row([label, *(cells[place] for place in places)], bold=label == VERDICT)
    for row in seen.rows:
        rule = seen.offers[0].assessment.rules.factor[row.factor]
        _row([f"{rule.label} ({rule.weight})", *(_cell(seen, row, place) for place in places)])


def _cell(seen: Comparison, row: FactorRow, place: int) -> str:
    from resumekit.compose.offers_words import answer_words

    answer = row.judged[place].answer
    said = answer_words(seen, row, place)
    return said if answer is None else f"{answer}{'*' if place in row.ahead else ''} {said}"


def _row(cells: list[str], *, bold: bool = False) -> None:
    for line in wrapped(cells, first=_LABEL):
        screen.say(click.style(line, bold=True) if bold else line)


def as_json(seen: Comparison, files: Sequence[Path]) -> dict[str, Any]:
    """The comparison as plain values. Offers are told by their places, from 0; scores with two decimals."""
    from resumekit.compose.offers_words import standing_words

    return {
        "standing": seen.standing,
        "ahead": list(seen.ahead),
        "best_verdict": list(seen.best_verdict),
        "undecided": list(seen.undecided),
        "says": list(standing_words(seen)),
        "offers": [_offer(seen, place, files[place]) for place in range(len(seen.offers))],
        "factors": [_factor(seen, row) for row in seen.rows],
        "parting": [row.factor for row in seen.parting],
        "swings": [_swing(swing, says) for swing, says in zip(seen.swings, _swings(seen), strict=True)],
        "uneven": list(seen.uneven),
    }


def _offer(seen: Comparison, place: int, file: Path) -> dict[str, Any]:
    from resumekit.compose.offers_words import negotiate_words

    item: Compared = seen.offers[place]
    made, offer = item.assessment, item.offer
    return {
        "file": str(file),
        "label": item.label,
        "title": offer.title,
        "employer": offer.employer,
        "pay_a_year": float(offer.pay.a_year) if offer.pay else None,
        "level": offer.level,
        "start": str(offer.start) if offer.start else None,
        "answer_by": str(offer.answer_by) if offer.answer_by else None,
        "verdict": made.verdict,
        "score": screen.number(made.score),
        "raw": screen.number(made.raw),
        "gate": made.gate,
        "answered": round(float(made.answered), 4),
        "open": list(item.open),
        "negotiate": [
            {"factor": factor, "says": says}
            for factor, says in zip(seen.negotiable(place), negotiate_words(seen, place), strict=True)
        ],
    }


def _factor(seen: Comparison, row: FactorRow) -> dict[str, Any]:
    from resumekit.compose.offers_words import answer_words

    rule = seen.offers[0].assessment.rules.factor[row.factor]
    return {
        "factor": row.factor,
        "label": rule.label,
        "weight": rule.weight,
        "ahead": list(row.ahead),
        "answers": [
            {
                "answer": item.answer,
                "says": None if item.answer is None else answer_words(seen, row, place),
                "points": None if points is None else screen.number(points),
                "because": item.because,
                "origin": item.origin,
                "facts": list(item.facts),
            }
            for place, (item, points) in enumerate(zip(row.judged, row.points, strict=True))
        ],
    }


def _swing(swing: Swing, says: str) -> dict[str, Any]:
    return {
        "offer": swing.place,
        "factor": swing.factor,
        "from": swing.old,
        "to": swing.new,
        "verdict": swing.verdict,
        "best_verdict": list(swing.leaders),
        "says": says,
    }


def _swings(seen: Comparison) -> list[str]:
    from resumekit.compose.offers_words import swing_words

    return list(swing_words(seen))
