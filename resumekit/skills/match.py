"""Match: a competency found in a text, with everything that spoke for and against it."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import Literal

from resumekit.skills.framework import Relation

Band = Literal["demonstrated", "partial", "suggested", "gap"]
BANDS: tuple[Band, ...] = ("demonstrated", "partial", "suggested", "gap")
"""The strongest first."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place of the text that was read, by characters: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """One term of the sum behind a probability, in log-odds. `span` is None for what stands in no single place."""

    kind: Literal["cue", "coverage", "words", "base", "rival"]
    words: str
    weight: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A competency that a text is evidence for.

    The weights of `contributions` add up to the log-odds of `probability`, exactly. They come the heaviest first.
    `spans` are the source phrases, in the order of the text: the cues found, or else the words that weighed most.
    """

    competency: str
    group: str
    probability: float
    band: Band
    relation: Relation
    term: str
    spans: tuple[Span, ...]
    contributions: tuple[Contribution, ...]

    def quote(self, text: str) -> str:
        """The source phrases as they stand in the text, parted by an ellipsis."""
        return " … ".join(text[span.start : span.end] for span in self.spans)


def sigmoid(log_odds: float) -> float:
    """The probability of log-odds."""
    if log_odds < 0:
        return exp(log_odds) / (1 + exp(log_odds))
    return 1 / (1 + exp(-log_odds))
