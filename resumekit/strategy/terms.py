"""Terms: the words of the target's field that a client's facts license, and where on the page they may stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resumekit.strategy.emphasis import words_of

if TYPE_CHECKING:
    from resumekit.skills.skill_map import SkillMap


LEAST_STRENGTH = 0.6
"""What a profile says in the target field's words, a client must be able to stand by: one faint deed is not enough."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the target's field under an open licence, with all of the facts that it rests on.

    `source` is its competency as `framework/competency`, `place` its place among that competency's own terms.
    """

    text: str
    competency: str
    area: str
    facts: tuple[str, ...]
    strength: float
    source: str
    place: int = 0
    confirmed: bool = False


def open_terms(skill_map: SkillMap | None) -> tuple[Term, ...]:
    """Every term that may stand on a page, each once for a competency, the best shown first."""
    made: dict[tuple[str, str], Term] = {}
    for licence in skill_map.licences if skill_map else ():
        if not licence.is_open or skill_map is None:
            continue
        competency = skill_map.framework.by_id[licence.competency]
        key = licence.term.casefold(), licence.competency
        if key in made:
            facts = dict.fromkeys((*made[key].facts, *licence.facts))
            confirmed = made[key].confirmed or licence.confirmed
            made[key] = replace(made[key], facts=tuple(sorted(facts)), confirmed=confirmed)
            continue
        usual = [term.casefold() for term in competency.terms]
        place = usual.index(key[0]) if key[0] in usual else len(usual)
        source = f"{skill_map.framework.id}/{competency.id}"
        made[key] = Term(
            licence.term, competency.id, competency.group, licence.facts, licence.strength, source, place,
            licence.confirmed,
        )  # fmt: skip
    return tuple(made.values())


def choose_terms(terms: Iterable[Term], most: int, *, of_area: int, wanted: frozenset[str] = frozenset()) -> list[Term]:
    """The best few that are shown well, or confirmed by the coach: of each competency one, of each area `of_area`.

    What the posting says too goes before what it does not, then what is shown best.
    """
    chosen: list[Term] = []
    well = (term for term in terms if term.confirmed or term.strength >= LEAST_STRENGTH)
    for term in sorted(well, key=lambda term: _rank(term, wanted)):
        fresh = term.competency not in {item.competency for item in chosen} and term.text.casefold() not in _said(
            chosen
        )
        if fresh and sum(item.area == term.area for item in chosen) < of_area:
            chosen.append(term)
    return chosen[:most]


def _said(terms: Iterable[Term]) -> set[str]:
    return {term.text.casefold() for term in terms}


def _rank(term: Term, wanted: frozenset[str]) -> tuple[bool, float, int, str]:
    words = words_of(term.text)
    return not (wanted and words <= wanted), -round(term.strength, 3), term.place, term.text


def is_said(text: str, others: Iterable[str]) -> bool:
    """Whether another says it too: in the same telling words, or with all of the one among those of the other."""
    own = words_of(text)
    return any(own <= words or words <= own for other in others if own and (words := words_of(other)))
