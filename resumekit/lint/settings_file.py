"""Read a coach's or a client's own settings for the checks, laid over those that ship."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from resumekit.errors import ResumekitError, UnknownNameError, nearest
from resumekit.lint.finding import Severity
from resumekit.lint.rules import codes_of
from resumekit.lint.settings import LANGUAGES, Settings, Suppression, default_settings, shipped_tables
from resumekit.lint.tagger import OFFICIAL, find_pipeline
from resumekit.text.tables import laid_over, read_table


class _Suppress(BaseModel):
    """A finding to let stand; a reason is asked for."""

    model_config = ConfigDict(extra="forbid")

    rule: str
    reason: str = Field(min_length=3)
    fact: str = ""
    words: str = ""


class _File(BaseModel):
    """What a file of settings may hold."""

    model_config = ConfigDict(extra="forbid")

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    limits: dict[str, float] = {}
    words: dict[str, dict[str, dict[str, Any]]] = {}
    suppress: tuple[_Suppress, ...] = ()
    tagger: str | None = None


def read_settings(paths: Iterable[Path]) -> Settings:
    """The shipped settings with each file's over them, the later over the earlier; suppressions add up.

    Raises:
        ResumekitError: a file cannot be read, or names what there is not; with the file, the place and the nearest name.
    """
    settings = default_settings()
    for path in paths:
        settings = _over(settings, _parsed(path), path)
    return settings


def _parsed(path: Path) -> _File:
    data = read_table(path)
    try:
        file = _File.model_validate(data)
    except ValidationError as error:
        wrong = [_said(item["loc"], item["type"], item["msg"]) for item in error.errors()]
        raise ResumekitError("\n".join(f"{path}: {message}" for message in wrong)) from None
    if wrong := [*_unknown_rules(file), *_unknown_tables(file)]:
        raise ResumekitError("\n".join(f"{path}: {message}" for message in wrong))
    return file


def _over(settings: Settings, file: _File, path: Path) -> Settings:
    words = laid_over({key: dict(lists) for key, lists in settings.words.items()}, file.words)
    return Settings(
        limits=MappingProxyType({**settings.limits, **file.limits}),
        words=MappingProxyType(words),
        select=file.select or settings.select,
        ignore=(*settings.ignore, *file.ignore),
        severity={**settings.severity, **file.severity},
        suppressions=(
            *settings.suppressions,
            *(Suppression(item.rule, item.reason, item.fact, item.words) for item in file.suppress),
        ),
        tagger=settings.tagger if file.tagger is None else _tagger(file.tagger, path),
    )


def _tagger(name: str, path: Path) -> str:
    """A tagger's name, or its folder, looked for beside the settings. Raises ResumekitError when it cannot be used."""
    beside = path.parent / name
    name = str(beside) if name and name not in OFFICIAL and beside.is_dir() else name
    if name:
        try:
            find_pipeline(name)
        except ResumekitError as error:
            raise ResumekitError(f"{path}: tagger: {error}") from None
    return name


def _said(loc: tuple[int | str, ...], kind: str, message: str) -> str:
    place = ".".join(str(part) for part in loc)
    if kind == "extra_forbidden":
        return f"{place}: {_no_such('setting', str(loc[-1]), _File.model_fields if len(loc) == 1 else _Suppress.model_fields)}"
    if kind == "missing" and loc[-1] == "reason":
        return f'{place}: to let a finding stand needs a reason; write reason = "client cannot disclose"'
    return f"{place}: {message}"


def _no_such(kind: str, name: str, known: Iterable[str]) -> str:
    known = sorted(known)
    guess = nearest(name, known)
    return f"there is no such {kind}{f'; did you mean {guess!r}?' if guess else '.'} Known: {', '.join(known)}."


def _unknown_rules(file: _File) -> Iterable[str]:
    named = {
        "select": file.select,
        "ignore": file.ignore,
        "severity": tuple(file.severity),
        "suppress": tuple(item.rule for item in file.suppress),
    }
    for place, asked in named.items():
        for name in asked:
            try:
                codes_of(name)
            except UnknownNameError as error:
                yield f"{place}: {error}"


def _unknown_tables(file: _File) -> Iterable[str]:
    shipped: Mapping[str, Any] = shipped_tables()
    yield from (
        f"limits.{name}: {_no_such('threshold', name, shipped['limits'])}"
        for name in file.limits
        if name not in shipped["limits"]
    )
    for language, lists in file.words.items():
        if language not in LANGUAGES:
            yield f"words.{language}: {_no_such('language', language, LANGUAGES)}"
            continue
        known = shipped["words"][language]
        yield from (f"words.{language}.{name}: {_no_such('list', name, known)}" for name in lists if name not in known)
