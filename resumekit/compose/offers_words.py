"""A comparison of offers in sentences: who is ahead and by what, what parts them, what to ask, what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from resumekit.career.compare import IN_FIELD, Compared, Comparison, FactorRow, Swing
from resumekit.career.days import last_day
from resumekit.career.move import Assessment, Flip, MoveRules, Verdict
from resumekit.career.move_words import shown, why
from resumekit.career.tables import exact
from resumekit.compose.kit_money import rate_words
from resumekit.compose.report import listed, short_day
from resumekit.model.offer import Offer
from resumekit.model.pay import PayRate
from resumekit.model.role import LEVELS
from resumekit.model.target import Target
from resumekit.text.amount import dollars, percent_reached

UNKNOWN = "not answered"
VERDICT = "Verdict"
_POOR: frozenset[Verdict] = frozenset({"weak", "not_strategic", "off_plan", "bridge_only"})


def rules_of(seen: Comparison) -> MoveRules:
    return seen.offers[0].assessment.rules


def standing_words(seen: Comparison) -> Iterator[str]:
    """Who is ahead, and by what; who cannot be judged yet; what does not fit together."""
    yield _STANDINGS[seen.standing](seen)
    if seen.ahead and seen.offers[seen.ahead[0]].assessment.verdict in _POOR:
        yield "Ahead of the others is not good yet: none of these offers serves the plan as it stands."
    for place in seen.undecided:
        yield f"{seen.offers[place].name} is told apart: {_why_undecided(seen, place)}."
    for factor in seen.uneven:
        yield (
            f"{_label(seen, factor)} is the client’s own and the same whichever offer is taken, yet it is answered "
            "differently: settle on one answer."
        )


def held_words(target: Target) -> Iterator[str]:
    """What the offers were held against."""
    if target.role:
        yield f"Held against the target {target.role}."


def due_words(seen: Comparison, today: date | None) -> Iterator[str]:
    """Which offer is to be answered first, and which day to answer has passed."""
    due = [(day, item) for item in seen.offers if item.offer.answer_by and (day := last_day(item.offer.answer_by))]
    for day, item in due:
        if today and day < today:
            yield f"The day to answer {item.name} has passed ({_day(item)}): ask whether the offer still stands."
    still = [(day, item) for day, item in due if not today or day >= today]
    if still:
        first = min(day for day, _ in still)
        soonest = [item for day, item in still if day == first]
        yield f"First to be answered: {listed(item.name for item in soonest)}, by {_day(soonest[0])}."


def _day(item: Compared) -> str:
    assert item.offer.answer_by is not None
    return short_day(item.offer.answer_by)


def _by_verdict(seen: Comparison) -> str:
    (first,) = seen.ahead
    others = [place for place in seen.decided if place != first]
    against = listed(f"{_verdict(seen, place)} for {seen.offers[place].name}" for place in others)
    return f"{seen.offers[first].name} is ahead by verdict: {_verdict(seen, first)}, against {against}."


def _by_score(seen: Comparison) -> str:
    (first,) = seen.ahead
    others = [place for place in seen.best_verdict if place != first]
    against = listed(f"{_score(seen, place)} for {seen.offers[place].name}" for place in others)
    return (
        f"{seen.offers[first].name} has no better verdict than {_names(seen, others)}, {_verdict(seen, first)}, "
        f"but scores {_score(seen, first)} against {against}."
    )


def _close(seen: Comparison) -> str:
    told = listed(f"{_verdict(seen, place)} with {_score(seen, place)}" for place in seen.ahead)
    parts = [f"{_label(seen, row.factor)} ({_names(seen, _best(seen, row))})" for row in seen.parting]
    close = f"{float(seen.rules.close):g}"
    said = f"{_names(seen, seen.ahead)} are too close to tell: {told}, which is within {close} points."
    if not parts:
        return f"{said} No answer parts them: what the nine factors do not ask decides."
    return f"{said} What parts them, and who is better there: {'; '.join(parts)}."


def _best(seen: Comparison, row: FactorRow) -> list[int]:
    """Of the offers in front, those with the best answer."""
    known = {place: answer for place in seen.ahead if (answer := row.judged[place].answer) is not None}
    return [place for place, answer in known.items() if answer == max(known.values())]


def _one(seen: Comparison) -> str:
    (only,) = seen.decided
    return f"Only {seen.offers[only].name} can be judged so far: {_verdict(seen, only)}."


def _none(seen: Comparison) -> str:
    return "Too little is known of any of these offers for a verdict: answer what is asked below."


_STANDINGS = {"verdict": _by_verdict, "score": _by_score, "close": _close, "one": _one, "none": _none}


def _why_undecided(seen: Comparison, place: int) -> str:
    made = seen.offers[place].assessment
    if made.answered < exact(made.rules.least_answered):
        return (
            f"{percent_reached(made.answered)} of the weight is answered, and a verdict needs "
            f"{percent_reached(exact(made.rules.least_answered))}"
        )
    return f"a step outside the plan is judged by {_either(seen)}, and neither is answered"


def _either(seen: Comparison) -> str:
    return " or ".join(_label(seen, name).lower() for name in rules_of(seen).gate_factors)


def parting_words(seen: Comparison) -> Iterator[str]:
    """A line for each factor that parts the offers: each answer, and what it rests on."""
    for row in seen.parting:
        told = "; ".join(
            f"{seen.offers[place].name}: {answer_words(seen, row, place)}{because_words(seen, row, place)}"
            for place in seen.weighed
        )
        yield f"{_label(seen, row.factor)}. {told}."


def because_words(seen: Comparison, row: FactorRow, place: int) -> str:
    """What an answer rests on, after a dash; nothing where that says the same again."""
    item = row.judged[place]
    because = (item.because if item.because.startswith("given ") else why(item)).rstrip(".")
    return f" – {because}" if because and because != answer_words(seen, row, place) else ""


def answer_words(seen: Comparison, row: FactorRow, place: int) -> str:
    """An answer in words that stand without its question."""
    answer = row.judged[place].answer
    words = seen.rules.tell.get(row.factor) or rules_of(seen).factor[row.factor].answers
    return UNKNOWN if answer is None else words[answer]


def swing_words(seen: Comparison) -> Iterator[str]:
    """A sentence for each answer that alone would change who is ahead by verdict, in the order of the swings."""
    for swing in seen.swings:
        turn = "" if swing.verdict is None else f"it would be {_verdict_name(seen, swing.verdict)}, and "
        yield f"{_whose(seen, swing)}: {_clause(seen, swing)}, {turn}{_then(seen, swing)}."


def swing_points(seen: Comparison) -> Iterator[str]:
    """The same for a reader: what comes to the same for one offer stands together."""
    groups: dict[tuple[int | None, Verdict | None, tuple[int, ...]], list[Swing]] = {}
    for swing in seen.swings:
        groups.setdefault((swing.place, swing.verdict, swing.leaders), []).append(swing)
    for (_, verdict, _), swings in groups.items():
        count = "this" if len(swings) == 1 else "any one of these"
        turn = "" if verdict is None else f"make it {_verdict_name(seen, verdict)}, and "
        clauses = "; ".join(_clause(seen, swing) for swing in swings)
        first = swings[0]
        yield f"{_whose(seen, first)}, {count} would {turn}{_would(seen, first)}: {clauses}."


def _whose(seen: Comparison, swing: Swing) -> str:
    return "Whichever offer is taken" if swing.place is None else f"For {seen.offers[swing.place].name}"


def would_words(rules: MoveRules, factor: str, new: int) -> str:
    """What would have to be so for another answer, as a clause: "if the job lay one level down"."""
    if factor == IN_FIELD:
        return rules.words.inside if new else rules.words.outside
    return rules.factor[factor].would[new]


def _clause(seen: Comparison, swing: Swing) -> str:
    return would_words(rules_of(seen), swing.factor, swing.new)


def _then(seen: Comparison, swing: Swing) -> str:
    if len(swing.leaders) == 1:
        return f"{_names(seen, swing.leaders)} would be ahead"
    return f"{_names(seen, swing.leaders)} would be level in verdict" if swing.leaders else "none would be ahead"


def _would(seen: Comparison, swing: Swing) -> str:
    if not swing.leaders:
        return "leave none ahead"
    return f"put {_names(seen, swing.leaders)} {'ahead' if len(swing.leaders) == 1 else 'level in verdict'}"


def _verdict_name(seen: Comparison, verdict: Verdict) -> str:
    return rules_of(seen).verdict[verdict].name


def no_swing(seen: Comparison) -> Iterator[str]:
    """What is said where two offers or more are judged and no single answer would change who is ahead."""
    if len(seen.decided) > 1:
        yield "No single answer would change who is ahead by verdict."


def negotiate_words(seen: Comparison, place: int) -> Iterator[str]:
    """What to ask of the employer, each with the points it could still add and the verdict that it would bring."""
    made = seen.offers[place].assessment
    up = {flip.factor: flip for flip in made.flips if flip.new > (flip.old or 0) and _is_better(seen, made, flip)}
    for factor in seen.negotiable(place):
        lacking = Fraction(100 * made.weight(factor), sum(map(made.weight, made.answers))) - (made.points(factor) or 0)
        asked = f"{seen.rules.negotiate[factor]} ({shown(lacking)} points short of the best"
        if turn := up.get(factor):
            asked += f"; {would_words(made.rules, factor, turn.new)}: {made.rules.verdict[turn.verdict].name}"
        yield f"{asked})"


def _is_better(seen: Comparison, made: Assessment, flip: Flip) -> bool:
    new, old = seen.rules.step(flip.verdict), seen.rules.step(made.verdict)
    return new is not None and (old is None or new < old)


def open_words(seen: Comparison, place: int) -> Iterator[str]:
    """What is still to be asked of one offer."""
    for factor in seen.offers[place].open:
        yield rules_of(seen).factor[factor].question


def reading_words(seen: Comparison) -> Iterator[str]:
    """What it rests on, and what it is not."""
    words, close = rules_of(seen).words, f"{float(seen.rules.close):g}"
    yield words.judgement
    yield f"That equal verdicts within {close} points are too close to tell is judgement too. No score chooses for the client."
    yield words.promise


def head_rows(seen: Comparison) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands above the factors: pay, level, days, verdict, score, and the share that is answered."""
    offers = [item.offer for item in seen.offers]
    yield "Pay a year", tuple(pay_words(offer.pay) for offer in offers)
    yield "Level", tuple(level_words(offer) for offer in offers)
    for label, days in (("Starts", [offer.start for offer in offers]), ("Answer by", [o.answer_by for o in offers])):
        if any(days):
            yield label, tuple(short_day(day) if day else "not stated" for day in days)
    yield VERDICT, tuple(_verdict(seen, place) for place in range(len(offers)))
    yield "Score of 100", tuple(_score(seen, place) for place in range(len(offers)))
    yield "Answered", tuple(percent_reached(item.assessment.answered) for item in seen.offers)


def pay_words(pay: PayRate | None) -> str:
    """What a year brings before tax, with the rate as it was stated where that is another."""
    if pay is None:
        return "not stated"
    year = dollars(pay.a_year)
    return year if pay.per == "year" else f"{year} ({rate_words(pay)})"


def level_words(offer: Offer) -> str:
    return "not stated" if offer.level is None else f"{offer.level}, {LEVELS[offer.level]}"


def _verdict(seen: Comparison, place: int) -> str:
    return rules_of(seen).verdict[seen.offers[place].assessment.verdict].name


def _score(seen: Comparison, place: int) -> str:
    made = seen.offers[place].assessment
    if made.verdict == "undecided":
        return "–"
    said = shown(made.score)
    return f"{said} (raw {shown(made.raw)})" if made.score != made.raw else said


def _names(seen: Comparison, places: Iterable[int]) -> str:
    return listed(seen.offers[place].name for place in places)


def _label(seen: Comparison, factor: str) -> str:
    return rules_of(seen).factor[factor].label
