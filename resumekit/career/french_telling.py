"""What a client whose facts are French says aloud of themselves: the standing sentences, each with its slots."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from resumekit.career.slots import with_slots
from resumekit.text.tables import DataTable

First = Annotated[str, with_slots("first")]
Named = Annotated[str, with_slots("title", "at", "about")]
Lead = Annotated[str, with_slots("title", "at", "first")]
Paper = Annotated[str, with_slots("credential")]


class FrenchPresent(DataTable):
    """Who I am. `about` of a sentence is filled with a comma and what the employer is, or with nothing."""

    now: Named
    short: Named
    before: Annotated[str, with_slots("held")]
    years_held: Annotated[str, with_slots("years", "title", "at", "about")]
    until_held: Annotated[str, with_slots("until", "title", "at", "about")]
    held: Named
    mandate_now: Annotated[str, with_slots("mandate")]
    mandate_then: Annotated[str, with_slots("mandate")]
    size_now: Annotated[str, with_slots("size")]
    size_then: Annotated[str, with_slots("size")]
    steps: Annotated[str, with_slots("titles")]
    years: Annotated[str, with_slots("years", "fields")]
    change: Annotated[str, with_slots("field")]


class FrenchPapers(DataTable):
    """Credentials and schooling."""

    candidate: Paper
    candidate_person: Paper
    passed: Paper
    in_progress: Paper
    designated: Paper
    designated_person: Paper
    paper: Paper
    dated: Annotated[str, with_slots("when", "credential")]
    say_as: Paper
    school: Annotated[str, with_slots("study", "school")]
    school_next: Annotated[str, with_slots("study", "school")]
    school_unknown: Annotated[str, with_slots("study", "school")]
    school_now: Annotated[str, with_slots("study", "school")]


class FrenchSpare(DataTable):
    """What rounds off the past."""

    volunteer: Annotated[str, with_slots("at")]
    volunteer_as: Annotated[str, with_slots("at", "title")]
    seat_now: Annotated[str, with_slots("title", "at")]
    seat_then: Annotated[str, with_slots("title", "at")]
    award: Annotated[str, with_slots("when", "award")]
    award_undated: Annotated[str, with_slots("award")]
    quote: Annotated[str, with_slots("who", "text")]
    skills: Annotated[str, with_slots("skills")]
    languages: Annotated[str, with_slots("languages")]
    course: Annotated[str, with_slots("year", "course")]


class FrenchFuture(DataTable):
    """Why here."""

    reason: Annotated[str, with_slots("reason")]
    preferred: Annotated[str, with_slots("employer")]
    duties: Annotated[str, with_slots("duties")]
    duties_mine: Annotated[str, with_slots("at")]
    role: Annotated[str, with_slots("role", "at")]
    role_bare: Annotated[str, with_slots("role", "at")]


class FrenchPast(DataTable):
    """What was done: `lead` where the role is another, `again` where it is the one named before, in turn."""

    again: Annotated[tuple[First, ...], Field(min_length=1)]
    also: Annotated[str, with_slots("done")]
    there: First
    start: Annotated[str, with_slots("situation")]
    result: Annotated[str, with_slots("result")]
    headline: First
    named: First
    """What cannot follow "j’ai", as a headline, behind where it was, and behind another deed."""
    named_again: First
    lead: Lead
    lead_same: Lead
    before: Annotated[tuple[Lead, ...], Field(min_length=1)]
    volunteer: Lead
    project: Lead
    other: First


class FrenchTask(DataTable):
    """The task of a story card."""

    mandate_now: Annotated[str, with_slots("title", "at", "mandate")]
    mandate_then: Annotated[str, with_slots("title", "at", "mandate")]
    size_now: Annotated[str, with_slots("title", "at", "size")]
    size_then: Annotated[str, with_slots("title", "at", "size")]
    bare_now: Lead
    bare_then: Lead
    unpaid_now: Lead
    unpaid_then: Lead
    unpaid_bare_now: Lead
    unpaid_bare_then: Lead
    project: Annotated[str, with_slots("name", "at")]
    project_as: Annotated[str, with_slots("name", "at", "title")]
    confidential: Annotated[str, with_slots("name")]


class FrenchPositioning(DataTable):
    """The client in one sentence."""

    years: Annotated[str, with_slots("years", "fields")]
    change: Annotated[str, with_slots("years", "fields", "field")]
    there: First
    at_role: Lead
    joint: str


class FrenchTelling(DataTable):
    """All of it."""

    present: FrenchPresent
    papers: FrenchPapers
    spare: FrenchSpare
    future: FrenchFuture
    past: FrenchPast
    task: FrenchTask
    positioning: FrenchPositioning
