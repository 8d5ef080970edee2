"""FAC001 to FAC005: dates that cannot be, that overlap, that leave gaps, or are written in several ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page, Post
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Award, Publication
from resumekit.model.credential import Course, Credential, Education
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact
from resumekit.model.resume import Resume
from resumekit.model.role import Dated, Role


def _first(when: PartialDate) -> int:
    return when.months_from_zero()


def _last(when: PartialDate) -> int:
    return when.months_from_zero(latest=True)


def today_of(page: Page) -> date | None:
    """The day the page is read for: the one asked for, or the day the client's facts were last true."""
    if page.as_of:
        return page.as_of
    day = page.resume.as_of if page.resume else None
    return date(day.year, day.month or 12, day.day or 28) if day and day.year else None


def _about(fact: Fact, message: str, field: str = "", *, ask: str = "", suggestion: str = "") -> Finding:
    value = getattr(fact, field, None) if field else None
    name = {"start": "start", "end": "end"}.get(field, field)
    return Finding(
        message, text=fact.key_words or (str(value) if value else ""), facts=(fact.key,),
        path=(*fact.path, name) if name else fact.path, ask=ask, suggestion=suggestion,
    )  # fmt: skip


def _posts(page: Page) -> list[Post]:
    return list({line.post.key: line.post for line in page.lines if line.post}.values())


@rule("FAC001", domain="L17", severity="error", scope="facts")
def impossible_dates(page: Page, settings: Settings) -> Iterator[Finding]:
    """Dates that cannot be in this order: an end before its start, a result outside its role, an expiry before the grant.

    Why: whoever checks a reference finds it, and then trusts no other date.

    - bad: {person: {name: Ana Roy}, experience: [{employer: Acme, title: Clerk, start: 2019-03, end: 2021-05,
        achievements: [{text: Cut waste by 9%, date: 2022-07}]}]}
    - bad: {person: {name: Ana Roy}, credentials: [{name: First Aid, date: 2022, expires: 2020}]}
    - good: {person: {name: Ana Roy}, experience: [{employer: Acme, title: Clerk, start: 2019-03, end: 2021-05,
        achievements: [{text: Cut waste by 9%, date: 2021-05}]}], credentials: [{name: First Aid, date: 2022, expires: 2025}]}
    """
    if page.resume is None:
        for post in _posts(page):
            if post.start and post.end and not post.end.is_present and _last(post.end) < _first(post.start):
                yield Finding(
                    f"{post.title or post.organization}: {post.end} lies before {post.start}", text=post.title
                )
        return
    for fact in page.resume.facts.values():
        yield from _order_in(fact)
    for employer in page.resume.experience:
        for role in employer.roles:
            for item in role.achievements:
                yield from _outside(item, role)


def _order_in(fact: Fact) -> Iterator[Finding]:
    if isinstance(fact, Credential) and fact.date and fact.expires and _last(fact.expires) < _first(fact.date):
        yield _about(fact, f"it expires in {fact.expires}, before it was granted in {fact.date}", "expires",
                     ask="When was it granted, and until when does it hold?")  # fmt: skip


def _outside(item: Achievement, role: Role) -> Iterator[Finding]:
    when = item.date
    if when is None or when.is_present:
        return
    if role.start and _last(when) < _first(role.start):
        yield _about(item, f"dated {when}, before the role began in {role.start}", "date", ask="When was it?")
    elif role.end and not role.end.is_present and _first(when) > _last(role.end):
        yield _about(item, f"dated {when}, after the role ended in {role.end}", "date", ask="When was it?")


