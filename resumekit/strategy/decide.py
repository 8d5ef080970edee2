"""Decide the strategy: facts and target → what leads, what shrinks, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from resumekit.model.credential import Credential
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.strategy.emphasis import Value, target_words, value_achievements, words_of
from resumekit.strategy.history import Held, History, read_history
from resumekit.strategy.rules import Profile, Range, Rules, load_rules
from resumekit.strategy.strategy import Left, Reason, Strategy, Treated

SECTIONS = (
    "profile", "highlights", "competencies", "experience", "earlier", "credentials", "education", "courses",
    "projects", "volunteering", "affiliations", "awards", "publications", "languages",
    "strengths", "attributes", "talents", "interests", "testimonials",
)  # fmt: skip
"""Every section of a resume, in its usual order."""

_LISTS = {"competencies": "skills", "earlier": ""}
"""The list of the resume that a section is made from, where its name is another."""

FOR_THE_INTERVIEW = ("strengths", "attributes", "talents", "interests", "testimonials")
"""Sections that a resume shows only when the target asks for them; letter and interview use them."""


MOST_PAGES = 50
"""The limit where no target sets one."""


@dataclass
class _Case:
    """What the steps of the decision share and add to."""

    resume: Resume
    target: Target | None
    posting: str
    rules: Rules
    history: History
    values: dict[str, Value]
    wanted: frozenset[str]
    omit: frozenset[str]
    reasons: list[Reason] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    def because(self, rule: str, text: str, *facts: str) -> None:
        self.reasons.append(Reason(rule, text, facts))

    def is_omitted(self, key: str) -> bool:
        return key in self.omit


def decide(
    resume: Resume, target: Target | None = None, *, as_of: date | None = None, posting: str = "",
    rules: Rules | None = None,
) -> Strategy:  # fmt: skip
    """The strategy for one target, or for none: then there is nothing to select by, and every fact is shown.

    Args:
        as_of: the day it is seen from; the file's own `as_of`, or its newest date, where it is None.
        posting: the posting's text, when it came from a file.
        rules: the numbers; the shipped ones by default.
    """
    rules = rules or load_rules()
    history = read_history(resume, as_of)
    posting = posting or (target.posting if target and target.posting else "")
    wanted = target_words(target, posting)
    values = value_achievements(resume, history, wanted, rules.value)
    omit = frozenset(target.omit) if target else frozenset()
    case = _Case(resume, target, posting, rules, history, values, wanted, omit)

    kind = _profile_kind(case)
    profile: Profile = getattr(rules, kind)
    short = _short_job(case)
    ranked = {held.role.key: _ranked(case, held) for held in history.held}
    highlights = _highlights(case, profile, ranked, short)
    roles = {
        held.role.key: _treat(case, profile, index, held, ranked[held.role.key], highlights, short)
        for index, held in enumerate(_kept(case))
    }
    leading = _leading_credentials(case)
    pages = _pages(case, profile)
    return Strategy(
        format="chronological",
        profile=kind,
        sections=_order(case, kind, bool(leading), bool(highlights)),
        roles=roles,
        highlights=highlights,
        competencies=_competencies(case),
        leading=tuple(item.key for item in leading),
        post_nominals=tuple(item.key for item in leading if item.status == "designated" and item.short),
        proofs=_proofs(case, {key: ranked[key] for key in roles}, highlights),
        pages=pages,
        left=(*case.left, *_unsaid(case)),
        reasons=tuple(case.reasons),
        values={key: value.total for key, value in values.items()},
    )


def _pages(case: _Case, profile: Profile) -> int:
    if case.target is None:
        case.because("no target", "no target is stated: every fact is shown, on as many pages as it takes")
        return MOST_PAGES
    if case.target.pages:
        case.because("pages", f"{case.target.pages} page(s) at most, as the target says", case.target.key)
        return case.target.pages
    case.because("pages", f"{profile.pages[1]} page(s) at most")
    return profile.pages[1]


def _profile_kind(case: _Case) -> str:
    """Which row of the length table holds."""
    history = case.history
    recent = [held for held in history.held if history.years_since(held) <= 5 and held.role.level is not None]
    best = max((held.role.level or 0 for held in recent), default=None)
    aimed = case.target.level if case.target else None
    years = history.career_years
    if (best or 0) >= 7 or (aimed or 0) >= 7:
        kind = "executive"
    elif (best or 0) >= 5:
        kind = "senior"
    elif years < 2:
        kind = "student"
    elif years < 5:
        kind = "early"
    else:
        kind = "experienced"
    told = f"{years:.1f} years of work, co-op terms and junior jobs apart"
    level = "level unknown" if best is None else f"best level of the last 5 years {best}"
    case.because("length", f"{told}, {level}: the length of '{getattr(case.rules, kind).summary}'")
    return kind


def _kept(case: _Case) -> list[Held]:
    kept = []
    for held in case.history.held:
        if case.is_omitted(held.role.key) or case.is_omitted(held.employer.key):
            case.left.append(Left(held.role.key, "the target leaves it out"))
        else:
            kept.append(held)
    return kept


def _short_job(case: _Case) -> str | None:
    """The latest role's key when it is under a year old, with a new employer, and not above the one before."""
    kept = [
        held for held in case.history.held
        if not case.is_omitted(held.role.key) and not case.is_omitted(held.employer.key)
    ]  # fmt: skip
    if len(kept) < 2 or case.target is None:
        return None
    latest, before = kept[0], kept[1]
    if latest.employer.key == before.employer.key or latest.months is None:
        return None
    below = latest.role.level is not None and before.role.level is not None and latest.role.level < before.role.level
    above = latest.role.level is not None and before.role.level is not None and latest.role.level > before.role.level
    if (latest.months < case.rules.limits.short_job_months and not above) or below:
        told = f"{latest.months} months" + (", a lower level than the one before" if below else "")
        case.because("short job", f"the latest job is short or junior ({told})", latest.role.key, before.role.key)
        return latest.role.key
    return None


