"""The story bank of an interview kit: which achievements become cards, how each is told, and the matrix of requirements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from resumekit.career.demands import reached
from resumekit.career.story import Demand, Story
from resumekit.career.story_rules import PARTS, PartName, TellingRules, telling_rules
from resumekit.compose.basis import Basis
from resumekit.compose.discretion import Discretion
from resumekit.compose.french_facts import french_headline, french_task
from resumekit.compose.kit import Kit
from resumekit.compose.report import labelled, say
from resumekit.compose.spoken import Spoken, is_effect, speak
from resumekit.compose.story_facts import Told, task, told_of, where
from resumekit.document.block import Block, Entry, Paragraph, Table
from resumekit.document.line import Line, Source, Span
from resumekit.text.measures import numbers

_NAMES = {"situation": "Situation", "task": "Task", "action": "Action", "result": "Result"}
_RULE = Source("rule", "stories")


def pick_stories(basis: Basis, demands: Sequence[Demand], rules: TellingRules) -> tuple[Story, ...]:
    """Eight to ten cards where the facts hold as many: those that answer the demands, then those of another kind; the
    confirmed first, and of equals the more valuable.
    """
    traits = (*basis.context.resume.talents, *basis.context.resume.strengths, *basis.context.resume.attributes)
    asked = [frozenset(demand.facts) for demand in demands]
    values = basis.context.strategy.values
    shown = [
        frozenset(reached(basis.context.resume, item.shown_by, values)) for item in traits if not item.confidential
    ]
    chosen = _chosen(told_of(basis), (asked, shown), rules)
    chosen.sort(key=_worth)
    return tuple(_story(number, told, basis, rules) for number, told in enumerate(chosen, start=1))


def _worth(told: Told) -> tuple[bool, float, int, str]:
    """The order of cards: the confirmed, then the valuable, then the newer."""
    return not told.confirmed, -told.value, told.place, told.key


_Facts = Sequence[frozenset[str]]


def _chosen(candidates: list[Told], wanted: Iterable[_Facts], rules: TellingRules) -> list[Told]:
    """The candidates that answer most of the first group of wants, then of the next; then those of another kind."""
    left = sorted(candidates, key=_worth)
    chosen: list[Told] = []

    def take(told: Told) -> None:
        chosen.append(told)
        left.remove(told)

    for group in wanted:
        for confirmed in (True, False):
            while len(chosen) < rules.most_cards:
                pool = [told for told in left if told.confirmed or not confirmed]
                open_ = [facts for facts in group if not any(told.key in facts for told in chosen)]
                best = max(pool, key=lambda told: sum(told.key in facts for facts in open_), default=None)
                if best is None or not any(best.key in facts for facts in open_):
                    break
                take(best)
    while left and len(chosen) < rules.most_cards:
        told = min(left, key=lambda told: (not told.confirmed, -_news(told, chosen), *_worth(told)))
        if len(chosen) >= rules.fewest_cards and not _news(told, chosen):
            break
        take(told)
    return chosen


def _news(told: Told, chosen: Iterable[Told]) -> int:
    """What a card adds to those chosen: a competency, a role."""
    chosen = list(chosen)
    tags = {tag.lower() for one in chosen for tag in one.tags}
    return any(tag.lower() not in tags for tag in told.tags) + (told.place not in {one.place for one in chosen})


def _story(number: int, told: Told, basis: Basis, rules: TellingRules) -> Story:
    spoken = speak(told.achievement, basis.context.locale)
    french = basis.context.locale.language == "fr"
    headline = french_headline(spoken.headline, rules.fr) if french else spoken.headline
    asked = french_task(told.holder, told.employer, rules.fr) if french else task(told)
    return Story(
        number=number,
        fact=told.key,
        role=told.holder.key,
        headline=headline,
        situation=spoken.situation,
        task=Discretion(basis.context.secrets).words(asked) or "",
        action=headline if spoken.action == spoken.headline else spoken.action,
        result=spoken.result,
        tags=told.tags,
        confirmed=told.confirmed,
        homework=tuple(_homework(number, told, spoken, rules)),
    )


def _homework(number: int, told: Told, spoken: Spoken, rules: TellingRules) -> Iterator[str]:
    """What the client has to add, the confirmation first; what many cards ask is asked in turn in other words."""
    ask, achievement = rules.ask, told.achievement
    if not told.confirmed:
        yield ask.confirm
    if not spoken.situation:
        yield ask.situation[(number - 1) % len(ask.situation)]
    if not spoken.action:
        yield ask.part
    if not spoken.result and not spoken.split and is_effect(spoken.did):
        yield ask.steps
    elif not spoken.result:
        yield ask.result if spoken.split else ask.split[(number - 1) % len(ask.split)]
    if not numbers(spoken.result or spoken.headline):
        yield ask.measure
    if any(measure.confidence == "estimated" for measure in achievement.measures):
        yield ask.estimate
    if achievement.part == "contributed":
        yield ask.part


def story_blocks(kit: Kit) -> list[Block]:
    """The cards, each with its seconds by part."""
    if not kit.stories:
        return []
    rules = telling_rules(kit.rules)
    by_key = {told.key: told for told in told_of(kit.basis)}
    first: dict[str, int] = {}
    cards = []
    for story in kit.stories:
        before = first.setdefault(story.role, story.number)
        shown = story if before == story.number else replace(story, task=f"As in story {before}.")
        cards.append(_card(shown, by_key[story.fact], rules))
    return [Paragraph(say(rules.advice.stories, _RULE)), *cards]


def _card(story: Story, told: Told, rules: TellingRules) -> Entry:
    source = Source.fact(story.fact)
    holder = (Source.fact(story.role), *((Source.fact(told.employer.key),) if told.employer else ()))
    tags = f"Shows: {', '.join(story.tags)}" if story.tags else ""
    mark = "" if story.confirmed else rules.ask.confirm
    homework = " ".join(ask for ask in story.homework if ask != mark)
    lines = [_part(name, story, rules, source, holder) for name in PARTS]
    if homework:
        lines.append(Line.of([Span("Homework:", style="label"), f" {homework}"], _RULE, source))
    return Entry(
        title=Line.of(f"{story.number}. {story.headline}", source),
        organization=Line.of(where(told), *holder),
        scope=tuple(Line.of(text, source) for text in (mark, tags) if text),
        bullets=tuple(line for line in lines if line),
    )


def _part(name: PartName, story: Story, rules: TellingRules, source: Source, holder: tuple[Source, ...]) -> Line | None:
    text = str(getattr(story, name))
    if name == "action" and text == story.headline:
        text = "The headline, step by step."
    if not text:
        return None
    least, most = rules.part_seconds(name)
    label = Span(f"{_NAMES[name]} ({least}–{most} s):", style="label")
    return Line.of([label, f" {text}"], *(holder if name == "task" else (source,)))


def matrix_blocks(kit: Kit) -> list[Block]:
    """Which story answers which requirement, by number; what none answers is homework."""
    if not kit.placed:
        return []
    rules = telling_rules(kit.rules)
    rows = tuple(_row(kit, index) for index in range(len(kit.placed)))
    header = tuple(say(cell, _RULE) for cell in ("Requirement", "Kind", "Story", "Spare, or what else shows it"))
    blocks: list[Block] = [Paragraph(say(rules.advice.matrix, _RULE)), Table(header, rows)]
    missing = [item.demand for item in kit.placed if item.story is None]
    if missing:
        named = "; ".join(f"“{demand.text}”" for demand in missing)
        blocks.append(labelled("Homework", f"{named}: {rules.ask_demand.missing}", _RULE))
    return blocks


_KINDS = {"must": "must-have", "nice": "nice to have", "competency": "competency"}


def _row(kit: Kit, index: int) -> tuple[Line, ...]:
    item = kit.placed[index]
    demand = item.demand
    by_number = {story.number: story for story in kit.stories}
    asked = Source("posting", f"requirement-{demand.requirement}") if demand.requirement is not None else _RULE
    story = (Source.fact(by_number[item.story].fact),) if item.story is not None else (_RULE,)
    spare = [(str(number), Source.fact(by_number[number].fact)) for number in item.spare]
    spare = spare or _shown(kit, demand)
    return (
        say(demand.text, asked),
        say(_KINDS[demand.kind], asked),
        say("homework" if item.story is None else str(item.story), *story),
        say(", ".join(text for text, _ in spare) or "–", *(tuple(source for _, source in spare) or (_RULE,))),
    )


def _shown(kit: Kit, demand: Demand) -> list[tuple[str, Source]]:
    """What answers a requirement and is no story: a course, a skill that is named."""
    if kit.match is None or demand.requirement is None:
        return []
    evidence = kit.match.rows[demand.requirement].evidence
    told = {story.fact for story in kit.stories} | {story.role for story in kit.stories}
    discretion = Discretion(kit.context.secrets)
    return [
        (f"“{discretion.words(item.quote)}”", Source.fact(item.fact))
        for item in evidence
        if item.fact not in told and discretion.words(item.quote)
    ][:1]
