"""`resumekit check` of a file made with anything: first what a machine reads of it, then what is wrong with it."""

from __future__ import annotations

import json
import runpy
import shutil
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

SAMPLE = ROOT / "samples" / "foreign" / "resume-final2.docx"


def test_the_sample_is_what_its_script_makes() -> None:
    made = ZipFile(BytesIO(runpy.run_path(str(ROOT / "docs" / "foreign.py"))["build"]()))

    with ZipFile(SAMPLE) as kept:
        words = {name: kept.read(name) for name in kept.namelist()}

    assert words == {name: made.read(name) for name in made.namelist()}, "run: python docs/foreign.py"


def test_what_a_machine_reads_is_told_first_and_what_it_misses_by_name(call: Call) -> None:
    called = call("check", SAMPLE)

    read, _, found = called.out.partition("\n\n")
    assert called.code == 1
    assert read.startswith(f"{SAMPLE}: what a machine reads\n  name       Marja Lindqvist\n  e-mail     NOT FOUND\n")
    assert "Sales Associate | Superior Hardware Co-op | 2017-06 – 2021-02 | 3 points" in read
    assert "ATS005 error: the e-mail address stands only in the page header" in found


def test_faults_of_the_file_go_before_faults_of_its_words(call: Call) -> None:
    scopes = [item["scope"] for item in json.loads(call("check", SAMPLE, "--format", "json").out)]

    assert scopes == sorted(scopes, key=lambda scope: scope != "file")
    assert set(scopes) == {"file", "document"}


@pytest.mark.parametrize("choice", [("--statistics",), ("--format", "github"), ("--format", "sarif")])
def test_output_for_programs_has_no_reading_in_it(call: Call, choice: tuple[str, ...]) -> None:
    assert "what a machine reads" not in call("check", SAMPLE, *choice).out


def test_a_file_name_with_spaces_is_an_address_in_sarif(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "my résumé 100%.docx"
    shutil.copy(SAMPLE, path)

    results = json.loads(call("check", path, "--format", "sarif").out)["runs"][0]["results"]

    addresses = {item["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for item in results}
    assert [address.rpartition("/")[2] for address in addresses] == ["my%20r%C3%A9sum%C3%A9%20100%25.docx"]


def test_signs_that_move_a_cursor_are_spelled_out_and_the_words_stay_marked(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "odd.docx"
    document = Document()
    document.add_heading("Ana Roy \u202etxt", 0)
    document.add_heading("Experience", 1)
    document.add_paragraph("Office Manager, Bell Street Foods\u200b, June 2020 – Present")
    document.add_paragraph("Led 12 clerks \u009b31m with very few errors", style="List Bullet")
    document.save(str(path))

    out = call("check", path).out

    assert not set(out) & set("\u202e\u200b\u009b")
    shown, marks = next(pair for pair in pairwise(out.split("\n")) if "      | Led" in pair[0] and "very" in pair[0])
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "very"


def test_a_folder_or_a_missing_file_is_told(call: Call, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples" / "foreign", tmp_path / "folder.docx")

    assert "it is a folder" in call("check", tmp_path / "folder.docx").err
    assert "there is no such file" in call("check", tmp_path / "none.docx").err
