"""Tables of data: read from a file of a user, and one laid over another."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from resumekit.errors import ResumekitError, nearest

MOST_BYTES = 200_000
"""Of a file of a user's own numbers and words: they are a few kB of text."""

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


class DataTable(BaseModel):
    """A table of a data file: frozen, and no key in it that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def laid_over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """`own` over `base`, table by table; what `own` does not state stays."""
    out = dict(base)
    for key, value in own.items():
        mine = out.get(key)
        out[key] = laid_over(mine, value) if isinstance(mine, dict) and isinstance(value, dict) else value
    return out


def read_table(path: Path) -> dict[str, Any]:
    """The TOML of a user's file.

    Raises:
        ResumekitError: it cannot be read, or is larger than MOST_BYTES; with its name.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ResumekitError(
                f"{path}: larger than {MOST_BYTES // 1000} kB; rules and settings are a few kB of text"
            )
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ResumekitError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ResumekitError(f"{path}:{line}: a character here is not UTF-8; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        # tomllib tells the place only in words: "Invalid value (at line 3, column 7)".
        told = _PLACE.search(str(error))
        place, message = (f":{told[1]}:{told[2]}", str(error)[: told.start()]) if told else ("", str(error))
        raise ResumekitError(f"{path}{place}: {message}") from None


def wrong_values(path: Path, model: type[BaseModel], data: dict[str, Any], front: tuple[str, ...] = ()) -> list[str]:
    """What the model refuses, each with its place below `front` and, for a name it does not have, the nearest."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return list(_told(path, data, front, error))
    return []


def _told(path: Path, data: dict[str, Any], above: tuple[str, ...], error: ValidationError) -> Iterator[str]:
    missing: dict[tuple[int | str, ...], list[str]] = {}
    for item in error.errors():
        if item["type"] == "missing":
            missing.setdefault(item["loc"][:-1], []).append(str(item["loc"][-1]))
        else:
            yield _said(path, data, above, item["loc"], item["type"], item["msg"])
    for front, names in missing.items():
        yield _incomplete(path, data, (*above, *map(str, front)), front, names)


def _incomplete(
    path: Path, data: dict[str, Any], place: tuple[str, ...], front: tuple[int | str, ...], names: list[str]
) -> str:
    """A table that lacks something: all of it at once, and the name it may have been meant for."""
    message = f"{', '.join(repr(name) for name in names)} {'is' if len(names) == 1 else 'are'} missing"
    beside = _at(data, front[:-1]) if front else None
    if isinstance(beside, dict):
        own = str(front[-1])
        guess = nearest(own, (str(key) for key in beside if key != own))
        message += f"; did you mean '{guess}'?" if guess else ""
    return ": ".join([str(path), *([".".join(place)] if place else []), message])


def _at(data: Any, front: tuple[int | str, ...]) -> Any:
    """The table or list at a place."""
    for part in front:
        data = data[int(part) if isinstance(data, list) else part]
    return data


def _said(
    path: Path, data: dict[str, Any], above: tuple[str, ...], loc: tuple[int | str, ...], kind: str, message: str
) -> str:
    if not loc:  # what does not fit together in the table as a whole
        return ": ".join([str(path), *([".".join(above)] if above else []), message])
    *front, last = (str(part) for part in loc)
    if kind == "extra_forbidden":
        known = sorted(str(key) for key in _at(data, loc[:-1]) if key != last)
        guess = nearest(last, known)
        hint = f"; did you mean '{guess}'?" if guess else "."
        message = f"there is no such number{hint} Known here: {', '.join(known)}."
    return f"{path}: {'.'.join((*above, *front, last))}: {message}"
