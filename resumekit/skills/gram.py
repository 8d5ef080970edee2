"""Grams: the single words and pairs of neighbours that fitted weights are about, each by lemma, form or class."""

from __future__ import annotations

from collections.abc import Sequence

from resumekit.skills.match import Span
from resumekit.skills.pattern import Word

LONG, BEGINNING = 7, 6
"""A word of more letters than the first counts by as many as the second, too."""


def grams(words: Sequence[Word]) -> dict[str, Span]:
    """Every gram of a bullet with the place where it first stands.

    A word counts as its lemma (a phrase also as its last word), as `=form` where that differs, as each `<class>` it
    belongs to, and, where it is long, as its `beginning-`, which "harass" and "harassment" share; two neighbours count
    as each pair of their lemmas and classes: `train <staff>`.
    """
    found: dict[str, Span] = {}
    before: tuple[str, ...] = ()
    start = 0
    for word in words:
        own = (word.lemma, word.head) if " " in word.lemma else (word.lemma,)
        names = (*own, *(f"<{name}>" for name in sorted(word.classes)))
        span = Span(word.start, word.end)
        for name in names:
            found.setdefault(name, span)
        if word.form != word.lemma:
            found.setdefault("=" + word.form, span)
        if len(word.lemma) > LONG:
            found.setdefault(word.lemma[:BEGINNING] + "-", span)
        pair = Span(start, word.end)
        for one in before:
            for two in names:
                found.setdefault(f"{one} {two}", pair)
        before, start = names, word.start
    return found
