"""What a framework adds to a decision: relevance by evidence, and the words of the target's field for what was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resumekit.strategy.case import Case
from resumekit.strategy.emphasis import said_words, share_of_words, value_achievements, words_of
from resumekit.strategy.shown import relevance_told, shown_by_fact
from resumekit.strategy.strategy import Reason
from resumekit.strategy.terms import Term, choose_terms, is_said, open_terms

if TYPE_CHECKING:
    from resumekit.skills.skill_map import SkillMap

FEWEST_BRIDGE, MOST_BRIDGE = 2, 3
"""So many words of the target's field do profile and letter take: one says too little, more read as keywords."""
MOST_OF_AREA = 2
"""So many of them name one area: three would say one thing three times."""
MOST_LEADING = 3
"""So many open the list of skills."""


def look_at_map(case: Case, skill_map: SkillMap, locale: str | None) -> None:
    """The case's values by what the map shows, each with its reason, and the terms that its page may use.

    A map that shows nothing in any achievement (they are written in another language, say) changes no value.
    """
    case.warnings += skill_map.voided
    shown = shown_by_fact(skill_map)
    name = skill_map.framework.name
    if not any(key in shown for key in case.values):
        case.warnings.append(f"no achievement shows anything of '{name}'; what is relevant goes by words in common")
        return
    wished = _wished(case.posting)
    case.skill_map, case.shown = skill_map, shown
    case.values = value_achievements(case.resume, case.history, case.wanted, case.rules.value, shown, wished)
    _explain_relevance(case, wished)
    language = (locale or (case.target.locale if case.target else None) or case.resume.locale).partition("-")[0]
    if skill_map.framework.locale.partition("-")[0] == language:
        case.terms = open_terms(skill_map)
    else:
        case.warnings.append(f"the words of '{name}' are of another language than the page; none of them is used")


def _wished(posting: str) -> frozenset[str]:
    """The telling words of a posting's duties and requirements; of all of it, where neither is found."""
    if not posting:
        return frozenset()
    # Here, for its patterns take their time, and a strategy without a framework needs none.
    from resumekit.skills.posting_read import read_posting

    read = read_posting(posting)
    phrases = [*(item.text for item in read.duties), *(item.phrase for item in read.requirements)]
    return words_of(" ".join(phrases) if phrases else posting)


def _explain_relevance(case: Case, wished: frozenset[str]) -> None:
    """A reason for each achievement that shows something, in the order of the file; one for all that show nothing."""
    bare = []
    for held in case.history.held:
        for item in held.role.achievements:
            shown = case.shown.get(item.key, ())
            asked = share_of_words(said_words(item), wished) if wished else None
            if shown:
                case.because("relevance", relevance_told(shown, case.values[item.key].relevance, asked), item.key)
            else:
                bare.append(item.key)
    if bare:
        case.because("not asked for", "nothing in them counts for a competency of the framework", *bare)


def bridge_terms(case: Case) -> tuple[Term, ...]:
    """For a change of field, what of paid work in the history the target's field has words for.

    The sentence that they stand in tells of years of work, so no volunteering or project counts.
    """
    if not case.terms or not case.holds(2):
        return ()
    paid = {
        fact.key for held in case.kept() if held.role.key != case.seen.short_role
        for fact in (held.role, *held.role.achievements, *held.role.duties)
    }  # fmt: skip
    own = [
        replace(term, facts=facts, strength=_strength(case, term, facts))
        for term in case.terms
        if (facts := tuple(key for key in term.facts if key in paid))
    ]
    chosen = choose_terms(own, MOST_BRIDGE, of_area=MOST_OF_AREA, wanted=words_of(case.posting))
    if len(chosen) < FEWEST_BRIDGE:
        return ()
    for term in chosen:
        case.reasons.append(Reason("term", f"“{term.text}” stands in profile and letter ({term.source})", term.facts))
    return tuple(chosen)


def _strength(case: Case, term: Term, facts: tuple[str, ...]) -> float:
    """How well these facts alone show what a term stands for."""
    shown = (item for key in facts for item in case.shown.get(key, ()))
    return max((item.strength for item in shown if item.competency == term.competency), default=0.0)


def leading_terms(case: Case, skills: tuple[str, ...]) -> tuple[Term, ...]:
    """What the list of skills may open with: licensed, not named in it yet, and within the most that it may hold."""
    by_key = {skill.key: skill for skill in case.resume.skills}
    names = [name for key in skills for name in (by_key[key].name, *by_key[key].terms)]
    count = sum(max(len(by_key[key].terms), 1) for key in skills)
    room = min(case.rules.limits.competencies[1] - count, MOST_LEADING)
    fresh = [term for term in case.terms if not is_said(term.text, names)]
    chosen = choose_terms(fresh, max(room, 0), of_area=MOST_LEADING, wanted=words_of(case.posting))
    if len(chosen) == 1 and all(by_key[key].terms or by_key[key].group for key in skills):
        return ()  # it would stand on a line of its own above labelled ones
    for term in chosen:
        case.reasons.append(Reason("term", f"“{term.text}” opens the list of skills ({term.source})", term.facts))
    return tuple(chosen)
