"""Cards: an objection with its answer, and what every card is made from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import islice
from math import ceil

from resumekit.career.evidence import cite
from resumekit.career.objection import CardKind, ObjectionRules, objection_rules
from resumekit.compose.kit import Kit
from resumekit.compose.kit_answer import Sentence, Slot, fill, fitted, joined
from resumekit.compose.kit_lines import language_of
from resumekit.compose.kit_need import need_of, needs_in_turn
from resumekit.compose.kit_speech import ENGLISH, FRENCH, Speech
from resumekit.compose.proofs import Proof, first_person, ranked
from resumekit.document.line import Line, Source
from resumekit.model.achievement import Achievement
from resumekit.strategy.history import Held, History, read_history
from resumekit.strategy.observe import Observed, observe
from resumekit.text.first_person import at_place
from resumekit.text.french_speech import french_reason
from resumekit.text.telling import as_reason, ended

MOST_RESULT_WORDS = 36


@dataclass(frozen=True, slots=True)
class Objection:
    """What they may ask, what is behind it, and an answer in the first person that ends on their need."""

    kind: CardKind
    title: str
    asked: Line
    behind: Line
    sentences: tuple[Sentence, ...]
    words: int
    """How many it is said in, each blank counted as the rules say."""
    seconds: int

    @property
    def answer(self) -> Line:
        """The whole answer as one paragraph, its blanks set as placeholders."""
        return joined(self.sentences)

    @property
    def homework(self) -> tuple[str, ...]:
        """The blanks that only the client can fill."""
        blanks = (blank for sentence in self.sentences for blank in sentence.blanks)
        return tuple(
            re.sub(r"^(?:in your words|en vos mots\u00a0): ", "", blank, flags=re.IGNORECASE).rstrip(".")
            for blank in blanks
        )


@dataclass(frozen=True)
class Deck:
    """The client's position, and the rules that the cards are made by."""

    kit: Kit
    language: str = ""
    """What the answers are in; the client's own language where it is not stated."""

    @cached_property
    def rules(self) -> ObjectionRules:
        rules = objection_rules(self.kit.rules)
        return rules.in_french() if self.is_french else rules

    @property
    def is_french(self) -> bool:
        """Whether the client says it in French."""
        return (self.language or language_of(self.kit)) == "fr"

    @property
    def speech(self) -> Speech:
        return FRENCH if self.is_french else ENGLISH

    def thing(self, name: str, what: str) -> str:
        """What a French sentence is filled with."""
        return self.rules.fr.thing[name].format(what=what)

    def quoted(self, text: str) -> str:
        """Words in the quotation marks of the language."""
        return self.rules.fr.quote.format(text=text) if self.is_french else f"“{text}”"

    @cached_property
    def history(self) -> History:
        return read_history(self.kit.context.resume, self.kit.context.as_of)

    @cached_property
    def seen(self) -> Observed:
        context = self.kit.context
        return observe(context.resume, context.target, self.history, self.kit.basis.situations)

    @cached_property
    def situations(self) -> tuple[int, ...]:
        return tuple(fired.number for fired in self.kit.context.strategy.situations)

    @property
    def changes(self) -> bool:
        """Whether the field changes; a new graduate has none to come from."""
        return 2 in self.situations and self.situations[0] != 6

    def held(self, key: str) -> Held | None:
        return next((item for item in self.history.held if item.role.key == key), None)

    def years_since(self, held: Held) -> float:
        return self.history.years_since(held)

    def say(self, kind: CardKind, name: str, *sources: Source, keep: str = "", **slots: Slot) -> Sentence:
        """A sentence of a card; `keep` is the name that its card's order knows it by."""
        return Sentence(keep or name, fill(self.rules.card[kind].says[name], slots, *sources))

    def reason(self, kind: CardKind, name: str, blank: str, **slots: Slot) -> Sentence:
        """Why this job, in the client's own stated words; a blank where there are none, or where they blame."""
        target = self.kit.context.target
        text = " ".join((target.reason or "").split()) if target else ""
        if not target or not text or self.rules.blames(text):
            return self.say(kind, blank, keep=name, **slots)
        language = self.kit.context.locale.language
        worded = as_reason if language == "en" else french_reason if self.is_french else ended
        whole = worded(text)
        return Sentence(name, Line.of(whole, Source.fact(target.key, "reason")))

    def asked(self, kind: CardKind, name: str, *sources: Source, **slots: Slot) -> Line:
        return fill(self.rules.card[kind].asked[name], slots, *sources)

    def card(
        self,
        kind: CardKind,
        asked: Line,
        sentences: Iterable[Sentence],
        *,
        title: str = "",
        behind: str = "",
        without: Collection[int] = (),
    ) -> Objection:
        """The card, its answer cut to what can be said in the time; it ends on the employer's need."""
        rules, card = self.rules, self.rules.card[kind]
        ending = Sentence("ending", need_of(self.kit, rules, without).sentence(rules, card.ending))
        said = fitted(sentences, ending, card.keep, rules.most_words, rules.words_a_blank)
        words = sum(item.words(rules.words_a_blank) for item in said)
        seconds = ceil(Fraction(words * 60, rules.words_a_minute))
        return Objection(kind, title or card.title, asked, self._behind(kind, behind), said, words, seconds)

    def ended(self, card: Objection, turn: int) -> Objection:
        """The card as the one at this place among all: the same ending on each would tire, so the duties take turns."""
        rules, tail = self.rules, self.rules.card[card.kind].ending
        duties = needs_in_turn(self.kit, rules)
        if not turn or card.sentences[-1].name != "ending":
            return card
        if duties:
            need, again = duties[turn % len(duties)], turn >= len(duties) and (turn // len(duties)) % 2 == 1
        elif (need := need_of(self.kit, rules)).source.kind == "posting":
            return card  # what it ends on is not what it just admitted to lack
        else:
            again = turn % 2 == 1
        said = (*card.sentences[:-1], Sentence("ending", need.sentence(rules, tail, again=again)))
        words = sum(item.words(rules.words_a_blank) for item in said)
        if words > rules.most_words:
            return card
        return replace(card, sentences=said, words=words, seconds=ceil(Fraction(words * 60, rules.words_a_minute)))

    def _behind(self, kind: CardKind, instead: str) -> Line:
        card = self.rules.card[kind]
        studies = cite(card.evidence, self.kit.rules)
        text = " ".join([instead or card.behind, *(study.told() for study in studies)])
        return Line.of(text, Source("rule", f"objections.{kind}"), *(Source("data", name) for name in card.evidence))

    @cached_property
    def proof(self) -> Slot | None:
        """The client's strongest result that can be told in a breath, as a sentence without its full stop."""
        return next(self._proofs(), None)

    def other_proof(self, turn: int) -> Slot | None:
        """Another result, so that no two cards lean on the same one; the strongest again where there are no more."""
        found = list(islice(self._proofs(), turn + 1))
        return found[-1] if len(found) > turn else self.proof

    def _proofs(self) -> Iterator[Slot]:
        """The results that can be told in a breath, in the order of the story cards: the confirmed first."""
        place = {story.fact: story.number for story in self.kit.stories}
        for item in sorted(ranked(self.kit.context), key=lambda item: place.get(item.cited[0].ref, len(place) + 1)):
            fact = self.kit.context.resume.facts.get(item.cited[0].ref)
            if isinstance(fact, Achievement) and not fact.confidential:
                slot = self.result(item.told, clause=item.clause, place=self._place(item), cited=item.cited)
                if slot and len(slot.text.split()) <= MOST_RESULT_WORDS:
                    yield slot

    def deed(self, achievement: Achievement) -> Slot | None:
        """An achievement as its author tells it; None where it may not be told."""
        if achievement.confidential or any(item.confidence == "placeholder" for item in achievement.measures):
            return None
        told, clause = first_person(self.kit.context, achievement)
        return self.result(told, clause=clause, place="", cited=(Source.fact(achievement.key),))

    def result(self, told: str, *, clause: bool, place: str, cited: tuple[Source, ...]) -> Slot | None:
        """A result as a sentence; in the words of the resume where it has no person in the answer's language."""
        if self.rules.blames(told):
            return None
        spoken = clause and (self.is_french or self.kit.context.locale.language == "en")
        form = ("told" if place else "told_nowhere") if spoken else "quoted"
        if form == ("told_nowhere" if self.is_french else "quoted"):
            told = told[:1].upper() + told[1:]
        slots = {"Place": Slot(place[:1].upper() + place[1:]), "first": Slot(told, cited)}
        return Slot(fill(self.rules.result[form], slots).text.removesuffix("."), cited)

    def _place(self, proof: Proof) -> str:
        return at_place(proof.employer.name, "fr" if self.is_french else "en") if proof.employer.name else ""
