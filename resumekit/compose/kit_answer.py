"""Answers: sentences filled from facts, their blanks marked, and what of them fits in the time to say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from resumekit.document.line import Line, Source, Span
from resumekit.model.date import PartialDate
from resumekit.sections.context import name_of
from resumekit.strategy.history import Held
from resumekit.text.first_person import at_place

_PART = re.compile(r"\{(\w+)\}|\[([^\[\]]+)\]")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
FIXED = Source("rule", "objections")


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that fill a sentence, and what they rest on."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer: its name in the rules, and its words with blanks set as placeholders."""

    name: str
    line: Line

    @property
    def blanks(self) -> tuple[str, ...]:
        return tuple(span.text.strip("[]") for span in self.line.spans if span.style == "placeholder")

    def words(self, a_blank: int) -> int:
        """How many words it is said in, a blank counted as so many at least."""
        said = sum(len(span.text.split()) for span in self.line.spans if span.style != "placeholder")
        return said + sum(max(a_blank, len(blank.split())) for blank in self.blanks)


def fill(template: str, slots: Mapping[str, Slot] | None = None, *sources: Source) -> Line:
    """The template with its slots filled, its [blanks] set as placeholders, citing what it was filled from.

    A full stop that a filled-in name has at its end is not doubled.
    """
    slots = slots or {}
    spans, used, done = list[Span](), list(sources), 0
    for match in _PART.finditer(template):
        spans.append(Span(template[done : match.start()]))
        done = match.end()
        if match[2]:
            spans.append(Span(match[0], style="placeholder"))
            continue
        slot = slots[match[1]]
        used += slot.sources
        text = slot.text
        if text.endswith((".", "!", "?")) and template[done : done + 1] == ".":
            text = text[:-1]
        spans.append(Span(text))
    spans.append(Span(template[done:]))
    return Line.of(_merged(spans), *(used or [FIXED]))


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans of plain text that follow each other as one."""
    text = ""
    for span in spans:
        if span.style:
            yield Span(text)
            yield span
            text = ""
        else:
            text += span.text
    yield Span(text)


def fitted(sentences: Iterable[Sentence], ending: Sentence, keep: tuple[str, ...], most: int, a_blank: int) -> tuple[
    Sentence, ...
]:  # fmt: skip
    """What can be said in so many words, in its order: the first of `keep` goes last, the ending never."""
    said = [*sentences, ending]
    place = {name: number for number, name in enumerate(keep)}
    while sum(item.words(a_blank) for item in said) > most and len(said) > 1:
        said.remove(max(said[:-1], key=lambda item: place.get(item.name, len(place))))
    return tuple(said)


def joined(sentences: Iterable[Sentence]) -> Line:
    """The sentences as one paragraph."""
    spans, sources = list[Span](), list[Source]()
    for number, item in enumerate(sentences):
        spans += [Span(" "), *item.line.spans] if number else item.line.spans
        sources += item.line.sources
    return Line.of(_merged(spans), *sources)


def in_words(when: PartialDate | None) -> str:
    """A date as it is said in a sentence after "in", "since" or "from": June 2026, the fall of 2024, 2019."""
    if when is None or when.year is None:
        return ""
    if when.season:
        return f"the {when.season} of {when.year}"
    return f"{_MONTHS[when.month - 1]} {when.year}" if when.month else str(when.year)


def lasting(held: Held) -> str:
    """How long a role lasted, as it is said; "a short time" where a date is not known to the month."""
    role = held.role
    known = all(day is not None and (day.month or day.is_present) for day in (role.start, role.end or role.start))
    if held.months is None or not known:
        return "a short time"
    return "one month" if held.months == 1 else f"{number_word(held.months)} months"


def number_word(number: int) -> str:
    """A number up to twelve as a word."""
    return _NUMBERS[number] if 0 < number < len(_NUMBERS) else str(number)


def place_of(held: Held) -> str:
    """Where a role was held, with its preposition; "" where it may not be named."""
    name = name_of(held.employer)
    return at_place(name, "en") if name else ""


def employer_of(held: Held) -> str:
    """The employer as a sentence names it: Northwind, the City of Guelph."""
    return place_of(held).removeprefix("at ")


def job_of(held: Held) -> Slot:
    """A role with its employer, as it stands after "as": Supervisor at Northwind; Manager, Quality, at Northwind."""
    title, place = name_of(held.role), place_of(held)
    cited = (Source.fact(held.role.key, "title"), Source.fact(held.employer.key, "employer"))
    if not title or not place:
        return Slot(title or place, cited)
    return Slot(f"{title}, {place}" if "," in title else f"{title} {place}", cited)


def listed(items: Iterable[str]) -> str:
    """The items in running English: a, b and c; set off by semicolons where one has a comma."""
    items = list(items)
    if len(items) < 2:
        return "".join(items)
    if any("," in item for item in items):
        return f"{'; '.join(items[:-1])}; and {items[-1]}" if len(items) > 2 else f"{items[0]}, and {items[1]}"
    comma = "," if any(" and " in item for item in items) else ""
    return f"{', '.join(items[:-1])}{comma} and {items[-1]}"
