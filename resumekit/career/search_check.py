"""The figures of a search: what is odd in them, and which are missing, by the fields where they go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from resumekit.career.days import is_before, last_day
from resumekit.career.question import Question
from resumekit.career.runway import MIDDLE, works
from resumekit.model.search import Search


def read_figures(search: Search, *, start: date | None) -> tuple[tuple[str, ...], tuple[Question, ...]]:
    """What is odd in the figures, and which are missing, in the order in which a coach would ask."""
    asked = tuple(Question(f"search.{name}", text) for name, text in _missing(search, start))
    return tuple(_odd(search, start)), asked


def _odd(search: Search, start: date | None) -> Iterator[str]:
    ended = last_day(search.last_day)
    past = bool(ended and start and ended < start)
    if search.side_earnings and not search.benefit:
        yield "Side earnings are counted before tax; write 'tax:' under 'search.benefit' to take it off."
    if (side := search.side_earnings) and is_before(side.end, side.start):
        yield "Side earnings end before they start; none are counted. Check both days under 'search.side_earnings'."
    if ended and start and works(search, start + MIDDLE) and search.take_home is None:
        yield "The weeks to the last day are counted without pay, for 'take_home' is not stated."
    if past and search.leaving == "employed":
        yield "The last day of work has passed, and 'leaving' still says that the job goes on."
    if past and search.severance and search.severance.net:
        yield "Severance is added to the savings. Where it was among them when they were counted, write 'net: 0'."


def _missing(search: Search, start: date | None) -> Iterator[tuple[str, str]]:
    if search.savings is None:
        yield "savings", "How much is set aside for the search?"
    if search.essentials is None:
        yield "essentials", "What must be paid a month: rent, food, insurance, debt?"
    if search.leaving is None and search.benefit is None:
        yield "leaving", "How did the last job end, or does it go on?"
    if search.take_home is None and (works(search, start + MIDDLE) if start else search.leaving == "employed"):
        yield "take_home", "What does the job bring a month, after tax?"
    if start is None:
        yield "counted_on", "On which day was the money counted? Without a day nothing has a date."
    if search.other_income is None:
        yield "other_income", "What else comes in a month, after tax? Nothing is counted so far; write 0 if that is so."
