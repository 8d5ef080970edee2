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
_ENDS = frozenset(";.!?•–—|")
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
    """The words of a bullet that say something, in order.

    `clauses` and `sentences` are stretches of words as (first, last + 1); a semicolon or a dash ends a sentence too.
    """

    words: tuple[Word, ...]
    clauses: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]

    def part(self, first: int, last: int) -> Reading:
        """The reading of a stretch of words, as if it stood alone; their places stay those in the whole text."""
        inside = tuple((begin - first, end - first) for begin, end in self.clauses if first <= begin and end <= last)
        return Reading(self.words[first:last], inside, ((0, last - first),))


Keys = tuple[str, ...]
Moved = dict[int, int]
"""Where each word of one list begins in another."""


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
        ends: list[int] = []
        for token in self._tokenize(text)[: MAX_WORDS * 2]:
            form = token.lower_
            if not any(sign.isalpha() for sign in form):
                if form in _STOPS or (form == "," and words):
                    breaks.append(len(words))
                if form in _ENDS:
                    ends.append(len(words))
                continue
            form = form.strip("'’.-")
            if form in _JOINS:
                breaks.append(len(words))
            if form in SMALL or form in _JOINS or form in _ENDINGS:
                continue
            words.append(Word(lemma_of(form), form, frozenset(), token.idx, token.idx + len(token)))
        words, moved = self._translated(words)
        breaks, ends = [moved[cut] for cut in breaks], [moved[cut] for cut in ends]
        words, moved = self._classed(words)
        return Reading(
            tuple(words),
            _stretches((moved[cut] for cut in breaks), len(words)),
            _stretches((moved[cut] for cut in ends), len(words)),
        )

    def _translated(self, words: list[Word]) -> tuple[list[Word], Moved]:
        """The words with a lexicon's plain ones in place of the field's own."""
        out: list[Word] = []
        moved: Moved = {}
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
        return out, moved

    def _classed(self, words: list[Word]) -> tuple[list[Word], Moved]:
        """The words with the classes they belong to; a phrase of a class becomes one word."""
        out: list[Word] = []
        moved: Moved = {}
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
        return out, moved


def _stretches(cuts: Iterable[int], count: int) -> tuple[tuple[int, int], ...]:
    return tuple(itertools.pairwise(sorted({0, count, *cuts})))


@cache
def _tokenizer() -> Any:
    import spacy

    return spacy.blank("en").tokenizer
