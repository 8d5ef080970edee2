"""Strengths, attributes and talents, each with what shows it; a resume prints them only when its target asks."""

from __future__ import annotations

from collections.abc import Sequence

from resumekit.document.block import Paragraph, Section
from resumekit.document.line import Line, Source, Span
from resumekit.model.credential import Trait
from resumekit.sections.context import Context, name_of
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("strengths")
def strengths(context: Context) -> Section | None:
    """What the client does well."""
    return _section(context, "strengths", context.resume.strengths)


@SECTIONS.add("attributes")
def attributes(context: Context) -> Section | None:
    """What the client is like at work."""
    return _section(context, "attributes", context.resume.attributes)


@SECTIONS.add("talents")
def talents(context: Context) -> Section | None:
    """What comes easily to the client."""
    return _section(context, "talents", context.resume.talents)


def _section(context: Context, name: str, traits: Sequence[Trait]) -> Section | None:
    blocks = []
    for trait in context.shown(traits):
        source = Source.fact(trait.key)
        if trait.evidence and not trait.confidential:
            label = context.label("line.label", label=name_of(trait))
            blocks.append(Paragraph(Line.of([Span(label, style="label"), Span(f" {trait.evidence}")], source), "line"))
        else:
            blocks.append(Paragraph(Line.of(name_of(trait), source), "line"))
    return context.section(name, blocks)
