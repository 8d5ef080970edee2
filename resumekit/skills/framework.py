"""Framework: the competencies that a field asks for, as data that a coach can write."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from resumekit.model.date import PartialDate
from resumekit.model.fact import Model, Name, Text
from resumekit.model.url import Url

FRAMEWORK_VERSION = 1
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Share = Annotated[float, Field(ge=0, le=1)]
Relation = Literal["direct", "equivalent", "adjacent"]
"""How near a cue is to the competency: the thing itself, the same thing under another name, a shape they share."""


class Source(Model):
    """Where a statement of the framework comes from."""

    shorthand: ClassVar[str | None] = "name"

    name: Name
    url: Url | None = None
    as_of: PartialDate | None = None
    note: Text | None = None


class Level(Model):
    """A step of the field's own scale."""

    id: Id
    name: Name
    description: Text | None = None


class Group(Model):
    """An area of the framework. Its weight counts against those of the other groups of its kind."""

    id: Id
    name: Name
    kind: Literal["functional", "enabling", "knowledge", "credential"] = "functional"
    weight: Annotated[float, Field(gt=0, le=100)] = 1
    description: Text | None = None


class Cue(Model):
    """Words that point to a competency, in the syntax of `skills.pattern`; plain text stands for the pattern alone.

    `term` is the target field's own word that a match licenses, where it is not the competency's first term.
    """

    shorthand: ClassVar[str | None] = "pattern"

    pattern: Annotated[str, Field(min_length=2, max_length=200)]
    relation: Relation = "direct"
    weight: Annotated[float, Field(gt=0, le=3)] = 1
    term: Text | None = None
    note: Text | None = None


class GapAction(Model):
    """Something a client can do where evidence is missing."""

    kind: Literal["ask", "project", "volunteering", "course", "credential", "shadowing", "reading"]
    title: Text
    effort: Annotated[float, Field(gt=0, le=2000)] = Field(description="hours of work")
    closes: Share = Field(description="the share of the gap it closes")
    url: Url | None = None


class Competency(Model):
    """What someone in the field can do, in our own words, and what shows it."""

    id: Id
    name: Name
    group: Id
    weight: Annotated[float, Field(gt=0, le=10)] = 1
    required: bool = False
    level: Id | None = None
    descriptors: tuple[Text, ...] = ()
    cues: tuple[Cue, ...] = ()
    negative_cues: tuple[Annotated[str, Field(min_length=2, max_length=200)], ...] = Field(
        (), description="patterns that take a clause away from this competency"
    )
    terms: tuple[Text, ...] = Field((), description="the field's own words for it, the usual one first")
    shows: tuple[Id, ...] = Field((), description="enabling competencies that evidence for this one shows as well")
    related: dict[str, tuple[Text, ...]] = Field(
        default_factory=dict, description="ids in other schemes: esco, onet, oasis"
    )
    accepts: tuple[Literal["bullet", "credential", "education", "volunteering"], ...] = ("bullet", "volunteering")
    questions: tuple[Text, ...] = Field((), description="what to ask a client who has shown nothing of it yet")
    actions: tuple[GapAction, ...] = ()
    omit_cues: tuple[Text, ...] = Field((), description="cues and negative cues of the framework below to do without")

    @property
    def usual_term(self) -> str:
        """What people of the field call it: the first of its terms, else its name."""
        return self.terms[0] if self.terms else self.name


class Gate(Model):
    """A condition that only papers fill: an exam, courses, years, a degree. Soft evidence never does."""

    id: Id
    name: Name
    designation: Text | None = Field(None, description="what it opens: CHRP")
    kind: Literal["exam", "coursework", "years", "degree", "program", "membership", "licence"]
    met_by: tuple[Text, ...] = Field((), description="names of credentials or diplomas that fill it")
    courses: tuple[tuple[Text, ...], ...] = Field((), description="for coursework: each course by its usual names")
    years: Annotated[float, Field(gt=0, le=60)] | None = Field(None, description="for years: of work in the field")
    fields: tuple[Text, ...] = Field((), description="for years: words that a title of the field holds")
    besides: tuple[Text, ...] = Field(
        (), description="what must hold besides and no fact tells: marks, the age of courses; it is always asked"
    )
    ask: Text = Field(description="what to ask the client where the facts do not tell")
    note: Text | None = None
    url: Url | None = None
    as_of: PartialDate | None = None


class Omit(Model):
    """What a framework that lies over another does without, by id; with a group go its competencies."""

    competencies: tuple[Id, ...] = ()
    groups: tuple[Id, ...] = ()
    gates: tuple[Id, ...] = ()
    levels: tuple[Id, ...] = ()


class Framework(Model):
    """A target field."""

    schema_version: Annotated[int, Field(ge=1, le=FRAMEWORK_VERSION)] = FRAMEWORK_VERSION
    id: Id
    name: Name
    version: Text = "1"
    edition: Text | None = None
    as_of: PartialDate | None = None
    jurisdiction: Text | None = None
    locale: Text = "en-CA"
    licence: Text | None = None
    sources: tuple[Source, ...] = ()
    fields: tuple[Text, ...] = Field((), description="what a target's field is called when this framework is meant")
    extends: Id | None = Field(None, description="the framework that this one lies over")
    omit: Omit = Field(Omit(), description="what the framework below has and this one does without")
    lexicons: tuple[Id, ...] = Field((), description="lexicons that are always read with it")
    levels: tuple[Level, ...] = ()
    groups: tuple[Group, ...] = ()
    competencies: tuple[Competency, ...] = ()
    gates: tuple[Gate, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Competency]:
        """Its competencies by their ids."""
        return {competency.id: competency for competency in self.competencies}

    @cached_property
    def group_by_id(self) -> dict[str, Group]:
        """Its groups by their ids."""
        return {group.id: group for group in self.groups}

    def kind_of(self, competency: Competency) -> str:
        """The kind of a competency's group."""
        return self.group_by_id[competency.group].kind
