"""Compose a resume: facts, target and strategy → document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from resumekit.compose.discretion import Discretion, discreet
from resumekit.compose.draft import draft_reasons, marked
from resumekit.document.block import Change, Document, Head, Omission, Section
from resumekit.document.line import Line, Source, Span
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Link, Testimonial
from resumekit.model.fact import Fact
from resumekit.model.resume import Resume
from resumekit.model.role import Role
from resumekit.model.target import Target
from resumekit.sections import (  # noqa: F401 - each adds its generators to the registry
    affiliations,
    awards,
    competencies,
    credentials,
    education,
    evidence,
    experience,
    highlights,
    interests,
    languages,
    profile,
    projects,
    publications,
    testimonials,
    traits,
    volunteering,
)
from resumekit.sections.context import Context, joined, name_of
from resumekit.sections.registry import SECTIONS
from resumekit.strategy.strategy import Strategy
from resumekit.text.locale import load_locale


def compose_resume(resume: Resume, context: Context, *, paper: str | None = None) -> Document:
    """The resume for one target, every line with its facts.

    Args:
        resume: the facts as stated, confidential ones among them; `context` has them as they may be said.
        paper: over the target's and the locale's.
    """
    tag, said, target, strategy = context.locale.tag, context.resume, context.target, context.strategy
    discretion = Discretion(resume)
    made = [section for name in strategy.sections if (section := SECTIONS[name](context))]
    sections = _changed(_changed(made, discretion), marked)
    head = _head(context).changed(discretion).changed(marked)
    return Document(
        kind="resume",
        title=f"{name_of(resume.person)} – {context.label('word.resume')}",
        author=name_of(resume.person),
        language=tag,
        sections=sections,
        head=head,
        paper="a4" if (paper or (target.paper if target else None) or _paper(tag)) == "a4" else "letter",
        page_label=context.label("word.page"),
        draft=draft_reasons(resume, [*head.lines(), *(line for section in sections for line in section.lines())]),
        omitted=_omitted(said, strategy, discretion),
        file_stem=file_stem(said, target, strategy),
    )


def make_context(
    resume: Resume, target: Target | None, strategy: Strategy, *, as_of: date | None = None, locale: str | None = None
) -> Context:
    """What sections and letters are composed from: the facts as they may be said, the language and the day.

    Args:
        as_of: the day that tenure is counted to; the file's own where it is None.
        locale: over the target's and the file's.
    """
    tag = locale or (target.locale if target else None) or resume.locale
    return Context(discreet(resume), target, strategy, load_locale(tag), as_of or _day(resume), resume)


def _changed(sections: Iterable[Section], change: Change) -> tuple[Section, ...]:
    return tuple(section for section in (section.changed(change) for section in sections) if section)


def _day(resume: Resume) -> date | None:
    day = resume.as_of
    return date(day.year, day.month or 1, day.day or 1) if day and day.year else None


def _paper(tag: str) -> str:
    return "a4" if tag == "en-GB" else "letter"


def file_stem(resume: Resume, target: Target | None, strategy: Strategy) -> str:
    """First-Last-Title, safe on every system: letters and digits of any script, joined by hyphens."""
    newest = _newest_role(resume, strategy)
    title = target.role if target and target.role else name_of(newest) if newest else ""
    text = unicodedata.normalize("NFC", f"{name_of(resume.person)} {title}").replace("'", "").replace("’", "")
    return "-".join(re.findall(r"[^\W_]+", text))[:80].strip("-") or "Resume"


def _newest_role(resume: Resume, strategy: Strategy) -> Role | None:
    roles = {role.key: role for employer in resume.experience for role in employer.roles}
    return next((roles[key] for key in strategy.roles if key in roles and name_of(roles[key])), None)


def _head(context: Context) -> Head:
    person = context.resume.person
    marks = [item for item in context.resume.credentials if item.short and item.key in context.strategy.post_nominals]
    name = joined([name_of(person), *(item.short for item in marks)])
    sources = [Source.fact("person", "name"), *(Source.fact(item.key, "short") for item in marks)]
    return Head(Line.of(name, *sources), _headline(context), tuple(_contact(context)))


def _headline(context: Context) -> Line | None:
    """The coach's own; else a title held, as it is; else the target's as a label, for it was never held."""
    target, person = context.target, context.resume.person
    if target and target.headline:
        return Line.of(target.headline, Source.fact(target.key, "headline"))
    if person.headline:
        return Line.of(person.headline, Source.fact("person", "headline"))
    roles = [role for employer in context.resume.experience for role in employer.roles]
    if target and target.role:
        role = next((role for role in roles if role.title.casefold() == target.role.casefold()), None)
        text = target.role if role else context.label("target.label", role=target.role)
        return Line.of(text, Source.fact(role.key if role else target.key, "title" if role else "role"))
    if target and target.field:
        return Line.of(target.field[:1].upper() + target.field[1:], Source.fact(target.key, "field"))
    newest = _newest_role(context.resume, context.strategy)
    return Line.of(name_of(newest), Source.fact(newest.key, "title")) if newest else None


def _contact(context: Context) -> list[Line]:
    """City, phone, e-mail, links, and the right to work where the client wishes it said; never a street address."""
    person = context.resume.person
    lines = []
    if place := joined([person.city, person.region]):
        lines.append(Line.of(place, Source.fact("person", "city")))
    if person.phone:
        lines.append(Line.of(person.phone, Source.fact("person", "phone")))
    if person.email:
        link = f"mailto:{person.email}" if re.fullmatch(r"[^\s@<>\"]+@[^\s@<>\"]+", person.email) else None
        lines.append(Line.of(Span(person.email, link=link), Source.fact("person", "email")))
    lines += [_link(link) for link in person.links if not link.confidential and not context.is_omitted(link.key)]
    if person.work_authorization:
        lines.append(Line.of(person.work_authorization, Source.fact("person", "work_authorization")))
    return lines


def _link(link: Link) -> Line:
    """The address as a person reads it, without scheme, www and a last slash; a real link behind it."""
    readable = re.sub(r"^(https?://(www\.)?|mailto:|tel:)", "", link.url).rstrip("/")
    return Line.of(Span(readable, link=link.url), Source.fact(link.key, "url"))


def _omitted(said: Resume, strategy: Strategy, discretion: Discretion) -> tuple[Omission, ...]:
    facts = said.facts
    out = [
        Omission(left.fact, fact_words(facts[left.fact]), left.reason) for left in strategy.left if left.fact in facts
    ]
    out += [
        Omission(key, text, "confidential, with no 'say_as' to say instead")
        for key, text in dict(discretion.dropped).items()
    ]
    out += [
        Omission(key, key, "confidential, with no 'say_as' to say instead")
        for key, fact in facts.items()
        if fact.confidential and not fact.say_as and key not in {item.fact for item in out}
    ]
    return tuple(out)


def fact_words(fact: Fact) -> str:
    """A fact in a few words, for lists of what was left out; a quotation without permission is only counted."""
    if isinstance(fact, Testimonial) and not fact.permission:
        return fact.key
    if isinstance(fact, Achievement) and not fact.text:
        return joined([fact.action, fact.result], ": ") or fact.key
    for name in ("text", fact.label_field):
        if value := getattr(fact, name, None):
            return str(value)
    return fact.key
