"""What an offer is judged against: the client's roles before it came, the written target, the rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from resumekit.career.employer_name import same_employer
from resumekit.career.move import MoveRules
from resumekit.model.fact import Fact
from resumekit.model.offer import Offer
from resumekit.model.resume import Resume
from resumekit.model.role import Role
from resumekit.model.target import Target
from resumekit.strategy.history import Held, History, read_history
from resumekit.strategy.observe import Observed, observe
from resumekit.strategy.rules import SituationRules, load_situations
from resumekit.text.dates import format_date
from resumekit.text.locale import load_locale


@dataclass(frozen=True, slots=True)
class Seen:
    """What facts say of one factor; `answer` is None where they leave it open, `because` still tells what was seen."""

    answer: int | None
    because: str = ""
    facts: tuple[str, ...] = ()
    warning: str = ""
    binding: bool = False
    """Whether it stands over an answer that was given."""


@dataclass(frozen=True, slots=True)
class Setting:
    """An offer with all that it is held against. `history` ends where the offer came."""

    resume: Resume
    offer: Offer
    target: Target | None
    history: History
    observed: Observed
    rules: MoveRules
    situations: SituationRules

    @property
    def last(self) -> Held | None:
        return self.history.held[0] if self.history.held else None

    def role(self, key: str) -> Role:
        return next(item.role for item in self.history.held if item.role.key == key)


def setting_of(resume: Resume, offer: Offer, target: Target | None, *, as_of: date | None, rules: MoveRules) -> Setting:
    """The facts as they stood when the offer came: a job taken later is no part of what it is compared with."""
    history = read_history(resume, as_of)
    before = replace(history, held=tuple(item for item in history.held if not _came_later(item, offer, history.now)))
    situations = load_situations()
    observed = observe(resume, target, before, situations)
    return Setting(resume, offer, target, before, observed, rules, situations)


def _came_later(held: Held, offer: Offer, now: int | None) -> bool:
    """Whether a role is the one offered, or began after the month of the offer or the one it is seen from."""
    same = held.role.title.casefold() == (offer.title or "").casefold() and same_employer(
        held.employer.name, offer.employer or ""
    )
    if held.start is not None and now is not None and held.start > now:
        return True
    if offer.date is None or offer.date.is_present or held.start is None:
        return same
    came = offer.date.months_from_zero(latest=True)
    return held.start > came or (same and held.start >= offer.date.months_from_zero())


def said_of(fact: Fact, words: str) -> str:
    """Words of a fact, or what may be said in their place."""
    return (fact.say_as or "a confidential one") if fact.confidential else words


def held_as(role: Role) -> str:
    """How a role was held: "held now as Manager", "held as Manager until Feb 2026"."""
    title = said_of(role, role.title)
    if role.is_current:
        return f"held now as {title}"
    return f"held as {title}" + (f" until {format_date(role.end, load_locale('en-CA'))}" if role.end else "")
