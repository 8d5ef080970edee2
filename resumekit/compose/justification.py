"""The written justification: why the resume is as it is, for the coach and never for an employer."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.compose.basis import DOCUMENTS, Basis
from resumekit.compose.report import labelled, paragraph, points, report, section, table
from resumekit.compose.resume import fact_words
from resumekit.document.block import Block, Document, Section, Table
from resumekit.document.line import Source
from resumekit.model.achievement import Achievement
from resumekit.model.resume import Resume
from resumekit.model.role import LEVELS
from resumekit.model.target import Target
from resumekit.sections.bullet import compose_bullet
from resumekit.strategy.rules import SituationRule
from resumekit.strategy.strategy import Integration, Strategy
from resumekit.text.deed import capitalized

MOST_ROWS = 10
"""Omissions listed on the page; the rest are counted, and `resumekit explain` lists them all."""


@DOCUMENTS.add("strategy")
def compose_justification(basis: Basis) -> Document:
    """Objective, target, rules fired with their facts, emphasis, compression, omissions and open questions."""
    resume, target, strategy = basis.context.resume, basis.context.target, basis.context.strategy
    document = basis.resume
    role = target.role if target and target.role else "no target stated"
    return report(
        title=f"Strategy for {resume.person.name}",
        subtitle=role,
        author=resume.person.name,
        stem=f"{document.file_stem}-Strategy",
        paper=document.paper,
        sections=[
            _objective(target),
            _rules(resume, strategy),
            _emphasis(basis, strategy, document),
            section("framework", "Words of the Field", _words_of_the_field(basis, strategy)),
            section("short-jobs", "The Short Job, Three Ways", _short_jobs(strategy)),
            _omitted(strategy, document),
            _open(strategy, document),
        ],
    )


def _objective(target: Target | None) -> Section:
    blocks: list[Block] = []
    if target is None:
        blocks.append(paragraph("No target is stated; the resume shows every fact in the usual order."))
        return section("objective", "Objective and Target", blocks)
    source = Source.fact(target.key)
    if target.reason:
        blocks.append(labelled("In the client’s words", target.reason, Source.fact(target.key, "reason")))
    aims = [
        ("Role", target.role),
        ("Level", f"{target.level}, {LEVELS[target.level]}" if target.level is not None else None),
        ("Field and sector", ", ".join(part for part in (target.field, target.sector) if part)),
        ("Market", target.market),
        ("Employer", target.employer),
        ("Preferred employers", ", ".join(target.preferred_employers)),
    ]
    blocks += [labelled(label, text, source) for label, text in aims if text]
    return section("objective", "Objective and Target", blocks)


def _rules(resume: Resume, strategy: Strategy) -> Section:
    rows = [
        (capitalized(reason.rule), reason.text, "; ".join(_named(resume, key) for key in reason.facts))
        for reason in strategy.reasons
        if not reason.rule.startswith(("earlier", "evidence", "highlights", "relevance", "term"))
    ]
    return section("rules", "Rules That Fired", [table(("Rule", "What was seen", "In which facts"), rows)])


def _named(resume: Resume, key: str) -> str:
    facts = resume.facts
    words = fact_words(facts[key]) if key in facts else key
    return _shortened(words, 60)


def _emphasis(basis: Basis, strategy: Strategy, document: Document) -> Section:
    situations = basis.situations.situation
    blocks: list[Block] = [
        labelled("Format", f"{strategy.format}, {strategy.pages} page(s) at most"),
        labelled("Order", ", ".join(item.title.text for item in document.sections if item.title)),
    ]
    for fired in strategy.situations:
        blocks += _of_situation(situations[fired.number])
    leading = [*strategy.highlights, *(key for group in strategy.groups for key in group.achievements)]
    if leading:
        blocks.append(paragraph("What leads, and what it is worth to this target (0 to 1):"))
        blocks.append(_leading(basis, strategy, leading[:MOST_ROWS]))
        weights = basis.rules.value
        blocks.append(
            paragraph(
                f"Value = {weights.relevance} × relevance + {weights.measured} × measured result + "
                f"{weights.recency} × recency + {weights.uniqueness} × uniqueness."
            )
        )
    return section("emphasis", "Emphasis and Compression", blocks)


def _leading(basis: Basis, strategy: Strategy, keys: list[str]) -> Table:
    """What leads with its worth; with a framework, with the evidence that makes it relevant."""
    rows = [(_whole(basis, key), f"{strategy.values.get(key, 0):.2f}") for key in keys]
    told = {reason.facts[0]: reason.text for reason in strategy.reasons if reason.rule == "relevance"}
    if not told:
        return table(("Achievement", "Value"), rows, numeric=(1,))
    seen = [(words, told.get(key, ""), worth) for key, (words, worth) in zip(keys, rows, strict=True)]
    return table(("Achievement", "Relevance, by the words that show it", "Value"), seen, numeric=(2,))


def _words_of_the_field(basis: Basis, strategy: Strategy) -> Iterator[Block]:
    """The target field's words on the page, where each stands and which facts license it; with a framework only."""
    found: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for reason in strategy.reasons:
        if reason.rule == "term":
            word, _, rest = reason.text.partition("” ")
            place, _, source = rest.partition(" (")
            places, facts = found.setdefault((f"{word}”", f" ({source}"), ([], []))
            places.append(place)
            facts += reason.facts
    if found:
        rows = [
            (
                word,
                "; ".join(places) + source,
                "; ".join(_named(basis.context.resume, key) for key in dict.fromkeys(facts)),
            )
            for (word, source), (places, facts) in found.items()
        ]
        yield table(("Word", "Where, and of which competency", "Licensed by"), rows)


