"""What a funnel is read by and what the reading says: rules, rates with their intervals, findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from resumekit.career.binomial import Interval
from resumekit.career.funnel_counts import FunnelCounts
from resumekit.text.amount import percent
from resumekit.text.tables import DataTable

Stage = Literal["application", "interview", "offer", "referral", "untargeted", "timing"]
Level = Literal["info", "watch", "act"]
Code = Literal[
    "nothing-sent", "none-targeted", "too-early", "watch", "documents-or-targeting", "application-rate",
    "interviews-too-early", "interview-coaching", "interviews-likely", "interviews-strong", "interview-rate",
    "offers-off-plan", "offers-plan-unknown", "offers-on-plan", "referrals", "untargeted", "recent", "late",
]  # fmt: skip
Probability = Annotated[float, Field(gt=0, lt=1)]
Count = Annotated[int, Field(ge=0, le=100_000)]


class FindingWords(DataTable):
    """A finding's level and its standing words."""

    level: Level
    says: str
    do: str


class FunnelRules(DataTable):
    """Every number and standing word of the reading. Rates and shares run from 0 to 1."""

    application_rate: Probability
    interview_rate: Probability
    confidence: Probability
    unlikely: Probability
    likely: Probability
    watch_from: Count
    documents_from: Count
    coaching_from: Count
    interviews_from: Count
    interviews_strong_from: Count
    prompt_days: Count
    late_share: Annotated[float, Field(ge=0, le=1)]
    recent_days: Count
    few_clients: Count
    finding: dict[Code, FindingWords]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of those that reached a stage left it well. `interval` is None where none reached it."""

    stage: Stage
    successes: int
    trials: int
    interval: Interval | None
    confidence: float

    def told(self) -> str:
        """Share and interval: "18%, 95% interval 6 to 41%"; "" where none reached the stage."""
        if self.interval is None:
            return ""
        return f"{percent(self.interval.rate)}, {percent(self.confidence)} interval {span(self.interval)}"

    def sentence(self, noun: str, led: str = "led to an interview") -> str:
        """The counts as a sentence: "None of 17 applications led to an interview (0%, …)"."""
        if self.trials == 1:
            return f"The only {noun} {led}." if self.successes else f"One {noun}, and it has not {led}."
        few = str(self.successes or "None")
        return f"{few} of {self.trials} {plural(noun)} {led} ({self.told()})."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the counts say; `says` holds the counts and, at its end, the `verdict`.

    `p` is how often so few, or fewer, come by chance at the rate `assumed`.
    """

    code: Code
    stage: Stage
    level: Level
    says: str
    verdict: str
    do: str
    argument: str = ""
    rate: Rate | None = None
    p: float | None = None
    assumed: float | None = None


@dataclass(frozen=True, slots=True)
class FunnelReading:
    """The rates by stage, what they say, and what is odd about the numbers as a whole."""

    counts: FunnelCounts
    rates: tuple[Rate, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[str, ...]
    rules: FunnelRules

    def rate(self, stage: Stage) -> Rate | None:
        return next((rate for rate in self.rates if rate.stage == stage), None)

    def finding(self, stage: Stage) -> Finding | None:
        """The first finding of a stage: its verdict."""
        return next((finding for finding in self.findings if finding.stage == stage), None)


def span(interval: Interval) -> str:
    """Both ends in whole percent: "6 to 41%"."""
    return f"{100 * interval.low:.0f} to {100 * interval.high:.0f}%"


def many(number: int, noun: str) -> str:
    """A number with its noun: "1 offer", "no offers", "12 offers"."""
    return f"{number or 'no'} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """The plural of a noun that may have words behind it: "applications sent unchanged"."""
    first, sent, rest = noun.partition(" sent ")
    return f"{first}s{sent}{rest}"
