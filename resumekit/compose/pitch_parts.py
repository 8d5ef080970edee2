"""The sentences that an opening can be made of: who, what was done, why here; each from facts, in the first person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resumekit.compose.kit import Kit
from resumekit.compose.spoken import speak
from resumekit.compose.story_facts import Told, mandate_of, size_of, told_of
from resumekit.document.line import Source
from resumekit.model.activity import Volunteering
from resumekit.model.credential import Credential, Education
from resumekit.model.role import Role
from resumekit.sections.context import Context, name_of
from resumekit.sections.credentials import long_and_short
from resumekit.sections.profile import best_role
from resumekit.strategy.history import Held, read_history
from resumekit.text.clause import opening_verb, to_base
from resumekit.text.english import lowered
from resumekit.text.first_person import at_place

_MOST_PAST = 5
_DUTIES = 3
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
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
    """Where the client stands: the present role, and the one that carries the weight; None where there is none."""

    now: Held | None
    best: Held | None
    fields: tuple[str, ...]
    years: int

    @property
    def is_short_now(self) -> bool:
        """Whether the present job is a short or junior one, and a higher role carries the weight."""
        return self.now is not None and self.best is not None and self.now.role.key != self.best.role.key


def standing_of(context: Context) -> Standing:
    """Roles as an opening tells them; a short job that the strategy shrinks never carries it."""
    history = read_history(context.resume, context.as_of)
    held = [item for item in history.held if name_of(item.role) and name_of(item.employer)]
    shrunk = {job.role for job in context.strategy.short_jobs if job.advised != "full"}
    solid = [item for item in held if item.role.key not in shrunk] or held
    now = next((item for item in held if item.role.is_current), None)
    best = best_role(context, solid) if solid else None
    if now and now.role.key not in shrunk and best and (now.role.level or 0) >= (best.role.level or 0):
        best = now
    fields = tuple(dict.fromkeys(item.role.field for item in solid if item.role.field and not item.role.confidential))[
        :2
    ]
    return Standing(now, best, fields, int(history.years or 0))


def is_student(context: Context) -> bool:
    return context.strategy.profile == "student"


def is_change(context: Context) -> bool:
    fired = [item.number for item in context.strategy.situations]
    return 2 in fired and fired[0] != 6


def present_parts(kit: Kit, standing: Standing) -> Iterator[Part]:
    """Who I am: the present job, how large it is, the credential, and where I am going."""
    context = kit.context
    if is_student(context):
        yield from (_school(school, 0) for school in _schools(context)[:1])
    if standing.is_short_now and standing.now and standing.best:
        yield Part(f"At present I am {_at(standing.now)}.", _role_sources(standing.now))
        yield Part(
            f"What I bring to you comes from before that: {_held_for(context, standing.best)}.",
            _role_sources(standing.best),
        )
    elif standing.best and not is_student(context):
        held = standing.best
        text = f"I am {_at(held)}{_about(held)}" if held.role.is_current else _held_for(context, held)
        yield Part(f"{text[:1].upper()}{text[1:]}.", _role_sources(held))
    if standing.best and not is_student(context):
        yield from _largeness(standing.best)
    if standing.years >= 2 and standing.fields and not is_student(context):
        dated = tuple(Source.fact(item.role.key, "start") for item in read_history(context.resume, context.as_of).held)
        text = f"Altogether I have {standing.years} years in {context.locale.joined(list(standing.fields))} behind me."
        yield Part(text, dated, 30)
    yield from _credentials(context)
    target = context.target
    if is_change(context) and target and target.field and standing.fields:
        text = f"Now I am moving from {standing.fields[0]} into {target.field}."
        yield Part(text, (Source.fact(target.key, "field"), *_role_sources(standing.best)), 80)


def _at(held: Held) -> str:
    comma = "," if "," in name_of(held.role) else ""
    return f"{name_of(held.role)}{comma} {at_place(name_of(held.employer), 'en')}"


def _about(held: Held) -> str:
    about = "" if held.employer.confidential else (held.employer.about or "").strip().rstrip(".")
    return f", {about}" if about else ""


def _held_for(context: Context, held: Held) -> str:
    """A role that is over, or not the newest: "for seven years I was …"."""
    years = (held.months or 0) // 12
    if years >= 2:
        count = _NUMBERS[years] if years < len(_NUMBERS) else str(years)
        return f"for {count} years I was {_at(held)}{_about(held)}"
    end = held.role.end
    until = f"until {context.day(end)} " if end and not end.is_present else ""
    return f"{until}I was {_at(held)}{_about(held)}"


def _role_sources(held: Held | None) -> tuple[Source, ...]:
    if held is None:
        return ()
    return Source.fact(held.role.key, "title"), Source.fact(held.employer.key, "employer")


def _largeness(held: Held) -> Iterator[Part]:
    be, have = ("am", "have") if held.role.is_current else ("was", "had")
    if mandate := mandate_of(held.role):
        yield Part(f"In that job I {be} {mandate}.", (Source.fact(held.role.key, "summary"),), 60)
    if size := size_of(held.role, sites=True):
        scope = held.role.scope
        yield Part(f"There I {have} {size}.", (Source.fact(scope.key if scope else held.role.key),), 70)


def _credentials(context: Context) -> Iterator[Part]:
    leading = [item for item in context.resume.credentials if item.key in context.strategy.leading]
    others = [item for item in context.resume.credentials if item not in leading and item.status == "designated"]
    for place, item in enumerate([*leading, *others][:2]):
        if name_of(item) and not context.is_omitted(item.key):
            yield Part(
                _credential(context, item), (Source.fact(item.key),), 90 if item in leading and not place else 35
            )


def _credential(context: Context, item: Credential) -> str:
    if item.confidential:
        return f"Besides, I hold a {item.say_as}."
    name = long_and_short(item)
    named = f"the {name}" if _PAPER.search(name) else f"the {name} designation"
    extra = f", {item.distinction}" if item.distinction and item.verifiable else ""
    match item.status:
        case "candidate":
            return f"At the moment I am a candidate for {named}."
        case "exam passed":
            return f"Already behind me is the exam for {named}."
        case "in progress":
            return f"Beside work I am preparing for {named}."
    day = context.day(item.date)
    return f"Since {day} I have held {named}{extra}." if day else f"In addition I hold {named}{extra}."


def _schools(context: Context) -> list[Education]:
    schools = [item for item in context.shown(context.resume.education) if item.credential and not item.confidential]
    return sorted(schools, key=lambda item: -(item.end.months_from_zero() if item.end else 0))


def _school(school: Education, worth: int) -> Part:
    what = f"{school.credential} in {school.area}" if school.area else f"{school.credential}"
    article = "an" if what[:1] in "AEIOU" else "a"
    distinction = f", {school.distinction}" if school.distinction else ""
    verb = "I am finishing" if school.end and (school.end.expected or school.end.is_present) else "I have"
    if worth:
        return Part(
            f"From {school.institution} {verb} {article} {what}{distinction}.", (Source.fact(school.key),), worth
        )
    return Part(f"{verb} {article} {what} from {school.institution}{distinction}.", (Source.fact(school.key),), worth)


def past_parts(kit: Kit, standing: Standing) -> Iterator[Part]:
    """What I have done: two achievements that must stand and three more, the schooling, and what others say."""
    context = kit.context
    chosen = _chosen(kit)
    named = standing.best.role.key if standing.best and not is_student(context) else ""
    for place, told in enumerate(sorted(chosen, key=lambda told: (told.holder.key != named, told.place))):
        worth = 0 if told in chosen[:2] else 75 - 5 * chosen.index(told)
        yield _achievement(kit, told, place, named, worth)
        named = told.holder.key
    schools = _schools(context)[1 if is_student(context) else 0 :]
    yield from (_school(school, 40 - 10 * place) for place, school in enumerate(schools[:2]))
    for item in context.resume.testimonials:
        if item.permission and not item.confidential and item.who and not context.is_omitted(item.key):
            position = f", {item.position}," if item.position else ""
            yield Part(f"{item.who}{position} has said of me: “{item.text}”", (Source.fact(item.key),), 25)
            break


def _chosen(kit: Kit) -> list[Told]:
    """The stories told in the opening: those with a result, the cards' order kept, none of a job that shrinks."""
    shrunk = {job.role for job in kit.context.strategy.short_jobs if job.advised != "full"}
    by_key = {told.key: told for told in told_of(kit.basis)}
    told = [by_key[story.fact] for story in kit.stories if story.result and story.role not in shrunk]
    plain = [by_key[story.fact] for story in kit.stories if not story.result and story.role not in shrunk]
    return [*told, *plain][:_MOST_PAST]


