"""Invented clients with a search, for the tests of the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from resumekit.model.resume import Resume
from resumekit.model.search import Search

DAY = date(2026, 6, 1)
"""A Monday within the rates and the measures of 2026."""


def search(**stated: Any) -> Search:
    return Search.model_validate(stated)


def client(
    stated: dict[str, Any] | None = None,
    *,
    target: dict[str, Any] | None = None,
    held: dict[str, Any] | None = None,
    as_of: date | None = DAY,
) -> Resume:
    """Somebody at level 3 of payroll in retail who aims at the same again, where a test does not say otherwise."""
    role = {"title": "Payroll Supervisor", "level": 3, "field": "payroll", "start": "2019-01", "end": "present"}
    aim = {"id": "aim", "role": "Payroll Supervisor", "level": 3, "field": "payroll", "sector": "retail"}
    return Resume.model_validate(
        {
            "as_of": as_of.isoformat() if as_of else None,
            "person": {"name": "Zoé Lévesque"},
            "targets": [{**aim, **(target or {})}],
            "experience": [{"employer": "Larch Stores", "sector": "retail", "id": "larch", **role, **(held or {})}],
            "search": stated,
        }
    )


LAID_OFF: dict[str, Any] = {
    "leaving": "laid off",
    "last_day": "2026-05-31",
    "counted_on": "2026-06-01",
    "savings": 12000,
    "essentials": 3900,
    "other_income": 0,
    "hours_a_week": 20,
    "warm_contacts": 10,
    "benefit": {"weeks": 30, "insurable_earnings": "1,200 a week", "tax": 0.1},
}
EMPLOYED: dict[str, Any] = {
    "leaving": "employed", "take_home": 4333, "savings": 12000, "essentials": 3900, "other_income": 0,
    "hours_a_week": 12, "warm_contacts": 10,
}  # fmt: skip
