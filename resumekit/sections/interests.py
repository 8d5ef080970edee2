"""Interests, on one line; printed only when the target asks."""

from __future__ import annotations

from resumekit.document.block import Paragraph, Section
from resumekit.document.line import Line, Source
from resumekit.sections.competencies import SEPARATOR
from resumekit.sections.context import Context, name_of
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("interests")
def interests(context: Context) -> Section | None:
    """Wildlife (ferrets, unicorns) · Chess."""
    shown = context.shown(context.resume.interests)
    text = SEPARATOR.join(
        f"{name_of(item)} ({', '.join(item.terms)})" if item.terms else name_of(item) for item in shown
    )
    line = Line.of(text, *(Source.fact(item.key) for item in shown))
    return context.section("interests", [Paragraph(line, "line")] if shown else [])
