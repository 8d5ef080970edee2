"""Sections: what each says, and never more than the facts allow."""

from __future__ import annotations

from typing import Any

import pytest

from resumekit.document.block import Document, Entry
from resumekit.model.resume import Resume
from resumekit.pipeline import compose


def _composed(**data: Any) -> Document:
    return compose(Resume.model_validate({"person": {"name": "A"}, "as_of": "2026-11", **data}))


def _said(section: str, **data: Any) -> list[str]:
    return [line.text for name, line in _composed(**data).lines() if name == section][1:]


def _entries(section: str, **data: Any) -> list[Entry]:
    (found,) = [item for item in _composed(**data).sections if item.name == section]
    return [block for block in found.blocks if isinstance(block, Entry)]


CREDENTIAL = {
    "name": "Certified Human Resources Professional",
    "short": "CHRP",
    "issuer": "HRPA",
    "date": "2026-05",
    "expected": "2027-06",
    "distinction": "top mark in the province",
    "verifiable": "register",
}


@pytest.mark.parametrize(
    ("status", "line"),
    [
        ("designated", "Certified Human Resources Professional (CHRP), HRPA, top mark in the province, May 2026"),
        (
            "candidate",
            "Certified Human Resources Professional (CHRP), candidate, HRPA, top mark in the province, May 2026",
        ),
        (
            "exam passed",
            "Certified Human Resources Professional (CHRP), exam passed, HRPA, top mark in the province, May 2026",
        ),
        (
            "in progress",
            "Certified Human Resources Professional (CHRP), in progress, HRPA, top mark in the province, expected Jun 2027",
        ),
    ],
)
def test_a_credential_says_no_more_than_its_status(status: str, line: str) -> None:
    (said,) = _said("credentials", credentials=[{**CREDENTIAL, "status": status}])

    assert sorted(said.replace(",", "").split()) == sorted(line.replace(",", "").split())
    assert said.index("(CHRP)") < said.index("HRPA,")


def test_a_distinction_that_cannot_be_checked_is_not_said() -> None:
    (said,) = _said("credentials", credentials=[{**CREDENTIAL, "verifiable": None}])

    assert "top mark" not in said


def test_long_and_short_form_stand_together_once() -> None:
    (said,) = _said("credentials", credentials=[{"name": "Chartered Accountant (CA)", "short": "CA"}])

    assert said == "Chartered Accountant (CA)"


ROLES = [
    {"title": "Director", "start": "2022-01", "end": "present", "achievements": ["Led the move"]},
    {"title": "Manager", "start": "2018-01", "end": "2021-12", "type": "acting"},
]


def test_promotions_stand_under_one_employer_with_the_whole_span() -> None:
    (group,) = _entries("experience", experience=[{"employer": "Northwind", "city": "Guelph", "roles": ROLES}])

    assert group.group
    assert (group.title.text, group.dates and group.dates.text) == ("Northwind, Guelph", "Jan 2018 – Present (8 years)")
    assert [(entry.title.text, entry.dates and entry.dates.text, entry.organization) for entry in group.entries] == [
        ("Director", "Jan 2022 – Present", None),
        ("Manager, acting", "Jan 2018 – Dec 2021", None),
    ]


def test_a_single_role_names_its_employer_and_how_long() -> None:
    (entry,) = _entries("experience", experience=[{"employer": "Northwind", "about": "a maker of 900", **ROLES[0]}])  # type: ignore[dict-item]

    assert not entry.group
    assert [line.text for line in entry.lines()] == [
        "Director",
        "Jan 2022 – Present (4 years)",
        "Northwind – a maker of 900",
        "Led the move",
    ]


@pytest.mark.parametrize("kind", ["contract", "temporary", "agency", "co-op", "acting", "volunteer"])
def test_work_that_is_not_permanent_is_labelled_so(kind: str) -> None:
    (entry,) = _entries("experience", experience=[{"employer": "N", "title": "Clerk", "type": kind, "start": "2020"}])

    assert entry.title.text != "Clerk"
    assert entry.title.text.startswith("Clerk, ")


def test_a_title_that_says_its_kind_is_not_labelled_again() -> None:
    (entry,) = _entries("experience", experience=[{"employer": "N", "title": "Acting Clerk", "type": "acting"}])

    assert entry.title.text == "Acting Clerk"


