"""Settings: which rules run, how grave each is, their thresholds and word lists, and what somebody lets stand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from resumekit.errors import UnknownNameError
from resumekit.lint.finding import Severity
from resumekit.lint.phrases import Phrases
from resumekit.text.tables import laid_over

LANGUAGES = ("en", "fr")
Words = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding that may stand, and why. `fact` limits it to one fact, `words` to findings on these words."""

    rule: str
    reason: str
    fact: str = ""
    words: str = ""


@dataclass(frozen=True, eq=False)
class Settings:
    """What a check is run with; `default_settings()` is what ships, `read_settings` lays a coach's files over it.

    `select` and `ignore` hold names of rules, families or domain ids; an empty `select` means all. `severity` is by
    such names too. `limits` are thresholds by name; `words` are lists by language and name. `tagger` is the name
    or the folder of a spaCy pipeline that the user has installed, "" for none.
    """

    limits: Mapping[str, float]
    words: Mapping[str, Words]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    tagger: str = ""
    _phrases: dict[tuple[str, str], Phrases] = field(default_factory=dict, init=False, repr=False)

    def limit(self, name: str) -> float:
        """The threshold of this name. Raises UnknownNameError."""
        if name not in self.limits:
            raise UnknownNameError("threshold", name, self.limits)
        return self.limits[name]

    def table(self, language: str, name: str) -> Mapping[str, Any]:
        """A word list as it stands: each entry with what goes with it. Raises UnknownNameError."""
        lists = self.words[language]
        if name not in lists:
            raise UnknownNameError(f"list of words ({language})", name, lists)
        return lists[name]

    def phrases(self, language: str, name: str) -> Phrases:
        """A word list ready to look for in a text. Raises UnknownNameError."""
        key = (language, name)
        if key not in self._phrases:
            self._phrases[key] = Phrases.of(self.table(language, name))
        return self._phrases[key]

    def with_suppressions(self, more: Iterable[Suppression]) -> Settings:
        """The settings with these suppressions too: a client file's own."""
        return replace(self, suppressions=(*self.suppressions, *more))


@cache
def default_settings() -> Settings:
    """What ships."""
    shipped = shipped_tables()
    return Settings(MappingProxyType(shipped["limits"]), MappingProxyType(shipped["words"]))


@cache
def shipped_tables() -> dict[str, Any]:
    """The shipped thresholds under `limits` and `basis`, and the word lists under `words`, by language."""
    data = files("resumekit.lint") / "data"
    tables = tomllib.loads((data / "limits.toml").read_text(encoding="utf-8"))
    words: dict[str, Any] = {language: {} for language in LANGUAGES}
    for item in sorted(data.iterdir(), key=lambda item: item.name):
        # words-en.toml, words-en-acronyms.toml: any number of files of one language.
        language = item.name.removeprefix("words-")[:2]
        if item.name.startswith("words-") and language in words:
            words[language] = laid_over(words[language], tomllib.loads(item.read_text(encoding="utf-8")))
    return {**tables, "words": words}
