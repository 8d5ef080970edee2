"""Part 4 of the interview kit: the questions that are likely, each with what to answer."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.career.interview_question import asked
from resumekit.career.kit_words import Behavioural, KitWords, Standard, kit_words
from resumekit.career.story import Placed
from resumekit.compose.kit import Kit
from resumekit.compose.kit_lines import (
    OBJECTIONS,
    POSITIONING,
    Question,
    answer_line,
    discreet,
    grid,
    heading,
    language_of,
    named,
    placed_by_requirement,
    story_words,
    told,
)  # fmt: skip
from resumekit.compose.kit_reservations import reservations
from resumekit.compose.kit_technical import technical
from resumekit.document.block import Block, Paragraph
from resumekit.document.line import Line, Source
from resumekit.model.credential import Trait
from resumekit.sections.context import name_of
from resumekit.sections.profile import lowered_term
from resumekit.skills.posting import Posting
from resumekit.skills.posting_match import Row
from resumekit.strategy.history import Held, read_history

PLANNED = frozenset({"contract", "temporary", "agency", "co-op", "acting"})
_HEADER = ("They may ask", "Answer with")


def question_blocks(kit: Kit) -> list[Block]:
    """One behavioural question for each must-have, three technical ones, five that everybody is asked."""
    words = kit_words(kit.rules)
    words = words.in_french() if language_of(kit) == "fr" else words
    done = "What you have done: one question for each must-have" if kit.match else "What you have done"
    groups = (
        (done, "", list(behavioural(kit, words))),
        ("How you would do the work", words.technical.intro, technical(kit, words)),
        ("What everybody is asked", "", [_standard(kit, item) for item in words.standard]),
    )
    out: list[Block] = []
    for title, intro, questions in groups:
        if questions:
            lead = [Paragraph(told(intro))] if intro else []
            out += [heading(title), *lead, grid(_HEADER, ((item.text, item.answer) for item in questions))]
    return discreet(kit, out)


def behavioural(kit: Kit, words: KitWords) -> Iterator[Question]:
    """Without a posting: by the competencies that the stories were placed by, or those of the target's framework."""
    if kit.match is None:
        yield from _by_competency(kit, words)
        return
    placed, words_for = placed_by_requirement(kit), words.behavioural
    posting = kit.match.posting
    for number, row in enumerate(kit.match.rows):
        if row.requirement.need == "must":
            span = row.requirement.span
            text = asked(row.requirement, words_for, english=posting.language == "en", french=language_of(kit) == "fr")
            answer = _flagged(posting, row, words_for) or answer_line(kit, placed.get(number), row)
            yield Question(told(text, Source("posting", f"{span.start}-{span.end}")), answer)


def _flagged(posting: Posting, row: Row, words: Behavioural) -> Line | None:
    """What to do about a must-have that a posting may not ask for."""
    span = row.requirement.span
    for flag in posting.flags:
        if flag.span and flag.span.start < span.end and span.start < flag.span.end:
            rule = Source("rule", flag.code)
            return told(words.flagged.format(flag=flag.text, source=flag.source), rule)
    return None


def _by_competency(kit: Kit, words: KitWords) -> Iterator[Question]:
    for item in _demands(kit)[: words.count.competencies]:
        # What keeps its capital inside a sentence is a name: Excel, SQL, Power BI.
        is_tool = kit.context.locale.language == "en" and lowered_term(item.demand.text)[:1].isupper()
        template = words.behavioural.tool if is_tool else words.behavioural.depends
        what = lowered_term(item.demand.text) if language_of(kit) == "fr" else named(kit, item.demand.text)
        yield Question(told(template.format(what=what)), answer_line(kit, item, None))


def _demands(kit: Kit) -> list[Placed]:
    return [item for item in kit.placed if item.demand.kind == "competency"]


def _standard(kit: Kit, item: Standard) -> Question:
    text, answer = item.question, told(f"{item.advice}.")
    match item.id:
        case "yourself":
            answer = told(f"{item.advice}.")
        case "why":
            answer = _why(kit, item)
        case "leaving":
            text, answer = _leaving(kit, item)
        case "strengths":
            answer = _strengths(kit, item)
    return Question(told(text), answer)


def _why(kit: Kit, item: Standard) -> Line:
    """The client's own reason, where it is stated."""
    target = kit.context.target
    if target and target.reason:
        reason = target.reason.rstrip(".")
        return told(f"{item.advice}. Yours begins: “{reason}.” (see {POSITIONING})", Source.fact(target.key, "reason"))
    return told(f"{item.advice}. Homework: write both, and put the first under 'reason' of the target.")


def _leaving(kit: Kit, item: Standard) -> tuple[str, Line]:
    held = [one for one in read_history(kit.context.resume, kit.context.as_of).held if name_of(one.role)]
    now = bool(held) and held[0].role.is_current
    kinds = ("short_job", "career_change") if now else ("short_job", "gap", "career_change")
    raised = [one for kind in kinds for one in reservations(kit) if one.kind == kind]
    card = f" The objection card “{raised[0].card}” has the sentences ({OBJECTIONS})." if raised else ""
    cited = raised[0].cited if raised else ()
    return _left_or_not(held, item), told(f"{item.advice}.{card}", *cited)


def _left_or_not(held: list[Held], item: Standard) -> str:
    if held and held[0].role.is_current:
        return item.question
    # A term that was meant to end was not left.
    left = held and held[0].role.employment not in PLANNED
    return (item.question_left if left else item.question_none) or item.question


def _strengths(kit: Kit, item: Standard) -> Line:
    """A stated strength and the story that shows it; what is to be worked on is the client's to say."""
    by_id = {fact.id: key for key, fact in kit.context.resume.facts.items() if fact.id}
    for trait in kit.context.shown((*kit.context.resume.strengths, *kit.context.resume.attributes)):
        cited = (Source.fact(trait.key),)
        return told(f"“{name_of(trait)}”{_shown(kit, trait, by_id)}. Homework: {item.advice}.", *cited)
    return told(f"Homework: one strength, and the story that shows it; and {item.advice}.")


def _shown(kit: Kit, trait: Trait, by_id: dict[str, str]) -> str:
    facts = {by_id.get(name, name) for name in trait.shown_by}
    card = next((one for one in kit.stories if one.fact in facts), None)
    return f", shown by {story_words(card).replace('Story', 'story', 1)}" if card else ""
