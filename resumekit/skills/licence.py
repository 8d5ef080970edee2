"""Licences: which words of the target field a client's facts allow, and which wait for the coach's confirmation."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from resumekit.model.achievement import Achievement
from resumekit.model.resume import Resume
from resumekit.model.role import Duty
from resumekit.model.target import Target, Translation
from resumekit.skills.evidence import iter_statements
from resumekit.skills.skill_map import AreaCoverage, Evidence, Licence

_Key = tuple[str, str, str, bool, bool]


def translation_hash(resume: Resume, term: str, facts: Iterable[str]) -> str:
    """Eight hex digits over a term and the words of its facts, so that an edit of either voids a confirmation.

    Raises UnknownNameError for a fact that is not there.
    """
    parts = [term.strip().casefold()]
    for key in sorted(facts):
        parts += (key, _words(resume, key))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:8]


def _words(resume: Resume, key: str) -> str:
    """All that a confirmation of a fact is about; for what is neither achievement nor duty, what is read of it."""
    fact = resume.fact(key)
    secret = f"{fact.confidential}\x1f{fact.say_as or ''}"
    if isinstance(fact, Achievement):
        return f"{fact.text_hash}\x1f{secret}"
    if isinstance(fact, Duty):
        return f"{fact.text}\x1f{secret}"
    return "\x1f".join(item.text for item in iter_statements(resume) if item.fact == key)


def is_confirmed(translation: Translation, resume: Resume) -> bool:
    """Whether the coach confirmed the term for these facts as they now stand."""
    if translation.confirmed is None or not set(translation.facts) <= set(resume.facts):
        return False
    now = translation_hash(resume, translation.term, translation.facts)
    return translation.confirmed.hash in (None, now)


def licences(areas: Iterable[AreaCoverage], resume: Resume, target: Target | None) -> tuple[Licence, ...]:
    """A licence for each term, competency and relation, the strongest first; papers license nothing but themselves."""
    confirmed = _confirmed_facts(resume, target)
    found: dict[_Key, list[Evidence]] = defaultdict(list)
    for area in areas:
        for item in area.competencies:
            for evidence in item.counted:
                if evidence.grade != "D":
                    found[_key(evidence, confirmed)].append(evidence)
    made = [_licence(key, evidence) for key, evidence in found.items()]
    return tuple(sorted(made, key=lambda one: (not one.is_open, -one.strength, one.term, one.competency)))


def _key(evidence: Evidence, confirmed: set[tuple[str, str]]) -> _Key:
    match = evidence.match
    usable = match.band == "demonstrated" and match.relation != "adjacent"
    return match.competency, match.term, match.relation, usable, (match.term.casefold(), evidence.fact) in confirmed


def _licence(key: _Key, evidence: list[Evidence]) -> Licence:
    _, term, _, usable, confirmed = key
    best = evidence[0]  # the strongest: evidence comes so
    facts = tuple(sorted({item.fact for item in evidence}))
    relation, competency = best.match.relation, best.match.competency
    return Licence(best.said, term, relation, competency, facts, best.strength, usable, confirmed)


def _confirmed_facts(resume: Resume, target: Target | None) -> set[tuple[str, str]]:
    translations = target.translations if target else ()
    return {(item.term.casefold(), fact) for item in translations if is_confirmed(item, resume) for fact in item.facts}


def voided(resume: Resume, target: Target | None, made: Iterable[Licence]) -> Iterator[str]:
    """What became of confirmations that no longer hold, or that no evidence asks for."""
    licensed = {(item.term.casefold(), fact) for item in made for fact in item.facts}
    for item in target.translations if target else ():
        if not item.facts:
            yield f"'{item.term}': it names no facts; name those that show it"
            continue
        gone = [key for key in item.facts if key not in resume.facts]
        if gone:
            yield f"'{item.term}': there is no fact {', '.join(gone)} any more; name the facts that show it"
        elif item.confirmed and not is_confirmed(item, resume):
            yield f"'{item.term}': its facts were edited after it was confirmed; confirm it again"
        elif not any((item.term.casefold(), fact) in licensed for fact in item.facts):
            yield f"'{item.term}': none of {', '.join(item.facts)} is evidence for it; the confirmation has no effect"
