"""The reference sheet: those who agreed to speak for the client, and nobody else."""

from __future__ import annotations

from resumekit.compose.basis import DOCUMENTS, Basis
from resumekit.document.block import Document, Entry, Section
from resumekit.document.line import Line, Source
from resumekit.model.activity import Referee
from resumekit.sections.context import joined, name_of


@DOCUMENTS.add("references")
def compose_references(basis: Basis) -> Document:
    """In the look of the resume; a referee without permission, or in confidence, is left out."""
    context = basis.context
    entries = tuple(
        _entry(referee)
        for referee in context.resume.referees
        if referee.permission and not referee.confidential and not context.is_omitted(referee.key)
    )
    title = Line.of(context.label("section.references"), Source.fixed("section.references"))
    return Document(
        kind="resume",
        title=f"{name_of(context.resume.person)} – {context.label('section.references')}",
        author=name_of(context.resume.person),
        language=context.locale.tag,
        sections=(Section("references", title, entries),) if entries else (),
        head=basis.resume.head,
        paper=basis.resume.paper,
        page_label=basis.resume.page_label,
        file_stem=f"{basis.resume.file_stem}-References",
    )


def _entry(referee: Referee) -> Entry:
    who = joined([referee.position, referee.organization])
    reach = joined([referee.phone, referee.email], " | ")
    lines = [
        Line.of(text, Source.fact(referee.key, field))
        for text, field in ((referee.relation, "relation"), (reach, "phone"))
        if text
    ]
    return Entry(
        title=Line.of(referee.name, Source.fact(referee.key, "name")),
        organization=Line.of(who, Source.fact(referee.key)) if who else None,
        scope=tuple(lines),
    )
