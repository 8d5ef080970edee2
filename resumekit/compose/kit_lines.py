"""Lines that the parts of the interview kit share: a story named, a requirement's answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from resumekit.career.kit_words import Language
from resumekit.career.story import Placed, Story
from resumekit.compose.discretion import Discretion
from resumekit.compose.holder import UNNAMED
from resumekit.compose.kit import Kit
from resumekit.compose.posting_report import is_to_ask
from resumekit.compose.report import say
from resumekit.document.block import Block, Paragraph, Section, Table
from resumekit.document.line import Line, Source, Span
from resumekit.sections.profile import lowered_term
from resumekit.skills.posting_match import Row

STANDING = Source("data", "questions")
"""The words of career/data/questions.toml."""
POSITIONING, STORIES, OBJECTIONS, DAYS_AND_PROBES, PAY = "part 1", "part 3", "part 5", "part 6", "part 7"
_QUOTE_MOST = 140


@dataclass(frozen=True, slots=True)
class Question:
    """A likely question and what to answer with."""

    text: Line
    answer: Line


def told(text: str, *sources: Source) -> Line:
    """A line of standing words; with sources, of what those say."""
    return say(text, *(sources or (STANDING,)))


def marked(text: str) -> tuple[Span, ...]:
    """The text with what stands in square brackets set as a blank to be filled in."""
    parts = re.split(r"(\[[^\[\]]+\])", text)
    return tuple(Span(part, style="placeholder" if part.startswith("[") else "") for part in parts if part)


def heading(text: str) -> Paragraph:
    """A small heading inside a part."""
    return Paragraph(Line.of(Span(text, strong=True), STANDING))


def grid(header: Iterable[str], rows: Iterable[Iterable[Line]]) -> Table:
    """A table under standing headings."""
    return Table(tuple(told(cell) for cell in header), tuple(tuple(row) for row in rows))


def story(kit: Kit, number: int | None) -> Story | None:
    """The card with this number."""
    return next((card for card in kit.stories if card.number == number), None)


def story_sources(card: Story) -> tuple[Source, ...]:
    return Source.fact(card.fact), Source.fact(card.role)


def story_words(card: Story) -> str:
    """A card as another part names it."""
    return f"Story {card.number}: {card.headline.rstrip('.')}"


def discreet(kit: Kit, blocks: Iterable[Block]) -> list[Block]:
    """The blocks without the names that the client may not give; a cell that cannot be said otherwise says so."""
    discretion = Discretion(kit.context.secrets)
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = tuple(tuple(_discreet(discretion, cell) for cell in row) for row in block.rows)
            out.append(replace(block, rows=rows))
        elif said := Section("kit", None, (block,)).changed(discretion):
            out += said.blocks
    return out


def _discreet(discretion: Discretion, cell: Line) -> Line:
    said = discretion(cell)
    return told(UNNAMED) if said is None else said


def placed_by_requirement(kit: Kit) -> dict[int, Placed]:
    """Which story answers which requirement, by its place among the posting's."""
    return {item.demand.requirement: item for item in kit.placed if item.demand.requirement is not None}


def answer_line(kit: Kit, placed: Placed | None, row: Row | None) -> Line:
    """What to answer with: a story; else the fact that shows it; else homework."""
    if placed and (card := story(kit, placed.story)):
        spare = [other for number in placed.spare[:2] if (other := story(kit, number))]
        also = f"; or story {' or '.join(str(other.number) for other in spare)}" if spare else ""
        cited = [source for one in (card, *spare) for source in story_sources(one)]
        return told(f"{story_words(card)}{also}.", *cited)
    return _without_story(row)


def _without_story(row: Row | None) -> Line:
    if row is None:
        return told("Homework: no story shows it yet; think of one from work, study or volunteering.")
    if is_to_ask(row):
        return told("Only you can say: have the answer, and the paper that shows it, ready.")
    if row.status == "missing":
        why = f" ({row.note})" if row.note else ""
        return told(
            f"Homework: no fact shows it{why}. Find a case, or answer as the objection card says ({OBJECTIONS})."
        )
    quotes = "; ".join(f"“{shortened(item.quote)}”" for item in row.evidence[:2])
    cited = [Source.fact(item.fact) for item in row.evidence[:2]]
    if row.status == "adjacent":
        return told(
            f"What comes near is {quotes}: say it as what it is, and no more, and have one case of it ready.", *cited
        )
    return told(f"Point to {quotes}, and have one case ready in which it counted.", *cited)


def shortened(words: str, most: int = _QUOTE_MOST) -> str:
    """The words, cut between two of them where they are many."""
    return words if len(words) <= most else f"{words[: most - 1].rsplit(' ', 1)[0].rstrip(',;:')} …"


def language_of(kit: Kit) -> Language:
    """The language that the client writes and speaks in: what is sent or said aloud is in it."""
    return "fr" if kit.context.locale.language == "fr" else "en"


def named(kit: Kit, term: str) -> str:
    """A term of the client's own inside an English sentence: in quotation marks where it is in another language."""
    return lowered_term(term) if kit.context.locale.language == "en" else f"“{term}”"
