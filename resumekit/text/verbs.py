"""English verbs of working life and their forms; what the lexicon lacks follows the rules of spelling."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Form = Literal["base", "past", "gerund", "third"]
FORMS: tuple[Form, ...] = ("past", "base", "third", "gerund")

_VOWELS = "aeiou"
_PREFIX = re.compile(r"^(co|re|pre|de|cross|mid|self|out|over|under)-(?=[a-z]{3})")
# Words in -ed that are no past form.
_NOT_PAST = frozenset(
    "need needed speed feed seed breed indeed exceed proceed succeed hundred sacred embed shed bleed weed greed naked "
    "wicked rugged biomed united unmanned unprecedented limited applied advanced detailed related based so-called".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by its forms."""

    base: str
    past: str
    participle: str
    gerund: str
    third: str

    def form(self, form: Form) -> str:
        return {"base": self.base, "past": self.past, "gerund": self.gerund, "third": self.third}[form]


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("resumekit.text") / "lexicons" / "verbs-en.toml").read_text(encoding="utf-8"))


@cache
def sense(name: str) -> frozenset[str]:
    """The bases that the lexicon lists under one sense: "leadership", "reduce", "noun" …."""
    return frozenset(_data()["sense"][name].split())


@cache
def verbs() -> Mapping[str, Verb]:
    """Every verb of the lexicon by its base."""
    doubled = set(_data()["doubled"].split())
    found = {base: _regular(base, base in doubled) for base in _data()["regular"].split()}
    for base, forms in _data()["irregular"].items():
        past, participle = forms.split()
        plain = _regular(base, base in doubled or (past == base and _closes_short(base)))
        found[base] = Verb(base, past, participle, plain.gerund, _THIRD.get(base, plain.third))
    return found


_THIRD = {"be": "is", "have": "has"}
_DOUBLED_IRREGULAR = frozenset(
    "begin bet bid cut dig fit forget get hit input let offset outbid outrun overrun preset put recut refit rerun reset "
    "resit resplit rewin rid run set shut spin split sublet typeset undercut upset win".split()
)


def _closes_short(base: str) -> bool:
    return base in _DOUBLED_IRREGULAR


def _regular(base: str, doubled: bool) -> Verb:
    doubled = doubled or base in _DOUBLED_IRREGULAR
    stem = base + base[-1] if doubled else base + "k" if base.endswith("ic") else base
    if base.endswith("e"):
        past = base + "d"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        past = base[:-1] + "ied"
    else:
        past = stem + "ed"
    if base.endswith("ie"):
        gerund = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        gerund = base[:-1] + "ing"
    else:
        gerund = stem + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return Verb(base, past, past, gerund, third)


@cache
def _by_form() -> Mapping[str, tuple[Verb, Form]]:
    """Every form of the lexicon's verbs; a word that two verbs share is the past form of one before all else."""
    found: dict[str, tuple[Verb, Form]] = {"were": (verbs()["be"], "past")}
    for form in FORMS:
        for verb in verbs().values():
            found.setdefault(verb.form(form), (verb, form))
    return found


def find_verb(word: str) -> tuple[Verb, Form] | None:
    """The verb that this single word is a form of, and the form; None when it is no verb that can be known as one.

    The lexicon goes first. A word it lacks is taken for a past form when it ends in -ed, and keeps its own spelling
    in the other forms: travelled, travelling; organised, organising.
    """
    word = word.lower()
    if found := _by_form().get(word):
        return found
    if prefix := _PREFIX.match(word):
        inner = find_verb(word[prefix.end() :])
        if inner:
            verb, form = inner
            forms = (verb.base, verb.past, verb.participle, verb.gerund, verb.third)
            return Verb(*(prefix[0] + form_ for form_ in forms)), form
    if len(word) >= 5 and word.endswith("ed") and word.isalpha() and word.isascii() and word not in _NOT_PAST:
        return _from_past(word), "past"
    return None


def _from_past(past: str) -> Verb:
    stem = past[:-2]
    if stem.endswith("i"):
        base = stem[:-1] + "y"
        gerund = base + "ing"
    else:
        gerund = (past[:-1] if stem.endswith("e") else stem) + "ing"
        base = _base_of(stem)
    return Verb(base, past, past, gerund, _regular(base, doubled=False).third)


def _base_of(stem: str) -> str:
    """The base of a regular past form without its -ed: a known verb, else what English spelling makes most likely."""
    single = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeious" else ""
    for candidate in (stem, stem + "e", single):
        if candidate in verbs():
            return candidate
    if single and not stem.endswith(("ll", "ff", "zz")):
        return single
    if stem.endswith(("ll",)) and len(stem) > 5:
        return single
    silent = re.search(r"(?:[cuvz]|[dlr]g|[aeiou]s|[^aeiou]l|[^aeo][aou]t|[^aeiou][aiou][kp]|ns|rs|e)$", stem)
    return stem + "e" if silent else stem
