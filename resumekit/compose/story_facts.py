"""What stories are made from: each achievement that may be told, with where it was reached and what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resumekit.compose.basis import Basis
from resumekit.compose.discretion import Discretion
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Project, Volunteering
from resumekit.model.role import Employer, Role, Scope
from resumekit.sections.bullet import compose_bullet
from resumekit.sections.context import Context, joined, name_of
from resumekit.strategy.history import read_history
from resumekit.text.first_person import at_place

_MOST_TAGS = 3
_DIRECT = re.compile(r"(?P<n>[\d,]+) direct(?: reports?)?(?:, (?P<rest>.*))?$")
_IN_ALL = re.compile(r"(?P<n>[\d,]+) in all$")
_BARE = re.compile(r"(?:about )?[\d,]+$")


@dataclass(frozen=True, slots=True)
class Told:
    """An achievement that may be told. `employer` is None for a project and for volunteering."""

    achievement: Achievement
    holder: Role | Project | Volunteering
    employer: Employer | None
    tags: tuple[str, ...]
    value: float
    confirmed: bool
    place: int
    """Its place in time: that of the newest role is 0; projects and volunteering come last."""

    @property
    def key(self) -> str:
        return self.achievement.key


def told_of(basis: Basis) -> list[Told]:
    """Every achievement that may be told, the newest role's first: none with a figure to come, none that may not be
    said, none that the target leaves out.
    """
    context, tags = basis.context, _tags(basis)
    discretion = Discretion(context.secrets)
    found = []
    for place, (employer, holder) in enumerate(_holders(context)):
        for item in holder.achievements:
            if context.is_omitted(item.key) or not name_of(item) or _is_open(item, context):
                continue
            said = _said(item, discretion)
            if said is None:
                continue
            shown = () if item.confidential else tags.get(item.key) or item.skills[:_MOST_TAGS]
            value = context.strategy.values.get(item.key, 0.0)
            found.append(Told(said, holder, employer, shown, value, item.is_confirmed, place))
    return found


def _said(achievement: Achievement, discretion: Discretion) -> Achievement | None:
    """The same without the names that may not be said; None where its words cannot do without them."""
    texts = {name: getattr(achievement, name) for name in ("text", "challenge", "action", "result", "say_as")}
    update = {name: discretion.words(text) for name, text in texts.items() if text}
    if any(text is None for text in update.values()):
        return None
    changed = {name: text for name, text in update.items() if text != texts[name]}
    return achievement.model_copy(update=changed) if changed else achievement


def _holders(context: Context) -> Iterator[tuple[Employer | None, Role | Project | Volunteering]]:
    for held in read_history(context.resume, context.as_of).held:
        if name_of(held.employer) and name_of(held.role):
            yield held.employer, held.role
    unpaid: tuple[Project | Volunteering, ...] = (*context.resume.projects, *context.resume.volunteering)
    for item in unpaid:
        if name_of(item):
            yield None, item


def _is_open(achievement: Achievement, context: Context) -> bool:
    """Whether something in it is still to come."""
    if any(measure.confidence == "placeholder" for measure in achievement.measures):
        return not achievement.confidential
    said = achievement if not achievement.confidential else Achievement(text=achievement.say_as)
    parts = [said, *(Achievement(text=text) for text in (said.challenge, said.action, said.result) if text)]
    return any(compose_bullet(part, current=False, locale=context.locale).is_placeholder for part in parts)


def _tags(basis: Basis) -> dict[str, tuple[str, ...]]:
    """The competencies that each fact shows, the strongest first, by the framework's names."""
    if basis.skill_map is None:
        return {}
    found: dict[str, dict[str, float]] = {}
    for item in basis.skill_map.competencies:
        functional = item.competency.group in _functional(basis)
        for evidence in item.counted if functional else ():
            shown = found.setdefault(evidence.fact, {})
            shown[item.competency.name] = max(evidence.strength, shown.get(item.competency.name, 0.0))
    return {key: tuple(sorted(shown, key=lambda name: -shown[name])[:_MOST_TAGS]) for key, shown in found.items()}


def _functional(basis: Basis) -> frozenset[str]:
    areas = basis.skill_map.areas if basis.skill_map else ()
    return frozenset(area.group.id for area in areas if area.group.kind == "functional")


