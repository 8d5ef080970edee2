"""LinkedIn's PDF of a profile: told from other PDFs by what is in it, and read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.load.draft import Imported
from resumekit.load.foreign import find_importer, import_file
from resumekit.load.material import Material
from tests.load.linkedin_profile import profile


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    path = tmp_path_factory.mktemp("linkedin") / "Profile.pdf"
    path.write_bytes(profile())
    return import_file(path)


def test_it_is_told_from_other_pdfs() -> None:
    assert find_importer(Material(Path("x"), profile())).name == "linkedin-pdf"


def test_a_person_arrives(imported: Imported) -> None:
    person = imported.resume.person

    assert (person.name, person.email, person.phone) == ("Ifeoma Castellan", "ifeoma@example.ca", "902-555-0137")
    assert person.headline == (
        "Port planner who coaches crews and writes about tides, from the quay and from the desk, in two languages"
    )
    assert (person.city, person.region, person.country) == ("Halifax", "Nouvelle-Écosse", "Canada")
    assert [(link.label, link.url) for link in person.links] == [
        ("LinkedIn", "https://www.linkedin.com/in/ifeoma-castellan-0099"),
        ("Portfolio", "https://castellan.example.org"),
    ]
    assert person.profile == (
        "Plans berths for a terminal of 14. Coaches crews before their first night watch, and after it."
    )


def test_positions_arrive_under_their_employers(imported: Imported) -> None:
    first, second = imported.resume.experience
    lead, planner = first.roles

    assert (first.name, second.name) == ("Basin Terminals", "Fundy Ferries")
    assert (lead.title, str(lead.start), str(lead.end), lead.city) == (
        "Senior Planner, Berths", "2021-02", "present", "Halifax, Nova Scotia",
    )  # fmt: skip
    assert lead.summary == "Runs the plan of 14 berths."
    assert [point.text for point in lead.achievements] == [
        "Cut waiting from 9 to 5 hours, with one call to each pilot on the evening before and one on the morning of "
        "the day",
        "Trained six planners",
    ]
    assert (planner.title, str(planner.start), str(planner.end)) == ("Planner", "2017-06", "2021-01")
    assert (second.city, second.roles[0].title, second.roles[0].summary) == (
        "Greater Saint John Area", "Deck Officer", "Kept the watch on two ships.",
    )  # fmt: skip


def test_schools_arrive_with_their_degree(imported: Imported) -> None:
    first, second = imported.resume.education

    assert (first.institution, first.credential, first.area) == (
        "Bluenose College", "Bachelor of Science - BS", "Nautical Science",
    )  # fmt: skip
    assert (str(first.start), str(first.end)) == ("2008", "2012")
    assert second.institution == "Elm Hollow School"


def test_the_side_column_arrives(imported: Imported) -> None:
    resume = imported.resume

    assert [skill.name for skill in resume.skills] == ["Berth planning", "Coaching", "Tide tables"]
    assert [(one.name, one.level) for one in resume.languages] == [
        ("Igbo", "Native or Bilingual"), ("French", "Elementary"),
    ]  # fmt: skip
    assert [one.name for one in resume.credentials] == [
        "Watchkeeping Mate, Near Coastal, of the second class", "Marine First Aid",
    ]  # fmt: skip
    assert [one.name for one in resume.awards] == ["Safe Watch Award"]
    assert imported.unplaced == ()
