"""What a French opening tells of the past, and the client in one French sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumekit.career.story_rules import telling_rules
from resumekit.compose.french_facts import FrenchDeed, at, french_deed, in_fields, job
from resumekit.compose.french_parts import counted, school_in_french, words_of
from resumekit.compose.kit import Kit
from resumekit.compose.pitch_order import in_order
from resumekit.compose.pitch_parts import Part, Standing, is_change, schools_of
from resumekit.compose.story_facts import Told, told_of
from resumekit.document.line import Source
from resumekit.model.activity import Project, Volunteering
from resumekit.model.role import Role
from resumekit.sections.context import name_of

_CHANGE = re.compile(r" de \S*\d.* à \S*\d|\d[ \u00a0]?(?:[MGk]?\$|%)")


def told_in_french(kit: Kit, standing: Standing, chosen: Sequence[Told]) -> list[Part]:
    """A sentence or two for each, each joined to the one before."""
    parts, turn = list[Part](), 0
    for joint in in_order(standing, chosen):
        told, deed = joint.told, french_deed(joint.told.achievement, kit.context.locale)
        if joint.is_same:
            said = _again(kit, told, deed, turn)
        else:
            said = _elsewhere(kit, standing, told, deed, joint.named, joint.steps, joint.is_before)
        turn = turn + 1 if joint.is_same else 1
        parts.append(Part(_whole(kit, said, deed), joint.sources))
    return parts


def _first(kit: Kit, deed: FrenchDeed) -> str:
    """The deed as it follows a joint."""
    return deed.did if deed.has_person else words_of(kit).past.named.format(first=deed.did)


def _again(kit: Kit, told: Told, deed: FrenchDeed, turn: int) -> str:
    """A deed of the work named before."""
    words = words_of(kit).past
    if not deed.has_person:
        return words.named_again.format(first=deed.did)
    if turn and isinstance(told.holder, Project | Volunteering):
        return words.there.format(first=_first(kit, deed))
    if turn == 1 and deed.did.startswith("j’ai "):
        return words.also.format(done=deed.did.removeprefix("j’ai "))
    return words.again[min(turn, len(words.again) - 1)].format(first=_first(kit, deed))


def _elsewhere(
    kit: Kit, standing: Standing, told: Told, deed: FrenchDeed, named: str, steps: int, before: bool
) -> str:  # fmt: skip
    """A deed of other work: where it was, and "avant cela" only where it was."""
    words, first = words_of(kit).past, _first(kit, deed)
    if isinstance(told.holder, Role) and told.employer:
        other = standing.of(named)
        where = "" if other and other.employer.key == told.employer.key else at(name_of(told.employer))
        title = job(name_of(told.holder))
        if before and where:
            return words.before[min(steps, len(words.before) - 1)].format(title=title, at=where, first=first)
        if where:
            return words.lead.format(title=title, at=where, first=first)
        return words.lead_same.format(title=title.rstrip(","), at="", first=first)
    if told.holder.confidential or isinstance(told.holder, Role):
        return words.other.format(first=first)
    organization = told.holder.organization
    title = f"«\u00a0{name_of(told.holder)}\u00a0»"
    if isinstance(told.holder, Volunteering) and organization:
        return words.volunteer.format(title=title, at=at(organization), first=first)
    return words.project.format(title=title, at=at(organization) if organization else "", first=first)


def _whole(kit: Kit, said: str, deed: FrenchDeed) -> str:
    """With what was wrong before it, and what came of it behind."""
    words = words_of(kit).past
    text = said[:1].upper() + said[1:]
    if deed.result:
        text = f"{text} {words.result.format(result=deed.result).rstrip('.')}."
    if deed.situation:
        start = words.start.format(situation=deed.situation.rstrip("."))
        text = f"{start[:1].upper()}{start[1:]} {text}"
    return text


def french_positioning(kit: Kit, standing: Standing) -> Part | None:
    """What the client comes with, and the result that shows it; None where no fact tells."""
    rules, words = telling_rules(kit.rules), words_of(kit).positioning
    opening = _who(kit, standing)
    proof = _proof(kit, standing)
    parts = [part for part in (opening, proof) if part]
    text = words.joint.join(part.text for part in parts)
    if opening and len(text.split()) > rules.positioning_words:
        parts, text = [opening], opening.text
    if not parts:
        return None
    cited = tuple(source for part in parts for source in part.sources)
    return Part(f"{text[:1].upper()}{text[1:].rstrip('.')}.", cited)


def _who(kit: Kit, standing: Standing) -> Part | None:
    context, target, held = kit.context, kit.context.target, standing.best
    words = words_of(kit)
    if standing.is_student:
        school = next(iter(schools_of(context)), None)
        return Part(school_in_french(school, kit).rstrip("."), (Source.fact(school.key),)) if school else None
    if held is None:
        return None
    cited = (Source.fact(held.role.key, "title"), Source.fact(held.role.key, "field"))
    if standing.years >= 2 and standing.fields:
        slots = {"years": counted(standing.years), "fields": in_fields(standing.fields, context.locale)}
        if is_change(context) and target and target.field:
            text = words.positioning.change.format(**slots, field=target.field)
            return Part(text, (*cited, Source.fact(target.key, "field")))
        return Part(words.positioning.years.format(**slots), cited)
    template = words.task.bare_now if held.role.is_current else words.task.bare_then
    said = template.format(title=job(name_of(held.role)), at=at(name_of(held.employer)), first="")
    return Part(said.rstrip("."), cited)


def _proof(kit: Kit, standing: Standing) -> Part | None:
    """The result that shows it: of the role that carries the weight, and one with a change before others."""
    held = standing.best
    by_key = {told.key: told for told in told_of(kit.basis)}
    told = [by_key[story.fact] for story in kit.stories]
    of_best = [item for item in told if held and item.holder.key == held.role.key]
    deeds = [(item, french_deed(item.achievement, kit.context.locale)) for item in (*of_best, *told)]
    spoken = [(item, deed) for item, deed in deeds if deed.has_person and not deed.result]
    found = next((one for one in spoken if one[0] in of_best and _CHANGE.search(one[1].did)), None)
    found = found or next(iter(spoken), None)
    if found is None:
        return None
    item, deed = found
    words = words_of(kit).positioning
    if not held or item.holder.key != held.role.key:
        return Part(deed.did, (Source.fact(item.key),))
    cited = (Source.fact(item.key), Source.fact(held.role.key, "title"))
    if not standing.is_student and not (standing.years >= 2 and standing.fields):
        return Part(words.there.format(first=deed.did), cited)
    title = job(name_of(held.role))
    return Part(words.at_role.format(title=title, at=at(name_of(held.employer)), first=deed.did), cited)
