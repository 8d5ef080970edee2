"""What a person does besides the roles held, and what others say: projects, boards, awards, testimonials."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from resumekit.model.achievement import Achievement
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact, Name, Text
from resumekit.model.role import Dated
from resumekit.model.url import Url


class Project(Dated):
    """A piece of work with its own name."""

    name: Name
    role: Text | None = None
    organization: Text | None = None
    description: Text | None = None
    url: Url | None = None
    terms: tuple[Text, ...] = Field((), description="tools, methods, subjects")
    achievements: tuple[Achievement, ...] = ()


class Volunteering(Dated):
    """Unpaid work for an organization."""

    label_field: ClassVar[str] = "organization"

    organization: Name
    role: Text | None = None
    city: Text | None = None
    description: Text | None = None
    url: Url | None = None
    achievements: tuple[Achievement, ...] = ()


class Affiliation(Dated):
    """A seat on a board or committee, or a membership."""

    label_field: ClassVar[str] = "organization"

    organization: Name
    role: Text | None = None
    kind: Literal["board", "committee", "membership"] = "membership"
    description: Text | None = None


class Award(Fact):
    """A prize, with what it was for."""

    shorthand: ClassVar[str | None] = "name"

    name: Name
    issuer: Text | None = None
    date: PartialDate | None = None
    reason: Text | None = None


class Publication(Fact):
    """A text or talk made public."""

    label_field: ClassVar[str] = "title"
    shorthand: ClassVar[str | None] = "title"

    title: Name
    authors: Text | None = None
    publisher: Text | None = None
    date: PartialDate | None = None
    url: Url | None = None
    summary: Text | None = None


class Testimonial(Fact):
    """What somebody said of the client, in their words; printed only with their permission."""

    label_field: ClassVar[str] = "who"

    text: Name
    who: Text | None = None
    position: Text | None = None
    organization: Text | None = None
    date: PartialDate | None = None
    permission: bool = False

    @property
    def key_words(self) -> str:
        return super().key_words if self.permission else ""


class Referee(Fact):
    """Somebody who will speak for the client; never on the resume itself."""

    name: Name
    position: Text | None = None
    organization: Text | None = None
    relation: Text | None = None
    phone: Text | None = None
    email: Text | None = None
    permission: bool = False


class CareerBreak(Dated):
    """A stated break in paid work."""

    label_field: ClassVar[str] = "reason"

    reason: Name = Field(description="in the words that may stand on the page: caring for a family member")
    description: Text | None = None


class Link(Fact):
    """An address on the web; http, https, mailto or tel only."""

    label_field: ClassVar[str] = "label"
    shorthand: ClassVar[str | None] = "url"

    url: Url
    label: Text | None = Field(None, description="LinkedIn, Portfolio")
    username: Text | None = None
