"""A client's roles in time: their order, their age, the years they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from resumekit.model.date import PartialDate
from resumekit.model.resume import Resume
from resumekit.model.role import Employer, Role


@dataclass(frozen=True, slots=True)
class Held:
    """A role with its employer. Months count from year 0; None where a date is missing."""

    employer: Employer
    role: Role
    start: int | None
    end: int | None

    @property
    def months(self) -> int | None:
        """How long it lasted, both ends counted; None when a date is missing."""
        return None if self.start is None or self.end is None else max(self.end - self.start + 1, 1)


@dataclass(frozen=True, slots=True)
class History:
    """Every role, the newest first, and the month they are seen from."""

    held: tuple[Held, ...]
    now: int | None

    def years_since(self, held: Held) -> float:
        """Years since the role ended, as of `now`; 0 for a current one and where a date is missing."""
        if held.end is None or self.now is None:
            return 0.0
        return max(self.now - held.end, 0) / 12

    @property
    def years(self) -> float | None:
        """Years of work, overlaps counted once; None when no role has both dates."""
        return self._years_of(self.held)

    @property
    def career_years(self) -> float:
        """The same without co-op terms, volunteering and jobs below the professional level (2)."""
        return self._years_of(held for held in self.held if _is_career(held.role)) or 0.0

    def _years_of(self, roles: Iterable[Held]) -> float | None:
        spans = sorted((held.start, held.end) for held in roles if held.start is not None and held.end is not None)
        if not spans:
            return None
        months, reach = 0, -1
        for start, end in spans:
            first = max(start, reach + 1)
            if end >= first:
                months += end - first + 1
                reach = end
        return months / 12


def _is_career(role: Role) -> bool:
    return role.employment not in ("co-op", "volunteer") and (role.level is None or role.level >= 2)


def read_history(resume: Resume, as_of: date | None = None) -> History:
    """The roles of a resume, current ones first, then by their end and start.

    Without `as_of` (and without the file's own), the newest month that any role names stands for the present.
    """
    roles = [(employer, role) for employer in resume.experience for role in employer.roles]
    now = _now(resume, as_of, [role for _, role in roles])
    held = [Held(employer, role, _start(role), _end(role, now)) for employer, role in roles]
    newest = sorted(
        enumerate(held),
        key=lambda item: (-_rank_end(item[1]), -(item[1].start or 0), item[0]),
    )
    return History(tuple(item for _, item in newest), now)


def _now(resume: Resume, as_of: date | None, roles: list[Role]) -> int | None:
    if as_of:
        return as_of.year * 12 + as_of.month - 1
    if resume.as_of and not resume.as_of.is_present:
        return resume.as_of.months_from_zero()
    named = [
        day.months_from_zero(latest=day.month is not None)
        for role in roles
        for day in (role.start, role.end)
        if day and not day.is_present
    ]
    return max(named) if named else None


def _start(role: Role) -> int | None:
    return role.start.months_from_zero() if role.start else None


def _end(role: Role, now: int | None) -> int | None:
    if role.is_current:
        return now
    if role.end is None:
        return None
    end: PartialDate = role.end
    return end.months_from_zero(latest=True) if end.month or end.season else end.months_from_zero()


def _rank_end(held: Held) -> int:
    if held.role.is_current:
        return 10**6
    return held.end if held.end is not None else (held.start or 0)
