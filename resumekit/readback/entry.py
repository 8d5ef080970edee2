"""The entries of a section: who, where and when, and the points under each; told by their dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from resumekit.readback.field import Field
from resumekit.readback.foreign import ForeignLine
from resumekit.readback.header import (
    Header,
    has_place,
    header_of,
    is_group,
    is_place,
    title_alone,
    title_and_employer,
)
from resumekit.readback.span import Span, find_span

_LONG_HEADER = 120
_SENTENCE = re.compile(r"(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\b[A-Z])[.!?]$")
_LABELLED = re.compile(r"^[^\W\d][\w ]{1,24} ?: ")


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """A job, a degree, a project. A field is None where none was found.

    `start` and `end` are in the form of a client file ("2019-04", "present"), "" where they are not known. `group` is
    whether it is an employer with several titles under it, which follow as entries. `notes` are its other paragraphs.
    """

    title: Field | None
    organization: Field | None
    city: Field | None
    dates: Field | None
    start: str
    end: str
    bullets: tuple[Field, ...]
    notes: tuple[Field, ...]
    group: bool = False


@dataclass(slots=True)
class _Block:
    """The paragraphs of an entry before they are told apart."""

    anchor: int
    span: Span
    before: list[ForeignLine]
    after: list[ForeignLine]


def find_entries(lines: Sequence[ForeignLine], kind: str = "title") -> tuple[tuple[FoundEntry, ...], tuple[Field, ...]]:
    """The entries of a section's paragraphs, and what belongs to none.

    `kind` is "title" for work, "study" for schools, "project" where the first line is always the title.
    """
    anchors = [(n, span) for n, line in enumerate(lines) if (span := _anchor(line))]
    if not anchors:
        return (), tuple(Field(line.text, line, 0.5) for line in lines)
    blocks, loose = _blocks(lines, anchors)
    entries = _Reader(lines, blocks, kind).entries()
    return tuple(_parted_title(entry) for entry in entries) if kind == "title" else entries, tuple(loose)


def _parted_title(entry: FoundEntry) -> FoundEntry:
    """An entry that names no employer, its "Line Cook, Harbour Grill" read as title and employer."""
    halves = title_and_employer(entry.title.text) if entry.title and not entry.organization and not entry.group else ()
    if not entry.title or not halves:
        return entry
    title, employer = (replace(entry.title, text=half, confidence=0.5) for half in halves)
    return replace(entry, title=title, organization=employer)


class _Reader:
    """Reads one block after the other, and remembers the employer that titles are listed under."""

    def __init__(self, lines: Sequence[ForeignLine], blocks: list[_Block], kind: str) -> None:
        self.lines, self.blocks = lines, blocks
        self.kind = "study" if kind == "study" else "title"
        self.first = True if kind == "project" else _titles_first(blocks, lines, self.kind)
        self.group: tuple[Header, Span] | None = None

    def entries(self) -> tuple[FoundEntry, ...]:
        out: list[FoundEntry] = []
        for number, block in enumerate(self.blocks):
            line = self.lines[block.anchor]
            if self.group and self.is_inside(block):
                header, rest = title_alone(line, block.span, _header_lines(block))
                out.append(_entry(block, self.named(header), rest, line))
                continue
            self.group = None
            header, rest = header_of(line, block.span, block.before, _header_lines(block), self.kind, self.first)
            if self.kind == "title" and self.heads(number, header):
                header, rest = header_of(line, block.span, block.before, (), self.kind, self.first)
                employer = header.organization or header.title
                self.group = Header(None, employer, header.city), block.span
                about = [Field(one.text, one, 0.8) for one in block.after]
                out.append(_group(block, self.group[0], line, tuple(about)))
                continue
            if out and self.is_second_title(number, header) and (last := out[-1].organization):
                header, rest = title_alone(line, block.span, _header_lines(block))
                header = header.inside(Field(last.text, last.line, 0.9), out[-1].city.text if out[-1].city else "")
            out.append(_entry(block, header, rest, line))
        return tuple(out)

    def is_inside(self, block: _Block) -> bool:
        """Whether a title was held at the employer above: within its time, and no other employer is named under it."""
        assert self.group is not None
        after = _header_lines(block)[:1]
        return _within(block.span, self.group[1]) and not block.before and not (after and has_place(after[0].text))

    def named(self, header: Header) -> Header:
        assert self.group is not None
        above = self.group[0]
        return (
            header.inside(above.organization, above.city.text if above.city else "") if above.organization else header
        )

    def heads(self, number: int, header: Header) -> bool:
        """Whether a dated line names an employer, with the titles held there under it."""
        block = self.blocks[number]
        following = self.blocks[number + 1] if number + 1 < len(self.blocks) else None
        if following is None or any(line.marker for line in block.after) or following.before or not block.span.is_span:
            return False
        if not _within(following.span, block.span):
            return False
        return is_group(self.lines[block.anchor], self.lines[following.anchor], header)

    def is_second_title(self, number: int, header: Header) -> bool:
        """Whether an entry has no lines above its dates where the first has: another title at the employer before."""
        return (
            self.kind == "title"
            and header.organization is None
            and not self.blocks[number].before
            and bool(self.blocks[0].before)
        )


def _anchor(line: ForeignLine) -> Span | None:
    """The dates of a paragraph that tells who, where or when; None where it only mentions a year."""
    span = find_span(line.text)
    if span is None or len(line.text) - (span.to - span.at) > _LONG_HEADER:
        return None
    head, tail = line.text[: span.at].rstrip(" \t,|·–—-(:"), line.text[span.to :].strip(" \t,|·–—-).;")
    if line.marker and (not span.is_span or tail):
        return None
    if not head or not tail:
        return span if span.is_span or not head or _parted(line.text, span) else None
    return span if span.is_span and len(tail) <= 60 else None


def _parted(text: str, span: Span) -> bool:
    """Whether a lone date is set off from the words before it."""
    return bool(re.search(r"(?:[\t,|·–—(:-]|\s{2,})\s*$", text[: span.at])) and len(text) <= _LONG_HEADER


def _blocks(lines: Sequence[ForeignLine], anchors: list[tuple[int, Span]]) -> tuple[list[_Block], list[Field]]:
    """The paragraphs between dated ones, given to the entry before or after."""
    first = anchors[0][0]
    leading = [line for line in lines[:first] if _is_header(line)][-3:]
    usual = len(leading)
    blocks = [_Block(*anchors[0], leading, [])]
    loose = [Field(line.text, line, 0.5) for line in lines[:first] if line not in leading]
    for (previous, _), (number, span) in pairwise(anchors):
        between = list(lines[previous + 1 : number])
        marked = [n for n, line in enumerate(between) if line.marker]
        tail = between[marked[-1] + 1 :] if marked else between
        keep = len(tail)
        wanted = min(usual, 3)
        if marked:
            wanted = max(wanted, sum(1 for line in tail if _is_header(line)) if usual else 0)
        while keep and len(tail) - keep < wanted and _is_header(tail[keep - 1]):
            keep -= 1
        before = tail[keep:]
        blocks[-1].after = between[: len(between) - len(before)]
        blocks.append(_Block(number, span, before, []))
    blocks[-1].after = list(lines[anchors[-1][0] + 1 :])
    return blocks, loose


def _is_header(line: ForeignLine) -> bool:
    """Whether a paragraph may be a title, an employer or a place."""
    return not line.marker and len(line.text) <= _LONG_HEADER and not _SENTENCE.search(line.text)


def _header_lines(block: _Block) -> list[ForeignLine]:
    """The paragraphs after the dates that may still say who and where."""
    out: list[ForeignLine] = []
    for line in block.after[:3]:
        if not _is_header(line) or (_LABELLED.match(line.text) and not is_place(line.text)):
            break
        out.append(line)
    return out


def _titles_first(blocks: Sequence[_Block], lines: Sequence[ForeignLine], kind: str) -> bool:
    """Whether most entries say the title before the employer."""
    votes: Counter[bool] = Counter()
    for block in blocks:
        header, _ = header_of(lines[block.anchor], block.span, block.before, _header_lines(block), kind, None)
        if header.sure is not None:
            votes[header.sure] += 1
    return votes[True] >= votes[False]


def _within(inner: Span, outer: Span) -> bool:
    return outer.start[:7] <= inner.start[:7] and (inner.end or inner.start)[:7] <= (outer.end or outer.start)[:7]


def _group(block: _Block, header: Header, line: ForeignLine, about: tuple[Field, ...]) -> FoundEntry:
    """The entry of an employer with several titles under it: no title, no points."""
    employer, city = header.organization, header.city
    return FoundEntry(
        None,
        Field(employer.text, line) if employer else None,
        Field(city.text, line) if city else None,
        Field(block.span.words, line),
        block.span.start,
        block.span.end,
        (),
        about,
        group=True,
    )


def _entry(block: _Block, header: Header, rest: Sequence[ForeignLine], line: ForeignLine) -> FoundEntry:
    used = {id(one) for one in _header_lines(block)} - {id(one) for one in rest}
    body = [one for one in block.after if id(one) not in used]
    bullets = [one for one in body if one.marker]

    def of(part: Field | None) -> Field | None:
        return part if part and part.text else None

    return FoundEntry(
        of(header.title),
        of(header.organization),
        of(header.city),
        Field(block.span.words, line),
        block.span.start,
        block.span.end,
        tuple(Field(one.text, one) for one in bullets),
        tuple(Field(one.text, one, 0.6) for one in body if not one.marker) + header.others,
    )
