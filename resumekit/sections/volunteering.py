"""Volunteer experience: unpaid work for an organization."""

from __future__ import annotations

from resumekit.document.block import Section
from resumekit.sections.activity import activity_entry
from resumekit.sections.context import Context, joined, name_of
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("volunteering")
def volunteering(context: Context) -> Section | None:
    """Titled by the client's role, or by the organization where there is none."""
    entries = []
    for item in context.shown(context.resume.volunteering):
        where = joined([name_of(item), None if item.confidential else item.city])
        entries.append(
            activity_entry(
                context,
                item,
                title=item.role or where,
                organization=where if item.role else "",
                description=item.description,
                link=item.url,
            )
        )
    return context.section("volunteering", entries)
