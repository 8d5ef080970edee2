"""The seven selling slots: skills, knowledge, talents, strengths, attributes, reputation, proof; a line and a story each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from resumekit.career.demands import reached
from resumekit.career.story import Story
from resumekit.career.story_rules import SLOTS, SlotName, SlotRule, telling_rules
from resumekit.compose.discretion import Discretion
from resumekit.compose.kit import Kit
from resumekit.compose.kit_credentials import leading_credentials
from resumekit.compose.pitch_parts import is_change, study
from resumekit.compose.report import say
from resumekit.document.block import Block, Paragraph, Table
from resumekit.document.line import Source
from resumekit.model.activity import Referee, Testimonial
from resumekit.model.credential import Credential, Education, Trait
from resumekit.model.role import Role
from resumekit.sections.context import Context, joined, name_of
from resumekit.sections.credentials import long_and_short
from resumekit.strategy.emphasis import words_of
from resumekit.text.measures import numbers
from resumekit.text.telling import as_trait

_RULE = Source("rule", "slots")
_CHANGE = re.compile(r" from .+ to |[$€£]\d")
_TERMS = 3
_SHARED = 2
"""Words that a role's title and field share with what was studied, so that it counts as put to use there."""
_FIRST: tuple[SlotName, ...] = ("proof", "talents", "strengths", "attributes", "skills", "knowledge", "reputation")
"""Who chooses a story first: the best result, then what the client says is shown by one, then what several would show."""
_SKIPPED_WORDS = 60
"""A quotation longer than this is not said aloud."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot: its line, the number of the story that shows it, and what is asked where either is missing."""

    name: SlotName
    line: str = ""
    story: int | None = None
    sources: tuple[Source, ...] = ()
    homework: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    line: str
    sources: tuple[Source, ...]
    facts: tuple[str, ...] = ()
    """Keys of the achievements that show it, the best first."""


def fill_slots(kit: Kit) -> tuple[Slot, ...]:
    """All seven in their order. Stories are not told twice where another one would do."""
    rules = telling_rules(kit.rules)
    used: set[int] = set()
    slots = dict[SlotName, Slot]()
    for name in _FIRST:
        slots[name] = _filled(name, kit, rules.slot[name], used)
        if (story := slots[name].story) is not None:
            used.add(story)
    return tuple(slots[name] for name in SLOTS)


def _filled(name: SlotName, kit: Kit, rule: SlotRule, used: set[int]) -> Slot:
    """The slot by the first thing found that a fresh story shows, else by the first with any story, else without."""
    discretion = Discretion(kit.context.secrets)
    found = [replace(item, line=line) for item in _FINDERS[name](kit) if (line := discretion.words(item.line))]
    if not found:
        return Slot(name, homework=rule.ask)
    told = [(item, _stories(kit, item.facts)) for item in found]
    fresh = ((item, story) for item, stories in told for story in stories if story.number not in used)
    again = ((item, story) for item, stories in told for story in stories)
    item, story = next(fresh, None) or next(again, (found[0], None))
    if story is None:
        return Slot(name, item.line, None, item.sources, rule.ask)
    return Slot(name, item.line, story.number, (*item.sources, Source.fact(story.fact)))


def _stories(kit: Kit, facts: Iterable[str]) -> list[Story]:
    by_fact = {story.fact: story for story in kit.stories}
    return [by_fact[key] for key in facts if key in by_fact]


def _skills(kit: Kit) -> list[_Found]:
    context = kit.context
    by_key = {skill.key: skill for skill in context.resume.skills}
    found = []
    for skill in context.shown(by_key[key] for key in context.strategy.competencies if key in by_key):
        terms = () if skill.confidential else skill.terms
        names = {name.lower() for name in (name_of(skill), *terms)}
        facts = [story.fact for story in kit.stories if names & _skills_of(context, story)]
        line = f"{name_of(skill)}: {', '.join(terms[:_TERMS])}" if terms else name_of(skill)
        found.append(_Found(line, (Source.fact(skill.key),), tuple(facts)))
    return found


def _skills_of(context: Context, story: Story) -> set[str]:
    fact = context.resume.facts[story.fact]
    skills = () if fact.confidential else getattr(fact, "skills", ())
    return {name.lower() for name in (*skills, *story.tags)}


def _knowledge(kit: Kit) -> list[_Found]:
    """The credentials that lead, where one is held; else all credentials and schooling, those with a story first."""
    context = kit.context
    leading = leading_credentials(context)
    held = [item for item in context.shown(context.resume.credentials) if item.status == "designated"]
    schools = [item for item in context.shown(context.resume.education) if item.confidential or item.credential]
    papers: tuple[Credential | Education, ...] = tuple(item for item in held if item in leading)
    papers = papers or tuple(item for item in leading if is_change(context)) or (*held, *schools)
    found = [
        _Found(_paper(item, context.locale.language), (Source.fact(item.key),), _applied(kit, item)) for item in papers
    ]
    return sorted(found, key=lambda item: not item.facts)


