"""Part 4 of the interview kit: the questions that are likely, each with what to answer."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.career.asking import asked
from resumekit.career.questions import KitWords, Standard, kit_words
from resumekit.career.story import Placed
from resumekit.compose.kit import Kit
from resumekit.compose.kit_lines import (
    OBJECTIONS,
    POSITIONING,
    Question,
    answer_line,
    grid,
    heading,
    placed_by_requirement,
    story_words,
    told,
)  # fmt: skip
from resumekit.compose.kit_reservations import reservations
from resumekit.compose.kit_technical import technical
from resumekit.document.block import Block
from resumekit.document.line import Line, Source
from resumekit.model.credential import Trait
from resumekit.sections.context import name_of
from resumekit.sections.profile import lowered_term
from resumekit.strategy.history import Held, read_history

_HEADER = ("They may ask", "Answer with")


def question_blocks(kit: Kit) -> list[Block]:
    """One behavioural question for each must-have, three technical ones, five that everybody is asked."""
    words = kit_words(kit.rules)
    groups = (
        ("What you have done: one question for each must-have" if kit.match else "What you have done",
         list(behavioural(kit, words))),
        ("How you would do the work", technical(kit, words)),
        ("What everybody is asked", [_standard(kit, item) for item in words.standard]),
    )  # fmt: skip
    out: list[Block] = []
    for title, questions in groups:
        if questions:
            out += [heading(title), grid(_HEADER, ((item.text, item.answer) for item in questions))]
    return out


def behavioural(kit: Kit, words: KitWords) -> Iterator[Question]:
    """Without a posting: by the competencies that the stories were placed by, or those of the target's framework."""
    if kit.match is None:
        yield from _by_competency(kit, words)
        return
    placed = placed_by_requirement(kit)
    posting = kit.match.posting
    for number, row in enumerate(kit.match.rows):
        if row.requirement.need == "must":
            text = asked(row.requirement, words.behavioural, english=posting.language == "en")
            span = row.requirement.span
            source = Source("posting", f"{span.start}-{span.end}")
            yield Question(told(text, source), answer_line(kit, placed.get(number), row))


def _by_competency(kit: Kit, words: KitWords) -> Iterator[Question]:
    for item in _demands(kit)[: words.count.competencies]:
        text = words.behavioural.depends.format(what=lowered_term(item.demand.text))
        yield Question(told(text), answer_line(kit, item, None))


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
        return told(f"{item.advice}. Yours begins: “{reason}.” ({POSITIONING})", Source.fact(target.key, "reason"))
    return told(f"{item.advice}. Homework: write both, and put the first under 'reason' of the target.")


def _leaving(kit: Kit, item: Standard) -> tuple[str, Line]:
    held = [one for one in read_history(kit.context.resume, kit.context.as_of).held if name_of(one.role)]
    raised = [one for one in reservations(kit) if one.kind in ("short_job", "gap")]
    card = f" The objection card on {raised[0].name} has the sentences ({OBJECTIONS})." if raised else ""
    cited = raised[0].cited if raised else ()
    return _left_or_not(held, item), told(f"{item.advice}.{card}", *cited)


def _left_or_not(held: list[Held], item: Standard) -> str:
    if not held:
        return item.question_none or item.question
    return item.question if held[0].role.is_current else item.question_left or item.question


def _strengths(kit: Kit, item: Standard) -> Line:
    """A stated strength and the story that shows it; what is to be worked on is the client's to say."""
    by_id = {fact.id: key for key, fact in kit.context.resume.facts.items() if fact.id}
    for trait in kit.context.shown((*kit.context.resume.strengths, *kit.context.resume.attributes)):
        cited = (Source.fact(trait.key),)
        return told(f"“{name_of(trait)}”{_shown(kit, trait, by_id)}. {item.advice}.", *cited)
    return told(f"Homework: name one strength, and the story that shows it. {item.advice}.")


def _shown(kit: Kit, trait: Trait, by_id: dict[str, str]) -> str:
    facts = {by_id.get(name, name) for name in trait.shown_by}
    card = next((one for one in kit.stories if one.fact in facts), None)
    return f", shown by {story_words(card).replace('Story', 'story', 1)}" if card else ""
