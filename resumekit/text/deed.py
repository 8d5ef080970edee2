"""Deed: what someone did and what came of it, as words and measures, before it is a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from resumekit.model.achievement import Measure

Lead = Literal["result", "action"]

# Spaces that may be gathered into one; a no-break space is somebody's intention and stays.
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_LIST_MARK = re.compile(r"^(?:[-*•–—·▪‣◦]\s+)+|^[•▪‣◦]\s*")
_ABBREVIATED = re.compile(r"\b(?:\w\.)+\w?\.$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|etc|inc|ltée|p\.m|a\.m)\.$")
_STOP = re.compile(r"(?<=[a-zà-ÿ]{3})\. +(?=[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Deed:
    """One achievement, its parts cleaned; "" for a part that is not stated.

    `present` asks for the present tense; `contributed` says that it was done as one of several.
    """

    action: str
    result: str
    challenge: str
    measures: tuple[Measure, ...] = ()
    contributed: bool = False
    present: bool = False
    lead: Lead | None = None


def cleaned(text: str | None) -> str:
    """The text without list marks, stray white space and a full stop at its end; what is only such stays."""
    whole = _SPACE.sub(" ", text or "").strip()
    bare = _LIST_MARK.sub("", whole).strip()
    if bare.endswith((";", ",", ":")):
        bare = bare[:-1].rstrip()
    if bare.endswith(".") and not bare.endswith("..") and not _ABBREVIATED.search(bare):
        bare = bare[:-1].rstrip()
    return bare or whole


def unstopped(text: str) -> str:
    """A single sentence without the full stop at its end, as bullets stand; several keep theirs."""
    return text if len(sentences(text)) > 1 else cleaned(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a stop after an abbreviation of a letter or two parts none."""
    return [part.strip() for part in _STOP.split(text) if part.strip()]


def capitalized(text: str) -> str:
    """The text with its first letter a capital; words that open otherwise ("iPhone", "3D") stay."""
    first = text.split(" ", maxsplit=1)[0]
    if not first or not first[0].islower() or any(c.isupper() for c in first[1:]):
        return text
    # Title case, for the letters that have one of their own.
    return first[0].title() + text[1:]
