"""Technical questions of the interview kit: how one would do the work of this job."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from resumekit.career.interview_question import duty_of, one_tool_of, says_a_duty, subject_of, tool_of, trimmed
from resumekit.career.kit_words import KitWords
from resumekit.career.story import Placed, Story
from resumekit.compose.kit import Kit
from resumekit.compose.kit_lines import (
    Question,
    language_of,
    named,
    placed_by_requirement,
    shortened,
    story,
    story_sources,
    told,
)
from resumekit.document.line import Line, Source
from resumekit.sections.profile import lowered_term
from resumekit.skills.posting import Posting, Requirement
from resumekit.skills.posting_match import Row
from resumekit.strategy.emphasis import words_of

HALF, TELLING = 0.5, 8
"""A story bears on a duty that names all words of a competency of it, or this share of them in long words."""


def technical(kit: Kit, words: KitWords) -> list[Question]:
    """From the posting's tools, subjects, duties and credentials; then from the framework; then from the field."""
    found = [*_of_posting(kit, words), *_of_framework(kit, words), *_of_field(kit, words)]
    distinct = {item.text.text: item for item in reversed(found)}
    return [item for item in found if distinct[item.text.text] is item][: words.count.technical]


def _of_posting(kit: Kit, words: KitWords) -> list[Question]:
    """A tool, a subject and a duty first; then more of each, then credentials."""
    if kit.match is None:
        return []
    posting, said = kit.match.posting, words.technical
    tools = _asked_for(kit, words, one_tool_of if language_of(kit) == "fr" else tool_of, said.tool)
    subjects = _asked_for(kit, words, subject_of, said.knowledge)
    papers = _asked_for(kit, words, _paper, (said.credential,))
    duties = list(_duties(kit, posting, words))
    return [*tools[:1], *subjects[:1], *duties[: words.count.technical], *tools[1:], *subjects[1:], *papers]


def _paper(requirement: Requirement) -> str:
    return trimmed(requirement.phrase) if requirement.kind == "credential" else ""


def _asked_for(
    kit: Kit, words: KitWords, what_of: Callable[[Requirement], str], templates: tuple[str, ...]
) -> list[Question]:
    """Questions about what the requirements name, must-haves first; each template once."""
    assert kit.match is not None
    placed = placed_by_requirement(kit)
    ordered = sorted(enumerate(kit.match.rows), key=lambda item: item[1].requirement.need != "must")
    named = [(number, row, what) for number, row in ordered if (what := what_of(row.requirement))]
    out = list[Question]()
    for (number, row, what), template in zip(named, templates, strict=False):
        span = row.requirement.span
        text = told(template.format(what=what), Source("posting", f"{span.start}-{span.end}"))
        out.append(Question(text, _method(kit, words, placed.get(number), row)))
    return out


def _duties(kit: Kit, posting: Posting, words: KitWords) -> Iterator[Question]:
    for item in (one for one in posting.duties if says_a_duty(one.text)):
        duty = duty_of(item.text, english=posting.language == "en" and language_of(kit) != "fr")
        template = words.technical.duty if duty.fits else words.technical.duty_quoted
        source = Source("posting", f"{item.span.start}-{item.span.end}")
        yield Question(told(template.format(what=duty.text), source), _own_method(kit, words, item.text))


def _of_framework(kit: Kit, words: KitWords) -> Iterator[Question]:
    """What the target's field asks for and the facts show best."""
    skill_map = kit.basis.skill_map
    if skill_map is None:
        return
    functional = [
        item
        for area in skill_map.areas
        if area.group.kind == "functional"
        for item in area.competencies
    ]  # fmt: skip
    for item in sorted(functional, key=lambda one: (-one.coverage, -one.competency.weight)):
        text = words.technical.competency.format(what=lowered_term(item.competency.name))
        yield Question(told(text, Source("data", item.competency.id)), _own_method(kit, words, item.competency.name))


def _of_field(kit: Kit, words: KitWords) -> Iterator[Question]:
    target = kit.context.target
    if target and (field := target.field):
        what = lowered_term(field) if language_of(kit) == "fr" else named(kit, field)
        for template in words.technical.field:
            yield Question(told(template.format(what=what)), _own_method(kit, words, field))


def _method(kit: Kit, words: KitWords, placed: Placed | None, row: Row) -> Line:
    """The client's own steps, and what shows that they were taken before."""
    if placed and (card := story(kit, placed.story)):
        return told(f"{words.technical.answer}; story {card.number} shows it done.", *story_sources(card))
    if row.evidence:
        first = row.evidence[0]
        near = "comes near it" if row.status == "adjacent" else "shows it"
        return told(f"{words.technical.answer}; “{shortened(first.quote)}” {near}.", Source.fact(first.fact))
    return told(f"{words.technical.answer}; no fact shows it, so say also where you would look and whom you would ask.")


def _own_method(kit: Kit, words: KitWords, text: str) -> Line:
    """The client's own steps, and the story whose competency the words name best."""
    asked_for = words_of(text) - words_of(" ".join(words.technical.generic))
    near = [(_nearness(card, asked_for), card) for card in kit.stories]
    share, card = max(near, key=lambda item: item[0], default=(0.0, None))
    if card is None or share < HALF:
        return told(f"{words.technical.answer}.")
    return told(f"{words.technical.answer}; story {card.number} shows it done.", *story_sources(card))


def _nearness(card: Story, asked_for: frozenset[str]) -> float:
    """The largest share of one of a story's competencies that the words name; short words count only where all do."""
    tags = [words_of(name) for name in card.tags]
    return max((_share(tag, asked_for) for tag in tags if tag), default=0.0)


def _share(tag: frozenset[str], asked_for: frozenset[str]) -> float:
    common = tag & asked_for
    return 1.0 if common == tag else sum(len(word) >= TELLING for word in common) / len(tag)
