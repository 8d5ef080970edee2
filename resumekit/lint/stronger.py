"""Stronger verbs: those of the same competency, in the form that stands there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from resumekit.lint.reading import words
from resumekit.text.verbs import Form, Verb, verbs

MOST = 4
"""As many as a person chooses among."""


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("resumekit.lint") / "data" / "verbs-en.toml").read_text(encoding="utf-8"))


@cache
def _by_competency() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(text.split()) for name, text in _data()["strong"].items()}


@cache
def _about() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, text in _data()["about"].items():
        for word in text.split():
            found.setdefault(word, name)
    return found


@cache
def competency_of(base: str) -> str:
    """The competency with the shortest list that holds the verb, for it says most; "" for a verb of none."""
    return min((name for name, listed in _by_competency().items() if base in listed), key=_size, default="")


def _size(competency: str) -> int:
    return len(_by_competency()[competency])


def alternatives(base: str, form: Form, used: Iterable[str] = ()) -> tuple[str, ...]:
    """Other verbs of the same competency, in this form, those in `used` left out; () for a verb of no list."""
    left = {base, *used}
    listed = _by_competency().get(competency_of(base), ())
    return tuple(_formed(other, form) for other in listed if other not in left)[:MOST]


def for_phrase(text: str, form: Form) -> tuple[str, ...]:
    """Verbs that fit what a phrase is about, by the first of its words that tells."""
    about = next((_about()[word.lower()] for word in words(text) if word.lower() in _about()), "")
    listed = _by_competency()[about] if about else tuple(_data()["general"]["words"].split())
    return tuple(_formed(base, form) for base in listed)[:MOST]


def _formed(listed: str, form: Form) -> str:
    """A verb of a list in a form; the second word of "roll_out" stays."""
    base, _, particle = listed.partition("_")
    verb: Verb | None = verbs().get(base)
    formed = verb.form(form) if verb else base
    return f"{formed} {particle}" if particle else formed


def offered(choices: Iterable[str]) -> str:
    """The choices as a suggestion: "managed, directed or supervised"."""
    listed = list(choices)
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} or {listed[-1]}" if listed else ""
