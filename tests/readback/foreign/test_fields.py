"""What a machine takes from a resume: contact, jobs, schools, skills, each with its place."""

from __future__ import annotations

import pytest

from resumekit.readback.entry import FoundEntry
from resumekit.readback.fields import Extract, extract, extract_lines
from resumekit.readback.foreign import text_reading
from tests.readback.foreign.files import FILES, JOBS
from tests.readback.foreign.reading import reading

WITH_JOBS = ["plain.docx", "plain.pdf", "table.docx", "fake-headings.docx", "odd-headings.docx", "columns.pdf",
             "hidden.pdf", "grid.pdf"]  # fmt: skip


def taken(text: str) -> Extract:
    return extract_lines(text_reading(text).lines)


def job(entry: FoundEntry) -> tuple[str, str, str, str]:
    return (
        entry.title.text if entry.title else "",
        entry.organization.text if entry.organization else "",
        entry.start,
        entry.end,
    )


@pytest.mark.parametrize("name", WITH_JOBS)
def test_jobs_are_taken_whole_from_every_layout_that_keeps_them(name: str) -> None:
    found = extract(reading(name))

    assert [job(entry) for entry in found.jobs] == [
        ("Operations Manager", "Northlake Foods Inc.", "2019-03", "present"),
        ("Shift Supervisor", "Harbour Bakery Ltd.", "2014-06", "2019-02"),
    ]
    assert [tuple(bullet.text for bullet in entry.bullets) for entry in found.jobs] == [bullets for *_, bullets in JOBS]


@pytest.mark.parametrize("name", ["plain.docx", "plain.pdf", "table.docx"])
def test_contact_is_taken_from_the_body(name: str) -> None:
    contact = extract(reading(name)).contact

    assert contact.name
    assert contact.name.text == "Dana Whitfield"
    assert [field.text for field in contact.emails] == ["dana.whitfield@example.ca"]
    assert [field.text for field in contact.phones] == ["905-555-0123"]
    assert contact.city
    assert contact.city.text == "Hamilton, ON"


@pytest.mark.parametrize("name", ["header-contact.docx", "text-box.docx"])
def test_contact_outside_the_body_is_not_taken(name: str) -> None:
    contact = extract(reading(name)).contact

    assert not contact.emails
    assert not contact.phones


def test_sections_are_known_by_standard_odd_and_french_headings() -> None:
    odd = extract(reading("odd-headings.docx"))
    french = taken("Léa Roy\n\nExpérience professionnelle\n\nAnalyste, mars 2019 – présent\n\nFormation\n\nLangues\n")

    assert [(found.section.name, found.section.naming) for found in odd.sections] == [
        ("experience", "guessed"), ("skills", "hinted"), ("education", "standard"),
    ]  # fmt: skip
    assert [found.section.name for found in french.sections] == ["experience", "education", "languages"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Plant Manager | Acme Foods Inc. | Toronto, ON\tMay 2019 – June 2021", ("Plant Manager", "Acme Foods Inc.")),
        ("Acme Foods Inc., Toronto, ON\nPlant Manager\nMay 2019 – June 2021", ("Plant Manager", "Acme Foods Inc.")),
        ("Acme Foods Inc.\tToronto, ON\nPlant Manager\tMay 2019 – June 2021", ("Plant Manager", "Acme Foods Inc.")),
        ("May 2019 – June 2021\nPlant Manager\nAcme Foods Inc.", ("Plant Manager", "Acme Foods Inc.")),
        ("Plant Manager, Acme Foods, Toronto, ON, May 2019 – June 2021", ("Plant Manager", "Acme Foods")),
        ("Plant Manager at Harbour (May 2019 – June 2021)", ("Plant Manager", "Harbour")),
        ("Plant Manager – Harbour\tMay 2019 – June 2021", ("Plant Manager", "Harbour")),
        ("Harbour\nPlant Manager\nMay 2019 – June 2021 (2 years 2 months)", ("Plant Manager", "Harbour")),
    ],
)
def test_a_header_is_told_in_the_orders_people_write_it_in(lines: str, expected: tuple[str, str]) -> None:
    found = taken(f"Dana Whitfield\n\nExperience\n\n{lines}\n• Cut waste by 18%\n• Trained 24 operators\n")

    assert [job(entry) for entry in found.jobs] == [(*expected, "2019-05", "2021-06")]
    assert len(found.jobs[0].bullets) == 2


def test_titles_held_at_one_employer_are_listed_under_it() -> None:
    found = taken(
        "Dana Whitfield\n\nExperience\n\nHarbour Bakery Ltd., Toronto, ON\t2012 – 2020\nDirector, Plants, North\t2016 – 2020\n"
        "• Led nine plants\nManager, Plants\t2012 – 2016\n• Led two plants\nClerk\t2010 – 2011\nQuay Stores, Oakville, ON\n"
    )

    employer, *rest = found.jobs
    assert employer.group
    assert [job(entry)[:2] for entry in rest] == [
        ("Director, Plants, North", "Harbour Bakery Ltd."), ("Manager, Plants", "Harbour Bakery Ltd."),
        ("Clerk", "Quay Stores"),
    ]  # fmt: skip


def test_the_head_is_found_behind_a_side_bar() -> None:
    found = extract(reading("side-bar-profile.pdf"))

    assert found.contact.name
    assert found.contact.name.text == "Dana Whitfield"
    assert found.contact.headline
    assert found.contact.headline.text == "Operations Manager in food plants"
    assert found.contact.city
    assert found.contact.city.text == "Hamilton, Ontario, Canada"
    assert [item.text for item in found.skills] == ["Lean", "Food safety", "Budgets"]
    assert [job(entry) for entry in found.jobs] == [
        ("Operations Manager", "Northlake Foods", "2019-03", "present"),
        ("Shift Supervisor", "Harbour Bakery", "2014-06", "2019-02"),
    ]
    assert [job(entry) for entry in found.studies] == [
        ("Diploma, Food Technology", "Elm Hollow College", "2011", "2013"),
    ]


def test_schools_are_taken_with_their_degree() -> None:
    for name in ("plain.docx", "plain.pdf"):
        [study] = extract(reading(name)).studies
        assert job(study)[:3] == ("Diploma, Food Technology", "Elm Hollow College", "2013")


@pytest.mark.parametrize("name", sorted(name for name in FILES if "only" not in name and "locked" not in name))
def test_no_word_of_the_body_is_dropped(name: str) -> None:
    found = extract(reading(name))

    kept = " ".join(
        [field.line.text for one in found.sections for entry in one.entries for field in _fields(entry)]
        + [item.line.text for one in found.sections for item in one.items]
        + [one.section.heading.text for one in found.sections if one.section.heading]
        + [field.line.text for field in _contact(found)]
    )

    missing = [line.text for line in reading(name).body if line.text.split()[0] not in kept]
    assert [text for text in missing if text not in ("Contact", "Languages")] == []


def _fields(entry: FoundEntry) -> list:  # type: ignore[type-arg]
    named = [entry.title, entry.organization, entry.city, entry.dates]
    return [field for field in (*named, *entry.bullets, *entry.notes) if field]


def _contact(found: Extract) -> list:  # type: ignore[type-arg]
    contact = found.contact
    named = [contact.name, contact.headline, contact.city]
    return [field for field in (*named, *contact.emails, *contact.phones, *contact.links) if field]
