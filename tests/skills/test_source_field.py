"""Lexicons are chosen by the framework and by the fields a client comes from."""

from __future__ import annotations

from resumekit.model.resume import Resume
from resumekit.skills.framework import Framework
from resumekit.skills.lexicon import Lexicon
from resumekit.skills.source_field import lexicons_for
from tests.skills.library import resume_of

SHELF = tuple(
    Lexicon(id=name, name=name, fields=fields)
    for name, fields in (
        ("ward", ("nurse", "long-term care")),
        ("people", ()),
        ("army", ("platoon", "armed forces")),
        ("class", ("teacher",)),
    )
)
FRAMEWORK = Framework(id="f", name="F", lexicons=("people", "absent"))


def chosen(**facts: object) -> list[str]:
    return [lexicon.id for lexicon in lexicons_for(resume_of(**facts), SHELF, FRAMEWORK)]


def held(title: str, **more: object) -> list[dict[str, object]]:
    return [{"employer": "X", "roles": [{"title": title}], **more}]


def test_the_frameworks_own_come_first_then_those_of_the_clients_fields() -> None:
    assert chosen(experience=held("Charge Nurse") + held("Platoon Warrant")) == ["people", "army", "ward"]


def test_words_are_whole_and_in_any_number() -> None:
    assert chosen(experience=held("Nurses’ Aide")) == ["people", "ward"]
    assert chosen(experience=held("Nursery Worker")) == ["people"]
    assert chosen(experience=held("Cook", sector="long-term care")) == ["people", "ward"]
    assert chosen(experience=held("Care Worker on a long term")) == ["people"]


def test_what_is_confidential_chooses_none() -> None:
    role = {"title": "Nurse", "confidential": True, "say_as": "Teacher"}
    facts = {"experience": [{"employer": "X", "sector": "armed forces", "confidential": True, "roles": [role]}]}

    assert chosen(**facts) == ["people", "class"]


def test_the_order_of_the_shelf_changes_nothing() -> None:
    resume = Resume.model_validate({"person": {"name": "M"}, "experience": held("Nurse") + held("Teacher")})

    assert lexicons_for(resume, SHELF[::-1], FRAMEWORK) == lexicons_for(resume, SHELF, FRAMEWORK)
