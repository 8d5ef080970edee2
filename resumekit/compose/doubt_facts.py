"""The client's own facts against a doubt: each a sentence that cites them, or homework where they are silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import ceil

from resumekit.career.days import first_day, last_day
from resumekit.career.doubt import DoubtName, DoubtRules, Standing, doubt_rules
from resumekit.career.employer_name import same_employer
from resumekit.career.objection import break_of, holes
from resumekit.career.plan import SearchPlan
from resumekit.compose.kit import Kit
from resumekit.compose.kit_answer import Slot, fill, in_words, job_of, number_word, place_of
from resumekit.compose.kit_card import Deck
from resumekit.compose.kit_history_cards import did_in, work_inside
from resumekit.document.line import Line, Source
from resumekit.model.credential import Credential, Education
from resumekit.model.date import PartialDate
from resumekit.model.offer import Offer
from resumekit.model.role import LEVELS
from resumekit.model.target import Target
from resumekit.sections.context import joined, name_of
from resumekit.sections.credentials import long_and_short
from resumekit.strategy.history import Held

PLAN = Source("rule", "plan")


@dataclass(frozen=True)
class Answers:
    """What is known of a client against doubts."""

    kit: Kit
    plan: SearchPlan | None = None
    offers: tuple[Offer, ...] = ()

    @cached_property
    def deck(self) -> Deck:
        return Deck(self.kit, "en")

    @cached_property
    def rules(self) -> DoubtRules:
        return doubt_rules(self.kit.rules)

    @cached_property
    def current(self) -> Held | None:
        """The job that goes on, the highest where there are several."""
        going = [held for held in self.deck.history.held if held.role.is_current]
        return max(going, key=lambda held: held.role.level or 0, default=None)

    @cached_property
    def standing(self) -> Standing:
        seen, target, resume = self.deck.seen, self.kit.context.target, self.kit.context.resume
        short = self.deck.held(seen.short_role)
        return Standing(
            employed=self.current is not None or not self.deck.history.held,
            in_short_job=bool(short and short.role.is_current),
            changes=self.deck.changes,
            level_delta=seen.level_delta,
            target_level=seen.target_level,
            has_list=bool(target and target.preferred_employers),
            has_offers=bool(self.offers),
            counts_money=self.plan is not None or resume.search is not None,
        )

    @property
    def day(self) -> date | None:
        """The day to decide, while it lies ahead."""
        decision = self.plan.decision if self.plan else None
        return decision.date if decision and not decision.passed else None

    @property
    def look_again(self) -> date | None:
        """The day to name to others: the day to decide, or the end of the window in which an offer is expected, if sooner.

        Nobody says that they search for a year because their money would last so long.
        """
        window = self.plan.window if self.plan else None
        if not (self.day and self.plan and window and self.plan.runway):
            return self.day
        begun = self.plan.runway.weeks[0].begins
        return min(self.day, begun + timedelta(weeks=ceil(window[1]))) if begun else self.day

    def facts(self, doubt: DoubtName) -> list[Line]:
        """The sentences for one doubt; none where nothing is known."""
        makers = {
            "any_job": (self._work, self._best, self._offered),
            "keep_looking": (self._short, self._best, self._offered),
            "gap_worse": (self._gap,),
            "no_change": (self._learned, self._done, self._covered),
            "too_qualified": (self._inside, self._reason),
            "aim_lower": (self._work, self._best, self._aim, self._covered),
            "choosy": (self._list, self._covered),
            "afford": (self._money,),
        }
        return [line for maker in makers[doubt] for line in maker()]

    def _say(self, name: str, *sources: Source, **slots: Slot) -> Line:
        return fill(self.rules.fact[name], slots, *sources)

    def _work(self) -> Iterator[Line]:
        last = self.deck.history.held[0] if self.deck.history.held else None
        if self.current and (job := job_of(self.current)).text:
            if self.current.role.key == self.deck.seen.best_role and self.current.role.level is not None:
                source = Source.fact(self.current.role.key, "level")
                yield self._say("employed_best", source, job=job, level=Slot(LEVELS[self.current.role.level]))
            else:
                yield self._say("employed", job=job)
        elif last and not last.role.is_current and (job := job_of(last)).text and (end := in_words(last.role.end)):
            yield self._say("unemployed", Source.fact(last.role.key, "end"), job=job, end=Slot(end))

    def _best(self) -> Iterator[Line]:
        best = self.deck.held(self.deck.seen.best_role)
        if best and best != self.current and best.role.level is not None and (job := job_of(best)).text:
            source = Source.fact(best.role.key, "level")
            years = Slot(number_word(self.rules.level_years))
            yield self._say("best", source, years=years, level=Slot(LEVELS[best.role.level]), job=job)

    def _aim(self) -> Iterator[Line]:
        target = self.kit.context.target
        if target and target.level is not None:
            yield self._say("target", Source.fact(target.key, "level"), level=Slot(LEVELS[target.level]))

    def _offered(self) -> Iterator[Line]:
        best, source = self.deck.seen.best_level, Source("data", "offer")
        for offer in self.offers:
            if best is None or offer.level is None:
                continue
            named = _named(offer)
            below = best - offer.level
            if below > 0:
                levels = Slot("one level" if below == 1 else f"{number_word(below)} levels")
                yield self._say("offer", source, offer=named, levels=levels)
            else:
                yield self._say("offer_level", source, offer=named)

    def _short(self) -> Iterator[Line]:
        held = self.deck.held(self.deck.seen.short_role)
        if held and held.role.is_current and (place := place_of(held)) and (start := in_words(held.role.start)):
            source = (Source.fact(held.employer.key, "employer"), Source.fact(held.role.key, "start"))
            yield self._say("short", *source, place=Slot(place), start=Slot(start))

    def _gap(self) -> Iterator[Line]:
        resume = self.kit.context.resume
        hole = next((hole for hole in holes(self.deck.history, resume) if not hole.after), None)
        if hole is None:
            return
        if isinstance(hole.before, Education):
            yield self._say("studied_until", Source.fact(hole.before.key, "end"), end=Slot(in_words(hole.since)))
        else:
            yield from self._work()
        stated = break_of(hole, resume.breaks)
        if stated and name_of(stated):
            # That there is one, not what: a reason may lie in the family or in health.
            yield self._say("break", Source.fact(stated.key))
        if did := did_in(self.deck, hole):
            yield self._say("did", deeds=did)

    def _learned(self) -> Iterator[Line]:
        if (credential := self.credential) is not None:
            slot = Slot(long_and_short(credential), (Source.fact(credential.key),))
            yield self._say(f"credential_{credential.status}", credential=slot)
        for item in self.kit.context.resume.education[:1]:
            study = joined([" in ".join(part for part in (item.credential, item.area) if part), item.institution])
            if not item.confidential and study:
                yield self._say("studied", study=Slot(study, (Source.fact(item.key),)))

    @cached_property
    def credential(self) -> Credential | None:
        """The one that leads the resume."""
        facts = self.kit.context.resume.facts
        leading = (facts.get(key) for key in self.kit.context.strategy.leading)
        return next((item for item in leading if isinstance(item, Credential) and not item.confidential), None)

    def _done(self) -> Iterator[Line]:
        if proof := self.deck.proof:
            yield self._say("result", result=proof)

    def _inside(self) -> Iterator[Line]:
        held = work_inside(self.deck, self.deck.seen.target_level or 0, below=0)
        if held and (job := job_of(held)).text:
            yield self._say("inside", Source.fact(held.role.key, "level"), job=job)

    def _reason(self) -> Iterator[Line]:
        target = self.kit.context.target
        if target and target.reason:
            reason = target.reason.strip()
            closed = reason if reason.endswith((".", "!", "?", "…")) else f"{reason}."
            yield self._say("reason", reason=Slot(closed, (Source.fact(target.key, "reason"),)))

    def _list(self) -> Iterator[Line]:
        target = self.kit.context.target
        if not target or not target.preferred_employers:
            return
        number = len(target.preferred_employers)
        count = Slot(
            f"{number_word(number)} employer{'' if number == 1 else 's'}", (Source.fact(target.key, "preferred_employers"),)
        )  # fmt: skip
        if target.listed_on and target.listed_on.year:
            yield self._say(
                "list_dated", Source.fact(target.key, "listed_on"), count=count, day=Slot(on_day(target.listed_on))
            )
        else:
            yield self._say("list_undated", count=count)
        yield from self._listed(target)
        employer = (self.kit.match.posting.employer if self.kit.match else "") or ""
        if employer and any(same_employer(employer, name) for name in target.preferred_employers):
            yield self._say("on_list", Source("posting", "employer"), Source.fact(target.key, "preferred_employers"))

    def _listed(self, target: Target) -> Iterator[Line]:
        """Of each offer, whether its employer stands on the list, and whether the list is older."""
        source = (Source("data", "offer"), Source.fact(target.key, "preferred_employers"))
        written = first_day(target.listed_on)
        for offer in self.offers:
            if not offer.employer:
                continue
            on_list = any(same_employer(offer.employer, name) for name in target.preferred_employers)
            yield self._say("offer_on_list" if on_list else "offer_off_list", *source, offer=_named(offer))
            came = last_day(offer.date)
            if written and came and written > came:
                yield self._say("list_after", *source, offer=_named(offer))

    def _covered(self) -> Iterator[Line]:
        match = self.kit.match
        if match and match.musts:
            keys = dict.fromkeys(item.fact for row in match.rows for item in row.evidence if row.status != "adjacent")
            covered, every = Slot(str(match.musts_covered)), Slot(str(match.musts))
            yield self._say("covered", Source("posting", "must"), *map(Source.fact, keys), covered=covered, all=every)

    def _money(self) -> Iterator[Line]:
        plan = self.plan
        if plan is None or plan.runway is None:
            yield self._say("no_plan")
            return
        begun = plan.runway.weeks[0].begins if plan.runway.weeks else None
        if plan.runway.never:
            yield self._say("runway_never", PLAN)
        else:
            form = "runway" if begun else "runway_undated"
            day = Slot(in_full(begun) if begun else "")
            yield self._say(form, PLAN, weeks=Slot(plan.runway.told), day=day)
        if plan.length:
            median, late = Slot(str(ceil(plan.length.median))), Slot(str(ceil(plan.length.late)))
            yield self._say("search", PLAN, median=median, late=late)
        left = next((item.runway for item in plan.alternatives if item.name == "quits now"), None)
        if left and plan.runway.never and not left.never:
            yield self._say("left", PLAN, weeks=Slot(left.told))
        if plan.decision and plan.decision.passed:
            yield self._say("decide_passed", PLAN)
        elif self.day:
            yield self._say("decide", PLAN, day=Slot(in_full(self.day)))
        if plan.claim or left:
            yield Line.of(plan.caution, PLAN)


def _named(offer: Offer) -> Slot:
    """An offer as a sentence opens with it."""
    if offer.title:
        return Slot(f"The offer ({joined([offer.title, offer.employer])})")
    return Slot(f"The offer from {offer.employer}" if offer.employer else "The offer")


def in_full(day: date) -> str:
    """A day as it is said after "on": September 20, 2026."""
    return on_day(PartialDate(day.year, day.month, day.day)).removeprefix("on ")


def on_day(when: PartialDate) -> str:
    """A date with its preposition: on September 20, 2026; in September 2026; in 2026."""
    words = in_words(when)
    if when.day and when.month:
        month, year = words.rsplit(" ", 1)
        return f"on {month} {when.day}, {year}"
    return f"in {words}"
