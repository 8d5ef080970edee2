"""Holders: where a piece of evidence happened, as a coach and a client would name it, with its dates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from resumekit.model.activity import Affiliation, Project, Volunteering
from resumekit.model.credential import Course, Credential, Education
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact
from resumekit.model.resume import Resume
from resumekit.sections.context import joined, name_of
from resumekit.skills.skill_map import Evidence
from resumekit.text.dates import format_span
from resumekit.text.locale import Locale

UNNAMED = "not named here"


@dataclass(frozen=True, slots=True)
class Holder:
    """A role and its employer, a project, a seat, a school; `dates` is empty where none are known."""

    name: str
    dates: str
    fact: str

    @property
    def text(self) -> str:
        """Both in one line."""
        return joined([self.name, self.dates])


class Holders:
    """Finds the holder of evidence; what is confidential is named by what may be said instead."""

    def __init__(self, resume: Resume, locale: Locale) -> None:
        self._facts, self._locale = resume.facts, locale
        self._employers = {
            role.key: name_of(employer) or "an employer not named here"
            for employer in resume.experience
            for role in employer.roles
        }

    def of(self, evidence: Evidence) -> Holder:
        """That of a deed; of a paper, who gave it."""
        fact = self._facts.get(evidence.holder) or self._facts.get(evidence.fact)
        if fact is None:  # what may not be said at all is no fact of a page's
            return Holder(UNNAMED, "", evidence.fact)
        return Holder(self._name(fact) or UNNAMED, self._dates(fact), fact.key)

    def _name(self, fact: Fact) -> str:
        if fact.key in self._employers:
            return joined([name_of(fact), self._employers[fact.key]])
        if fact.confidential:
            return name_of(fact)
        match fact:
            case Credential():
                return fact.issuer or fact.short or fact.name
            case Course():
                return fact.provider or fact.name
            case Education():
                return fact.institution
            case Project():
                return joined([fact.role, fact.name])
            case Volunteering() | Affiliation():
                return joined([fact.role, fact.organization])
        return name_of(fact)

    def _dates(self, fact: Fact) -> str:
        if fact.confidential:
            return ""
        one = getattr(fact, "date", None)
        start, end = getattr(fact, "start", None), getattr(fact, "end", None)
        return format_span(_month(start or one), _month(end), self._locale)


def _month(day: PartialDate | None) -> PartialDate | None:
    return replace(day, day=None) if day and day.day else day
