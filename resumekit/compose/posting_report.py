"""The posting report: what a posting asks for, what the facts answer, and what to do about the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from resumekit.compose.report import paragraph, points, report, say, section, shortened, stem_of, table
from resumekit.document.block import Block, Document
from resumekit.document.line import Line, Source
from resumekit.model.resume import Resume
from resumekit.sections.context import name_of
from resumekit.skills.posting import Pay, Posting
from resumekit.skills.posting_match import ASKED, Answer, PostingMatch, Row, Status
from resumekit.text.deed import capitalized

STATUS_WORDS: dict[Status, str] = {
    "covered": "covered", "adjacent": "adjacent", "not shown": "have it, not shown", "missing": "missing",
}  # fmt: skip
_QUOTE_MOST, _PHRASE_MOST = 110, 300


def compose_posting_report(match: PostingMatch, resume: Resume, *, paper: str = "letter") -> Document:
    """Summary, what to do, requirements with their evidence, knock-out questions, and what the posting leaves open."""
    posting = match.posting
    name = name_of(resume.person)
    return report(
        title=f"Posting and facts: {name}",
        subtitle=" · ".join(part for part in (posting.title, posting.employer) if part),
        author=name,
        stem=stem_of(name, posting.title, kind="Posting"),
        paper=paper,
        sections=[
            section("summary", "At a Glance", [paragraph(line) for line in summary(match)]),
            section("next", "What to Do", points(next_steps(match))),
            section("must", "Must-Haves", _rows(row for row in match.rows if row.requirement.need == "must")),
            section("nice", "Nice to Have", _rows(row for row in match.rows if row.requirement.need == "nice")),
            section("knock-outs", "Questions a Portal Would Ask", _answers(match.answers)),
            section("posting", "About the Posting", points(about(posting))),
        ],
    )


def summary(match: PostingMatch) -> Iterator[str]:
    """What there is to say of the whole, in sentences; never one number for all."""
    if match.musts:
        yield f"{match.musts_covered} of {match.musts} must-haves are covered by the facts{_read_as(match)}."
    else:
        yield "No must-haves were found that facts could cover."
    hidden = match.count("not shown")
    if hidden:
        are = "requirement is" if hidden == 1 else "requirements are"
        yield f"{hidden} {are} met by facts that the resume leaves out."
    said = [
        f"{match.count(status, 'nice')} {STATUS_WORDS[status]}"
        for status in STATUS_WORDS
        if match.count(status, "nice")
    ]
    if said:
        yield f"Nice to have: {', '.join(said)}."


def _read_as(match: PostingMatch) -> str:
    """The coach's rule of thumb for the share: 70 % and more, 50 to 69 %, less."""
    share = match.share_of_musts or 0.0
    if share >= 0.7:
        return ": a good share"
    return ": worth considering" if share >= 0.5 else ": likely a stretch"


def next_steps(match: PostingMatch) -> Iterator[str]:
    """What the coach can do about each requirement that is not covered on the page, those of a kind together."""
    hidden = [row for row in match.rows if row.status == "not shown"]
    musts = [row for row in match.rows if row.requirement.need == "must"]
    near = [row for row in musts if row.status == "adjacent"]
    missing = [row for row in musts if row.status == "missing" and not is_to_ask(row)]
    silent = [row for row in missing if not row.note]
    if hidden:
        yield f"Show what the resume leaves out: {_phrases(hidden)}."
    if near:
        yield f"Word as what it is, and no more, where only something near is told: {_phrases(near)}."
    if silent:
        it = "it" if len(silent) == 1 else "these"
        yield f"Ask the client about {_phrases(silent)}: no fact tells of {it}. Write down what there is; else prepare an answer."
    for row in missing:
        if row.note:
            yield f"Prepare an answer: “{shortened(row.requirement.phrase, _QUOTE_MOST)}” ({row.note})."
    for answer in match.answers:
        if answer.answer == "unknown":
            yield f"Ask the client: {answer.knock_out.question}"


def _phrases(rows: Iterable[Row]) -> str:
    return "; ".join(f"“{shortened(row.requirement.phrase, _QUOTE_MOST)}”" for row in rows)


def is_to_ask(row: Row) -> bool:
    """Whether only the client can say: no fact could have told of it."""
    return row.status == "missing" and row.requirement.kind in ASKED


def status_words(row: Row) -> str:
    """A row's status in words; what only the client can say is asked rather than missing."""
    return "to ask" if is_to_ask(row) else STATUS_WORDS[row.status]


def about(posting: Posting) -> Iterator[str]:
    """Pay, what the posting should say and does not, and what was not read."""
    for pay in posting.pay:
        yield f"Pay: {pay_words(pay)}."
    for flag in posting.flags:
        kind = "a source says so" if flag.basis == "S" else "our judgement"
        yield f"{capitalized(flag.text)} ({kind}: {flag.source})."
    for note in posting.notes:
        yield f"{capitalized(note)}{'' if note.endswith('?') else '.'}"


def pay_words(pay: Pay) -> str:
    """A pay range as a person says it."""
    if pay.low is None:
        said = f"up to ${pay.high:,}"
    elif pay.high is None:
        said = f"from ${pay.low:,}"
    else:
        said = f"${pay.low:,}" if pay.low == pay.high else f"${pay.low:,} to ${pay.high:,}"
    return f"{said} {pay.currency} per {pay.period}" + ("" if pay.period_stated else " (period not stated)")


def _rows(rows: Iterable[Row]) -> list[Block]:
    body = tuple(_row(row) for row in rows)
    if not body:
        return []
    return [table(("Requirement", "Status", "Evidence"), body)]


def _row(row: Row) -> tuple[Line, ...]:
    asked = row.requirement
    place = Source("posting", f"{asked.span.start}-{asked.span.end}")
    facts = tuple(Source.fact(item.fact) for item in row.evidence)
    return (
        say(shortened(asked.phrase, _PHRASE_MOST), place),
        say(status_words(row)),
        say(evidence_words(row) or "–", *facts) if facts else say(row.note or "–"),
    )


def evidence_words(row: Row) -> str:
    """The facts behind a row in their own words, with why each counts."""
    said = [f"“{shortened(item.quote, _QUOTE_MOST)}” ({item.why})" for item in row.evidence]
    return "; ".join([*said, *([row.note] if row.note else [])])


def _answers(answers: Iterable[Answer]) -> list[Block]:
    body = tuple(
        (
            say(item.knock_out.question),
            say(item.answer),
            say(item.because, *(Source.fact(key) for key in item.facts)),
        )
        for item in answers
    )
    return [table(("Question", "Answer", "Because"), body)] if body else []
