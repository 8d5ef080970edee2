"""What makes a document a draft: figures still to come, and estimates that the client has not confirmed."""

from __future__ import annotations

from collections.abc import Iterable

from resumekit.document.block import Section
from resumekit.model.achievement import Achievement
from resumekit.model.resume import Resume


def draft_reasons(resume: Resume, sections: Iterable[Section]) -> tuple[str, ...]:
    """What stands in the way of a final, in the words of a to-do list; empty when nothing does."""
    facts = resume.facts
    reasons: dict[str, None] = {}
    for section in sections:
        for line in section.lines():
            if line.is_placeholder:
                reasons[f"a placeholder stands in '{line.text}'"] = None
            for ref in line.facts:
                fact = facts.get(ref.partition("#")[0])
                if isinstance(fact, Achievement):
                    reasons.update(dict.fromkeys(_of(fact)))
    return tuple(reasons)


def _of(fact: Achievement) -> list[str]:
    found = []
    estimated = any(measure.confidence == "estimated" for measure in fact.measures)
    if fact.confirmed and not fact.is_confirmed:
        found.append(f"{fact.key}: changed since the client confirmed it; confirm it again")
    elif estimated and not fact.is_confirmed:
        found.append(f"{fact.key}: an estimate that the client has not confirmed")
    return found
