"""Tables of data: one laid over another."""

from __future__ import annotations

from typing import Any


def laid_over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """`own` over `base`, table by table; what `own` does not state stays."""
    out = dict(base)
    for key, value in own.items():
        mine = out.get(key)
        out[key] = laid_over(mine, value) if isinstance(mine, dict) and isinstance(value, dict) else value
    return out
