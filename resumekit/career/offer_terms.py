"""What the offer itself answers: its level, its pay, the way back, and how long the money lasts against the search."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from resumekit.career.move import MoveRules
from resumekit.career.offer_setting import Seen, Setting, held_as
from resumekit.career.plan import SearchPlan
from resumekit.career.tables import exact
from resumekit.text.amount import dollars, percent_reached, weeks


@dataclass(frozen=True, slots=True)
class Need:
    """How long the money lasts, and how long the search is still expected to take, both in weeks.

    `runway` is None where the money does not run out within what was reckoned.
    """

    runway: float | Fraction | None
    remaining: float | Fraction
    note: str = ""
    """What is to be said with it: whom to ask about benefits."""


def need_of(plan: SearchPlan) -> Need | None:
    """The need that a search plan tells of; None where it does not know the money or the length of the search."""
    if plan.runway is None or plan.remaining is None:
        return None
    left = None if plan.need is None else plan.need * plan.remaining
    return Need(left, plan.remaining, note=plan.confirm if plan.claim else "")


def level_gap(setting: Setting) -> Seen:
    """Levels below the best of recent years; acting roles are no level held, and a step up is no gap."""
    offered, best = setting.offer.level, setting.observed.best_level
    if best is None:
        return Seen(None, "no level is stated for a role of the last five years")
    role = setting.role(setting.observed.best_role)
    held = f"{best} {held_as(role)}"
    if offered is None:
        return Seen(None, f"the offer states no level; {held}", (role.key,))
    points = setting.rules.level_points
    answer = points[min(max(best - offered, 0), len(points) - 1)]
    return Seen(answer, f"level {offered} offered, {held}", (role.key,))


def pay(setting: Setting) -> Seen:
    """What is offered, as a share of the last pay or, where that is not known, of the market's."""
    offered, search = setting.offer.pay, setting.resume.search
    if offered is None:
        return Seen(None, "the offer states no pay")
    last = search.last_pay if search else None
    for base, words in ((last, "last paid"), (setting.offer.market_pay, "paid elsewhere for such work")):
        if base is not None and base.a_year > 0:
            share = Fraction(offered.a_year) / Fraction(base.a_year)
            because = (
                f"{dollars(offered.a_year)} a year offered, {dollars(base.a_year)} {words}: {percent_reached(share)}"
            )
            return Seen(_pay_points(share, setting.rules), because)
    return Seen(None, f"{dollars(offered.a_year)} a year offered; neither the last pay nor the market's is stated")


def _pay_points(share: Fraction, rules: MoveRules) -> int:
    return next((points for least, points in rules.pay_points if share >= exact(least)), 0)


def path_back(setting: Setting) -> Seen:
    """A stated way back: what is written and near counts; a word or a far day is vague."""
    path, rules = setting.offer.path_back, setting.rules
    if path is None:
        return Seen(None, "the offer states no way back")
    if path.months is None:
        return Seen(rules.path_vague, f"{'written, but' if path.written else 'spoken of,'} with no time stated")
    months = "one month" if path.months == 1 else f"{path.months} months"
    if not path.written:
        return Seen(rules.path_vague, f"{months}, spoken of and not written")
    points = next((points for most, points in rules.path_points if path.months <= most), rules.path_vague)
    return Seen(points, f"written, within {months}")


def need(known: Need | None, rules: MoveRules) -> Seen:
    """The runway divided by the search that is still to be expected."""
    if known is None:
        return Seen(None, "how long the money lasts is not known")
    note = f"; {known.note[:1].lower()}{known.note[1:]}" if known.note else ""
    left = f"the search is expected to take {weeks(known.remaining)} more{note}"
    if known.runway is None:
        return Seen(0, f"the money does not run out; {left}")
    if known.remaining <= 0:
        return Seen(None, "the search was expected to be over by now: reckon it anew")
    ratio = exact(known.runway) / exact(known.remaining)
    answer = next((points for below, points in rules.need_points if ratio < exact(below)), None)
    if answer is None:
        answer = 1 if ratio <= exact(rules.need_last) else 0
    return Seen(answer, f"the money lasts {weeks(known.runway)}, {left}")
