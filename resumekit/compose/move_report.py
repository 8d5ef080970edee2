"""The report on a move: verdict, factors, gate, what would change it, what to agree on, what to ask, which studies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from resumekit.career import move_words
from resumekit.career.forecast import Forecast
from resumekit.career.move import Assessment, Judged
from resumekit.career.offer_assessment import Move
from resumekit.compose.report import report, section, stem_of
from resumekit.document.block import Block, Bullets, Document, Paragraph, Table
from resumekit.document.line import Line, Source, Span
from resumekit.sections.context import name_of

RULE = Source("rule", "move")
STUDIES = Source("data", "evidence")
FORECAST = Source("rule", "forecast")


def compose_move_report(move: Move, *, paper: str = "letter") -> Document:
    """The assessment on a page or two, for coach and client."""
    made, name = move.assessment, name_of(move.resume.person)
    words = made.rules.words
    return report(
        title=f"Is This Move Strategic? {name}",
        subtitle=move.offer.called,
        author=name,
        stem=f"{stem_of(name, move.offer.employer)}-Move".lstrip("-"),
        paper=paper,
        sections=[
            section("verdict", "Verdict", _verdict(move)),
            section("factors", "The Nine Factors", [_factors(made)]),
            section("flips", "What Would Change It", _flips(made)),
            section("negotiate", "Agree on Before the Answer", _listed(map(_sentence, move_words.negotiate(made)))),
            section("forecast", "The Next Resume", _forecast(move.forecast)),
            section("questions", "To Ask", _questions(made)),
            section("evidence", "What Studies Found", [_bullets((item.told() for item in move.evidence), STUDIES)]),
            section("reading", "How to Read It", _listed((words.judgement, words.promise, words.privacy))),
        ],
    )


def _verdict(move: Move) -> Iterator[Block]:
    made = move.assessment
    aim = (Source.fact(move.target.key),) if move.target else (RULE,)
    yield Paragraph(Line.of(f"{move_words.seen_from(move.target, move.day)}.", *aim), "line")
    yield Paragraph(Line.of([Span(f"{_capital(move_words.headline(made))}.", strong=True),
                             f" {made.rules.verdict[made.verdict].says}"], RULE))  # fmt: skip
    yield _bullets(move_words.reasons(made), RULE)
    for warning in (*([move.at_stake] if move.at_stake else ()), *move.warnings):
        yield Paragraph(Line.of([Span("Mind:", style="label"), f" {_sentence(warning)}"], RULE), "line")


def _factors(made: Assessment) -> Table:
    header = tuple(Line.of(word, RULE) for word in ("Factor", "Answer", "Weight", "Points", "Why"))
    return Table(header, tuple(_row(made, item) for item in made.judged), numeric=frozenset({2, 3}))


def _row(made: Assessment, item: Judged) -> tuple[Line, ...]:
    rule, points = made.rules.factor[item.factor], made.points(item.factor)
    answer = "to ask" if item.answer is None else f"{item.answer} of 4: {rule.answers[item.answer]}"
    facts = tuple(Source.fact(key) for key in item.facts) or (RULE,)
    return (
        Line.of(rule.label, RULE),
        Line.of(answer, *facts),
        Line.of(str(rule.weight), RULE),
        Line.of("–" if points is None else move_words.shown(points), RULE),
        Line.of(move_words.why(item) or "–", *facts),
    )


def _flips(made: Assessment) -> Iterator[Block]:
    for title, flips in move_words.flip_groups(made):
        yield Paragraph(Line.of([Span(f"{title}:", style="label")], RULE), "line")
        yield _bullets((move_words.flip_words(made, flip) for flip in flips), RULE)


def _forecast(made: Forecast) -> Iterator[Block]:
    first, *rest = move_words.job_lines(made)
    yield Paragraph(Line.of(first, FORECAST))
    if rest:
        yield _bullets(rest, FORECAST)
    if made.staying:
        yield Paragraph(Line.of("The search itself would add:", FORECAST))
        yield Bullets(tuple(
            Line.of(item.text, *(tuple(map(Source.fact, item.facts)) or (FORECAST,))) for item in made.staying
        ))  # fmt: skip
    else:
        yield Paragraph(Line.of(move_words.NOTHING_PLANNED, FORECAST))


def _questions(made: Assessment) -> list[Block]:
    return _listed(move_words.question_words(item) for item in move_words.questions(made))


def _listed(texts: Iterable[str]) -> list[Block]:
    texts = list(texts)
    return [_bullets(texts, RULE)] if texts else []


def _bullets(texts: Iterable[str], source: Source) -> Bullets:
    return Bullets(tuple(Line.of(text, source) for text in texts))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    return _capital(text) + ("" if text.endswith(".") else ".")
