"""Must-haves that the facts do not show: what is near each, how soon it can be had; never claimed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resumekit.compose.kit_answer import Sentence, Slot, fill
from resumekit.compose.kit_card import Deck, Objection
from resumekit.compose.kit_history_cards import expected_of
from resumekit.compose.kit_need import posting_source, quoted
from resumekit.document.line import Source
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Project, Volunteering
from resumekit.model.credential import Course, Credential, Education, Language, Skill
from resumekit.model.fact import Fact
from resumekit.model.role import Role
from resumekit.sections.context import name_of
from resumekit.sections.credentials import long_and_short
from resumekit.sections.profile import lowered
from resumekit.skills.posting import Flag
from resumekit.skills.posting_match import ASKED, Row
from resumekit.text.first_person import at_place
from resumekit.text.french_speech import of, the_language

GATHERED = frozenset({"skill", "tool", "quality"})
"""Kinds that go on one card together, where nothing is near."""
MOST_PHRASE_WORDS = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """Must-haves that are answered on one card, by their places among the posting's rows."""

    kind: str
    """The requirement's, or "quality"."""
    rows: tuple[tuple[int, Row], ...]

    def what(self, deck: Deck) -> str:
        """What is asked for, in the posting's words."""
        rows = [row for _, row in self.rows]
        if deck.is_french:
            return deck.speech.listed([deck.quoted(phrase_of(row).strip("“”")) for row in rows])
        return quotations(rows)

    @property
    def form(self) -> str:
        """Which words of the rules ask for it and open the answer."""
        if self.kind == "quality":
            return "quality"
        if self.rows[0][1].status == "adjacent":
            return "near_several" if len(self.rows) > 1 else "near"
        return "several" if len(self.rows) > 1 or self.kind == "years" else "one"


def quotations(rows: Iterable[Row]) -> str:
    """Requirements in the posting's words, each in quotation marks: “a”, “b” and “c”."""
    *front, last = map(phrase_of, rows)
    return f"{', '.join(front)} and {last}" if front else last


def phrase_of(row: Row) -> str:
    """A requirement in the posting's words, in quotation marks."""
    words = quoted(row.requirement.phrase).split()
    return f"“{' '.join(words)}”" if len(words) <= MOST_PHRASE_WORDS else f"“{' '.join(words[:MOST_PHRASE_WORDS])} …”"


def missing(deck: Deck) -> tuple[Asked, ...]:
    """Every must-have that no fact covers, the weightiest first, those without anything near before the others."""
    rows = [(number, row) for number, row in _uncovered(deck) if not _flags(deck, row)]
    kinds = {number: _kind(deck, row) for number, row in rows}
    weight = deck.rules.weight
    rows.sort(key=lambda item: (-weight.get(kinds[item[0]], 0), item[1].status == "adjacent", item[0]))
    return tuple(_gathered([(kinds[number], number, row) for number, row in rows], deck.rules.most_phrases))


def flagged(deck: Deck) -> Iterator[tuple[Row, str]]:
    """Must-haves that a posting should not name, with why: no card is made for them."""
    for _, row in _uncovered(deck):
        for flag in _flags(deck, row):
            yield row, flag.text


def _uncovered(deck: Deck) -> list[tuple[int, Row]]:
    return [
        (number, row)
        for number, row in enumerate(deck.kit.match.rows if deck.kit.match else ())
        if row.requirement.need == "must" and row.requirement.kind not in ASKED
        and row.status in ("missing", "adjacent")
    ]  # fmt: skip


def _flags(deck: Deck, row: Row) -> list[Flag]:
    """What is to be said against a requirement as the posting words it."""
    asked, flags = row.requirement.span, deck.kit.match.posting.flags if deck.kit.match else ()
    return [flag for flag in flags if flag.span and flag.span.start < asked.end and asked.start < flag.span.end]


def _kind(deck: Deck, row: Row) -> str:
    kind = row.requirement.kind
    return "quality" if kind == "skill" and deck.rules.is_quality(row.requirement.phrase) else kind


def _gathered(rows: list[tuple[str, int, Row]], most: int) -> Iterator[Asked]:
    found: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for kind, number, row in rows:
        found.setdefault((kind, _shared(kind, number, row)), []).append((number, row))
    for (kind, _), group in found.items():
        for first in range(0, len(group), most):
            yield Asked(kind, tuple(group[first : first + most]))


def _shared(kind: str, number: int, row: Row) -> str:
    """What must-haves of one kind have in common that stand on one card: nothing near them, or the same thing."""
    if kind not in GATHERED:
        return str(number)
    return f"{row.evidence[0].fact} {row.evidence[0].quote}" if row.evidence else ""


def missing_cards(deck: Deck) -> Iterator[Objection]:
    """A card for each of the weightiest; those of one kind with nothing near on one."""
    for asked in missing(deck)[: deck.rules.most_missing]:
        yield _card(deck, asked)


