"""The report on several clients' searches, by situation; it names nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from resumekit.career.funnel_across import Group
from resumekit.career.funnel_reading import FunnelRules
from resumekit.compose.funnel_chart import SOURCE
from resumekit.compose.report import labelled, report, say, section
from resumekit.document.block import Block, Bullets, Document
from resumekit.document.line import Source
from resumekit.text.amount import percent
from resumekit.text.dates import format_long
from resumekit.text.locale import load_locale

STEM = "Clients-Applications"
RULE = Source("rule", "funnel")


def compose_across_report(groups: Iterable[Group], rules: FunnelRules, *, as_of: date | None = None) -> Document:
    """All clients first, then each situation, and how to read it."""
    whole, *others = groups
    day = f"as of {format_long(as_of, load_locale('en-CA'))}" if as_of else ""
    return report(
        title="Searches of All Clients",
        subtitle=f"{whole.clients} clients{', ' if day else ''}{day}",
        author="",
        stem=STEM,
        sections=[
            section("all", "All Together", _lines(whole)),
            *(section(f"situation-{number}", _title(group), _lines(group)) for number, group in enumerate(others)),
            section("reading", "How to Read This", [Bullets(tuple(say(text, RULE) for text in reading_notes(rules)))]),
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
    clients = "1 client" if group.clients == 1 else f"{group.clients} clients"
    return f"{group.situation[:1].upper()}{group.situation[1:]}: {clients}"


def _lines(group: Group) -> Iterator[Block]:
    yield labelled("With an interview", f"{group.interview.told()}.", SOURCE)
    yield labelled("With an offer", f"{group.offer.told()}.", SOURCE)
    for words, spread in (("interview", group.weeks_to_interview), ("offer", group.weeks_to_offer)):
        if spread:
            yield labelled(f"To the first {words}", f"{spread.told()}.", SOURCE)
