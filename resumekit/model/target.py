"""Target: the job aimed at; a client may have several over one fact base."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from resumekit.model.achievement import Confirmation
from resumekit.model.date import PartialDate
from resumekit.model.fact import Fact, Model, Name, Text
from resumekit.model.role import Level

Locale = Literal["en-CA", "en-US", "en-GB", "fr-CA"]
Paper = Literal["letter", "a4"]


class Translation(Model):
    """A word of the target field for what the client did elsewhere, as the coach confirmed it.

    The hash of `confirmed` is over the term and the words of its facts: an edit of either voids it.
    """

    shorthand: ClassVar[str | None] = None

    term: Name = Field(description="the target field's word: grievance handling")
    facts: tuple[Text, ...] = Field((), description="ids of the facts that show it")
    confirmed: Confirmation | None = Field(None, description="2026-10-01, with a hash when resumekit wrote it")


class Target(Fact):
    """The job aimed at, and the choices that belong to it alone."""

    label_field: ClassVar[str] = "role"
    shorthand: ClassVar[str | None] = "role"

    role: Text | None = Field(None, description="the title of the job: HR Advisor")
    level: Level | None = None
    field: Text | None = Field(None, description="the function: human resources")
    sector: Text | None = None
    market: Text | None = Field(None, description="Canada, Quebec, United States …")
    employer: Text | None = Field(None, description="when the resume is for one employer")
    posting: Text | None = Field(None, description="the posting's text")
    posting_file: Text | None = Field(None, description="a file with it, inside the client file's folder")
    framework: Text | None = Field(
        None, description="what the field asks for: hr-canada, or a file inside the client file's folder"
    )
    preferred_employers: tuple[Text, ...] = ()
    listed_on: PartialDate | None = Field(None, description="the day that list was written")
    reason: Text | None = Field(None, description="why this job, in words the client would say aloud")
    pages: Annotated[int, Field(ge=1, le=10)] | None = Field(None, description="the most pages it may fill")
    locale: Locale | None = None
    paper: Paper | None = None
    theme: Text | None = None
    headline: Text | None = Field(None, description="the line under the name, when the coach writes it")
    profile: Text | None = Field(None, description="the profile, when the coach writes it")
    situation: Annotated[int, Field(ge=1, le=10)] | None = Field(
        None, description="1 executive, 2 career change … 10 lateral, when the coach decides otherwise"
    )
    format: Literal["chronological", "combination", "functional"] | None = Field(
        None, description="over the situation's own; functional gets a warning"
    )
    order: tuple[Text, ...] = Field((), description="names of sections that go first, in this order")
    show: tuple[Text, ...] = Field(
        (), description="names of sections that would else wait for the interview: strengths"
    )
    omit: tuple[Text, ...] = Field((), description="ids of facts, or names of sections, that this target leaves out")
    translations: tuple[Translation, ...] = Field(
        (), description="words of the target field that the coach confirmed for facts of another field"
    )
