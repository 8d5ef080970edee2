"""Where applications leak: each stage's rate with its interval, what chance alone would give, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from resumekit.career.binomial import at_most, wilson
from resumekit.career.funnel_counts import FunnelCounts, count_funnel
from resumekit.career.funnel_reading import Code, Finding, FunnelReading, FunnelRules, Rate, Stage, many
from resumekit.career.tables import read_part
from resumekit.text.amount import percent

__all__ = ["Finding", "FunnelCounts", "FunnelReading", "FunnelRules", "Rate", "count_funnel", "funnel_rules",
           "judge_funnel", "read_funnel"]  # fmt: skip


def funnel_rules(paths: Iterable[str | Path] = ()) -> FunnelRules:
    """The rules that ship, with a coach's own over them. Raises ResumekitError for a file that cannot be used."""
    return read_part("funnel", FunnelRules, paths)


def read_funnel(counts: FunnelCounts, paths: Iterable[str | Path] = ()) -> FunnelReading:
    """What the counts say, stage by stage, and what to do. Raises ResumekitError for a rules file of no use."""
    return judge_funnel(counts, funnel_rules(paths))


def judge_funnel(counts: FunnelCounts, rules: FunnelRules) -> FunnelReading:
    """The same by rules that are at hand."""
    rates = tuple(_rates(counts, rules))
    judge = _Judge(counts, rules, {rate.stage: rate for rate in rates})
    steps = (
        judge.application,
        judge.recent,
        judge.interview,
        judge.offer,
        judge.referral,
        judge.untargeted,
        judge.late,
    )
    findings = tuple(finding for step in steps for finding in step())
    return FunnelReading(counts, rates, findings, tuple(_odd(counts)), rules)


def _rates(counts: FunnelCounts, rules: FunnelRules) -> Iterator[Rate]:
    told: list[tuple[Stage, int | None, int]] = [
        ("application", counts.interviews, counts.applications),
        ("interview", counts.interviewed_offers, counts.held),
    ]
    if counts.referrals:
        told.append(("referral", counts.referral_interviews, counts.referrals))
    if counts.untargeted:
        told.append(("untargeted", counts.untargeted_interviews, counts.untargeted))
    for stage, successes, trials in told:
        if successes is not None:
            yield Rate(stage, successes, trials, wilson(successes, trials, rules.confidence), rules.confidence)


def _odd(counts: FunnelCounts) -> Iterator[str]:
    if counts.interviewed_offers is None:
        yield (
            f"{many(counts.offers, 'offer')} and {many(counts.held, 'interview')}: offers came without an interview, or "
            "interviews are missing; no rate from interview to offer is given"
        )
    if counts.direct_offers:
        yield f"{many(counts.direct_offers, 'offer')} came without an interview: left out of the rate of interviews"
    if counts.withdrawn:
        yield f"{many(counts.withdrawn, 'application')} withdrawn before an interview: counted in no rate"