def where(told: Told) -> str:
    """Who it was done for, as a card names it: "Laboratory Supervisor, Norfolk Analytical Laboratories"."""
    if told.employer:
        return joined([name_of(told.holder), name_of(told.employer)])
    if told.holder.confidential or isinstance(told.holder, Role):
        return name_of(told.holder)
    organization = told.holder.organization
    name = told.holder.name if isinstance(told.holder, Project) else None
    return joined([told.holder.role, name, organization])


def task(told: Told) -> str:
    """What was asked of the client, as far as title, mandate and scope tell: one sentence."""
    if isinstance(told.holder, Role) and told.employer:
        return role_sentence(told.holder, told.employer, now=told.holder.is_current)
    if told.holder.confidential or isinstance(told.holder, Role):
        return f"This was {name_of(told.holder)}."
    organization, role = told.holder.organization, told.holder.role
    at = f" {at_place(organization, 'en')}" if organization else ""
    unpaid = ", unpaid" if isinstance(told.holder, Volunteering) and "volunteer" not in (role or "").lower() else ""
    if isinstance(told.holder, Volunteering):
        be = "am" if told.holder.end and told.holder.end.is_present else "was"
        comma = "," if role and "," in role else ""
        return f"I {be} {role}{comma}{at}{unpaid}." if role else f"I {be} a volunteer{at}."
    name = f"This was a project, “{told.holder.name}”"
    return f"{name},{at}; my role was {role[:1].lower()}{role[1:]}." if role else f"{name}{at}."


def role_sentence(role: Role, employer: Employer, *, now: bool, scope: bool = True) -> str:
    """Title, employer and how large the job is or was: "As Laboratory Supervisor at Norfolk, I had 14 direct reports"."""
    title, at = name_of(role), at_place(name_of(employer), "en")
    comma = "," if "," in title else ""
    held = size_of(role) if scope else ""
    mandate = mandate_of(role)
    be = "am" if now else "was"
    if mandate and len(mandate.split()) <= 22:
        return f"As {title}{comma} {at}, I {be} {mandate}."
    if held:
        return f"As {title}{comma} {at}, I {be} responsible for {held}."
    return f"My job {'is' if now else 'was'} {title}{comma} {at}."


def mandate_of(role: Role) -> str:
    """The role's summary as it follows "I was": "accountable for …"; "" where it says it otherwise."""
    summary = "" if role.confidential else (role.summary or "").strip().rstrip(".")
    if not summary or summary.split()[0].lower() not in ("accountable", "responsible"):
        return ""
    return f"{summary[:1].lower()}{summary[1:]}"


def size_of(role: Role, *, sites: bool = False) -> str:
    """People and budget, and sites where asked: "14 direct reports on three shifts and a budget of $1.9 million"."""
    scope = role.scope
    if scope is None or scope.confidential or role.confidential:
        return ""
    parts = [_people(scope), f"a budget of {scope.budget}" if scope.budget else ""]
    if not scope.budget and scope.revenue:
        parts.append(f"revenue of {scope.revenue}")
    if sites and scope.sites:
        parts.append(scope.sites)
    *front, last = [part for part in parts if part] or [""]
    inner = any("," in part for part in front)
    if front and re.match(r"\S+ \S+ and ", last):
        return ", ".join((*front, last))
    return f"{', '.join(front)}{', and ' if inner or len(front) > 1 else ' and '}{last}" if front else last


def _people(scope: Scope) -> str:
    """How many, as it is said: "68 people, 11 of them direct reports"."""
    text = (scope.people or "").strip()
    if match := _DIRECT.match(text):
        rest = match["rest"] or ""
        if all_of := _IN_ALL.match(rest):
            return f"{all_of['n']} people, {_spelled(match['n'])} of them direct reports"
        between = " " if rest.startswith(("on ", "in ", "at ", "across ")) else ", " if rest else ""
        return f"{_spelled(match['n'])} direct report{'' if match['n'] == '1' else 's'}{between}{rest}"
    if match := _IN_ALL.match(text):
        return f"{match['n']} people"
    bare = _spelled(text) if text.isdigit() else text
    if _BARE.match(text):
        return f"{bare} {'person' if text == '1' else 'people'}"
    number, _, rest = text.partition(" ")
    return f"{_spelled(number)} {rest}" if number.isdigit() and rest else text


def _spelled(number: str) -> str:
    """Up to nine in letters."""
    return "zero one two three four five six seven eight nine".split()[int(number)] if len(number) == 1 else number
