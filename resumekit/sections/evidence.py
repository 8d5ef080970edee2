"""Relevant achievements: what transfers, grouped by competency, each line with its employer."""

from __future__ import annotations

from resumekit.document.block import Entry, Section
from resumekit.document.line import Line, Source
from resumekit.sections.context import Context, name_of
from resumekit.sections.highlights import employer_bullets
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("evidence")
def evidence(context: Context) -> Section | None:
    """One entry for each group of the strategy."""
    skills = {skill.key: skill for skill in context.resume.skills}
    entries = [
        Entry(
            title=Line.of(skills[group.skill].group or name_of(skills[group.skill]), Source.fact(group.skill)),
            bullets=employer_bullets(context, group.achievements),
        )
        for group in context.strategy.groups
    ]
    return context.section("evidence", entries)
