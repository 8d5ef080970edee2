"""Tables of data: read from a file of a user, and one laid over another."""

from __future__ import annotations

import re
import tomllib
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
        return [_said(path, data, front, item["loc"], item["type"], item["msg"]) for item in error.errors()]
    return []


def _said(
    path: Path, data: dict[str, Any], above: tuple[str, ...], loc: tuple[int | str, ...], kind: str, message: str
) -> str:
    if not loc:  # what does not fit together in the table as a whole
        return ": ".join([str(path), *([".".join(above)] if above else []), message])
    *front, last = (str(part) for part in loc)
    if kind == "extra_forbidden":
        table: Any = data
        for part in front:
            table = table[int(part) if isinstance(table, list) else part]
        known = sorted(str(key) for key in table if key != last)
        guess = nearest(last, known)
        hint = f"; did you mean '{guess}'?" if guess else "."
        message = f"there is no such number{hint} Known here: {', '.join(known)}."
    return f"{path}: {'.'.join((*above, *front, last))}: {message}"
