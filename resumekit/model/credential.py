"""What a person has learned and been granted: credentials, education, courses, languages, skills."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from resumekit.model.achievement import Achievement
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact, Name, Text
from resumekit.model.role import Dated
from resumekit.model.url import Url

CredentialStatus = Literal["designated", "candidate", "exam passed", "in progress"]


class Credential(Fact):
    """A designation, licence or certificate. Having passed is not the same as holding it: see `status`."""

    name: Name
    short: Text | None = Field(None, description="the short form: CHRP")
    issuer: Text | None = None
    status: CredentialStatus = "designated"
    date: PartialDate | None = None
    expected: PartialDate | None = Field(None, description="for what is in progress")
    expires: PartialDate | None = None
    distinction: Text | None = Field(None, description="top mark in Ontario, with distinction")
    verifiable: Text | None = Field(None, description="how a reader can check it: a register, a transcript, a letter")
    field: Text | None = None
    url: Url | None = None


class Education(Dated):
    """A course of study; `end` may be expected."""

    label_field: ClassVar[str] = "institution"

    institution: Name
    credential: Text | None = Field(None, description="Bachelor of Science, Diploma, …")
    area: Text | None = Field(None, description="Chemistry, Human Resources Management")
    city: Text | None = None
    grade: Text | None = None
    distinction: Text | None = None
    equivalency: Text | None = Field(None, description="as assessed: Canadian bachelor's degree (WES, 2024)")
    url: Url | None = None
    courses: tuple[Text, ...] = ()
    achievements: tuple[Achievement, ...] = ()


class Course(Fact):
    """A single course or workshop."""

    shorthand: ClassVar[str | None] = "name"

    name: Name
    provider: Text | None = None
    date: PartialDate | None = None
    url: Url | None = None


class Language(Fact):
    """A language and how well it is known, in the client's words or a scale's."""

    shorthand: ClassVar[str | None] = "name"

    name: Name
    level: Text | None = None


class Skill(Fact):
    """A skill; or a group of them, its terms below it."""

    shorthand: ClassVar[str | None] = "name"

    name: Name
    level: Text | None = None
    group: Text | None = Field(None, description="the heading it stands under")
    terms: tuple[Text, ...] = Field((), description="for a group: its members")


class Trait(Fact):
    """A strength, an attribute or a talent, and what shows it."""

    shorthand: ClassVar[str | None] = "name"

    name: Name
    evidence: Text | None = None
    shown_by: tuple[Text, ...] = Field((), description="ids of the facts that show it")


class Interest(Fact):
    """What the person does for its own sake."""

    shorthand: ClassVar[str | None] = "name"

    name: Name
    terms: tuple[Text, ...] = ()
