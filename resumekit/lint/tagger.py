"""Tagger: what an English spaCy pipeline of the user's own sees in a bullet where the lexicon knows no word.

An official pipeline, only where the user has installed it and asks for it; nothing is fetched, and without one spaCy is
not imported. What the lexicon decides, the lexicon decides.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from resumekit.errors import MissingPartError, ResumekitError, UnknownNameError
from resumekit.lint.reading import OpeningKind, opening_kind, words
from resumekit.lint.settings import Settings
from resumekit.text.clause import PREPOSITIONS
from resumekit.text.verbs import Form, find_verb

OFFICIAL = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg")
AUTHOR = "Explosion"
_FORMS: dict[str, Form] = {
    "VB": "base", "VBP": "base", "VBD": "past", "VBN": "past", "VBG": "gerund", "VBZ": "third",
}  # fmt: skip
# The labels of the official pipelines, and those of Universal Dependencies.
_PASSIVE = frozenset(("auxpass", "aux:pass", "nsubjpass", "nsubj:pass"))
_BE = frozenset("was were is are be been being got".split())
_CAPITALIZED = re.compile(r"\W*(?P<first>[A-Z])(?=[a-z]+\b)")


@dataclass(frozen=True, slots=True)
class TaggedVerb:
    """A verb that the tagger sees at the opening of a line, and its place there."""

    form: Form
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TaggedPassive:
    """A passive of a main clause: where its auxiliary begins, and its participle, and where that ends."""

    start: int
    done: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    tag: str
    label: str
    start: int
    head: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, eq=False)
class Tagger:
    """A loaded pipeline."""

    nlp: Any
    _read: dict[str, tuple[_Token, ...]] = field(default_factory=dict, init=False, repr=False)

    def tokens(self, text: str) -> tuple[_Token, ...]:
        if text not in self._read:
            doc = self.nlp(as_sentence(text))
            self._read[text] = tuple(
                _Token(token.text, token.tag_, token.dep_, token.idx, token.head.i) for token in doc
            )
        return self._read[text]


def as_sentence(text: str) -> str:
    """The text, of the same length, as a tagger reads it best.

    The capital of a bullet's first word makes a name of it to a tagger; an acronym keeps its own. What was blanked out
    becomes space.
    """
    capital = _CAPITALIZED.match(text)
    if capital:
        at = capital.start("first")
        text = text[:at] + text[at].lower() + text[at + 1 :]
    return text.replace("\0", " ")


def tagged_opening(text: str, tagger: Tagger | None) -> TaggedVerb | None:
    """The verb that a line opens with where the lexicon knows no such word and the tagger takes it for one."""
    if not tagger or opening_kind(text) != "noun":
        return None
    for token in tagger.tokens(text)[:4]:
        if token.tag.startswith("RB") or not any(sign.isalpha() for sign in token.text):
            continue
        form = _FORMS.get(token.tag)
        return TaggedVerb(form, token.start, token.end) if form and not find_verb(token.text) else None
    return None


def kind_of_opening(text: str, tagger: Tagger | None) -> OpeningKind:
    """The form that a line opens with, as `opening_kind` has it; a word that it does not know is left to the tagger."""
    seen = tagged_opening(text, tagger)
    return seen.form if seen else opening_kind(text)


def tagged_passives(text: str, tagger: Tagger | None) -> Iterator[TaggedPassive]:
    """The passives that the tagger sees in the main clauses of a line."""
    if not tagger:
        return
    tokens = tagger.tokens(text)
    heads = dict.fromkeys(token.head for token in tokens if token.label in _PASSIVE)
    for at in heads:
        head = tokens[at]
        if head.tag not in ("VBN", "VBD") or not _is_main(tokens, at):
            continue
        auxiliary = next((token for token in tokens[:at] if token.head == at and token.text.lower() in _BE), None)
        if auxiliary:
            yield TaggedPassive(auxiliary.start, head.start, head.end)


def _is_main(tokens: tuple[_Token, ...], at: int) -> bool:
    while tokens[at].label == "conj":
        at = tokens[at].head
    return tokens[at].label == "ROOT"


_CLOSED = PREPOSITIONS | frozenset(
    "the a an all its their our my his her this that these those every each both any some no new more most i we it he "
    "she they you not and or but".split()
)
# Endings of nouns, adjectives and adverbs.
_NO_VERB = re.compile(
    r"(?:tion|sion|ment|ance|ence|ship|ity|ness|ysis|ing|al|ly|ous|ful|ive|ic|able|ible|less|er|or)s?$"
)


def is_guess(text: str, tagger: Tagger | None) -> bool:
    """Whether it is only likely that the line opens with no verb: the lexicon lacks its first word, which may be one."""
    first = words(text)[:1]
    if tagger or not first or find_verb(first[0]):
        return False
    word = first[0]
    plain = len(word) > 2 and word.isalpha() and word[1:].islower()
    return plain and word.lower() not in _CLOSED and not _NO_VERB.search(word)


def tagger_of(settings: Settings) -> Tagger | None:
    """The tagger that the settings ask for; None when they ask for none. Raises as `find_pipeline`."""
    return _loaded(find_pipeline(settings.tagger)) if settings.tagger else None


def find_pipeline(name: str) -> Path:
    """The folder of an official pipeline, by its name or its own path; nothing of it is run.

    Raises:
        UnknownNameError: it is neither the name of an official pipeline nor a folder.
        MissingPartError: it is not installed.
        ResumekitError: it is no spaCy pipeline, or not an official one.
    """
    folder = Path(name)
    if name in OFFICIAL:
        spec = importlib.util.find_spec(name)
        if not spec or not spec.submodule_search_locations:
            raise MissingPartError(
                f"{name} is not installed: python -m spacy download {name}. Take it from there alone: packages of that"
                " name in an index are not by those who make spaCy. Or leave the tagger out; the checks run without one"
            )
        folder = Path(spec.submodule_search_locations[0])
    elif not folder.is_dir():
        raise UnknownNameError("tagger", name, OFFICIAL)
    meta = _meta(folder)
    if (folder / "config.cfg").is_file():
        return folder
    # As an installed package has it: the pipeline in a folder with the version in its name.
    return folder / f"{meta['lang']}_{meta['name']}-{meta.get('version')}"


def _meta(folder: Path) -> dict[str, Any]:
    """What the pipeline says of itself. Raises ResumekitError when that is not what an official one says."""
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise ResumekitError(f"{folder}: not a spaCy pipeline: there is no meta.json to be read") from None
    said = meta if isinstance(meta, dict) else {}
    name, author = f"{said.get('lang')}_{said.get('name')}", said.get("author")
    if name not in OFFICIAL or author != AUTHOR:
        raise ResumekitError(
            f"{folder}: it calls itself {name} by {author or 'nobody'}; only {', '.join(OFFICIAL)} by {AUTHOR} are used"
        )
    return said


@cache
def _loaded(folder: Path) -> Tagger:
    import spacy

    needed = str(_meta(folder).get("spacy_version", ""))
    if needed and spacy.util.is_compatible_version(spacy.about.__version__, needed) is False:
        name = folder.name.partition("-")[0]
        raise ResumekitError(
            f"{folder}: made for spaCy {needed}, and this is {spacy.about.__version__}; fetch the one for it:"
            f" python -m spacy download {name}"
        )
    try:
        return Tagger(spacy.load(folder, exclude=["ner", "lemmatizer"]))
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise ResumekitError(f"{folder}: spaCy cannot load it: {str(error).splitlines()[0]}") from None
