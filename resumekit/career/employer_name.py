"""Names of employers compared: one employer written in two ways is the same employer."""

from __future__ import annotations

import re
import unicodedata

_ENDINGS = frozenset(
    "inc incorporated ltd limited ltee limitee llc llp lp corp corporation co company cie compagnie plc gmbh ulc "
    "senc sencrl srl sa enr".split()
)
"""Legal endings of Canada, and of what is often met there."""
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_JOINERS = re.compile(r"(?<=\w)['’`.](?=\w)|&|\+")
_LEADING = frozenset(("the", "le", "la", "les"))


def same_employer(one: str, other: str) -> bool:
    """Whether two names are one employer's: case, punctuation, accents, "the" and legal endings aside.

    A branch and its parent ("Northwind", "Northwind Labs") are two employers. Empty names are like nothing.
    """
    key = employer_key(one)
    return bool(key) and key == employer_key(other)


def employer_key(name: str) -> str:
    """What is compared: the words of a name, joined by spaces; a name that is nothing but endings stays whole."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    plain = _DOTTED.sub(lambda match: match[0].replace(".", "") + " ", plain)
    plain = _JOINERS.sub(lambda match: " and " if match[0] in "&+" else "", plain)
    words = re.findall(r"\w+", plain)
    kept = words[1:] if len(words) > 1 and words[0] in _LEADING else words
    while len(kept) > 1 and (kept[-1] in _ENDINGS or kept[-1] == "and"):
        kept = kept[:-1]
    return " ".join(kept)
