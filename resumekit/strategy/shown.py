"""Shown: what of a framework each achievement is evidence for, and how much that makes it worth to a target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resumekit.skills.framework import Competency, Framework
    from resumekit.skills.skill_map import Evidence, SkillMap

POSTING_SHARE = 0.4
"""What the wishes of a posting make of relevance, where there is one; the framework makes the rest."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A competency that an achievement shows: `strength` is 0 to 1, age aside; `weight` is what the framework gives it."""

    competency: str
    name: str
    area: str
    strength: float
    weight: float
    quote: str
    adjacent: bool = False

    @property
    def worth(self) -> float:
        return self.strength * self.weight


def shown_by_fact(skill_map: SkillMap | None) -> dict[str, tuple[Shown, ...]]:
    """By fact, the functional competencies that it counts for, what is worth most first."""
    found: dict[str, list[Shown]] = defaultdict(list)
    for fact, shown in _each(skill_map) if skill_map else ():
        found[fact].append(shown)
    return {
        fact: tuple(sorted(items, key=lambda item: (-item.worth, item.competency))) for fact, items in found.items()
    }


def _each(skill_map: SkillMap) -> Iterator[tuple[str, Shown]]:
    weights = weights_of(skill_map.framework)
    for item in skill_map.competencies:
        for evidence in item.counted if item.competency.id in weights else ():
            yield evidence.fact, _shown(item.competency, evidence, weights[item.competency.id])


def _shown(competency: Competency, evidence: Evidence, weight: float) -> Shown:
    # A value counts recency by itself, so that it is not counted twice.
    strength = prod(factor.value for factor in evidence.factors if factor.name != "recency")
    adjacent = evidence.match.relation == "adjacent"
    return Shown(competency.id, competency.name, competency.group, strength, weight, evidence.quote, adjacent)


def weights_of(framework: Framework) -> dict[str, float]:
    """Functional competencies by what they weigh, against the heaviest of them."""
    asked = [item for item in framework.competencies if framework.kind_of(item) == "functional"]
    weights = {item.id: item.weight * framework.group_by_id[item.group].weight for item in asked}
    most = max(weights.values(), default=1.0)
    return {name: weight / most for name, weight in weights.items()}


def relevance_of(shown: tuple[Shown, ...], wished: float | None) -> float:
    """How much an achievement says to the target, 0 to 1: the best it shows of each area, and what a posting wishes.

    `wished` is the share of the posting's wishes, None where there is no posting.
    """
    best: dict[str, float] = {}
    for item in shown:
        best[item.area] = max(best.get(item.area, 0.0), item.worth)
    asked = 1.0 - prod(1.0 - best[area] for area in sorted(best))  # in one order: products of floats depend on it
    return asked if wished is None else (1 - POSTING_SHARE) * asked + POSTING_SHARE * wished


def relevance_told(shown: tuple[Shown, ...], relevance: float, wished: float | None) -> str:
    """What a relevance is made of, in words."""
    parts = [f"{item.name} {item.worth:.2f} (“{item.quote}”)" for item in shown]
    if wished is not None:
        parts.append(f"the posting’s words {wished:.2f}")
    return f"{relevance:.2f}: {'; '.join(parts)}"
