"""Objections: the numbers and words of the cards, and the holes in a history that are asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from resumekit.career.slots import with_slots
from resumekit.career.tables import read_part
from resumekit.model.activity import CareerBreak
from resumekit.model.credential import Education
from resumekit.model.date import PartialDate
from resumekit.model.resume import Resume
from resumekit.strategy.history import Held, History
from resumekit.text.tables import DataTable

CardKind = Literal["short_job", "step_down", "overqualified", "gap", "career_change", "missing"]
Count = Annotated[int, Field(ge=0, le=1000)]
Least = Annotated[int, Field(ge=1, le=1000)]
Words = dict[
    str,
    Annotated[str, with_slots("Place", "credential", "deeds", "employer", "end", "expected", "first", "from", "higher",
                              "it", "job", "jobs", "near", "need", "pay", "place", "reason", "role", "start", "time",
                              "to", "what", "when")],
]  # fmt: skip
"""Sentences by name, each with what it may be filled with."""


class Card(DataTable):
    """The words of one kind of card. `keep` names its sentences, what is kept longest first."""

    title: str
    behind: str
    behind_quality: str = ""
    """For must-haves that ask for a quality."""
    ending: str
    evidence: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    asked: Words
    says: Words


class SaidCard(DataTable):
    """What is asked and said on one kind of card in another language."""

    ending: str
    asked: Words
    says: Words


Integrated = Annotated[str, with_slots("a reason of yours", "one thing", "what the target offers",
                                       "the mandate in five words", "the higher role", "month")]  # fmt: skip


class SaidCards(DataTable):
    """What is asked and said aloud in another language than English; what is said to the client stays in English."""

    never_say: tuple[str, ...]
    quote: Annotated[str, with_slots("text")]
    answer: dict[Literal["full", "compressed", "omitted"], Integrated]
    """What the short-job integrator says, by how the job is presented."""
    short_job: dict[str, str]
    thing: dict[str, Annotated[str, with_slots("what")]]
    """What a sentence is filled with, by what kind of thing it is."""
    need: Words
    need_again: Words
    result: Words
    card: dict[CardKind, SaidCard]


class ObjectionRules(DataTable):
    """Every number and standing word of the cards."""

    words_a_minute: Least
    most_seconds: Least
    words_a_blank: Least
    gap_months: Least
    gap_years: Count
    short_years: Count
    overqualified_levels: Least
    least_contracts: Least
    most_missing: Count
    most_phrases: Least
    most_need_words: Annotated[int, Field(ge=8, le=40)]
    never_say: tuple[str, ...]
    qualities: tuple[str, ...]
    weight: dict[str, Count]
    kind: dict[str, str]
    short_job: dict[str, str]
    need: Words
    need_again: Words
    """How the cards after the first say it, where the posting names no further duty."""
    result: Words
    card: dict[CardKind, Card]
    fr: SaidCards

    def in_french(self) -> ObjectionRules:
        """The same rules with what is asked and said in French."""
        fr = self.fr
        update = {
            "never_say": (*self.never_say, *fr.never_say), "short_job": fr.short_job, "need": fr.need,
            "need_again": fr.need_again, "result": fr.result,
            "card": {
                kind: card.model_copy(update={name: getattr(fr.card[kind], name) for name in SaidCard.model_fields})
                for kind, card in self.card.items()
            },
        }  # fmt: skip
        return self.model_copy(update=update)

    @property
    def most_words(self) -> int:
        """The words that fit in the time of one answer."""
        return self.most_seconds * self.words_a_minute // 60

    def blames(self, text: str) -> bool:
        """Whether a text has a word of blame, complaint or apology."""
        return _has(text, self.never_say)

    def is_quality(self, phrase: str) -> bool:
        """Whether a requirement asks for a quality that an example shows, not a paper."""
        return _has(phrase, self.qualities)


def objection_rules(paths: Iterable[str | Path] = ()) -> ObjectionRules:
    """The rules that ship, with a coach's own over them. Raises ResumekitError for a file that cannot be used."""
    return read_part("objections", ObjectionRules, paths)


def _has(text: str, words: Iterable[str]) -> bool:
    said = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))
    return any(word.casefold() in said for word in words)


@dataclass(frozen=True, slots=True)
class Hole:
    """Months without a role or a course of study: what went before and came after, `after` None where it goes on."""

    before: Held | Education
    after: Held | Education | None
    start: int
    end: int
    """The first and the last month of it, counted from year 0."""

    @property
    def months(self) -> int:
        return self.end - self.start + 1

    @property
    def since(self) -> PartialDate | None:
        """The stated day that it began after."""
        return self.before.role.end if isinstance(self.before, Held) else self.before.end

    @property
    def until(self) -> PartialDate | None:
        """The stated day that it ended with."""
        return self.after.role.start if isinstance(self.after, Held) else self.after.start if self.after else None


_Span = tuple[int, int, Held | Education]


def holes(history: History, resume: Resume) -> tuple[Hole, ...]:
    """Every stretch without a role or a course of study since the first role, the newest first.

    A date that is a year alone is taken as late or as early as it can be, so that no hole is seen that need not be one.
    """
    now = history.now
    roles = [
        (item.start, _latest(item, now), item)
        for item in history.held
        if now is not None and item.start is not None and item.end is not None
    ]
    if not roles or now is None:
        return ()
    first = min(start for start, _, _ in roles)
    spans: list[_Span] = [*roles, *(span for span in _studies(resume, now) if span[1] >= first)]
    spans.sort(key=lambda span: (span[0], span[1]))
    found, (_, reach, last) = [], spans[0]
    for start, end, item in spans[1:]:
        if start > reach + 1:
            found.append(Hole(last, item, reach + 1, start - 1))
        if end >= reach:
            last, reach = item, end
    if reach < now:
        found.append(Hole(last, None, reach + 1, now))
    return tuple(reversed(found))


def _studies(resume: Resume, now: int) -> Iterator[_Span]:
    """Courses of study with their months; where no beginning is stated, the year before its end."""
    for item in resume.education:
        if item.end and not item.end.is_present:
            last = item.end.months_from_zero(latest=True)
            yield (item.start.months_from_zero() if item.start else last - 11), min(last, now), item
        elif item.start:
            yield item.start.months_from_zero(), now, item


def _latest(held: Held, now: int | None) -> int:
    end, known = held.role.end, held.end or 0
    if not end or end.is_present or now is None:
        return known
    return min(end.months_from_zero(latest=True), now)


def break_of(hole: Hole, breaks: Iterable[CareerBreak]) -> CareerBreak | None:
    """The stated break that a hole falls in; one without dates may be any."""
    for item in breaks:
        first = item.start.months_from_zero() if item.start else 0
        last = item.end.months_from_zero(latest=True) if item.end else hole.end
        if first <= hole.end and last >= hole.start:
            return item
    return None


def is_within(hole: Hole, start: PartialDate | None, end: PartialDate | None) -> bool:
    """Whether something dated falls in a hole, in part at least, however its dates are meant."""
    if not start and not end:
        return False
    first = (start or end or PartialDate()).months_from_zero()
    last = (end or start or PartialDate()).months_from_zero(latest=True)
    return first <= hole.end and last >= hole.start
