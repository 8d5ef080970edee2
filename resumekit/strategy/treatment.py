"""How each role is shown: in full, with how many of its achievements, or in one line; and which stand above as highlights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from resumekit.model.achievement import Achievement
from resumekit.strategy.case import Case
from resumekit.strategy.emphasis import words_of
from resumekit.strategy.history import Held
from resumekit.strategy.observe import same_function
from resumekit.strategy.rules import Range
from resumekit.strategy.strategy import Treated

LEADING = words_of(
    "led directed managed supervised headed chaired guided mobilized delegated appointed restructured united steered "
    "hired recruited coached mentored trained budgeted negotiated budget team acting committee"
)
"""Words that show work at the next level."""

LEADERSHIP_SHARE = 0.4
COMPRESSED_RELEVANCE = 0.5
OUTSIDE = 0.49
"""The most that single achievements can make of a job of another function or a far lower level."""
OLD_YEARS = 10
"""A role that ended longer ago may shrink to one line when the page is full."""
BARE = 2
"""A role keeps at least this many achievements of its own when others go up among the highlights."""


def choose_highlights(case: Case) -> tuple[str, ...]:
    """The strongest measured achievements, set apart above the history; none when fewer than the least can be spared."""
    least, most = case.situation.highlights
    if case.target is None or "highlights" in case.omit:
        return ()
    if not most:
        least, most = min(3, case.profile.highlights), case.profile.highlights
    if not most or "highlights" not in case.situation.order:
        return ()
    chosen = _strongest(case, BARE)[:most]
    if len(chosen) < least and case.primary in (8, 9):
        # Here the highlights are what the page is for: a role may keep a single achievement of its own.
        chosen = _strongest(case, 1)[:least]
    if len(chosen) < least:
        return ()
    case.because("highlights", f"career highlights lead: {case.situation.name}", *chosen)
    return tuple(chosen)


def _strongest(case: Case, bare: int) -> list[str]:
    """Measured achievements that their roles can spare, the strongest first; for a step up, those of the next level."""
    pool: list[tuple[bool, float, str]] = []
    for held in case.kept():
        if held.role.key == case.seen.short_role or case.history.years_since(held) > case.profile.years_in_detail:
            continue
        by_key = {item.key: item for item in held.role.achievements}
        keys = case.ranked(held)
        acting = case.primary == 9 and held.role.employment == "acting"
        for key in keys[: max(len(keys) - (1 if acting else bare), 0)]:
            if case.values[key].measured >= 0.8:
                leads = case.primary == 9 and (acting or shows_leadership(by_key[key]))
                pool.append((leads, case.values[key].total, key))
    return [key for _, _, key in sorted(pool, key=lambda item: (not item[0], -item[1]))]


def treat(case: Case, index: int, held: Held, taken: frozenset[str]) -> Treated:
    """One role. `index` counts the shown roles from the newest; `taken` stands elsewhere on the page already."""
    role = held.role
    duties = tuple(duty.key for duty in role.duties if not case.is_omitted(duty.key))
    if case.target is None:
        return Treated(role.key, "full", tuple(item.key for item in role.achievements), duties)
    limits = _limits(case, index, held)
    most = min(limits[1], case.rules.limits.most_bullets)
    keys = [key for key in case.ranked(held) if key not in taken]
    if most == 0 or _is_school_job(case, held):
        if most:
            case.because("school job", "one line: it was held beside the studies", role.key)
            for key in (*keys, *duties):
                case.leave(key, "a job held beside the studies gets one line")
            return Treated(role.key, "line")
        age = case.history.years_since(held)
        case.because("earlier career", f"ended {age:.0f} years ago: one line", role.key)
        for key in (*keys, *duties):
            case.leave(key, "its role is over the years told in detail")
        return Treated(role.key, "line")
    shown = _with_leadership(case, held, keys, most) if index == 0 and case.holds(9) else keys[:most]
    for key in keys:
        if key not in shown:
            case.leave(key, f"at most {most} bullet{'' if most == 1 else 's'} under this role")
    filling = duties[: max(limits[0] - len(shown), 0)]
    for key in duties[len(filling) :]:
        case.leave(key, "achievements say more than duties")
    old, scope = case.history.years_since(held) > OLD_YEARS, not _is_scope_too_large(case, held)
    if role.scope and not scope:
        case.because("step down", "its scope lies far above the target's and is not told", role.scope.key)
        case.leave(role.scope.key, "scope far above the target's; 'show: [scope]' in the target prints it")
    return Treated(role.key, "full", tuple(shown), filling, limits[0], old, scope)


def hold_short_job(case: Case, roles: dict[str, Treated], share: float) -> dict[str, Treated]:
    """The same roles, a short job that serves the target little down to its share of the words of experience.

    One achievement is left to it, whatever its share.
    """
    short = roles.get(case.seen.short_role)
    held = next((item for item in case.kept() if item.role.key == case.seen.short_role), None)
    if case.target is None or short is None or held is None or _is_relevant(case, held):
        return roles
    words = {held.role.key: _words_of(held, roles[held.role.key]) for held in case.kept()}
    all_words = sum(words.values())
    by_key = {item.key: item for held in case.kept() for item in held.role.achievements}
    kept, own = list(short.achievements), words[short.role]
    while len(kept) > 1 and own > share * all_words:
        case.leave(dropped := kept.pop(), f"a short job gets at most {share:.0%} of the words of experience")
        gone = len(_said(by_key[dropped]).split())
        own, all_words = own - gone, all_words - gone
    return {**roles, short.role: replace(short, achievements=tuple(kept), least=min(short.least, len(kept)))}


def _words_of(held: Held, treated: Treated) -> int:
    """About how many words a role takes on the page."""
    lines = [
        held.role.title,
        held.employer.name,
        held.employer.about,
        held.role.summary,
        "Jan 2020 – Present (5 years)",
    ]
    lines += [_said(item) for item in held.role.achievements if item.key in treated.achievements]
    return sum(len((line or "").split()) for line in lines)


def _said(achievement: Achievement) -> str:
    """Its words, with the five that each change of a figure adds."""
    changes = ["from one to another figure"] * sum(1 for item in achievement.measures if item.start is not None)
    words = [achievement.text] if achievement.text else [achievement.action, achievement.result, *changes]
    return " ".join(word for word in words if word)


def _is_scope_too_large(case: Case, held: Held) -> bool:
    """For a deliberate step down: the people and money of a role two levels or more above the target."""
    target, level = case.target, held.role.level
    if case.primary != 7 or not target or target.level is None or level is None or "scope" in target.show:
        return False
    return level - target.level >= 2


def _is_school_job(case: Case, held: Held) -> bool:
    """For a new graduate: a job at no level, of another function, while another one tells of this function."""
    field = case.target.field if case.target else None
    if case.primary != 6 or not field or held.role.level != 0 or not held.role.field:
        return False
    return not same_function(field, held.role.field) and any(
        item.role.field and same_function(field, item.role.field) for item in case.kept()
    )


def _limits(case: Case, index: int, held: Held) -> Range:
    """The least and the most bullets of a role, by its age and what else the page has."""
    bullets, age = case.profile.bullets, case.history.years_since(held)
    if held.role.key == case.seen.short_role:
        least, most = case.rules.limits.short_job_bullets
        if not _is_relevant(case, held):
            most = min(most, 2)
            case.because("short job", "compressed: little of it serves the target", held.role.key)
        return least, most
    if age > 15:
        return bullets[4]
    if age > max(10, case.profile.years_in_detail - 0.01):
        return bullets[3]
    return bullets[min(index, 2)]


def _is_relevant(case: Case, held: Held) -> bool:
    return relevance_of(case, held) >= COMPRESSED_RELEVANCE


def relevance_of(case: Case, held: Held) -> float:
    """How close a role is to the target, 0 to 1: its function and level, or else the best of its achievements.

    A job two levels or more below the target shows little of what the target asks, whatever its field.
    """
    target = case.target
    low = bool(
        target and target.level is not None and held.role.level is not None and held.role.level <= target.level - 2
    )
    if not low and target and target.field and held.role.field and same_function(target.field, held.role.field):
        return 1.0
    best = max((case.values[item.key].relevance for item in held.role.achievements), default=0.0)
    return best * OUTSIDE


def _with_leadership(case: Case, held: Held, keys: list[str], most: int) -> list[str]:
    """The strongest achievements, at least two in five of which show work at the next level, where the facts have them."""
    by_key = {item.key: item for item in held.role.achievements}
    leading = [key for key in keys if shows_leadership(by_key[key])]
    chosen = keys[:most]
    wanted = ceil(LEADERSHIP_SHARE * len(chosen))
    have = [key for key in chosen if key in leading]
    spare = [key for key in leading if key not in chosen]
    for key in reversed([key for key in chosen if key not in leading]):
        if len(have) >= wanted or not spare:
            break
        chosen[chosen.index(key)] = promoted = spare.pop(0)
        have.append(promoted)
    if have:
        case.because("step up", f"{len(have)} of {len(chosen)} bullets of the latest role show leadership", *have)
    return chosen


def shows_leadership(achievement: Achievement) -> bool:
    """Whether it tells of people, money or a charge of one's own; never for what was only contributed to."""
    words: Iterable[str | None] = (achievement.text, achievement.action, achievement.result)
    return achievement.part == "led" and bool(words_of(" ".join(word for word in words if word)) & LEADING)