def test_a_career_break_stands_in_its_true_place() -> None:
    entries = _entries(
        "experience",
        experience=[
            {"employer": "New", "title": "Lead", "start": "2024"},
            {"employer": "Old", "title": "Clerk", "start": "2010", "end": "2015"},
        ],
        breaks=[{"reason": "caring for a family member", "start": "2016", "end": "2023"}],
    )

    assert [entry.title.text for entry in entries] == ["Lead", "Career break: caring for a family member", "Clerk"]


def test_confidential_names_are_said_another_way_and_lines_that_cannot_be_are_left_out() -> None:
    data: dict[str, Any] = {
        "experience": [
            {
                "employer": "Acme Motors",
                "confidential": True,
                "say_as": "a Tier-1 supplier",
                "roles": [
                    {
                        "title": "Lead",
                        "start": "2020",
                        "achievements": ["Moved Acme  Motors to Guelph", "Trained 12 for ZETA"],
                    }
                ],
            }
        ],
        "projects": [{"name": "Zeta", "confidential": True}],
    }
    document = _composed(**data)
    said = [line.text for _, line in document.lines()]

    assert "A Tier-1 supplier" in said
    assert "Moved a Tier-1 supplier to Guelph" in said
    assert not [text for text in said if "acme" in text.casefold() or "zeta" in text.casefold()]
    assert "Trained 12 for […]" in [item.text for item in document.omitted]


def test_a_link_that_spells_a_confidential_name_is_taken_off() -> None:
    document = _composed(
        person={"name": "A", "links": ["https://acme.ca/a"]},
        projects=[{"name": "acme", "confidential": True, "say_as": "a maker"}],
    )

    assert "acme" not in str(document).casefold().replace("projects/a-maker", "")


@pytest.mark.parametrize("permission", [True, False])
def test_a_testimonial_is_printed_with_permission_only(permission: bool) -> None:
    said = _said("testimonials", testimonials=[{"text": "She mended it.", "who": "B. Chan", "permission": permission}])

    assert said == (["“She mended it.” — B. Chan"] if permission else [])


def test_skills_stand_in_labelled_lines_and_single_ones_first() -> None:
    skills = [
        {"name": "Excel", "group": "Tools"},
        {"name": "Methods", "terms": ["Lean", "5S"]},
        "Payroll",
        {"name": "R", "group": "Tools"},
    ]

    assert _said("competencies", skills=skills) == ["Payroll", "Tools: Excel, R", "Methods: Lean, 5S"]


def test_boards_come_before_committees_and_memberships() -> None:
    kinds = ["membership", "board", "committee"]
    said = _said("affiliations", affiliations=[{"organization": kind.title(), "kind": kind} for kind in kinds])

    assert said == ["Board", "Committee", "Membership"]


def test_the_newest_school_comes_first() -> None:
    schools = [
        {"institution": "Old", "end": "2001"},
        {"institution": "New", "end": "expected 2027"},
        {"institution": "Undated"},
    ]
    said = _said("education", education=schools)

    assert [text for text in said if text in ("Old", "New", "Undated")] == ["New", "Old", "Undated"]


@pytest.mark.parametrize("tag", ["en-CA", "en-US", "en-GB", "fr-CA"])
def test_every_section_has_its_title_in_each_language(tag: str) -> None:
    data = {
        "locale": tag,
        "awards": ["P"],
        "courses": ["C"],
        "skills": ["S"],
        "languages": ["L"],
        "interests": ["I"],
        "strengths": ["T"],
        "publications": ["B"],
        "projects": [{"name": "Q"}],
        "education": [{"institution": "U"}],
        "volunteering": [{"organization": "V"}],
        "affiliations": [{"organization": "O"}],
        "credentials": [{"name": "D"}],
        "experience": [{"employer": "E", "title": "F"}],
    }
    titles = [section.title for section in _composed(**data).sections]

    assert len(titles) >= 13
    assert all(title and "{" not in title.text and "section." not in title.text for title in titles)


@pytest.mark.parametrize(("more", "told"), [({}, False), ({"lead_with": "action"}, True)])
def test_a_result_that_leans_on_its_action_is_no_proof_of_the_profile(more: dict[str, Any], told: bool) -> None:
    deed = {"action": "Coached six analysts", "result": "Returned all 6 to full duties", **more}
    job = {"employer": "B", "title": "Supervisor", "start": "2020-01", "end": "present", "achievements": [deed]}

    (said,) = _said("profile", experience=[job], targets=[{"role": "Manager"}])

    assert ("all 6" in said) is not told
