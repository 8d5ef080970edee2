"""Gates: which of a framework's conditions the client's papers and years fill; soft evidence fills none.

A gate is unmet only where a fact says so; where no fact tells, it is unknown, and says what to ask.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from resumekit.model.resume import Resume
from resumekit.skills.framework import Framework, Gate
from resumekit.skills.gate_courses import judge_courses
from resumekit.skills.gate_years import judge_years
from resumekit.skills.mapping import Mapping
from resumekit.skills.names import holds, words_in
from resumekit.skills.papers import Paper, Standing, iter_papers, renamed_doubt
from resumekit.skills.skill_map import GateResult, State

_BY_STANDING: dict[Standing, tuple[State, str]] = {
    "held": ("met", "held"),
    "passed": ("unmet", "an exam towards it is passed; that is not holding it"),
    "candidate": ("unmet", "a candidate for it"),
    "underway": ("unmet", "still in progress"),
    "expired": ("unmet", "expired"),
    "undated": ("unknown", "no date tells whether it is finished, or still holds"),
}
_EXAM: dict[Standing, tuple[State, str]] = {**_BY_STANDING, "passed": ("met", "passed")}
_ORDER: tuple[State, ...] = ("met", "unknown", "unmet")


@dataclass(frozen=True, slots=True)
class _Case:
    resume: Resume
    papers: tuple[Paper, ...]
    as_of: date | None
    mapping: Mapping


def judge_gates(resume: Resume, framework: Framework, as_of: date | None, mapping: Mapping) -> tuple[GateResult, ...]:
    """Every gate of the framework, in its order."""
    case = _Case(resume, tuple(iter_papers(resume, as_of)), as_of, mapping)
    return tuple(_settled(_judge(gate, case)) for gate in framework.gates)


def _settled(result: GateResult) -> GateResult:
    return result if result.state == "met" or result.ask else replace(result, ask=result.gate.ask)


def _judge(gate: Gate, case: _Case) -> GateResult:
    by_paper = _by_designation(gate, case) or _by_name(gate, case)
    if by_paper and by_paper.state == "met":
        return by_paper
    by_kind: Callable[[Gate, _Case], GateResult | None] | None = {
        "coursework": _courses, "years": _years, "degree": _degree,
    }.get(gate.kind)  # fmt: skip
    other = by_kind(gate, case) if by_kind else None
    if other and (by_paper is None or _ORDER.index(other.state) < _ORDER.index(by_paper.state)):
        return other
    return by_paper or other or GateResult(gate, "unknown", "no fact names it")


def _by_designation(gate: Gate, case: _Case) -> GateResult | None:
    """Who holds a designation has passed what leads to it; the clearest of several papers tells."""
    if not gate.designation:
        return None
    once = [rule.name for rule in case.mapping.renamed if gate.designation in rule.may_be]
    found: list[GateResult] = []
    for paper in case.papers:
        own = paper.is_called(gate.designation)
        if paper.standing not in ("held", "undated") or not (own or paper.is_called(*once)):
            continue
        if doubt := renamed_doubt(paper, gate.designation, case.mapping):
            why = f"{doubt.name} is held; until about {doubt.until} the name also stood for another designation"
            found.append(GateResult(gate, "unknown", why, (paper.fact,), ask=doubt.ask))
        elif own and paper.standing == "held":
            found.append(GateResult(gate, "met", f"{gate.designation} is held, and it asks for this", (paper.fact,)))
        elif own:
            found.append(
                GateResult(gate, "unknown", f"{gate.designation}: {_BY_STANDING['undated'][1]}", (paper.fact,))
            )
    return min(found, key=lambda result: _ORDER.index(result.state), default=None)


def _by_name(gate: Gate, case: _Case) -> GateResult | None:
    """The best of the papers that the gate names; an exam passed towards a designation is not yet this exam."""
    found: list[GateResult] = []
    for paper in case.papers:
        if gate.designation and paper.is_called(gate.designation) and paper.standing != "held":
            state = "unknown" if gate.kind != "membership" else _BY_STANDING[paper.standing][0]
            why = f"{gate.designation}: {_BY_STANDING[paper.standing][1]}"
            found.append(GateResult(gate, state, why, (paper.fact,)))
        elif paper.is_called(*gate.met_by):
            doubt = renamed_doubt(paper, gate.designation, case.mapping)
            table = _EXAM if gate.kind == "exam" else _BY_STANDING
            state, why = table[paper.standing] if doubt is None else ("unknown", "its name once meant another")
            found.append(GateResult(gate, state, why, (paper.fact,), ask=doubt.ask if doubt else None))
    return min(found, key=lambda result: _ORDER.index(result.state), default=None)


def _courses(gate: Gate, case: _Case) -> GateResult:
    return judge_courses(gate, case.resume, case.as_of)


def _years(gate: Gate, case: _Case) -> GateResult:
    return judge_years(gate, case.resume, case.as_of)


def _degree(gate: Gate, case: _Case) -> GateResult | None:
    """A finished degree that the gate names, or of a level that it asks for or above; abroad, as it was assessed."""
    papers = {paper.fact: paper for paper in case.papers}
    found: list[GateResult] = []
    lower: list[str] = []
    for school in case.resume.education:
        if school.confidential:
            continue
        name = school.equivalency or school.credential or ""
        if not _fills(name, gate, case.mapping):
            lower.append(school.key)
            continue
        state, why = _BY_STANDING[papers[school.key].standing]
        found.append(GateResult(gate, state, f"{name}: {'finished' if state == 'met' else why}", (school.key,)))
    if lower and not found:
        return GateResult(gate, "unmet", "no programme stated is a degree of the level asked for", tuple(lower))
    return min(found, key=lambda result: _ORDER.index(result.state), default=None)


def _fills(name: str, gate: Gate, mapping: Mapping) -> bool:
    plain = name.replace(".", "")
    if any(holds(plain, text) for text in gate.met_by):
        return True
    level = _level(plain, mapping)
    asked = min((of for text in gate.met_by if (of := _level(text, mapping)) is not None), default=0)
    return level is not None and level >= asked


def _level(text: str, mapping: Mapping) -> int | None:
    """The level of the degree that a text names, 0 for a bachelor's."""
    words = words_in(text.replace("’", "'"))
    bare = {form.removesuffix("'s") for word in words for form in (word.lemma, word.form)}
    levels = [place for place, names in enumerate(mapping.degrees.values()) if bare & set(names)]
    return max(levels, default=None)
