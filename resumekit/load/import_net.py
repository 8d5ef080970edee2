"""The net under an importer: words of the file that stand nowhere in its draft are kept with their line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from resumekit.load.draft import Draft
from resumekit.readback.foreign import ForeignLine
from resumekit.readback.span import spans
from resumekit.readback.words import headings

_WORD = re.compile(r"[^\W_]+")
_PIECES = re.compile(r"\t+|\s+[|•·]\s+|\s{2,}")
_LENGTH = re.compile(r"\d+ (?:years?|yrs?|months?|mos?|ans?|mois)\b", re.IGNORECASE)
# What a field says by its name, or a date by its form.
_SAID = frozenset(
    "target poste visé team équipe staff people reports reported to supérieur supérieure immédiat immédiate relevait "
    "relève de sous la direction budget revenue revenus sites établissements assets actifs chiffre d affaires expected "
    "anticipated graduating graduation prévu prévue career break pause professionnelle since depuis from du to au et and "
    "email e mail courriel phone tel tél telephone téléphone mobile cell cellulaire linkedin github website address "
    "adresse location courses course coursework relevant cours languages langues".split()
)


def keep_lost(draft: Draft, lines: Iterable[ForeignLine], titles: Iterable[str]) -> None:
    """Keeps each piece of a line with a word that neither the draft's facts nor what it kept have.

    `titles` are the headings of sections, whose words tell where a fact is put.
    """
    known = {word for text in _texts(draft) for word in _words(text)}
    named = {_folded(title) for title in titles}
    for line in lines:
        if _folded(line.text) in named or headings().find(line.text):
            continue
        for piece in _PIECES.split(line.text):
            if any(word not in known and word not in _SAID for word in _words(_undated(piece))):
                draft.keep("beside the rest", piece)
                known.update(_words(piece))


def _undated(text: str) -> str:
    """A text without its dates and lengths of time."""
    for span in reversed(spans(text)):
        text = f"{text[: span.at]} {text[span.to :]}"
    return _LENGTH.sub(" ", text)


def _texts(draft: Draft) -> Iterator[str]:
    todo: list[Any] = [draft.data]
    while todo:
        value = todo.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            todo += value.values()
        elif isinstance(value, list):
            todo += value
    for one in draft.unplaced:
        yield one.text


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _folded(text: str) -> str:
    return " ".join(_words(text))