@rule("FAC002", domain="L17", severity="error", scope="facts")
def future_dates(page: Page, settings: Settings) -> Iterator[Finding]:
    """A date that has not come yet and is not said to be expected.

    Why: a certificate of next year is a claim that nobody can check; marked as expected, it is an honest plan.

    - bad: {as_of: 2026-10-01, person: {name: Ana Roy}, credentials: [{name: First Aid, date: 2027-05}]}
    - bad: {as_of: 2026-10-01, person: {name: Ana Roy}, experience: [{employer: Acme, title: Clerk, start: 2026-12}]}
    - good: {as_of: 2026-10-01, person: {name: Ana Roy}, education: [{institution: Fleming, end: expected 2027-05}],
        credentials: [{name: First Aid, date: 2026-10, expires: 2029}]}
    """
    today = today_of(page)
    if today is None:
        return
    now = today.year * 12 + today.month - 1
    if page.resume is None:
        for post in _posts(page):
            for when in (post.start, post.end):
                if when and not when.is_present and not when.expected and _first(when) > now:
                    yield Finding(f"{post.title or post.organization}: {when} has not come yet", text=post.title)
        return
    for fact in page.resume.facts.values():
        for field, when in _dates_of(fact):
            if not when.is_present and not when.expected and _first(when) > now:
                yield _about(
                    fact, f"{when} has not come yet", field, suggestion=f"write “expected {when}” if it is planned"
                )


def _dates_of(fact: Fact) -> Iterator[tuple[str, PartialDate]]:
    """The dates of a fact that are past by their nature; an expiry, and what is expected by its status, are none."""
    if isinstance(fact, Dated):
        fields: tuple[str, ...] = ("start",) if isinstance(fact, Education) else ("start", "end")
        if isinstance(fact, Education) and fact.end and not fact.end.expected:
            fields = ("start", "end")
    elif isinstance(fact, Credential):
        fields = () if fact.status in ("in progress", "candidate") else ("date",)
    elif isinstance(fact, Achievement | Award | Publication | Course):
        fields = ("date",)
    else:
        return
    for field in fields:
        when = getattr(fact, field)
        if isinstance(when, PartialDate):
            yield field, when


@rule("FAC003", domain="L17", severity="warning", scope="facts")
def overlapping_posts(page: Page, settings: Settings) -> Iterator[Finding]:
    """Two posts with one employer that could not both be held at the time.

    Why: most often a month is wrong; where both were held, the resume should say so.

    - bad: {person: {name: Ana Roy}, experience: [{employer: Acme, roles: [
        {title: Manager, start: 2019-03, end: present}, {title: Clerk, start: 2016-01, end: 2020-06}]}]}
    - good: {person: {name: Ana Roy}, experience: [{employer: Acme, roles: [
        {title: Manager, start: 2019-03, end: present}, {title: Clerk, start: 2016-01, end: 2019-03}]}]}
    - good: {person: {name: Ana Roy}, experience: [{employer: Acme, roles: [
        {title: Acting Manager, type: acting, start: 2018-03, end: 2018-12}, {title: Clerk, start: 2016-01, end: 2019-03}]}]}
    """
    most = int(settings.limit("overlap_months"))
    for employer in page.resume.experience if page.resume else ():
        roles = [role for role in employer.roles if _full(role)]
        for index, one in enumerate(roles):
            for other in roles[index + 1 :]:
                shared = _shared(one, other)
                if shared > most and one.title != other.title:
                    yield _about(
                        other, f"“{other.title}” and “{one.title}” overlap by {shared} months", "start",
                        ask=f"When did {other.title} end and {one.title} begin?",
                    )  # fmt: skip


_PART = re.compile(r"\b(?:acting|interim|part[- ]time|relief|casual|on[- ]call|secondment|seconded|committee|representative"
                   r"|volunteer|intern|co-op|adjunct)\b", re.IGNORECASE)  # fmt: skip


def _full(role: Role) -> bool:
    return bool(role.start) and role.employment in (None, "permanent") and not _PART.search(role.title)


def _shared(one: Role, other: Role) -> int:
    """The months that two roles share for certain: where only a year is known, the kindest reading counts."""
    starts = [_last(role.start) for role in (one, other) if role.start]
    ends = [_first(role.end) if role.end and not role.end.is_present else 10**6 for role in (one, other)]
    shared = min(ends) - max(starts) + 1
    return min(shared, 10**5) if shared < 10**5 else 12


