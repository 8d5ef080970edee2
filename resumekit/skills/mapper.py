"""Mapper: a client's facts in, the map of a framework out; the same for the same facts, in whatever order."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.skills.coverage import Ranker, cover, gather
from resumekit.skills.evidence import iter_statements, without_omitted
from resumekit.skills.framework import Framework
from resumekit.skills.gaps import rank_gaps, rank_questions
from resumekit.skills.gates import judge_gates
from resumekit.skills.licence import licences, voided
from resumekit.skills.mapping import load_mapping
from resumekit.skills.skill_map import CompetencyCoverage, SkillMap


def map_skills(
    resume: Resume,
    framework: Framework,
    *,
    engine: Ranker,
    target: Target | None = None,
    as_of: date | None = None,
) -> SkillMap:
    """What the facts show of the framework's competencies, what is missing, and which words they license.

    `engine` reads the texts. With a `target`, what it leaves out is not read, for gates neither, and its confirmed
    terms count. Without `as_of` the file's own date is taken; without either, nothing counts as old.
    """
    mapping = load_mapping()
    day = as_of or _own_date(resume)
    kept = without_omitted(resume, target)
    evidence = gather(iter_statements(kept), framework, engine, mapping, day)
    areas = cover(framework, evidence, mapping)
    made = licences(areas, resume, target)
    return SkillMap(
        framework,
        day,
        areas,
        judge_gates(kept, framework, day, mapping),
        rank_gaps(framework, areas),
        rank_questions(framework, areas, mapping.questions),
        made,
        tuple(voided(resume, target, made)),
    )


def _own_date(resume: Resume) -> date | None:
    """The file's own date; the first day that it can mean, so that nothing is taken for older than it is."""
    day = resume.as_of
    if day is None or day.year is None:
        return None
    month = day.months_from_zero() % 12 + 1
    return date(day.year, month, day.day or 1)


def to_data(skill_map: SkillMap) -> dict[str, Any]:
    """The map as JSON holds it: frameworks, areas and competencies by their ids and names, all else in full."""
    framework = skill_map.framework
    return {
        "framework": {"id": framework.id, "name": framework.name, "version": framework.version},
        "as_of": skill_map.as_of.isoformat() if skill_map.as_of else None,
        "areas": [
            {
                "id": area.group.id,
                "name": area.group.name,
                "kind": area.group.kind,
                "band": area.band,
                "coverage": area.coverage,
                "best": area.best.competency.id if area.best else None,
                "competencies": [_competency(item) for item in area.competencies],
            }
            for area in skill_map.areas
        ],
        "gates": [
            {**_plain(result), "gate": result.gate.id, "name": result.gate.name, "designation": result.gate.designation}
            for result in skill_map.gates
        ],
        "gaps": _plain(skill_map.gaps),
        "questions": _plain(skill_map.questions),
        "licences": [{**_plain(item), "open": item.is_open} for item in skill_map.licences],
        "voided": list(skill_map.voided),
    }


def _competency(item: CompetencyCoverage) -> dict[str, Any]:
    return {
        "id": item.competency.id,
        "name": item.competency.name,
        "required": item.competency.required,
        "band": item.band,
        "coverage": item.coverage,
        "evidence": [{**_plain(one), "quote": one.quote, "counts": one.counts} for one in item.evidence],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_none=True)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
