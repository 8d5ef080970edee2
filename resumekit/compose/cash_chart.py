"""The chart of a plan: cash by week, the weeks in which an offer is expected shaded, the table of the same beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import islice
from math import ceil

from resumekit.career.plan import Alternative, SearchPlan
from resumekit.career.runway import Runway, Week
from resumekit.compose.chart import SHADE, TYPE, WIDTH, CashPlane, Stroke, figure_of, legend, plane_of
from resumekit.compose.plan_words import alternative_told
from resumekit.compose.report import table
from resumekit.document.block import Figure, Table
from resumekit.document.line import Line, Source
from resumekit.render.drawing import Drawing, Ink, Shape, Trace, Words
from resumekit.text.amount import dollars, rounded
from resumekit.themes.theme import Theme

LONGEST = 156
"""Weeks on the chart: beyond three years it says nothing of a search."""
STEPS = (1, 2, 4, 8, 13, 26)
MOST_ROWS = 13
SOURCE = Source("rule", "career.search")

_HIGH, _ROW = 150.0, 12.0
"""The height of the plane, and of a row of words above it."""
_LINE, _THIN = Stroke(Ink("accent")), Stroke(Ink("muted"), 1.0, dashed=True)


def cash_chart(plan: SearchPlan, theme: Theme) -> Figure | None:
    """The figure of a plan; None where no runway is known."""
    if plan.runway is None:
        return None
    other = plan.alternatives[0] if plan.alternatives else None
    return figure_of(
        _drawing(plan, plan.runway, other), theme, _alt(plan, plan.runway, other),
        Line.of("Cash at the end of each week, and when an offer may be expected", SOURCE),
        week_table(plan, step_for(plan.runway, other)),
    )  # fmt: skip


def _alt(plan: SearchPlan, runway: Runway, other: Alternative | None) -> str:
    said = [f"A line of cash by week, from {dollars(runway.start)}"]
    if runway.first_below is not None:
        said.append(f"below zero in week {runway.first_below}")
    if plan.window is not None:
        first, last = map(rounded, plan.window)
        said.append(f"an offer expected between week {first} and week {last}")
    if plan.decision is not None:
        said.append(f"the decision in week {plan.decision.week}")
    if other is not None:
        said.append(f"a thin dashed line for the other way: {other.name}, {alternative_told(other)}")
    return "; ".join(said) + ". The table has the same."


def _drawing(plan: SearchPlan, runway: Runway, other: Alternative | None) -> Drawing:
    lines = [_cash(runway), *([_cash(other.runway)] if other else [])]
    late = ceil(plan.window[1]) if plan.window else 0
    weeks = min(max([late, *(len(line) - 1 for line in lines)]) + 1, LONGEST)
    lines = [line[: weeks + 1] for line in lines]
    marks = list(_marks(plan, runway, weeks))
    # Where nothing is marked, there is still half an amount beside the axis.
    top = len(marks) * _ROW + 4
    plane = plane_of(lines, weeks, top, top + _HIGH)
    shapes = [
        *([plane.band(*plan.window)] if plan.window else []),
        *_axes(plane),
        *_marked(marks, plane),
        *(plane.line(line, _THIN) for line in lines[1:]),
        plane.line(lines[0], _LINE),
        *legend(plane.left, plane.bottom + 38, _legend(plan, other)),
    ]
    return Drawing(WIDTH, plane.bottom + 44, tuple(shapes))


def _cash(runway: Runway) -> list[Fraction]:
    """Cash at the start and at the end of each week, to the end of the money."""
    return [runway.start, *(week.cash for week in islice(runway.weeks, runway.first_below))]


def _axes(plane: CashPlane) -> Iterator[Shape]:
    step = _nice(plane.high - plane.low)
    amount = Fraction(-(-plane.low // step) * step)
    while amount <= plane.high:
        yield from (plane.level(amount), plane.amount(amount))
        amount += step
    every = next((step for step in STEPS[1:] if plane.weeks / step <= MOST_ROWS), STEPS[-1])
    for week in range(0, plane.weeks + 1, every):
        yield from plane.tick(week, str(week))
    yield Words(plane.right, plane.bottom + 23, "weeks", TYPE, "end")


def _nice(span: Fraction) -> int:
    """A round step that cuts a span of dollars into some five."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if span / (factor * power) <= 6:
                return factor * power
        power *= 10


