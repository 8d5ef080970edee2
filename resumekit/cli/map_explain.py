"""`resumekit map --explain`: how one fact was read: every word that spoke for or against, and the sum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from resumekit.cli import screen
from resumekit.cli.map_shown import Terminal, marked
from resumekit.compose.skill_words import BANDS, GRADES, factor_words
from resumekit.errors import UnknownNameError
from resumekit.skills.evidence import iter_statements

if TYPE_CHECKING:
    from resumekit.load.client import Client
    from resumekit.skills.match import Contribution
    from resumekit.skills.skill_map import Evidence, SkillMap


def explain_fact(client: Client, skill_map: SkillMap, key: str, form: str) -> None:
    """Prints the contributions of each competency that a fact was found to show, the strongest first.

    Raises UnknownNameError for a fact that is not there.
    """
    if key not in client.resume.facts:
        # Only what is read is offered: the ids of other facts may name people.
        raise UnknownNameError("fact", key, {item.fact for item in iter_statements(client.resume)})
    found = [item for one in skill_map.competencies for item in one.evidence if item.fact == key and item.via is None]
    found.sort(key=lambda item: (-item.match.probability, item.match.competency))
    if form == "json":
        screen.say_json(
            {"fact": key, "framework": skill_map.framework.id, "evidence": [_as_json(item) for item in found]}
        )
        return
    if not found:
        screen.say(f"nothing of {skill_map.framework.name} is found in [{key}]")
        screen.say(
            click.style("  read are achievements, duties, summaries, credentials and courses, not titles", dim=True)
        )
    for item in found:
        for line in _lines(item, skill_map, Terminal.of()):
            screen.say(line)


def _sum(evidence: Evidence) -> float:
    return sum(item.weight for item in evidence.match.contributions)


def _as_json(evidence: Evidence) -> dict[str, Any]:
    match = evidence.match
    return {
        "competency": match.competency,
        "text": evidence.text,
        "band": match.band,
        "probability": match.probability,
        "log_odds": _sum(evidence),
        "contributions": [_contribution(item, evidence.text) for item in match.contributions],
        "factors": [{"name": item.name, "value": item.value, "why": item.why} for item in evidence.factors],
        "strength": evidence.strength,
        "grade": evidence.grade,
        "counts": evidence.counts,
    }


def _contribution(item: Contribution, text: str) -> dict[str, Any]:
    span = item.span
    return {
        "kind": item.kind,
        "words": item.words,
        "weight": item.weight,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "quote": text[span.start : span.end] if span else None,
    }


def _lines(evidence: Evidence, skill_map: SkillMap, terminal: Terminal) -> Iterator[str]:
    match = evidence.match
    competency = skill_map.framework.by_id[match.competency]
    yield f"{click.style(competency.name, bold=True)} ({competency.id}): {BANDS[match.band].lower()} by its words"
    yield f"  {marked(evidence, terminal)}"
    rows = [
        (f"  {item.weight:+8.3f}", item.kind, item.words, _quoted(item, evidence.text)) for item in match.contributions
    ]
    yield from screen.table(rows)
    yield f"  {_sum(evidence):+8.3f}  the sum, in log-odds: a probability of {match.probability:.3f}"
    told = " × ".join(
        f"{item.value:.2f} ({why})" for item, why in zip(evidence.factors, factor_words(evidence), strict=True)
    )
    yield f"  strength {evidence.strength:.2f} = {told}"
    counts = "" if evidence.counts else "; it counts for nothing until the client confirms it"
    yield f"  grade {evidence.grade}: {GRADES[evidence.grade]}{counts}"
    yield ""


def _quoted(item: Contribution, text: str) -> str:
    return f"“{text[item.span.start : item.span.end]}”" if item.span else ""
