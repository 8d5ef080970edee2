"""What follows from a map, on the page: conditions, steps, questions, and words that the facts license."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.compose.holder import Holders
from resumekit.compose.resume import fact_words
from resumekit.compose.skill_words import KINDS, RELATIONS, STATES, first_asks, first_steps
from resumekit.document.block import Block, Bullets, Paragraph, Table
from resumekit.document.line import Line, Source
from resumekit.model.resume import Resume
from resumekit.sections.context import name_of
from resumekit.skills.skill_map import GateResult, Licence, SkillMap

MOST_STEPS, MOST_ASKS, MOST_WORDS = 12, 6, 16
"""Rows on the page; the rest are counted, and `resumekit map --format json` lists all."""


def _source(skill_map: SkillMap) -> Source:
    return Source("data", skill_map.framework.id)


def _header(skill_map: SkillMap, *words: str) -> tuple[Line, ...]:
    return tuple(Line.of(word, _source(skill_map)) for word in words)


def gate_blocks(skill_map: SkillMap, resume: Resume) -> Iterator[Block]:
    """Each condition with its state, the facts behind it, and what to ask."""
    if not skill_map.gates:
        return
    rows = tuple(_gate(result, resume, _source(skill_map)) for result in skill_map.gates)
    yield Table(_header(skill_map, "Condition", "State", "Why", "To ask"), rows)


def _gate(result: GateResult, resume: Resume, source: Source) -> tuple[Line, ...]:
    gate = result.gate
    name = f"{gate.designation}: {gate.name}" if gate.designation and gate.designation not in gate.name else gate.name
    facts = tuple(key for key in result.facts if key in resume.facts)
    named = [words for key in facts if (words := _said(resume, key))]
    why = result.why[:1].upper() + result.why[1:]
    if named:
        why += f" ({'; '.join(named)})"
    if result.missing:
        why += f". Still to show: {', '.join(result.missing)}"
    return (
        Line.of(name, source),
        Line.of(STATES[result.state], source),
        Line.of(f"{why}.", source, *map(Source.fact, facts)),
        Line.of(result.ask or "–", source),
    )


def _said(resume: Resume, key: str) -> str:
    fact = resume.facts[key]
    return name_of(fact) if fact.confidential else fact_words(fact)


def gap_blocks(skill_map: SkillMap) -> Iterator[Block]:
    """The best use of an hour first, one step for a competency. What is only to be asked stands with the questions."""
    if not skill_map.steps:
        return
    source = _source(skill_map)
    by_id = skill_map.framework.by_id
    steps = first_steps(skill_map, MOST_STEPS)
    rows = tuple(
        (
            Line.of(gap.action.title, source),
            Line.of(KINDS[gap.action.kind], source),
            Line.of(by_id[gap.competency].name, source),
            Line.of(f"{gap.action.effort:g}", source),
        )
        for gap in steps
    )
    header = _header(skill_map, "Step", "Kind", "It would show", "Hours")
    yield Paragraph(
        Line.of("In the order of what an hour of work is likely to add, one step for each competency.", source)
    )
    yield Table(header, rows, numeric=frozenset({3}))
    if rest := len(skill_map.steps) - len(steps):
        yield Paragraph(Line.of(f"And {rest} more; resumekit map --format json lists every one.", source), "note")


def question_blocks(skill_map: SkillMap) -> Iterator[Block]:
    """What to ask the client, what is asked for most first; then what the coach can bring up."""
    source = _source(skill_map)
    if skill_map.questions:
        yield Bullets(tuple(Line.of(item.text, source, *map(Source.fact, item.facts)) for item in skill_map.questions))
    if asks := first_asks(skill_map, MOST_ASKS):
        yield Paragraph(Line.of("For the coach to bring up, before the client takes on any work:", source), "line")
        yield Bullets(tuple(Line.of(f"{gap.action.title.rstrip('.')}.", source) for gap in asks))


def licence_blocks(skill_map: SkillMap, holders: Holders) -> Iterator[Block]:
    """Which words of the target field the facts allow, and which wait for the coach."""
    source = _source(skill_map)
    if skill_map.licences:
        rows = tuple(_licence(item, source) for item in skill_map.licences[:MOST_WORDS])
        yield Paragraph(Line.of("A word may stand in a resume only where the client’s own facts allow it.", source))
        yield Table(_header(skill_map, "The client says", "The field says", "How near", "On a page"), rows)
    if len(skill_map.licences) > MOST_WORDS:
        rest = len(skill_map.licences) - MOST_WORDS
        yield Paragraph(Line.of(f"And {rest} more; resumekit map --format json lists every one.", source), "note")
    if skill_map.voided:
        yield Paragraph(Line.of("Confirmations that hold no longer:", source), "line")
        yield Bullets(tuple(Line.of(f"{text[:1].upper()}{text[1:]}.", source) for text in skill_map.voided))


def _licence(item: Licence, source: Source) -> tuple[Line, ...]:
    facts = tuple(map(Source.fact, item.facts))
    state = "may be used" if item.usable else "confirmed by the coach" if item.confirmed else "waits for the coach"
    return (
        Line.of(item.phrase, *facts),
        Line.of(item.term, *facts),
        Line.of(RELATIONS[item.relation], source),
        Line.of(state, source),
    )
