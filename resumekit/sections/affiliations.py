"""Boards and memberships, one line each."""

from __future__ import annotations

from resumekit.document.block import Section
from resumekit.sections.context import Context, joined, name_of
from resumekit.sections.registry import SECTIONS

_ORDER = {"board": 0, "committee": 1, "membership": 2}


@SECTIONS.add("affiliations")
def affiliations(context: Context) -> Section | None:
    """Boards first, then committees, then memberships."""
    blocks = []
    for item in sorted(context.shown(context.resume.affiliations), key=lambda item: _ORDER[item.kind]):
        first, rest = (item.role, name_of(item)) if item.role else (name_of(item), None)
        dates = context.span(item.start, item.end)
        blocks.append(context.one_line(item, first, [joined([rest, item.description], " – ")], dates))
    return context.section("affiliations", blocks)
