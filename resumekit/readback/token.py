"""Words of a reading with their places, and what may differ between a document and what a machine reads of it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_CJK = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+|[^\w\s]")
_EAST = re.compile(f"[{_CJK}]")
_RTL_RUN = re.compile(f"[{_RTL}]+")
_RTL_WORDS = re.compile(f"[{_RTL}]+(?:\\s+[{_RTL}]+)+")
_PRESENTATION = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]+")
# What no reader sees: soft hyphens, joiners, direction marks and variation selectors.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\f": "\n"})
# After one of these a line may be broken without a space in between.
_BREAK_AFTER = frozenset("-–—/|…")
_BULLETS = frozenset("•‣◦▪▫■□●○∙·–*")


class Token(NamedTuple):
    """A word, a sign or one East Asian letter.

    `space` is whether a space stands before it, None where a line break allows both. `first` and `last` are whether a
    line of the reading begins or ends with it, bullets apart. `at` is its place in the text.
    """

    text: str
    space: bool | None
    first: bool
    last: bool
    at: int


def normalized(text: str) -> str:
    """The text with one form for each letter; Latin ligatures stay, because a search does not find through them."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_HYPHENS)
    return _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of text that is normalized."""
    out: list[Token] = []
    end, first, after_bullet = 0, True, False
    for match in _TOKEN.finditer(text):
        start = match.start()
        gap = text[end:start]
        broken = not out or "\n" in gap
        space: bool | None = start > end
        if broken and out:
            out[-1] = out[-1]._replace(last=True)
            if text[end - 1] in _BREAK_AFTER or is_east_asian(text[end - 1] + text[start]):
                space = None
        first = broken or after_bullet
        out.append(Token(match[0], space, first, last=False, at=start))
        after_bullet = first and match[0] in _BULLETS
        end = match.end()
    if out:
        out[-1] = out[-1]._replace(last=True)
    return tuple(out)


def is_east_asian(text: str) -> bool:
    """Whether a letter of `text` belongs to a script that is written without spaces."""
    return _EAST.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Whether a letter of `text` is Arabic or Hebrew."""
    return _RTL_RUN.search(text) is not None


def as_spoken(text: str) -> str:
    """A line of a left-to-right document with the words of each right-to-left run in the order they are spoken in.

    PDFium gives the letters of such words in that order, but the words as they stand on the page.
    """
    return _RTL_WORDS.sub(lambda match: " ".join(reversed(match[0].split())), text) if is_right_to_left(text) else text


def has_all_words(expected: str, window: str) -> bool:
    """Whether every word of `expected` stands in `window`, read from left to right or from right to left.

    A reader gives Arabic and Hebrew in the order of speaking or in the order on the page, letters and words; within
    the window their order says nothing.
    """
    there: Counter[str] = Counter()
    for match in _RTL_RUN.finditer(window):
        there.update({normalized(match[0]), normalized(match[0][::-1])})
    there.update(token.text for token in tokens(_RTL_RUN.sub(" ", window)))
    needed = Counter(match[0] for match in _RTL_RUN.finditer(expected))
    needed.update(token.text for token in tokens(_RTL_RUN.sub(" ", expected)) if token.text.isalnum())
    return needed <= there