def _ranked(case: _Case, held: Held) -> list[str]:
    """The achievements of a role that may be shown, the most valuable first; file order breaks ties."""
    shown = []
    for achievement in held.role.achievements:
        if case.is_omitted(achievement.key):
            case.left.append(Left(achievement.key, "the target leaves it out"))
        else:
            shown.append(achievement.key)
    return sorted(shown, key=lambda key: -case.values[key].total)


def _highlights(case: _Case, profile: Profile, ranked: dict[str, list[str]], short: str | None) -> tuple[str, ...]:
    """The strongest achievements, set apart above the history; never so many that a role is left bare."""
    most = profile.highlights or (4 if short else 0)
    if not most or "highlights" in case.omit or case.target is None:
        return ()
    detailed = [
        held for held in case.history.held
        if held.role.key != short and case.history.years_since(held) <= profile.years_in_detail
        and not case.is_omitted(held.role.key) and not case.is_omitted(held.employer.key)
    ]  # fmt: skip
    pool = []
    for held in detailed:
        keys = ranked[held.role.key]
        spare = max(len(keys) - 2, 0)
        pool += [key for key in keys[:spare] if case.values[key].measured >= 0.8]
    chosen = sorted(pool, key=lambda key: -case.values[key].total)[:most]
    if len(chosen) < 3:
        return ()
    why = "a short or junior latest job" if short else f"the length of '{profile.summary}'"
    case.because("highlights", f"career highlights lead because of {why}", *chosen)
    return tuple(chosen)


def _treat(
    case: _Case, profile: Profile, index: int, held: Held, keys: list[str], highlights: tuple[str, ...],
    short: str | None,
) -> Treated:  # fmt: skip
    """How many of a role's achievements are shown, by its age."""
    age = case.history.years_since(held)
    limits: Range
    if case.target is None:
        return Treated(held.role.key, "full", tuple(_in_file_order(held)), tuple(duty.key for duty in held.role.duties))
    if held.role.key == short:
        limits = case.rules.limits.short_job_bullets
    elif age > 15:
        limits = profile.bullets[4]
    elif age > max(10, profile.years_in_detail - 0.01):
        limits = profile.bullets[3]
    else:
        limits = profile.bullets[min(index, 2)]
    most = min(limits[1], case.rules.limits.most_bullets)
    role = held.role
    if most == 0:
        case.because("earlier career", f"ended {age:.0f} years ago: one line", role.key)
        case.left += [
            Left(key, "its role is over the years told in detail", case.values[key].total)
            for key in keys if key not in highlights
        ]  # fmt: skip
        return Treated(role.key, "line")
    rest = [key for key in keys if key not in highlights]
    case.left += [Left(key, f"at most {most} bullets under this role", case.values[key].total) for key in rest[most:]]
    duties = _duties(case, held, limits[0] - len(rest[:most]))
    return Treated(role.key, "full", tuple(rest[:most]), duties, limits[0])


def _in_file_order(held: Held) -> list[str]:
    return [achievement.key for achievement in held.role.achievements]


