"""Awards, one line each, with what they were for."""

from __future__ import annotations

from resumekit.document.block import Section
from resumekit.sections.context import Context, name_of
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("awards")
def awards(context: Context) -> Section | None:
    """As the file has them."""
    blocks = [
        context.one_line(award, name_of(award), [award.issuer, award.reason], context.day(award.date))
        for award in context.shown(context.resume.awards)
    ]
    return context.section("awards", blocks)
