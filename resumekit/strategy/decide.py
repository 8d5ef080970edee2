"""Decide the strategy: facts and target → what leads, what shrinks, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.strategy.case import Case
from resumekit.strategy.emphasis import target_words, value_achievements, words_of
from resumekit.strategy.evidence import group_evidence
from resumekit.strategy.framed import bridge_terms, leading_terms, look_at_map
from resumekit.strategy.history import History, read_history
from resumekit.strategy.observe import Observed, observe
from resumekit.strategy.placement import SECTIONS, leading_credentials, order_sections
from resumekit.strategy.rules import Rules, SituationRules, load_rules, load_situations
from resumekit.strategy.short_job import short_jobs
from resumekit.strategy.situation import ask, detect_situations, situation_rule
from resumekit.strategy.strategy import Format, Left, Strategy, Treated
from resumekit.strategy.treatment import choose_highlights, hold_short_job, treat

if TYPE_CHECKING:
    from resumekit.skills.skill_map import SkillMap

LEFT_BY_TARGET = "the target leaves it out"
_LISTS = {"competencies": "skills", "earlier": "", "evidence": ""}
"""The list of the resume that a section is made from, where its name is another."""

MOST_PAGES = 50
"""The limit where no target sets one."""


def decide(
    resume: Resume, target: Target | None = None, *, as_of: date | None = None, posting: str = "",
    rules: Rules | None = None, situations: SituationRules | None = None,
    skill_map: SkillMap | None = None, locale: str | None = None,
) -> Strategy:  # fmt: skip
    """The strategy for one target, or for none: then there is nothing to select by, and every fact is shown.

    Args:
        as_of: the day it is seen from; the file's own `as_of`, or its newest date, where it is None.
        posting: the posting's text, when it came from a file.
        rules, situations: the numbers and the ten situations; the shipped ones by default.
        skill_map: what the facts show of the target's framework; without one, words in common tell what is relevant.
        locale: the language of the page, over the target's and the file's; a framework of another lends no words.
    """
    situations = situations or load_situations()
    case = _open(resume, target, as_of, posting, rules or load_rules(), situations)
    if skill_map is not None:
        look_at_map(case, skill_map, locale)
    chosen = _format(case)
    groups = group_evidence(case) if chosen != "chronological" else ()
    highlights = choose_highlights(case)
    taken = frozenset((*highlights, *(key for group in groups for key in group.achievements)))
    leading = leading_credentials(case)
    skills = _competencies(case)
    roles = _roles(case, taken, situations.integrator.word_share)
    return Strategy(
        format=chosen,
        profile=case.length,
        situations=case.fired,
        questions=ask(case.seen),
        sections=order_sections(
            case, credentials_first=bool(leading), highlights=bool(highlights), evidence=bool(groups)
        ),
        roles=roles,
        groups=groups,
        highlights=highlights,
        competencies=skills,
        leading=tuple(item.key for item in leading),
        bridge=bridge_terms(case),
        leading_terms=leading_terms(case, skills),
        post_nominals=tuple(item.key for item in leading if item.status == "designated" and item.short),
        proofs=_proofs(case, frozenset(highlights), roles),
        pages=_pages(case),
        left=(*case.left, *_unsaid(case)),
        reasons=tuple(case.reasons),
        warnings=tuple(case.warnings),
        short_jobs=short_jobs(case, situations.integrator) if target else (),
        parts=case.values,
    )


def _roles(case: Case, taken: frozenset[str], share: float) -> dict[str, Treated]:
    """How each role is shown that the target does not leave out, the newest first."""
    for held in case.history.held:
        if held not in case.kept():
            case.leave(held.role.key, LEFT_BY_TARGET)
    roles = {held.role.key: treat(case, index, held, taken) for index, held in enumerate(case.kept())}
    return hold_short_job(case, roles, share)


def _open(
    resume: Resume, target: Target | None, as_of: date | None, posting: str, rules: Rules, situations: SituationRules
) -> Case:
    history = read_history(resume, as_of)
    seen = observe(resume, target, history, situations)
    fired = detect_situations(seen, situations, target.situation) if target is not None else ()
    posting = posting or (target.posting if target and target.posting else "")
    wanted = target_words(target, posting)
    length = _length(seen, history, bool(fired) and fired[0].number == 2)
    case = Case(
        resume=resume,
        target=target,
        posting=posting,
        rules=rules,
        history=history,
        seen=seen,
        fired=fired,
        situation=situation_rule(situations, fired),
        length=length,
        profile=getattr(rules, length),
        values=value_achievements(resume, history, wanted, rules.value),
        wanted=wanted,
        omit=frozenset(target.omit) if target else frozenset(),
    )
    for item in fired:
        case.because(f"situation {item.number}, {item.name}", item.told, *item.facts)
    case.because("length", f"the length of '{case.profile.summary}'")
    return case


def _length(seen: Observed, history: History, is_change: bool) -> str:
    """Which row of the length table holds."""
    level, years = max(seen.best_level or 0, 0), history.career_years
    if (seen.target_level or 0) >= 7 or level >= 7:
        return "executive"
    if is_change:
        return "change"
    if level >= 5:
        return "senior"
    if years < 2:
        return "student"
    return "early" if years < 5 else "experienced"


def _format(case: Case) -> Format:
    """The situation's; the coach's where the target says so, with a warning for a functional one."""
    target = case.target
    if target and target.format:
        case.because("format", f"the coach decides: {target.format}", target.key)
        if target.format == "functional":
            case.warnings.append(
                "a functional resume hides the history: readers take it for hiding, and parsers lose the dates"
            )
        return target.format
    if case.primary == 5 and (case.seen.gap_now or 0) > 36:
        case.warnings.append("out of work for over three years: retraining first would serve better than any format")
    if case.fired:
        case.because("format", f"{case.situation.format}: {case.situation.name}")
        return case.situation.format
    if target is not None:
        case.warnings.append("no situation could be told: chronological; see the questions")
    return "chronological"


def _pages(case: Case) -> int:
    if case.target is None:
        case.because("no target", "no target is stated: every fact is shown, on as many pages as it takes")
        return MOST_PAGES
    if case.target.pages:
        case.because("pages", f"{case.target.pages} page(s) at most, as the target says", case.target.key)
        return case.target.pages
    case.because("pages", f"{case.profile.pages[1]} page(s) at most")
    return case.profile.pages[1]


def _competencies(case: Case) -> tuple[str, ...]:
    """The skills that are shown: those that the target's words ask for first, then as the file has them."""
    skills = [skill for skill in case.resume.skills if not case.is_omitted(skill.key)]
    ranked = sorted(
        skills, key=lambda skill: -min(len(words_of(" ".join((skill.name, *skill.terms))) & case.wanted), 3)
    )
    most, count = case.rules.limits.competencies[1], 0
    chosen: list[str] = []
    for skill in ranked:
        size = max(len(skill.terms), 1)
        if chosen and count + size > most and case.target:
            case.leave(skill.key, f"at most {most} terms under skills")
            continue
        chosen.append(skill.key)
        count += size
    return tuple(chosen)


def _proofs(case: Case, highlights: frozenset[str], roles: Mapping[str, Treated]) -> tuple[str, ...]:
    """The strongest measured achievements, for the profile; the ones set apart as highlights are not said twice."""
    keys = [
        key for held in case.kept()
        if held.role.key != case.seen.short_role and roles[held.role.key].treatment == "full" for key in case.ranked(held)
        if key not in highlights and case.values[key].measured >= 0.8
    ]  # fmt: skip
    return tuple(sorted(keys, key=lambda key: -case.values[key].total))


def _unsaid(case: Case) -> list[Left]:
    """What else the target leaves out, by id or with its whole section; and employers that nothing is known of."""
    told = {left.fact for left in case.left}
    by_section = [
        fact.key for name in SECTIONS if name in case.omit for fact in getattr(case.resume, _LISTS.get(name, name), ())
    ]
    by_id = [key for key in case.resume.facts if case.is_omitted(key)]
    bare = [employer.key for employer in case.resume.experience if not employer.roles]
    left = dict.fromkeys([*by_section, *by_id], LEFT_BY_TARGET) | dict.fromkeys(bare, "no role is stated")
    return [Left(key, why) for key, why in left.items() if key not in told]
