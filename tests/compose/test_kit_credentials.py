"""What is still being earned is told to who changes fields or comes from elsewhere, with its honest status."""

from __future__ import annotations

from resumekit.compose.kit_credentials import latest_course, leading_credentials
from resumekit.compose.kit_objections import objections
from resumekit.compose.kit_opening import compose_pitch
from resumekit.compose.kit_slots import fill_slots
from tests.compose.kits import kit_of

CHANGE = """
as_of: 2026-11-15
person: {name: Jo Park}
targets: [{id: qi, role: Quality Specialist, level: 2, field: quality improvement}]
experience:
  - employer: The Wexford Hospital
    title: Registered Nurse
    level: 2
    field: nursing
    start: 2014-01
    end: present
    achievements: [{text: "Reduced falls from 11 to 4 a quarter by redesigning rounds."}]
credentials:
  - {name: Registered Nurse, short: RN, status: designated, date: 2010}
"""
UNDER_WAY = "  - {name: Certified Professional in Healthcare Quality, short: CPHQ, status: in progress}\n"
COURSES = "courses: [{name: Old Course, date: 2011}, {name: Lean for Health Care, date: 2026}]\n"


def test_who_changes_fields_is_sold_by_the_credential_that_is_under_way() -> None:
    kit = kit_of(CHANGE + UNDER_WAY)
    (card,) = [card for card in objections(kit) if card.kind == "career_change"]
    knowledge = next(slot for slot in fill_slots(kit) if slot.name == "knowledge")

    assert [item.short for item in leading_credentials(kit.context)] == ["CPHQ"]
    assert "I am preparing for the Certified Professional in Healthcare Quality (CPHQ)" in compose_pitch(kit).text
    assert "I am working towards the designation Certified Professional" in card.answer.text
    assert knowledge.line.endswith("(CPHQ), in progress")


def test_without_a_credential_a_recent_course_answers_why_this_field() -> None:
    kit = kit_of(CHANGE + COURSES)
    (card,) = [card for card in objections(kit) if card.kind == "career_change"]

    assert "I took the course “Lean for Health Care” in 2026." in card.answer.text


def test_a_course_of_long_ago_answers_nothing() -> None:
    assert latest_course(kit_of(CHANGE + COURSES.replace("2026", "2019")).context) is None


def test_schooling_from_elsewhere_is_said_with_what_it_counts_as() -> None:
    text = compose_pitch(
        kit_of(
            CHANGE + 'education: [{institution: Lagos Bay University, credential: Bachelor of Science, area: Nursing,'
            ' equivalency: "equivalent to a Canadian bachelor\'s degree (WES, 2025)"}]\n'
        )
    ).text  # fmt: skip

    assert "Bachelor of Science in Nursing, equivalent to a Canadian bachelor's degree." in text
