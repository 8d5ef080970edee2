"""Professional experience: every role told in detail, promotions under one employer, breaks in their true place."""

from __future__ import annotations

from collections.abc import Iterable

from resumekit.document.block import Block, Entry, Paragraph, Section
from resumekit.document.line import Line, Source, Span
from resumekit.model.activity import CareerBreak
from resumekit.model.date import PartialDate
from resumekit.model.role import Employer, Role, Scope
from resumekit.sections.bullet import compose_bullet
from resumekit.sections.context import Context, joined, name_of
from resumekit.sections.registry import SECTIONS
from resumekit.text.deed import unstopped

_SCOPE_FIELDS = ("people", "budget", "revenue", "sites", "assets", "reports_to")


@SECTIONS.add("experience")
def experience(context: Context) -> Section | None:
    """The newest first."""
    detailed = _roles(context, "full")
    employers: dict[str, list[Role]] = {}
    for employer, role in detailed:
        employers.setdefault(employer.key, []).append(role)
    by_key = {employer.key: employer for employer, _ in detailed}
    entries: list[tuple[int, Block]] = [
        (_newest(roles), _employer_entry(context, by_key[key], roles)) for key, roles in employers.items()
    ]
    entries += [
        (_end(pause.end, pause.start), _break_entry(context, pause)) for pause in context.shown(context.resume.breaks)
    ]
    # sorted() is stable: employers that end together stay in the strategy's order.
    return context.section("experience", [block for _, block in sorted(entries, key=lambda entry: -entry[0])])


@SECTIONS.add("earlier")
def earlier(context: Context) -> Section | None:
    """Older roles, one line each, dated; "Additional Experience" where one of them ran beside those told in detail."""
    lines = _roles(context, "line")
    blocks = [Paragraph(_title_line(context, employer, role), "line") for employer, role in lines]
    made = context.section("earlier", blocks)
    starts = [_end(role.start, None) for _, role in _roles(context, "full") if role.start]
    if not made or not starts or _newest(role for _, role in lines) <= min(starts):
        return made
    title = Line.of(context.label("section.additional"), Source.fixed("section.additional"))
    return Section("earlier", title, made.blocks)


def _roles(context: Context, treatment: str) -> list[tuple[Employer, Role]]:
    where = {role.key: (employer, role) for employer in context.resume.experience for role in employer.roles}
    return [
        where[key]
        for key, treated in context.strategy.roles.items()
        if treated.treatment == treatment and name_of(where[key][1])
    ]


def _end(end: PartialDate | None, start: PartialDate | None) -> int:
    day = end or start
    return day.months_from_zero(latest=True) if day else 0


def _newest(roles: Iterable[Role]) -> int:
    return max(10**6 if role.is_current else _end(role.end, role.start) for role in roles)


def _end_of(role: Role) -> PartialDate | None:
    """Its end; a role with a beginning only goes on."""
    return PartialDate() if role.is_current else role.end


def _employer_entry(context: Context, employer: Employer, roles: list[Role]) -> Entry:
    if len(roles) == 1:
        return _role_entry(context, employer, roles[0], alone=True)
    # The span is the employer's whole one, the roles told in one line under "Earlier Career" among it.
    held = [role for role in employer.roles if role.key in context.strategy.roles]
    starts = [role.start for role in held if role.start]
    start = min(starts, key=lambda day: day.months_from_zero()) if starts else None
    current = any(role.is_current for role in roles)
    ends = [role.end for role in roles if role.end and not role.end.is_present]
    end = PartialDate() if current else max(ends, key=lambda day: day.months_from_zero(latest=True), default=None)
    dates = context.dates(employer, start, end, with_tenure=True)
    if dates:
        dates = Line.of(dates.spans, *(Source.fact(role.key, field) for role in held for field in ("start", "end")))
    # A promotion inside one employer names it once; without a name that may stand, the newest title heads the group.
    place = _place(context, employer, roles[0])
    about = None if employer.confidential else employer.about
    return Entry(
        title=place or Line.of(name_of(roles[0]), Source.fact(roles[0].key)),
        dates=dates,
        organization=Line.of(about[0].upper() + about[1:], Source.fact(employer.key, "about")) if about else None,
        entries=tuple(_role_entry(context, employer, role, alone=False) for role in roles),
        group=True,
    )


