"""Accept now or keep searching, on one page: the verdict, both ways side by side, the cash, the studies, what would flip it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resumekit.career.move import Flip, Verdict
from resumekit.career.move_words import open_flips
from resumekit.career.simulate import Simulation
from resumekit.compose.move_report import verdict_paragraph
from resumekit.compose.offers_words import would_words
from resumekit.compose.report import labelled, long_day, note, report, say, section, stem_of, table
from resumekit.compose.simulator_chart import cash_figure
from resumekit.compose.simulator_words import ACCEPT, Cell, searching_words, standing_words, way_rows
from resumekit.document.block import Block, Document, Figure, Paragraph, Section, Table
from resumekit.document.line import Line, Source, Span
from resumekit.model.resume import Resume
from resumekit.sections.context import name_of
from resumekit.text.deed import capitalized
from resumekit.themes.theme import Theme

_MOVE, _SIMULATE, _STUDIES = Source("rule", "move"), Source("data", "simulate"), Source("data", "evidence")

MOST_FILL = 0.975
"""Of the page, as it is reckoned: programs break lines each in their own way."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How much is put on the page: of what would flip the verdict, of the chart, of the studies told in full.

    The rest of the studies are named with their limits; what they found stands in the table.
    """

    flips: int
    chart: float
    studies: int = 20
    clauses: int = 4
    """Of one verdict that another answer would bring; the rest are counted."""
    whole: bool = True
    """Whether what is to be minded of the money stands here too, or in the search plan alone."""


_ROOMS = (
    _Room(3, 140), _Room(3, 110), *(_Room(2, 90, studies) for studies in (20, 5, 4, 3, 2, 1)),
    _Room(1, 90, 1), _Room(1, 90, 0), _Room(1, 66, 0), _Room(1, 66, 0, clauses=2, whole=False),
    _Room(1, 60, 0, clauses=1, whole=False), _Room(0, 60, 0, whole=False),
)  # fmt: skip
"""From what is wished to what is needed; the first that fits one page is taken."""


def compose_simulator_report(seen: Simulation, resume: Resume, *, theme: Theme, paper: str = "letter") -> Document:
    """The page, in the theme's colours; with as much of what would change the verdict as it has room for."""
    from resumekit.render.layout import measure
    from resumekit.themes.template import lower

    figures: dict[float, Figure | None] = {}
    for room in _ROOMS:
        if room.chart not in figures:
            figures[room.chart] = cash_figure(seen, theme, height=room.chart)
        document = _document(seen, resume, figures[room.chart], paper, room)
        layout = measure(lower(document, theme), theme)
        if layout.pages == 1 and layout.last_page_fill <= MOST_FILL:
            break
    return document


def _document(seen: Simulation, resume: Resume, figure: Figure | None, paper: str, room: _Room) -> Document:
    name = name_of(resume.person)
    day = f" · {long_day(seen.plan.as_of)}" if seen.plan.as_of else ""
    return report(
        title="Accept Now or Keep Searching?",
        subtitle=f"{name}: {seen.offer.called}{day}",
        author=name,
        stem=stem_of(name, seen.offer.employer, kind="Accept-or-Search"),
        paper=paper,
        sections=[
            Section("ways", None, (verdict_paragraph(seen.assessment), _table(seen), *([figure] if figure else []))),
            section("flips", "What Would Change the Verdict", _flips(seen, room)),
            Section("evidence", None, tuple(_evidence(seen, room))),
        ],
    )


def _table(seen: Simulation) -> Table:
    rows = [(row.label, _cell(row.accept), _cell(row.search)) for row in way_rows(seen)]
    return table(("To weigh", ACCEPT, searching_words(seen)), rows, _SIMULATE)


def _cell(cell: Cell) -> Line:
    return say(cell.text, *(map(Source.fact, cell.facts) if cell.facts else (_SIMULATE,)))


def _flips(seen: Simulation, room: _Room) -> Iterator[Block]:
    """The answers that would change the verdict, a line for each other verdict, the better ones first."""
    made = seen.assessment
    groups: dict[Verdict, list[Flip]] = {}
    for flip in sorted(open_flips(made), key=lambda flip: (flip.factor == "need", -flip.score)):
        groups.setdefault(flip.verdict, []).append(flip)
    for verdict, flips in list(groups.items())[: room.flips]:
        clauses = "; ".join(would_words(made.rules, flip.factor, flip.new) for flip in flips[: room.clauses])
        more = f"; {len(flips) - room.clauses} more" if len(flips) > room.clauses else ""
        yield labelled(capitalized(made.rules.verdict[verdict].name), f"{clauses}{more}.", _MOVE)


def _evidence(seen: Simulation, room: _Room) -> Iterator[Block]:
    if seen.studies:
        said = [
            f" [{number}] {study.told() if number <= room.studies else f'{study.short} ({study.limits}).'}"
            for number, study in enumerate(seen.studies, 1)
        ]
        yield Paragraph(Line.of([Span("Studies, of others:", style="label"), *said], _STUDIES), "note")
    yield note(" ".join(standing_words(seen, whole=room.whole)), _MOVE)