def _paper(item: Credential | Education, language: str) -> str:
    if item.confidential:
        return name_of(item)
    if isinstance(item, Credential):
        status = None if item.status == "designated" else item.status
        return joined([long_and_short(item), status, item.distinction if item.verifiable else None])
    return joined([study(item, language), item.institution])


def _applied(kit: Kit, item: Credential | Education) -> tuple[str, ...]:
    """Stories in which the knowledge was at work: by the words that their competencies share with it, else their role;
    of a credential of the target's field, all that show one of that field's competencies.
    """
    if item.confidential:
        return ()
    target = kit.context.target
    if isinstance(item, Credential) and kit.basis.skill_map and target and item.field and item.field == target.field:
        return tuple(story.fact for story in kit.stories if story.tags)
    words = item.name if isinstance(item, Credential) else " ".join((item.area or "", *item.courses))
    wanted = words_of(words) - words_of("management certificate certified professional")
    shared = [(len(words_of(" ".join(story.tags)) & wanted), story) for story in kit.stories]
    found = [story.fact for count, story in sorted(shared, key=lambda pair: -pair[0]) if count]
    roles = {key: words_of(f"{held.title} {held.field or ''}") for key, held in _roles(kit).items()}
    return tuple(found) or tuple(
        story.fact for story in kit.stories if len(roles.get(story.role, frozenset()) & wanted) >= _SHARED
    )


def _roles(kit: Kit) -> dict[str, Role]:
    """The roles that may be named, by key."""
    return {
        role.key: role for employer in kit.context.resume.experience for role in employer.roles if not role.confidential
    }  # fmt: skip


def _traits(name: str) -> Callable[[Kit], list[_Found]]:
    def find(kit: Kit) -> list[_Found]:
        context, resume = kit.context, kit.context.resume
        traits: tuple[Trait, ...] = getattr(resume, name)
        found = []
        for item in kit.context.shown(traits):
            evidence = None if item.confidential else item.evidence
            said = as_trait(name_of(item)) if context.locale.language == "en" else name_of(item)
            line = f"{said}: {evidence.rstrip('.')}" if evidence else said
            shown = () if item.confidential else reached(resume, item.shown_by, kit.context.strategy.values)
            found.append(_Found(line, (Source.fact(item.key),), shown))
        return found

    return find


def _reputation(kit: Kit) -> list[_Found]:
    """What others said and let be quoted; else who has agreed to speak."""
    context = kit.context
    quotes = [
        item for item in context.resume.testimonials
        if item.permission and not item.confidential and not context.is_omitted(item.key)
        and len(item.text.split()) <= _SKIPPED_WORDS
    ]  # fmt: skip
    referees = [
        item for item in context.resume.referees
        if item.permission and not item.confidential and not context.is_omitted(item.key)
    ]  # fmt: skip
    said = [
        _Found(f"“{item.text}” ({joined([item.who, item.position])})" if item.who else f"“{item.text}”",
               (Source.fact(item.key),), _seen_by(kit, item))
        for item in quotes
    ]  # fmt: skip
    will = [
        _Found(f"{joined([item.name, item.position, item.organization])}, has agreed to speak for me",
               (Source.fact(item.key),), _seen_by(kit, item))
        for item in referees
    ]  # fmt: skip
    return said or will


def _seen_by(kit: Kit, item: Testimonial | Referee) -> tuple[str, ...]:
    """Stories from where the speaker saw the client at work."""
    where = (item.organization or "").lower()
    roles = {
        role.key for employer in kit.context.resume.experience for role in employer.roles
        if where and not employer.confidential and employer.name.lower() == where
    }  # fmt: skip
    return tuple(story.fact for story in kit.stories if story.role in roles)


def _proof(kit: Kit) -> list[_Found]:
    """The results that have a figure, a change or a sum before a count, in the cards' order."""
    stories = sorted(
        (item for item in kit.stories if numbers(item.headline)), key=lambda item: not _CHANGE.search(item.headline)
    )
    return [_Found(story.headline.rstrip("."), (Source.fact(story.fact),), (story.fact,)) for story in stories]


_FINDERS: dict[SlotName, Callable[[Kit], list[_Found]]] = {
    "skills": _skills,
    "knowledge": _knowledge,
    "talents": _traits("talents"),
    "strengths": _traits("strengths"),
    "attributes": _traits("attributes"),
    "reputation": _reputation,
    "proof": _proof,
}


def slot_blocks(kit: Kit) -> list[Block]:
    """The slots as a table; an empty one asks its question."""
    rules = telling_rules(kit.rules)
    header = tuple(say(cell, _RULE) for cell in ("Slot", "What to say", "Story"))
    rows = []
    for slot in fill_slots(kit):
        rule = rules.slot[slot.name]
        line = slot.line or f"Homework: {rule.ask}"
        story = str(slot.story) if slot.story is not None else "homework"
        cited = slot.sources or (_RULE,)
        rows.append((say(f"{rule.label}: {rule.says}", _RULE), say(line, *cited), say(story, *cited)))
    return [Paragraph(say(rules.advice.slots, _RULE)), Table(header, tuple(rows))]
