"""Reservations: the objections of a client's cards in the order in which a thank-you answers them and practice takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resumekit.career.interview_question import trimmed
from resumekit.career.kit_words import Doubt, kit_words
from resumekit.compose.kit import Kit
from resumekit.compose.kit_card import Deck, Objection
from resumekit.compose.kit_lines import language_of, shortened
from resumekit.compose.kit_missing import Asked, missing
from resumekit.compose.kit_objections import objections
from resumekit.document.line import Line, Source
from resumekit.model.credential import Credential
from resumekit.sections.context import name_of
from resumekit.sections.credentials import long_and_short
from resumekit.text.first_person import at_place

MOST_LETTERS = 90
_PAPERS = frozenset({"credential", "education"})


@dataclass(frozen=True, slots=True)
class Reservation:
    """One doubt: its kind, how a sentence names it, what its repair is filled with, and the facts that raise it."""

    kind: Doubt
    name: str
    card: str
    """The title of its objection card."""
    asked: Line
    values: tuple[tuple[str, str], ...] = ()
    held: tuple[Source, ...] = ()
    """A credential that answers it."""

    @property
    def cited(self) -> tuple[Source, ...]:
        return self.asked.sources


def reservations(kit: Kit) -> tuple[Reservation, ...]:
    """Each kind at most once, in the order of the data file; kinds that it does not name stay with their cards."""
    words = kit_words(kit.rules).after
    found = {item.kind: item for item in reversed(list(_found(kit)))}
    return tuple(found[kind] for kind in words.order if kind in found)


def _found(kit: Kit) -> Iterator[Reservation]:
    deck = Deck(kit)
    gaps = iter(missing(deck))
    for card in objections(kit):
        if card.kind == "missing":
            asked = next(gaps)
            yield _named(kit, card, _missing_kind(asked), {"what": _what(kit, asked)})
        elif card.kind == "short_job":
            yield _named(kit, card, card.kind, {"at": _at(deck, card)})
        elif card.kind == "career_change":
            yield _change(deck, card)
        else:
            yield _named(kit, card, card.kind, {})


def _named(
    kit: Kit, card: Objection, kind: Doubt, values: dict[str, str], held: tuple[Source, ...] = ()
) -> Reservation:  # fmt: skip
    name = str(getattr(kit_words(kit.rules).after.name, kind)).format_map(values)
    return Reservation(kind, name, card.title, card.asked, tuple(values.items()), held)


def _what(kit: Kit, asked: Asked) -> str:
    """The must-haves of a card, in the quotation marks of the letter's language."""
    before, after = ("«\u00a0", "\u00a0»") if kit.context.locale.language == "fr" else ("“", "”")
    phrases = [shortened(trimmed(row.requirement.phrase), MOST_LETTERS) for _, row in asked.rows]
    return kit.context.locale.joined([f"{before}{phrase}{after}" for phrase in phrases])


def _missing_kind(asked: Asked) -> Doubt:
    """What stands on paper is missed at once; what is near, or done without a paper, can be talked about."""
    if asked.kind == "years":
        return "missing_years"
    bare = all(row.status == "missing" for _, row in asked.rows)
    return "missing_paper" if bare and asked.kind in _PAPERS else "missing_must"


def _at(deck: Deck, card: Objection) -> str:
    """Where the short job was; the words for several where the card is about more than one, or may not name it."""
    language = language_of(deck.kit)
    roles = list(dict.fromkeys(fact.partition("#")[0] for fact in card.asked.facts))
    held = deck.held(roles[0]) if len(roles) == 1 else None
    place = name_of(held.employer) if held else ""
    if place:
        return at_place(place, language)
    blank = kit_words(deck.kit.rules).after.blank[language]
    return blank.one_job if held else blank.jobs


def _change(deck: Deck, card: Objection) -> Reservation:
    target = deck.kit.context.target
    last = deck.held(deck.seen.last_role)
    before = (last.role.field if last else None) or deck.seen.last_field
    values = {"from": before, "to": (target.field or "") if target else ""}
    credential = _credential(deck)
    if credential is None:
        return _named(deck.kit, card, "career_change", values)
    return _named(
        deck.kit,
        card,
        "career_change",
        {**values, "credential": long_and_short(credential)},
        (Source.fact(credential.key),),
    )


def _credential(deck: Deck) -> Credential | None:
    """A designation that is held, leads the resume, and may be named."""
    facts = deck.kit.context.resume.facts
    leading = (facts.get(key) for key in deck.kit.context.strategy.leading)
    return next(
        (
            item
            for item in leading
            if isinstance(item, Credential) and item.status == "designated" and not item.confidential
        ),
        None,
    )
