"""What makes a document a draft: figures still to come, and estimates that the client has not confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from resumekit.document.line import Line
from resumekit.model.achievement import Achievement
from resumekit.model.resume import Resume
from resumekit.sections.bullet import spans_of


def draft_reasons(resume: Resume, lines: Iterable[Line]) -> tuple[str, ...]:
    """What stands in the way of a final, in the words of a to-do list; empty when nothing does."""
    facts = resume.facts
    reasons: dict[str, None] = {}
    if any(span.style for span in spans_of(resume.person.name)):
        reasons[f"a placeholder stands in '{resume.person.name}'"] = None
    for line in lines:
        if line.is_placeholder:
            reasons[f"a placeholder stands in '{line.text}'"] = None
        for ref in line.facts:
            fact = facts.get(ref.partition("#")[0])
            if isinstance(fact, Achievement):
                reasons.update(dict.fromkeys(_of(fact)))
    return tuple(reasons)


def marked(line: Line) -> Line:
    """The line with what is still to be filled in marked as a placeholder."""
    spans = [
        part if part.style else replace(span, text=part.text)
        for span in line.spans
        for part in ([span] if span.style else spans_of(span.text))
    ]
    return Line.of(spans, *line.sources)


def _of(fact: Achievement) -> list[str]:
    found = []
    to_come = not fact.text and any(measure.confidence == "placeholder" for measure in fact.measures)
    estimated = any(measure.confidence == "estimated" for measure in fact.measures)
    if fact.confirmed and not fact.is_confirmed:
        found.append(f"{fact.key}: changed since the client confirmed it; confirm it again")
    elif to_come:
        found.append(f"{fact.key}: a figure is still to come")
    elif estimated and not fact.is_confirmed:
        found.append(f"{fact.key}: an estimate that the client has not confirmed")
    return found
