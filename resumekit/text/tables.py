"""Tables of data: read from a file of a user, and one laid over another."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from resumekit.errors import ResumekitError

MOST_BYTES = 200_000
"""Of a file of a user's own numbers and words: they are a few kB of text."""


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
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ResumekitError(f"{path}: {error.strerror or error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResumekitError(f"{path}: {error}") from None
