"""Words of a foreign file as they may be printed: on one line, with every sign that is not seen written out."""

from __future__ import annotations

_LONG = 160


def shown(text: str, most: int = _LONG) -> str:
    """The words in one line, escapes of terminals and turns of direction spelled out; cut where they are long."""
    line = " ".join(text.split())
    line = line if len(line) <= most else f"{line[: most - 1]}…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in line)
