"""Projects: pieces of work with their own names."""

from __future__ import annotations

from resumekit.document.block import Section
from resumekit.sections.activity import activity_entry
from resumekit.sections.context import Context, joined, name_of
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("projects")
def projects(context: Context) -> Section | None:
    """Each with what it was, the client's part in it, and what came of it."""
    return context.section(
        "projects",
        [
            activity_entry(
                context,
                project,
                title=name_of(project),
                organization=joined([project.role, project.organization]),
                description=project.description,
                terms=project.terms,
                link=project.url,
            )
            for project in context.shown(context.resume.projects)
        ],
    )
