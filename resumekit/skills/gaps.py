"""Gaps: what to do, and what to ask, where evidence is missing; the best use of an hour first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby

from resumekit.skills.cue import lemmas_of
from resumekit.skills.framework import Competency, Cue, Framework
from resumekit.skills.mapping import Questions
from resumekit.skills.pattern import Element
from resumekit.skills.skill_map import AreaCoverage, CompetencyCoverage, Evidence, Gap, Question
from resumekit.text.verbs import sense, verbs

_SMALLEST_QUESTION = 2
_LONGEST_PART = 24
"""So many words of a fact are quoted in a question."""


def shares(framework: Framework) -> dict[str, float]:
    """For each competency, its share in all: its own in its group, times the group's among those of its kind, times
    the kind's among all, which goes by how many competencies it has. They add up to one.
    """
    items = framework.competencies
    kinds = Counter(framework.kind_of(item) for item in items)
    in_group: dict[str, float] = defaultdict(float)
    for item in items:
        in_group[item.group] += item.weight
    found = {}
    for item in items:
        group, kind = framework.group_by_id[item.group], framework.kind_of(item)
        of_kind = sum(other.weight for other in framework.groups if other.kind == kind and other.id in in_group)
        found[item.id] = item.weight / in_group[item.group] * group.weight / of_kind * kinds[kind] / len(items)
    return found


def rank_gaps(framework: Framework, areas: Iterable[AreaCoverage]) -> tuple[Gap, ...]:
    """Every action of a competency that is not demonstrated, by weight x (1 - coverage) x closes / effort.

    `closes` is the share of what is missing that the action makes good, so that the value is coverage won per hour.
    """
    weight = shares(framework)
    found = []
    for item in _open(areas):
        missing = weight[item.competency.id] * (1 - item.coverage)
        found += [
            Gap(item.competency.id, action, missing * action.closes / action.effort)
            for action in item.competency.actions
        ]
    return tuple(sorted(found, key=lambda gap: -gap.value))


def rank_questions(framework: Framework, areas: Iterable[AreaCoverage], rules: Questions) -> tuple[Question, ...]:
    """What to ask about competencies without evidence that counts, and no more than a client can answer.

    Required ones first; then area by area in turn, so that none is forgotten, a hint in the facts before a blank. A
    second question about a competency comes only after the first about every other.
    """
    weight, areas = shares(framework), list(areas)
    hints = _hints(areas, rules)
    turns: list[tuple[bool, int, float, CompetencyCoverage]] = []
    for area in areas:
        silent = [item for item in _open([area]) if not item.counted]
        silent.sort(key=lambda item: (item.competency.id not in hints, -weight[item.competency.id]))
        turns += [
            (not item.competency.required, turn, -weight[item.competency.id], item) for turn, item in enumerate(silent)
        ]
    asked = [_questions(item.competency, hints, rules) for *_, item in sorted(turns, key=lambda turn: turn[:3])]
    rounds = max(map(len, asked), default=0)
    told: dict[str, Question] = {}
    for number in range(rounds):
        for question in (questions[number] for questions in asked if number < len(questions)):
            told.setdefault(question.text.casefold(), question)
    return tuple(told.values())[: rules.most]


def _open(areas: Iterable[AreaCoverage]) -> list[CompetencyCoverage]:
    return [item for area in areas for item in area.competencies if item.band != "demonstrated"]


def _hints(areas: Iterable[AreaCoverage], rules: Questions) -> dict[str, Evidence]:
    """By competency, the deed that may have been it: likely enough, and each fact for its likeliest one alone."""
    found = [
        evidence
        for item in _open(areas)
        if not item.counted
        for evidence in item.evidence
        if evidence.via is None
        and evidence.source in ("bullet", "volunteering")
        and evidence.match.probability >= rules.least_hint
    ]
    kept: dict[str, Evidence] = {}
    facts: set[str] = set()
    for evidence in sorted(found, key=lambda one: (-one.match.probability, one.match.competency, one.fact)):
        if evidence.fact not in facts and evidence.match.competency not in kept:
            kept[evidence.match.competency] = evidence
            facts.add(evidence.fact)
    return kept


def _questions(competency: Competency, hints: Mapping[str, Evidence], rules: Questions) -> list[Question]:
    """A hint in the facts first, then the framework's own questions, then one made from the heaviest fitting cue."""
    hint = [
        Question(
            competency.id, f"“{_quoted(evidence)}”: did that include {_lowered(competency.name)}?", (evidence.fact,)
        )
        for evidence in (hints.get(competency.id),)
        if evidence
    ]
    own = [Question(competency.id, text) for text in competency.questions]
    if own:
        return [*hint, *own]
    cue = _question_of(competency, rules)
    return [*hint, Question(competency.id, cue)] if cue else hint


def _quoted(evidence: Evidence) -> str:
    words = evidence.said.split()
    return " ".join(words[:_LONGEST_PART]).rstrip(".,;:") + (" …" if len(words) > _LONGEST_PART else "")


def _lowered(name: str) -> str:
    first = name.split(maxsplit=1)[0]
    return name if first.isupper() and len(first) > 1 else name[0].lower() + name[1:]


def _question_of(competency: Competency, rules: Questions) -> str | None:
    """A "Did you … ?", from the first of its heaviest cues that opens with a verb and has no gaps."""
    order = sorted(
        (cue for cue in competency.cues if cue.relation != "adjacent"),
        key=lambda cue: (-cue.weight, cue.relation != "direct"),
    )
    return next((text for cue in order if (text := _asked(cue, rules.words))), None)


def _asked(cue: Cue, most: int) -> str | None:
    written = [part for part in cue.pattern.lower().split() if part not in ("_", "..")]
    elements = lemmas_of(cue.pattern)
    if len(written) != len(cue.pattern.split()) or not _SMALLEST_QUESTION <= len(written) <= most:
        return None
    first = elements[0].words & verbs().keys()
    if elements[0].kind != "lemma" or not first or (first & sense("noun") and elements[1].kind != "class"):
        return None  # "charge nurse" is no deed, "schedule <staff>" is one
    words = [_said(part) for part in written]
    words[0] = _verb(written[0], elements[0])
    told = [word for word, _ in groupby(words)]
    return f"Did you {' '.join(told)}?"


def _verb(part: str, element: Element) -> str:
    return next((word for word in part.split("|") if word in verbs()), min(element.words & verbs().keys()))


def _said(part: str) -> str:
    """A word of a pattern as it is said: the first of several; a class by its name."""
    return part.strip("<>=").split("|")[0].replace("-", " ")
