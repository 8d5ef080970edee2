"""WordPiece: a text as the numbers that a sentence model reads, after the vocabulary of BERT base uncased."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
PADDING = 0
MOST_PIECES = 128
_LONGEST = 100
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


@cache
def vocabulary() -> dict[str, int]:
    """Each piece with its number. Pieces that go on within a word begin with ##."""
    text = files("resumekit.skills").joinpath("data", "wordpiece-en.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.removesuffix("\n").split("\n"))}


def pieces(text: str) -> list[int]:
    """The numbers of a text between those of its start and end; what is beyond `MOST_PIECES` is cut."""
    known = vocabulary()
    found: list[int] = []
    for word in _words(text):
        found += _of_word(word)
        if len(found) > MOST_PIECES - 2:
            break
    return [known[START], *found[: MOST_PIECES - 2], known[END]]


@cache
def _of_word(word: str) -> tuple[int, ...]:
    """The longest piece that begins the word, then the longest that begins the rest, and so on."""
    known = vocabulary()
    found: list[int] = []
    place = 0
    while place < len(word) <= _LONGEST:
        sign = "##" if place else ""
        end = next((end for end in range(len(word), place, -1) if sign + word[place:end] in known), None)
        if end is None:
            return (known[UNKNOWN],)
        found.append(known[sign + word[place:end]])
        place = end
    return tuple(found) or (known[UNKNOWN],)


def _words(text: str) -> Iterator[str]:
    """Lower-case words without accents; each mark and each ideograph is a word of its own."""
    plain = "".join(_spaced(sign) for sign in text if sign not in "\0\ufffd")
    plain = unicodedata.normalize("NFD", plain.lower())
    word: list[str] = []
    for sign in plain:
        kind = unicodedata.category(sign)
        if kind == "Mn":
            continue
        alone = kind.startswith("P") or sign in "$+<=>^`|~"
        if word and (alone or sign.isspace()):
            yield "".join(word)
            word = []
        if alone:
            yield sign
        elif not sign.isspace():
            word.append(sign)
    if word:
        yield "".join(word)


def _spaced(sign: str) -> str:
    if sign in "\t\n\r" or unicodedata.category(sign) == "Zs":
        return " "
    if unicodedata.category(sign).startswith("C"):
        return ""
    code = ord(sign)
    return f" {sign} " if any(first <= code <= last for first, last in _IDEOGRAPHS) else sign
