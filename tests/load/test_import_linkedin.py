"""LinkedIn's data export: what each table says arrives, and what an archive may do wrong ends in a clear error."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from resumekit.errors import ClientFileError
from resumekit.load.client import parse
from resumekit.load.draft import Imported
from resumekit.load.foreign import find_importer, import_file
from resumekit.load.marked import marked_yaml
from resumekit.load.material import Material

TABLES = {
    "Profile.csv": (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
        "Twitter Handles,Websites,Instant Messengers\n"
        'Ifeoma,Castellan,,"12 Quay Street",Mar 4,"Port planner, coach","Plans berths.\nCoaches crews.",Maritime,'
        'B3H 1A1,"Halifax, Nova Scotia, Canada",icastellan,[PORTFOLIO:https://castellan.example.org],\n'
    ),
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'Basin Terminals,"Senior Planner, Berths","Runs the plan of 14 berths.\n• Cut waiting from 9 to 5 hours\n'
        '- Trained six planners","Halifax, Nova Scotia",Feb 2021,\n'
        'Basin Terminals,Planner,"said ""on time""",,Jun 2017,Jan 2021\n'
        "Fundy Ferries,Deck Officer,,Saint John,2012,May 2017\n"
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        'Bluenose College,2008,2012,With honours,"Bachelor of Science, Nautical Science",Sailing team\n'
    ),
    "Skills.csv": "Name\nBerth planning\nCoaching\n",
    "Certifications.csv": (
        "Name,Url,Authority,Started On,Finished On,License Number\n"
        "Watchkeeping Mate,https://example.org/cert/9,Transport Canada,Apr 2018,Apr 2028,WM-771\n"
    ),
    "Languages.csv": "Name,Proficiency\nIgbo,Native or bilingual proficiency\nFrench,\n",
    "Volunteering.csv": (
        "Company Name,Role,Cause,Started On,Finished On,Description\nHarbour Pantry,Driver,POVERTY_ALLEVIATION,"
        "Jan 2020,Mar 2022,Drove on Sundays\n"
    ),
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nTide atlas,Charts of 40 bays,,Jan 2019,Dec 2019\n",
    "Honors.csv": "Title,Description,Issued On\nSafe Watch Award,Two years without a claim,Jun 2019\n",
    "Publications.csv": 'Name,Published On,Description,Publisher,Url\nReading tides,"May 3, 2020",Essay,Harbour Review,\n',
    "Courses.csv": "Name,Number\nShip Stability,NS-201\n",
    "Email Addresses.csv": (
        "Email Address,Confirmed,Primary,Updated On\nold@example.ca,Yes,No,2019\nifeoma@example.ca,Yes,Yes,2020\n"
    ),
    "PhoneNumbers.csv": "Extension,Number,Type\n,902-555-0137,Mobile\n",
    "Recommendations_Received.csv": (
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
        "Sol,Brandt,Basin Terminals,Director,She sees the tide first.,05/01/21,VISIBLE\n"
    ),
    "Patents.csv": "Title,Number\nTide gauge,CA-99\n",
    "messages.csv": "FROM,CONTENT\nSol,private words\n",
}


