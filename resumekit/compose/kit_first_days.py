"""Part 6 of the interview kit: a skeleton of the first 90 days, and the questions to ask the employer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resumekit.career.interview_question import duty_of, says_a_duty
from resumekit.career.kit_words import FirstDays, Probe, Stage, kit_words
from resumekit.career.move import move_rules
from resumekit.compose.kit import Kit
from resumekit.compose.kit_lines import grid, heading, language_of, named, told
from resumekit.document.block import Block, Bullets, Paragraph
from resumekit.document.line import Line, Source
from resumekit.sections.profile import lowered_term
from resumekit.skills.skill_map import AreaCoverage
from resumekit.text.clause import opening_verb


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the plan: what a stage's template is filled with."""

    words: str
    way: str
    """The template: "duty", "quoted" or "area"."""
    sources: tuple[Source, ...]
    rank: int = 1
    """The stage that its verb belongs to."""
    form: int = 0
    """Which of a stage's sentences about an area."""


def first_days_blocks(kit: Kit) -> list[Block]:
    """Three stages of at most four lines: the posting's duties, else areas of the framework, else the target's field."""
    words = kit_words(kit.rules)
    plan, most = words.first_days, words.count.per_stage - 1
    tasks = _duties(kit, plan) or _areas(kit) or _field(kit, plan)
    shares, rest = shared(tasks, most)
    out: list[Block] = [Paragraph(told(plan.not_a_promise), "note")]
    for stage, share in zip(plan.stage, shares, strict=True):
        out += [heading(stage.title), Bullets((*(_worded(stage, task) for task in share), told(stage.first)))]
    if rest:
        named = "; ".join(f"“{task.words}”" for task in rest)
        sources = [source for task in rest for source in task.sources]
        out.append(Paragraph(told(plan.later.format(duties=named), *sources)))
    return out


def _worded(stage: Stage, task: Task) -> Line:
    template = {"duty": stage.duty, "quoted": stage.quoted}.get(task.way) or stage.area[task.form]
    return told(template.format(duty=task.words, area=task.words), *task.sources)


def _duties(kit: Kit, plan: FirstDays) -> list[Task]:
    if kit.match is None:
        return []
    posting = kit.match.posting
    out = []
    for item in (one for one in posting.duties if says_a_duty(one.text)):
        duty = duty_of(item.text, english=posting.language == "en")
        source = Source("posting", f"{item.span.start}-{item.span.end}")
        out.append(Task(duty.text, "duty" if duty.fits else "quoted", (source,), _rank(duty.text, plan)))
    return out


def _rank(duty: str, plan: FirstDays) -> int:
    """The stage whose verbs the duty opens with; the middle one for any other."""
    opening = opening_verb(duty)
    first = opening.verb.base if opening else duty.split(" ", 1)[0].strip(",").lower()
    return next((number for number, stage in enumerate(plan.stage) if first in stage.verbs), 1)


def _areas(kit: Kit) -> list[Task]:
    """Two areas a stage: first learned what is least shown, then taken over and owned what is shown best."""
    if kit.basis.skill_map is None:
        return []
    areas = [area for area in kit.basis.skill_map.areas if area.group.kind == "functional"]
    shown = sorted(areas, key=lambda area: -area.coverage)
    best, weakest = shown[:2], shown[2:][-2:]
    return [
        *(_area(area, 0) for area in weakest),
        *(_area(area, 1) for area in best),
        *(_area(area, 2) for area in best),
    ]  # fmt: skip


def _area(area: AreaCoverage, rank: int) -> Task:
    return Task(lowered_term(area.group.name), "area", (Source("data", area.group.id),), rank)


def _field(kit: Kit, plan: FirstDays) -> list[Task]:
    target = kit.context.target
    if target is None or not target.field:
        return []
    said, cited = named(kit, target.field), (Source.fact(target.key, "field"),)
    return [
        Task(said, "area", cited, rank, form)
        for rank, stage in enumerate(plan.stage)
        for form in range(len(stage.area))
    ]  # fmt: skip


def shared(tasks: Sequence[Task], most: int) -> tuple[tuple[Sequence[Task], ...], Sequence[Task]]:
    """The tasks by stage, in the order of their verbs, so that each stage has its share; and what is too many."""
    kept, rest = tasks[: 3 * most], tasks[3 * most :]
    ordered = sorted(kept, key=lambda task: task.rank)
    if all(task.way == "area" for task in ordered):
        return tuple([task for task in ordered if task.rank == rank] for rank in range(3)), rest
    each, over = divmod(len(ordered), 3)
    middle = each + (over > 0)
    first = each + (over > 1)
    cut = (ordered[:first], ordered[first : first + middle], ordered[first + middle :])
    return cut, rest


def probe_blocks(kit: Kit) -> list[Block]:
    """Seven questions to ask, how to hear the answers, and the factor of the move assessment that each feeds."""
    words = kit_words(kit.rules).probes
    factors, french = move_rules(kit.rules).factor, language_of(kit) == "fr"
    rows = (
        (
            told((french and item.fr) or item.question),
            told(item.good),
            told(item.worrying),
            told(_feeds(item, factors[item.feeds].label)),
        )
        for item in words.ask
    )
    header = ("Ask", "A good sign", "A worrying one", "Feeds")
    return [heading(words.title), Paragraph(told(words.intro)), grid(header, rows)]


def _feeds(probe: Probe, label: str) -> str:
    return label if probe.probes == label.lower() else f"{label}: {probe.probes}"
