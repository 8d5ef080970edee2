from __future__ import annotations

import json
from pathlib import Path

from resumekit.load.client import load
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


def test_what_cannot_be_imported_is_answered_with_what_can(call: Call, small: Path) -> None:
    yaml, word, missing = call("import", small), call("import", "ben.docx"), call("import", "amina.json")

    assert [said.code for said in (yaml, word, missing)] == [1, 1, 1]
    assert f"resumekit render {small}" in yaml.err
    assert "Known: .json" in word.err
    assert "did you mean 'amina.yaml'?" in missing.err