def _whole(basis: Basis, key: str) -> str:
    """An achievement as its bullet tells it; another fact by its name."""
    fact = basis.context.resume.facts[key]
    if isinstance(fact, Achievement):
        return _shortened(compose_bullet(fact, current=False, locale=basis.context.locale).text, 160)
    return _shortened(fact_words(fact), 120)


def _shortened(words: str, most: int) -> str:
    """The words, broken off between two of them where they are longer than that."""
    return words if len(words) <= most else f"{words[: most - 1].rsplit(' ', 1)[0].rstrip(',;:')}…"


def _of_situation(rule: SituationRule) -> Iterator[Block]:
    basis = (
        f"published in part: {', '.join(rule.sources)}; else judgement"
        if rule.kind == "published"
        else "a professional judgement"
    )
    yield labelled(capitalized(rule.name), f"emphasise {rule.emphasise}; compress {rule.compress}.")
    yield labelled("Beside the resume", f"{rule.extra} ({basis}).")


def _short_jobs(strategy: Strategy) -> Iterator[Block]:
    for job in strategy.short_jobs:
        yield paragraph(
            f"{job.title}, {job.employer}: {job.months} months. Advised: {job.advised}, because {job.reason}. "
            f"Relevance to the target {job.relevance:.2f}.",
            Source.fact(job.role),
        )
        yield table(("Presentation", "Bullets", "Gap shown", "Against it", "What to say"), _ways(job))
        yield paragraph(job.reminder)


def _ways(job: Integration) -> Iterator[tuple[str, ...]]:
    for way in job.presentations:
        gap = f"{way.gap_months} month{'' if way.gap_months == 1 else 's'}" if way.gap_months else "none"
        yield way.choice, str(way.bullets), gap, way.why_not or "nothing", way.answer


def _omitted(strategy: Strategy, document: Document) -> Section:
    if not document.omitted:
        return section("omitted", "Left Out", [])
    worth = {left.fact: left.value for left in strategy.left if left.value is not None}
    ranked = sorted(document.omitted, key=lambda item: -worth.get(item.fact, 0.0))
    rows = [(_shortened(item.text, 90), item.reason, _worth(worth.get(item.fact))) for item in ranked[:MOST_ROWS]]
    blocks: list[Block] = [table(("Fact", "Why", "Value"), rows, numeric=(2,))]
    if len(ranked) > MOST_ROWS:
        blocks.append(paragraph(f"And {len(ranked) - MOST_ROWS} more; `resumekit explain` lists every one."))
    return section("omitted", "Left Out", blocks)


def _worth(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _open(strategy: Strategy, document: Document) -> Section:
    texts = [
        f"{capitalized(item.missing)} is missing ({item.where}); it would change {item.would_change}."
        for item in strategy.questions
    ]
    texts += [f"{capitalized(text)}." for text in (*strategy.warnings, *document.draft)]
    return section("open", "Open Questions", points(texts))
