"""The comparison of offers as a document: factors in rows, offers in columns, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from resumekit.career.compare import Comparison, FactorRow
from resumekit.career.move_words import evidence
from resumekit.compose.offers_words import (
    VERDICT,
    answer_words,
    because_words,
    due_words,
    head_rows,
    held_words,
    negotiate_words,
    no_swing,
    open_words,
    reading_words,
    rules_of,
    standing_words,
    swing_points,
)
from resumekit.compose.report import labelled, long_day, note, paragraph, points, report, say, section, stem_of, table
from resumekit.document.block import Block, Document, Table
from resumekit.document.line import Line, Source, Span
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.sections.context import name_of
from resumekit.text.deed import capitalized

MOST_COLUMNS = 4
"""Offers in one table, so that a column stays wide enough to read; more go into a second table."""
_MOVE, _COMPARE, _STUDIES = Source("data", "move"), Source("data", "compare"), Source("data", "evidence")


def compose_offers_report(
    seen: Comparison,
    resume: Resume,
    *,
    target: Target | None = None,
    paper: str = "letter",
    as_of: date | None = None,
) -> Document:
    """Who is ahead and by what, the table, what to negotiate, what would change it, and what is still to be asked.

    `target` is the one that the offers were held against, the client's first by default.
    """
    aim = target or resume.target()
    held = [say(text, Source.fact(aim.key)) for text in held_words(aim)] if aim else []
    name = name_of(resume.person)
    day = f" · {long_day(as_of)}" if as_of else ""
    return report(
        title=f"Offers compared: {name}",
        subtitle=f"{' | '.join(item.label for item in seen.offers)}{day}",
        author=name,
        stem=stem_of(name, kind="Offers"),
        paper=paper,
        sections=[
            section(
                "standing",
                "At a Glance",
                points((*standing_words(seen), *due_words(seen, as_of), *held), _COMPARE),
            ),
            section("table", "Side by Side", _tables(seen)),
            section("verdicts", "What the Verdicts Mean", _verdicts(seen)),
            section("negotiate", "What to Negotiate", _each(seen, negotiate_words, "; ")),
            section("change", "What Would Change It", _changes(seen)),
            section("open", "Still to Be Asked", _each(seen, open_words, " ")),
            section("reading", "How to Read This", _reading(seen, resume)),
        ],
    )


def _tables(seen: Comparison) -> Iterator[Block]:
    for first in range(0, len(seen.offers), MOST_COLUMNS):
        yield _table(seen, range(first, min(first + MOST_COLUMNS, len(seen.offers))))
    yield note("A number is the answer, from 4 (best) to 0. In bold: the best answer where answers differ.", _COMPARE)


def _table(seen: Comparison, places: Sequence[int]) -> Table:
    head = [
        tuple(_head(text, label) for text in (label, *(cells[place] for place in places)))
        for label, cells in head_rows(seen)
    ]
    rows = [(_label(seen, row), *(_cell(seen, row, place) for place in places)) for row in seen.rows]
    header = ["Factor (weight)", *(seen.offers[place].label for place in places)]
    return table(header, [*head, *rows], _COMPARE)


def _head(text: str, label: str) -> Line:
    return Line.of(Span(text, strong=label == VERDICT), _COMPARE)


def _label(seen: Comparison, row: FactorRow) -> Line:
    rule = rules_of(seen).factor[row.factor]
    return Line.of(f"{rule.label} ({rule.weight})", _MOVE)


def _cell(seen: Comparison, row: FactorRow, place: int) -> Line:
    item = row.judged[place]
    said = answer_words(seen, row, place)
    told = said if item.answer is None else f"{item.answer}: {said}"
    spans = (Span(told, strong=place in row.ahead), Span(because_words(seen, row, place)))
    return Line.of(spans, _MOVE, *map(Source.fact, item.facts))


def _verdicts(seen: Comparison) -> Iterator[Block]:
    rules = rules_of(seen)
    for verdict in dict.fromkeys(item.assessment.verdict for item in seen.offers):
        words = rules.verdict[verdict]
        names = ", ".join(item.name for item in seen.offers if item.assessment.verdict == verdict)
        yield labelled(f"{capitalized(words.name)} ({names})", words.says, _MOVE)


def _each(seen: Comparison, words: Callable[[Comparison, int], Iterator[str]], between: str) -> Iterator[Block]:
    for place, item in enumerate(seen.offers):
        if said := between.join(words(seen, place)):
            yield labelled(item.name, said if said.endswith("?") else f"{said}.", _MOVE)


def _changes(seen: Comparison) -> list[Block]:
    return points(swing_points(seen), _COMPARE) or [paragraph(text, _COMPARE) for text in no_swing(seen)]


def _reading(seen: Comparison, resume: Resume) -> Iterator[Block]:
    yield from points(reading_words(seen), _COMPARE)
    if _may_be_on_benefits(resume):
        yield paragraph(rules_of(seen).benefits_warning, _MOVE)
    studies = dict.fromkeys(study for item in seen.offers for study in evidence(item.assessment))
    told = " ".join(study.told() for study in studies)
    yield note(f"Found of others, not of this client: {told}", _STUDIES)


def _may_be_on_benefits(resume: Resume) -> bool:
    """Whether a refusal could touch benefits: always, unless it is stated that the last job goes on."""
    return resume.search is None or resume.search.leaving != "employed"
