"""Part 9 of the interview kit: the practice sheet, scored by hand."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.career.kit_words import kit_words
from resumekit.compose.kit import Kit
from resumekit.compose.kit_lines import discreet, grid, heading, shortened, story_sources, story_words, told
from resumekit.compose.kit_reservations import reservations
from resumekit.document.block import Block, Bullets, Paragraph
from resumekit.document.line import Line

HARDEST = 2
"""So many objections are practised."""
MOST_LETTERS = 66
"""Of a story's name on the sheet: its card has the whole."""


def practice_blocks(kit: Kit) -> list[Block]:
    """What a 4 and a 1 mean, how to practise, and a sheet with empty boxes."""
    words = kit_words(kit.rules).practice
    meanings = ((told(item.name), told(item.four), told(item.one)) for item in words.criterion)
    names = [item.name for item in words.criterion]
    sheet = ((line, *(told("") for _ in names)) for line in _practised(kit))
    blocks: list[Block] = [
        Paragraph(told(words.intro)),
        grid(("What you score", "4 means", "1 means"), meanings),
        heading("Three rounds"), Bullets(tuple(told(text) for text in words.rounds)),
        grid(("What you practise", *names), sheet),
    ]  # fmt: skip
    return discreet(kit, blocks)


def _practised(kit: Kit) -> Iterator[Line]:
    yield told("The opening of 90 seconds")
    for card in kit.stories:
        yield told(shortened(story_words(card), MOST_LETTERS), *story_sources(card))
    for item in reservations(kit)[:HARDEST]:
        yield Line.of([f"{item.card}: ", *item.asked.spans], *item.cited)
