from __future__ import annotations

import json
from pathlib import Path

import resumekit.load.foreign  # noqa: F401 - its importers add themselves
from resumekit.cli.import_ import KINDS
from resumekit.load.client import load
from resumekit.load.importer import IMPORTERS
from tests.cli.conftest import Call

RESUME = {
    "basics": {"name": "Ben Okafor", "email": "ben@example.ca", "label": "Analyst"},
    "work": [{"name": "Northwind Labs", "position": "Analyst", "startDate": "2019-05", "highlights": ["Cut costs."]}],
    "shoeSize": 44,
}


def write(path: Path) -> Path:
    path.write_text(json.dumps(RESUME, indent=2), encoding="utf-8")
    return path


def test_a_json_resume_becomes_a_client_file_with_the_same_facts(call: Call, tmp_path: Path) -> None:
    path = write(tmp_path / "ben.json")

    said = call("import", path)

    assert said.code == 0
    assert said.out == "wrote ben.yaml\n"
    assert load("ben.yaml").resume == load(path).resume
    assert f"warning: {path}" in said.err
    assert "'shoeSize'" in said.err


def test_import_writes_over_nothing_unless_forced(call: Call, tmp_path: Path) -> None:
    path = write(tmp_path / "ben.json")
    Path("client.yaml").write_text("mine", encoding="utf-8")

    refused = call("import", path, "--out", "client.yaml")
    assert refused.code == 1
    assert Path("client.yaml").read_text(encoding="utf-8") == "mine"

    assert call("import", path, "--out", "client.yaml", "--force").code == 0
    assert load("client.yaml").resume.person.name == "Ben Okafor"


def test_import_to_the_terminal_is_the_file_and_nothing_else(call: Call, tmp_path: Path) -> None:
    path = write(tmp_path / "ben.json")
    call("import", path)

    assert call("import", path, "--out", "-").out == Path("ben.yaml").read_text(encoding="utf-8")


def test_what_is_not_certain_and_what_was_not_placed_is_told_with_its_line(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "nora.txt"
    path.write_text(TEXT, encoding="utf-8")

    said = call("import", path, "-o", "nora.yaml")

    written = Path("nora.yaml").read_text(encoding="utf-8").split("\n")
    [line] = [number for number, row in enumerate(written, start=1) if "# review: read as the issuer" in row]
    assert said.out == "wrote nora.yaml\n"
    assert f"  nora.yaml:{line}: read as the issuer (Transport Canada)" in said.err
    assert "not placed: 1, kept under 'extra: unplaced:'" in said.err
    assert "  POSTCARDS: From every port" in said.err


TEXT = """Nora Lindqvist
nora.lindqvist@example.ca

EXPERIENCE

Deck Officer, Fundy Ferries Ltd., Saint John, NB    May 2019 - Present
- Trained 14 deckhands in a year

CERTIFICATIONS

Watchkeeping Mate, Transport Canada, 2018

POSTCARDS

From every port
"""


def test_what_a_terminal_would_obey_is_spelled_out(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "nora.txt"
    path.write_text(TEXT.replace("From every", "From \u202eevery"), encoding="utf-8")

    assert "  POSTCARDS: From \\u202eevery port" in call("import", path).err


def test_a_named_kind_must_fit(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "nora.txt"
    path.write_text(TEXT, encoding="utf-8")

    wrong, unknown = call("import", path, "--from", "pdf"), call("import", path, "--from", "rendrcv")

    assert (wrong.code, unknown.code) == (1, 2)
    assert "this is not a PDF with text in it" in wrong.err
    assert "did you mean 'rendercv'?" in unknown.err


def test_a_file_in_the_way_is_not_written_over(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "nora.txt"
    path.write_text(TEXT, encoding="utf-8")
    Path("nora.yaml").write_text("mine", encoding="utf-8")

    said = call("import", path)

    assert said.code == 1
    assert "--force" in said.err
    assert Path("nora.yaml").read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_imported_is_answered_with_what_can(call: Call, small: Path, tmp_path: Path) -> None:
    picture = tmp_path / "face.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))

    yaml, image, missing = call("import", small), call("import", picture), call("import", "amina.json")

    assert [said.code for said in (yaml, image, missing)] == [1, 1, 1]
    assert f"resumekit render {small}" in yaml.err
    assert "this is a picture" in image.err
    assert "RenderCV's YAML" in image.err
    assert "did you mean 'amina.yaml'?" in missing.err


def test_the_kinds_offered_are_those_there_are() -> None:
    assert set(KINDS) == set(IMPORTERS)