def _duties(case: _Case, held: Held, wanting: int) -> tuple[str, ...]:
    """Standing tasks fill a role that has fewer achievements than its least number of bullets."""
    duties = [duty.key for duty in held.role.duties if not case.is_omitted(duty.key)]
    shown = duties[: max(wanting, 0)]
    case.left += [Left(key, "achievements say more than duties") for key in duties[len(shown) :]]
    return tuple(shown)


def _leading_credentials(case: _Case) -> list[Credential]:
    """Credentials that stand before experience: named in the posting, or new and in the target's own field."""
    found = []
    for credential in case.resume.credentials:
        if case.is_omitted(credential.key):
            continue
        named = [name for name in (credential.short, credential.name) if name and name in case.posting]
        same = bool(
            case.target and case.target.field and credential.field
            and words_of(case.target.field) & words_of(credential.field)
        )  # fmt: skip
        year = credential.date.months_from_zero() if credential.date else None
        new = (
            year is None
            or case.history.now is None
            or (case.history.now - year <= 12 * case.rules.limits.credential_new_years)
        )
        if named or (same and new):
            why = f"the posting names {named[0]}" if named else "it is new and in the target's field"
            case.because("credential", f"stands before experience: {why}", credential.key)
            found.append(credential)
    return found


def _order(case: _Case, kind: str, credentials_first: bool, highlights: bool) -> tuple[str, ...]:
    shown = frozenset(case.target.show) if case.target else frozenset(FOR_THE_INTERVIEW)
    order = [
        name for name in SECTIONS
        if name not in case.omit and (name not in FOR_THE_INTERVIEW or name in shown)
    ]  # fmt: skip
    for name in FOR_THE_INTERVIEW:
        if name not in shown:
            case.left += [
                Left(fact.key, f"kept for letter and interview; 'show: [{name}]' in the target prints it")
                for fact in getattr(case.resume, name)
            ]
    if not highlights and "highlights" in order:
        order.remove("highlights")
    if kind == "student" and _study_leads(case):
        order = _before(order, "education", "experience")
        order = _before(order, "projects", "experience")
        case.because("education first", "under two years of work: education leads")
    if credentials_first and "credentials" in order:
        order = _before(order, "credentials", "experience" if kind != "student" else "education")
    return tuple(order)


def _study_leads(case: _Case) -> bool:
    quebec = bool(case.target and case.target.market and "qu" in case.target.market.lower())
    return bool(case.resume.education) and not quebec


def _before(order: list[str], name: str, other: str) -> list[str]:
    if name not in order or other not in order:
        return order
    rest = [item for item in order if item != name]
    place = rest.index(other)
    return [*rest[:place], name, *rest[place:]]


def _competencies(case: _Case) -> tuple[str, ...]:
    """The skills that are shown: those that the target's words ask for first, then as the file has them."""
    skills = [skill for skill in case.resume.skills if not case.is_omitted(skill.key)]
    ranked = sorted(
        skills, key=lambda skill: -min(len(words_of(" ".join((skill.name, *skill.terms))) & case.wanted), 3)
    )
    most, count = case.rules.limits.competencies[1], 0
    chosen: list[str] = []
    for skill in ranked:
        size = max(len(skill.terms), 1)
        if chosen and count + size > most and case.target:
            case.left.append(Left(skill.key, f"at most {most} terms under skills"))
            continue
        chosen.append(skill.key)
        count += size
    return tuple(chosen)


def _proofs(case: _Case, ranked: dict[str, list[str]], highlights: tuple[str, ...]) -> tuple[str, ...]:
    """The strongest measured achievements, for the profile; the ones set apart as highlights are not said twice."""
    keys = [
        key for keys_of_role in ranked.values() for key in keys_of_role
        if key not in highlights and case.values[key].measured >= 0.8
    ]  # fmt: skip
    return tuple(sorted(keys, key=lambda key: -case.values[key].total))


def _unsaid(case: _Case) -> list[Left]:
    """What else the target leaves out, by id or with its whole section; and employers that nothing is known of."""
    told = {left.fact for left in case.left}
    by_section = [
        fact.key for name in SECTIONS if name in case.omit for fact in getattr(case.resume, _LISTS.get(name, name), ())
    ]
    by_id = [key for key in case.resume.facts if case.is_omitted(key)]
    bare = [employer.key for employer in case.resume.experience if not employer.roles]
    left = dict.fromkeys([*by_section, *by_id], "the target leaves it out") | dict.fromkeys(bare, "no role is stated")
    return [Left(key, why) for key, why in left.items() if key not in told]
