"""Publications and talks, one line each."""

from __future__ import annotations

from resumekit.document.block import Section
from resumekit.sections.context import Context, name_of
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("publications")
def publications(context: Context) -> Section | None:
    """As the file has them; the title is a link where there is one."""
    blocks = [
        context.one_line(
            item, name_of(item), [item.authors, item.publisher, item.summary], context.day(item.date),
            None if item.confidential else item.url,
        )
        for item in context.shown(context.resume.publications)
    ]  # fmt: skip
    return context.section("publications", blocks)
