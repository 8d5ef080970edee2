"""Situations: which of the ten hold for a client and a target, with the test that fired."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from resumekit.strategy.observe import Observed
from resumekit.strategy.rules import SituationRule, SituationRules


@dataclass(frozen=True, slots=True)
class Fired:
    """A situation that holds: its number, what was seen, and the facts that it was seen in."""

    number: int
    name: str
    told: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """An answer that is missing, where it would be written, and what it would change."""

    missing: str
    where: str
    would_change: str


_Test = Callable[[Observed, SituationRules], str | None]
"""What was seen when the situation holds, else None."""


def _executive(seen: Observed, rules: SituationRules) -> str | None:
    level = seen.target_level
    least = rules.thresholds.executive_level
    return f"the target's level is {level}" if level is not None and level >= least else None


def _career_change(seen: Observed, rules: SituationRules) -> str | None:
    if not seen.field_change:
        return None
    return f"the target's field is {seen.target_field}, the last role's {seen.last_field}"


def _military(seen: Observed, rules: SituationRules) -> str | None:
    return "the client says so" if "military" in seen.circumstances else None


def _newcomer(seen: Observed, rules: SituationRules) -> str | None:
    return "the client says so" if "newcomer" in seen.circumstances else None


def _returner(seen: Observed, rules: SituationRules) -> str | None:
    gap = seen.gap_now
    if not seen.has_break or gap is None or gap < rules.thresholds.returner_gap_months:
        return None
    return f"a stated career break, {gap} months since the last role"


def _graduate(seen: Observed, rules: SituationRules) -> str | None:
    if seen.career_years >= rules.thresholds.graduate_years or not seen.has_study:
        return None
    return f"{seen.career_years:.1f} years of work, co-op terms and junior jobs apart"


def _step_down(seen: Observed, rules: SituationRules) -> str | None:
    delta = seen.level_delta
    return f"the target lies {-delta} level(s) below the best held" if delta is not None and delta <= -1 else None


def _short_job(seen: Observed, rules: SituationRules) -> str | None:
    return seen.short_told if seen.short_role else None


def _step_up(seen: Observed, rules: SituationRules) -> str | None:
    delta = seen.level_delta
    return f"the target lies {delta} level(s) above the best held" if delta is not None and delta >= 1 else None


def _lateral(seen: Observed, rules: SituationRules) -> str | None:
    if seen.level_delta != 0 or seen.field_change:
        return None
    return "the target's level is the best held" + ("" if seen.field_change is None else ", its field the same")


_TESTS: dict[int, _Test] = {
    1: _executive, 2: _career_change, 3: _military, 4: _newcomer, 5: _returner,
    6: _graduate, 7: _step_down, 8: _short_job, 9: _step_up, 10: _lateral,
}  # fmt: skip


def detect_situations(seen: Observed, rules: SituationRules, named: int | None = None) -> tuple[Fired, ...]:
    """Every situation that holds, the primary one first; the one that the coach named goes before all.

    Empty when none holds, as when the target's level or field is not known.
    """
    fired = []
    for number in rules.order_of_detection:
        told = _TESTS[number](seen, rules)
        if told and number != named:
            fired.append(Fired(number, rules.situation[number].name, told, _facts(seen, number)))
    if named is not None:
        told = _TESTS[named](seen, rules)
        words = f"the coach names it; {told}" if told else "the coach names it"
        fired.insert(0, Fired(named, rules.situation[named].name, words, _facts(seen, named)))
    return tuple(fired)


def _facts(seen: Observed, number: int) -> tuple[str, ...]:
    target = (seen.target_key,) if seen.target_key else ()
    best = (seen.best_role,) if seen.best_role else ()
    last = (seen.last_role,) if seen.last_role else ()
    by_number = {
        1: target, 2: (*target, *last), 3: (), 4: (), 5: (*seen.breaks, *last), 6: seen.study,
        7: (*target, *best), 8: (*last, *((seen.before_role,) if seen.before_role else ())),
        9: (*target, *best), 10: (*target, *best),
    }  # fmt: skip
    return by_number[number]


def ask(seen: Observed) -> tuple[Question, ...]:
    """What is not known and would change the strategy; nothing is guessed in its place."""
    questions = []
    if not seen.target_key:
        questions.append(
            Question("no target", "targets:", "everything: without a target there is nothing to select by")
        )
        return tuple(questions)
    if seen.target_level is None:
        change = "whether this is a step up, a step down, lateral, or an executive search"
        questions.append(Question("the target's level (0–8)", "targets: … level:", change))
    if seen.best_level is None and seen.last_role:
        change = "whether this is a step up, a step down or lateral"
        questions.append(Question("the level of the roles of the last five years", "experience: … level:", change))
    if not seen.target_field:
        questions.append(
            Question("the target's field", "targets: … field:", "whether this is a career change, and what is relevant")
        )
    if not seen.last_field and seen.last_role:
        questions.append(
            Question("the field of the last role", "experience: … field:", "whether this is a career change")
        )
    if not seen.target_sector:
        questions.append(
            Question("the target's sector", "targets: … sector:", "which achievements count as close to the target")
        )
    if not seen.has_now:
        questions.append(
            Question("the day of these facts", "as_of:", "how recent each role is, and gaps since the last")
        )
    return tuple(questions)


def situation_rule(rules: SituationRules, fired: tuple[Fired, ...]) -> SituationRule:
    """The row of the primary situation; a lateral move's where none holds."""
    return rules.situation[fired[0].number if fired else 10]
