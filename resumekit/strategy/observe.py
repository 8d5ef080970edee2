"""What the facts say about a client's position towards a target, before any decision."""

from __future__ import annotations

from dataclasses import dataclass

from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.strategy.emphasis import words_of
from resumekit.strategy.history import Held, History
from resumekit.strategy.rules import SituationRules

# Words that functions share without being the same function: "project management" is not "nursing management".
_GENERIC = words_of(
    "management operations services service development administration coordination support analysis general "
    "leadership senior junior specialist professional systems solutions industry and"
)

_PLANNED = frozenset({"contract", "temporary", "agency", "co-op", "volunteer"})
"""Employment that is meant to end: short, and labelled so, it asks no question."""


@dataclass(frozen=True, slots=True)
class Observed:
    """Each value is what is known; None where it is not. Roles and targets are given by their keys."""

    target_key: str = ""
    target_level: int | None = None
    target_field: str = ""
    target_sector: str = ""
    best_level: int | None = None
    best_role: str = ""
    last_role: str = ""
    last_field: str = ""
    before_role: str = ""
    field_change: bool | None = None
    short_role: str = ""
    short_told: str = ""
    gap_now: int | None = None
    max_gap: int | None = None
    career_years: float = 0.0
    has_break: bool = False
    breaks: tuple[str, ...] = ()
    has_study: bool = False
    study: tuple[str, ...] = ()
    circumstances: frozenset[str] = frozenset()
    has_now: bool = False

    @property
    def level_delta(self) -> int | None:
        """The target's level less the best held in recent years."""
        if self.target_level is None or self.best_level is None:
            return None
        return self.target_level - self.best_level


def observe(resume: Resume, target: Target | None, history: History, rules: SituationRules) -> Observed:
    """Reads the position from the facts; decides nothing."""
    limits = rules.thresholds
    held = history.held
    recent = [item for item in held if history.years_since(item) <= limits.recent_years]
    # An acting role is evidence at its level; the level held is the one that the client returned to.
    levelled = [item for item in recent if item.role.level is not None and item.role.employment != "acting"]
    best = max(levelled, key=lambda item: item.role.level or 0, default=None)
    last = held[0] if held else None
    before = held[1] if len(held) > 1 else None
    short, told = _short(last, before, limits.short_months)
    gap_now, max_gap = gaps(history)
    last_field = next((item.role.field for item in held if item.role.field), "") if held else ""
    return Observed(
        target_key=target.key if target else "",
        target_level=target.level if target else None,
        target_field=(target.field or "") if target else "",
        target_sector=(target.sector or "") if target else "",
        best_level=best.role.level if best else None,
        best_role=best.role.key if best else "",
        last_role=last.role.key if last else "",
        last_field=(last.role.field if last and last.role.field else last_field) or "",
        before_role=before.role.key if before else "",
        field_change=_field_change(target, recent or list(held[:1]), limits.field_held_months),
        short_role=short,
        short_told=told,
        gap_now=gap_now,
        max_gap=max_gap,
        career_years=history.career_years,
        has_break=bool(resume.breaks),
        breaks=tuple(item.key for item in resume.breaks),
        has_study=bool(resume.education),
        study=tuple(item.key for item in resume.education[:1]),
        circumstances=frozenset(resume.circumstances),
        has_now=history.now is not None,
    )


def same_function(one: str, other: str) -> bool:
    """Whether two fields are the same function: they share a word that is not common to many functions."""
    a, b = words_of(one), words_of(other)
    telling_a, telling_b = a - _GENERIC, b - _GENERIC
    if telling_a and telling_b:
        return bool(telling_a & telling_b)
    return bool(a & b)


def _field_change(target: Target | None, recent: list[Held], months: int) -> bool | None:
    if target is None or not target.field:
        return None
    known = [item for item in recent if item.role.field]
    # A job taken beside school says nothing of a function, where another does.
    known = [item for item in known if item.role.level != 0] or known
    if not known:
        return None
    if same_function(target.field, known[0].role.field or ""):
        return False
    # A job of some months in another function does not make a stranger of somebody who held this one for years.
    return not any(
        same_function(target.field, item.role.field or "") and (item.months is None or item.months >= months)
        for item in known[1:]
    )


def _short(last: Held | None, before: Held | None, months: int) -> tuple[str, str]:
    """The latest role's key when it is short or junior, and what was seen."""
    if not last or not before:
        return "", ""
    levels = (last.role.level, before.role.level)
    if before.role.employment == "acting" or _is_beside(last, before):
        return "", ""
    known = levels[0] is not None and levels[1] is not None
    below = known and (levels[0] or 0) < (levels[1] or 0)
    above = known and (levels[0] or 0) > (levels[1] or 0)
    new_employer = last.employer.key != before.employer.key
    under = last.months is not None and last.months < months
    if new_employer and under and not above and (below or last.role.employment not in _PLANNED):
        return last.role.key, f"{last.months} months with a new employer" + (", at a lower level" if below else "")
    if below:
        return last.role.key, "the latest role's level is below the one before"
    return "", ""


def _is_beside(last: Held, before: Held) -> bool:
    """Whether the latest role did not follow the one before, but ran beside it from earlier on."""
    return last.start is not None and before.start is not None and last.start < before.start


def gaps(history: History, without: str = "") -> tuple[int | None, int | None]:
    """Months without a role since the last one ended, and the longest such stretch between roles.

    Args:
        without: the key of a role to be left out of the reckoning.
    """
    spans = sorted(
        (item.start, item.end)
        for item in history.held
        if item.role.key != without and item.start is not None and item.end is not None
    )
    if not spans or history.now is None:
        return None, None
    longest, reach = 0, spans[0][1]
    for start, end in spans[1:]:
        longest = max(longest, start - reach - 1)
        reach = max(reach, end)
    now = max(history.now - reach, 0)
    return now, max(longest, now)
