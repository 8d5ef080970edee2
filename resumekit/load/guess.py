"""The field that a misspelled key most likely stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

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
_FAR = 99.0


def guess(name: str, known: Iterable[str], fits: Callable[[str], bool] = lambda _: True) -> str | None:
    """The known name nearest to `name`, or None when none is near.

    `fits` tells, between equally near names, which can hold the value that stands there.
    """
    typed = _plain(name)
    ranked = sorted((_distance(typed, _plain(other)), not fits(other), at, other) for at, other in enumerate(known))
    if ranked and ranked[0][0] <= max(1.0, max(len(typed), len(ranked[0][3])) / 2.8):
        return ranked[0][3]
    names = {other for *_, other in ranked}
    synonym = _SYNONYMS.get(typed.replace("_", ""))
    return synonym if synonym in names else None


def _plain(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def _distance(a: str, b: str) -> float:
    """Edits from the typed a to b: a letter dropped, doubled or swapped costs 1, another kind of slip more."""
    if a == b:
        return 0.0
    if sorted(a) == sorted(b):
        return 1.0
    if abs(len(a) - len(b)) > 6:
        return _FAR
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
