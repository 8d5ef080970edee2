"""The report on a move: verdict, factors, gate, what would change it, what to agree on, what to ask, which studies."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.career import move_words
from resumekit.career.forecast import Forecast
from resumekit.career.move import Assessment, Judged
from resumekit.career.offer_assessment import Move
from resumekit.compose.report import labelled, paragraph, points, report, say, section, stem_of, table
from resumekit.document.block import Block, Document, Paragraph, Table
from resumekit.document.line import Line, Source, Span
from resumekit.sections.context import name_of
from resumekit.text.deed import capitalized

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
        stem=stem_of(name, move.offer.employer, kind="Move"),
        paper=paper,
        sections=[
            section("verdict", "Verdict", _verdict(move)),
            section("factors", "The Nine Factors", [_factors(made)]),
            section("flips", "What Would Change It", _flips(made)),
            section(
                "negotiate", "Agree on Before the Answer", points(map(_sentence, move_words.negotiate(made)), RULE)
            ),
            section("forecast", "The Next Resume", _forecast(move.forecast)),
            section("questions", "To Ask", _questions(made)),
            section("evidence", "What Studies Found", points((item.told() for item in move.evidence), STUDIES)),
            section("reading", "How to Read It", points((words.judgement, words.promise, words.privacy), RULE)),
        ],
    )


def _verdict(move: Move) -> Iterator[Block]:
    made = move.assessment
    aim = (Source.fact(move.target.key),) if move.target else (RULE,)
    yield Paragraph(Line.of(f"{move_words.seen_from(move.target, move.day)}.", *aim), "line")
    yield verdict_paragraph(made)
    yield from points(move_words.reasons(made), RULE)
    for warning in (*([move.at_stake] if move.at_stake else ()), *move.warnings):
        yield labelled("Mind", _sentence(warning), RULE)


def verdict_paragraph(made: Assessment) -> Paragraph:
    """The verdict in bold, and what it says of the move."""
    headline = Span(f"{capitalized(move_words.headline(made))}.", strong=True)
    return Paragraph(Line.of([headline, f" {made.rules.verdict[made.verdict].says}"], RULE))


def _factors(made: Assessment) -> Table:
    header = ("Factor", "Answer", "Weight", "Points", "Why")
    return table(header, [_row(made, item) for item in made.judged], RULE, numeric=(2, 3))


def _row(made: Assessment, item: Judged) -> tuple[str | Line, ...]:
    rule, gained = made.rules.factor[item.factor], made.points(item.factor)
    answer = "to ask" if item.answer is None else f"{item.answer} of 4: {rule.answers[item.answer]}"
    facts = tuple(Source.fact(key) for key in item.facts) or (RULE,)
    return (
        rule.label,
        say(answer, *facts),
        str(rule.weight),
        "–" if gained is None else move_words.shown(gained),
        say(move_words.why(item) or "–", *facts),
    )


def _flips(made: Assessment) -> Iterator[Block]:
    for title, flips in move_words.flip_groups(made):
        yield Paragraph(Line.of([Span(f"{title}:", style="label")], RULE), "line")
        yield from points((move_words.flip_words(made, flip) for flip in flips), RULE)


def _forecast(made: Forecast) -> Iterator[Block]:
    first, *rest = move_words.job_lines(made)
    yield paragraph(first, FORECAST)
    yield from points(rest, FORECAST)
    yield paragraph("The search itself would add:" if made.staying else move_words.NOTHING_PLANNED, FORECAST)
    yield from points(
        say(item.text, *(map(Source.fact, item.facts) if item.facts else (FORECAST,))) for item in made.staying
    )


def _questions(made: Assessment) -> list[Block]:
    return points((move_words.question_words(item) for item in move_words.questions(made)), RULE)


def _sentence(text: str) -> str:
    return capitalized(text) + ("" if text.endswith(".") else ".")
