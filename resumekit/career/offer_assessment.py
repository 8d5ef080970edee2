"""An offer judged: given answers first, then what the facts and the offer say; what is left is to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resumekit.career import offer_on_plan, offer_terms
from resumekit.career.days import no_later
from resumekit.career.evidence import Study
from resumekit.career.forecast import Forecast, forecast, forecast_rules
from resumekit.career.move import Assessment, Judged, assess_move, move_rules
from resumekit.career.move_words import GIVEN, benefits_warning, evidence
from resumekit.career.offer_setting import Seen, Setting, setting_of
from resumekit.career.offer_terms import Need, need_of
from resumekit.career.plan import plan_search
from resumekit.model.date import PartialDate
from resumekit.model.offer import FACTORS, Offer
from resumekit.model.resume import Resume
from resumekit.model.target import Target


@dataclass(frozen=True)
class Move:
    """An offer with its assessment and all that is told beside it."""

    resume: Resume
    offer: Offer
    target: Target | None
    assessment: Assessment
    forecast: Forecast
    warnings: tuple[str, ...]
    """What to mind: answers against the facts, a list without a day."""
    at_stake: str
    """What to mind before a refusal, where benefits are at stake; "" elsewhere."""
    evidence: tuple[Study, ...]
    day: PartialDate | None = None
    """The day it is seen from."""


def judge_move(
    resume: Resume,
    offer: Offer,
    target: Target | None = None,
    *,
    as_of: date | None = None,
    paths: Iterable[str | Path] = (),
    need: Need | None = None,
) -> Move:
    """What `assess_offer` finds, with the forecast, the warnings and the studies beside it.

    Where no `need` is given, it is reckoned from the client's search plan. Raises ResumekitError, as `assess_offer`.
    """
    own, target = tuple(paths), target or resume.target()
    # What an offer of before the search was worth then, the plan of now does not tell.
    if need is None and resume.search is not None and no_later(resume.search.started, offer.date) is not False:
        need = need_of(plan_search(resume, target, as_of=as_of, paths=own))
    made = assess_offer(resume, offer, target, as_of=as_of, paths=own, need=need)
    warnings = tuple(item.warning for item in made.judged if item.warning)
    return Move(
        resume, offer, target, made, forecast(resume, offer, forecast_rules(own)),
        warnings, benefits_warning(made, resume), evidence(made, own),
        PartialDate(as_of.year, as_of.month, as_of.day) if as_of else resume.as_of,
    )  # fmt: skip


def judge_moves(
    resume: Resume,
    offers: Iterable[Offer],
    target: Target | None = None,
    *,
    as_of: date | None = None,
    paths: Iterable[str | Path] = (),
) -> tuple[Move, ...]:
    """Each offer as `judge_move` finds it; the need is reckoned once, for it is the same whichever is taken.

    Raises:
        ResumekitError: a file of `paths` cannot be used.
    """
    own, target = tuple(paths), target or resume.target()
    need = need_of(plan_search(resume, target, as_of=as_of, paths=own)) if resume.search else None
    return tuple(judge_move(resume, offer, target, as_of=as_of, paths=own, need=need) for offer in offers)


def assess_offer(
    resume: Resume,
    offer: Offer,
    target: Target | None = None,
    *,
    as_of: date | None = None,
    paths: Iterable[str | Path] = (),
    need: Need | None = None,
) -> Assessment:
    """The move that an offer would be, judged for a target (the client's first one by default).

    Args:
        as_of: the day that recent years count to; the client file's own by default.
        paths: files with a coach's own numbers.
        need: how long the money lasts and the search is expected to take; asked where it is not known.

    Raises:
        ResumekitError: a file of `paths` cannot be used.
    """
    own = tuple(paths)
    rules = move_rules(own)
    setting = setting_of(resume, offer, target or resume.target(), as_of=as_of, rules=rules)
    seen = _seen(setting, need, forecast(resume, offer, forecast_rules(own)))
    judged = (_judged(name, seen[name], setting) for name in FACTORS)
    return assess_move(judged, in_target_field=offer_on_plan.in_target_field(setting), rules=rules)


def _seen(setting: Setting, need: Need | None, content: Forecast) -> Mapping[str, Seen]:
    """What facts and offer say of each factor; of culture and autonomy only people can tell."""
    return {
        "preferred_employer": offer_on_plan.preferred_employer(setting),
        "new_sector": offer_on_plan.new_sector(setting),
        "next_resume_content": Seen(content.points, content.told()),
        "level_gap": offer_terms.level_gap(setting),
        "culture": Seen(None),
        "autonomy": Seen(None),
        "pay": offer_terms.pay(setting),
        "path_back": offer_terms.path_back(setting),
        "need": offer_terms.need(need, setting.rules),
    }


def _judged(name: str, seen: Seen, setting: Setting) -> Judged:
    """One factor: a given answer wins, but over facts that bind."""
    given: int | None = getattr(setting.offer.answers, name)
    words: str = getattr(setting.offer.because, name) or ""
    if given is None or seen.binding:
        warning = _binds(name, seen, given, setting)
        return Judged(name, seen.answer, seen.because, "asked" if seen.answer is None else "facts", seen.facts, warning)
    if given == seen.answer:
        return Judged(name, given, words or seen.because, "given", seen.facts)
    return Judged(name, given, words or GIVEN, "given", (), _differs(name, seen, given, setting))


def _binds(name: str, seen: Seen, given: int | None, setting: Setting) -> str:
    if given in (None, seen.answer):
        return seen.warning
    label = setting.rules.factor[name].label
    return f"{label}: {given} was given, and {seen.answer} is counted, for {seen.because}"


def _differs(name: str, seen: Seen, given: int, setting: Setting) -> str:
    label = setting.rules.factor[name].label
    if seen.answer is not None:
        return f"{label}: {given} was given, where the facts say {seen.answer} ({seen.because})"
    # A list that is missing or came late matters where the answer would pass the gate.
    return f"{label}: {seen.warning}" if seen.warning and given >= setting.rules.gate_least else ""
