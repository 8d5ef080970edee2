"""Papers: a client's credentials, memberships and programmes by their names, as gates ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from resumekit.model.credential import Credential, Education
from resumekit.model.resume import Resume
from resumekit.skills.mapping import Mapping, Renamed
from resumekit.skills.names import words_in
from resumekit.skills.strength import is_past

Standing = Literal["held", "passed", "candidate", "underway", "expired", "undated"]
"""`undated`: it has an end, and no day tells whether that lies behind."""
_BRACKETED = re.compile(r"\(([^()]*)\)")
_STANDINGS: dict[str, Standing] = {
    "designated": "held", "exam passed": "passed", "candidate": "candidate", "in progress": "underway",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """A credential, a finished or unfinished programme, or a membership, with every name it goes by."""

    fact: str
    names: tuple[str, ...]
    standing: Standing
    year: int | None = None
    issuer: str = ""

    def is_called(self, *names: str) -> bool:
        """Whether one of the names is its own, whole; upper or lower case and plurals aside."""
        own = {_key(name) for name in self.names}
        return any(_key(name) in own for name in names)


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.lemma for word in words_in(name))


def iter_papers(resume: Resume, as_of: date | None) -> Iterator[Paper]:
    """Every paper of a client, in file order."""
    for credential in resume.credentials:
        yield Paper(
            credential.key, _names(credential), _standing(credential, as_of),
            credential.date.year if credential.date else None,
            "" if credential.confidential else credential.issuer or "",
        )  # fmt: skip
        if credential.status == "candidate":  # to be a candidate is a standing of its own: CPHR candidate
            names = tuple(f"{name} candidate" for name in _names(credential))
            yield Paper(credential.key, names, "held")
    for school in resume.education:
        if not school.confidential:
            yield Paper(school.key, _programme(school), _studied(school, as_of))
    for seat in resume.affiliations:
        if seat.kind == "membership":
            name = (seat.say_as or "") if seat.confidential else seat.organization
            past = seat.end is not None and is_past(seat.end, as_of)
            yield Paper(seat.key, _variants(name), "expired" if past else "held")


def _names(credential: Credential) -> tuple[str, ...]:
    if credential.confidential:
        return _variants(credential.say_as or "")
    return (*_variants(credential.name), *([credential.short] if credential.short else []))


def _variants(name: str) -> tuple[str, ...]:
    """A name as it stands, without what is in brackets, and each thing in brackets."""
    bare = " ".join(_BRACKETED.sub(" ", name).split())
    return tuple(dict.fromkeys(text for text in (name, bare, *_BRACKETED.findall(name)) if text))


def _programme(school: Education) -> tuple[str, ...]:
    name, area = school.credential or "", school.area or ""
    return tuple(text for text in (name, f"{name}, {area}", f"{area} {name}", f"{name} in {area}") if text.strip(", "))


def _standing(credential: Credential, as_of: date | None) -> Standing:
    standing = _STANDINGS[credential.status]
    if standing not in ("held", "passed") or credential.expires is None:
        return standing
    if as_of is None:
        return "undated"
    return "expired" if is_past(credential.expires, as_of) else standing


def _studied(school: Education, as_of: date | None) -> Standing:
    if school.end is None:
        return "undated"
    if school.end.expected or school.end.is_present:
        return "underway"
    if as_of and school.end.months_from_zero() > as_of.year * 12 + as_of.month - 1:
        return "underway"
    return "held"


def renamed_doubt(paper: Paper, designation: str | None, mapping: Mapping) -> Renamed | None:
    """The question that an ambiguous designation leaves open for a gate of a designation, if it leaves one.

    A CHRP of 2012 may be what is a CPHR today. It is settled by its year, or by who granted it.
    """
    for rule in mapping.renamed:
        if not paper.is_called(rule.name) or designation not in (rule.name, *rule.may_be):
            continue
        if paper.year is not None and paper.year > rule.until:
            return None
        settled = any(_key(word) and _contains(paper.issuer, word) for word in rule.settled_by)
        return None if settled else rule
    return None


def _contains(text: str, phrase: str) -> bool:
    words, sought = _key(text), _key(phrase)
    return any(words[place : place + len(sought)] == sought for place in range(len(words)))
