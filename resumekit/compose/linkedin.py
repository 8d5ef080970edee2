"""LinkedIn's headline and About, within its limits, from the same facts and strategy."""

from __future__ import annotations

from resumekit.compose.basis import DOCUMENTS, Basis
from resumekit.compose.discretion import Discretion
from resumekit.document.block import Block, Bullets, Document, Paragraph, Section
from resumekit.document.line import Line, Source
from resumekit.sections.context import name_of
from resumekit.sections.credentials import long_and_short
from resumekit.sections.highlights import employer_bullets
from resumekit.sections.profile import unsaid
from resumekit.sections.registry import SECTIONS
from resumekit.sections.terms import term_sources
from resumekit.text.deed import capitalized

HEADLINE_LIMIT, ABOUT_LIMIT = 220, 2600
"""Characters."""
_SEPARATOR = " | "


@DOCUMENTS.add("linkedin")
def compose_linkedin(basis: Basis) -> Document:
    """Text to copy into the two fields; what does not fit is left out from the end."""
    context = basis.context
    sections = [
        Section("linkedin-headline", _title(basis, "headline"), (Paragraph(_headline(basis)),)),
        Section("linkedin-about", _title(basis, "about"), tuple(_about(basis))),
    ]
    return Document(
        kind="resume",
        title=f"{name_of(context.resume.person)} – LinkedIn",
        author=name_of(context.resume.person),
        language=context.locale.tag,
        sections=tuple(section for section in sections if section.blocks),
        paper=basis.resume.paper,
        draft=basis.resume.draft,
        file_stem=f"{basis.resume.file_stem}-LinkedIn",
    )


def _title(basis: Basis, name: str) -> Line:
    return Line.of(basis.context.label(f"linkedin.{name}"), Source.fixed(f"linkedin.{name}"))


def _headline(basis: Basis) -> Line:
    """The resume's headline, the leading credential, licensed terms, then skills, as far as 220 characters reach."""
    context = basis.context
    head = basis.resume.head
    parts: list[tuple[str, tuple[Source, ...]]] = []
    if head and head.headline:
        parts.append((head.headline.text, head.headline.sources))
    parts += [
        (long_and_short(item), (Source.fact(item.key),))
        for item in context.resume.credentials
        if item.key in context.strategy.leading and item.status == "designated" and name_of(item)
    ]
    parts += [(capitalized(term.text), term_sources([term])) for term in context.strategy.bridge]
    by_key = {skill.key: skill for skill in context.resume.skills}
    for skill in context.shown(by_key[key] for key in context.strategy.competencies):
        parts += [(term, (Source.fact(skill.key),)) for term in unsaid(context, skill.terms or (name_of(skill),))]
    discretion = Discretion(context.secrets)
    parts = [(said, cited) for words, cited in parts if (said := discretion.words(words))]
    if not parts:
        return Line.of(name_of(context.resume.person), Source.fact("person", "name"))
    text = ""
    sources: list[Source] = []
    for words, cited in parts:
        longer = f"{text}{_SEPARATOR if text else ''}{words}"
        if len(longer) <= HEADLINE_LIMIT:
            text, sources = longer, [*sources, *cited]
    return Line.of(text or parts[0][0][:HEADLINE_LIMIT], *(sources or parts[0][1]))


def _about(basis: Basis) -> list[Block]:
    """The profile, then the strongest achievements, as far as 2,600 characters reach."""
    context = basis.context
    discretion = Discretion(context.secrets)
    blocks: list[Block] = []
    room = ABOUT_LIMIT
    if profile := SECTIONS["profile"](context):
        for block in profile.blocks:
            line = discretion(block.line) if isinstance(block, Paragraph) else None
            if line and len(line.text) <= room:
                blocks.append(Paragraph(line))
                room -= len(line.text) + 2
    keys = sorted(
        (
            key for key in (*context.strategy.highlights, *context.strategy.proofs)
            if not context.is_omitted(key)
        ),
        key=lambda key: -context.strategy.values.get(key, 0.0),
    )[:6]  # fmt: skip
    lines = []
    for bullet in employer_bullets(context, dict.fromkeys(keys)):
        line = discretion(bullet)
        if line and len(line.text) + 3 <= room and not line.is_placeholder:
            lines.append(line)
            room -= len(line.text) + 3
    return [*blocks, *([Bullets(tuple(lines))] if lines else [])]
