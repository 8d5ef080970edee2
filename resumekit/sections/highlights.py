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
    return tuple(
        line for employer, achievement in told_where(context, keys) if (line := _line(context, employer, achievement))
    )


def told_where(context: Context, keys: Iterable[str]) -> list[tuple[Employer, Achievement]]:
    """The achievements of these keys, each with its employer."""
    where = {
        achievement.key: (employer, achievement)
        for employer in context.resume.experience
        for role in employer.roles
        for achievement in role.achievements
    }
    return [where[key] for key in keys]


def past_bullet(context: Context, achievement: Achievement) -> Line:
    """The bullet as it stands above the history: with no present role around it, it is told in the past."""
    return compose_bullet(achievement, current=False, locale=context.locale)


def _line(context: Context, employer: Employer, achievement: Achievement) -> Line:
    bullet = past_bullet(context, achievement)
    name = name_of(employer)
    if not bullet or not name or name in bullet.text:
        return bullet
    return Line.of([*bullet.spans, Span(f" ({name})")], *bullet.sources, Source.fact(employer.key, "employer"))
