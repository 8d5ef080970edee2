"""Years: how long a client worked in a field, overlaps counted once, at the least and at the most that dates allow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from resumekit.model.resume import Resume
from resumekit.model.role import Role
from resumekit.skills.framework import Gate
from resumekit.skills.names import holds
from resumekit.skills.skill_map import GateResult

Months = tuple[int, int]
"""The first and the last month of a stretch, counted from year 0."""


def judge_years(gate: Gate, resume: Resume, as_of: date | None) -> GateResult:
    """Met where even the shortest reading of the dates is enough, unmet where even the longest is not."""
    if not gate.fields or gate.years is None:
        return GateResult(gate, "unknown", "the framework does not say which titles count")
    roles = [role for employer in resume.experience for role in employer.roles if _is_of_field(role, gate.fields)]
    facts = tuple(sorted(role.key for role in roles))
    if not roles:
        return GateResult(gate, "unmet", f"no paid role is titled in the field; {_years(gate.years)} are asked for")
    now = as_of.year * 12 + as_of.month - 1 if as_of else None
    least = _months(stretch for role in roles if (stretch := _least(role, now))) / 12
    most = _months(stretch for role in roles if (stretch := _most(role, now))) / 12
    is_open = any(role.start is None or (now is None and role.is_current) or _no_end(role) for role in roles)
    if least >= gate.years:
        return GateResult(gate, "met", f"{_years(least)} in the field of {_years(gate.years)} asked for", facts)
    if is_open or most >= gate.years:
        why = f"at least {_years(least)} of {_years(gate.years)}; the dates do not tell more"
        return GateResult(gate, "unknown", why, facts)
    return GateResult(gate, "unmet", f"{_years(most)} in the field of {_years(gate.years)} asked for", facts)


def _is_of_field(role: Role, fields: tuple[str, ...]) -> bool:
    if role.employment == "volunteer":
        return False
    title = (role.say_as or "") if role.confidential else f"{role.title} / {role.field or ''}"
    return any(holds(title, field) for field in fields)


def _no_end(role: Role) -> bool:
    return role.end is None and not role.is_current


def _least(role: Role, now: int | None) -> Months | None:
    """What the role lasted for certain."""
    if role.start is None or _no_end(role) or (role.is_current and now is None):
        return None
    first = role.start.months_from_zero(latest=True)
    last = now if role.is_current or role.end is None else role.end.months_from_zero()
    return _clipped(first, last, now)


def _most(role: Role, now: int | None) -> Months | None:
    """What it may have lasted at the most."""
    if role.start is None or _no_end(role) or (role.is_current and now is None):
        return None
    last = now if role.is_current or role.end is None else role.end.months_from_zero(latest=True)
    return _clipped(role.start.months_from_zero(), last, now)


def _clipped(first: int, last: int | None, now: int | None) -> Months | None:
    """Without the months that are still to come."""
    ends = [month for month in (last, now) if month is not None]
    return (first, min(ends)) if ends and first <= min(ends) else None


def _months(stretches: Iterable[Months]) -> int:
    total, reach = 0, -1
    for first, last in sorted(stretches):
        begin = max(first, reach + 1)
        if last >= begin:
            total += last - begin + 1
            reach = last
    return total


def _years(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0") + (" year" if number == 1 else " years")
