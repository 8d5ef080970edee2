"""What a fit is worth: the measures it is judged by, and the report of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.fit.bullet import NONE, Bullet
from resumekit.skills.match import Match
from resumekit.skills.weights import Bands, Weights

MOST_FALSE_ALARMS = 0.07
LEAST_PRECISION = 0.96
"""What the bands are set by, on bullets of hands the fit did not see; stricter than what is asked, for others write
otherwise than they do."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Calibrated log-odds of bullets (bullets × classes), with what they should be."""

    log_odds: np.ndarray
    classes: list[str]
    areas: list[str]
    bullets: list[Bullet]

    def of(self, occupations: Collection[str]) -> Scores:
        """Those of these occupations alone."""
        rows = [row for row, bullet in enumerate(self.bullets) if bullet.occupation in occupations]
        return Scores(self.log_odds[rows], self.classes, self.areas, [self.bullets[row] for row in rows])

    def by_area(self) -> tuple[list[str], np.ndarray]:
        """The areas, and the probability of each for each bullet."""
        odds = np.exp(self.log_odds - self.log_odds.max(axis=1, keepdims=True))
        shares = odds / odds.sum(axis=1, keepdims=True)
        names = sorted(set(self.areas) - {NONE})
        return names, np.stack([shares[:, [area == name for area in self.areas]].sum(axis=1) for name in names], axis=1)

    def is_evidence(self) -> np.ndarray:
        return np.array([bullet.area != NONE for bullet in self.bullets])

    def right(self) -> np.ndarray:
        """Whether the likeliest area is the bullet's own, or one it is evidence for as well."""
        names, shares = self.by_area()
        best = [names[place] for place in shares.argmax(axis=1)]
        return np.array(
            [area == bullet.area or area in bullet.also for area, bullet in zip(best, self.bullets, strict=True)]
        )


@dataclass(frozen=True, slots=True)
class Measures:
    """Shares of 1, but for the counts."""

    bullets: int
    top_1: float
    top_3: float
    found: float
    false_alarms: float
    precision: float
    demonstrated: float
    competency: float


def bands_for(sets: Sequence[Scores], suggested: float) -> Bands:
    """The least probabilities, in whole hundredths, that keep to the limits above on every set."""
    partial = demonstrated = 0.0
    for scores in sets:
        _, shares = scores.by_area()
        sure, evidence, right = shares.max(axis=1), scores.is_evidence(), scores.right()
        steps = [step / 100 for step in range(10, 100)]
        least = next(step for step in steps if (sure[~evidence] >= step).mean() <= MOST_FALSE_ALARMS)
        partial = max(partial, least)
        demonstrated = max(demonstrated, next(step for step in steps if right[sure >= step].mean() >= LEAST_PRECISION))
    return Bands(max(demonstrated, partial), partial, suggested)


def measured(scores: Scores, bands: Bands) -> Measures:
    """Top-1 and top-3 over bullets with an area, found or not; false alarms over those without."""
    names, shares = scores.by_area()
    order = np.argsort(-shares, axis=1)
    evidence, right, sure = scores.is_evidence(), scores.right(), shares.max(axis=1)
    own = [bullet.area for bullet in scores.bullets]
    rank = [[names[place] for place in row[:3]] for row in order]
    hits = np.array([area == ranked[0] for area, ranked in zip(own, rank, strict=True)])
    near = np.array([area in ranked for area, ranked in zip(own, rank, strict=True)])
    strong = sure >= bands.demonstrated
    exact = np.array(
        [
            scores.classes[row[1:].argmax() + 1] == b.competency
            for row, b in zip(scores.log_odds, scores.bullets, strict=True)
        ]
    )
    return Measures(
        len(scores.bullets),
        float(hits[evidence].mean()),
        float(near[evidence].mean()),
        float((sure[evidence] >= bands.partial).mean()),
        float((sure[~evidence] >= bands.partial).mean()),
        float(right[strong].mean()),
        float((strong & evidence).sum() / evidence.sum()),
        float(exact[evidence].mean()),
    )


def measured_by(rank: Callable[[str], Sequence[Match]], bullets: Sequence[Bullet]) -> Measures:
    """The same measures of an engine as it ships, by the bands that it gives."""
    found = [(bullet, rank(bullet.text)) for bullet in bullets]
    groups = [(bullet, list(dict.fromkeys(match.group for match in matches))) for bullet, matches in found]
    own = [(bullet, ranked) for bullet, ranked in groups if bullet.area != NONE]
    bands = [(bullet, matches[0].band if matches else "gap", matches[:1]) for bullet, matches in found]
    strong = [(bullet, best[0].group) for bullet, band, best in bands if band == "demonstrated"]
    alarms = [band in ("demonstrated", "partial") for bullet, band, _ in bands if bullet.area == NONE]
    heard = [band in ("demonstrated", "partial") for bullet, band, _ in bands if bullet.area != NONE]
    return Measures(
        len(found),
        sum(ranked[:1] == [bullet.area] for bullet, ranked in own) / len(own),
        sum(bullet.area in ranked[:3] for bullet, ranked in own) / len(own),
        sum(heard) / len(heard),
        sum(alarms) / len(alarms),
        sum(group == bullet.area or group in bullet.also for bullet, group in strong) / len(strong),
        sum(bullet.area != NONE for bullet, _ in strong) / len(own),
        sum(matches[:1] != () and matches[0].competency == bullet.competency for bullet, matches in found) / len(own),
    )


def report(parts: dict[str, Measures], weights: Weights, bullets: list[Bullet]) -> str:
    """REPORT.md."""
    areas = Counter(bullet.area for bullet in bullets)
    lines = [
        "# What the fit is worth",
        "",
        "Written by `python -m benchmarks.fit.fit`; do not edit.",
        "",
        f"Corpus: {len(bullets)} bullets of {len({b.occupation for b in bullets})} occupations, "
        f"{areas[NONE]} of them evidence for nothing; hash {weights.fitted['corpus']}. "
        f"{len(weights.words)} grams have weights.",
        f"Bands: demonstrated from {weights.bands.demonstrated}, partial from {weights.bands.partial}, "
        f"suggested from {weights.bands.suggested}.",
        "",
        "| measured on | bullets | top-1 | top-3 | found (partial or better) | false alarms | precision of demonstrated "
        "| share demonstrated | right competency |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, part in parts.items():
        shares = (
            part.top_1, part.top_3, part.found, part.false_alarms, part.precision, part.demonstrated, part.competency,
        )  # fmt: skip
        known = [f"{share:.1%}" for share in shares]
        if not name.startswith("a hand"):
            known[-1] = "–"
        lines.append(f"| {name} | {part.bullets} | {' | '.join(known)} |")
    lines += [
        "",
        "*A hand left out*: each bullet by a model that saw nothing of the hand that wrote it, nor of its occupations. "
        "Top-1 and top-3 are over bullets with an area, by the area labelled first; false alarms over the others; "
        "precision counts an area that a bullet is labelled with second as right. The other rows are sets that no fit "
        "has seen, read by the engine as it ships: *development* was read by those who wrote the corpus, as an example "
        "of how to label, and its figures are flattered by that; *other-occupations* was written by someone who never "
        "saw the corpus, of occupations that are not in it, and predicts best.",
        "",
        "| area | bullets |",
        "|---|---|",
        *(f"| {area} | {count} |" for area, count in sorted(areas.items())),
    ]
    return "\n".join(lines) + "\n"
