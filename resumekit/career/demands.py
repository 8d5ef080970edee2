"""What an interviewer looks for: the posting's requirements, the framework's competencies, or the client's own skills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from resumekit.career.story import Demand
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Project, Volunteering
from resumekit.model.credential import Skill
from resumekit.model.resume import Resume
from resumekit.model.role import Employer, Role
from resumekit.strategy.emphasis import said_words, share_of_words, words_of

if TYPE_CHECKING:
    from resumekit.skills.posting_match import PostingMatch
    from resumekit.skills.skill_map import SkillMap

TOLD = frozenset({"skill", "tool", "years"})
"""Kinds of requirements that a story can answer; a diploma, a language and a permit are shown, not told."""


def achievements_of(resume: Resume) -> dict[str, tuple[Achievement, ...]]:
    """The achievements of each role, project and volunteering, by its key."""
    holders: Iterator[Role | Project | Volunteering] = (
        holder
        for holders in ((role for employer in resume.experience for role in employer.roles), resume.projects, resume.volunteering)
        for holder in holders
    )  # fmt: skip
    return {holder.key: holder.achievements for holder in holders}


def posting_demands(match: PostingMatch, resume: Resume, values: Mapping[str, float]) -> tuple[Demand, ...]:
    """The must-haves that a story can answer, then the nice-to-haves, each with the facts that answer it."""
    told = [(index, row) for index, row in enumerate(match.rows) if row.requirement.kind in TOLD]
    ordered = [item for need in ("must", "nice") for item in told if item[1].requirement.need == need]
    return tuple(
        Demand(
            _capital(row.requirement.phrase),
            row.requirement.need,
            reached(resume, [item.fact for item in row.evidence], values, row.requirement.phrase),
            index,
        )
        for index, row in ordered
    )


def framework_demands(skill_map: SkillMap, asked: str = "") -> tuple[Demand, ...]:
    """Competencies of the field that the facts show, those first that the words `asked` name, then the best shown."""
    wanted = words_of(asked)
    shown = [item for item in skill_map.competencies if item.counted and item.band in ("demonstrated", "partial")]
    functional = {area.group.id for area in skill_map.areas if area.group.kind == "functional"}
    shown = [
        item for area in skill_map.areas for item in area.competencies if item in shown and area.group.id in functional
    ]
    shown.sort(key=lambda item: (-share_of_words(words_of(item.competency.name), wanted), -item.coverage))
    return tuple(
        Demand(item.competency.name, "competency", tuple(dict.fromkeys(one.fact for one in item.counted)))
        for item in shown
    )


def skill_demands(resume: Resume, values: Mapping[str, float]) -> tuple[Demand, ...]:
    """The skills that the client's achievements are said to show, those of the most valuable first."""
    by_skill: dict[str, list[str]] = {}
    for item in _by_value(resume, values):
        for name in item.skills if not item.confidential else ():
            by_skill.setdefault(_capital(name), []).append(item.key)
    return tuple(Demand(name, "competency", tuple(facts)) for name, facts in by_skill.items())


def topped_up(first: Iterable[Demand], then: Iterable[Demand], most: int) -> tuple[Demand, ...]:
    """All of the first, and of the others as many as there is room for."""
    kept = list(first)
    room = max(most - len(kept), 0)
    return (*kept, *list(then)[:room])


def _by_value(resume: Resume, values: Mapping[str, float]) -> list[Achievement]:
    found = [item for items in achievements_of(resume).values() for item in items]
    return sorted(found, key=lambda item: -values.get(item.key, 0.0))


def reached(resume: Resume, facts: Iterable[str], values: Mapping[str, float], phrase: str = "") -> tuple[str, ...]:
    """The achievements behind these facts: themselves, those that show a skill, those of a role that counts its years."""
    below = achievements_of(resume)
    ranked = _by_value(resume, values)
    known = {item.key for item in ranked}
    wanted = words_of(phrase)
    found: dict[str, None] = {}
    for key in facts:
        fact = resume.facts.get(key)
        if key in known:
            found[key] = None
        elif isinstance(fact, Skill) and not fact.confidential:
            names = {name.lower() for name in (fact.name, *fact.terms) if words_of(name) & wanted}
            found.update(
                dict.fromkeys(
                    item.key
                    for item in ranked
                    if not item.confidential and names & {name.lower() for name in item.skills}
                )
            )
        elif isinstance(fact, Role | Employer | Project | Volunteering):
            keys = [role.key for role in fact.roles] if isinstance(fact, Employer) else [key]
            inside = {item.key for name in keys for item in below.get(name, ())}
            near = sorted(
                (item for item in ranked if item.key in inside), key=lambda item: -len(said_words(item) & wanted)
            )
            found.update(dict.fromkeys(item.key for item in near))
    return tuple(found)


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
