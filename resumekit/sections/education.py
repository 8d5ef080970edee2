"""Education: what was studied, where and when, with marks, distinctions and equivalency."""

from __future__ import annotations

from resumekit.document.block import Entry, Section
from resumekit.document.line import Line, Source
from resumekit.model.credential import Education
from resumekit.sections.bullet import compose_bullet
from resumekit.sections.context import Context, joined, name_of
from resumekit.sections.registry import SECTIONS


@SECTIONS.add("education")
def education(context: Context) -> Section | None:
    """The newest first, as the file has them where dates are equal."""
    schools = sorted(context.shown(context.resume.education), key=_newest, reverse=True)
    return context.section("education", [_entry(context, school) for school in schools])


def _newest(school: Education) -> int:
    day = school.end or school.start
    return day.months_from_zero(latest=True) if day else 0


def _entry(context: Context, school: Education) -> Entry:
    studied = joined([school.credential, school.area])
    where = joined([name_of(school), None if school.confidential else school.city])
    details = joined([school.distinction, school.grade, school.equivalency], " · ")
    scope = []
    if details:
        fields = ("distinction", "grade", "equivalency")
        scope.append(
            Line.of(
                details[0].upper() + details[1:],
                *(Source.fact(school.key, name) for name in fields if getattr(school, name)),
            )
        )
    if school.courses:
        label = context.label("line.label", label=context.label("word.courses"))
        scope.append(Line.of(f"{label} {', '.join(school.courses)}", Source.fact(school.key, "courses")))
    bullets = [
        compose_bullet(item, current=False, locale=context.locale)
        for item in school.achievements
        if not context.is_omitted(item.key)
    ]
    return Entry(
        title=Line.of(studied or where, Source.fact(school.key)),
        dates=context.dates(school, None if school.end else school.start, school.end),
        organization=Line.of(where, Source.fact(school.key, "institution")) if studied else None,
        scope=tuple(scope),
        bullets=tuple(line for line in bullets if line),
    )