def _role_entry(context: Context, employer: Employer, role: Role, *, alone: bool) -> Entry:
    return Entry(
        title=_title(context, role),
        dates=context.dates(role, role.start, _end_of(role), with_tenure=alone),
        organization=_organization(context, employer, role) if alone else None,
        scope=_scope(context, role),
        bullets=_bullets(context, role),
    )


def _title(context: Context, role: Role) -> Line:
    text = f"{name_of(role)} ({role.equivalent})" if role.equivalent else name_of(role)
    spans, sources = [Span(text)], [Source.fact(role.key, "title")]
    kind = context.label(f"employment.{role.employment}") if role.employment else ""
    if kind and kind.casefold() not in text.casefold():
        spans.append(Span(f", {kind}"))
        sources.append(Source.fact(role.key, "type"))
    return Line.of(spans, *sources)


def _place(context: Context, employer: Employer, role: Role) -> Line | None:
    """The employer and the city; a confidential one as it may be said, for a city could give the name away."""
    name = name_of(employer)
    if not name:
        return None
    text = name[0].upper() + name[1:] if employer.confidential else joined([name, role.city or employer.city])
    return Line.of(text, Source.fact(employer.key, "employer"))


def _organization(context: Context, employer: Employer, role: Role) -> Line | None:
    place = _place(context, employer, role)
    if not place or employer.confidential or not employer.about:
        return place
    return Line.of(f"{place.text} – {employer.about}", *place.sources, Source.fact(employer.key, "about"))


def _scope(context: Context, role: Role) -> tuple[Line, ...]:
    lines = []
    if role.summary:
        lines.append(Line.of(unstopped(role.summary), Source.fact(role.key, "summary")))
    if not context.strategy.roles[role.key].scope:
        return tuple(line for line in lines if line)
    if role.scope and role.scope.confidential:
        lines.append(Line.of(name_of(role.scope), Source.fact(role.scope.key)))
    elif role.scope:
        lines.append(_scope_line(context, role.scope, role.is_current))
    return tuple(line for line in lines if line)


def _scope_line(context: Context, scope: Scope, current: bool) -> Line:
    parts, sources = [], []
    for field in _SCOPE_FIELDS:
        if value := getattr(scope, field):
            name = "reported_to" if field == "reports_to" and not current else field
            parts.append(f"{context.label('line.label', label=context.label(f'scope_label.{name}'))} {value}")
            sources.append(Source.fact(scope.key, field))
    return Line.of(" · ".join(parts), *sources)


def _bullets(context: Context, role: Role) -> tuple[Line, ...]:
    by_key = {achievement.key: achievement for achievement in role.achievements}
    lines = [
        compose_bullet(by_key[key], current=role.is_current, locale=context.locale)
        for key in context.strategy.roles[role.key].achievements
    ]
    lines += [
        Line.of(name_of(duty), Source.fact(duty.key))
        for duty in context.shown(role.duties)
        if duty.key in context.strategy.roles[role.key].duties
    ]
    return tuple(line for line in lines if line)


def _title_line(context: Context, employer: Employer, role: Role) -> Line:
    title, organization = _title(context, role), _place(context, employer, role)
    dates = context.dates(role, role.start, _end_of(role))
    spans = [Span(title.text, strong=True)]
    sources = list(title.sources)
    if organization:
        spans.append(Span(f", {organization.text}"))
        sources += organization.sources
    if dates:
        # After a comma, not at the right edge: see `Context.one_line`.
        spans.append(Span(f", {dates.text}"))
        sources += dates.sources
    return Line.of(spans, *sources)


def _break_entry(context: Context, pause: CareerBreak) -> Entry:
    return Entry(
        title=Line.of(context.label("line.break", reason=name_of(pause)), Source.fact(pause.key, "reason")),
        dates=context.dates(pause, pause.start, pause.end, with_tenure=True),
        scope=(Line.of(unstopped(pause.description), Source.fact(pause.key, "description")),)
        if pause.description
        else (),
    )
