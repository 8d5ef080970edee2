"""The sentences of a French opening: who I am, what rounds off the past, why here; each from facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.career.french_telling import FrenchTelling
from resumekit.career.story_rules import telling_rules
from resumekit.compose.french_facts import at, in_fields, job, mandate_in_french, size_in_french
from resumekit.compose.kit import Kit
from resumekit.compose.kit_aim import aim_of
from resumekit.compose.pitch_parts import (
    Part,
    Standing,
    is_change,
    role_sources,
    schools_of,
    steps_inside,
    study,
    told_credentials,
)
from resumekit.document.line import Source
from resumekit.model.credential import Credential, Education
from resumekit.model.date import PartialDate
from resumekit.sections.context import Context, name_of
from resumekit.sections.credentials import long_and_short
from resumekit.sections.profile import lowered, lowered_term
from resumekit.strategy.history import Held
from resumekit.text.dates import format_date
from resumekit.text.french_speech import french_reason, is_infinitive, is_person, of, paper, the_language

_NUMBERS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze".split()
_SCHOOL = re.compile(r"(?:Université|Hôpital|Institut|Académie|École|Ordre|Office|Agence|Association)\b")
_SCHOOL_DU = re.compile(
    r"(?:Cégep|Collège|Centre|Conservatoire|Ministère|Gala|Festival|Salon|Conseil|Réseau|Mouvement|Barreau|Club|Comité|Regroupement|Syndicat|Cercle|Musée|Service|Groupe|Bureau)\b"
)
_SCHOOL_LA = re.compile(r"(?:Faculté|Chambre|Fondation|Fédération|Société|Ville|Commission|Polytechnique)\b")
_PRIZE = re.compile(r"(?:Prix|Mérite|Trophée|Titre|Concours|Méritas)\b")
_PRIZE_F = re.compile(r"(?:Bourse|Médaille|Mention|Reconnaissance)\b")
_DUTIES = 3


def words_of(kit: Kit) -> FrenchTelling:
    """The standing sentences, a coach's own over them."""
    return telling_rules(kit.rules).fr


def counted(years: int) -> str:
    """Years as they are said."""
    return _NUMBERS[years] if years < len(_NUMBERS) else str(years)


def present_in_french(kit: Kit, standing: Standing) -> Iterator[Part]:
    """Who I am: the present job, how large it is, the years, the credential, and where I am going."""
    context, best, words = kit.context, standing.best, words_of(kit).present
    if standing.is_student:
        yield from (_school(school, 0, kit) for school in schools_of(context)[:1])
    elif standing.is_short_now and standing.now and best:
        yield Part(words.short.format(**_slots(standing.now, about=False)), role_sources(standing.now))
        yield Part(words.before.format(held=_held_for(best, kit)), role_sources(best))
    elif best:
        text = words.now.format(**_slots(best)) if best.role.is_current else _held_for(best, kit)
        yield Part(f"{text[:1].upper()}{text[1:]}", role_sources(best))
    if best and not standing.is_student:
        yield from _largeness(best, kit)
        yield from _years(kit, standing)
    yield from _credentials(kit)
    target = context.target
    if best and is_change(context) and target and target.field and standing.fields:
        cited = (Source.fact(target.key, "field"), Source.fact(best.role.key, "field"))
        yield Part(words.change.format(field=target.field), cited, 80)


def _slots(held: Held, *, about: bool = True) -> dict[str, str]:
    said = "" if held.employer.confidential or not about else (held.employer.about or "").strip().rstrip(".")
    return {
        "title": job(name_of(held.role)), "at": at(name_of(held.employer)), "about": f", {lowered(said)}" if said else "",
    }  # fmt: skip


def _held_for(held: Held, kit: Kit) -> str:
    """A role that is over, or not the newest: "pendant sept ans, j’ai travaillé comme …"."""
    words, years, end = words_of(kit).present, (held.months or 0) // 12, held.role.end
    if years >= 2:
        return words.years_held.format(years=counted(years), **_slots(held))
    if end and not end.is_present and end.year and not end.season:
        return words.until_held.format(until=_when(end, kit.context), **_slots(held))
    return words.held.format(**_slots(held))


def _when(day: PartialDate | None, context: Context) -> str:
    """A date after "en": the month and the year, or the year alone."""
    if day is None or not day.year:
        return ""
    bare = PartialDate(year=day.year, month=day.month)
    return format_date(bare, context.locale)


