"""Reader: a bullet as words with their lemmas, classes and places, in clauses."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from resumekit.skills.lexicon import Lexicon
from resumekit.skills.pattern import SMALL, Word, word_key

MAX_WORDS = 400
"""No bullet is longer; what follows is not read."""
_STOPS = frozenset(";:.!?•–—|/()")
# What is left of a word's ending, and of nothing at all.
_ENDINGS = frozenset({"", "s", "’s", "'s"})
_JOINS = frozenset({"and", "then", "also", "plus", "&"})
# Forms whose lemma in the table is that of a rarer word.
_MENDED = {
    "crew": "crew", "crews": "crew", "people": "people", "data": "data", "staff": "staff", "better": "better",
    "leaves": "leave", "left": "leave", "media": "media", "wound": "wound", "found": "find", "ground": "ground",
    "hours": "hour", "pay": "pay", "paid": "pay", "new": "new", "us": "us", "who": "who", "feed": "feed",
    "first": "first", "well": "well", "less": "less", "more": "more", "best": "best", "worst": "worst", "worse": "worse",
}  # fmt: skip


@cache
def lemma_table() -> dict[str, str]:
    """Lower-case forms to lemmas; forms that are their own lemma are left out."""
    text = files("resumekit.skills").joinpath("data", "lemmas-en.tsv").read_text(encoding="utf-8")
    table = dict(line.split("\t", 1) for line in text.splitlines())
    return table | _MENDED


@cache
def lemma_of(form: str) -> str:
    """The lemma of a lower-case form, in the one spelling that cues and bullets share."""
    return word_key(lemma_table().get(form, form))


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a bullet that say something, in order, and the clauses they make as (first, last + 1)."""

    words: tuple[Word, ...]
    clauses: tuple[tuple[int, int], ...]


Keys = tuple[str, ...]


@dataclass(slots=True)
class _Phrases:
    """Phrases by their first lemma, the longest first."""

    by_first: dict[str, list[tuple[Keys, Any]]] = field(default_factory=dict)

    def add(self, phrase: str, value: Any) -> None:
        keys = _keys(phrase)
        if keys:
            known = self.by_first.setdefault(keys[0], [])
            known.append((keys, value))
            known.sort(key=lambda item: -len(item[0]))

    def at(self, words: list[Word], place: int) -> Iterator[tuple[int, Any]]:
        """(length, value) of every phrase that begins at a place, the longest first."""
        for keys, value in self.by_first.get(words[place].lemma, ()):
            if len(keys) == 1 or tuple(word.lemma for word in words[place : place + len(keys)]) == keys:
                yield len(keys), value


def _keys(phrase: str) -> Keys:
    parts = phrase.lower().replace("-", " ").split()
    return tuple(lemma_of(part) for part in parts if part not in SMALL)


class Reader:
    """Reads bullets with spaCy's tokenizer for English, and the words of lexicons.

    Lexicons lie over each other in the order given. Reading is the same for the same lexicons, whatever their order of
    entries.
    """

    def __init__(self, lexicons: Iterable[Lexicon] = ()) -> None:
        self._meanings, self._classes = _Phrases(), _Phrases()
        for lexicon in lexicons:
            for entry in lexicon.entries:
                self._meanings.add(entry.phrase, _keys(entry.means))
            for name, members in lexicon.classes.items():
                for member in members:
                    self._classes.add(member, name)
        self._tokenize = _tokenizer()

    def read(self, text: str) -> Reading:
        """The words of a text and its clauses."""
        words: list[Word] = []
        breaks: list[int] = []
        for token in self._tokenize(text)[: MAX_WORDS * 2]:
            form = token.lower_
            if not any(sign.isalpha() for sign in form):
                if form in _STOPS or (form == "," and words):
                    breaks.append(len(words))
                continue
            form = form.strip("'’.-")
            if form in _JOINS:
                breaks.append(len(words))
            if form in SMALL or form in _JOINS or form in _ENDINGS:
                continue
            words.append(Word(lemma_of(form), form, frozenset(), token.idx, token.idx + len(token)))
        return self._classed(self._translated(words, breaks))

    def _translated(self, words: list[Word], breaks: list[int]) -> tuple[list[Word], list[int]]:
        if not self._meanings.by_first:
            return words, breaks
        out: list[Word] = []
        moved: dict[int, int] = {}
        place = 0
        while place < len(words):
            moved[place] = len(out)
            length, meaning = next(self._meanings.at(words, place), (1, None))
            if meaning is None:
                out.append(words[place])
            else:
                start, end = words[place].start, words[place + length - 1].end
                out += [Word(key, key, frozenset(), start, end) for key in meaning]
            for inner in range(place + 1, place + length):
                moved[inner] = len(out)
            place += length
        moved[len(words)] = len(out)
        return out, [moved[cut] for cut in breaks]

    def _classed(self, given: tuple[list[Word], list[int]]) -> Reading:
        words, breaks = given
        out: list[Word] = []
        moved: dict[int, int] = {}
        place = 0
        while place < len(words):
            moved[place] = len(out)
            found = list(self._classes.at(words, place))
            length = found[0][0] if found else 1
            classes = frozenset(name for size, name in found if size == length)
            part = words[place : place + length]
            lemma = " ".join(word.lemma for word in part)
            out.append(Word(lemma, part[-1].form, classes, part[0].start, part[-1].end))
            for inner in range(place + 1, place + length):
                moved[inner] = len(out)
            place += length
        moved[len(words)] = len(out)
        cuts = sorted({0, len(out), *(moved[cut] for cut in breaks)})
        return Reading(tuple(out), tuple(itertools.pairwise(cuts)))


@cache
def _tokenizer() -> Any:
    import spacy

    return spacy.blank("en").tokenizer
