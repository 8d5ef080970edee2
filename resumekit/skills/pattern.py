"""Patterns: the words of a cue, as a coach writes them and as they are found in a clause.

    interview <staff>        each word by its lemma, in any form; <class> any word of that class of the lexicons
    hire|recruit _ crew      alternatives; `_` is any one word
    walk .. through          `..` is up to three words
    =ran                     this very form

Articles, possessives, numbers and other small words (`SMALL`) are passed over on both sides, so that `interview <staff>`
finds "interviewed some 40 of our cashiers". There are no regular expressions: shared files are untrusted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from resumekit.errors import ResumekitError

MAX_GAP = 3
"""How many words `..` may pass over."""
MAX_ELEMENTS = 12
SMALL = frozenset(
    "a an the this that these those my our your his her its their each every all both any some few several many most "
    "about around roughly some nearly almost approximately to of own other another such very more than".split()
)
"""Words that say nothing by themselves between those that do."""


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One place of a pattern. `words` are lemmas, exact forms or class names, by `kind`.

    Elements are kept and told apart by identity: a framework has thousands of cues, of few different elements.
    """

    kind: Literal["lemma", "form", "class", "any", "gap"]
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Word:
    """What a pattern looks at in a clause: one word that is not small.

    A phrase of a lexicon ("shop steward") is one word too; its `head` is the lemma of its last part.
    """

    lemma: str
    form: str
    classes: frozenset[str]
    start: int
    end: int

    @property
    def head(self) -> str:
        return self.lemma.rpartition(" ")[2]


Pattern = tuple[Element, ...]
Sense = tuple[tuple[str, frozenset[str]], ...]
_SIGNS = frozenset("<>=*?[]()")


def parse_pattern(text: str) -> Pattern:
    """The elements of a pattern.

    Raises:
        ResumekitError: it has no word to find, too many elements, or a `..` at an end.
    """
    elements = tuple(_element(part) for part in text.lower().split() if part not in SMALL and not part.isdigit())
    solid = [element for element in elements if element.kind not in ("any", "gap")]
    if not solid:
        raise ResumekitError(
            f"'{text}' has no word that can be found: articles, numbers, '_' and '..' stand between words"
        )
    if len(elements) > MAX_ELEMENTS:
        raise ResumekitError(f"'{text}' has {len(elements)} words; a cue has {MAX_ELEMENTS} at most")
    if elements[0].kind in ("any", "gap") or elements[-1].kind == "gap":
        raise ResumekitError(f"'{text}' begins or ends with a gap; begin and end it with a word")
    if solid[0].kind == "class" and len(solid) == 1:
        raise ResumekitError(f"'{text}' is only a class of words, which every bullet has; add what is done")
    return elements


@lru_cache(maxsize=20_000)
def _element(part: str) -> Element:
    if part == "_":
        return Element("any")
    if part == "..":
        return Element("gap")
    if part.startswith("<") and part.endswith(">"):
        return Element("class", frozenset(_options(part, part[1:-1])))
    if part.startswith("="):
        return Element("form", frozenset(_options(part, part[1:])))
    return Element("lemma", frozenset(word_key(word) for word in _options(part, part)))


def _options(part: str, text: str) -> list[str]:
    options = text.split("|")
    if not all(options) or not _SIGNS.isdisjoint(text):
        raise ResumekitError(f"'{part}' is not a word, <class>, =form, '_' or '..'; write alternatives as one|other")
    return options


def same_as(pattern: Pattern) -> Sense:
    """What two patterns share when they find the same words."""
    return tuple((element.kind, element.words) for element in pattern)


def word_key(word: str) -> str:
    """One spelling for British, Canadian and American ways to write a lower-case word."""
    if len(word) > 5:
        if word.endswith("isation"):
            return word[:-7] + "ization"
        if word.endswith("ise"):
            return word[:-3] + "ize"
        if word.endswith("our"):
            return word[:-3] + "or"
    return word


def match_at(pattern: Pattern, words: Sequence[Word], place: int) -> int | None:
    """Where the pattern ends (exclusive) when it begins at a place of the words, the nearest end; or None."""
    return _match(pattern, 0, words, place)


def _match(pattern: Pattern, index: int, words: Sequence[Word], place: int) -> int | None:
    while index < len(pattern):
        element = pattern[index]
        if element.kind == "gap":
            for skipped in range(MAX_GAP + 1):
                if (end := _match(pattern, index + 1, words, place + skipped)) is not None:
                    return end
            return None
        if place >= len(words) or not _fits(element, words[place]):
            return None
        index, place = index + 1, place + 1
    return place


def _fits(element: Element, word: Word) -> bool:
    match element.kind:
        case "lemma":
            return word.lemma in element.words or (" " in word.lemma and word.head in element.words)
        case "class":
            return not element.words.isdisjoint(word.classes)
        case "form":
            return word.form in element.words
        case _:
            return True
