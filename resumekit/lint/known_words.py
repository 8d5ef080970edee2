"""Words that a client's own file explains: names, the posting's words, and what the client or coach lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from resumekit.lint.held import Held
from resumekit.model.activity import Affiliation, Award, CareerBreak, Link, Project, Publication, Referee, Volunteering
from resumekit.model.credential import Course, Credential, Education, Language
from resumekit.model.fact import Fact
from resumekit.model.resume import Person, Resume
from resumekit.model.role import Employer, Role
from resumekit.model.target import Target

_WORD = re.compile(r"[^\W\d_]+")
# The fields of each kind of fact that hold names, and no sentences.
_NAMES: tuple[tuple[type[Fact], tuple[str, ...]], ...] = (
    (Person, ("name", "city", "region", "country")),
    (Employer, ("name", "city")),
    (Role, ("city",)),
    (Education, ("institution", "city")),
    (Credential, ("name", "short", "issuer")),
    (Course, ("name", "provider")),
    (Language, ("name",)),
    (Project, ("name", "organization")),
    (Volunteering, ("organization", "city")),
    (Affiliation, ("organization",)),
    (Award, ("name", "issuer")),
    (Publication, ("title", "authors", "publisher")),
    (Referee, ("name", "organization")),
    (Link, ("label", "username")),
    (CareerBreak, ()),
    (Target, ("role", "field", "sector", "employer", "market")),
)


def names_of(resume: Resume) -> Iterator[str]:
    """Every name that the file states, as it is written."""
    for fact in resume.facts.values():
        for kind, fields in _NAMES:
            if isinstance(fact, kind):
                yield from (value for name in fields if isinstance(value := getattr(fact, name), str))
    for target in resume.targets:
        yield from target.preferred_employers
    yield from resume.internal_words


def words_known_to(resume: Resume | None, posting: str) -> frozenset[str]:
    """The words, in small letters, that the file or the posting vouches for."""
    return _known(Held(resume), posting)


@lru_cache(maxsize=4)
def _known(held: Held[Resume | None], posting: str) -> frozenset[str]:
    resume = held.value
    texts = [posting] if resume is None else [posting, *names_of(resume), *resume.checks.words]
    if resume:
        texts += [target.posting for target in resume.targets if target.posting]
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))
