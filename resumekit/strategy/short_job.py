"""The short-job integrator: full, compressed or left out; what each leaves behind, and what to say about it."""

from __future__ import annotations

from resumekit.strategy.case import Case
from resumekit.strategy.history import Held
from resumekit.strategy.observe import gaps
from resumekit.strategy.rules import Integrator
from resumekit.strategy.strategy import Choice, Integration, Presentation
from resumekit.strategy.treatment import relevance_of


def integrate(case: Case, held: Held, rules: Integrator) -> Integration:
    """What to do with a short job, for the target of the case.

    A job with a missing date is taken as lasting no months: it is then told, never left out.
    """
    months = held.months or 0
    gap = _hole(case, held)
    relevance = relevance_of(case, held)
    current = held.role.is_current
    advised, reason = _advise(held, months, gap, relevance, rules)
    return Integration(
        role=held.role.key,
        title=held.role.title,
        employer=held.employer.say_as or "" if held.employer.confidential else held.employer.name,
        months=months,
        gap_if_omitted=gap,
        relevance=round(relevance, 2),
        is_current=current,
        advised=advised,
        reason=reason,
        presentations=_presentations(case, held, gap, advised, rules),
    )


def short_jobs(case: Case, rules: Integrator) -> tuple[Integration, ...]:
    """Every job under a year that is not one step of several with its employer, the newest first."""
    found = []
    for held in case.history.held:
        alone = len(held.employer.roles) == 1
        short = held.months is not None and held.months < rules.compress_months
        planned = held.role.employment in ("co-op", "volunteer")
        if (alone and short and not planned) or held.role.key == case.seen.short_role:
            found.append(integrate(case, held, rules))
    return tuple(found)


def _hole(case: Case, held: Held) -> int:
    """Months without work that appear where the job was, when it is left out: those of the job and around it."""
    before = gaps(case.history)[1] or 0
    after = gaps(case.history, without=held.role.key)[1] or 0
    return after if after > before else min(after, held.months or 0)


def _advise(held: Held, months: int, gap: int, relevance: float, rules: Integrator) -> tuple[Choice, str]:
    compress = months < rules.compress_months and relevance < rules.include_relevance
    told: Choice = "compressed" if compress else "full"
    if held.months is None:
        return "compressed", "its dates are not complete; it is told until they are"
    if held.role.is_current:
        return told, "it is the present job"
    if gap >= rules.include_gap_months:
        return told, f"left out, it leaves a hole of {gap} months"
    if relevance >= rules.include_relevance:
        return told, "it serves the target"
    if months <= rules.omit_months and relevance < rules.omit_relevance:
        return "omitted", f"{months} months, a hole of {gap}, and nothing in it serves the target"
    return "compressed", "too long to leave out, too little in it to tell"


def _presentations(
    case: Case, held: Held, gap: int, advised: Choice, rules: Integrator
) -> tuple[Presentation, Presentation, Presentation]:
    count = len(held.role.achievements)
    standing = gaps(case.history)[1] or 0
    why_not_omit = ""
    if held.role.is_current:
        why_not_omit = "not honest: it would present the one before as the present job"
    elif gap >= rules.include_gap_months:
        why_not_omit = f"allowed, but a hole of {gap} months asks more questions than the job does"
    elif advised != "omitted":
        why_not_omit = "allowed, but a background check finds it"
    full = Presentation(
        "full", min(count, 3), standing,
        "" if advised == "full" else "it takes room from the higher role",
        "I took it for {a reason of yours}. It taught me {one thing}, and I now look for {what the target offers}.",
    )  # fmt: skip
    compressed = Presentation(
        "compressed", min(count, 2), standing, "",
        "It is a short chapter: {the mandate in five words}. The work I am best at is {the higher role}, and that is "
        "what your job asks for.",
    )  # fmt: skip
    omitted = Presentation(
        "omitted", 0, max(gap, standing), why_not_omit,
        "Between {month} and {month} I also did a short job that does not bear on this one; I am glad to give its "
        "details.",
    )  # fmt: skip
    return full, compressed, omitted
