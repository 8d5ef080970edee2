"""The search plan as a document: what to expect, how long the money lasts, when to decide, when to look up, what to ask."""

from __future__ import annotations

from dataclasses import replace

from resumekit.career.plan import SearchPlan
from resumekit.compose.cash_chart import cash_chart
from resumekit.compose.plan_words import (
    COLOURS,
    alternative_told,
    claim_told,
    decision_told,
    length_told,
    money_told,
    ratio_told,
    remaining_told,
    start_told,
    times,
)
from resumekit.compose.report import labelled, long_day, paragraph, points, report, say, section, stem_of, table
from resumekit.document.block import Block, Document
from resumekit.document.line import Line, Source
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.sections.context import name_of
from resumekit.text.amount import rounded
from resumekit.text.deed import capitalized
from resumekit.themes.theme import Theme

RULE = Source("rule", "career.search")
JUDGEMENT = "These weeks are professional judgement, not a study’s: averages over many searches, of which none foretells this one."


def compose_plan_report(
    plan: SearchPlan, resume: Resume, *, target: Target | None = None, theme: Theme, paper: str = "letter"
) -> Document:
    """The document of a plan; who has the last word on benefits stands on every page."""
    name = name_of(resume.person)
    made = report(
        title=f"Search Plan of {name}",
        subtitle=" · ".join(part for part in (target.role if target else None, _seen_from(plan)) if part),
        author=name,
        stem=plan_stem(resume),
        paper=paper,
        sections=[
            section("summary", "At a Glance", _summary(plan, target)),
            section("money", "The Money, Week by Week", _money(plan, theme)),
            section("length", "How Long the Search May Take", _length(plan)),
            section("alternatives", "If Something Else Is Done", _alternatives(plan)),
            section("checkpoints", "When to Look Up", _checkpoints(plan)),
            section("warnings", "To Keep in Mind", points(plan.warnings, *_facts("search"))),
            section(
                "questions", "Still to Ask", points((f"{item.asks} ({item.field})" for item in plan.questions), RULE)
            ),
        ],
    )
    return replace(made, page_label=f"{plan.confirm} · {made.page_label}")


def plan_stem(resume: Resume) -> str:
    """First-Last-Search-Plan."""
    return stem_of(name_of(resume.person), kind="Search-Plan")


def _seen_from(plan: SearchPlan) -> str:
    return f"seen from {long_day(plan.as_of)}" if plan.as_of else ""


def _facts(*fields: str) -> tuple[Source, ...]:
    """What the client says of the search: `search#savings`."""
    return tuple(Source.fact("search", "" if name == "search" else name) for name in fields)


def _summary(plan: SearchPlan, target: Target | None) -> list[Block]:
    aims = (Source.fact(target.key),) if target else ()
    told = (
        ("Search", " ".join(filter(None, (length_told(plan), remaining_told(plan)))), (RULE, *aims)),
        ("Money", money_told(plan), _facts("savings", "essentials")),
        ("Together", ratio_told(plan), (RULE,)),
        ("Decision", decision_told(plan), (RULE,)),
        *(
            (
                "If the job is quit now",
                f"{capitalized(alternative_told(item))}. {item.says}",
                _facts("savings", "essentials", "leaving"),
            )
            for item in plan.alternatives
            if item.name == "quits now"
        ),
        ("Benefits", plan.caution, (Source("data", "career.benefits"),)),
    )
    return [labelled(label, text, *sources) for label, text, sources in told if text]


def _money(plan: SearchPlan, theme: Theme) -> list[Block]:
    figure = cash_chart(plan, theme)
    if figure is None:
        return []
    data = Source("data", "career.benefits")
    return [
        paragraph(start_told(plan), *_facts("savings", "severance", "essentials")),
        *(paragraph(text, *_facts("benefit"), data) for text in claim_told(plan)),
        figure,
    ]


def _length(plan: SearchPlan) -> list[Block]:
    made = plan.length
    if made is None:
        return []
    rows: list[tuple[str | Line, ...]] = [
        (
            capitalized(made.label), f"{made.base_median} / {made.base_late}",
            say(made.why, *(Source.fact(key) for key in made.facts)),
        ),
        *((
            _FACTORS.get(item.name, item.name), f"× {times(item.value)}",
            say(item.why, *(Source.fact(key) for key in item.facts), *(() if item.facts else _facts("search"))),
        ) for item in made.factors),
        ("Together", f"{rounded(made.median)} / {rounded(made.late)}", "half / four in five"),
    ]  # fmt: skip
    notes = [paragraph(text, RULE) for text in (made.note, JUDGEMENT) if text]
    return [table(("What counts", "Weeks", "Because"), rows, RULE, numeric=(1,)), *notes]


_FACTORS = {
    "level": "A senior target",
    "hours": "Few hours a week",
    "thin_market": "A thin market",
    "contacts": "Warm contacts",
    "own": "The coach’s factor",
}


def _alternatives(plan: SearchPlan) -> list[Block]:
    if not plan.alternatives:
        return []
    rows = [
        (capitalized(item.name), say(capitalized(alternative_told(item)), *_facts("savings", "essentials")),
         COLOURS[item.colour], say(item.says, *_facts("leaving")))
        for item in plan.alternatives
    ]  # fmt: skip
    return [table(("Instead", "Then", "Colour", "What is assumed"), rows, RULE)]


def _checkpoints(plan: SearchPlan) -> list[Block]:
    if not plan.checkpoints:
        return []
    rows = [
        (str(item.week), long_day(item.date) + (" (passed)" if item.passed else "") if item.date else "–",
         item.title, capitalized("; ".join(item.look_at)))
        for item in plan.checkpoints
    ]  # fmt: skip
    return [table(("After week", "Day", "What", "To look at"), rows, RULE)]
