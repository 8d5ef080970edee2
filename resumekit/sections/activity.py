"""What projects and volunteering share: a titled entry with a description and bullets."""

from __future__ import annotations

from collections.abc import Iterable

from resumekit.document.block import Entry
from resumekit.document.line import Line, Source, Span
from resumekit.model.activity import Project, Volunteering
from resumekit.sections.bullet import compose_bullet
from resumekit.sections.context import Context
from resumekit.text.deed import unstopped


def activity_entry(
    context: Context,
    fact: Project | Volunteering,
    *,
    title: str,
    organization: str,
    description: str | None,
    terms: Iterable[str] = (),
    link: str | None = None,
) -> Entry:
    """The entry of one project or volunteer role; a confidential one loses its address."""
    current = bool(fact.end and fact.end.is_present)
    source = Source.fact(fact.key)
    scope = [Line.of(unstopped(description), Source.fact(fact.key, "description"))] if description else []
    if listed := ", ".join(terms):
        scope.append(Line.of(listed, Source.fact(fact.key, "terms")))
    bullets = [
        compose_bullet(item, current=current, locale=context.locale)
        for item in fact.achievements
        if not context.is_omitted(item.key)
    ]
    return Entry(
        title=Line.of(Span(title, link=None if fact.confidential else link), source),
        dates=context.dates(fact, fact.start, fact.end),
        organization=Line.of(organization, source) if organization else None,
        scope=tuple(scope),
        bullets=tuple(line for line in bullets if line),
    )
