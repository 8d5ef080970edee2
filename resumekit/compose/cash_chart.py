"""The chart of a plan: cash by week, the weeks in which an offer is expected shaded, the table of the same beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from resumekit.career.plan import Alternative, SearchPlan
from resumekit.career.runway import Runway, Week
from resumekit.compose.plan_words import alternative_told
from resumekit.document.block import Figure, Table
from resumekit.document.line import Line, Source
from resumekit.render.drawing import Box, Drawing, Ink, Shape, Trace, Words, to_png, to_svg
from resumekit.text.amount import dollars, rounded
from resumekit.themes.theme import Theme

WIDTH_MM = 165
LONGEST = 156
"""Weeks on the chart: beyond three years it says nothing of a search."""
STEPS = (1, 2, 4, 8, 13, 26)
MOST_ROWS = 13
SOURCE = Source("rule", "career.search")

_WIDTH, _LEFT, _RIGHT, _TOP, _BOTTOM, _TYPE = 468.0, 52.0, 458.0, 40.0, 190.0, 8.5
_SHADE, _GRID, _LINE, _THIN = Ink("accent", 0.15), Ink("rule", 0.5), Ink("accent"), Ink("muted")


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where weeks and dollars stand on the sheet."""

    last: int
    low: Fraction
    high: Fraction

    def x(self, week: Fraction | float) -> float:
        return _LEFT + float(week) / self.last * (_RIGHT - _LEFT)

    def y(self, cash: Fraction) -> float:
        return _BOTTOM - float((cash - self.low) / (self.high - self.low)) * (_BOTTOM - _TOP)


def cash_chart(plan: SearchPlan, theme: Theme) -> Figure | None:
    """The figure of a plan; None where no runway is known."""
    if plan.runway is None:
        return None
    other = plan.alternatives[0] if plan.alternatives else None
    drawing = _drawing(plan, plan.runway, other)
    return Figure(
        to_svg(drawing, theme), to_png(drawing, theme), _alt(plan, other),
        Line.of("Cash at the end of each week, and when an offer may be expected", SOURCE),
        WIDTH_MM, week_table(plan, step_for(plan.runway, other)),
    )  # fmt: skip


def _alt(plan: SearchPlan, other: Alternative | None) -> str:
    assert plan.runway is not None
    said = [f"A line of cash by week, from {dollars(plan.runway.start)}"]
    if plan.runway.first_below is not None:
        said.append(f"below zero in week {plan.runway.first_below}")
    if plan.window is not None:
        first, last = map(rounded, plan.window)
        said.append(f"an offer expected between week {first} and week {last}")
    if plan.decision is not None:
        said.append(f"the decision in week {plan.decision.week}")
    if other is not None:
        said.append(f"a thin dashed line for the other way: {other.name}, {alternative_told(other)}")
    return "; ".join(said) + ". The table has the same."


def _drawing(plan: SearchPlan, runway: Runway, other: Alternative | None) -> Drawing:
    lines = [_points(runway), *([_points(other.runway)] if other else [])]
    late = ceil(plan.window[1]) if plan.window else 0
    last = min(max([late, *(len(line) - 1 for line in lines)]) + 1, LONGEST)
    lines = [line[: last + 1] for line in lines]
    cash = [amount for line in lines for amount in line]
    scale = _Scale(last, min(*cash, Fraction()), max(*cash, Fraction(1)))
    shapes = [*_window(plan, scale), *_axes(scale), *_marks(plan, runway, scale)]
    if other:
        shapes.append(Trace(_places(lines[1], scale), 1.0, _THIN, dashed=True))
    shapes.append(Trace(_places(lines[0], scale), 2.0, _LINE))
    shapes += _legend(plan, other)
    return Drawing(_WIDTH, _BOTTOM + 44, tuple(shapes))


def _points(runway: Runway) -> list[Fraction]:
    """Cash at the start and at the end of each week, to the end of the money."""
    last = runway.first_below or len(runway.weeks)
    return [runway.start, *(week.cash for week in runway.weeks[:last])]


def _places(line: list[Fraction], scale: _Scale) -> tuple[tuple[float, float], ...]:
    return tuple((scale.x(week), scale.y(cash)) for week, cash in enumerate(line))


