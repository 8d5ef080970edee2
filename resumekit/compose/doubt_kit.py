"""The doubt kit: for the client against well-meant objections, with the evidence, its limits, and the client's own facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resumekit.career.doubt import DoubtName, DoubtWords, doubts_of
from resumekit.career.evidence import Study, cite
from resumekit.career.move import move_rules
from resumekit.career.plan import SearchPlan, plan_search
from resumekit.compose.discretion import Discretion
from resumekit.compose.doubt_facts import Answers, in_full
from resumekit.compose.kit import Kit
from resumekit.compose.kit_answer import Slot, fill
from resumekit.compose.report import report, section, stem_of
from resumekit.document.block import Block, Document, Paragraph, Section
from resumekit.document.line import Line, Source, Span
from resumekit.model.offer import Offer
from resumekit.sections.context import name_of

_RULE = Source("rule", "doubts")


def compose_doubt_kit(kit: Kit, *, plan: SearchPlan | None = None, offers: Sequence[Offer] = ()) -> Document:
    """Two pages at most: each doubt that the client is likely to hear, what is right in it, and what to answer.

    Args:
        kit: the client's facts, the strategy, and the posting's match where there is one.
        plan: the search plan, for the weeks that the money lasts and the day to decide; where the client has stated
            figures, it is reckoned from them.
        offers: jobs that were offered, for how far each lies below the level held.
    """
    resume = kit.context.resume
    if plan is None and resume.search is not None:
        plan = plan_search(resume, kit.context.target, as_of=kit.context.as_of, paths=kit.rules)
    answers = Answers(kit, plan, tuple(offers))
    name = name_of(resume.person)
    told: set[str] = set()
    heard = doubts_of(answers.standing)
    opening = answers.rules.opening if heard else answers.rules.nothing
    made = [section("opening", "How to Use This", [Paragraph(Line.of(opening, _RULE))])]
    made += [_doubt(answers, doubt, told) for doubt in heard]
    discretion = Discretion(kit.context.secrets)
    return report(
        title=f"Doubt Kit: {name}",
        subtitle="For you alone: what people say, and what to answer",
        author=name,
        stem=f"{stem_of(name)}-Doubt-Kit",
        paper=kit.basis.resume.paper,
        sections=[said for item in made if (said := item.changed(discretion))],
    )


def _doubt(answers: Answers, doubt: DoubtName, told: set[str]) -> Section:
    words = answers.rules.doubt[doubt]
    return section(doubt, f"“{words.says}”", list(_blocks(answers, doubt, words, told)))


def _blocks(answers: Answers, doubt: DoubtName, words: DoubtWords, told: set[str]) -> Iterator[Block]:
    rules, label = answers.rules, answers.rules.label
    right = words.right_employed if answers.standing.employed and words.right_employed else words.right
    yield _labelled(label["right"], Line.of(right, _RULE))
    studies = dict(zip(words.evidence, cite(words.evidence, answers.kit.rules), strict=True))
    found = {key: study for key, study in studies.items() if not study.against}
    against = {key: study for key, study in studies.items() if study.against}
    if found or words.none:
        yield _labelled(label["found"], _told(found, told, rules.again, words.none))
    if against:
        yield _labelled(label["against"], _told(against, told, rules.again))
    yield _labelled(label["facts"], _facts(answers, doubt, told))
    if words.refuses:
        warning = move_rules(answers.kit.rules).benefits_warning
        yield _labelled(label["care"], Line.of(rules.warned if warning in told else warning, Source("rule", "move")))
        told.add(warning)
    yield _labelled(label["say"], _quoted(_answer(answers, doubt, words)))


def _facts(answers: Answers, doubt: DoubtName, told: set[str]) -> Line:
    """The client's own facts, each told once on these pages."""
    known = answers.facts(doubt)
    new = [line for line in known if line.text not in told]
    told |= {line.text for line in new}
    if new:
        return Line.of(" ".join(line.text for line in new), *(source for line in new for source in line.sources))
    sources = [source for line in known for source in line.sources]
    return Line.of(answers.rules.repeated if known else answers.rules.no_facts, *(sources or [_RULE]))


def _told(studies: dict[str, Study], told: set[str], again: str, none: str = "") -> Line:
    """Each study in full with its limits the first time, by its name alone after that."""
    new = [_sentence(study.told()) for key, study in studies.items() if key not in told]
    old = [_sentence(study.short) for key, study in studies.items() if key in told]
    told |= set(studies)
    text = " ".join([*new, *([f"{'; '.join(old)} ({again})."] if old else []), *([none] if none else [])])
    return Line.of(text, *(Source("data", key) for key in studies), *(() if studies else (_RULE,)))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _answer(answers: Answers, doubt: DoubtName, words: DoubtWords) -> Line:
    """One sentence to say; the day to decide stands in it where a plan gives one."""
    slots, name = {"day": Slot(in_full(answers.look_again) if answers.look_again else "")}, "undated"
    sources: tuple[Source, ...] = (_RULE,)
    credential, plan = answers.credential, answers.plan
    if doubt == "any_job" and answers.standing.employed:
        name = "employed"
    elif doubt == "keep_looking" and answers.standing.in_short_job and not answers.offers:
        name = "inside"
    elif doubt == "no_change" and credential and credential.status == "designated":
        name = "credential"
        slots["credential"] = Slot(credential.short or credential.name, (Source.fact(credential.key),))
    elif doubt == "no_change" and (proof := answers.deck.proof):
        name, sources = "proved", proof.sources
    elif doubt == "afford" and plan and plan.runway:
        decision = plan.decision
        lasting = "employed" if answers.standing.employed else "lasting"
        name = "passed" if decision and decision.passed else "counted" if answers.day else lasting
        slots["weeks"] = Slot(plan.runway.told)
    elif doubt == "aim_lower" and (answers.standing.level_delta or 0) > 0:
        name = "step_up"
    elif answers.day and "dated" in words.answer:
        name = "dated"
    return fill(words.answer[name], slots, *sources)


def _quoted(line: Line) -> Line:
    return Line.of([Span("“"), *line.spans, Span("”")], *line.sources)


def _labelled(label: str, line: Line) -> Paragraph:
    return Paragraph(Line.of([Span(f"{label}:", style="label"), Span(" "), *line.spans], *line.sources), "line")
