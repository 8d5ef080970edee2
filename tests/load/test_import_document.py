"""Documents and texts of others: whatever their layout, jobs arrive and no word is lost; bad files are told."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from resumekit.errors import ClientFileError, ForeignFileError
from resumekit.load.client import parse
from resumekit.load.draft import Imported, settle
from resumekit.load.foreign import find_importer, import_file
from resumekit.load.marked import marked_yaml
from resumekit.load.material import Material
from resumekit.readback.span import find_span
from tests.readback.foreign.files import JOBS, file

WHOLE = ("table.docx", "text-box.docx", "header-contact.docx", "fake-headings.docx", "columns.pdf", "grid.pdf")


def imported(tmp_path: Path, content: bytes, name: str = "resume") -> Imported:
    path = tmp_path / name
    path.write_bytes(content)
    return import_file(path)


@pytest.mark.parametrize("name", WHOLE)
def test_jobs_and_contact_arrive_from_every_layout(name: str, tmp_path: Path) -> None:
    resume = imported(tmp_path, file(name)).resume

    assert (resume.person.name, resume.person.email) == ("Dana Whitfield", "dana.whitfield@example.ca")
    assert [
        (role.title, employer.name, tuple(point.text for point in role.achievements))
        for employer in resume.experience
        for role in employer.roles
    ] == [(title, employer.split(",")[0], points) for title, employer, _, points in JOBS]


@pytest.mark.parametrize("name", [*WHOLE, "mixed-columns.pdf", "tracked.docx", "hyphens.pdf"])
def test_no_word_is_lost(name: str) -> None:
    material = Material(Path(name), file(name))
    lines = [line for line in material.reading.lines if "Page" not in line.text]

    found = settle(find_importer(material).read(material), name)
    text, _ = marked_yaml(found)

    assert parse(text).resume == found.resume
    for word in re.findall(r"\w+", " ".join(line.text for line in lines).casefold()):
        assert word in flat(text) or find_span(f"{word} 2020"), word


def flat(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


@pytest.mark.parametrize("name", ["hidden.docx", "hidden.pdf"])
def test_words_that_nobody_sees_are_no_skills(name: str, tmp_path: Path) -> None:
    found = imported(tmp_path, file(name))

    assert {skill.name for skill in found.resume.skills} == {"Lean", "Food safety", "Scheduling", "Budgets", "Excel"}
    assert "white on white in the file" in {one.why for one in found.unplaced}


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    found = imported(tmp_path, file("plain.docx"), "resume.pdf")

    assert found.resume == imported(tmp_path, file("plain.docx"), "resume.txt").resume
    assert len(found.resume.experience) == 2


TEXT = """\
Nora Lindqvist
Saint John, NB | 506-555-0144
nora.lindqvist@example.ca

SUMMARY
Deck officer who trains her crews.

EXPERIENCE

Deck Officer
Fundy Ferries Ltd., Saint John, NB
May 2019 - Present
- Trained 14 deckhands in a year
* Kept the watch on two ships

Deckhand
Basin Tugs Inc., Halifax, NS
2015 - April 2019
- Handled lines on 600 tows

EDUCATION

Diploma, Nautical Science
Bluenose College, Halifax, NS
2015

SKILLS
Navigation: Radar, Charts (paper, old), GPS
First aid, Mooring

