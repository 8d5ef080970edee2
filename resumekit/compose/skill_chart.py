"""The chart of a map: an area a row, a box a competency, shaded by how far it is shown, the data beside it."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.compose.chart import WIDTH, figure_of
from resumekit.compose.report import table
from resumekit.compose.skill_words import BANDS, counted, told_counts
from resumekit.document.block import Figure, Table
from resumekit.document.line import Line, Source
from resumekit.render.drawing import Box, Drawing, Ink, Words
from resumekit.skills.match import Band
from resumekit.skills.skill_map import AreaCoverage, SkillMap
from resumekit.themes.theme import Theme

_ROW, _BAR, _TYPE = 19.0, 11.0, 9.0
_LABEL_END, _BAR_START, _BAR_END, _WORD_START = 198.0, 206.0, 382.0, 390.0
_GAP = 2.0
_LONGEST_LABEL = 46

SHADES: dict[Band, Ink] = {
    "demonstrated": Ink("accent"),
    "partial": Ink("accent", 0.5),
    "suggested": Ink("accent", 0.15),
    "gap": Ink("accent", 0.0),
}
"""Each is told from the next in print without colours; the words beside a bar say the same."""
_EDGE = Ink("accent", 0.6)


def coverage_chart(skill_map: SkillMap, theme: Theme) -> Figure:
    """The figure of all areas that have competencies, in the framework's order."""
    areas = [area for area in skill_map.areas if area.competencies]
    source = Source("data", skill_map.framework.id)
    told = "; ".join(f"{area.group.name}: {BANDS[area.band].lower()} ({told_counts(area)})" for area in areas)
    alt = f"Bars by area of {skill_map.framework.name}. {told}."
    caption = Line.of("What the client’s experience shows, area by area; each box is one competency", source)
    return figure_of(_drawing(areas), theme, alt, caption, _data(areas, source))


def _data(areas: list[AreaCoverage], source: Source) -> Table:
    rows = [(area.group.name, *(str(count or "–") for count in counted(area).values())) for area in areas]
    header = ("Competencies of each area", *BANDS.values())
    return table(header, rows, source, numeric=range(1, len(header)))


def _drawing(areas: list[AreaCoverage]) -> Drawing:
    shapes: list[Box | Words] = []
    for row, area in enumerate(areas):
        shapes += _row(area, row * _ROW + 5)
    top = len(areas) * _ROW + 13
    shapes += _legend(top)
    return Drawing(WIDTH, top + 14, tuple(shapes))


def _row(area: AreaCoverage, top: float) -> Iterator[Box | Words]:
    base = top + _BAR - 2
    yield Words(_LABEL_END, base, _shortened(area.group.name), _TYPE, "end")
    bands = [band for band, count in counted(area).items() for _ in range(count)]
    gap = _GAP if len(bands) < 30 else 0.0
    width = (_BAR_END - _BAR_START + gap) / len(bands) - gap
    for place, band in enumerate(bands):
        yield Box(_BAR_START + place * (width + gap), top, width, _BAR, SHADES[band], _EDGE)
    yield Words(_WORD_START, base, BANDS[area.band], _TYPE, bold=area.band == "demonstrated")


def _legend(top: float) -> Iterator[Box | Words]:
    left = _BAR_START
    for band, words in BANDS.items():
        yield Box(left, top, _BAR, 8, SHADES[band], _EDGE)
        yield Words(left + _BAR + 4, top + 7, words, 8)
        left += _BAR + 14 + len(words) * 4


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1].rstrip(' ,')}…"
