"""The chart of the simulator: cash by week on both ways, the expected offer window shaded, the data beside it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import Literal

from resumekit.career.simulate import Simulation
from resumekit.career.simulate_money import CashLine
from resumekit.compose.simulator_words import ACCEPT, cash_table, quarters, searching_words, week_words
from resumekit.document.block import Figure, Table
from resumekit.document.line import Line, Source
from resumekit.render.drawing import Box, Drawing, Ink, Shape, Trace, Words, to_png, to_svg
from resumekit.text.amount import dollars
from resumekit.themes.theme import Theme

WIDTH_MM = 165
_WIDTH, _LEFT, _RIGHT, _TOP, _TYPE = 468.0, 52.0, 460.0, 16.0, 8.0
_SOURCE = Source("data", "simulate")
Side = Literal["start", "end"]


def cash_figure(seen: Simulation, theme: Theme, *, height: float = 118.0) -> Figure | None:
    """Both lines, or the one that is known; None where neither is. `height` is of the plot with its words."""
    lines = _lines(seen)
    if not lines:
        return None
    drawing = _Plot(seen, lines, height).drawing()
    return Figure(
        to_svg(drawing, theme),
        to_png(drawing, theme),
        _alt(seen, lines),
        Line.of(_caption(seen), _SOURCE),
        WIDTH_MM,
        _data(seen),
    )


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
    header, *rows = (tuple(Line.of(word, _SOURCE) for word in row) for row in cash_table(seen))
    return Table(header, tuple(rows), numeric=frozenset(range(1, len(header))))


class _Plot:
    """Weeks across, dollars up; zero is always in sight."""

    def __init__(self, seen: Simulation, lines: dict[str, CashLine], height: float) -> None:
        self.seen, self.lines, self.height = seen, lines, height
        self.bottom = height - 14
        every = [cash for line in lines.values() for cash in line.cash]
        self.high, self.low = max(*every, Fraction()), min(*every, Fraction())

    def drawing(self) -> Drawing:
        return Drawing(_WIDTH, self.height, (*self._ground(), *self._traces(), *self._legend()))

    def _x(self, week: float | Fraction) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * float(week) / self.seen.rules.weeks, 2)

    def _y(self, cash: Fraction) -> float:
        whole = self.high - self.low or Fraction(1)
        return round(self.bottom - (self.bottom - _TOP) * float((cash - self.low) / whole), 2)

    def _ground(self) -> Iterator[Shape]:
        """The window, the level of zero, and the words at both axes."""
        if window := _window(self.seen):
            first, last = map(self._x, window)
            yield Box(first, _TOP, max(last - first, 2), self.bottom - _TOP, Ink("accent", 0.12))
        for cash in dict.fromkeys((self.high, Fraction(), self.low)):
            y = self._y(cash)
            yield Trace(((_LEFT, y), (_RIGHT, y)), 0.8 if cash == 0 else 0.3, Ink("text", 0.5))
        for cash in self._told():
            yield Words(_LEFT - 5, self._y(cash) + 3, dollars(cash), _TYPE, "end")
        for week in quarters(self.seen.rules.weeks):
            x = self._x(week)
            side: Side = "end" if week == self.seen.rules.weeks else "start"
            yield Trace(((x, self.bottom), (x, self.bottom + 3)), 0.5, Ink("text", 0.5))
            yield Words(x, self.height - 2, "today" if week == 0 else f"week {week}", _TYPE, side)

    def _told(self) -> Iterator[Fraction]:
        """Amounts beside the axis, none over another."""
        yield Fraction()
        for cash in (self.high, self.low):
            if abs(self._y(cash) - self._y(Fraction())) > _TYPE + 2:
                yield cash

    def _traces(self) -> Iterator[Shape]:
        for name, line in self.lines.items():
            points = tuple((self._x(week), self._y(cash)) for week, cash in enumerate(line.cash))
            yield Trace(points, 1.8, Ink("accent") if name == ACCEPT else Ink("text"), dashed=name != ACCEPT)

    def _legend(self) -> Iterator[Shape]:
        left = _LEFT
        for name in self.lines:
            ink = Ink("accent") if name == ACCEPT else Ink("text")
            yield Trace(((left, 6), (left + 22, 6)), 1.8, ink, dashed=name != ACCEPT)
            yield Words(left + 27, 9, name, _TYPE)
            left += 40 + len(name) * 4.4
        if _window(self.seen):
            yield Box(left, 2, 16, 8, Ink("accent", 0.12), Ink("accent", 0.4))
            yield Words(left + 21, 9, "offer expected", _TYPE)
