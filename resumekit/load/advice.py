"""What the model cannot see: ids given twice or known to no fact, and what is odd but never refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path as FilePath
from typing import Literal

from resumekit.errors import Problem
from resumekit.load.folder import inside_folder
from resumekit.load.guess import guess
from resumekit.load.node import Node, find
from resumekit.load.problems import at_node
from resumekit.load.shelf import is_path
from resumekit.load.source import Source
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Testimonial
from resumekit.model.credential import Trait
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact, Path, iter_facts
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.strategy.placement import FOR_THE_INTERVIEW, SECTIONS

_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}")
_FAR = 10
_MOST = 50
_GUESSED = 2_000
_OTHER_NAMES = {
    "skills": "competencies",
    "summary": "profile",
    "career_highlights": "highlights",
    "earlier_career": "earlier",
    "boards": "affiliations",
    "memberships": "affiliations",
    "work": "experience",
}
"""What people call a section."""
_SHOWN = (*FOR_THE_INTERVIEW, "scope")
"""What a target may ask to show: sections that would wait for the interview, and the scope that a step down hides."""


def advise(resume: Resume, root: Node, source: Source, file: FilePath | None) -> list[Problem]:
    """Every such problem and warning of a client file."""
    return [*_Advice(resume, root, source).all(file)]


class _Advice:
    def __init__(self, resume: Resume, root: Node, source: Source) -> None:
        self.resume, self.root, self.source = resume, root, source
        self.facts = [*iter_facts(resume)]
        self.keys = dict.fromkeys(fact.key for _, fact in self.facts)

    def all(self, file: FilePath | None) -> Iterator[Problem]:
        yield from self.files(file)
        yield from self.ids()
        yield from self.references()
        yield from self.contact()
        for path, fact in self.facts:
            yield from self.dates(path, fact)
            yield from self.permission(path, fact)
        yield from self.unnormalized()

    def at(self, path: Path, message: str, level: Literal["error", "warning"] = "warning") -> Problem:
        return at_node(self.source, find(self.root, path)[1], message, level)

    def ids(self) -> Iterator[Problem]:
        first: dict[str, Path] = {}
        for path, fact in self.facts:
            if not fact.id:
                continue
            if fact.id in first:
                node = find(self.root, (*first[fact.id], "id"))[1]
                message = f"the id '{fact.id}' is given twice; it stands already at {node.line}:{node.column}"
                yield self.at((*path, "id"), message, "error")
            first.setdefault(fact.id, path)

    def references(self) -> Iterator[Problem]:
        """Ids that no fact has: an error where they are a trait's proof, a warning where they are to be left out."""
        unknown = (
            ((*path, "shown_by", index), name)
            for path, fact in self.facts
            for index, name in enumerate(fact.shown_by if isinstance(fact, Trait) else ())
            if name not in self.keys
        )
        for path, name in islice(unknown, _MOST):
            yield self.at(path, self.no_fact(name, self.keys), "error")
        for target in self.resume.targets:
            yield from self.left_out(target)
            yield from self.unknown_sections(target, "show", target.show, _SHOWN)
            yield from self.unknown_sections(target, "order", target.order, SECTIONS)

    def left_out(self, target: Target) -> Iterator[Problem]:
        for index, name in enumerate(target.omit[:_MOST]):
            if name not in self.keys and name not in SECTIONS:
                known, found = [*self.keys, *SECTIONS], "no fact or section is called"
                yield self.at((*target.path, "omit", index), self.no_fact(name, known, found) + " Nothing is left out")

    def unknown_sections(
        self, target: Target, field: str, names: tuple[str, ...], known: tuple[str, ...]
    ) -> Iterator[Problem]:
        """Names under `show` or `order` that are not known there, and so change nothing."""
        for index, name in enumerate(names[:_MOST]):
            if name in known:
                continue
            if field == "show" and name in SECTIONS:
                message = f"'{name}' is shown without being asked for; 'show' is for {', '.join(known)}"
            else:
                near = _near(name, known)
                hint = f"; did you mean '{near}'?" if near else "."
                message = f"'{name}' is not a section that '{field}' knows{hint} Known: {', '.join(known)}."
            yield self.at((*target.path, field, index), message)

    def no_fact(self, name: str, known: Iterable[str], found: str = "no fact has the id") -> str:
        known = list(known)
        near = _near(name, known) if len(known) <= _GUESSED else None
        given = [fact.id for _, fact in self.facts if fact.id]
        hint = f"; did you mean '{near}'?" if near else "."
        listed = f" Ids in this file: {', '.join(given[:40])}." if given else " Give the fact an 'id' first."
        return f"{found} '{name}'{hint}{listed}"

    def files(self, file: FilePath | None) -> Iterator[Problem]:
        """Postings and frameworks that a target names by their files, and that are not there."""
        if file is None:
            return
        named = [
            (target, field, name)
            for target in self.resume.targets
            for field, name in (("posting_file", target.posting_file), ("framework", target.framework))
            if name and (field == "posting_file" or is_path(name))
        ]
        for target, field, name in named:
            found = inside_folder(file, name)
            if isinstance(found, str):
                yield self.at((*target.path, field), found, "error")

    def contact(self) -> Iterator[Problem]:
        person = self.resume.person
        if person.phone and (len(re.findall(r"\d", person.phone)) < 7 or re.search(r"[^\W\d_]{6,}", person.phone)):
            yield self.at(("person", "phone"), "this does not look like a phone number; it is printed as it is")
        if person.email and not _EMAIL.fullmatch(person.email):
            yield self.at(("person", "email"), "this does not look like an e-mail address; it is printed as it is")
        if person.address:
            message = "a street address does not belong on a resume; it is kept, and not printed"
            yield self.at(("person", "address"), message)

    def dates(self, path: Path, fact: Fact) -> Iterator[Problem]:
        end = getattr(fact, "end", None)
        last = self.latest
        if isinstance(end, PartialDate) and end.year and last and end.year > last + _FAR:
            yield self.at((*path, "end"), f"the end, {end}, lies more than {_FAR} years after every other date")

    @cached_property
    def latest(self) -> int | None:
        """The year the facts were last true: as the file says, or the latest beginning in it. Nothing reads the clock."""
        if self.resume.as_of and self.resume.as_of.year:
            return self.resume.as_of.year
        years = [
            date.year
            for _, fact in self.facts
            if isinstance(date := getattr(fact, "start", None), PartialDate) and date.year
        ]
        return max(years, default=None)

    def permission(self, path: Path, fact: Fact) -> Iterator[Problem]:
        if isinstance(fact, Testimonial) and not fact.permission:
            yield self.at(path, "not printed until 'permission: yes' says that the person agreed")
        if isinstance(fact, Achievement) and fact.confirmed and not fact.confirmed.hash:
            message = "confirmed without a hash, so a later edit is not noticed; `resumekit confirm` adds one"
            yield self.at((*path, "confirmed"), message)

    def unnormalized(self) -> Iterator[Problem]:
        if self.source.text.isascii() or unicodedata.is_normalized("NFC", self.source.text):
            return
        for number, line in enumerate(self.source.lines, start=1):
            if not unicodedata.is_normalized("NFC", line):
                composed = unicodedata.normalize("NFC", line)
                column = next(
                    (i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), len(composed)
                )
                message = "an accent is written as a character of its own; it is kept, and some readers may part it"
                yield self.source.problem(message, number, column + 1, 2, "warning")
                return


def _near(name: str, known: Iterable[str]) -> str | None:
    """The known name that is meant, as far as that can be guessed."""
    known = list(known)
    plain = name.casefold().replace("-", "_").replace(" ", "_")
    other = _OTHER_NAMES.get(plain, plain)
    return other if other in known else guess(name, known)
