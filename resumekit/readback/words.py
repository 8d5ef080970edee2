"""Words that tell headings, titles, organizations and places of a foreign resume; read once from their tables."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Known = Literal["standard", "known", "hinted"]
_COUNTED = 600
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*\.?")
_SPACED = re.compile(r"^(?:\S ){2,}\S(?:\s{2,}(?:\S ){1,}\S)*$")


def folded(text: str) -> str:
    """Text by which two headings are compared: no accents, capitals, signs at the ends; "&" is "and"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    plain = plain.replace("&", " and ").replace("’", "'").replace("\t", " ")
    return " ".join(re.sub(r"^[^a-z]+|[^a-z]+$", "", plain).split())


def unspaced(text: str) -> str:
    """A heading that is spaced letter by letter, closed up: "S K I L L S" is "SKILLS"."""
    if len(text) > 200 or not _SPACED.match(text):
        return text
    return " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", text))


@dataclass(frozen=True, slots=True)
class Headings:
    """Which section each known heading names, and the words that hint at one."""

    exact: dict[str, tuple[str, Known]]
    hints: dict[str, str]

    def find(self, text: str) -> tuple[str, Known] | None:
        """The section that a heading names in so many words."""
        return self.exact.get(folded(unspaced(text))) if len(text) < 200 else None

    def guess(self, text: str) -> str:
        """The section that a word of a heading hints at, "" for none; the last such word says it."""
        found = [self.hints[word] for word in re.findall(r"[a-z]+", folded(text)) if word in self.hints]
        return found[-1] if found else ""


@cache
def headings() -> Headings:
    """The headings that ship."""
    exact: dict[str, tuple[str, Known]] = {}
    hints: dict[str, str] = {}
    for name, row in _table("headings").items():
        if name != "basis":
            exact.update({folded(text): (name, "known") for text in row["known"]})
            exact.update({folded(text): (name, "standard") for text in row["standard"]})
            hints.update({word: name for word in row["hints"] if word not in hints})
    return Headings(exact, hints)


@cache
def words_of(kind: Literal["title", "organization", "study", "place"]) -> frozenset[str]:
    """The words that tell one thing, folded."""
    return frozenset(_table("entries")[kind]["words"].split())


def count(kind: Literal["title", "organization", "study", "place"], text: str) -> int:
    """How many words of a text tell this thing."""
    known = words_of(kind)
    text = text[:_COUNTED]
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    out = 0
    for word in _WORD.findall(plain):
        bare = word.rstrip(".")
        out += word in known or bare in known or (kind == "title" and any(part in known for part in bare.split("-")))
    return out


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("resumekit.readback") / "data" / f"{name}.toml").read_text(encoding="utf-8"))