def _largeness(best: Held, kit: Kit) -> Iterator[Part]:
    words, now = words_of(kit).present, best.role.is_current
    if mandate := mandate_in_french(best.role):
        text = (words.mandate_now if now else words.mandate_then).format(mandate=mandate)
        yield Part(text, (Source.fact(best.role.key, "summary"),), 60)
    if size := size_in_french(best.role, sites=True):
        scope = best.role.scope
        text = (words.size_now if now else words.size_then).format(size=size)
        yield Part(text, (Source.fact(scope.key if scope else best.role.key),), 110)


def _years(kit: Kit, standing: Standing) -> Iterator[Part]:
    words, best, inside = words_of(kit).present, standing.best, steps_inside(standing)
    titles = list(dict.fromkeys(lowered(name_of(item.role)) for item in reversed(inside)))
    if best and titles and not any("," in title for title in titles):
        cited = tuple(Source.fact(item.role.key, "title") for item in inside)
        yield Part(words.steps.format(titles=", puis comme ".join(titles)), cited, 50)
    if best and standing.years >= 2 and standing.fields:
        dated = tuple(Source.fact(item.role.key, "start") for item in standing.held)
        fields = in_fields(standing.fields, kit.context.locale)
        yield Part(words.years.format(years=counted(standing.years), fields=fields), dated, 45)


def _credentials(kit: Kit) -> Iterator[Part]:
    for item, worth in told_credentials(kit.context):
        yield Part(_credential(item, kit), (Source.fact(item.key),), worth)


def _credential(item: Credential, kit: Kit) -> str:
    words, name = words_of(kit).papers, long_and_short(item)
    if item.confidential:
        return words.say_as.format(credential=item.say_as)
    match item.status:
        case "candidate" if is_person(item.name):
            return words.candidate_person.format(credential=of(lowered(item.name)))
        case "candidate":
            return words.candidate.format(credential=name)
        case "exam passed":
            return words.passed.format(credential=name)
        case "in progress":
            return words.in_progress.format(credential=name)
    extra = f", {item.distinction}" if item.distinction and item.verifiable else ""
    when = _when(item.date, kit.context)
    held = paper(item.name, definite=True)
    if held:
        credential = f"{held}{extra}"
        return words.dated.format(when=when, credential=credential) if when else words.paper.format(
            credential=credential
        )  # fmt: skip
    if is_person(item.name):
        titled = f"{of(lowered(item.name))}{extra}"
        return words.dated.format(when=when, credential=f"le titre {titled}") if when else (
            words.designated_person.format(credential=titled)
        )  # fmt: skip
    return words.designated.format(credential=f"{name}{extra}")


def of_school(name: str) -> str:
    """An institution after its diploma or prize: "de l’Université du Mont-Boisé", "du Cégep", "d’OTTIAQ"."""
    if _SCHOOL.match(name):
        return f"de l’{name}"
    if _SCHOOL_DU.match(name):
        return f"du {name}"
    return f"de la {name}" if _SCHOOL_LA.match(name) else of(name)


def school_in_french(school: Education, kit: Kit, place: int = 0) -> str:
    """A school as a sentence."""
    words, what = words_of(kit).papers, study(school, "fr")
    if school.area and "," not in school.area and paper(school.credential or "", definite=True):
        what = f"{school.credential} en {lowered(school.area)}" if " en " not in (school.credential or "") else what
    titled = paper(what, definite=False)
    finishing = school.end and (school.end.expected or school.end.is_present)
    if not titled:
        return words.school_unknown.format(study=what, school=school.institution)
    template = words.school_now if finishing else words.school_next if place else words.school
    text = template.format(study=titled, school=of_school(school.institution or ""))
    return f"{text[:-1]}, {lowered(school.distinction)}." if school.distinction and text.endswith(".") else text


def _school(school: Education, worth: int, kit: Kit, place: int = 0) -> Part:
    return Part(school_in_french(school, kit, place), (Source.fact(school.key),), worth)


def spare_in_french(kit: Kit) -> Iterator[Part]:
    """What rounds off the past where there is time: schooling, unpaid work, an award, what others say, skills, tongues."""
    context, words = kit.context, words_of(kit).spare
    schools = schools_of(context)[1 if context.strategy.profile == "student" else 0 :]
    yield from (_school(school, 55 - 20 * place, kit, place) for place, school in enumerate(schools[:2]))
    yield from _seats(kit)
    for award in context.shown(context.resume.awards):
        if not award.confidential:
            prize = _prize(award.name, award.issuer)
            dated = award.date and award.date.year
            text = words.award.format(when=award.date.year, award=prize) if award.date and dated else (
                words.award_undated.format(award=prize)
            )  # fmt: skip
            yield Part(text, (Source.fact(award.key),), 32)
            break
    for quote in context.resume.testimonials:
        if quote.permission and not quote.confidential and quote.who and not context.is_omitted(quote.key):
            who = f"{quote.who}, {lowered(quote.position)}," if quote.position else quote.who
            yield Part(words.quote.format(who=who, text=quote.text), (Source.fact(quote.key),), 33)
            break
    yield from _named(kit)
    for course in context.shown(context.resume.courses):
        if not course.confidential and course.date and course.date.year:
            yield Part(words.course.format(year=course.date.year, course=course.name), (Source.fact(course.key),), 18)
            break


