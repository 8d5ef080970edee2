"""The chart of the simulator: cash by week on both ways, the expected offer window shaded, the data beside it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from resumekit.career.simulate import Simulation
from resumekit.career.simulate_money import CashLine
from resumekit.compose.chart import SHADE, TYPE, WIDTH, CashPlane, Stroke, figure_of, legend, plane_of
from resumekit.compose.report import table
from resumekit.compose.simulator_words import ACCEPT, cash_table, quarters, searching_words, week_words
from resumekit.document.block import Figure, Table
from resumekit.document.line import Line, Source
from resumekit.render.drawing import Drawing, Ink, Shape
from resumekit.text.amount import dollars
from resumekit.themes.theme import Theme

_SOURCE = Source("data", "simulate")
_ABOVE, _BELOW = 16.0, 14.0
"""Room for the legend above the plane, and for the weeks below it."""


def cash_figure(seen: Simulation, theme: Theme, *, height: float = 118.0) -> Figure | None:
    """Both lines, or the one that is known; None where neither is. `height` is of the plot with its words."""
    lines = _lines(seen)
    if not lines:
        return None
    drawing = Drawing(WIDTH, height, tuple(_shapes(seen, lines, height)))
    return figure_of(drawing, theme, _alt(seen, lines), Line.of(_caption(seen), _SOURCE), _data(seen))


def _lines(seen: Simulation) -> dict[str, CashLine]:
    named = {ACCEPT: seen.accept.line, searching_words(seen): seen.search.line}
    return {name: line for name, line in named.items() if line is not None}


def _window(seen: Simulation) -> tuple[Fraction, Fraction] | None:
    """Weeks from now between which the search is expected to bring an offer; None where that is not known."""
    if seen.search.median is None or seen.search.late is None or seen.search.median >= seen.rules.weeks:
        return None
    return seen.search.median, min(seen.search.late, Fraction(seen.rules.weeks))


def _caption(seen: Simulation) -> str:
    return f"Cash at the end of each week, without a new offer{_expected(seen)}"


def _expected(seen: Simulation) -> str:
    if window := _window(seen):
        return f"; shaded, weeks {ceil(window[0])} to {ceil(window[1])}: when an offer is expected from the search"
    return f"; from the search one is expected after week {seen.rules.weeks}" if seen.search.median is not None else ""


def _alt(seen: Simulation, lines: dict[str, CashLine]) -> str:
    told = [f"{name}: {_told(line)}" for name, line in lines.items()]
    window = _window(seen)
    expected = f" An offer is expected between {week_words(window[0])} and {week_words(window[1])}." if window else ""
    return f"Lines of cash over {seen.rules.weeks} weeks. {'; '.join(told)}.{expected}"


def _told(line: CashLine) -> str:
    weeks = len(line.cash) - 1
    below = "" if line.first_below is None else f", below zero from week {line.first_below}"
    return f"{dollars(line.cash[0])} today, {dollars(line.cash[weeks])} after {weeks} weeks{below}"


def _data(seen: Simulation) -> Table:
    header, *rows = cash_table(seen)
    return table(header, rows, _SOURCE, numeric=range(1, len(header)))


def _shapes(seen: Simulation, lines: dict[str, CashLine], height: float) -> Iterator[Shape]:
    plane = plane_of((line.cash for line in lines.values()), seen.rules.weeks, _ABOVE, height - _BELOW)
    window = _window(seen)
    if window:
        yield plane.band(*window)
    for cash in dict.fromkeys((plane.high, Fraction(), plane.low)):
        yield plane.level(cash)
    for cash in _told_beside(plane):
        yield plane.amount(cash)
    for week in quarters(plane.weeks):
        words = "today" if week == 0 else f"week {week}"
        yield from plane.tick(week, words, "end" if week == plane.weeks else "start")
    strokes = {name: _stroke(name) for name in lines}
    for name, line in lines.items():
        yield plane.line(line.cash, strokes[name])
    yield from legend(plane.left, 9, [*strokes.items(), *([("offer expected", SHADE)] if window else [])])


def _stroke(name: str) -> Stroke:
    return Stroke(Ink("accent")) if name == ACCEPT else Stroke(Ink("text"), dashed=True)


def _told_beside(plane: CashPlane) -> Iterator[Fraction]:
    """Amounts beside the axis, none over another."""
    yield Fraction()
    for cash in (plane.high, plane.low):
        if abs(plane.y(cash) - plane.y(Fraction())) > TYPE + 2:
            yield cash
