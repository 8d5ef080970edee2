"""Areas: the achievements that show a framework best, grouped by its areas and named by the words they license."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from resumekit.model.achievement import Achievement
from resumekit.strategy.case import Case
from resumekit.strategy.shown import Shown
from resumekit.strategy.strategy import Group
from resumekit.strategy.terms import Term

MOST_IN_GROUP, FEWEST_IN_GROUP = 3, 2
ENOUGH_GROUPS = 3
"""Where areas make fewer groups than this, the fullest of them is parted by competency."""
LEAST_STRENGTH = 0.25
"""What shows less of an area than this stands in no group of it."""
MOST_TERMS = 2
"""The words of the target's field in one heading."""

Bucket = list[str]


def group_by_area(case: Case, spare: Iterable[Achievement]) -> list[tuple[Group, float]]:
    """Groups of two or three achievements that show the same area, each with its worth; an achievement in one only.

    `spare` are those that the dated history can do without, in an order that parts equal ones. What
    no word may head makes no group.
    """
    by_key = {item.key: item for item in spare if _clear(case, item.key)}
    ordered = sorted(by_key, key=lambda key: -case.values[key].total)
    buckets = _parted(case, _by_area(case, ordered))
    filled = [keys for keys in _filled(case, buckets, ordered) if len(keys) >= FEWEST_IN_GROUP]
    groups = [group for keys in filled if (group := _named(case, keys, by_key))]
    return [(group, sum(case.values[key].total for key in group.achievements)) for group in groups]


def _clear(case: Case, key: str) -> list[Shown]:
    """What an achievement shows clearly enough to stand for it."""
    return [item for item in case.shown.get(key, ()) if item.strength >= LEAST_STRENGTH]


def _by_area(case: Case, keys: list[str]) -> dict[str, Bucket]:
    buckets: dict[str, Bucket] = {}
    for key in keys:
        buckets.setdefault(_clear(case, key)[0].area, []).append(key)
    return buckets


def _parted(case: Case, buckets: dict[str, Bucket]) -> dict[str, Bucket]:
    """The buckets, the fullest parted by competency where an area dominates and there are few groups."""
    while sum(len(keys) >= FEWEST_IN_GROUP for keys in buckets.values()) < ENOUGH_GROUPS:
        name = max(buckets, key=lambda name: (len(buckets[name]), name), default="")
        if not name or len(buckets[name]) < 2 * FEWEST_IN_GROUP:
            break
        of = Counter(_clear(case, key)[0].competency for key in buckets[name])
        competency = max(of, key=lambda item: (of[item], item))
        rest = [key for key in buckets[name] if _clear(case, key)[0].competency != competency]
        if len(rest) < FEWEST_IN_GROUP:
            break
        own = [key for key in buckets[name] if key not in rest]
        buckets = {**buckets, name: rest, f"{name}/{competency}": own}
    return buckets


def _filled(case: Case, buckets: dict[str, Bucket], ordered: list[str]) -> list[Bucket]:
    """The strongest of each bucket; what is left over goes where the next area that it shows has room for it."""
    kept = {name: keys[:MOST_IN_GROUP] for name, keys in buckets.items()}
    alone = {keys[0] for keys in kept.values() if len(keys) == 1}
    over = {key for keys in buckets.values() for key in keys[MOST_IN_GROUP:]}
    for key in ordered:
        if key not in alone | over:
            continue
        own = next((name for name, keys in kept.items() if key in keys), "")
        if own and len(kept[own]) > 1:
            continue  # another one has joined it
        for item in _clear(case, key):
            there = kept.get(item.area, [])
            if item.area != own and 0 < len(there) < MOST_IN_GROUP:
                kept[item.area] = [*there, key]
                kept = {name: [] if name == own else keys for name, keys in kept.items()}
                break
    return list(kept.values())


def _named(case: Case, keys: Bucket, by_key: dict[str, Achievement]) -> Group | None:
    """The group under licensed terms; else under the client's own skill; else under its area, if that is demonstrated.

    Where none of the three heads them all, those that terms do head.
    """
    terms = _covering(case, keys)
    headed = [key for key in keys if any(_shows(case, key, term) for term in terms)]
    if len(headed) == len(keys):
        return Group("", tuple(keys), terms)
    if skill := _common_skill(case, [by_key[key] for key in keys]):
        return Group(skill, tuple(keys))
    if area := _area(case, keys):
        return Group("", tuple(keys), (area,))
    return Group("", tuple(headed), terms) if len(headed) >= FEWEST_IN_GROUP else None


def _covering(case: Case, keys: Bucket) -> tuple[Term, ...]:
    """One term, or two, that head the most of these achievements; each is licensed by one of them."""
    chosen: list[Term] = []
    left = list(keys)
    while left and len(chosen) < MOST_TERMS:
        fresh = [
            term for term in case.terms
            if set(term.facts) & set(left) and all(term.competency != item.competency for item in chosen)
        ]  # fmt: skip
        if not fresh:
            break
        best = min(fresh, key=lambda term: _order(case, term, left))
        chosen.append(best)
        left = [key for key in left if not _shows(case, key, best)]
    return tuple(chosen)


def _order(case: Case, term: Term, keys: Bucket) -> tuple[int, int, float, int, str]:
    """What heads the most goes first, then what more of them license, then the field's usual word for it."""
    heads = sum(_shows(case, key, term) for key in keys)
    licensing = len(set(term.facts) & set(keys))
    return -heads, -licensing, -round(term.strength, 3), term.place, term.text


def _shows(case: Case, key: str, term: Term) -> bool:
    """Whether an achievement licenses the term, or counts as evidence for the very competency."""
    return key in term.facts or any(_is_of(item, term) for item in case.shown.get(key, ()))


def _is_of(shown: Shown, term: Term) -> bool:
    return shown.competency == term.competency and not shown.adjacent


def _common_skill(case: Case, achievements: list[Achievement]) -> str:
    """The client's own skill that all of them name; "" where there is none."""
    for skill in case.resume.skills:
        names = {name.casefold() for name in (skill.name, *skill.terms)}
        if not case.is_omitted(skill.key) and all(
            names & {name.casefold() for name in item.skills} for item in achievements
        ):
            return skill.key
    return ""


def _area(case: Case, keys: Bucket) -> Term | None:
    """The area's own name, where its best competency is demonstrated and every one of these shows the area."""
    skill_map = case.skill_map
    shared = set.intersection(*({item.area for item in _clear(case, key)} for key in keys))
    for area in skill_map.areas if skill_map and case.terms else ():
        if area.group.id in shared and area.best and area.best.band == "demonstrated":
            source = f"{skill_map.framework.id}/{area.group.id}" if skill_map else ""
            return Term(area.group.name, area.best.competency.id, area.group.id, tuple(keys), area.coverage, source)
    return None
