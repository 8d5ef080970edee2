"""Cooks who go into people work, mapped by the small framework of the skills' tests."""

from __future__ import annotations

from typing import Any

from resumekit.model.resume import Resume
from resumekit.skills.mapper import map_skills
from resumekit.skills.skill_map import SkillMap
from resumekit.strategy.decide import decide
from resumekit.strategy.strategy import Strategy
from tests.skills.library import FRAMEWORK, RANKER

DEEDS = {
    "hired": "Hired 12 cooks in one spring",
    "screened": "Screened 40 applicants for the line",
    "rostered": "Rostered 30 people on three shifts",
    "rostered-nights": "Rostered nights for 9 people, cutting overtime by 20%",
    "taught": "Taught 8 apprentices to run a section",
    "taught-again": "Taught 14 servers the new till",
    "painted": "Painted 300 plates for a museum",
}
"""What a cook did, by the id of the fact."""

TARGET = {"id": "aim", "role": "People Coordinator", "field": "human resources", "level": 2}


def cook(deeds: dict[str, Any] | None = None, *, target: dict[str, Any] | None = None, **more: Any) -> Resume:
    """A cook with one role of these deeds, whose target is another field."""
    told = [
        {"id": key, **(deed if isinstance(deed, dict) else {"text": deed})} for key, deed in (deeds or DEEDS).items()
    ]
    role = {
        "id": "chef", "title": "Sous-Chef", "level": 2, "field": "cooking", "start": "2012-01", "end": "present",
        "achievements": told,
    }  # fmt: skip
    return Resume.model_validate(
        {
            "person": {"name": "Mira Solberg"},
            "as_of": "2026-11",
            "targets": [{**TARGET, **(target or {})}],
            "experience": [{"employer": "Blue Oven", "roles": [role]}],
            **more,
        }
    )


def mapped(resume: Resume) -> SkillMap:
    return map_skills(resume, FRAMEWORK, target=resume.target(), engine=RANKER)


def decided(resume: Resume, **more: Any) -> Strategy:
    """The strategy with the map of the small framework."""
    return decide(resume, resume.target(), skill_map=mapped(resume), **more)
