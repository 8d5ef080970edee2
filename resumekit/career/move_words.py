"""A move assessment in sentences: why, what would change it, what to agree on, what to ask, which studies to mind."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from resumekit.career.evidence import Study, cite
from resumekit.career.forecast import Forecast, many
from resumekit.career.move import BEST, Assessment, Flip, Judged, Verdict
from resumekit.career.tables import exact
from resumekit.model.date import PartialDate
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.text.amount import percent_reached
from resumekit.text.dates import format_date
from resumekit.text.locale import load_locale

_REFUSING: frozenset[Verdict] = frozenset(("weak", "not_strategic", "off_plan", "bridge_only"))
_ON_BENEFITS = ("laid off", "contract ended")

FOR_THE_BETTER, FOR_THE_WORSE = "For the better", "For the worse"
OTHERWISE, STILL_OPEN = "Otherwise", "By what is still open"
_RANK: dict[Verdict, int] = {
    "strategic": 3, "conditional": 2, "weak": 1, "off_plan": 1, "not_strategic": 0, "bridge_only": 0,
}  # fmt: skip
GIVEN = "given"
"""All there is to say of an answer that came without a reason."""
NOTHING_PLANNED = "The search itself would add nothing that is planned or under way in the file."
BOUNDS = {
    "named": "Achievements named", "mandate": "The mandate", "figures": "Access to figures", "autonomy": "Autonomy",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenFactor:
    """A factor that is still open: what to ask, its answers from 0 to 4 in words, and what is known so far."""

    factor: str
    asks: str
    choices: tuple[str, ...]
    so_far: str


def shown(score: Fraction) -> str:
    """A score with one decimal at most, never told as higher than it is: 64.96 reads 64.9."""
    return f"{math.floor(score * 10) / 10:g}"


def headline(made: Assessment) -> str:
    """The verdict with its score: "conditional, 61 of 100"."""
    name = made.rules.verdict[made.verdict].name
    if made.verdict == "undecided":
        return f"{name}, {percent_reached(made.answered)} of the weight is answered"
    capped = f", capped from {shown(made.raw)}" if made.raw != made.score else ""
    return f"{name}, {shown(made.score)} of 100{capped}"


def seen_from(target: Target | None, day: PartialDate | None) -> str:
    """What it is held against, and when: "Held against the target HR Advisor, on Nov 15, 2026"."""
    aim = (
        f"the target {target.role or target.field}" if target and (target.role or target.field) else "no stated target"
    )
    return f"Held against {aim}" + (f", on {format_date(day, load_locale('en-CA'))}" if day else "")


def reasons(made: Assessment) -> Iterator[str]:
    """Why it is this verdict: the gate, the cap, what carries the score and what it lacks most."""
    yield _gate(made)
    if made.raw != made.score:
        yield f"Held at {made.rules.capped_at:g} for the gate; by the answers alone it would be {shown(made.raw)}."
    if made.answered < 1:
        least = exact(made.rules.least_answered)
        enough = "enough for a verdict" if made.answered >= least else f"a verdict needs {percent_reached(least)}"
        yield f"{percent_reached(made.answered)} of the weight is answered: {enough}."
    if made.answers:
        yield from _carried(made)


def _gate(made: Assessment) -> str:
    if not made.gate_applies:
        return "The gate is not asked: the job is in the target field and no step down is known."
    level = made.answers.get("level_gap")
    causes = [
        *(["a step down"] if level is not None and level < BEST else []),
        *({None: ["a job not known to be in the target field"], False: ["a job outside the target field"]}.get(
            made.in_target_field, [])),
    ]  # fmt: skip
    names = [f"“{made.rules.factor[name].label}”" for name in made.rules.gate_factors]
    least, asked = made.rules.gate_least, " or ".join(names)
    head = f"The gate applies ({' and '.join(causes)}): {asked} has to be {least} or more"
    if made.gate is None:
        return f"{head}; neither is answered."
    if not made.gate and any(name not in made.answers for name in made.rules.gate_factors):
        return f"{head}; the one that is answered is not, and the other is still to be asked."
    return f"{head}; {'it is passed' if made.gate else 'neither is'}."


def _carried(made: Assessment) -> Iterator[str]:
    gained = {name: made.points(name) or Fraction() for name in made.answers}
    whole = sum(map(made.weight, made.answers)) or 1
    lost = {name: Fraction(100 * made.weight(name), whole) - points for name, points in gained.items()}
    most, least = max(gained, key=lambda name: gained[name]), max(lost, key=lambda name: lost[name])
    if gained[most]:
        yield f"What carries most: {_label(made, most)}, {shown(gained[most])} points."
    if lost[least]:
        yield f"What is lacking most: {_label(made, least)}, {shown(lost[least])} points short."


def _label(made: Assessment, factor: str) -> str:
    return made.rules.factor[factor].label.lower()


def clause(made: Assessment, flip: Flip) -> str:
    """What would have to be so: "if a way back within 12 months were in writing"."""
    if flip.factor == "in_target_field":
        return made.rules.words.inside if flip.new else made.rules.words.outside
    return made.rules.factor[flip.factor].would[flip.new]


def flip_words(made: Assessment, flip: Flip) -> str:
    """What one other answer would change, as a sentence."""
    said, verdict = clause(made, flip), made.rules.verdict[flip.verdict].name
    score = "" if flip.verdict == "undecided" else f" ({shown(flip.score)})"
    return f"{said[:1].upper()}{said[1:]}, the verdict would be {verdict}{score}."


def open_flips(made: Assessment) -> tuple[Flip, ...]:
    """The flips without those that the written target and the roles held settle: no one can agree on these."""
    settled = {item.factor for item in made.judged if item.factor == "new_sector" and item.origin == "facts"}
    return tuple(flip for flip in made.flips if flip.factor not in settled)


def flip_groups(made: Assessment) -> Iterator[tuple[str, tuple[Flip, ...]]]:
    """What would change the verdict: to a better one, to a worse, otherwise, and by what is still open.

    To run out of money is nothing for the better, though it makes any job weigh more.
    """
    groups: dict[str, list[Flip]] = {title: [] for title in (FOR_THE_BETTER, FOR_THE_WORSE, OTHERWISE, STILL_OPEN)}
    for flip in open_flips(made):
        was, now = _RANK.get(made.verdict), _RANK.get(flip.verdict)
        if flip.old is None:
            title = STILL_OPEN
        elif was is None or now is None or was == now or flip.factor == "need":
            title = OTHERWISE
        else:
            title = FOR_THE_BETTER if now > was else FOR_THE_WORSE
        groups[title].append(flip)
    yield from ((title, tuple(flips)) for title, flips in groups.items() if flips)


def negotiate(made: Assessment) -> tuple[str, ...]:
    """What to agree on before the answer; of a conditional move alone."""
    return made.rules.negotiate if made.verdict == "conditional" else ()


def questions(made: Assessment) -> tuple[OpenFactor, ...]:
    """The factors without an answer, in the table's order."""
    rules = made.rules.factor
    return tuple(
        OpenFactor(item.factor, rules[item.factor].question, rules[item.factor].answers, item.because)
        for item in made.judged
        if item.answer is None
    )