LANGUAGES
English (native), French (intermediate)
"""


def test_plain_text_arrives(tmp_path: Path) -> None:
    found = imported(tmp_path, TEXT.encode())
    resume = found.resume
    roles = [role for employer in resume.experience for role in employer.roles]

    assert (resume.person.name, resume.person.city, resume.person.region) == ("Nora Lindqvist", "Saint John", "NB")
    assert resume.person.profile == "Deck officer who trains her crews."
    assert [(role.title, str(role.start), str(role.end), len(role.achievements)) for role in roles] == [
        ("Deck Officer", "2019-05", "present", 2), ("Deckhand", "2015", "2019-04", 1),
    ]  # fmt: skip
    assert [(skill.name, skill.terms) for skill in resume.skills] == [
        ("Navigation", ("Radar", "Charts (paper, old)", "GPS")), ("First aid", ()), ("Mooring", ()),
    ]  # fmt: skip
    assert [(one.name, one.level) for one in resume.languages] == [("English", "native"), ("French", "intermediate")]
    assert [school.institution for school in resume.education] == ["Bluenose College"]
    assert found.unplaced == ()


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("Nora Lindqvist\n", "Nora Lindqvist, ULA\n", "Nora Lindqvist, ULA"),
        ("NB | 506", "NB | Pronouns: they/them | 506", "Pronouns: they/them"),
        ("lindqvist@example.ca\n", "lindqvist@example.ca\n12 Quay Street, Apt. 4\n", "12 Quay Street, Apt. 4"),
        ("SKILLS\n", "MARGINALIA\nWhales\n\nSKILLS\n", "Whales"),
    ],
)
def test_what_stands_beside_a_field_is_kept(old: str, new: str, kept: str, tmp_path: Path) -> None:
    assert old in TEXT

    found = imported(tmp_path, TEXT.replace(old, new, 1).encode())

    assert found.resume.person.name == "Nora Lindqvist"
    assert kept in flat_texts(found)


def flat_texts(found: Imported) -> str:
    person = found.resume.person
    return " / ".join([*(one.text for one in found.unplaced), person.headline or "", person.address or ""])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Saint John, NB", ("Saint John", "NB", None)),
        ("Rimouski (Québec)", ("Rimouski", "Québec", None)),
        ("Halifax, Nova Scotia, Canada", ("Halifax", "Nova Scotia", "Canada")),
    ],
)
def test_a_town_is_parted_from_its_region(written: str, expected: tuple[str, str, str | None], tmp_path: Path) -> None:
    person = imported(tmp_path, TEXT.replace("Saint John, NB |", f"{written} |", 1).encode()).resume.person

    assert (person.city, person.region, person.country) == expected


def test_the_same_file_gives_the_same_facts(tmp_path: Path) -> None:
    assert marked_yaml(imported(tmp_path, TEXT.encode())) == marked_yaml(imported(tmp_path, TEXT.encode()))


def test_windows_and_unicode_text_say_the_same(tmp_path: Path) -> None:
    text = TEXT.replace("Nora", "Élodie")

    windows, utf16 = imported(tmp_path, text.encode("cp1252")), imported(tmp_path, text.encode("utf-16"))

    assert windows.resume == utf16.resume == imported(tmp_path, text.replace("\n", "\r\n").encode("utf-8-sig")).resume
    assert windows.notes == ("the text is not UTF-8; it was read as Windows-1252: look at the accents",)
    assert utf16.notes == ()


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b" \n\n", "the file is empty"),
    "control": (b"Nora\x1b[2J Lindqvist\n", "control character U+001B"),
    "binary": (b"\x00\x01\x00" * 90, "like a binary file"),
    "rtf": (b"{\\rtf1 Nora}", "this is rich text (.rtf); save it as a Word document"),
    "page": (b"\n <!DOCTYPE html><p>Nora", "this is a web page"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "before 2007 (.doc)"),
    "zip": (zipped("photos/nora.png"), "holds neither a Word document nor"),
    "docx": (zipped("word/document.xml"), "no Word document"),
    "pdf": (b"%PDF-1.7\nnothing", "PDF"),
    "json": (b'{"basics": {"name": "Nora", "email": 5}, ', ":1:"),
}


@pytest.mark.parametrize("case", sorted(BAD))
def test_a_bad_file_ends_in_an_error_that_says_what_to_do(case: str, tmp_path: Path) -> None:
    content, told = BAD[case]

    with pytest.raises((ClientFileError, ForeignFileError)) as caught:
        imported(tmp_path, content, "bad.json" if case == "json" else "bad")

    assert str(tmp_path / "bad") in str(caught.value)
    assert told in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(ClientFileError, match="there is no such file"):
        import_file(tmp_path / "none.docx")
    with pytest.raises(ClientFileError, match="no table of LinkedIn's export"):
        import_file(tmp_path / "empty")
