"""Facts in French as a sentence takes them: a title, a place, how large a job is, what was done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resumekit.career.french_telling import FrenchTelling
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Project, Volunteering
from resumekit.model.role import Employer, Role, Scope
from resumekit.sections.bullet import compose_bullet
from resumekit.sections.context import name_of
from resumekit.sections.profile import lowered
from resumekit.text.deed import cleaned
from resumekit.text.first_person import at_place, french_first_person
from resumekit.text.french_speech import french_aloud, number_said, of
from resumekit.text.locale import Locale

_PERSON = re.compile(r"(?:j’|j'|je |nous |on )", re.IGNORECASE)
_MOST_MANDATE = 22
_RESPONSIBLE = re.compile(r"responsable (?=d[eu’']|des )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrenchDeed:
    """What was wrong, what was done as a clause in the first person or a noun, and what came of it; "" where unstated."""

    situation: str
    did: str
    result: str
    has_person: bool


def french_deed(achievement: Achievement, locale: Locale) -> FrenchDeed:
    """An achievement told aloud; a confidential one only in the words that may be said for it."""
    if achievement.confidential:
        achievement = Achievement(text=achievement.say_as or "", part=achievement.part)
    situation = _inside(cleaned(achievement.challenge))
    bare = achievement.model_copy(update={"challenge": None})
    whole = compose_bullet(bare, current=False, locale=locale).text
    told = french_first_person(whole)
    if bare.action and bare.result and not bare.text and "ce qui a" not in told:
        action = compose_bullet(
            bare.model_copy(update={"result": None, "measures": ()}), current=False, locale=locale
        ).text
        result = compose_bullet(bare.model_copy(update={"action": None}), current=False, locale=locale).text
        did = french_first_person(action)
        return FrenchDeed(situation, _said(did or action), _said(result), bool(did))
    return FrenchDeed(situation, _said(told or whole), "", bool(told) or bool(_PERSON.match(whole)))


def _said(text: str) -> str:
    return french_aloud(_inside(text.rstrip(".")))


def _inside(text: str) -> str:
    """The words as they stand inside a sentence."""
    return lowered(text) if text else ""


def french_headline(headline: str, words: FrenchTelling) -> str:
    """A headline as a sentence to be said: what cannot follow "j’ai" stands in a frame of its own."""
    headline = french_aloud(headline)
    if not headline or _PERSON.match(headline):
        return headline
    return words.past.headline.format(first=_inside(headline))


def job(title: str) -> str:
    """A title inside a sentence; one with a comma is closed by one before where it was."""
    return f"{lowered(title)}," if "," in title else lowered(title)


def at(name: str) -> str:
    """Where someone works: "chez Studio Lanterne"."""
    return at_place(name, "fr")


def size_in_french(role: Role, *, sites: bool = False) -> str:
    """People and budget as they follow "responsable": "de six traductrices et d’un budget de 1,4 million de dollars"."""
    scope = role.scope
    if scope is None or scope.confidential or role.confidential:
        return ""
    parts = [*_people(scope), *([f"d’un budget {of(french_aloud(scope.budget))}"] if scope.budget else [])]
    if scope.revenue and not scope.budget:
        parts.append(f"d’un chiffre d’affaires {of(french_aloud(scope.revenue))}")
    if sites and scope.sites:
        parts.append(_counted(scope.sites, "établissements"))
    if len(parts) < 2:
        return "".join(parts)
    comma = "," if any(", " in part for part in parts) else ""
    return f"{', '.join(parts[:-1])}{comma} et {parts[-1]}"


def _people(scope: Scope) -> list[str]:
    """Each group with its own "de", where each is counted: "de six traductrices", "de 22 pigistes"."""
    groups = re.split(r", | et (?=\d)", (scope.people or "").strip().rstrip("."))
    if not groups[0]:
        return []
    if not all(group[:1].isdigit() for group in groups):
        groups = [", ".join(groups)]
    return [_counted(group, "personnes") for group in groups]


def _counted(text: str, noun: str) -> str:
    """A count with what it counts, after "de"."""
    if re.fullmatch(r"[\d \u00a0]+", text):
        text = f"{text} {noun.removesuffix('s') if text == '1' else noun}"
    return of(number_said(_inside(text)))


def mandate_in_french(role: Role) -> str:
    """The role's summary as it follows "je suis": "responsable de …"; "" where it says it otherwise."""
    summary = "" if role.confidential else (role.summary or "").strip().rstrip(".")
    return _inside(summary) if _RESPONSIBLE.match(summary) else ""


def french_task(
    holder: Role | Project | Volunteering, employer: Employer | None, words: FrenchTelling
) -> str:  # fmt: skip
    """What was asked of the client, as far as title, mandate and scope tell: one sentence."""
    said = words.task
    if isinstance(holder, Role) and employer:
        return _of_role(holder, employer, words)
    if holder.confidential or isinstance(holder, Role):
        return said.confidential.format(name=name_of(holder))
    where = at(holder.organization) if holder.organization else ""
    if isinstance(holder, Project):
        role, name = holder.role or "", holder.name
        template = said.project_as if role else said.project
        return template.format(name=name, title=_inside(role), at=f" {where}" if where else "")
    now = bool(holder.end and holder.end.is_present)
    if not holder.role or holder.role.lower().startswith("bénévole"):
        return (said.unpaid_bare_now if now else said.unpaid_bare_then).format(title="", at=where, first="")
    return (said.unpaid_now if now else said.unpaid_then).format(title=job(holder.role), at=where, first="")


def _of_role(role: Role, employer: Employer, words: FrenchTelling) -> str:
    said, now = words.task, role.is_current
    slots = {"title": job(name_of(role)), "at": at(name_of(employer))}
    mandate, size = mandate_in_french(role), size_in_french(role)
    if mandate and len(mandate.split()) <= _MOST_MANDATE:
        return (said.mandate_now if now else said.mandate_then).format(**slots, mandate=mandate)
    if size:
        return (said.size_now if now else said.size_then).format(**slots, size=size)
    return (said.bare_now if now else said.bare_then).format(**slots, first="")


def in_fields(fields: tuple[str, ...], locale: Locale) -> str:
    """Fields after "expérience": "en localisation et en édition"."""
    return locale.joined([f"{'dans' if _has_article(field) else 'en'} {field}" for field in fields])


def _has_article(field: str) -> bool:
    return bool(re.match(r"(?:le |la |les |l’|l')", field, re.IGNORECASE))
