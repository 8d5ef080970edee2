"""Locale: the standing words and the number formats of one language in one country, read from a pack."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from resumekit.errors import ResumekitError, UnknownNameError

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, eq=False)
class Locale:
    """Standing words by key ("section.experience"), for one tag ("fr-CA").

    Two locales are the same only when they are one object; `load_locale` gives one object per tag and folders.
    """

    tag: str
    labels: Mapping[str, str]

    @property
    def language(self) -> str:
        """The language alone: "en", "fr"."""
        return self.tag.partition("-")[0].lower()

    def label(self, key: str, **values: str) -> str:
        """The words under `key`, with {name} filled from `values`. Raises UnknownNameError."""
        if key not in self.labels:
            raise UnknownNameError("label", key, self.labels)
        # Not str.format: a client's words may hold braces of their own.
        return _SLOT.sub(lambda slot: values.get(slot[1], slot[0]), self.labels[key])

    def words(self, key: str) -> tuple[str, ...]:
        """A label that lists words, parted by commas. Raises UnknownNameError."""
        return tuple(word for word in self.label(key).split(", ") if word)

    def joined(self, items: tuple[str, ...] | list[str]) -> str:
        """The items as a list in running text: a, b and c; an item that has an "and" or a comma is set off from them."""
        if len(items) < 2:
            return "".join(items)
        conjunction = self.label("word.and")
        if any(", " in item for item in items):
            return f"{'; '.join(items[:-1])}; {conjunction} {items[-1]}"
        before_last = "," if any(f" {conjunction} " in item for item in items) else ""
        return f"{', '.join(items[:-1])}{before_last} {conjunction} {items[-1]}"


def load_locale(tag: str, folders: tuple[str | Path, ...] = ()) -> Locale:
    """The locale of this tag, from the packs of resumekit and those in `folders`; a folder's pack goes first.

    Raises:
        UnknownNameError: no pack has this tag, or a pack extends one that there is not.
        ResumekitError: a pack is not readable TOML, or holds something other than words.
    """
    return _load(tag, tuple(str(folder) for folder in folders))


@cache
def _load(tag: str, folders: tuple[str, ...]) -> Locale:
    packs = _packs(folders)
    merged: dict[str, str] = {}
    seen: list[str] = []
    name: str | None = tag
    while name:
        if name not in packs:
            raise UnknownNameError("locale", name, packs)
        if name in seen:
            raise ResumekitError(f"the locale packs extend each other in a ring: {' > '.join([*seen, name])}")
        seen.append(name)
        data = _read(packs[name])
        name = data.pop("extends", None)
        merged = {**dict(_flat(data, packs[seen[-1]].name)), **merged}
    return Locale(tag, MappingProxyType(merged))


def locale_tags(folders: tuple[str | Path, ...] = ()) -> tuple[str, ...]:
    """Every tag that `load_locale` knows, sorted."""
    return tuple(sorted(_packs(tuple(str(folder) for folder in folders))))


def _packs(folders: tuple[str, ...]) -> dict[str, Traversable]:
    found: dict[str, Traversable] = {}
    for folder in (files("resumekit.text") / "locales", *(Path(folder) for folder in reversed(folders))):
        for item in sorted(folder.iterdir(), key=lambda item: item.name) if folder.is_dir() else ():
            if item.name.endswith(".toml"):
                found[item.name.removesuffix(".toml")] = item
    return found


def _read(pack: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(pack.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResumekitError(f"the locale pack {pack.name} cannot be read: {error}") from None


def _flat(data: Mapping[str, Any], pack: str, prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _flat(value, pack, f"{prefix}{key}.")
        elif isinstance(value, str):
            yield f"{prefix}{key}", value
        else:
            raise ResumekitError(f"the locale pack {pack}: '{prefix}{key}' must be words in quotation marks")
