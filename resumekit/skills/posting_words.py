"""The words that postings are made of, read from their data file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from resumekit.skills.posting import SectionKind

_WORD = re.compile(r"[^\W\d_][\w'+#&.-]*")


@dataclass(frozen=True)
class PostingWords:
    """All of it, with one pattern for each list. Patterns take lower-case text with straight apostrophes."""

    headings: dict[str, SectionKind]
    nice: re.Pattern[str]
    must: re.Pattern[str]
    asks: re.Pattern[str]
    boilerplate: re.Pattern[str]
    fillers: frozenset[str]
    pairs: re.Pattern[str]
    waiting: frozenset[str]
    abbreviations: dict[str, str]
    languages: dict[str, re.Pattern[str]]
    credentials: dict[str, re.Pattern[str]]
    tools: re.Pattern[str]
    capital: frozenset[str]
    regions: dict[str, re.Pattern[str]]


def table(name: str) -> dict[str, Any]:
    """A data file of this folder."""
    return tomllib.loads(files("resumekit.skills").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of these phrases as whole words, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-]|\+\+|#)")


@cache
def posting_words() -> PostingWords:
    """The shipped words."""
    data = table("posting-words")
    wording = data["wording"]
    headings: dict[str, SectionKind] = {}
    for name in ("headings_fr", "headings"):
        for kind, phrases in data[name].items():
            headings.update(dict.fromkeys(phrases, kind))
    return PostingWords(
        headings=headings,
        nice=any_of(wording["nice"]),
        must=any_of(wording["must"]),
        asks=any_of(wording["asks"]),
        boilerplate=any_of(wording["boilerplate"]),
        fillers=frozenset(data["fillers"]["words"].split()),
        pairs=any_of(data["fillers"]["pairs"]),
        waiting=frozenset(data["fillers"]["waiting"].split()),
        abbreviations=data["abbreviations"],
        languages={name: any_of(names) for name, names in data["languages"].items()},
        credentials={name: any_of(names) for name, names in data["credentials"].items()},
        tools=any_of(data["tools"]["names"]),
        capital=frozenset(data["tools"]["capital"]),
        regions={name: any_of(names) for name, names in data["regions"].items()},
    )


def plain(text: str) -> str:
    """Lower case with straight apostrophes, character for character."""
    # Character by character where lower-casing would change the length, as it does for a dotted capital I.
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
    return lowered.replace("’", "'").replace("‘", "'").replace("\u00a0", " ").replace("\u202f", " ")


@lru_cache(maxsize=4_096)
def says_something(text: str) -> bool:
    """Whether a phrase has a word besides those that every posting has."""
    fillers = posting_words().fillers
    return any(word.strip(".-'") not in fillers and len(word) > 1 for word in _WORD.findall(plain(text)))
