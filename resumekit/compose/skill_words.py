"""What a map of competencies is told in: bands, grades, relations and states in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from resumekit.skills.framework import Relation
from resumekit.skills.match import Band
from resumekit.skills.skill_map import AreaCoverage, Evidence, Gap, Grade, SkillMap, State

BANDS: dict[Band, str] = {
    "demonstrated": "Demonstrated",
    "partial": "In part",
    "suggested": "Hinted at",
    "gap": "Not yet",
}
"""What each band is called, in a client's words."""

GRADES: dict[Grade, str] = {
    "A": "did it, with a result",
    "B": "did it",
    "C": "did what has the same shape",
    "D": "credential or coursework only",
}
RELATIONS: dict[Relation, str] = {
    "direct": "the thing itself",
    "equivalent": "the same under another name",
    "adjacent": "a shape that the two share",
}
STATES: dict[State, str] = {"met": "Met", "unmet": "Not met", "unknown": "Not known"}
KINDS = {
    "ask": "ask",
    "project": "project",
    "volunteering": "volunteering",
    "course": "course",
    "credential": "credential",
    "shadowing": "shadowing",
    "reading": "reading",
}


def counted(area: AreaCoverage) -> dict[Band, int]:
    """How many of an area's competencies are in each band, the strongest band first."""
    return {band: sum(item.band == band for item in area.competencies) for band in BANDS}


def told_counts(area: AreaCoverage) -> str:
    """The same in words: "2 demonstrated, 1 in part, 3 not yet"."""
    return ", ".join(f"{count} {BANDS[band].lower()}" for band, count in counted(area).items() if count)


def hours(effort: float) -> str:
    """Work in words: "1 hour", "12 hours"."""
    return f"{effort:g} hour{'' if effort == 1 else 's'}"


def first_steps(skill_map: SkillMap, most: int) -> tuple[Gap, ...]:
    """What the client can do, as it is ranked: the best step for each competency, so that no two are for the same."""
    return _each_once(skill_map.steps, most)


def first_asks(skill_map: SkillMap, most: int) -> tuple[Gap, ...]:
    """What the coach can bring up, in the same way."""
    return _each_once(skill_map.asks, most)


def _each_once(gaps: Iterable[Gap], most: int) -> tuple[Gap, ...]:
    best: dict[str, Gap] = {}
    for gap in gaps:
        best.setdefault(gap.competency, gap)
    return tuple(best.values())[:most]


def factor_words(evidence: Evidence) -> tuple[str, ...]:
    """Each factor of a strength in words, in the order in which they are multiplied."""
    own = {
        "probability": f"{BANDS[evidence.match.band].lower()} by its words",
        "relation": RELATIONS[evidence.match.relation],
    }
    return tuple(own.get(factor.name, factor.why) for factor in evidence.factors)


def factors(evidence: Evidence, *, less_only: bool = False) -> str:
    """The same in one line; with `less_only`, what takes something off."""
    told = zip(evidence.factors, factor_words(evidence), strict=True)
    return "; ".join(words for factor, words in told if factor.value < 1 or not less_only)


def strength(evidence: Evidence) -> str:
    """A strength as it is printed: never as one, which would say that nothing could be doubted."""
    return f"{min(evidence.strength, 0.99):.2f}"
