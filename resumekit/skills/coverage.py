"""Coverage: evidence gathered by competency and area, each holder counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from resumekit.skills.evidence import Statement
from resumekit.skills.framework import Competency, Framework, Group
from resumekit.skills.mapping import Least, Mapping
from resumekit.skills.match import BANDS, Band, Match
from resumekit.skills.names import NameReader, accepted
from resumekit.skills.skill_map import AreaCoverage, CompetencyCoverage, Evidence, weaker
from resumekit.skills.strength import weigh


class Ranker(Protocol):
    """What finds competencies in a text: an Engine, or another that is asked the same way."""

    def rank(self, text: str) -> tuple[Match, ...]:
        """The competencies that a text is evidence for, the most probable first."""
        ...


def gather(
    statements: Iterable[Statement], framework: Framework, ranker: Ranker, mapping: Mapping, as_of: date | None
) -> dict[str, tuple[Evidence, ...]]:
    """By competency, the evidence for it, the strongest first; a text that stands twice is read once."""
    names = NameReader(framework, mapping.paper.probability)
    seen: dict[tuple[str, bool], tuple[Match, ...]] = {}
    found: dict[str, dict[tuple[str, str], Evidence]] = defaultdict(dict)
    for statement in statements:
        key = statement.text, statement.is_paper
        if key not in seen:
            seen[key] = _paper_matches(statement.text, names, ranker) if statement.is_paper else ranker.rank(key[0])
        for match in seen[key]:
            if match.band == "suggested" and (statement.is_paper or match.probability < mapping.coverage.hint):
                continue
            if statement.source not in accepted(framework, framework.by_id[match.competency]):
                continue
            for evidence in _evidence(statement, match, framework, mapping, as_of):
                _keep_stronger(found[evidence.match.competency], evidence)
    return {name: tuple(sorted(items.values(), key=_order)) for name, items in found.items()}


def _paper_matches(text: str, names: NameReader, ranker: Ranker) -> tuple[Match, ...]:
    """By the words of a competency, else by the engine, and never more than partial."""
    best = {match.competency: replace(match, band=weaker(match.band, "partial")) for match in ranker.rank(text)}
    best |= {match.competency: match for match in names.read(text)}
    return tuple(best.values())


def _evidence(
    statement: Statement, match: Match, framework: Framework, mapping: Mapping, as_of: date | None
) -> Iterator[Evidence]:
    """The match, and what it shows besides: an enabling competency, as a shape shared and never more than partial."""
    yield weigh(statement, match, as_of, mapping)
    if statement.is_paper:
        return
    for name in framework.by_id[match.competency].shows:
        shown = framework.by_id[name]
        if statement.source not in accepted(framework, shown):
            continue
        term = shown.usual_term
        as_shown = replace(
            match, competency=name, group=shown.group, relation="adjacent", term=term,
            band=weaker(match.band, "partial"),
        )  # fmt: skip
        yield weigh(statement, as_shown, as_of, mapping, match.competency)


def _keep_stronger(items: dict[tuple[str, str], Evidence], evidence: Evidence) -> None:
    """Of one fact for one competency, the strongest text and way stays: what counts before what does not."""
    key = evidence.holder, evidence.fact
    if key not in items or _order(evidence) < _order(items[key]):
        items[key] = evidence


def _order(evidence: Evidence) -> tuple[bool, float, str, str, str]:
    return not evidence.counts, -evidence.strength, evidence.fact, evidence.text, evidence.via or ""


def cover(
    framework: Framework, evidence: dict[str, tuple[Evidence, ...]], mapping: Mapping
) -> tuple[AreaCoverage, ...]:
    """Every group of the framework with its competencies, in the framework's order."""
    return tuple(
        _area(
            group,
            tuple(
                _competency(item, evidence.get(item.id, ()), mapping.coverage)
                for item in framework.competencies
                if item.group == group.id
            ),
        )
        for group in framework.groups
    )


def _competency(competency: Competency, evidence: tuple[Evidence, ...], least: Least) -> CompetencyCoverage:
    best: dict[str, float] = {}
    for item in evidence:
        if item.counts:
            best[item.holder] = max(best.get(item.holder, 0.0), item.strength)
    missing = 1.0
    for holder in sorted(best):  # always in one order, so that rounding can never make less into more
        missing *= 1.0 - best[holder]
    coverage = 1.0 - missing
    return CompetencyCoverage(competency, coverage, _band(coverage, evidence, least), evidence)


def _band(coverage: float, evidence: Sequence[Evidence], least: Least) -> Band:
    """Demonstrated asks for a deed that is; a shared shape, a credential or coursework is never more than partial."""
    done = any(item.match.band == "demonstrated" and item.grade in ("A", "B") for item in evidence)
    if done and coverage >= least.demonstrated:
        return "demonstrated"
    if coverage >= least.partial:
        return "partial"
    return "suggested" if evidence else "gap"


def _area(group: Group, members: tuple[CompetencyCoverage, ...]) -> AreaCoverage:
    weight = sum(item.competency.weight for item in members)
    mean = sum(item.competency.weight * item.coverage for item in members) / weight if weight else 0.0
    best = min(members, key=lambda item: (BANDS.index(item.band), -item.coverage), default=None)
    if best is not None and not best.evidence:
        best = None
    return AreaCoverage(group, mean, best, best.band if best else "gap", members)