def _achievement(kit: Kit, told: Told, place: int, named: str, worth: int) -> Part:
    spoken = speak(told.achievement, kit.context.locale)
    deed = spoken.did or spoken.action.rstrip(".")
    if spoken.came:
        deed = f"{deed}{_followed(spoken.did, spoken.came)}"
    lead = _lead(told, place, named)
    situation = spoken.situation.rstrip(".")
    if situation and not situation.startswith(("The problem was", "The aim was", "This was")):
        text = f"{lead.rstrip(',:')}: {lowered(situation)}, so {deed}."
    elif situation:
        text = f"{lead.rstrip(',:')}: {lowered(situation)}. {deed[:1].upper()}{deed[1:]}."
    else:
        text = f"{lead} {deed}."
    holder = (Source.fact(told.holder.key), *((Source.fact(told.employer.key),) if told.employer else ()))
    return Part(text, (Source.fact(told.key), *holder), worth)


def _followed(did: str, came: str) -> str:
    """The result behind its deed: its person is not said twice."""
    subject = did.split(" ", 1)[0]
    if subject in ("I", "we") and came.startswith(f"{subject} "):
        return f", and {came.removeprefix(f'{subject} ')}"
    return f", and {came}"


_AGAIN = ("There", "In the same job", "Another example:", "Also there,")