def _card(deck: Deck, asked: Asked) -> Objection:
    sources = tuple(posting_source(row) for _, row in asked.rows)
    sentences = [deck.say("missing", f"open_{asked.form}", *sources, keep="open")]
    if asked.kind != "quality":
        sentences += [*_near(deck, asked), _soon(deck, asked)]
    return deck.card(
        "missing",
        deck.asked("missing", asked.form, *sources, what=Slot(asked.what(deck))),
        sentences,
        title=deck.rules.kind["near" if asked.form.startswith("near") else asked.kind],
        behind=deck.rules.card["missing"].behind_quality if asked.kind == "quality" else "",
        without=[number for number, _ in asked.rows],
    )


def _near(deck: Deck, asked: Asked) -> Iterator[Sentence]:
    for evidence in asked.rows[0][1].evidence:
        fact = deck.kit.context.resume.facts.get(evidence.fact)
        if isinstance(fact, Achievement) and (deed := deck.deed(fact)):
            yield deck.say("missing", "near_deed", keep="near", near=_after_colon(deck, deed))
            return
        if isinstance(fact, Credential) and fact.status != "designated" and not fact.confidential:
            yield deck.say("missing", "near_status", keep="near", near=_status(deck, fact))
            return
        if fact and not fact.confidential and (thing := _thing(deck, fact, evidence.quote)).text:
            yield deck.say("missing", "near_thing", keep="near", near=thing)
            return
    if asked.kind != "years":
        yield deck.say("missing", "near_blank", keep="near")


def _status(deck: Deck, credential: Credential) -> Slot:
    """What a credential that is not yet held honestly comes to: "I am a candidate for the designation …"."""
    slots = {
        "credential": Slot(long_and_short(credential), (Source.fact(credential.key),)),
        "expected": Slot(expected_of(deck, credential)),
    }
    line = fill(deck.rules.card["career_change"].says[credential.status], slots)
    return Slot(line.text.removesuffix("."), line.sources)


def _thing(deck: Deck, fact: Fact, quote: str) -> Slot:
    """A fact as something that one has: "my work as …", "my French (fluent)"; empty for what is no such thing."""
    if isinstance(fact, Role):
        held = deck.held(fact.key)
        job = deck.speech.job_of(held) if held else Slot("")
        named = deck.thing("work", job.text) if deck.is_french else f"my work as {job.text}"
        return Slot(named if job.text else "", job.sources)
    return Slot(
        _french_thing(deck, fact, quote) if deck.is_french else _thing_words(fact, quote), (Source.fact(fact.key),)
    )


def _thing_words(fact: Fact, quote: str) -> str:
    text = ""
    match fact:
        case Credential():
            text = f"the designation {long_and_short(fact)}"
        case Education() if quote in fact.courses:
            text = f"the course {quote}, from {fact.institution}"
        case Education():
            study = " in ".join(part for part in (fact.credential, fact.area) if part)
            text = f"my {study or 'studies'}, from {fact.institution}"
        case Language():
            text = f"my {fact.name} ({fact.level})" if fact.level else f"my {fact.name}"
        case Skill():
            text = f"my experience with {name_of(fact)}"
        case Course():
            text = f"the course {fact.name}"
        case Volunteering():
            text = f"my volunteer work with {fact.organization}"
        case Project():
            text = f"the project {fact.name}"
    return text


def _french_thing(deck: Deck, fact: Fact, quote: str) -> str:
    """The same in French, with a noun that each thing can follow."""
    text = ""
    match fact:
        case Credential():
            text = deck.thing("designation", long_and_short(fact))
        case Education() if quote in fact.courses:
            text = deck.thing("course", deck.quoted(quote))
        case Education():
            text = deck.thing("studies", ", ".join(part for part in (fact.credential, fact.area) if part))
        case Language():
            named = of(the_language(lowered(fact.name)))
            text = deck.thing("language", f"{named} ({fact.level})" if fact.level else named)
        case Skill():
            text = deck.thing("skill", name_of(fact))
        case Course():
            text = deck.thing("course", deck.quoted(fact.name))
        case Volunteering():
            text = deck.thing("volunteer", at_place(fact.organization, "fr"))
        case Project():
            text = deck.thing("project", deck.quoted(fact.name))
    return text


def _soon(deck: Deck, asked: Asked) -> Sentence:
    """How soon it can be had; years cannot, so that a result stands beside them."""
    if asked.kind != "years":
        it = Slot("them" if len(asked.rows) > 1 else "it")
        return deck.say("missing", f"soon_{asked.kind}", keep="soon", it=it)
    before = [one for one in missing(deck) if one.kind == "years"].index(asked)
    if proof := deck.other_proof(before + deck.changes):
        return deck.say("missing", "soon_years", keep="soon", near=_after_colon(deck, proof))
    return deck.say("missing", "soon_years_blank", keep="soon")


def _after_colon(deck: Deck, slot: Slot) -> Slot:
    """A result as it follows a colon: without its own opening, and in lower case unless it opens with "I"."""
    if deck.is_french:
        return slot  # it stands as a sentence of its own
    text = slot.text.removeprefix(deck.rules.result["quoted"].partition("“")[0])
    return Slot(text if re.match(r"I\b|“", text) else text[:1].lower() + text[1:], slot.sources)
