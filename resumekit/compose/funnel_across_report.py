"""The report on several clients' searches, by situation; it names nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from resumekit.career.funnel_across import Group, clients_told
from resumekit.career.funnel_reading import FunnelRules
from resumekit.compose.funnel_chart import SOURCE
from resumekit.compose.report import labelled, long_day, points, report, section
from resumekit.document.block import Block, Document
from resumekit.document.line import Source
from resumekit.text.amount import percent
from resumekit.text.deed import capitalized

STEM = "Clients-Applications"
RULE = Source("rule", "funnel")


def compose_across_report(groups: Iterable[Group], rules: FunnelRules, *, as_of: date | None = None) -> Document:
    """All clients first, then each situation, and how to read it."""
    whole, *others = groups
    day = f"as of {long_day(as_of)}" if as_of else ""
    return report(
        title="Searches of All Clients",
        subtitle=f"{clients_told(whole.clients)}{', ' if day else ''}{day}",
        author="",
        stem=STEM,
        sections=[
            section("all", "All Together", _lines(whole)),
            *(section(f"situation-{number}", _title(group), _lines(group)) for number, group in enumerate(others)),
            section("reading", "How to Read This", points(reading_notes(rules), RULE)),
        ],
    )


def reading_notes(rules: FunnelRules) -> tuple[str, ...]:
    """What has to be known before such numbers are used."""
    return (
        "Weeks count for those who got there; who is still searching is not in them.",
        f"Below {rules.few_clients} clients no rate is given: so few cannot carry one. An interval holds the rates "
        f"that fit the counts ({percent(rules.confidence)}, Wilson).",
        "Situations are those that the strategy of each client goes by.",
        "None of it foretells how a search will go.",
    )


def _title(group: Group) -> str:
    return f"{capitalized(group.situation)}: {clients_told(group.clients)}"


def _lines(group: Group) -> Iterator[Block]:
    yield labelled("With an interview", f"{group.interview.told()}.", SOURCE)
    yield labelled("With an offer", f"{group.offer.told()}.", SOURCE)
    for words, spread in (("interview", group.weeks_to_interview), ("offer", group.weeks_to_offer)):
        if spread:
            yield labelled(f"To the first {words}", f"{spread.told()}.", SOURCE)
