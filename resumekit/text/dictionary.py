"""Dictionaries: the words of a language, spellings that differ between countries, and what a misspelled word may mean."""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files

_LETTERS = {"en": "abcdefghijklmnopqrstuvwxyz", "fr": "abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûü"}
# What Canadian usage takes from Britain; -ize and -yze are American. Canadian Oxford Dictionary's first spellings.
_CANADIAN = frozenset({"our", "re", "ll", "ogue", "ence", "single"})
_CANADIAN_AS_AMERICAN = frozenset(
    "artifact artifacts skeptical skeptic aluminum airplane tire curb pajamas acknowledgment sulfur sulfate mold molds molding "
    "aging maneuver maneuvers maneuvered maneuvering installment installments".split()
)

# Where Canada and the United States agree against Britain, which has both of some ("program" of a computer, "curb").
_BRITISH_ALONE = {
    "programme": "program", "programmes": "programs", "tyre": "tire", "tyres": "tires", "kerb": "curb", "kerbs": "curbs",
    "kerbside": "curbside", "aluminium": "aluminum", "aeroplane": "airplane", "aeroplanes": "airplanes",
}  # fmt: skip


@cache
def words(language: str) -> frozenset[str]:
    """Every word of the dictionary of "en" (all countries' spellings, and words of working life) or "fr"."""
    return frozenset([*_lines(language), *(_plain_lines("work-en") if language == "en" else ())])


@cache
def common_words(language: str) -> Mapping[str, int]:
    """Words that resumes are full of, each with its rank by how often they stand there; none for French."""
    return {word: rank for rank, word in enumerate(_plain_lines("common-en"))} if language == "en" else {}


def _lines(name: str) -> list[str]:
    data = (files("resumekit.text") / "dictionaries" / f"{name}.txt.gz").read_bytes()
    return gzip.decompress(data).decode().split("\n")[1:-1]


def _plain_lines(name: str) -> list[str]:
    return (files("resumekit.text") / "dictionaries" / f"{name}.txt").read_text(encoding="utf-8").split()


def is_word(word: str, language: str) -> bool:
    """Whether the dictionary has the word, as it stands or without its capitals."""
    known = words(language)
    lower = word.lower()
    if word in known or lower in known or (word[:1].isupper() and lower.capitalize() in known):
        return True
    # façade, naïve, résumé: English lists have them without their accents.
    return language == "en" and not lower.isascii() and _bare(lower) in known


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@cache
def respelled(locale: str) -> Mapping[str, str]:
    """Each spelling that is foreign to an English locale, with its own; "-ize" is at home in Britain too."""
    found = {}
    for line in _lines("en-variants"):
        american, british, family, both = line.split("\t")
        if locale == "en-US" and (not both or family == "ll"):
            found[british] = american
        elif (locale == "en-GB" and family != "ize") or (locale == "en-CA" and _is_british_in_canada(american, family)):
            found[american] = british
        elif locale == "en-CA" and family in ("ize", "yze"):
            found[british] = american
    return found if locale == "en-GB" else found | _BRITISH_ALONE


def _is_british_in_canada(american: str, family: str) -> bool:
    return family in _CANADIAN and american not in _CANADIAN_AS_AMERICAN


@cache
def oxford() -> Mapping[str, str]:
    """British spellings in -ise by those in -ize: either may stand, but not both in one text."""
    rows = (line.split("\t") for line in _lines("en-variants"))
    return {row[0]: row[1] for row in rows if row[2] == "ize"}


@lru_cache(maxsize=2048)
def suggestions(word: str, language: str) -> tuple[str, ...]:
    """What a word that the dictionary does not have may be meant for, the likeliest first; at most three."""
    known, rank, lower = words(language), common_words(language), word.lower()
    near = dict.fromkeys(item for item in _edits(lower, _LETTERS[language]) if item in known and len(item) > 2)
    if near:
        # The slips likeliest by their kind come first; a common word goes before a rare one.
        return tuple(sorted(near, key=lambda item: item not in rank)[:3])
    if len(lower) < 7:
        return ()
    for choices in (rank, known):
        alike = [item for item in choices if item[:1] == lower[:1] and abs(len(item) - len(lower)) <= 2]
        if found := get_close_matches(lower, alike, n=2, cutoff=0.85):
            return tuple(found)
    return ()


@lru_cache(maxsize=2048)
def slip_of(word: str, language: str) -> str:
    """The common word that one slip parts this one from; "" when there is none."""
    rank = common_words(language)
    found = [item for item in _edits(word.lower(), _LETTERS[language]) if item in rank]
    return min(found, key=lambda item: rank[item], default="")


def _edits(word: str, letters: str) -> Iterator[str]:
    """Every word one slip away: letters that changed places, one doubled or not, one wrong, one missing, one too many."""
    pairs = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in pairs if len(b) > 1)
    yield from (a + b[0] + b for a, b in pairs if b)
    yield from (a + b[1:] for a, b in pairs if len(b) > 1 and b[0] == b[1])
    yield from (a + c + b[1:] for a, b in pairs if b and b[0] in "aeiouy" for c in "aeiou")
    yield from (a + c + b for a, b in pairs for c in letters)
    yield from (a + b[1:] for a, b in pairs if b)
    yield from (a + c + b[1:] for a, b in pairs if b for c in letters)