def archive(tables: dict[str, str | bytes] | None = None, folder: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in (TABLES if tables is None else tables).items():
            file.writestr(folder + name, text)
    return out.getvalue()


def shifted() -> bytes:
    """An archive whose list of contents points before its beginning."""
    content = archive({"Skills.csv": "Name\nRadar\n"})
    return b"PK\x03\x04" + content[24:]


def imported(tmp_path: Path, content: bytes | None = None, name: str = "export.zip") -> Imported:
    path = tmp_path / name
    path.write_bytes(archive() if content is None else content)
    return import_file(path)


def test_a_person_arrives(tmp_path: Path) -> None:
    person = imported(tmp_path).resume.person

    assert (person.name, person.headline, person.profile) == (
        "Ifeoma Castellan", "Port planner, coach", "Plans berths.\nCoaches crews.",
    )  # fmt: skip
    assert (person.email, person.phone, person.postal_code) == ("ifeoma@example.ca", "902-555-0137", "B3H 1A1")
    assert (person.city, person.region, person.country) == ("Halifax", "Nova Scotia", "Canada")
    assert [(link.label, link.url) for link in person.links] == [
        ("Portfolio", "https://castellan.example.org"), ("Twitter", "https://x.com/icastellan"),
    ]  # fmt: skip


def test_positions_are_joined_under_their_employer(tmp_path: Path) -> None:
    found = imported(tmp_path).resume.experience

    assert [(employer.name, [role.title for role in employer.roles]) for employer in found] == [
        ("Basin Terminals", ["Senior Planner, Berths", "Planner"]), ("Fundy Ferries", ["Deck Officer"]),
    ]  # fmt: skip
    first = found[0].roles[0]
    assert (str(first.start), str(first.end), first.city) == ("2021-02", "present", "Halifax, Nova Scotia")
    assert first.summary == "Runs the plan of 14 berths."
    assert [point.text for point in first.achievements] == ["Cut waiting from 9 to 5 hours", "Trained six planners"]
    assert found[0].roles[1].summary == 'said "on time"'


def test_every_table_arrives(tmp_path: Path) -> None:
    resume = imported(tmp_path).resume
    [school], [licence], [prize], [paper] = resume.education, resume.credentials, resume.awards, resume.publications

    assert (school.institution, school.credential, school.area) == (
        "Bluenose College", "Bachelor of Science", "Nautical Science",
    )  # fmt: skip
    assert school.notes == "Notes: With honours\nActivities: Sailing team"
    assert (licence.name, licence.issuer, str(licence.date), str(licence.expires)) == (
        "Watchkeeping Mate", "Transport Canada", "2018-04", "2028-04",
    )  # fmt: skip
    assert licence.verifiable == "licence number WM-771"
    assert [skill.name for skill in resume.skills] == ["Berth planning", "Coaching"]
    assert [(one.name, one.level) for one in resume.languages] == [
        ("Igbo", "Native or bilingual proficiency"), ("French", None),
    ]  # fmt: skip
    assert [one.organization for one in resume.volunteering] == ["Harbour Pantry"]
    assert [one.name for one in resume.projects] == ["Tide atlas"]
    assert (prize.name, prize.reason) == ("Safe Watch Award", "Two years without a claim")
    assert (paper.title, str(paper.date)) == ("Reading tides", "2020-05-03")
    assert [one.name for one in resume.courses] == ["Ship Stability"]
    assert [one.permission for one in resume.testimonials] == [False]


def test_what_has_no_field_is_kept_and_what_is_private_is_not_opened(tmp_path: Path) -> None:
    found = imported(tmp_path)
    text, _ = marked_yaml(found)

    kept = " ".join(one.text for one in found.unplaced)
    assert "Maritime" in kept.replace("industry: ", "")
    assert "old@example.ca" in kept
    assert "title: Tide gauge\nnumber: CA-99" in kept
    assert "Birth Date: Mar 4" in kept
    assert "private words" not in text
    assert any("messages.csv" in note for note in found.notes)
    assert parse(text).resume == found.resume


def test_a_folder_and_a_single_table_are_read_too(tmp_path: Path) -> None:
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8-sig", newline="")

    assert import_file(tmp_path).resume.experience == imported(tmp_path, name="x.bin").resume.experience
    assert len(import_file(tmp_path / "Positions.csv").resume.experience) == 2
    assert [one.name for one in import_file(tmp_path / "Languages.csv").resume.languages] == ["Igbo", "French"]


def test_marks_odd_quotes_and_inner_folders_do_no_harm(tmp_path: Path) -> None:
    tables: dict[str, str | bytes] = {
        "Positions.csv": '\ufeff"Company Name" ,title,Description\r\nBasin,"Planner, ""Berths""",one,left over\r\n',
        "Skills.csv": b"\xff\xfe" + "Name\nÉcoute\n".encode("utf-16-le"),
        "Languages.csv": "",
    }

    found = imported(tmp_path, archive(tables, "Basic_Export/"))

    assert found.resume.experience[0].roles[0].title == 'Planner, "Berths"'
    assert [skill.name for skill in found.resume.skills] == ["Écoute"]
    assert any("left over" in one.text for one in found.unplaced)


def test_a_name_that_climbs_out_is_only_a_name(tmp_path: Path) -> None:
    found = imported(tmp_path, archive({"../../Skills.csv": "Name\nCoaching\n", "\x1b[2Jx.csv": "a\n"}))

    assert [skill.name for skill in found.resume.skills] == ["Coaching"]
    assert "\x1b" not in "".join(found.notes)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (archive({"Skills.csv": b"Name\n" + bytes([0x41]) * 9_000_000}), "unpacks to 9,000,005 bytes"),
        (archive({"Skills.csv": "Wrong\nx\n"}), "no line of column names with: name"),
        (archive({"Skills.csv": "Name\n" + "x\n" * 20_001}), "more than 20,000 rows"),
        (archive({"Skills.csv": "Name\n" + '"' + "x" * 300_000 + '"\n'}), "this table cannot be read"),
        (archive({"Skills.csv": b"Name\n\xff\xe9\xe8\n"}), "is not UTF-8"),
        (archive({"Skills.csv": "Name\nCo\x07ach\n"}), "control character U+0007"),
        (archive({"notes.csv": "Name\nx\n"}), "neither a Word document nor LinkedIn's tables"),
        (archive()[:-40], "the archive is damaged"),
        (shifted(), "it is damaged"),
        (b"PK\x03\x04", "the archive is damaged"),
    ],
    ids=["bomb", "heads", "rows", "cell", "encoding", "control", "other", "cut", "shifted", "stub"],
)
def test_what_an_archive_does_wrong_is_told(content: bytes, told: str, tmp_path: Path) -> None:
    with pytest.raises(ClientFileError, match=r"export\.zip") as caught:
        imported(tmp_path, content)

    assert told in str(caught.value)


def test_the_content_tells_an_export_from_a_document() -> None:
    assert find_importer(Material(Path("resume.docx"), archive())).name == "linkedin"


def test_an_archive_with_pictures_in_it_is_not_read_as_a_whole(tmp_path: Path) -> None:
    tables: dict[str, str | bytes] = {**TABLES, "media/a.jpg": random.Random(7).randbytes(20_500_000)}

    assert imported(tmp_path, archive(tables)).resume.experience == imported(tmp_path).resume.experience


def test_a_document_too_large_to_be_a_resume_is_refused(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {"word/document.xml": "<x/>", "a.jpg": random.Random(7).randbytes(20_500_000)}

    with pytest.raises(ClientFileError, match="larger than 20 MB"):
        imported(tmp_path, archive(parts))
