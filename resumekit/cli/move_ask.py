"""Asking the coach, in a terminal, for the answers that no fact gives."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from resumekit.cli import screen
from resumekit.errors import ResumekitError

if TYPE_CHECKING:
    from resumekit.career.move_words import OpenFactor
    from resumekit.career.offer_assessment import Move

SKIP = ""


def ask_answers(move: Move) -> dict[str, int]:
    """The answers that were given, by factor; one that is skipped is left out.

    Raises:
        ResumekitError: there is no terminal to ask in.
    """
    from resumekit.career.move_words import questions

    if not sys.stdin.isatty():
        raise ResumekitError(
            "--ask needs a terminal; write the answers (0 to 4) under 'answers:' in the offer file instead"
        )
    answers = {}
    for question in questions(move.assessment):
        answer = _ask(question)
        if answer is not None:
            answers[question.factor] = answer
    return answers


def _ask(question: OpenFactor) -> int | None:
    screen.note("")
    screen.note(click.style(question.asks, bold=True))
    if question.so_far:
        screen.note(f"  so far: {question.so_far}")
    for number, words in reversed([*enumerate(question.choices)]):
        screen.note(f"  {number}  {words}")
    while True:
        typed = click.prompt("0 to 4, or Enter to skip", default=SKIP, show_default=False, err=True).strip()
        if typed == SKIP:
            return None
        if typed in {"0", "1", "2", "3", "4"}:
            return int(typed)
        screen.note(f"'{screen.printable(typed)}' is not an answer from 0 to 4")
