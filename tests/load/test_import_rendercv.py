"""RenderCV's YAML: each kind of entry arrives, nothing of a file is lost, and its faults are told at their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import ClientFileError
from resumekit.load.draft import Imported
from resumekit.load.foreign import import_file
from resumekit.load.marked import marked_yaml

TEXT = """\
cv:
  name: Tove Ramirez
  headline: Soil scientist
  location: Truro, Nova Scotia, Canada
  email: [tove@example.ca, tove@example.org]
  phone: tel:+1-902-555-0161
  website: https://ramirez.example.org
  photo: tove.png
  pronouns: she/her
  social_networks:
    - network: LinkedIn
      username: tove-ramirez
    - network: Fieldbook
      username: tove9
  sections:
    summary:
      - "Maps **peat** and [salt marsh](https://example.org/marsh)."
    experience:
      - company: Marsh Institute
        position: Lead Scientist
        location: Truro, NS
        start_date: 2021-03
        highlights:
          - Surveyed *410* hectares
          - "Published [two papers](https://example.org/papers)"
      - company: Marsh Institute
        position: Scientist
        start_date: 2018-05
        end_date: 2021-02
        summary: Kept the field books.
        team: 4 people
      - company: Elm Labs
        position: Technician
        date: 2016
    education:
      - institution: Fundy University
        area: Soil Science
        degree: MSc
        start_date: 2014-09
        end_date: 2016-05
        highlights: ["Thesis: salt in peat"]
    projects:
      - name: "[Bog atlas](https://example.org/bog)"
        date: Fall 2023
        summary: Maps of 30 bogs
        highlights: [Drew every map]
    skills:
      - label: Field
        details: Coring, mapping (GIS, lidar), safety
        shelf: third
      - label: Languages
        details: "English (native, raised), Danish (fluent)"
      - Writing
    publications:
      - title: Salt and peat
        authors: [T. Ramirez, "***S. Brandt***"]
        doi: 10.9999/example.1
        journal: Marsh Letters
        date: 2020-04
    certifications:
      - name: Professional Agrologist
        date: 2019
        issuing_body: Institute of Agrologists
    selected_honors:
      - bullet: Bog Medal, Marsh Society, 2022
    tales_from_the_bog:
      - number: "One tale."
      - name: A long tale
        date: last spring
        highlights: [It ended well]
design:
  theme: classic
locale:
  language: english
mystery: kept too
"""


def imported(tmp_path: Path, text: str = TEXT, name: str = "tove.txt") -> Imported:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return import_file(path)


def test_a_person_arrives(tmp_path: Path) -> None:
    person = imported(tmp_path).resume.person

    assert (person.name, person.headline, person.email) == ("Tove Ramirez", "Soil scientist", "tove@example.ca")
    assert (person.phone, person.city, person.region, person.country) == (
        "+1-902-555-0161", "Truro", "Nova Scotia", "Canada",
    )  # fmt: skip
    assert [link.url for link in person.links] == [
        "https://ramirez.example.org", "https://linkedin.com/in/tove-ramirez",
    ]  # fmt: skip
    assert person.profile == "Maps peat and salt marsh (https://example.org/marsh)."


def test_positions_arrive_under_their_employers(tmp_path: Path) -> None:
    first, second = imported(tmp_path).resume.experience

    assert [role.title for role in first.roles] == ["Lead Scientist", "Scientist"]
    assert (str(first.roles[0].start), str(first.roles[0].end)) == ("2021-03", "present")
    assert [point.text for point in first.roles[0].achievements] == [
        "Surveyed 410 hectares", "Published two papers (https://example.org/papers)",
    ]  # fmt: skip
    assert (first.roles[1].summary, first.roles[1].notes) == ("Kept the field books.", "team: 4 people")
    assert (second.name, str(second.roles[0].start), second.roles[0].end) == ("Elm Labs", "2016", None)


def test_every_kind_of_entry_arrives(tmp_path: Path) -> None:
    resume = imported(tmp_path).resume
    [school], [project], [paper] = resume.education, resume.projects, resume.publications
    [title], [medal] = resume.credentials, resume.awards

    assert (school.institution, school.credential, school.area) == ("Fundy University", "MSc", "Soil Science")
    assert [point.text for point in school.achievements] == ["Thesis: salt in peat"]
    assert (project.name, project.url, str(project.end)) == ("Bog atlas", "https://example.org/bog", "fall 2023")
    assert (paper.authors, paper.publisher, paper.url) == (
        "T. Ramirez, S. Brandt", "Marsh Letters", "https://doi.org/10.9999/example.1",
    )  # fmt: skip
    assert [(skill.name, skill.terms) for skill in resume.skills] == [
        ("Field", ("Coring", "mapping (GIS, lidar)", "safety")), ("Writing", ()),
    ]  # fmt: skip
    assert [(one.name, one.level) for one in resume.languages] == [("English", "native, raised"), ("Danish", "fluent")]
    assert (title.name, str(title.date), title.notes) == (
        "Professional Agrologist", "2019", "issuing_body: Institute of Agrologists",
    )  # fmt: skip
    assert (medal.name, medal.issuer, str(medal.date)) == ("Bog Medal", "Marsh Society", "2022")


def test_nothing_is_lost_but_how_it_looks(tmp_path: Path) -> None:
    found = imported(tmp_path)
    text, _ = marked_yaml(found)

    for kept in ("tove@example.org", "tove.png", "she/her", "tove9", "One tale.", "last spring", "It ended well",
                 "kept too", "shelf: third"):  # fmt: skip
        assert kept in text
    assert found.notes == ("how it looks was left out: design, locale",)
    assert {review.why for review in found.reviews} >= {
        "no end is given", "one date alone; is it the start, the end, or both?",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  name: Tove Ramirez", "  name: Tove: Ramirez", ":2:"),
        ("cv:\n", "cv: &a\n  b: *a\n", "refers to the very thing"),
        ("name: Tove", "name: !!python/object:os.system Tove", ":2:"),
    ],
)
def test_a_fault_is_told_at_its_place(old: str, new: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(ClientFileError) as caught:
        imported(tmp_path, TEXT.replace(old, new, 1))

    assert told in str(caught.value)


def test_what_the_model_refuses_is_kept_with_its_reason(tmp_path: Path) -> None:
    text = TEXT.replace("end_date: 2021-02", "end_date: 2011-02").replace("name: Tove Ramirez", f"name: {'x' * 501}")

    found = imported(tmp_path, text)

    assert found.resume.person.name == "[name]"
    assert "2011-02" in {one.text for one in found.unplaced}
    assert any("lies before the start" in one.why for one in found.unplaced)
    assert "x" * 501 in {one.text for one in found.unplaced}