def _prize(name: str, issuer: str | None) -> str:
    titled = f"le {name}" if _PRIZE.match(name) else f"la {name}" if _PRIZE_F.match(name) else (
        f"une distinction, «\u00a0{name}\u00a0»"
    )  # fmt: skip
    return f"{titled} {of_school(issuer)}" if issuer and not titled.startswith("une") else titled


def _seats(kit: Kit) -> Iterator[Part]:
    """Unpaid work that goes on, and a seat on a board or committee."""
    context, words = kit.context, words_of(kit).spare
    for item in context.shown(context.resume.volunteering):
        if item.role and not item.confidential and item.end and item.end.is_present:
            where, bare = at(item.organization), item.role.lower().startswith("bénévole")
            text = words.volunteer.format(at=where) if bare else (
                words.volunteer_as.format(at=where, title=lowered(item.role))
            )  # fmt: skip
            yield Part(text, (Source.fact(item.key),), 34)
            break
    for seat in context.shown(context.resume.affiliations):
        if seat.role and not seat.confidential and seat.kind != "membership":
            template = words.seat_now if seat.end is not None and seat.end.is_present else words.seat_then
            text = template.format(title=job(seat.role), at=of_school(seat.organization))
            yield Part(text, (Source.fact(seat.key),), 30)
            break


def _named(kit: Kit) -> Iterator[Part]:
    """Skills and languages by name."""
    context, words = kit.context, words_of(kit).spare
    by_key = {skill.key: skill for skill in context.resume.skills}
    chosen = [by_key[key] for key in context.strategy.competencies if key in by_key and not by_key[key].confidential]
    terms = [
        (lowered_term(term), skill.key)
        for skill in context.shown(chosen)[:3]
        for term in (skill.terms or (skill.name,))[:1]
    ]
    if len(terms) >= 2:
        said = words.skills.format(skills=context.locale.joined([term for term, _ in terms]))
        yield Part(said, tuple(Source.fact(key) for _, key in terms), 28)
    spoken = [item for item in context.shown(context.resume.languages) if not item.confidential]
    if len(spoken) >= 2:
        names = [the_language(re.split(r"[,(]", item.name)[0].strip().lower()) for item in spoken]
        said = words.languages.format(languages=context.locale.joined(names))
        yield Part(said, tuple(Source.fact(item.key) for item in spoken), 22)


def future_in_french(kit: Kit) -> Iterator[Part]:
    """Why here: the client's own reason, what the employer asks for, and the job."""
    target, words = kit.context.target, words_of(kit).future
    if target is None:
        return
    if target.reason:
        text = words.reason.format(reason=french_reason(target.reason))
        yield Part(text, (Source.fact(target.key, "reason"),))
    source, aim = Source.fact(target.key), aim_of(kit)
    if aim.employer and aim.employer in target.preferred_employers:
        text = words.preferred.format(employer=aim.employer)
        yield Part(text, (Source.fact(target.key, "preferred_employers"),), 48)
    where = f" {at(aim.employer)}" if aim.employer else ""
    if duties := _duties(kit):
        wanted = kit.context.locale.joined(duties)
        yield Part(words.duties.format(duties=wanted), (Source("posting", "duties"), source))
        yield Part(words.duties_mine.format(at=where), (source,))
    elif aim.role:
        template = words.role if target.reason else words.role_bare
        comma = "," if where and "," in aim.role else ""
        yield Part(template.format(role=f"{of(lowered(aim.role))}{comma}", at=where), (source,))


def _duties(kit: Kit) -> list[str]:
    """The first duties of the posting in a few words each, as they follow "pour"; only those in the infinitive."""
    duties = kit.match.posting.duties if kit.match and kit.match.posting.language == "fr" else ()
    heads = [re.split(r"[;:(]|[,.](?!\d)", item.text, maxsplit=1)[0].strip() for item in duties]
    fit = [head for head in heads if is_infinitive(head) and 2 <= len(head.split()) <= 12]
    return [lowered(head) for head in fit][:_DUTIES]
