"""Draft: what an importer makes of a foreign file, and how it becomes facts without losing a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from pydantic import ValidationError

from resumekit.errors import ClientFileError, Problem
from resumekit.model.fact import Path
from resumekit.model.resume import Resume

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ROUNDS = 12
_MOST = 20_000
UNPLACED = "unplaced"
"""The key under the client file's `extra` for what no field was found for."""


class Said(str):
    """Text that a person should look at: `why` says what is not certain."""

    __slots__ = ("why",)
    why: str

    def __new__(cls, text: str, why: str) -> Self:
        said = super().__new__(cls, text)
        said.why = why
        return said


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Words that no field was found for, the part of the file that they stand in, and why they are here."""

    section: str
    text: str
    why: str = ""

    def as_data(self) -> dict[str, str]:
        """What is kept of it in the client file."""
        return {
            name: words for name, words in (("section", self.section), ("text", self.text), ("why", self.why)) if words
        }


@dataclass(frozen=True, slots=True)
class Review:
    """A value that is not certain: where it stands in the client file, its words, and what to look at."""

    path: Path
    text: str
    why: str


@dataclass(slots=True)
class Draft:
    """Native data that nobody has checked yet; text in it may be `Said`. `notes` are told, and kept nowhere."""

    data: dict[str, Any] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def keep(self, section: str, text: str, why: str = "") -> None:
        """Keeps words that no field was found for."""
        if text.strip():
            self.unplaced.append(Unplaced(section, text.strip(), why))

    def add(self, collection: str, **fields: Any) -> dict[str, Any]:
        """Adds an entry to one of the file's lists; empty fields are left out."""
        entry = {name: value for name, value in fields.items() if value not in (None, "", [], {})}
        if entry:
            self.data.setdefault(collection, []).append(entry)
        return entry


@dataclass(frozen=True, slots=True)
class Imported:
    """The facts of a foreign file. What was not placed is in the resume's `extra` too."""

    resume: Resume
    reviews: tuple[Review, ...]
    unplaced: tuple[Unplaced, ...]
    notes: tuple[str, ...]


def settle(draft: Draft, name: str) -> Imported:
    """The facts of a draft: what the model refuses is kept as unplaced, what it lacks gets a stand-in in brackets.

    Raises:
        ClientFileError: when there are more pieces than a client file holds.
    """
    changed: list[str] = []
    data: dict[str, Any] = _clean(draft.data, changed) or {}
    if changed:
        draft.notes.append(f"control characters were taken out of {len(changed)} text(s)")
    if len(draft.unplaced) > _MOST:
        raise ClientFileError([Problem(f"more than {_MOST:,} pieces of text; this is no resume", name)])
    extra = data.pop("extra", {})
    data.setdefault("person", {})
    for _ in range(_ROUNDS):
        try:
            Resume.model_validate(data)
        except ValidationError as error:
            _mend(draft, data, error)
        else:
            break
    unplaced = tuple(Unplaced(_visible(one.section), _visible(one.text), _visible(one.why)) for one in draft.unplaced)
    if unplaced:
        extra = {**extra, UNPLACED: [one.as_data() for one in unplaced]}
    resume = Resume.model_validate({**data, "extra": extra} if extra else data)
    reviews = tuple(Review(path, str(said), said.why) for path, said in _said(data))
    return Imported(resume, reviews, unplaced, tuple(draft.notes))


def _visible(text: str) -> str:
    """Text without what no output can hold, each line ended alike."""
    return _CONTROL.sub("", _BREAKS.sub("\n", text))


def _clean(value: Any, changed: list[str]) -> Any:
    """The data with text stripped and printable, and without what is empty."""
    if isinstance(value, str):
        text = _visible(value).strip()
        if _CONTROL.search(value):
            changed.append(text)
        return Said(text, value.why) if isinstance(value, Said) and text else text
    if isinstance(value, dict):
        # What another format keeps for its own return is kept to the letter.
        members = {name: item if name == "extra" else _clean(item, changed) for name, item in value.items()}
        return {name: item for name, item in members.items() if item not in ("", None, [], {})}
    if isinstance(value, list):
        return [item for item in (_clean(one, changed) for one in value) if item not in ("", None, [], {})]
    return value


def _mend(draft: Draft, data: dict[str, Any], error: ValidationError) -> None:
    """Takes out what the model refuses, and puts a stand-in where it needs something."""
    doomed: list[tuple[Any, Any, Path, str]] = []
    for item in error.errors(include_url=False):
        path, kind = item["loc"], item["type"]
        owner, key = _owner(data, path)
        if kind == "missing" and isinstance(owner, dict) and key not in owner:
            owner[key] = Said(f"[{key}]", f"no {key} was found; write it")
        else:
            doomed.append((owner, key, path, str(item["msg"])))
    # From the end, so that the numbers of a list stay right; a value that two complaints name goes once.
    gone: set[tuple[int, Any]] = set()
    for owner, key, path, message in sorted(doomed, key=lambda one: str(one[1]).zfill(9), reverse=True):
        if (id(owner), key) in gone or key is None:
            continue
        gone.add((id(owner), key))
        section = " / ".join(str(step + 1) if isinstance(step, int) else step for step in path)
        draft.keep(section, _words(owner.pop(key)), message)


def _owner(data: dict[str, Any], path: Path) -> tuple[Any, Any]:
    """The container of the value at a path and its key in it; the nearest there is."""
    owner: Any = data
    at: tuple[Any, Any] = (data, None)
    for number, step in enumerate(path):
        last = number == len(path) - 1
        if isinstance(owner, dict) and (step in owner or last):
            at = owner, step
            owner = owner.get(step)
        elif isinstance(owner, list) and isinstance(step, int) and step < len(owner):
            at = owner, step
            owner = owner[step]
        else:
            break
    return at


def _words(value: Any) -> str:
    """All words of a value."""
    if isinstance(value, dict):
        return "\n".join(_words(item) for item in value.values())
    if isinstance(value, list):
        return "\n".join(_words(item) for item in value)
    return str(value)


def _said(value: Any, path: Path = ()) -> Iterator[tuple[Path, Said]]:
    if isinstance(value, Said):
        yield path, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _said(item, (*path, name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _said(item, (*path, number))
