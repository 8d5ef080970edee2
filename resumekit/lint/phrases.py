"""Phrases: a list of words and phrases, compiled to be looked for in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_APOSTROPHES = "'’"


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

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Phrases:
        # The longest first, for an alternation takes the first that fits.
        kept = sorted(((entry, value) for entry, value in table.items() if value is not False), key=_longest_first)
        parts = [f"(?P<p{index}>{_pattern(entry)})" for index, (entry, _) in enumerate(kept)]
        body = "|".join(parts) if parts else "(?!)"
        return cls(re.compile(rf"(?<![\w-])(?:{body})(?:(?<=['’])|(?!\w))", re.IGNORECASE), tuple(kept))

    def find(self, text: str) -> Iterator[Hit]:
        """Every phrase in the text, in its order, none overlapping another."""
        for match in self.pattern.finditer(text):
            yield self._hit(match)

    def at_start(self, text: str, start: int = 0) -> Hit | None:
        """The phrase that begins at this character; None when none does."""
        match = self.pattern.match(text, start)
        return self._hit(match) if match else None

    def _hit(self, match: re.Match[str]) -> Hit:
        assert match.lastgroup
        entry, value = self.entries[int(match.lastgroup[1:])]
        return Hit(entry, value, match.start(), match.end())


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