@rule("FAC004", domain="L17", severity="info", scope="facts")
def gap(page: Page, settings: Settings) -> Iterator[Finding]:
    """Three months or more between two posts that nothing in the file explains.

    Why: a reader sees it and guesses; the coach should know the answer before the interview, and a stated break is shorter
    to read than a guess.

    - bad: {person: {name: Ana Roy}, experience: [{employer: Acme, title: Manager, start: 2020-06, end: present},
        {employer: Bell Street Foods, title: Clerk, start: 2016-01, end: 2019-11}]}
    - good: {person: {name: Ana Roy}, experience: [{employer: Acme, title: Manager, start: 2020-06, end: present},
        {employer: Bell Street Foods, title: Clerk, start: 2016-01, end: 2019-11}],
        breaks: [{reason: caring for a family member, start: 2019-11, end: 2020-05}]}
    - good: {person: {name: Ana Roy}, experience: [{employer: Acme, title: Manager, start: 2020-01, end: present},
        {employer: Bell Street Foods, title: Clerk, start: 2016-01, end: 2019-11}]}
    """
    least = int(settings.limit("gap_months"))
    if page.resume is None:
        return
    today = today_of(page)
    spans = sorted(_spans(page.resume, today), key=lambda span: (span.first, span.last))
    work = [span for span in spans if isinstance(span.fact, Role)]
    if not work:
        return
    end = work[0].last
    before = work[0].fact
    for span in spans:
        if span.first > end + least and span.first > work[0].first:
            yield _about(
                before, f"{span.first - end - 1} months between {_month(end)} and {_month(span.first)} are not explained",
                "end", ask="What did you do in these months? Study, care, travel and search may all be said.",
            )  # fmt: skip
        if span.last > end:
            end, before = span.last, span.fact
    if today and (months := today.year * 12 + today.month - 1 - end) > least and isinstance(before, Role):
        yield _about(before, f"the last post ended {months} months ago, in {_month(end)}", "end",
                     ask="What have you done since?")  # fmt: skip


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"


@dataclass(frozen=True, slots=True)
class _Span:
    first: int
    last: int
    fact: Fact


def _spans(resume: Resume, today: date | None) -> Iterator[_Span]:
    """Every stretch of time that the file gives an account of; a bare year counts whole, in the client's favour."""
    now = today.year * 12 + today.month - 1 if today else 10**5
    for fact in resume.facts.values():
        if not isinstance(fact, Dated) or fact.start is None or fact.start.is_present:
            continue
        last = _last(fact.end) if fact.end and not fact.end.is_present else now
        if fact.end is None and not isinstance(fact, Role):
            last = _last(fact.start)
        yield _Span(_first(fact.start), min(last, now), fact)


_FORMATS = (
    ("2020-03", re.compile(r"(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\d-])")),
    ("03/2020", re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:(?:19|20)\d\d|'?\d\d)(?![\d/])")),
    ("03/15/2020", re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/(?:19|20)?\d\d(?![\d/])")),
    ("March 2020", re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December"
                              r"|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)"
                              r",? (?:19|20)\d\d\b", re.IGNORECASE)),
    ("Mar 2020", re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|janv|févr|avr|juill|déc)\.?"
                            r",? (?:19|20)\d\d\b", re.IGNORECASE)),
    ("Mar ’20", re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? ?['’]\d\d\b")),
)  # fmt: skip


@rule("FAC005", domain="L17", severity="warning")
def mixed_dates(page: Page, settings: Settings) -> Iterator[Finding]:
    """Dates of posts and schools that are written in more than one way.

    Why: machines read one form throughout best, and people read care from it.

    - bad: [title] Manager, Jan 2019 – Present | [title] Clerk, 03/2016 – 12/2018
    - bad: [title] Manager, January 2019 – Present | [title] Clerk, Mar 2016 – Dec 2018
    - good: [title] Manager, Jan 2019 – Present | [title] Clerk, May 2016 – Dec 2018 | [title] Student, 2012 – 2016
    """
    found = [
        (name, line, match)
        for line in page.lines
        if line.kind in ("title", "other") and line.section != "publications"
        for name, pattern in _FORMATS
        for match in pattern.finditer(line.text)
    ]
    counted = Counter(name for name, _, _ in found)
    if len(counted) < 2:
        return
    usual = counted.most_common(1)[0][0]
    for name, line, match in found:
        if name != usual:
            yield line.found(f"“{match[0]}” is written unlike the other dates", match.start(), match.end(),
                             suggestion=f"write it like “{usual}”")  # fmt: skip
