"""The language of a text, English or French, by its small words."""

from __future__ import annotations

import re

_FRENCH = frozenset(
    """le la les des du de un une et en dans pour par sur avec au aux est sont que qui ce cette ses leur nous vous à été
    d l qu chez entre ainsi plus afin nous notre votre""".split()
)
_ENGLISH = frozenset(
    """the of and to in for with on at by from an a is are that which this their its was were as into over under our your
    who per you we will""".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Tells "fr" where a text has more French small words than English ones, else "en"."""
    words = [word.casefold() for word in _WORD.findall(text)]
    french = sum(1 for word in words if word in _FRENCH)
    english = sum(1 for word in words if word in _ENGLISH)
    return "fr" if french > english else "en"
