"""What changed on the page between two documents, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from resumekit.document.block import Document

LIKE = 0.5
"""Lines that share half their words are one line reworded."""
LIKE_OF_SAME_FACT = 0.2
"""So are lines that rest on the same facts and share a fifth of them."""

Kind = Literal["added", "left out", "reworded", "moved", "section added", "section left out", "section moved", "page"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `before` and `after` are the words on the page; empty where there are none."""

    kind: Kind
    section: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        match self.kind:
            case "added":
                return f"{self.section}: added “{self.after}”"
            case "left out":
                return f"{self.section}: left out “{self.before}”"
            case "reworded":
                return f"{self.section}: “{self.before}” now reads “{self.after}”"
            case "moved":
                return f"“{self.after}” moved from {self.before} to {self.section}"
            case "section added":
                return f"the section {self.section} is new"
            case "section left out":
                return f"the section {self.section} is gone"
            case "section moved":
                return f"the section {self.section} now stands {self.after}"
            case "page":
                return f"{self.section}: {self.before} before, {self.after} now"


def compare_documents(before: Document, after: Document) -> tuple[Change, ...]:
    """Every change from one document to another: sections first, then lines in the order they are read."""
    return (*_sections(before, after), *_lines(before, after))


def _titles(document: Document) -> dict[str, str]:
    return {section.name: section.title.text if section.title else section.name for section in document.sections}


def _sections(before: Document, after: Document) -> Iterator[Change]:
    old, new = _titles(before), _titles(after)
    yield from (Change("section left out", title) for name, title in old.items() if name not in new)
    yield from (Change("section added", title) for name, title in new.items() if name not in old)
    shared_old, shared_new = [name for name in old if name in new], [name for name in new if name in old]
    stay = set()
    for block in SequenceMatcher(None, shared_old, shared_new, autojunk=False).get_matching_blocks():
        stay |= set(shared_old[block.a : block.a + block.size])
    order = list(new)
    for name in shared_new:
        if name not in stay:
            place = order.index(name)
            where = f"after {new[order[place - 1]]}" if place else "first"
            yield Change("section moved", new[name], after=where)


@dataclass(frozen=True, slots=True)
class _Said:
    """A line in its section."""

    section: str
    text: str
    facts: frozenset[str]


def _lines(before: Document, after: Document) -> Iterator[Change]:
    old, new = _said(before), _said(after)
    titles = {**_titles(before), **_titles(after), "head": "Head"}
    gone = [line for line in old if line not in new]
    for line in new:
        if line in old:
            continue
        twin = _twin(line, gone)
        if twin is None:
            yield Change("added", titles[line.section], after=line.text)
            continue
        gone.remove(twin)
        if twin.section == line.section:
            yield Change("reworded", titles[line.section], twin.text, line.text)
        else:
            yield Change("moved", titles[line.section], titles[twin.section], line.text)
    for line in gone:
        yield Change("left out", titles[line.section], line.text)


def _said(document: Document) -> list[_Said]:
    """Every line but the titles of sections, which are told with the sections."""
    titles = {section.title for section in document.sections}
    return [
        _Said(name, line.text, frozenset(line.facts)) for name, line in document.lines() if line not in titles
    ]  # fmt: skip


def _twin(line: _Said, gone: list[_Said]) -> _Said | None:
    """The line that said the same before: of the same section first, by its words; else elsewhere, by its facts."""
    here = [item for item in gone if item.section == line.section]
    likest = max(here, key=lambda item: _likeness(item.text, line.text), default=None)
    if likest and (line.section == "head" or _likeness(likest.text, line.text) >= LIKE):
        return likest
    # A derived key goes by place: a fact of the same key is the same one only when some of its words are.
    same = [item for item in here if item.facts == line.facts and _likeness(item.text, line.text) >= LIKE_OF_SAME_FACT]
    if same:
        return same[0]
    return next((item for item in gone if item.section != line.section and _same_claim(item, line)), None)


def _same_claim(one: _Said, other: _Said) -> bool:
    """Whether two lines of different sections are one: the same words, but for the employer behind them."""
    return bool(one.facts & other.facts) and _likeness(one.text, other.text) >= LIKE


def _likeness(one: str, other: str) -> float:
    """The share of words that two lines have in common, 0 to 1."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return len(a & b) / max(len(a | b), 1)
