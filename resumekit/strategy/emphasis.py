"""What each achievement is worth to a target, part by part."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from resumekit.model.achievement import Achievement
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.strategy.history import History
from resumekit.strategy.rules import ValueWeights
from resumekit.strategy.shown import Shown, relevance_of

_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|halved|doubled|tripled"
    r"|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|douzaine|moitié)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$€£]\s?\d|\d\s?(?:k|M|G|million|billion|millions?|milliards?)?\s?(?:de\s)?[$€£]")
_MONEY_UNIT = re.compile(r"[$€£¥]|CAD|USD|EUR|GBP", re.IGNORECASE)
# Words that every posting and every bullet has; they say nothing about relevance.
_COMMON = frozenset(
    "a about across all an and any are as at be been by for from has have in into is it its must new of on or our out "
    "over own per team that the their them this through to up was we were which who will with within work working you "
    "your job role requirements required experience years including ability skills strong equal opportunity employer "
    "au aux avec ce ces dans de des du en est et la le les leur ou par pour qui sa ses son sur un une".split()
)
# A role that ended this long ago counts nothing for recency.
RECENCY_YEARS = 15
HALF_RELEVANT = 2
"""So many words in common with the target make half of the full relevance."""


@dataclass(frozen=True, slots=True)
class Value:
    """Shares from 0 to 1, and their weighted sum."""

    relevance: float
    measured: float
    recency: float
    uniqueness: float
    total: float


def words_of(text: str) -> frozenset[str]:
    """The telling words of a text, lower case, a plural s and accents taken off."""
    found = set()
    for match in _WORD.findall(text):
        plain = "".join(c for c in unicodedata.normalize("NFKD", match.lower()) if not unicodedata.combining(c))
        if plain not in _COMMON:
            found.add(plain[:-1] if plain.endswith("s") and len(plain) > 3 else plain)
    return frozenset(found)


def target_words(target: Target | None, posting: str = "") -> frozenset[str]:
    """The words that make a fact relevant: the target's title, field, sector and posting."""
    if target is None:
        return frozenset()
    return words_of(" ".join(part for part in (target.role, target.field, target.sector, posting) if part))


def value_achievements(
    resume: Resume,
    history: History,
    wanted: frozenset[str],
    weights: ValueWeights,
    shown: Mapping[str, tuple[Shown, ...]] | None = None,
    wished: frozenset[str] = frozenset(),
) -> dict[str, Value]:
    """The value of every achievement of every role, by its key.

    Relevance goes by the words in common with `wanted`; where a map says what is `shown`, by that, and by the words in
    common with `wished`, those of the posting.
    """
    said = {achievement.key: said_words(achievement) for held in history.held for achievement in held.role.achievements}
    spread = Counter(word for words in said.values() for word in words)
    values = {}
    for held in history.held:
        age = history.years_since(held)
        for achievement in held.role.achievements:
            words = said[achievement.key]
            if shown is None:
                relevance = share_of_words(words, wanted) if wanted else 0.5
            else:
                asked = share_of_words(words, wished) if wished else None
                relevance = relevance_of(shown.get(achievement.key, ()), asked)
            measured = _measured(achievement)
            recency = max(0.0, 1 - age / RECENCY_YEARS)
            uniqueness = sum(1 for word in words if spread[word] == 1) / len(words) if words else 0.0
            total = (
                weights.relevance * relevance
                + weights.measured * measured
                + weights.recency * recency
                + weights.uniqueness * uniqueness
            )
            values[achievement.key] = Value(relevance, measured, recency, uniqueness, round(total, 6))
    return values


def share_of_words(words: frozenset[str], wanted: frozenset[str]) -> float:
    """How much of what is wanted some words say: each further one less than the one before; no number says it all."""
    hits = len(words & wanted)
    return hits / (hits + HALF_RELEVANT)


def said_words(achievement: Achievement) -> frozenset[str]:
    """The telling words of an achievement and of the skills that it names."""
    return words_of(_all_words(achievement))


def _all_words(achievement: Achievement) -> str:
    parts = (achievement.text, achievement.action, achievement.result, *achievement.skills)
    return " ".join(part for part in parts if part)


def _measured(achievement: Achievement) -> float:
    """1 for a change from one figure to another, 0.9 for money, 0.8 for a figure, 0.4 for a result without, else 0."""
    solid = [measure for measure in achievement.measures if measure.confidence != "placeholder"]
    if any(measure.start is not None for measure in solid):
        return 1.0
    said = achievement.text or achievement.result or ""
    if _MONEY.search(said) or any(measure.unit and _MONEY_UNIT.fullmatch(measure.unit) for measure in solid):
        return 0.9
    if solid or _FIGURE.search(said):
        return 0.8
    return 0.4 if achievement.result else 0.0
