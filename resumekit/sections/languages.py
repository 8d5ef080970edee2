"""Languages, on one line with their levels."""

from __future__ import annotations

from resumekit.document.block import Paragraph, Section
from resumekit.document.line import Line, Source
from resumekit.sections.competencies import SEPARATOR
from resumekit.sections.context import Context, name_of
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("languages")
def languages(context: Context) -> Section | None:
    """French (mother tongue) · English (fluent)."""
    shown = context.shown(context.resume.languages)
    text = SEPARATOR.join(f"{name_of(item)} ({item.level})" if item.level else name_of(item) for item in shown)
    line = Line.of(text, *(Source.fact(item.key) for item in shown))
    return context.section("languages", [Paragraph(line, "line")] if shown else [])
