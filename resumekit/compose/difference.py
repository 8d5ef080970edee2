"""What changed on the page between two documents, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from resumekit.document.block import Document
from resumekit.document.line import Line

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


def _lines(before: Document, after: Document) -> Iterator[Change]:
    old, new = _by_place(before), _by_place(after)
    titles = {**_titles(before), **_titles(after), "head": "Head"}
    gone = [item for item in old if item not in set(new)]
    come = [item for item in new if item not in set(old)]
    elsewhere = {text: section for section, text in gone}
    facts_of = {("old", *key): facts for key, facts in old.items()} | {("new", *key): facts for key, facts in new.items()}
    matched: set[tuple[str, str]] = set()
    for section, text in come:
        if text in elsewhere:
            matched.add((elsewhere[text], text))
            yield Change("moved", titles[section], titles[elsewhere[text]], text)
            continue
        twin = _twin(section, facts_of["new", section, text], [item for item in gone if item not in matched], facts_of)
        if twin:
            matched.add(twin)
            yield Change("reworded", titles[section], twin[1], text)
        else:
            yield Change("added", titles[section], after=text)
    arrived = {text for _, text in come}
    for item in gone:
        if item not in matched and item[1] not in arrived:
            yield Change("left out", titles[item[0]], item[1])


def _by_place(document: Document) -> dict[tuple[str, str], frozenset[str]]:
    """Lines by section and words, with their facts; a section's own title is told with the sections."""
    titles = {section.title for section in document.sections}
    return {(name, line.text): _facts(line) for name, line in document.lines() if line not in titles}


def _facts(line: Line) -> frozenset[str]:
    return frozenset(line.facts)


def _twin(
    section: str, facts: frozenset[str], gone: list[tuple[str, str]],
    facts_of: dict[tuple[str, str, str], frozenset[str]],
) -> tuple[str, str] | None:  # fmt: skip
    """The line that said the same facts before, in this section."""
    for item in gone:
        if item[0] == section and facts and facts == facts_of["old", *item]:
            return item
    return None
