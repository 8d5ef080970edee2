"""Testimonials: what others said, in their words, with their permission; printed only when the target asks."""

from __future__ import annotations

from resumekit.document.block import Paragraph, Section
from resumekit.document.line import Line, Source
from resumekit.sections.context import Context, joined
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("testimonials")
def testimonials(context: Context) -> Section | None:
    """Quoted, with who said it; one without permission, or in confidence, is left out."""
    blocks = []
    for item in context.resume.testimonials:
        if not item.permission or item.confidential or context.is_omitted(item.key):
            continue
        quoted = context.label("line.quoted", text=item.text)
        who = joined([item.who, item.position, item.organization])
        text = f"{quoted} — {who}" if who else quoted
        blocks.append(Paragraph(Line.of(text, Source.fact(item.key)), "quote"))
    return context.section("testimonials", blocks)
