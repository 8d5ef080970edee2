"""The sentences that an opening can be made of: who I am and why here; each from facts, in the first person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resumekit.compose.kit import Kit
from resumekit.compose.kit_aim import aim_of
from resumekit.compose.kit_credentials import leading_credentials
from resumekit.compose.story_facts import mandate_of, size_of
from resumekit.document.line import Source
from resumekit.model.activity import Volunteering
from resumekit.model.credential import Credential, Education
from resumekit.model.date import PartialDate
from resumekit.sections.context import Context, name_of
from resumekit.sections.credentials import long_and_short
from resumekit.sections.profile import best_role, lowered_term
from resumekit.strategy.history import Held, History, read_history
from resumekit.text.clause import opening_verb, to_base
from resumekit.text.english import lowered
from resumekit.text.first_person import at_place
from resumekit.text.telling import as_reason

_DUTIES = 3
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_MONTHS = "January February March April May June July August September October November December".split()
_BODY = re.compile(r"\b(?:council|committee|board|team|crew|panel)$", re.IGNORECASE)
_PAPER = re.compile(
    r"\b(?:certification|certificate|designation|licen[cs]e|diploma|ticket|accreditation|aid|clearance)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of the opening. `worth` is 0 for one that must stand; of the others, more is better."""

    text: str
    sources: tuple[Source, ...]
    worth: int = 0

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the client stands: the present role, the one that carries the weight, and the years in their fields."""

    now: Held | None
    best: Held | None
    held: tuple[Held, ...]
    """Every role that may be named, the newest first; without those that the strategy shrinks."""
    fields: tuple[str, ...]
    years: int
    is_student: bool

    @property
    def is_short_now(self) -> bool:
        """Whether the present job is a short or junior one, and a higher role carries the weight."""
        return self.now is not None and self.best is not None and self.now.role.key != self.best.role.key

    def of(self, key: str) -> Held | None:
        """The role with this key."""
        return next((item for item in self.held if item.role.key == key), None)


def standing_of(context: Context) -> Standing:
    """Roles as an opening tells them; a short job that the strategy shrinks never carries it."""
    history = read_history(context.resume, context.as_of)
    held = [item for item in history.held if name_of(item.role) and name_of(item.employer)]
    shrunk = {job.role for job in context.strategy.short_jobs if job.advised != "full"}
    solid = [item for item in held if item.role.key not in shrunk] or held
    now = next((item for item in held if item.role.is_current), None)
    best = best_role(context, solid) if solid else None
    if now and now in solid and best and (now.role.level or 0) >= (best.role.level or 0):
        best = now
    told = [item for item in solid if item.role.field and not item.role.confidential]
    fields = tuple(dict.fromkeys(item.role.field or "" for item in told))[:2]
    years = History(tuple(item for item in told if item.role.field in fields), history.now).years
    return Standing(now, best, tuple(solid), fields, int(years or 0), context.strategy.profile == "student")


def is_change(context: Context) -> bool:
    """Whether the field changes; for a new graduate there is none to change from."""
    fired = [item.number for item in context.strategy.situations]
    return 2 in fired and fired[0] != 6


def present_parts(kit: Kit, standing: Standing) -> Iterator[Part]:
    """Who I am: the present job, how large it is, the credential, and where I am going."""
    context, best = kit.context, standing.best
    if standing.is_student:
        yield from (school_part(school, 0) for school in schools_of(context)[:1])
    elif standing.is_short_now and standing.now and best:
        yield Part(f"At present I am {_at(standing.now)}.", role_sources(standing.now))
        yield Part(f"What I bring to you comes from before that: {_held_for(best)}.", role_sources(best))
    elif best:
        text = f"I am {_at(best)}{_about(best)}" if best.role.is_current else _held_for(best)
        yield Part(f"{text[:1].upper()}{text[1:]}.", role_sources(best))
    if best and not standing.is_student:
        yield from _largeness(best)
        yield from _years(context, standing)
    yield from _credentials(context)
    target = context.target
    if best and is_change(context) and target and target.field and standing.fields:
        text = f"Now I am moving from {standing.fields[0]} into {target.field}."
        yield Part(text, (Source.fact(target.key, "field"), Source.fact(best.role.key, "field")), 80)


def _at(held: Held) -> str:
    comma = "," if "," in name_of(held.role) else ""
    return f"{name_of(held.role)}{comma} {at_place(name_of(held.employer), 'en')}"


def _about(held: Held) -> str:
    about = "" if held.employer.confidential else (held.employer.about or "").strip().rstrip(".")
    return f", {about}" if about else ""


def _held_for(held: Held) -> str:
    """A role that is over, or not the newest: "for seven years I was …"."""
    years = (held.months or 0) // 12
    if years >= 2:
        count = _NUMBERS[years] if years < len(_NUMBERS) else str(years)
        return f"for {count} years I was {_at(held)}{_about(held)}"
    end = held.role.end
    until = f"until {_month(end)} " if end and not end.is_present else ""
    return f"{until}I was {_at(held)}{_about(held)}"


def _month(day: PartialDate | None) -> str:
    """A date as it is said: the month in full where there is one."""
    if day is None or not day.year:
        return ""
    return f"{_MONTHS[day.month - 1]} {day.year}" if day.month else str(day.year)


def role_sources(held: Held) -> tuple[Source, ...]:
    return Source.fact(held.role.key, "title"), Source.fact(held.employer.key, "employer")


def _largeness(held: Held) -> Iterator[Part]:
    now = held.role.is_current
    if mandate := mandate_of(held.role):
        text = f"In that job I {'am' if now else 'was'} {mandate}."
        yield Part(text, (Source.fact(held.role.key, "summary"),), 60)
    if size := size_of(held.role, sites=True):
        scope = held.role.scope
        text = f"That job {'covers' if now else 'covered'} {size}."
        yield Part(text, (Source.fact(scope.key if scope else held.role.key),), 110)


def _years(context: Context, standing: Standing) -> Iterator[Part]:
    """The steps before the best role, and the years behind the client."""
    best = standing.best
    inside = steps_inside(standing)
    titles = list(dict.fromkeys(name_of(item.role) for item in reversed(inside)))
    if best and titles and not any("," in title for title in titles):
        steps = f"first {', then '.join(titles)}" if len(titles) > 1 else titles[0]
        text = f"Before that, with the same employer, I was {steps}."
        yield Part(text, tuple(Source.fact(item.role.key, "title") for item in inside), 50)

    if best and standing.years >= 2 and standing.fields:
        dated = tuple(Source.fact(item.role.key, "start") for item in standing.held)
        years = _NUMBERS[standing.years] if standing.years < len(_NUMBERS) else str(standing.years)
        text = f"Altogether I have {years} years in {context.locale.joined(list(standing.fields))} behind me."
        yield Part(text, dated, 45)


def steps_inside(standing: Standing) -> list[Held]:
    """The roles held before the best one with the same employer."""
    best = standing.best
    return [
        item for item in standing.held if best and item.employer.key == best.employer.key and _is_before(item, best)
    ]


def _is_before(held: Held, other: Held) -> bool:
    return (
        held.end is not None
        and other.start is not None
        and held.end <= other.start + 1
        and held.role.key != other.role.key
    )


def told_credentials(context: Context) -> Iterator[tuple[Credential, int]]:
    """The two credentials that an opening may name, those that lead first, each with its worth."""
    leading = leading_credentials(context)
    others = [
        item for item in context.shown(context.resume.credentials)
        if item not in leading and item.status == "designated"
    ]  # fmt: skip
    for place, item in enumerate((*leading, *others)[:2]):
        yield item, 90 if item in leading and not place else 40 - 15 * place


def _credentials(context: Context) -> Iterator[Part]:
    for place, (item, worth) in enumerate(told_credentials(context)):
        yield Part(_credential(item, place), (Source.fact(item.key),), worth)


def _credential(item: Credential, place: int) -> str:
    if item.confidential:
        return f"There is also this: {item.say_as}."
    name = long_and_short(item)
    named = f"the {name}" if _PAPER.search(name) else f"the {name} designation"
    extra = f", {item.distinction}" if item.distinction and item.verifiable else ""
    match item.status:
        case "candidate":
            return f"At the moment I am a candidate for {named}."
        case "exam passed":
            return f"Behind me is the exam for {named}."
        case "in progress":
            return f"At the moment I am preparing for {named}."
    day = _month(item.date)
    if place:
        return f"In {day} I earned {named}{extra}." if day else f"There is also {named}{extra}."
    return f"Since {day} I have held {named}{extra}." if day else f"With that goes {named}{extra}."


def schools_of(context: Context) -> list[Education]:
    """Schooling with a credential that may be named, the newest first."""
    schools = [item for item in context.shown(context.resume.education) if item.credential and not item.confidential]
    return sorted(schools, key=lambda item: -(item.end.months_from_zero() if item.end else 0))


def study(school: Education, language: str = "en") -> str:
    """What was studied: "Bachelor of Science in Chemistry"."""
    if not school.area:
        return school.credential or ""
    return (
        f"{school.credential}{', ' if language != 'en' or ' in ' in (school.credential or '') else ' in '}{school.area}"
    )


def school_part(school: Education, worth: int) -> Part:
    """A school; one that must stand opens the whole."""
    what = study(school)
    article = "an" if what[:1] in "AEIOU" else "a"
    distinction = f", {school.distinction}" if school.distinction else _equivalent(school)
    finishing = school.end and (school.end.expected or school.end.is_present)
    verb = "I am finishing" if finishing else "I have"
    if worth:
        text = f"From {school.institution} {verb} {article} {what}{distinction}."
        return Part(text, (Source.fact(school.key),), worth)
    return Part(f"{verb} {article} {what} from {school.institution}{distinction}.", (Source.fact(school.key),))


def _equivalent(school: Education) -> str:
    """What schooling from elsewhere counts as, without who assessed it."""
    text = re.sub(r"\s*\([^()]*\)$", "", (school.equivalency or "").strip().rstrip("."))
    if not text:
        return ""
    return f", {lowered(text)}" if re.match(r"equivalent\b", text, re.IGNORECASE) else f", assessed as {lowered(text)}"


def spare_parts(kit: Kit) -> Iterator[Part]:
    """What rounds off the past where there is time: schooling, unpaid work, an award, what others say, skills, tongues."""
    context, resume = kit.context, kit.context.resume
    schools = schools_of(context)[1 if context.strategy.profile == "student" else 0 :]
    yield from (school_part(school, 55 - 20 * place) for place, school in enumerate(schools[:2]))
    yield from _seats(context)
    for award in context.shown(resume.awards):
        if not award.confidential:
            when = f"In {award.date.year} I received" if award.date and award.date.year else "I have received"
            text = f"{when} an award: {award.name}{f', from {award.issuer}' if award.issuer else ''}."
            yield Part(text, (Source.fact(award.key),), 32)
            break
    for quote in resume.testimonials:
        if quote.permission and not quote.confidential and quote.who and not context.is_omitted(quote.key):
            position = f", {quote.position}," if quote.position else ""
            yield Part(f"{quote.who}{position} has said of me: “{quote.text}”", (Source.fact(quote.key),), 33)
            break
    yield from _skills(context)
    yield from _languages(context)
    for course in context.shown(resume.courses):
        if not course.confidential and course.date and course.date.year:
            text = f"In {course.date.year} I took the course “{course.name}”."
            yield Part(text, (Source.fact(course.key),), 18)
            break


def _seats(context: Context) -> Iterator[Part]:
    """Unpaid work that goes on, and a seat on a board or committee."""
    for item in context.shown(context.resume.volunteering):
        if item.role and not item.confidential and item.end and item.end.is_present:
            yield Part(f"{_beside(context)} I volunteer {_unpaid(item)}.", (Source.fact(item.key),), 34)
            break
    for seat in context.shown(context.resume.affiliations):
        if seat.role and not seat.confidential and seat.kind != "membership":
            now = seat.end is not None and seat.end.is_present
            text = f"Besides that, I {'serve' if now else 'have served'} as {seat.role} {at_place(seat.organization, 'en')}."
            yield Part(text, (Source.fact(seat.key),), 30)
            break


def _beside(context: Context) -> str:
    at_work = any(role.is_current for employer in context.resume.experience for role in employer.roles)
    return "Outside work" if at_work else "At present"


def _unpaid(item: Volunteering) -> str:
    """As what and where; a title that only says that it is unpaid is not said again."""
    title = re.sub(r"^volunteer\b[\s,:–-]*", "", item.role or "", flags=re.IGNORECASE)
    comma = "," if "," in title else ""
    at = at_place(item.organization, "en")
    if not title:
        return at
    if title == item.role:
        return f"as {title}{comma} {at}"
    inside = title if title[:2].isupper() else f"{title[:1].lower()}{title[1:]}"
    return f"{at}, {'on the' if _BODY.search(title) else 'for'} {inside}"


def _skills(context: Context) -> Iterator[Part]:
    by_key = {skill.key: skill for skill in context.resume.skills}
    chosen = [by_key[key] for key in context.strategy.competencies if key in by_key and not by_key[key].confidential]
    terms = [
        (lowered_term(term), skill.key)
        for skill in context.shown(chosen)[:3]
        for term in (skill.terms or (skill.name,))[:1]
    ]
    if len(terms) >= 2:
        said = context.locale.joined([term for term, _ in terms])
        yield Part(f"Of my skills I would name {said}.", tuple(Source.fact(key) for _, key in terms), 28)


def _languages(context: Context) -> Iterator[Part]:
    spoken = [item for item in context.shown(context.resume.languages) if not item.confidential]
    if len(spoken) >= 2:
        said = context.locale.joined([item.name for item in spoken])
        yield Part(f"My languages are {said}.", tuple(Source.fact(item.key) for item in spoken), 22)


def future_parts(kit: Kit) -> Iterator[Part]:
    """Why here: the client's own reason, what the employer asks for, and the job."""
    target = kit.context.target
    if target is None:
        return
    if target.reason:
        yield Part(f"Why this job? {as_reason(target.reason)}", (Source.fact(target.key, "reason"),))
    source = Source.fact(target.key)
    role, employer = aim_of(kit).role, aim_of(kit).employer
    if employer and employer in target.preferred_employers:
        text = f"{employer} stands on the short list of employers that I would like to work for."
        yield Part(text, (Source.fact(target.key, "preferred_employers"),), 48)
    if duties := _duties(kit):
        wanted = kit.context.locale.joined(duties)
        at = f" {at_place(employer, 'en')}" if employer else ""
        yield Part(f"You are looking for someone to {wanted}.", (Source("posting", "duties"), source))
        yield Part(f"That is the work I would like to do next{at}.", (source,))
    elif role:
        at = f" {at_place(employer, 'en')}" if employer else ""
        why = (
            "That is why I am talking to you about the job" if target.reason else "I would bring all of this to the job"
        )
        yield Part(f"{why} of {role}{at}.", (source,))


def _duties(kit: Kit) -> list[str]:
    """The first duties of the posting in a few words each, as they follow "someone to"."""
    duties = kit.match.posting.duties if kit.match and kit.match.posting.language == "en" else ()
    heads: Iterable[str] = (re.split(r"[;:(]|[,.](?!\d)", item.text, maxsplit=1)[0].strip() for item in duties)
    return [to_base(head) for head in heads if opening_verb(head) and 2 <= len(head.split()) <= 12][:_DUTIES]
