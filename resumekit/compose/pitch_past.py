"""What an opening tells of the past: two highlights as challenge, action and result, and what there is time for besides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.compose.kit import Kit
from resumekit.compose.pitch_parts import Part, Standing, spare_parts
from resumekit.compose.spoken import Spoken, speak
from resumekit.compose.story_facts import Told, told_of
from resumekit.document.line import Source
from resumekit.model.activity import Volunteering
from resumekit.model.role import Role
from resumekit.sections.context import name_of
from resumekit.text.clause import to_gerund
from resumekit.text.english import lowered
from resumekit.text.first_person import at_place

HIGHLIGHTS = 2
_MOST = 4
_AGAIN = ("One example:", "In the same job,", "There I also", "Another example from there:")
_BACK = re.compile(r"\b(?:it|them|they|its|their|these|those|both|all)\b", re.IGNORECASE)


def past_parts(kit: Kit, standing: Standing) -> Iterator[Part]:
    """Two highlights that must stand, two more that may, then what rounds them off."""
    chosen = _chosen(kit, standing)
    named = standing.best.role.key if standing.best and not standing.is_student else ""
    turn = 0
    for place, told in enumerate(_in_order(chosen, named, by_value=standing.is_student)):
        turn = turn + 1 if told.holder.key == named and place else 0
        worth = 0 if told in chosen[:HIGHLIGHTS] else 65 - 5 * chosen.index(told)
        yield _highlight(kit, standing, told, place, turn, named, worth)
        named = told.holder.key
    yield from spare_parts(kit)


def _chosen(kit: Kit, standing: Standing) -> list[Told]:
    """The stories told in the opening: those with a result first, none of a job that the strategy shrinks; the two
    highlights from the role that carries the weight where it has them.
    """
    solid = {item.role.key for item in standing.held}
    by_key = {told.key: told for told in told_of(kit.basis)}
    stories = [story for story in kit.stories if story.role in solid or by_key[story.fact].employer is None]
    best = standing.best.role.key if standing.best else ""
    stories.sort(key=lambda story: (not story.result, by_key[story.fact].employer is None))
    first = [story for story in stories if story.role == best and story.result][:1] if not standing.is_student else []
    return [by_key[story.fact] for story in (*first, *(story for story in stories if story not in first))][:_MOST]


def _in_order(chosen: list[Told], named: str, *, by_value: bool) -> list[Told]:
    """The role named last first, then by time, or by the best that a role has; of one role in the order chosen."""
    if by_value:
        first = [told.holder.key for told in chosen]
        return sorted(chosen, key=lambda told: first.index(told.holder.key))
    return sorted(chosen, key=lambda told: (told.holder.key != named, told.place))


def _highlight(kit: Kit, standing: Standing, told: Told, place: int, turn: int, named: str, worth: int) -> Part:
    spoken = speak(told.achievement, kit.context.locale)
    same = told.holder.key == named
    lead = _AGAIN[min(turn, len(_AGAIN) - 1)] if same else _lead(standing, told, place, named)
    holder = (Source.fact(told.holder.key), *((Source.fact(told.employer.key),) if told.employer else ()))
    return Part(_told(lead, spoken, place), (Source.fact(told.key), *holder), worth)


def _told(lead: str, spoken: Spoken, place: int) -> str:
    """Challenge, deed and result in one flow; every other one with its result first, where it is clear that way."""
    situation = spoken.situation.rstrip(".")
    if situation:
        opening = f"{lead.rstrip(',:')}:" if lead.endswith((",", ":")) else f"{lead.removesuffix(' I also')}:"
        if situation.startswith(("The problem was", "The aim was", "This was")):
            return f"{opening} {lowered(situation)}. {_capital(_flow(spoken, place))}."
        return f"{opening} {lowered(situation)}, so {_flow(spoken, place)}."
    if lead.endswith(" I also"):
        flow = _flow(spoken, place)
        return (
            f"{lead} {flow.removeprefix('I ')}."
            if flow.startswith("I ")
            else f"{lead.removesuffix(' I also')}, {flow}."
        )
    if lead.endswith((",", ":")):
        return f"{lead} {_flow(spoken, place)}."
    return f"{lead}{',' if not spoken.did.startswith('I ') else ''} {_flow(spoken, place)}."


def _flow(spoken: Spoken, place: int) -> str:
    """Deed and result as one clause."""
    did, came = spoken.did or spoken.action.rstrip("."), spoken.came
    if not came:
        return did
    by = did.removeprefix("I ")
    if (
        place % 2
        and came.startswith("that ")
        and by != did
        and " and " not in by
        and not _BACK.search(came)
        and " by " not in came
    ):
        return f"I {came.removeprefix('that ')} by {to_gerund(by)}"
    if place % 2 and came.startswith("that ") and by != did and " by " in came and " and " not in by:
        return f"{did}. {_capital(came)}"
    subject = did.split(" ", 1)[0]
    if subject in ("I", "we") and came.startswith(f"{subject} "):
        return f"{did}, and {came.removeprefix(f'{subject} ')}"
    return f"{did}, and {came}"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _lead(standing: Standing, told: Told, place: int, named: str) -> str:
    """How the sentence names where it was; "before that" only of what was over when the one named last began."""
    if isinstance(told.holder, Role) and told.employer:
        title = name_of(told.holder)
        comma = "," if "," in title else ""
        at = at_place(name_of(told.employer), "en")
        this, other = standing.of(told.holder.key), standing.of(named)
        last = other.employer.key if other else ""
        where = "" if told.employer.key == last else f"{comma} {at}"
        before = bool(
            this and other and this.end is not None and other.start is not None and this.end <= other.start + 1
        )
        front = ("Before that, as" if place < 2 else "Earlier, as") if before else "As"
        return f"{front} {title}{where},"
    if told.holder.confidential or isinstance(told.holder, Role):
        return "Outside that job,"
    organization = told.holder.organization
    for_ = f" for {organization}" if organization else f" of my own, “{name_of(told.holder)}”"
    return f"As a volunteer{for_}," if isinstance(told.holder, Volunteering) else f"In a project{for_},"
