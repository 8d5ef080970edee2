"""The parts of a posting: its lines under their headings, as points and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resumekit.skills.match import Span
from resumekit.skills.posting import Item, SectionKind
from resumekit.skills.posting_words import plain, posting_words

_BULLET = re.compile(r"[ \t]*(?:[-–—•*·▪◦‣●○■□➢►✓✔➤»\uf0b7]|o(?=[ \t]{1,9}[A-Z])|\d{1,2}[.)])[ \t]+")
_MARKS = re.compile(r"^[#*_ \t>]+|[*_ \t:.!?]+$")
_INLINE = re.compile(r"([^:.\n]{3,60}):[ \t]+(?=\S)")
# A sentence ends before a capital; not after an abbreviation or a single letter.
_SENTENCE_END = re.compile(
    r"(?<![ .(][A-Za-z])(?<!e\.g)(?<!i\.e)(?<!etc)(?<!\bSt)(?<!\bDr)(?<!\bNo)[.!?][)”\"]?\s+(?=[A-ZÀ-Ý\"“(•])"
)
_MOST_HEADING = 70
_HEADING_WORDS = 8
_SKIPPED = re.compile(r"[^\w'& -]+")


@dataclass(slots=True)
class _Block:
    """Lines that belong together."""

    start: int
    end: int
    section: SectionKind
    bullet: bool


def read_items(text: str) -> tuple[Item, ...]:
    """The points and sentences of a posting in order; headings are not among them."""
    words = posting_words()
    items: list[Item] = []
    for block in _blocks(text):
        for start, end in sentences(text, block.start, block.end):
            said = " ".join(text[start:end].split())
            standing = words.boilerplate.search(plain(said)) is not None and block.section != "duties"
            section = "boilerplate" if standing else block.section
            items.append(Item(said, Span(start, end), section, block.bullet))
    return tuple(items)


def heading_kind(line: str) -> SectionKind | None:
    """The part that a line opens; None where it is no heading that is known."""
    words = posting_words()
    bare = _SKIPPED.sub(" ", plain(_MARKS.sub("", line.strip()))).replace("&", "and")
    bare = " ".join(bare.split())
    if not bare or len(bare) > _MOST_HEADING:
        return None
    if known := words.headings.get(bare):
        return known
    if line.rstrip().endswith(":") and words.nice.search(bare):
        return "nice"
    if bare.startswith("about ") and len(bare.split()) <= 6:
        return "about"
    parts = bare.split()
    if len(parts) > _HEADING_WORDS:
        return None
    found = [phrase for phrase in words.headings if len(phrase) > 4 and f" {phrase} " in f" {bare} "]
    if not found:
        return None
    longest = max(found, key=len)
    # A sentence that happens to hold the word is no heading: the known words are at least half of one.
    return words.headings[longest] if 2 * len(longest.split()) >= len(parts) else None


def _blocks(text: str) -> Iterator[_Block]:
    section: SectionKind = "other"
    block: _Block | None = None
    for start, end in _lines(text):
        line = text[start:end]
        bullet = _BULLET.match(line)
        opened = None if bullet else _opened(line, section)
        if block and not bullet and not opened and line.strip() and _goes_on(text, block, line):
            block.end = end
            continue
        if block:
            yield block
        block = None
        lead = bullet.end() if bullet else 0
        if opened:
            lead, section = opened
        if text[start + lead : end].strip():
            block = _Block(start + lead, end, section, bullet is not None)
    if block:
        yield block


def _opened(line: str, section: SectionKind) -> tuple[int, SectionKind] | None:
    """How much of a line is a heading, and the part it opens; None where it is none."""
    if kind := heading_kind(line):
        return len(line), kind
    if _looks_like_heading(line):
        return len(line), "other" if line.strip().endswith(":") or section == "boilerplate" else section
    return _inline(line)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _inline(line: str) -> tuple[int, SectionKind] | None:
    """Where the words behind "Requirements: …" begin, and the part they open."""
    match = _INLINE.match(line)
    if match and (kind := heading_kind(match[1])):
        return match.end(), kind
    return None


def _looks_like_heading(line: str) -> bool:
    bare = line.strip()
    if len(bare) > _MOST_HEADING or len(bare.split()) > _HEADING_WORDS or any(sign.isdigit() for sign in bare):
        return False
    if bare.startswith("#") or (bare.startswith("**") and bare.endswith(("**", ":"))):
        return True
    return bare.endswith(":") or (bare.isupper() and len(bare) > 5)


def _goes_on(text: str, block: _Block, line: str) -> bool:
    """Whether a line is the rest of the one before: it begins small, or that one is long and unfinished."""
    before = text[max(block.start, block.end - 200) : block.end].rstrip()
    if line.lstrip()[:1].islower():
        return True
    if before.endswith((".", "!", "?", ":", ";")):
        return False
    last = before.rpartition("\n")[2]
    return before.endswith((",", "-")) or len(last) >= _MOST_HEADING - 2 or line[:1] in " \t"


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the sentences of a part of the text, without white space around them."""
    place = start
    for match in _SENTENCE_END.finditer(text, start, end):
        yield from trimmed(text, place, match.end())
        place = match.end()
    yield from trimmed(text, place, end)


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The place without white space and loose signs around it; nothing where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in "-–—•*·,;:|"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:|.–—"):
        end -= 1
    if end > start:
        yield start, end