def evidence(made: Assessment, paths: Iterable[str | Path] = ()) -> tuple[Study, ...]:
    """The studies that speak of such a move, those against them last; of a move without a step down, of waiting."""
    basis, level = made.rules.basis, made.answers.get("level_gap")
    about = "waiting" if level == BEST else "step_down"
    ids = [*(basis["bridge"] if made.verdict == "bridge_only" else ()), *basis[about], *basis["against"]]
    return cite(dict.fromkeys(ids), paths)


def job_lines(made: Forecast) -> Iterator[str]:
    """What the job could add, line by line: the count, and each thing that bounds it."""
    if made.count is None:
        yield f"Not known: {made.told()}."
        return
    yield f"The job could add {many(made.count)} in {made.months} months, the least of these:"
    for item in made.bounds:
        most = item.because if item.most is None else f"{item.most} at most ({item.because})"
        yield f"{BOUNDS[item.name]}: {most}."


def staying_line(made: Forecast) -> str:
    """What the search itself would add."""
    if not made.staying:
        return NOTHING_PLANNED
    return f"The search itself would add: {'; '.join(item.text for item in made.staying)}."


def why(item: Judged) -> str:
    """What an answer rests on; one that was given says so."""
    if item.origin != "given" or item.because in ("", GIVEN):
        return item.because
    return f"{item.because} (given)"


def question_words(item: OpenFactor) -> str:
    """A question with its choices, in a line."""
    choices = "; ".join(f"{number} = {words}" for number, words in enumerate(item.choices))
    so_far = f" So far: {item.so_far}." if item.so_far else ""
    return f"{item.asks} {choices}.{so_far}"


def benefits_warning(made: Assessment, resume: Resume) -> str:
    """What to mind before an offer is refused; "" where no benefits are at stake or nothing speaks for refusing."""
    search = resume.search
    if search is None or made.verdict not in _REFUSING:
        return ""
    at_stake = search.benefit is not None or search.leaving in _ON_BENEFITS
    return made.rules.benefits_warning if at_stake else ""
