"""Competency groups of a combination resume: the achievements that show each, across employers."""

from __future__ import annotations

from resumekit.model.achievement import Achievement
from resumekit.model.credential import Skill
from resumekit.strategy.case import Case
from resumekit.strategy.emphasis import words_of
from resumekit.strategy.strategy import Group

MOST_GROUPS, FEWEST_GROUPS = 4, 2
MOST_IN_GROUP, FEWEST_IN_GROUP = 3, 2
SHARE_THAT_TRANSFERS = 0.6


def group_evidence(case: Case) -> tuple[Group, ...]:
    """Three or four groups of two or three achievements, the strongest first; none when the facts do not carry two.

    An achievement belongs to the skill that it names under `skills`, or that shares the most words with it.
    """
    skills = [skill for skill in case.resume.skills if not case.is_omitted(skill.key)]
    found: dict[str, list[str]] = {skill.key: [] for skill in skills}
    for held in case.kept():
        if held.role.key == case.seen.short_role:
            continue
        keys = case.ranked(held)
        # The dated history keeps the last of several, so that no role of any weight stands there bare.
        for key in keys[:-1] if len(keys) > FEWEST_IN_GROUP else keys:
            achievement = next(item for item in held.role.achievements if item.key == key)
            skill = _skill_of(achievement, skills)
            if skill:
                found[skill.key].append(key)
    chosen = _strongest(case, _that_transfer(case, skills, found), found)
    if len(chosen) < FEWEST_GROUPS:
        chosen = _strongest(case, skills, found)
    if len(chosen) < FEWEST_GROUPS:
        case.warnings.append(
            "a combination format needs groups of evidence: name the skills of each achievement under 'skills'"
        )
        return ()
    case.because(
        "evidence", "what transfers leads, by competency, each line with its employer", *(g.skill for g in chosen)
    )
    return tuple(chosen)


def _strongest(case: Case, skills: list[Skill], found: dict[str, list[str]]) -> list[Group]:
    groups = []
    for skill in skills:
        keys = sorted(found[skill.key], key=lambda key: -case.values[key].total)[:MOST_IN_GROUP]
        if len(keys) >= FEWEST_IN_GROUP:
            groups.append((sum(case.values[key].total for key in keys), Group(skill.key, tuple(keys))))
    return [group for _, group in sorted(groups, key=lambda item: -item[0])[:MOST_GROUPS]]


def _that_transfer(case: Case, skills: list[Skill], found: dict[str, list[str]]) -> list[Skill]:
    """For a change of field, the skills that the posting asks for at least three fifths as much as for the first."""
    if not case.seen.field_change or not case.posting:
        return skills  # a title and a field are too few words to tell what transfers
    asked = {
        skill.key: sum(case.values[key].relevance for key in found[skill.key]) / len(found[skill.key])
        for skill in skills if found[skill.key]
    }  # fmt: skip
    most = max(asked.values(), default=0.0)
    return [skill for skill in skills if asked.get(skill.key, 0.0) >= SHARE_THAT_TRANSFERS * most]


def _skill_of(achievement: Achievement, skills: list[Skill]) -> Skill | None:
    named = {name.casefold() for name in achievement.skills}
    for skill in skills:
        if named & {term.casefold() for term in (skill.name, *skill.terms)}:
            return skill
    said = words_of(" ".join(part for part in (achievement.text, achievement.action, achievement.result) if part))
    scored = [
        (len(said & words_of(" ".join((skill.name, *skill.terms)))), -place) for place, skill in enumerate(skills)
    ]
    if not scored or max(scored)[0] < 2:
        return None
    return skills[-max(scored)[1]]
