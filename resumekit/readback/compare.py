"""Compare a document with what a machine reads of its file: every line of it intact, and in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from resumekit.document.block import Document
from resumekit.readback.expect import Expected, expected_lines
from resumekit.readback.reading import Reading
from resumekit.readback.token import Token, has_all_words, is_right_to_left, normalized, tokens

_SHOWN = 80


def lost(document: Document, reading: Reading) -> tuple[str, ...]:
    """Every line of the document that the reading does not have intact and in order, each as a sentence; empty is well.

    Spaces, line breaks between words, running footers and invisible characters make no difference, nor does the order
    on the page of right-to-left words. Ligature characters, hyphenated, merged or missing words do.
    """
    stream = _Stream(_without_footers(normalized(reading.text), document))
    lines = expected_lines(document)
    places = [stream.find(line) for line in lines]
    anchors = _anchors(lines, places)
    limits = _limits(lines, anchors, len(stream.tokens))
    out: list[str] = []
    ends: dict[int, int] = {}
    cursor = 0
    for index, line in enumerate(lines):
        begin = ends.get(line.entry, cursor)
        start = anchors.get(index)
        if start is None:
            start = _first(places[index].all, begin, limits[index])
        if start is not None:
            ends[index] = start + len(line.words)
            cursor = max(cursor, ends[index])
        elif not stream.has_words(line.text, begin, limits[index]):
            wrong = f"{'are' if line.dates else 'is'} {'out of order' if places[index].all else 'missing'}"
            shown = line.text if len(line.text) <= _SHOWN else f"{line.text[: _SHOWN - 1]}…"
            out.append(f"{line.name} {wrong}: '{shown}'")
    return tuple(out)


class _Places(NamedTuple):
    """Where a line stands, as numbers of tokens: all its places, and those where it could be nothing else."""

    all: Sequence[int] = ()
    sure: Sequence[int] = ()


def _first(places: Sequence[int], begin: int, limit: int) -> int | None:
    """The first of rising places between two."""
    at = bisect_left(places, begin)
    return places[at] if at < len(places) and places[at] < limit else None


def _anchors(lines: Sequence[Expected], places: Sequence[_Places]) -> dict[int, int]:
    """The lines that stand in one place only, as many of them as are in order: the longest rising chain."""
    known = [(index, found.sure[0]) for index, found in enumerate(places) if len(found.sure) == 1]
    known = [(index, start) for index, start in known if not lines[index].dates]
    tails: list[int] = []
    tail_numbers: list[int] = []
    before: list[int] = []
    for number, (_, start) in enumerate(known):
        slot = bisect_left(tails, start)
        before.append(tail_numbers[slot - 1] if slot else -1)
        tails[slot : slot + 1] = [start]
        tail_numbers[slot : slot + 1] = [number]
    chain: dict[int, int] = {}
    number = tail_numbers[-1] if tail_numbers else -1
    while number >= 0:
        index, chain_start = known[number]
        chain[index] = chain_start
        number = before[number]
    return chain


def _limits(lines: Sequence[Expected], anchors: dict[int, int], end: int) -> list[int]:
    """Where each line must begin before: the next anchor that is not of the same entry's dates and employer."""
    following = [end] * (len(lines) + 1)
    for index in range(len(lines) - 1, -1, -1):
        following[index] = anchors.get(index, following[index + 1])
    limits = []
    for index, line in enumerate(lines):
        after = index + 1
        if line.entry >= 0 and after < len(lines) and lines[after].entry == line.entry:
            after += 1
        limits.append(following[after])
    return limits


class _Stream:
    """The words of a reading, and where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self._index: dict[str, list[int]] = defaultdict(list)
        self._found: dict[tuple[str, str], _Places] = {}
        for place, token in enumerate(self.tokens):
            self._index[token.text].append(place)

    def find(self, line: Expected) -> _Places:
        """The places of a line; those that fill a line of the reading count most, then those that begin one."""
        key = (line.text, line.stands)
        if key not in self._found:
            self._found[key] = self._find(line)
        return self._found[key]

    def _find(self, line: Expected) -> _Places:
        words = line.words
        rare, offset = min(
            ((self._index.get(word.text, []), offset) for offset, word in enumerate(words)),
            key=lambda pair: len(pair[0]),
        )
        found = [place - offset for place in rare if place >= offset and self._matches(words, place - offset)]
        if line.stands == "inside":
            return _Places(found, found)
        filled = [at for at in found if self.tokens[at].first and self.tokens[at + len(words) - 1].last]
        if line.stands == "alone":
            return _Places(filled, filled)
        return _Places(found, filled or [at for at in found if self.tokens[at].first] or found)

    def _matches(self, words: Sequence[Token], start: int) -> bool:
        there = self.tokens[start : start + len(words)]
        return len(there) == len(words) and all(
            word.text == token.text and (number == 0 or token.space in (None, word.space))
            for number, (word, token) in enumerate(zip(words, there, strict=True))
        )

    def has_words(self, text: str, start: int, end: int) -> bool:
        """Whether the right-to-left words of `text` stand between two tokens, in whatever order a reader gives them."""
        if start >= end or not is_right_to_left(text):
            return False
        stop = self.tokens[end].at if end < len(self.tokens) else len(self.text)
        return has_all_words(text, self.text[self.tokens[start].at : stop])


def _without_footers(text: str, document: Document) -> str:
    """The text without the name and page number that stand between its pages."""
    author, label = (re.escape(normalized(part)) for part in (document.author, document.page_label))
    if not label:
        return text
    name = rf"(?:{author}[^\w\n]*\n?)?" if author else ""
    return re.sub(rf"^[^\w\n]*{name}[^\w\n]*{label}[^\w\n]*\d+[^\w\n]*$\n?", "", text, flags=re.MULTILINE)