@dataclass(frozen=True, slots=True)
class _Judge:
    counts: FunnelCounts
    rules: FunnelRules
    rates: dict[Stage, Rate]

    def application(self) -> Iterator[Finding]:
        """The row of targeted applications without a referral: one finding, always."""
        counts, rules, rate = self.counts, self.rules, self.rates["application"]
        if not counts.applications:
            yield self._say("none-targeted" if counts.sent else "nothing-sent", "application")
            return
        p = float(at_most(rate.successes, rate.trials, rules.application_rate))
        seen = rate.sentence("targeted application")
        yield self._say(_application_code(rate, p, rules), "application", seen, rate, p, rules.application_rate)

    def recent(self) -> Iterator[Finding]:
        """Applications of the last days, and whether the verdict hangs on them."""
        counts, rules = self.counts, self.rules
        if not counts.recent:
            return
        older = replace(counts, applications=counts.applications - counts.recent, recent=0)
        now, then = (next(_Judge(some, rules, _by_stage(some, rules)).application()) for some in (counts, older))
        hangs = (
            "" if now.code == then.code else f" Without them it would read: {_lowered(rules.finding[then.code].says)}"
        )
        of = f"{counts.recent} of {many(counts.applications, 'targeted application')}"
        seen = f"{of} went out less than {many(rules.recent_days, 'day')} ago, without an answer so far."
        yield self._say("recent", "application", seen, after=hangs)

    def interview(self) -> Iterator[Finding]:
        """The row of interviews: none before the first has been held."""
        rate = self.rates.get("interview")
        if rate is None or not rate.trials:
            return
        p = float(at_most(rate.successes, rate.trials, self.rules.interview_rate))
        seen = rate.sentence("interview", "led to an offer")
        if self.counts.waiting:
            days = many(self.rules.recent_days, "day")
            seen += f" Of these, {self.counts.waiting} took place less than {days} ago, without an answer so far."
        if self.counts.upcoming:
            seen += f" {many(self.counts.upcoming, 'more interview')} booked."
        yield self._say(_interview_code(rate, p, self.rules), "interview", seen, rate, p, self.rules.interview_rate)

    def offer(self) -> Iterator[Finding]:
        """Whether offers come from the plan's employers."""
        counts = self.counts
        if not counts.offers:
            return
        off, on = counts.off_plan_offers, counts.on_plan_offers
        if off is None or on is None:
            yield self._say("offers-plan-unknown", "offer", f"{many(counts.offers, 'offer')}.")
            return
        unknown = counts.unknown_plan_offers
        seen = _offers({"on plan": on, "off plan": off, "not known to be either": unknown})
        code: Code = "offers-on-plan" if on else "offers-plan-unknown" if unknown else "offers-off-plan"
        yield self._say(code, "offer", seen)

    def referral(self) -> Iterator[Finding]:
        yield from self._apart("referral", "referrals", "referral")

    def untargeted(self) -> Iterator[Finding]:
        yield from self._apart("untargeted", "untargeted", "application sent unchanged")

    def late(self) -> Iterator[Finding]:
        """How many went out too long after the posting, of those whose two days are known."""
        late, timed = self.counts.late, self.counts.timed
        if not late:
            return
        hours = 24 * self.rules.prompt_days
        seen = f"Of {timed} whose two days are known, {late} went out more than {hours} hours after the posting."
        found = self._say("late", "timing", seen)
        yield replace(found, level="watch") if late >= self.rules.late_share * timed else found

    def _apart(self, stage: Stage, code: Code, noun: str) -> Iterator[Finding]:
        rate = self.rates.get(stage)
        if rate:
            more = _ABOVE if stage == "referral" and _is_above(rate, self.rates["application"]) else ""
            yield self._say(code, stage, rate.sentence(noun), rate, after=more)

    def _say(
        self, code: Code, stage: Stage, seen: str = "", rate: Rate | None = None, p: float | None = None,
        assumed: float | None = None, *, after: str = "",
    ) -> Finding:  # fmt: skip
        words = self.rules.finding[code]
        says = " ".join(part for part in (seen, words.says) if part) + after
        argument = _argument(rate, p, assumed, self.rules.unlikely) if rate and p is not None and assumed else ""
        return Finding(code, stage, words.level, says, words.says, words.do, argument, rate, p, assumed)


def _by_stage(counts: FunnelCounts, rules: FunnelRules) -> dict[Stage, Rate]:
    return {rate.stage: rate for rate in _rates(counts, rules)}


def _application_code(rate: Rate, p: float, rules: FunnelRules) -> Code:
    """From the gravest down, so that thresholds of one's own in another order still give one answer."""
    if rate.trials >= rules.documents_from and p < rules.unlikely:
        return "documents-or-targeting"
    if rate.successes:
        return "application-rate"
    return "watch" if rate.trials >= rules.watch_from else "too-early"


def _interview_code(rate: Rate, p: float, rules: FunnelRules) -> Code:
    if rate.trials >= rules.interviews_strong_from and p < rules.unlikely:
        return "interviews-strong"
    if rate.successes:
        return "interview-rate"
    if rate.trials >= rules.interviews_from and p < rules.likely:
        return "interviews-likely"
    return "interview-coaching" if rate.trials >= rules.coaching_from else "interviews-too-early"


def _argument(rate: Rate, p: float, assumed: float, unlikely: float) -> str:
    """The binomial argument in one sentence; none where so few, or fewer, are the rule."""
    if rate.successes and p > 0.5:
        return ""
    few = f"{rate.successes} or fewer" if rate.successes else "none"
    same = "; it is the same argument as for none at all" if rate.successes and p < unlikely else ""
    return f"At a true {percent(assumed)}, {few} after {rate.trials} happens {percent(p)} of the time{same}."


_ABOVE = " Their interval lies above that of targeted applications: more of the week belongs to them."


def _is_above(one: Rate, other: Rate) -> bool:
    return bool(one.interval and other.interval and one.interval.low > other.interval.high)


def _offers(parts: dict[str, int]) -> str:
    """What the offers are: "1 offer, off plan." or "3 offers: 2 on plan, 1 off plan."; parts of none are left out."""
    told = {words: number for words, number in parts.items() if number}
    whole = many(sum(told.values()), "offer")
    if len(told) > 1:
        return f"{whole}: {', '.join(f'{number} {words}' for words, number in told.items())}."
    return f"{whole}, {'' if sum(told.values()) == 1 else 'all '}{next(iter(told))}."


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
