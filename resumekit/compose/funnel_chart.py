"""The chart of a funnel: for each door and for the interviews a bar for all and one for what went on, counts beside."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.career.funnel_reading import FunnelReading, Rate, Stage, span
from resumekit.compose.chart import WIDTH, figure_of
from resumekit.compose.report import table
from resumekit.document.block import Figure, Table
from resumekit.document.line import Line, Source
from resumekit.render.drawing import Box, Drawing, Ink, Words
from resumekit.text.amount import percent
from resumekit.themes.theme import Theme

SHOWN: dict[Stage, tuple[str, str]] = {
    "application": ("Targeted applications", "led to an interview"),
    "referral": ("Referrals", "led to an interview"),
    "untargeted": ("Sent unchanged", "led to an interview"),
    "interview": ("Interviews held", "led to an offer"),
}
"""Each stage as its two bars are called, in the order they are drawn in."""
SOURCE = Source("data", "applications")

_BAR, _STEP, _GAP, _TYPE = 11.0, 15.0, 6.0, 9.0
_LABEL_END, _BAR_START, _BAR_MOST, _AFTER = 118.0, 125.0, 170.0, 6.0
_ALL, _ON, _EDGE = Ink("accent", 0.3), Ink("accent"), Ink("accent", 0.6)


def funnel_chart(reading: FunnelReading, theme: Theme) -> Figure | None:
    """The figure of every stage that something reached; None where nothing did."""
    rates = [rate for stage in SHOWN if (rate := reading.rate(stage)) and rate.trials]
    if not rates:
        return None
    caption = "What was sent, and how much of it went on; the referrals and what was sent unchanged apart"
    alt = f"Bars by stage. {'; '.join(map(_told, rates))}."
    return figure_of(_drawing(rates), theme, alt, Line.of(caption, SOURCE), _data(rates, reading.rules.confidence))


def _told(rate: Rate) -> str:
    """A stage in words, for who cannot see the bars."""
    reached, on = SHOWN[rate.stage]
    return f"{reached}: {rate.trials}, of which {rate.successes} {on}"


def _data(rates: list[Rate], confidence: float) -> Table:
    rows = [
        (SHOWN[rate.stage][0], str(rate.trials), f"{rate.successes} {SHOWN[rate.stage][1]}",
         percent(rate.interval.rate), span(rate.interval))
        for rate in rates
        if rate.interval
    ]  # fmt: skip
    header = ("Stage", "Count", "Went on", "Rate", f"{percent(confidence)} interval")
    return table(header, rows, SOURCE, numeric=(1, 3))


def _drawing(rates: list[Rate]) -> Drawing:
    most = max(rate.trials for rate in rates)
    shapes: list[Box | Words] = []
    top = 4.0
    for rate in rates:
        shapes += _pair(rate, most, top)
        top += 2 * _STEP + _GAP
    return Drawing(WIDTH, top, tuple(shapes))


def _pair(rate: Rate, most: int, top: float) -> Iterator[Box | Words]:
    reached, on = SHOWN[rate.stage]
    yield from _bar(reached, rate.trials, most, top, _ALL, str(rate.trials), bold=True)
    yield from _bar(on, rate.successes, most, top + _STEP, _ON, f"{rate.successes} ({rate.told()})")


def _bar(
    label: str, count: int, most: int, top: float, fill: Ink, words: str, *, bold: bool = False
) -> Iterator[Box | Words]:
    base = top + _BAR - 2
    yield Words(_LABEL_END, base, label, _TYPE, "end", bold)
    width = _BAR_MOST * count / most
    if count:
        yield Box(_BAR_START, top, width, _BAR, fill, _EDGE)
    yield Words(_BAR_START + width + _AFTER, base, words, _TYPE, bold=bold)
