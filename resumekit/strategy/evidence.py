"""Competency groups of a combination resume: the achievements that show each, across employers."""

from __future__ import annotations

from resumekit.model.achievement import Achievement
from resumekit.model.credential import Skill
from resumekit.strategy.areas import ENOUGH_GROUPS, FEWEST_IN_GROUP, MOST_IN_GROUP, group_by_area
from resumekit.strategy.case import Case
from resumekit.strategy.emphasis import words_of
from resumekit.strategy.strategy import Group

MOST_GROUPS, FEWEST_GROUPS = 4, 2
SHARE_THAT_TRANSFERS = 0.6


def group_evidence(case: Case) -> tuple[Group, ...]:
    """Three or four groups of two or three achievements, the strongest first; none when the facts do not carry two.

    With a framework they are its areas, and beside them the client's own skills for the rest of what is asked for; for
    anything else only where there are too few. An achievement belongs to the skill that it names under `skills`, or that
    shares the most words with it.
    """
    spare = _spare(case)
    framed = group_by_area(case, spare) if case.shown else []
    groups = [group for group, _ in sorted(framed, key=lambda item: -item[1])[:MOST_GROUPS]]
    if groups:
        groups += _beside(case, groups, [item for item in spare if _is_asked(case, item)])[: MOST_GROUPS - len(groups)]
    if len(groups) < ENOUGH_GROUPS:
        groups += _beside(case, groups, spare)[: ENOUGH_GROUPS - len(groups) if groups else MOST_GROUPS]
    if len(groups) < FEWEST_GROUPS:
        case.warnings.append(
            "a combination format needs groups of evidence: name the skills of each achievement under 'skills'"
        )
        return ()
    return _told(case, groups)


def _is_asked(case: Case, achievement: Achievement) -> bool:
    """Whether it shows something of the framework, or names a skill that the target and its posting ask for."""
    named = (words_of(name) for name in achievement.skills)
    return achievement.key in case.shown or any(words and words <= case.wanted for words in named)


def _beside(case: Case, groups: list[Group], spare: list[Achievement]) -> list[Group]:
    """Groups by the client's own skills, of what stands in none of those that there are."""
    taken = {key for group in groups for key in group.achievements}
    return _by_skill(case, [item for item in spare if item.key not in taken], FEWEST_GROUPS - len(groups))


def _by_skill(case: Case, spare: list[Achievement], fewest: int) -> list[Group]:
    """Groups by the client's own skills: those that transfer, or any where they do not make the fewest that are needed."""
    skills = [skill for skill in case.resume.skills if not case.is_omitted(skill.key)]
    found: dict[str, list[str]] = {skill.key: [] for skill in skills}
    for achievement in spare:
        if skill := _skill_of(achievement, skills):
            found[skill.key].append(achievement.key)
    chosen = _strongest(case, _that_transfer(case, skills, found), found)
    return chosen if len(chosen) >= fewest else _strongest(case, skills, found)


def _spare(case: Case) -> list[Achievement]:
    """The achievements that may lead: not those of a short job, nor the last of several of one role.

    The dated history keeps those, so that no role of any weight stands there bare.
    """
    spare = []
    for held in case.kept():
        if held.role.key == case.seen.short_role:
            continue
        by_key = {item.key: item for item in held.role.achievements}
        keys = case.ranked(held)
        if case.shown:
            # What nobody asks for stays for the history, whatever else it is worth.
            keys.sort(key=lambda key: (not _is_asked(case, by_key[key]), -case.values[key].total, _said(by_key[key])))
        spare += [by_key[key] for key in (keys[:-1] if len(keys) > FEWEST_IN_GROUP else keys)]
    return spare


def _said(achievement: Achievement) -> str:
    """An achievement's own words, to order those of equal worth by, wherever they stand in the file."""
    return " ".join(part for part in (achievement.text, achievement.action, achievement.result) if part)


def _told(case: Case, groups: list[Group]) -> tuple[Group, ...]:
    named = [group.skill or group.achievements[0] for group in groups]
    case.because("evidence", "what transfers leads, by competency, each line with its employer", *named)
    for group in groups:
        for term in group.terms:
            case.because("term", f"“{term.text}” heads a group of evidence ({term.source})", *term.facts)
    return tuple(groups)


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
    said = words_of(_said(achievement))
    scored = [
        (len(said & words_of(" ".join((skill.name, *skill.terms)))), -place) for place, skill in enumerate(skills)
    ]
    if not scored or max(scored)[0] < 2:
        return None
    return skills[-max(scored)[1]]
