"""Lexicon: what a field's people call things, as data that a coach can write."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from resumekit.model.fact import Model, Name, Text
from resumekit.skills.framework import Id, Source

LEXICON_VERSION = 1
ClassName = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=40)]


class Entry(Model):
    """A field's word and what it means in plain ones: charge nurse, shift supervisor. Plain words are read by cues."""

    phrase: Annotated[str, Field(min_length=1, max_length=100)]
    means: Annotated[str, Field(min_length=1, max_length=100)]
    note: Text | None = None


class Lexicon(Model):
    """Words of one field, usable with any framework."""

    shorthand: ClassVar[str | None] = None

    schema_version: Annotated[int, Field(ge=1, le=LEXICON_VERSION)] = LEXICON_VERSION
    id: Id
    name: Name
    version: Text = "1"
    licence: Text | None = None
    sources: tuple[Source, ...] = ()
    fields: tuple[Text, ...] = Field((), description="words of a title or sector for which it is read: nurse, ward")
    entries: tuple[Entry, ...] = ()
    classes: dict[ClassName, tuple[Text, ...]] = Field(
        default_factory=dict, description="words of one kind, that a pattern calls by the class: staff: [nurse, cook]"
    )
