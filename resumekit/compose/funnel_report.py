"""The report on applications: where they leak, with counts and intervals, and what to do; for coach and client."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from resumekit.career.funnel_check import odd_applications
from resumekit.career.funnel_counts import had_interview, had_offer, is_booked, on_plan
from resumekit.career.funnel_reading import Finding, FunnelReading, Level, Stage
from resumekit.compose.funnel_chart import SOURCE, funnel_chart
from resumekit.compose.report import labelled, long_day, points, report, say, section, short_day, stem_of, table
from resumekit.document.block import Block, Document, Section
from resumekit.document.line import Source
from resumekit.model.application import Application, Applications
from resumekit.model.date import PartialDate
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.sections.context import joined, name_of
from resumekit.text.amount import percent
from resumekit.text.deed import capitalized
from resumekit.themes.theme import Theme, find_theme

RULE = Source("rule", "funnel")
_GRAVEST: tuple[Level, ...] = ("act", "watch", "info")
_STAGE_LABELS = {
    "application": "Applications", "interview": "Interviews", "offer": "Offers", "referral": "Referrals",
    "untargeted": "Sent unchanged", "timing": "Timing",
}  # fmt: skip
MAIN: tuple[Stage, ...] = ("application", "interview")


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
    name = name_of(resume.person) if resume else ""
    return report(
        title=f"Applications of {name}" if name else "Applications",
        subtitle=joined([target.role if target else None, f"as of {long_day(as_of)}" if as_of else None]),
        author=name,
        stem=stem_of(name, kind="Applications"),
        paper=(target.paper if target else None) or "letter",
        sections=[
            _glance(reading, target, theme or find_theme()),
            section("says", "What the Numbers Say", [_told(finding) for finding in reading.findings]),
            section("next", "What to Do", _steps(reading)),
            section("list", "What Was Sent", _listed(applications, target, as_of)),
            section("look", "To Look At in the List", _odd(reading, applications, as_of)),
            _how(reading),
        ],
    )


def _glance(reading: FunnelReading, target: Target | None, theme: Theme) -> Section:
    blocks = [*_verdicts(reading)]
    if target and target.preferred_employers:
        blocks.append(labelled("On the plan", "; ".join(target.preferred_employers), Source.fact(target.key)))
    chart = funnel_chart(reading, theme)
    if chart:
        blocks.append(chart)
    return section("summary", "At a Glance", blocks)


def _verdicts(reading: FunnelReading) -> Iterator[Block]:
    """What is grave; where nothing is, what the two main rows say."""
    grave = [finding for finding in reading.findings if finding.level == "act"]
    main = [finding for stage in MAIN if (finding := reading.finding(stage))]
    for finding in grave or main:
        yield labelled(_STAGE_LABELS[finding.stage], finding.verdict, RULE, SOURCE)


def _told(finding: Finding) -> Block:
    label = "Still open" if finding.code == "recent" else _STAGE_LABELS[finding.stage]
    return labelled(label, f"{finding.says} {finding.argument}".rstrip(), RULE, SOURCE)


def _steps(reading: FunnelReading) -> list[Block]:
    """What to do, the gravest first; rules, so that nothing is claimed of the client."""
    by_level = sorted(reading.findings, key=lambda finding: _GRAVEST.index(finding.level))
    texts = dict.fromkeys(finding.do for finding in by_level)
    return points(texts, RULE)


def _listed(applications: Applications | None, target: Target | None, as_of: date | None) -> list[Block]:
    if applications is None or not applications.applications:
        return []
    rows = []
    for number, item in enumerate(applications.applications, start=1):
        source = Source("data", f"applications/{number}")
        cells = (
            item.employer,
            item.role or "–",
            short_day(item.sent) if item.sent else "–",
            item.channel if item.targeted else f"{item.channel}, unchanged",
            "; ".join(_outcomes(item, target, as_of)) or "no answer",
        )
        rows.append(tuple(say(cell, source) for cell in cells))
    return [table(("Employer", "Role", "Sent", "By", "What came of it"), rows, SOURCE)]


_PLAN = {True: "on plan", False: "off plan", None: "plan not known"}


def _outcomes(item: Application, target: Target | None, as_of: date | None) -> Iterator[str]:
    def day(words: str, when: PartialDate | None) -> str:
        return f"{words} {short_day(when)}" if when else words

    if had_interview(item):
        rounds = f" ({item.interviews} rounds)" if (item.interviews or 0) > 1 else ""
        yield day("interview booked for" if is_booked(item, as_of) else "interview", item.interview) + rounds
    if had_offer(item):
        accepted = ", accepted" if item.accepted else ""
        yield f"{day('offer', item.offer)} ({_PLAN[on_plan(item, target)]}{accepted})"
    if item.rejected:
        yield day("turned down", item.rejected)
    if item.withdrawn:
        yield day("withdrawn", item.withdrawn)


def _odd(reading: FunnelReading, applications: Applications | None, as_of: date | None) -> list[Block]:
    found = odd_applications(applications, as_of) if applications else ()
    said = [f"Entry {odd.entry}: {odd.message}." if odd.entry else f"{odd.message}." for odd in found]
    said += [f"{message}." for message in reading.warnings]
    return points(map(capitalized, said), SOURCE)


def _how(reading: FunnelReading) -> Section:
    rules = reading.rules
    texts = (
        f"The rates assumed, {percent(rules.application_rate)} from a targeted application to an interview and "
        f"{percent(rules.interview_rate)} from an interview to an offer, are judgement, and so is every threshold. The "
        "arithmetic on them is exact: how often chance alone would give so few.",
        f"An interval holds the rates that fit the counts ({percent(rules.confidence)}, Wilson). A wide one says that "
        "the counts are few, and is no fault of the client’s.",
        "Referrals, and applications sent unchanged, are counted apart, for they are other doors. An application with "
        "several rounds of interviews counts once.",
        "A rate tells of what was sent. It promises nothing of what is sent next.",
    )
    return section("reading", "How to Read This", points(texts, RULE))
