"""Resume: all that one person states."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from resumekit.errors import UnknownNameError
from resumekit.model.activity import (
    Affiliation,
    Award,
    CareerBreak,
    Link,
    Project,
    Publication,
    Referee,
    Testimonial,
    Volunteering,
)
from resumekit.model.credential import Course, Credential, Education, Interest, Language, Skill, Trait
from resumekit.model.date import PartialDate
from resumekit.model.fact import Extra, Fact, Model, Name, Text, derive_keys, iter_facts
from resumekit.model.role import Employer
from resumekit.model.search import Search
from resumekit.model.target import Locale, Target

SCHEMA_VERSION = 1


class Person(Fact):
    """Who the client is and how to reach them. There is no field for birth date, marital status or insurance number."""

    name: Name
    headline: Text | None = Field(None, description="the line under the name, when the coach writes it")
    profile: Text | None = Field(None, description="the professional profile, when the coach writes it")
    email: Text | None = None
    phone: Text | None = None
    city: Text | None = None
    region: Text | None = None
    country: Text | None = None
    postal_code: Text | None = None
    address: Text | None = Field(None, description="kept, never printed: employers do not need it")
    links: tuple[Link, ...] = ()
    work_authorization: Text | None = Field(None, description="Authorized to work in Canada: only if true and wished")


class Standing(Model):
    """A finding of a check that may stand, with the reason; reports say it."""

    shorthand: ClassVar[str | None] = None

    code: Name = Field(description="a rule, a family or a domain id: WRD003, WRD, L09")
    reason: Name = Field(description="why it may stand: the client cannot disclose it")
    fact: Text | None = Field(None, description="only for the fact with this id")
    words: Text | None = Field(None, description="only where these words are marked")


class Checks(Model):
    """What the checks let stand for this client, and words they take for good."""

    shorthand: ClassVar[str | None] = None

    ignore: tuple[Standing, ...] = Field((), description="findings that may stand, each with its reason")
    words: tuple[Text, ...] = Field((), description="names and terms of the trade that no dictionary has")


class Resume(Model):
    """The fact base of one client, with the targets it serves."""

    schema_version: Annotated[int, Field(ge=1)] = SCHEMA_VERSION
    locale: Locale = "en-CA"
    as_of: PartialDate | None = Field(None, description="the day these facts were last true; tenure counts to it")
    person: Person
    circumstances: tuple[Literal["newcomer", "military"], ...] = Field(
        (), description="only what the client says and wishes to be used: newcomer (to Canada), military (leaving it)"
    )
    targets: tuple[Target, ...] = ()
    experience: tuple[Employer, ...] = ()
    breaks: tuple[CareerBreak, ...] = ()
    credentials: tuple[Credential, ...] = ()
    education: tuple[Education, ...] = ()
    courses: tuple[Course, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = ()
    projects: tuple[Project, ...] = ()
    volunteering: tuple[Volunteering, ...] = ()
    affiliations: tuple[Affiliation, ...] = Field((), description="boards, committees and memberships")
    awards: tuple[Award, ...] = ()
    publications: tuple[Publication, ...] = ()
    strengths: tuple[Trait, ...] = ()
    attributes: tuple[Trait, ...] = ()
    talents: tuple[Trait, ...] = ()
    interests: tuple[Interest, ...] = ()
    testimonials: tuple[Testimonial, ...] = ()
    referees: tuple[Referee, ...] = ()
    search: Search | None = Field(None, description="time and money of the search, for `resumekit plan`; never printed")
    checks: Checks = Field(default_factory=Checks, description="what `resumekit check` lets stand, and words it knows")
    internal_words: tuple[Text, ...] = Field((), description="code names and in-house words that mean nothing outside")
    notes: Text | None = Field(None, description="the coach's own; never printed")
    extra: Extra = Field(default_factory=dict)

    @field_validator("schema_version")
    @classmethod
    def _not_newer(cls, version: int) -> int:
        if version > SCHEMA_VERSION:
            raise PydanticCustomError(
                "schema_version",
                "this file has schema version {version}, newer than the {known} that this resumekit reads; "
                "update resumekit",
                {"version": version, "known": SCHEMA_VERSION},
            )
        return version

    def model_post_init(self, context: Any) -> None:
        derive_keys(self)

    def __copy__(self) -> Self:
        copied = super().__copy__()
        copied.__dict__.pop("facts", None)  # those of the copy are its own
        return copied

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by its key, in file order."""
        return {fact.key: fact for _, fact in iter_facts(self)}

    def fact(self, key: str) -> Fact:
        """The fact with this key. Raises UnknownNameError."""
        facts = self.facts
        if key not in facts:
            raise UnknownNameError("fact", key, facts)
        return facts[key]

    def target(self, key: str | None = None) -> Target | None:
        """The target with this key or role; the first one for None, or None when there is no target.

        Raises UnknownNameError.
        """
        if key is None:
            return self.targets[0] if self.targets else None
        for target in self.targets:
            if key in (target.key, target.id, target.role) or target.key == f"targets/{key}":
                return target
        raise UnknownNameError("target", key, [target.key.removeprefix("targets/") for target in self.targets])
