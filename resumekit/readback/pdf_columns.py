"""Columns and tables of a PDF page: where words stand side by side, and how a machine reads across them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from resumekit.readback.foreign import Feature, ForeignLine
from resumekit.readback.header import is_place
from resumekit.readback.pdf_page import PageText, Segment

_ALIGNED = 3.0
_LEAST = 4
_CROSSING = 0.12
_DATED = re.compile(r"\b(?:19|20)\d{2}\b|\b\d{1,2}/\d{2,4}\b|\b\d+ (?:years?|months?|ans?|mois)\b", re.IGNORECASE)
_SHORT = 32
_SAME_HEIGHT = 4
_ROWS = 3
"""So many rows with three things side by side are a table."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A segment with the number of its line and its height."""

    left: float
    right: float
    y: float
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class _Gutter:
    """An edge where a right-hand column begins: what stands on both sides of it."""

    x: float
    left: tuple[_Part, ...]
    right: tuple[_Part, ...]

    @property
    def is_grid(self) -> bool:
        """Whether one side is the dates and places of the entries on the other, not a column of its own."""
        return _is_grid_of_dates(self.left) or _is_grid_of_dates(self.right)


def set_columns(page: PageText) -> None:
    """Note the page's columns and tables among its features, and in its lines which column each is in."""
    wide = _wide(page.segments)
    parts = [
        _Part(segment.left, segment.right, line.y, number, segment.text)
        for number, (line, segments) in enumerate(zip(page.lines, page.segments, strict=True), start=1)
        for segment in segments
        if number not in wide
    ]
    gutter = _best(parts, page.width)
    if gutter is not None and gutter.is_grid:
        page.features += _drifting(page, gutter)
    elif gutter is not None:
        page.features.append(_columns(page, gutter))
        _number(page, gutter)
    page.features += _table(page, sorted(wide))
    page.features += _order(page)


def _best(parts: list[_Part], width: float) -> _Gutter | None:
    """The gutter with the most words on its poorer side; None when the words stand in one column."""
    edges: Counter[float] = Counter()
    for part in parts:
        edges[round(part.left / _ALIGNED)] += 1
    found: list[_Gutter] = []
    for edge, count in edges.items():
        if count >= _LEAST - 1 and edge * _ALIGNED > width * 0.12:
            gutter = _gutter(parts, edge * _ALIGNED)
            if gutter is not None:
                found.append(gutter)
    return max(found, key=_weight, default=None)


def _weight(gutter: _Gutter) -> tuple[int, int]:
    sides = [sum(len(part.text) for part in side) for side in (gutter.left, gutter.right)]
    return min(sides), len(gutter.right)


def _gutter(parts: list[_Part], x: float) -> _Gutter | None:
    aligned = [part for part in parts if abs(part.left - x) <= _ALIGNED]
    if len({round(part.y) for part in aligned}) < _LEAST:
        return None
    low, high = min(part.y for part in aligned) - 2, max(part.y for part in aligned) + 2
    beside = [part for part in parts if low <= part.y <= high]
    left = tuple(part for part in beside if part.right <= x - _ALIGNED)
    right = tuple(part for part in beside if part.left >= x - _ALIGNED)
    crossing = len(beside) - len(left) - len(right)
    if len({round(part.y) for part in left}) < _LEAST or crossing > _CROSSING * len(beside):
        return None
    return None if _is_bullets(left) else _Gutter(x, left, right)


def _is_grid_of_dates(side: Iterable[_Part]) -> bool:
    side = [part for part in side if len(part.text) > 3]
    told = sum(1 for part in side if len(part.text) <= _SHORT and (_DATED.search(part.text) or is_place(part.text)))
    dated = sum(1 for part in side if len(part.text) <= _SHORT and _DATED.search(part.text))
    return dated > 0 and told * 2 >= len(side)


def _is_bullets(side: Iterable[_Part]) -> bool:
    """Whether a side is the bullets or numbers of a list, which stand before their words."""
    lengths = [len(part.text) for part in side]
    return sum(1 for length in lengths if length <= 3) * 2 > len(lengths)


def _columns(page: PageText, gutter: _Gutter) -> Feature:
    sides = [(part.line, 1) for part in gutter.left] + [(part.line, 2) for part in gutter.right]
    both = {line for line, side in sides if side == 1} & {line for line, side in sides if side == 2}
    order = [side for _, side in sorted(sides)]
    switches = sum(1 for one, two in pairwise(order) if one != two)
    first = min(gutter.right, key=lambda part: part.line)
    example = page.lines[min(both) - 1].text if both else first.text
    if both:
        detail = f"{len(both)} lines are read across both columns"
    elif switches > 3:
        detail = f"a machine goes {switches} times from one column to the other"
    else:
        detail = "this file has one column after the other; a reader that goes by the lines mixes them"
    return Feature("columns", page.number, min(both) if both else first.line, example, detail, max(len(both), 2))


def _drifting(page: PageText, gutter: _Gutter) -> list[Feature]:
    """Dates at the side that a machine reads apart from the titles they belong to, after a point or another line."""
    grid, others = (gutter.right, gutter.left) if _is_grid_of_dates(gutter.right) else (gutter.left, gutter.right)
    beside = {part.line for part in others}
    apart = [part for part in grid if part.line not in beside and _DATED.search(part.text)]
    among = [part for part in apart if any(abs(part.y - other.y) < _SAME_HEIGHT for other in others)]
    if not among:
        return []
    detail = "set in a column at the side, and read apart from what stands beside it"
    return [Feature("order", page.number, among[0].line, among[0].text, detail, len(among))]


def _number(page: PageText, gutter: _Gutter) -> None:
    left, right = ({part.line for part in side} for side in (gutter.left, gutter.right))
    for number in (left | right) - (left & right):
        line: ForeignLine = page.lines[number - 1]
        page.lines[number - 1] = replace(line, column=1 if number in left else 2)


def _wide(rows: list[list[Segment]]) -> set[int]:
    """The numbers of lines with three things and more side by side; none where there are few such lines."""
    found = {number for number, row in enumerate(rows, start=1) if len(row) > 2 and len(row[0].text) > 2}
    return found if len(found) >= _ROWS else set()


def _table(page: PageText, wide: list[int]) -> list[Feature]:
    """Rows of three things and more side by side, which are a table or are read as one."""
    if not wide:
        return []
    first = page.lines[wide[0] - 1].text.replace("\t", " / ")
    return [Feature("table", page.number, wide[0], first, f"{len(wide)} rows of three things side by side", len(wide))]


def _order(page: PageText) -> list[Feature]:
    """Where a machine goes back up the page: it reads in another order than the eye."""
    jumps = [
        (number, line)
        for number, (before, line) in enumerate(pairwise(page.lines), start=2)
        if before.column == line.column and line.y > before.y + 1.5 * max(line.size, 8)
    ]
    if not jumps:
        return []
    number, line = jumps[0]
    before = page.lines[number - 2].text
    return [
        Feature(
            "order", page.number, number, line.text, f"read after '{before[:60]}', which stands below it", len(jumps)
        )
    ]
