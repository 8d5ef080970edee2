"""A framework and a lexicon as a terminal shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from resumekit.cli import screen

if TYPE_CHECKING:
    from resumekit.skills.framework import Competency, Framework, Gate, Source
    from resumekit.skills.lexicon import Lexicon


def described(name: str, framework: Framework) -> dict[str, Any]:
    """A framework in a line of a list; `name` is what it is found by."""
    return {
        "name": name,
        "title": framework.name,
        "competencies": len(framework.competencies),
        "cues": sum(len(competency.cues) for competency in framework.competencies),
        "extends": framework.extends,
        "licence": framework.licence,
        "sources": [source.name for source in framework.sources],
    }


def lexicon_described(name: str, lexicon: Lexicon) -> dict[str, Any]:
    """A lexicon in a line of a list."""
    return {
        "name": name,
        "title": lexicon.name,
        "entries": len(lexicon.entries),
        "classes": len(lexicon.classes),
        "licence": lexicon.licence,
        "sources": [source.name for source in lexicon.sources],
    }


def framework_lines(framework: Framework) -> Iterator[str]:
    """Areas with their weights and competencies, gates and sources."""
    yield f"{framework.id}: {framework.name}"
    facts = [
        ("version", framework.version),
        ("edition", framework.edition),
        ("as of", str(framework.as_of) if framework.as_of else None),
        ("jurisdiction", framework.jurisdiction),
        ("licence", framework.licence),
        ("extends", framework.extends),
        ("lexicons", ", ".join(framework.lexicons)),
        ("fields", ", ".join(framework.fields)),
    ]
    yield from screen.table((name, value) for name, value in facts if value)
    for group in framework.groups:
        yield ""
        yield f"{group.name} ({group.kind}, weight {group.weight:g})"
        inside = [one for one in framework.competencies if one.group == group.id]
        rows = [(one.id, one.name, f"{len(one.cues)} cues", "required" if one.required else "") for one in inside]
        yield from (f"  {line}" for line in screen.table(rows) or ["no competencies"])
    if framework.gates:
        yield from ("", "Gates:", *(f"  {line}" for line in screen.table(_gate(gate) for gate in framework.gates)))
    if framework.sources:
        yield from ("", "Sources:", *(f"  {_source(source)}" for source in framework.sources))


def _gate(gate: Gate) -> tuple[str, ...]:
    asked = f"{len(gate.courses)} courses" if gate.courses else f"{gate.years:g} years" if gate.years else ""
    return gate.id, gate.designation or "", gate.kind, gate.name, asked


def _source(source: Source) -> str:
    parts = [source.name, f"as of {source.as_of}" if source.as_of else "", str(source.url or ""), source.note or ""]
    return ", ".join(part for part in parts if part)


def competency_lines(framework: Framework, competency: Competency) -> Iterator[str]:
    """Everything about one competency."""
    group = framework.group_by_id[competency.group]
    yield f"{competency.id}: {competency.name}"
    yield from screen.table(
        [
            ("group", f"{group.name} ({group.kind}, weight {group.weight:g})"),
            ("weight", f"{competency.weight:g}" + (", required" if competency.required else "")),
            *((name, value) for name, value in _lists(competency) if value),
        ]
    )
    cues = [(cue.pattern, cue.relation, f"{cue.weight:g}", cue.term or "") for cue in competency.cues]
    for title, lines in (
        ("What it is", competency.descriptors),
        ("Cues (pattern, relation, weight, term)", screen.table(cues) if cues else ()),
        ("Negative cues", competency.negative_cues),
        ("Questions", competency.questions),
        ("Actions", [f"{a.title} ({a.kind}, {a.effort:g} hours, closes {a.closes:.0%})" for a in competency.actions]),
    ):
        if lines:
            yield from ("", f"{title}:", *(f"  {line}" for line in lines))


def _lists(competency: Competency) -> tuple[tuple[str, str], ...]:
    return (
        ("level", competency.level or ""),
        ("terms", ", ".join(competency.terms)),
        ("shows", ", ".join(competency.shows)),
        ("accepts", ", ".join(competency.accepts)),
        *((scheme, ", ".join(ids)) for scheme, ids in competency.related.items()),
    )