def _window(plan: SearchPlan, scale: _Scale) -> Iterator[Shape]:
    if plan.window is None:
        return
    left, right = (scale.x(min(part, Fraction(scale.last))) for part in plan.window)
    yield Box(left, _TOP, right - left, _BOTTOM - _TOP, _SHADE)


def _axes(scale: _Scale) -> Iterator[Shape]:
    step = _nice(scale.high - scale.low)
    amount = Fraction(-(-scale.low // step) * step)
    while amount <= scale.high:
        y = scale.y(amount)
        yield Trace(((_LEFT, y), (_RIGHT, y)), 0.8 if amount == 0 else 0.4, Ink("text") if amount == 0 else _GRID)
        yield Words(_LEFT - 5, y + 3, _short(amount), _TYPE, "end")
        amount += step
    every = next((step for step in (2, 4, 8, 13, 26) if scale.last / step <= 13), 26)
    for week in range(0, scale.last + 1, every):
        yield Trace(((scale.x(week), _BOTTOM), (scale.x(week), _BOTTOM + 3)), 0.6, Ink("muted"))
        yield Words(scale.x(week) - 2.3 * len(str(week)), _BOTTOM + 12, str(week), _TYPE)
    yield Words(_RIGHT, _BOTTOM + 23, "weeks", _TYPE, "end")


def _short(amount: Fraction) -> str:
    """An amount beside an axis, in millions where it is long."""
    million = 1_000_000
    if abs(amount) < million:
        return dollars(amount)
    return f"{'−' if amount < 0 else ''}${float(abs(amount) / million):g} M"


def _nice(span: Fraction) -> int:
    """A round step that cuts a span of dollars into some five."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if span / (factor * power) <= 6:
                return factor * power
        power *= 10


def _marks(plan: SearchPlan, runway: Runway, scale: _Scale) -> Iterator[Shape]:
    # The end of the money stands higher: its words reach over the line of the decision, which ends below them.
    if plan.decision and 0 < plan.decision.week <= scale.last:
        # A week begins where the one before it ends.
        yield from _mark(scale.x(plan.decision.week - 1), f"decide: week {plan.decision.week}", _TOP - 5, dashed=True)
    if runway.first_below and runway.first_below <= scale.last:
        yield from _mark(scale.x(runway.first_below), f"money ends: week {runway.first_below}", _TOP - 17, dashed=False)


def _mark(x: float, text: str, base: float, *, dashed: bool) -> Iterator[Shape]:
    yield Trace(((x, base - 6), (x, _BOTTOM)), 0.9, Ink("text"), dashed)
    fits = x - 4.8 * len(text) > 0
    yield Words(x - 4 if fits else x + 4, base, text, _TYPE, "end" if fits else "start", bold=True)


def _legend(plan: SearchPlan, other: Alternative | None) -> Iterator[Shape]:
    base = _BOTTOM + 38
    yield Trace(((_LEFT, base - 3), (_LEFT + 18, base - 3)), 2.0, _LINE)
    yield Words(_LEFT + 23, base, plan.scenario, _TYPE)
    left = _LEFT + 36 + 4.4 * len(plan.scenario)
    if other:
        yield Trace(((left, base - 3), (left + 18, base - 3)), 1.0, _THIN, dashed=True)
        ends = other.runway.first_below
        text = f"{other.name}: ends in week {ends}" if ends else other.name
        yield Words(left + 23, base, text, _TYPE)
        left += 36 + 4.4 * len(text)
    if plan.window:
        yield Box(left, base - 7, 18, 8, _SHADE, _GRID)
        yield Words(left + 23, base, "an offer may be expected", _TYPE)


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
    header = tuple(Line.of(title, SOURCE) for title, _ in kept)
    rows = tuple(tuple(Line.of(cells[row] or "–", SOURCE) for _, cells in kept) for row in range(len(parts)))
    return Table(header, rows, numeric=frozenset(range(len(kept))) - {0, 1})


def _numbers(part: tuple[Week, ...]) -> str:
    first, last = part[0].number, part[-1].number
    return str(first) if first == last else f"{first}–{last}"


def _cash_then(runway: Runway, week: int) -> str:
    if runway.first_below is not None and week > runway.first_below:
        return "–"
    return dollars(runway.weeks[min(week, len(runway.weeks)) - 1].cash) if runway.weeks else ""
