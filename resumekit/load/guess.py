"""The field that a misspelled key most likely stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

# What people call a field elsewhere: in JSON Resume, on forms, in conversation.
_SYNONYMS = {
    "bullets": "achievements", "certificates": "credentials", "certifications": "credentials", "company": "employer",
    "degree": "credential", "description": "summary", "from": "start", "headcount": "people", "highlights": "achievements",
    "job": "title", "jobs": "experience", "keywords": "terms", "label": "headline", "location": "city", "mail": "email",
    "mobile": "phone", "organisation": "organization", "position": "title", "positions": "roles", "province": "region",
    "references": "referees", "responsibilities": "duties", "school": "institution", "since": "start",
    "startdate": "start", "enddate": "end", "state": "region", "summary": "profile", "tasks": "duties",
    "telephone": "phone", "title": "role", "to": "end", "university": "institution", "until": "end",
    "volunteer": "volunteering", "website": "url", "work": "experience", "zip": "postal_code",
}  # fmt: skip


def guess(name: str, known: Iterable[str], fits: Callable[[str], bool] = lambda _: True) -> str | None:
    """The known name nearest to `name`, or None when none is near.

    `fits` tells, between equally near names, which can hold the value that stands there.
    """
    typed, names = _plain(name)[:200], list(known)
    best: tuple[float, bool, str] | None = None
    for other in names:
        furthest = max(1.0, max(len(typed), len(other)) / 2.8)
        if abs(len(typed) - len(other)) > furthest or (near := _distance(typed, _plain(other))) > furthest:
            continue
        if best is None or (near, not fits(other)) < best[:2]:
            best = near, not fits(other), other
    if best:
        return best[2]
    synonym = _SYNONYMS.get(typed.replace("_", ""))
    return synonym if synonym in names else None


def _plain(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")


@lru_cache(4_096)
def _distance(a: str, b: str) -> float:
    """Edits from the typed a to b: a letter dropped, doubled or swapped costs 1, another kind of slip more."""
    if a == b:
        return 0.0
    if sorted(a) == sorted(b):
        return 1.0
    before: list[float] = []
    row = [float(j) for j in range(len(b) + 1)]
    for i, x in enumerate(a, start=1):
        last, before, row = before, row, [1.4 * i]
        for j, y in enumerate(b, start=1):
            surplus = 1.0 if i > 1 and a[i - 2] == x else 1.4
            cost = min(before[j] + surplus, row[j - 1] + 1, before[j - 1] + (0 if x == y else 1.5))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
