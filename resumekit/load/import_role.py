"""Positions one after the other become employers with their roles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_OF_EMPLOYER = ("employer", "about", "sector", "url")


def employers(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Employers with roles, from rows that hold the fields of both; rows in a row at one employer are joined.

    A row's `city` is its role's, and the employer's too where all of its roles share it.
    """
    out: list[dict[str, Any]] = []
    for row in rows:
        own = {name: row[name] for name in _OF_EMPLOYER if row.get(name)}
        role = {name: value for name, value in row.items() if name not in _OF_EMPLOYER and value}
        if out and own.get("employer") and _is_same(out[-1], own):
            out[-1].update({name: value for name, value in own.items() if name not in out[-1]})
            out[-1]["roles"].append(role)
        else:
            out.append({**own, "roles": [role] if role else []})
    for employer in out:
        _share_city(employer)
    return out


def _is_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return str(one.get("employer", "")).casefold() == str(other["employer"]).casefold()


def _share_city(employer: dict[str, Any]) -> None:
    cities = {str(role.get("city", "")) for role in employer["roles"]}
    if len(cities) == 1 and cities != {""}:
        shared = [role.pop("city") for role in employer["roles"]]
        employer["city"] = shared[0]
