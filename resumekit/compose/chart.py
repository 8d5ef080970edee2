"""What charts have in common: one width, cash by week on a plane, a legend, and the figure that a drawing becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from resumekit.document.block import Figure, Table
from resumekit.document.line import Line
from resumekit.render.drawing import Box, Drawing, Ink, Shape, Trace, Words, to_png, to_svg
from resumekit.text.amount import dollars
from resumekit.themes.theme import Theme

WIDTH_MM = 165
WIDTH = 468.0
TYPE = 8.5
SHADE = Ink("accent", 0.15)
"""Of the weeks in which an offer is expected."""
_GRID, _TICK = Ink("rule", 0.5), Ink("muted")
_SWATCH, _LETTER = 18.0, 4.4
"""The width of what a legend explains, and of a letter beside it, at the most."""


def figure_of(drawing: Drawing, theme: Theme, alt: str, caption: Line, data: Table) -> Figure:
    """A drawing as it stands in a document, in words for who cannot see it, with the table of the same."""
    return Figure(to_svg(drawing, theme), to_png(drawing, theme), alt, caption, WIDTH_MM, data)


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line of the chart is drawn, on the plane and in the legend."""

    ink: Ink
    width: float = 2.0
    dashed: bool = False

    def through(self, points: Iterable[tuple[float, float]]) -> Trace:
        return Trace(tuple(points), self.width, self.ink, self.dashed)


@dataclass(frozen=True, slots=True)
class CashPlane:
    """Weeks across, week 0 at the left; dollars up, from `low` to `high`, with zero always between them."""

    top: float
    bottom: float
    weeks: int
    low: Fraction
    high: Fraction
    left: float = 52.0
    right: float = 458.0

    def x(self, week: Fraction | int) -> float:
        return self.left + float(week) / self.weeks * (self.right - self.left)

    def y(self, cash: Fraction) -> float:
        return self.bottom - float((cash - self.low) / (self.high - self.low)) * (self.bottom - self.top)

    def line(self, cash: Iterable[Fraction], stroke: Stroke) -> Trace:
        """Cash at the end of each week, the first of them week 0."""
        return stroke.through((self.x(week), self.y(amount)) for week, amount in enumerate(cash))

    def band(self, first: Fraction, last: Fraction) -> Box:
        """The weeks in which an offer is expected, as far as they are in sight; never too narrow to see."""
        left, right = (self.x(min(week, Fraction(self.weeks))) for week in (first, last))
        return Box(left, self.top, max(right - left, 2.0), self.bottom - self.top, SHADE)

    def level(self, cash: Fraction) -> Trace:
        """A line across; that of zero is the heavier one."""
        y = self.y(cash)
        return Trace(((self.left, y), (self.right, y)), *((0.8, Ink("text")) if cash == 0 else (0.4, _GRID)))

    def amount(self, cash: Fraction) -> Words:
        """What a level stands for, beside the axis."""
        return Words(self.left - 5, self.y(cash) + 3, _short(cash), TYPE, "end")

    def tick(self, week: int, words: str, side: Literal["start", "end"] | None = None) -> Iterator[Shape]:
        """A week at the foot; in the middle below its tick where no `side` is given."""
        x = self.x(week)
        yield Trace(((x, self.bottom), (x, self.bottom + 3)), 0.6, _TICK)
        yield Words(x if side else x - 2.3 * len(words), self.bottom + 12, words, TYPE, side or "start")


def plane_of(lines: Iterable[Iterable[Fraction]], weeks: int, top: float, bottom: float) -> CashPlane:
    """The plane on which all these lines, and zero, are in sight."""
    cash = [amount for line in lines for amount in line]
    low, high = min(*cash, Fraction()), max(*cash, Fraction())
    return CashPlane(top, bottom, weeks, low, high if high > low else low + 1)


def _short(amount: Fraction) -> str:
    """An amount beside an axis, in millions where it is long."""
    million = 1_000_000
    if abs(amount) < million:
        return dollars(amount)
    return f"{'−' if amount < 0 else ''}${round(float(abs(amount) / million), 2):g} M"


def legend(left: float, base: float, entries: Iterable[tuple[str, Stroke | Ink]]) -> Iterator[Shape]:
    """Words beside what they explain, side by side: a line, or a shaded box."""
    for text, mark in entries:
        if isinstance(mark, Stroke):
            yield mark.through(((left, base - 3), (left + _SWATCH, base - 3)))
        else:
            yield Box(left, base - 7, _SWATCH, 8, mark, _GRID)
        yield Words(left + _SWATCH + 5, base, text, TYPE)
        left += 2 * _SWATCH + _LETTER * len(text)
