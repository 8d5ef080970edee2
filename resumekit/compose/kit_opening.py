"""The opening of an interview: the client in one sentence, and the 90 seconds of present, past and future."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from resumekit.career.story_rules import TellingRules, telling_rules
from resumekit.compose.discretion import Discretion
from resumekit.compose.french_parts import future_in_french, present_in_french, spare_in_french
from resumekit.compose.french_past import french_positioning, told_in_french
from resumekit.compose.kit import Kit
from resumekit.compose.pitch_parts import (
    Part,
    Standing,
    future_parts,
    is_change,
    present_parts,
    spare_parts,
    standing_of,
)
from resumekit.compose.pitch_past import HIGHLIGHTS, WORTH, highlights, told_parts
from resumekit.compose.report import labelled, say
from resumekit.document.block import Block, Paragraph
from resumekit.document.line import Line, Source
from resumekit.sections.context import name_of
from resumekit.strategy.emphasis import words_of
from resumekit.text.english import lowered
from resumekit.text.first_person import at_place

_RULE = Source("rule", "opening")
_CHANGE = re.compile(r" from .+ to |[$€£]\d")
_NEARLY_MUST = 1000
"""The worth of what must stand, where all of it together is too long."""
OTHER = "The opening is for the client to say in the language of the facts: who, two results, why here."
_SAID = {
    "en": (present_parts, told_parts, spare_parts, future_parts),
    "fr": (present_in_french, told_in_french, spare_in_french, future_in_french),
}
"""How the present, the past, what rounds it off and the future are told, by the language of the facts."""


@dataclass(frozen=True, slots=True)
class Pitch:
    """The 90 seconds: three paragraphs, how many words they hold, and what to add where they are too few."""

    present: tuple[Part, ...]
    past: tuple[Part, ...]
    future: tuple[Part, ...]
    homework: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*self.present, *self.past, *self.future)

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)

    @property
    def words(self) -> int:
        return len(self.text.split())


def compose_pitch(kit: Kit) -> Pitch:
    """Present, past, future in as many words as 90 seconds hold, where the facts reach; never padded."""
    rules = telling_rules(kit.rules)
    if kit.context.locale.language not in _SAID:
        return Pitch((), (), (), (OTHER,))
    standing = standing_of(kit.context)
    made = _composed(kit, standing, rules.pitch_words)
    return replace(made, homework=tuple(_homework(kit, made, standing, rules)))


def _composed(kit: Kit, standing: Standing, words: tuple[int, int]) -> Pitch:
    """The best way to fill the time: every choice of highlights is told as it would be said, and filled up."""
    discretion = Discretion(kit.context.secrets)

    def said(parts: Iterable[Part]) -> list[Part]:
        return [part for part in (_discreet(part, discretion) for part in parts) if part]

    present_of, told_of, spare_of, future_of = _SAID[kit.context.locale.language]
    present, future = said(present_of(kit, standing)), said(future_of(kit))
    spare, told = said(spare_of(kit)), highlights(kit, standing)
    best: tuple[tuple[bool, bool, int, int], Pitch] | None = None
    for chosen in _choices(len(told)):
        past = said(told_of(kit, standing, [told[place] for place in chosen]))
        kept, worth, total, whole = _fitted([*present, *past, *spare, *future], words)
        inside = words[0] <= total <= words[1]
        rank = (whole, inside, worth + sum(WORTH[place] for place in chosen) if inside else total, -total)
        if best is None or rank > best[0]:
            first, then, last = (
                tuple(part for part in third if part in kept) for third in (present, [*past, *spare], future)
            )
            best = rank, Pitch(first, then, last)
    return best[1] if best else Pitch((), (), ())


def _choices(count: int) -> Iterator[tuple[int, ...]]:
    """The two highlights, and each set of the others beside them."""
    must = tuple(range(min(count, HIGHLIGHTS)))
    others = range(len(must), count)
    for size in range(len(others) + 1):
        for chosen in combinations(others, size):
            yield (*must, *chosen)


def _discreet(part: Part, discretion: Discretion) -> Part | None:
    text = discretion.words(part.text)
    return replace(part, text=text) if text else None


def _fitted(parts: Sequence[Part], words: tuple[int, int]) -> tuple[set[Part], int, int, bool]:
    """All that must stand, and of the rest the most valuable that brings the whole into its range; where nothing does,
    as much as stays below it. With the worth of the rest, the words of the whole, and whether all that must stand does.

    Where what must stand is too long already, all but its beginning gives way.
    """
    must = [part for part in parts if not part.worth]
    spare = [part for part in parts if part.worth]
    least, most = words
    whole = sum(part.words for part in must) <= most
    if not whole:
        spare = [*(replace(part, worth=_NEARLY_MUST) for part in must[1:]), *spare]
        must = must[:1]
    best = {sum(part.words for part in must): (0, frozenset[int]())}
    for place, part in enumerate(spare):
        for total, (worth, chosen) in sorted(best.items(), reverse=True):
            longer = total + part.words
            if longer <= most and worth + part.worth > best.get(longer, (-1, chosen))[0]:
                best[longer] = (worth + part.worth, chosen | {place})
    inside = [total for total in best if total >= least]
    total = max(inside, key=lambda total: (best[total][0], -total)) if inside else max(best)
    worth, chosen = best[total]
    texts = {part.text for part in must} | {spare[place].text for place in chosen}
    return {part for part in parts if part.text in texts}, worth, total, whole


def _homework(kit: Kit, made: Pitch, standing: Standing, rules: TellingRules) -> Iterator[str]:
    """What to add, where the facts do not fill the time; nothing where they do."""
    ask, target = rules.ask_pitch, kit.context.target
    least, most = rules.pitch_words
    if not least <= made.words <= most:
        what = "Cut something." if made.words > most else ask.short
        yield f"This is {made.words} words; {rules.pitch_seconds} seconds hold {least} to {most}. {what}"
    if not made.present:
        yield ask.role
    if not (target and target.reason):
        yield ask.reason
    elif (
        kit.match
        and target.role
        and not words_of(kit.match.posting.title or "") & words_of(f"{target.role} {target.field}")
    ):
        yield ask.other.format(role=target.role)
    if made.words >= least:
        return
    if len(highlights(kit, standing)) < HIGHLIGHTS:
        yield ask.past
    if standing.best and not (standing.best.role.scope or standing.is_student):
        yield ask.scope
    if not kit.match:
        yield ask.employer


def positioning(kit: Kit) -> Part | None:
    """The client in one sentence: what they come with, and the result that shows it; None where no fact tells."""
    context = kit.context
    if context.locale.language not in _SAID:
        return None
    standing = standing_of(context)
    if context.locale.language == "fr":
        said = french_positioning(kit, standing)
        return _discreet(said, Discretion(context.secrets)) if said else None
    of_best = [item for item in kit.stories if standing.best and item.role == standing.best.role.key]
    changed = [item for item in of_best if _CHANGE.search(item.headline)]
    story = next(iter((*changed, *of_best, *kit.stories)), None)
    rules = telling_rules(kit.rules)
    proof = _proof(kit, story.fact if story else "", standing)
    opening = _who(kit, standing)
    parts = [part for part in (opening, proof) if part]
    text = "; ".join(part.text for part in parts)
    if opening and len(text.split()) > rules.positioning_words:
        parts, text = [opening], opening.text
    if not parts:
        return None
    text = text if text.startswith("I ") else f"{text[:1].upper()}{text[1:]}"
    sentence = Part(f"{text.rstrip('.')}.", tuple(source for part in parts for source in part.sources))
    return _discreet(sentence, Discretion(context.secrets))


def _who(kit: Kit, standing: Standing) -> Part | None:
    context, target = kit.context, kit.context.target
    if standing.is_student:
        school = next(iter(present_parts(kit, standing)), None)
        return Part(school.text.rstrip("."), school.sources) if school else None
    held = standing.best
    if held is None:
        return None
    cited = (Source.fact(held.role.key, "title"), Source.fact(held.role.key, "field"))
    if _names(standing):
        fields = context.locale.joined(list(standing.fields))
        if is_change(context) and target and target.field:
            with_ = _short_credential(kit)
            named = f" with the {with_[0]}" if with_ else ""
            sources = (*cited, Source.fact(target.key, "field"), *((with_[1],) if with_ else ()))
            return Part(f"After {standing.years} years in {fields} I am moving into {target.field}{named}", sources)
        return Part(f"I bring {standing.years} years in {fields}", cited)
    return Part(
        f"I {'am' if held.role.is_current else 'was'} {name_of(held.role)} {at_place(name_of(held.employer), 'en')}",
        cited,
    )


def _names(standing: Standing) -> bool:
    """Whether the years are named, and not the job itself."""
    return standing.is_student or (standing.years >= 2 and bool(standing.fields))


def _short_credential(kit: Kit) -> tuple[str, Source] | None:
    for item in kit.context.resume.credentials:
        if item.key in kit.context.strategy.leading and item.status == "designated" and not item.confidential:
            return f"{item.short} designation" if item.short else item.name, Source.fact(item.key)
    return None


def _proof(kit: Kit, fact: str, standing: Standing) -> Part | None:
    story = next((item for item in kit.stories if item.fact == fact), None)
    if story is None:
        return None
    said = story.headline.rstrip(".")
    said = said if said.startswith("I ") else f"we {said[3:]}" if said.startswith("We ") else lowered(said)
    held = standing.best
    if held and story.role == held.role.key and not _names(standing):
        return Part(f"there {said}", (Source.fact(fact), Source.fact(held.role.key, "title")))
    if held and story.role == held.role.key:
        title = name_of(held.role)
        where = at_place(name_of(held.employer), "en")
        front = f"as {title}{',' if ',' in title else ''} {where}," if said.startswith("I ") else f"{where},"
        return Part(f"{front} {said}", (Source.fact(fact), Source.fact(held.role.key, "title")))
    return Part(said, (Source.fact(fact),))


def opening_blocks(kit: Kit) -> list[Block]:
    """The sentence, the 90 seconds with their word count, and what is still to come."""
    rules = telling_rules(kit.rules)
    sentence, pitch = positioning(kit), compose_pitch(kit)
    blocks: list[Block] = []
    if sentence:
        blocks.append(labelled("In one sentence", sentence.text, *sentence.sources))
    if pitch.parts:
        blocks.append(
            labelled(f"In {rules.pitch_seconds} seconds", f"present, past, future; {pitch.words} words.", _RULE)
        )
    for parts in (pitch.present, pitch.past, pitch.future):
        if parts:
            sources = [source for part in parts for source in part.sources]
            blocks.append(Paragraph(Line.of(" ".join(part.text for part in parts), *sources)))
    if pitch.parts:
        blocks.append(Paragraph(say(rules.advice.pitch, _RULE), "note"))
    if pitch.homework:
        blocks += [labelled("Homework", " ".join(pitch.homework), _RULE)]
    return blocks
