"""Label ranker: matches of a framework that has labels alone, as the engine gives them for one that has cues."""

from __future__ import annotations

from math import log

from resumekit.skills.framework import Framework
from resumekit.skills.labels import LabelIndex, Ranked
from resumekit.skills.match import Band, Contribution, Match, sigmoid

BASE = -3.0
PER_SCORE = 2.0
"""Log-odds before anything is read, and for each unit of score: set by hand, so that probabilities keep the order."""
CEILING = 0.6
LEAST_COVERAGE = 0.6
"""A competency is suggested when this much of a label's rarity is in the text, by two words or more."""
WHOLE = 0.999
MOST = 10


class LabelRanker:
    """Ranks by labels: "partial" at most, where all words of a label stand in the text, and else "suggested"."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self._index = LabelIndex(framework)

    def rank(self, text: str) -> tuple[Match, ...]:
        """The competencies whose labels a text holds wholly or mostly, the nearest first."""
        return tuple(self._match(ranked) for ranked in self._index.rank(text, MOST) if _is_enough(text, ranked))

    def _match(self, ranked: Ranked) -> Match:
        competency = self.framework.by_id[ranked.competency]
        whole = ranked.coverage >= WHOLE
        band: Band = "partial" if whole else "suggested"
        probability = min(sigmoid(BASE + PER_SCORE * ranked.score), CEILING)
        base = Contribution("base", "before anything is read", BASE)
        odds = log(probability / (1 - probability))
        said = Contribution("coverage", f"{ranked.coverage:.0%} of the label: {ranked.label}", odds - BASE)
        term = competency.usual_term
        return Match(
            competency.id,
            competency.group,
            probability,
            band,
            "equivalent" if whole else "adjacent",
            term,
            ranked.spans,
            (said, base) if abs(said.weight) > abs(BASE) else (base, said),
        )


def _is_enough(text: str, ranked: Ranked) -> bool:
    if ranked.coverage >= WHOLE:
        return True
    words = {text[span.start : span.end].lower() for span in ranked.spans}
    return ranked.coverage >= LEAST_COVERAGE and len(words) > 1


def has_labels_alone(framework: Framework) -> bool:
    """Whether the framework gives no cues, so that only its labels can be found."""
    return not any(competency.cues for competency in framework.competencies)
