"""Grams: the single words and pairs of neighbours that fitted weights are about, each by lemma, form or class."""

from __future__ import annotations

from collections.abc import Sequence

from resumekit.skills.match import Span
from resumekit.skills.pattern import Word


def grams(words: Sequence[Word]) -> dict[str, Span]:
    """Every gram of a bullet with the place where it first stands.

    A word counts as its lemma (a phrase also as its last), as `=form` where that differs, and as each `<class>` it belongs to; a pair of
    neighbours as each pair of their lemmas and classes: `train <staff>`.
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
        pair = Span(start, word.end)
        for one in before:
            for two in names:
                found.setdefault(f"{one} {two}", pair)
        before, start = names, word.start
    return found