def _marks(plan: SearchPlan, runway: Runway, weeks: int) -> Iterator[tuple[int, str, bool]]:
    """The weeks to mark that are in sight, with their words; whether the line is dashed.

    The end of the money stands higher: its words reach over the line of the decision, which ends below them.
    """
    if runway.first_below and runway.first_below <= weeks:
        yield runway.first_below, f"money ends: week {runway.first_below}", False
    if plan.decision and 0 < plan.decision.week <= weeks:
        # A week begins where the one before it ends.
        yield plan.decision.week - 1, f"decide: week {plan.decision.week}", True


def _marked(marks: Iterable[tuple[int, str, bool]], plane: CashPlane) -> Iterator[Shape]:
    for row, (week, text, dashed) in enumerate(marks):
        x, base = plane.x(week), row * _ROW + 11
        yield Trace(((x, base - 6), (x, plane.bottom)), 0.9, Ink("text"), dashed)
        fits = x - 4.8 * len(text) > 0
        yield Words(x - 4 if fits else x + 4, base, text, TYPE, "end" if fits else "start", bold=True)


def _legend(plan: SearchPlan, other: Alternative | None) -> Iterator[tuple[str, Stroke | Ink]]:
    yield plan.scenario, _LINE
    if other:
        ends = other.runway.first_below
        yield f"{other.name}: ends in week {ends}" if ends else other.name, _THIN
    if plan.window:
        yield "an offer may be expected", SHADE


def step_for(runway: Runway, other: Alternative | None = None) -> int:
    """So many weeks to a row that a table stays on its page."""
    number = _rows_of(runway, other)
    return next((step for step in STEPS if number / step <= MOST_ROWS), STEPS[-1])


def _rows_of(runway: Runway, other: Alternative | None) -> int:
    ends = [item.first_below for item in (runway, *([other.runway] if other else [])) if item.first_below]
    return min(max(ends, default=len(runway.weeks)), LONGEST)


def week_table(plan: SearchPlan, step: int = 1) -> Table:
    """The weeks up to the end of the money, `step` of them a row: what comes in, what goes out, what is there then.

    A column in which there is nothing is left out; the first alternative has a column of its own.
    """
    runway, other = plan.runway, plan.alternatives[0] if plan.alternatives else None
    assert runway is not None
    shown = runway.weeks[: _rows_of(runway, other)]
    parts = [shown[start : start + step] for start in range(0, len(shown), step)]
    columns: list[tuple[str, list[str]]] = [
        ("Weeks" if step > 1 else "Week", [_numbers(part) for part in parts]),
        ("From", [part[0].begins.isoformat() if part[0].begins else "" for part in parts]),
    ]
    for title, name in (("Income", "income"), ("Benefits", "benefit"), ("Side earnings", "side"), ("Goes out", "out")):
        sums = [sum((getattr(week, name) for week in part), Fraction()) for part in parts]
        columns.append((title, [dollars(amount) if amount else "" for amount in sums]))
    columns.append(("Cash then", [dollars(part[-1].cash) for part in parts]))
    if other:
        columns.append((f"Cash, {other.name}", [_cash_then(other.runway, part[-1].number) for part in parts]))
    kept = [(title, cells) for title, cells in columns if any(cells)]
    rows = zip(*([cell or "–" for cell in cells] for _, cells in kept), strict=True)
    return table([title for title, _ in kept], rows, SOURCE, numeric=range(2, len(kept)))


def _numbers(part: tuple[Week, ...]) -> str:
    first, last = part[0].number, part[-1].number
    return str(first) if first == last else f"{first}–{last}"


def _cash_then(runway: Runway, week: int) -> str:
    if runway.first_below is not None and week > runway.first_below:
        return "–"
    return dollars(runway.weeks[min(week, len(runway.weeks)) - 1].cash) if runway.weeks else ""
