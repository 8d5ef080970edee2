"""The report on applications: where they leak, with counts and intervals, and what to do; for coach and client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from resumekit.career.funnel_check import odd_applications
from resumekit.career.funnel_counts import had_offer, is_booked
from resumekit.career.funnel_reading import Finding, FunnelReading, Level, percent
from resumekit.compose.funnel_chart import SOURCE, funnel_chart
from resumekit.compose.report import labelled, paragraph, report, say, section, stem_of
from resumekit.document.block import Block, Bullets, Document, Section, Table
from resumekit.document.line import Source
from resumekit.model.application import Application, Applications
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.sections.context import joined, name_of
from resumekit.text.dates import format_date, format_long
from resumekit.text.locale import Locale, load_locale
from resumekit.themes.theme import Theme, find_theme

LANGUAGE = "en-CA"
RULE = Source("rule", "funnel")
_GRAVEST: tuple[Level, ...] = ("act", "watch", "info")
_STAGE_LABELS = {
    "application": "Applications", "interview": "Interviews", "offer": "Offers", "referral": "Referrals",
    "untargeted": "Sent unchanged", "timing": "Timing",
}  # fmt: skip
_DOORS = {
    "posting": "posting",
    "referral": "referral",
    "direct": "direct",
    "recruiter": "recruiter",
    "agency": "agency",
}


def compose_funnel_report(
    reading: FunnelReading,
    applications: Applications | None = None,
    resume: Resume | None = None,
    *,
    target: Target | None = None,
    as_of: date | None = None,
    theme: Theme | None = None,
) -> Document:
    """At a glance with the chart, what the numbers say, what to do, the list itself, and how to read it.

    Args:
        applications: the list that was counted; None where counts alone are known.
    """
    locale = load_locale(LANGUAGE)
    name = name_of(resume.person) if resume else ""
    return report(
        title=f"Applications of {name}" if name else "Applications",
        subtitle=joined([target.role if target else None, f"as of {format_long(as_of, locale)}" if as_of else None]),
        author=name,
        stem=f"{stem_of(name)}-Applications".lstrip("-"),
        paper=(target.paper if target else None) or "letter",
        sections=[
            _glance(reading, target, theme or find_theme()),
            section("says", "What the Numbers Say", [_told(finding) for finding in reading.findings]),
            section("next", "What to Do", _steps(reading)),
            section("list", "What Was Sent", _listed(applications, as_of, locale)),
            section("look", "To Look At in the List", _odd(applications, as_of)),
            _how(reading),
        ],
    )


def _glance(reading: FunnelReading, target: Target | None, theme: Theme) -> Section:
    blocks: list[Block] = [paragraph(_headline(reading), RULE, SOURCE)]
    if target and target.preferred_employers:
        blocks.append(labelled("On the plan", "; ".join(target.preferred_employers), Source.fact(target.key)))
    chart = funnel_chart(reading, theme)
    if chart:
        blocks.append(chart)
    return section("summary", "At a Glance", blocks)


def _headline(reading: FunnelReading) -> str:
    """The gravest findings in their own words; what is calm where none is grave."""
    grave = [finding for finding in reading.findings if finding.level == "act"]
    main = grave or [finding for finding in reading.findings if finding.stage in ("application", "interview")]
    return " ".join(finding.says for finding in main)


def _told(finding: Finding) -> Block:
    return labelled(
        _STAGE_LABELS[finding.stage], " ".join(part for part in (finding.says, finding.argument) if part), RULE, SOURCE
    )


def _steps(reading: FunnelReading) -> list[Block]:
    """What to do, the gravest first; rules, so that nothing is claimed of the client."""
    by_level = sorted(reading.findings, key=lambda finding: _GRAVEST.index(finding.level))
    texts = dict.fromkeys(finding.do for finding in by_level)
    return [Bullets(tuple(say(text, RULE) for text in texts))] if texts else []


def _listed(applications: Applications | None, as_of: date | None, locale: Locale) -> list[Block]:
    if applications is None or not applications.applications:
        return []
    header = tuple(say(cell, SOURCE) for cell in ("Employer", "Role", "Sent", "By", "What came of it"))
    rows = tuple(
        tuple(say(cell or "–", Source("data", f"applications/{number}")) for cell in _cells(item, as_of, locale))
        for number, item in enumerate(applications.applications, start=1)
    )
    return [Table(header, rows)]


def _cells(item: Application, as_of: date | None, locale: Locale) -> tuple[str, ...]:
    sent = format_date(item.sent, locale) if item.sent else ""
    door = _DOORS[item.channel] + ("" if item.targeted else ", sent unchanged")
    return item.employer, item.role or "", sent, door, "; ".join(_outcomes(item, as_of, locale))


def _outcomes(item: Application, as_of: date | None, locale: Locale) -> Iterator[str]:
    def day(words: str, when: object) -> str:
        return f"{words} {format_date(when, locale)}" if when else words  # type: ignore[arg-type]

    if item.interview or item.interviews:
        rounds = f" ({item.interviews} rounds)" if (item.interviews or 0) > 1 else ""
        yield day("interview booked for" if is_booked(item, as_of) else "interview", item.interview) + rounds
    if had_offer(item):
        yield day("offer", item.offer) + (", accepted" if item.accepted else "")
    if item.rejected:
        yield day("no", item.rejected)
    if item.withdrawn:
        yield day("withdrawn", item.withdrawn)
    if not (item.interview or item.interviews or had_offer(item) or item.rejected or item.withdrawn):
        yield "no answer"


def _odd(applications: Applications | None, as_of: date | None) -> list[Block]:
    found = odd_applications(applications, as_of) if applications else ()
    lines = [(odd.path[1] if len(odd.path) > 1 else None, odd.message) for odd in found]
    said = [f"Entry {int(index) + 1}: {text}." if index is not None else f"{text}." for index, text in lines]
    return [Bullets(tuple(say(text[:1].upper() + text[1:], SOURCE) for text in said))] if said else []


def _how(reading: FunnelReading) -> Section:
    rules = reading.rules
    texts: Iterable[str] = (
        f"The rates assumed, {percent(rules.application_rate)} from a targeted application to an interview and "
        f"{percent(rules.interview_rate)} from an interview to an offer, are judgement, and so is every threshold. The "
        "arithmetic on them is exact: how often chance alone would give so few.",
        f"An interval holds the rates that fit the counts ({percent(rules.confidence)}, Wilson). A wide one says that "
        "the counts are few, and is no fault of the client’s.",
        "Referrals, and applications sent unchanged, are counted apart, for they are other doors. An application with "
        "several rounds of interviews counts once.",
        "A rate tells of what was sent. It promises nothing of what is sent next.",
    )
    return section("reading", "How to Read This", [Bullets(tuple(say(text, RULE) for text in texts))])
