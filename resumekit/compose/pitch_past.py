"""What an opening tells of the past: highlights as challenge, action and result, joined by where and when they were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resumekit.compose.french_facts import french_deed
from resumekit.compose.kit import Kit
from resumekit.compose.pitch_order import in_order
from resumekit.compose.pitch_parts import Part, Standing
from resumekit.compose.spoken import Spoken, speak
from resumekit.compose.story_facts import Told, told_of
from resumekit.model.activity import Project, Volunteering
from resumekit.model.role import Role
from resumekit.sections.context import name_of
from resumekit.text.clause import to_gerund
from resumekit.text.english import lowered
from resumekit.text.first_person import at_place

HIGHLIGHTS = 2
WORTH = (0, 0, 38, 27, 15, 12)
"""Of each story that may be told: the first two must stand; more than four only where little else rounds them off."""

_AGAIN = (
    "One example:",
    "In the same job,",
    "There I also",
    "Another example from there:",
    "What is more,",
    "And one more:",
)
_BEFORE = ("Before that, as", "Earlier still, as", "And before that, as")
_BACK = re.compile(r"\b(?:it|them|they|its|their|these|those|both|all)\b", re.IGNORECASE)
_FRAMED = ("The problem was", "The aim was", "This was")


def highlights(kit: Kit, standing: Standing) -> list[Told]:
    """The stories that may be told, the first two before all: those with a result, of paid work, confirmed, and with a
    challenge first; none of a job that the strategy shrinks; one of the role that carries the weight leads.
    """
    solid = {item.role.key for item in standing.held}
    by_key = {told.key: told for told in told_of(kit.basis)}
    stories = [story for story in kit.stories if story.role in solid or by_key[story.fact].employer is None]
    stories.sort(
        key=lambda story: (
            not _has_person(kit, by_key[story.fact]), not story.result, by_key[story.fact].employer is None,
            not story.confirmed, not story.situation,
        )
    )  # fmt: skip
    best = standing.best.role.key if standing.best and not standing.is_student else ""
    first = [story for story in stories if story.role == best and story.result][:1]
    return [by_key[story.fact] for story in (*first, *(story for story in stories if story not in first))][: len(WORTH)]


def _has_person(kit: Kit, told: Told) -> bool:
    """Whether it is told as what somebody did; in French some deeds are told by a noun alone."""
    locale = kit.context.locale
    return locale.language != "fr" or french_deed(told.achievement, locale).has_person


def told_parts(kit: Kit, standing: Standing, chosen: Sequence[Told]) -> list[Part]:
    """A sentence or two for each, each joined to the one before."""
    parts, turn = list[Part](), 0
    for place, joint in enumerate(in_order(standing, chosen)):
        turn = turn + 1 if joint.is_same and place else 0
        back = joint.steps if joint.is_before else None
        lead = _again(joint.told, turn) if joint.is_same else _lead(standing, joint.told, joint.named, back)
        spoken = speak(joint.told.achievement, kit.context.locale)
        parts.append(Part(_told(lead, spoken, place), joint.sources))
    return parts


def _again(told: Told, turn: int) -> str:
    """The joint to a sentence about the same work."""
    if isinstance(told.holder, Project):
        return "In the same project,"
    if isinstance(told.holder, Volunteering):
        return "There too,"
    return _AGAIN[min(turn, len(_AGAIN) - 1)]


def _lead(standing: Standing, told: Told, named: str, steps: int | None) -> str:
    """Where it was: the title, the employer where it is another one, and "before that" only where it was."""
    if isinstance(told.holder, Role) and told.employer:
        title, other = name_of(told.holder), standing.of(named)
        comma = "," if "," in title else ""
        same = other is not None and other.employer.key == told.employer.key
        where = "" if same else f"{comma} {at_place(name_of(told.employer), 'en')}"
        return f"{'As' if steps is None else _BEFORE[min(steps, len(_BEFORE) - 1)]} {title}{where},"
    if told.holder.confidential or isinstance(told.holder, Role):
        return "Outside that job,"
    organization = told.holder.organization
    for_ = f" for {organization}" if organization else f" of my own, “{name_of(told.holder)}”"
    return f"As a volunteer{for_}," if isinstance(told.holder, Volunteering) else f"In a project{for_},"


def _told(lead: str, spoken: Spoken, place: int) -> str:
    """Challenge, deed and result in one flow; every other one with its result first, where it is clear that way."""
    flow, situation = _flow(spoken, place), spoken.situation.rstrip(".")
    also = lead.endswith(" I also")
    if not situation:
        if also:
            return f"{lead} {flow.removeprefix('I ')}." if flow.startswith("I ") else f"There, {flow}."
        return f"{lead} {flow}."
    if situation.startswith(_FRAMED):
        front = "There," if also else lead
        return f"{front} {lowered(situation)}. {flow[:1].upper()}{flow[1:]}."
    if lead.startswith("As "):
        return f"{situation}; {lead[:1].lower()}{lead[1:]} {flow}."
    return f"{'There' if also else lead.rstrip(',:')}: {lowered(situation)}, so {flow}."


def _flow(spoken: Spoken, place: int) -> str:
    """Deed and result as one clause."""
    did, came = spoken.did or spoken.action.rstrip("."), spoken.came
    if not came:
        return did
    bare = did.removeprefix("I ")
    if place % 2 and came.startswith("that ") and bare != did and " and " not in bare:
        if _BACK.search(came) or " by " in came:
            return f"{did}. {came[:1].upper()}{came[1:]}"
        comma = "," if ", " in came else ""
        return f"I {came.removeprefix('that ')}{comma} by {to_gerund(bare)}"
    subject = did.split(" ", 1)[0]
    if subject in ("I", "we") and came.startswith(f"{subject} "):
        return f"{did}, and {came.removeprefix(f'{subject} ')}"
    return f"{did}, and {came}"
