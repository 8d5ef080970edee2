"""Objection cards: what a resume and a posting make interviewers ask, and what the client can truly answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resumekit.compose.discretion import Discretion
from resumekit.compose.kit import Kit
from resumekit.compose.kit_card import Deck, Objection
from resumekit.compose.kit_history_cards import (
    change_card,
    gap_cards,
    overqualified_card,
    short_job_cards,
    step_down_card,
)
from resumekit.compose.kit_lines import language_of
from resumekit.compose.kit_missing import flagged, missing, missing_cards, phrase_of, quotations
from resumekit.compose.kit_need import posting_source
from resumekit.compose.report import paragraph, section
from resumekit.document.block import Block, Paragraph
from resumekit.document.line import Line, Source, Span

_MAKERS = (short_job_cards, step_down_card, overqualified_card, gap_cards, change_card, missing_cards)
_RULE = Source("rule", "objections")
_SINGLE = str.maketrans("“”", "‘’")
_INNER = (("«\u00a0", "“"), ("\u00a0»", "”"))
"""The quotation marks inside others, in English and in French."""


def objections(kit: Kit) -> tuple[Objection, ...]:
    """A card for each thing that the resume and the posting make people ask; none where there is nothing."""
    deck = Deck(kit)
    cards = (card for make in _MAKERS for card in make(deck))
    return tuple(deck.ended(card, turn) for turn, card in enumerate(cards))


def objection_blocks(kit: Kit) -> list[Block]:
    """The cards as they stand in the kit; one line where there is nothing to ask."""
    cards = objections(kit)
    if not cards:
        return [paragraph("Nothing in the resume or the posting asks for a special answer.", _RULE)]
    blocks = [block for card in cards for block in _blocks(card, kit)]
    made = section("objections", "Objections", [*_opening(kit), *blocks, *_rest(kit)])
    said = made.changed(Discretion(kit.context.secrets))
    return list(said.blocks) if said else []


def _opening(kit: Kit) -> Iterator[Block]:
    rules = Deck(kit).rules
    text = (
        f"Each answer takes {rules.most_seconds} seconds at most, blames nobody and ends on what they need. "
        "Fill what stands in brackets with your own words, and say it aloud until it sounds like you."
    )
    if kit.context.locale.language != "en":
        text += " Say it in the language of the interview."
    yield paragraph(text, _RULE)


def _blocks(card: Objection, kit: Kit) -> Iterator[Block]:
    yield Paragraph(Line.of(Span(card.title, strong=True), _RULE))
    yield _labelled("They may ask", _quoted(card.asked, language_of(kit)))
    yield _labelled("Behind it", card.behind)
    yield _labelled(f"You can say ({card.seconds} seconds)", card.answer)
    if card.homework:
        yield _labelled("Your homework", Line.of(f"{'; '.join(card.homework)}.", _RULE))


def _labelled(label: str, line: Line) -> Paragraph:
    """A line under its label."""
    return Paragraph(Line.of([Span(f"{label}:", style="label"), Span(" "), *line.spans], *line.sources), "line")


def _quoted(line: Line, language: str) -> Line:
    """A line in quotation marks; those inside it become the marks of a quotation in a quotation."""
    if language == "fr":
        opening, closing = "«\u00a0", "\u00a0»"
        inner = [replace(span, text=_inside(span.text)) for span in line.spans]
    else:
        opening, closing = "“", "”"
        inner = [replace(span, text=span.text.translate(_SINGLE)) for span in line.spans]
    return Line.of([Span(opening), *inner, Span(closing)], *line.sources)


def _inside(text: str) -> str:
    for mark, other in _INNER:
        text = text.replace(mark, other)
    return text


def _rest(kit: Kit) -> Iterator[Block]:
    deck = Deck(kit)
    left = missing(deck)[deck.rules.most_missing :]
    if left:
        phrases = quotations(row for asked in left for _, row in asked.rows)
        yield paragraph(f"The posting also asks for {phrases}; prepare an answer in the same way.", _RULE)
    for row, why in flagged(deck):
        text = (
            f"The posting asks for {phrase_of(row)}: {why}. Answer with work that shows the same, and ask your coach."
        )
        yield paragraph(text, posting_source(row))
