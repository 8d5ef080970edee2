"""Career highlights: the strongest achievements, above the history."""

from __future__ import annotations

from collections.abc import Iterable

from resumekit.document.block import Bullets, Section
from resumekit.document.line import Line, Source, Span
from resumekit.model.achievement import Achievement
from resumekit.model.role import Employer
from resumekit.sections.bullet import compose_bullet
from resumekit.sections.context import Context, name_of
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("highlights")
def highlights(context: Context) -> Section | None:
    """Each names the employer it was achieved with."""
    lines = employer_bullets(context, context.strategy.highlights)
    return context.section("highlights", [Bullets(lines)] if lines else [])


def employer_bullets(context: Context, keys: Iterable[str]) -> tuple[Line, ...]:
    """Achievements told outside their roles, the employer behind each; one that may not be said is left out."""
    where = {
        achievement.key: (employer, achievement)
        for employer in context.resume.experience
        for role in employer.roles
        for achievement in role.achievements
    }
    return tuple(line for key in keys if (line := _line(context, *where[key])))


def _line(context: Context, employer: Employer, achievement: Achievement) -> Line:
    # Above the history there is no present role around it: what was achieved stands in the past.
    bullet = compose_bullet(achievement, current=False, locale=context.locale)
    name = name_of(employer)
    if not bullet or not name or name in bullet.text:
        return bullet
    return Line.of([*bullet.spans, Span(f" ({name})")], *bullet.sources, Source.fact(employer.key, "employer"))
