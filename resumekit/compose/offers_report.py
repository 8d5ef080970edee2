"""The comparison of offers as a document: factors in rows, offers in columns, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from resumekit.career.compare import Comparison, FactorRow
from resumekit.career.move_words import evidence
from resumekit.compose.offers_words import (
    LANGUAGE,
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
from resumekit.compose.report import report, section, stem_of
from resumekit.document.block import Block, Bullets, Document, Paragraph, Table
from resumekit.document.line import Line, Source, Span
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.sections.context import name_of
from resumekit.text.dates import format_long
from resumekit.text.locale import load_locale

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
    held = [Line.of(text, Source.fact(aim.key)) for text in held_words(aim)] if aim else []
    name = name_of(resume.person)
    locale = load_locale(LANGUAGE)
    day = f" · {format_long(as_of, locale)}" if as_of else ""
    first = (*standing_words(seen), *due_words(seen, as_of, locale))
    return report(
        title=f"Offers compared: {name}",
        subtitle=f"{' | '.join(item.label for item in seen.offers)}{day}",
        author=name,
        stem=f"{stem_of(name)}-Offers".lstrip("-"),
        paper=paper,
        sections=[
            section(
                "standing",
                "At a Glance",
                [Bullets((*_lines(first), *held))],
            ),
            section("table", "Side by Side", _tables(seen)),
            section("verdicts", "What the Verdicts Mean", _verdicts(seen)),
            section("negotiate", "What to Negotiate", _each(seen, negotiate_words, "; ")),
            section("change", "What Would Change It", _changes(seen)),
            section("open", "Still to Be Asked", _each(seen, open_words, " ")),
            section("reading", "How to Read This", _reading(seen, resume)),
        ],
    )


def _lines(texts: Iterable[str], *sources: Source) -> tuple[Line, ...]:
    return tuple(Line.of(text, *(sources or (_COMPARE,))) for text in texts)


def _tables(seen: Comparison) -> Iterator[Block]:
    for first in range(0, len(seen.offers), MOST_COLUMNS):
        yield _table(seen, range(first, min(first + MOST_COLUMNS, len(seen.offers))))
    yield Paragraph(
        Line.of("A number is the answer, from 4 (best) to 0. In bold: the best answer where answers differ.", _COMPARE),
        "note",
    )


def _table(seen: Comparison, places: Sequence[int]) -> Table:
    head = [
        tuple(_head(text, label) for text in (label, *(cells[place] for place in places)))
        for label, cells in head_rows(seen, load_locale(LANGUAGE))
    ]
    rows = [(_label(seen, row), *(_cell(seen, row, place) for place in places)) for row in seen.rows]
    return Table(_lines(["Factor (weight)", *(seen.offers[place].label for place in places)]), (*head, *rows))


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
        yield Paragraph(_labelled(f"{words.name[:1].upper()}{words.name[1:]} ({names})", words.says), "line")


def _labelled(label: str, text: str) -> Line:
    return Line.of([Span(f"{label}:", style="label"), f" {text}"], _MOVE)


def _each(seen: Comparison, words: Callable[[Comparison, int], Iterator[str]], between: str) -> Iterator[Block]:
    for place, item in enumerate(seen.offers):
        if said := between.join(words(seen, place)):
            yield Paragraph(_labelled(item.name, said if said.endswith("?") else f"{said}."), "line")


def _changes(seen: Comparison) -> Iterator[Block]:
    if said := _lines(swing_points(seen)):
        yield Bullets(said)
    for text in () if said else no_swing(seen):
        yield Paragraph(Line.of(text, _COMPARE))


def _reading(seen: Comparison, resume: Resume) -> Iterator[Block]:
    rules = rules_of(seen)
    yield Bullets(_lines(reading_words(seen)))
    if _may_be_on_benefits(resume):
        yield Paragraph(Line.of(rules.benefits_warning, _MOVE))
    studies = dict.fromkeys(study for item in seen.offers for study in evidence(item.assessment))
    told = " ".join(study.told() for study in studies)
    yield Paragraph(Line.of(f"Found of others, not of this client: {told}", _STUDIES), "note")


def _may_be_on_benefits(resume: Resume) -> bool:
    """Whether a refusal could touch benefits: always, unless it is stated that the last job goes on."""
    return resume.search is None or resume.search.leaving != "employed"
