"""Phrases: a list of words and phrases, compiled to be looked for in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_APOSTROPHES = "'’"
_HEAD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a list found in a text; `entry` is the phrase as the list has it, `value` what goes with it."""

    entry: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """A list ready to be looked for, whatever the case; of two phrases at one place the longer is found.

    In a phrase a space stands for a space or a hyphen, `*` at the end of a word for any ending, and `a/b` for either
    word. An entry whose value is false is struck from the list: so a coach removes one that ships.
    """

    pattern: re.Pattern[str]
    entries: tuple[tuple[str, Any], ...]
    telling: frozenset[str]
    """The most telling word of each phrase: a text that has none of them need not be searched."""
    beginnings: tuple[str, ...]
    """The beginnings of such words that may end in any way."""

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Phrases:
        # The longest first, for an alternation takes the first that fits.
        kept = sorted(((entry, value) for entry, value in table.items() if value is not False), key=_longest_first)
        parts = [f"(?P<p{index}>{_pattern(entry)})" for index, (entry, _) in enumerate(kept)]
        body = "|".join(parts) if parts else "(?!)"
        keys = [choice.lower() for entry, _ in kept for choice in _telling(entry)]
        whole = frozenset(key for key in keys if not key.endswith("*"))
        beginnings = tuple(key[:-1] for key in keys if key.endswith("*"))
        return cls(
            re.compile(rf"(?<![\w-])(?:{body})(?:(?<=['’])|(?!\w))", re.IGNORECASE), tuple(kept), whole, beginnings
        )

    def find(self, text: str) -> Iterator[Hit]:
        """Every phrase in the text, in its order, none overlapping another."""
        if self._may_hold(text):
            for match in self.pattern.finditer(text):
                yield self._hit(match)

    def at_start(self, text: str, start: int = 0) -> Hit | None:
        """The phrase that begins at this character; None when none does."""
        match = self.pattern.match(text, start)
        return self._hit(match) if match else None

    def _may_hold(self, text: str) -> bool:
        present = _words(text)
        if not self.telling.isdisjoint(present):
            return True
        return bool(self.beginnings) and any(word.startswith(self.beginnings) for word in present)

    def _hit(self, match: re.Match[str]) -> Hit:
        assert match.lastgroup
        entry, value = self.entries[int(match.lastgroup[1:])]
        return Hit(entry, value, match.start(), match.end())


def _telling(entry: str) -> list[str]:
    """The choices of the word of a phrase whose shortest choice is longest, each up to a mark inside it."""
    choices = [[_key(choice) for choice in word.split("/")] for word in entry.split()]
    return max(choices, key=lambda listed: min(len(choice) for choice in listed))


def _key(choice: str) -> str:
    """The longest run of letters of a word: a text is compared by such runs."""
    longest = max(_HEAD.findall(choice), key=len, default="")
    return f"{longest}*" if choice.endswith("*") and choice[:-1].endswith(longest) else longest


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_HEAD.findall(text.lower()))


def _longest_first(item: tuple[str, Any]) -> tuple[int, str]:
    return -len(item[0]), item[0]


def _pattern(entry: str) -> str:
    return r"[-\s\u2011]+".join(_word(word) for word in entry.split())


def _word(word: str) -> str:
    """One word of a phrase as a pattern, without groups of its own."""
    choices = [_plain(choice) for choice in word.split("/")]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _plain(word: str) -> str:
    ending = r"\w*" if word.endswith("*") else ""
    bare = re.escape(word.removesuffix("*"))
    for mark in _APOSTROPHES:
        bare = bare.replace(mark, f"[{_APOSTROPHES}]")
    # The first of the two replacements leaves marks inside brackets, which the second would take again.
    bare = re.sub(r"\[(?:\['’\]|['’])+\]", f"[{_APOSTROPHES}]", bare)
    return bare.replace(r"\-", r"[-\s\u2011]") + ending