def _lead(told: Told, place: int, named: str) -> str:
    """How the sentence is joined to the one before: by the job that was named last, or by the one it was done in."""
    if told.holder.key == named:
        return "One example:" if not place else _AGAIN[place % len(_AGAIN)]
    if isinstance(told.holder, Role) and told.employer:
        title = name_of(told.holder)
        comma = "," if "," in title else ""
        first = "As" if not place else "Before that, as" if place % 2 else "Earlier, as"
        return f"{first} {title}{comma} {at_place(name_of(told.employer), 'en')},"
    if told.holder.confidential or isinstance(told.holder, Role):
        return "Outside that job"
    organization = told.holder.organization
    for_ = f" for {organization}" if organization else f" of my own, “{name_of(told.holder)}”"
    return f"As a volunteer{for_}," if isinstance(told.holder, Volunteering) else f"In a project{for_},"


def future_parts(kit: Kit) -> Iterator[Part]:
    """Why here: the client's own reason, what the employer asks for, and the job."""
    target = kit.context.target
    if target is None:
        return
    if target.reason:
        said = target.reason.strip()
        yield Part(
            f"Why this job? {said}{'' if said.endswith(('.', '!', '?')) else '.'}", (Source.fact(target.key, "reason"),)
        )
    source = Source.fact(target.key)
    if duties := _duties(kit):
        wanted = kit.context.locale.joined(duties)
        at = f" at {target.employer}" if target.employer else ""
        yield Part(f"You are looking for someone to {wanted}.", (Source("posting", "duties"), source))
        yield Part(f"That is the work I would like to do next{at}.", (source,))
    elif target.role and not target.confidential:
        at = f" {at_place(target.employer, 'en')}" if target.employer else ""
        yield Part(f"That is why I am talking to you about the job of {target.role}{at}.", (source,))


def _duties(kit: Kit) -> list[str]:
    """The first duties of the posting in a few words each, as they follow "someone to"."""
    found = []
    for item in kit.match.posting.duties if kit.match and kit.match.posting.language == "en" else ():
        head = re.split(r"[,;:.(]", item.text, maxsplit=1)[0].strip()
        if opening_verb(head) and 2 <= len(head.split()) <= 12:
            found.append(to_base(head))
    return found[:_DUTIES]
