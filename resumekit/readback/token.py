"""Words of a reading with their places, and what may differ between a document and what a machine reads of it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_CJK = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+|[^\w\s]")
_RTL_RUN = re.compile(f"[{_RTL}]+")
_PRESENTATION = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]+")
# What no reader sees: soft hyphens, joiners, direction marks and variation selectors.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\f": "\n"})
# After one of these a line may be broken without a space in between.
_BREAK_AFTER = frozenset("-–—/|…")
_BULLETS = frozenset("•‣◦▪▫■□●○∙·–*")


@dataclass(frozen=True, slots=True)
class Token:
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
    found = list(_TOKEN.finditer(text))
    out: list[Token] = []
    end, line_opens = 0, True
    for index, match in enumerate(found):
        gap = text[end : match.start()]
        broken = index == 0 or "\n" in gap
        line_opens = broken or (line_opens and found[index - 1][0] in _BULLETS)
        following = text[match.end() : found[index + 1].start()] if index + 1 < len(found) else "\n"
        soft = broken and index > 0 and (text[end - 1] in _BREAK_AFTER or is_east_asian(text[end - 1] + match[0]))
        out.append(Token(match[0], None if soft else bool(gap), line_opens, "\n" in following, match.start()))
        end = match.end()
    return tuple(out)


def is_east_asian(text: str) -> bool:
    return re.search(f"[{_CJK}]", text) is not None


def is_right_to_left(text: str) -> bool:
    return _RTL_RUN.search(text) is not None


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
