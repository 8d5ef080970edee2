"""`resumekit check --tagger`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from resumekit.lint import tagger  # noqa: F401 - with no path to import from, nothing can be imported later
from tests.cli.conftest import Call
from tests.lint.table_pipeline import pipeline_at


@pytest.fixture
def bullet(tmp_path: Path) -> Path:
    path = tmp_path / "ana.yaml"
    path.write_text(
        "person: {name: Ana Sample, email: ana@example.ca, phone: 519-555-0142}\n"
        "experience: [{employer: B, title: Florist, start: 2019, end: 2021,"
        " achievements: [{text: Strew petals over 40 tables}]}]\n",
        encoding="utf-8",
    )
    return path


def test_a_check_asks_the_pipeline_that_it_is_given(call: Call, bullet: Path, tmp_path: Path) -> None:
    folder = pipeline_at(tmp_path / "pipeline")

    without, with_one = call("check", bullet), call("check", bullet, "--tagger", folder)

    assert "likely not with a verb" in without.out
    assert "“Strew” is told in the present" in with_one.out
    assert "VRB002" not in with_one.out


def test_one_that_is_not_installed_is_told_with_where_to_get_it(
    call: Call, bullet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [])

    called = call("check", bullet, "--tagger")

    assert called.code == 1
    assert "python -m spacy download en_core_web_sm" in called.err


def test_a_file_behind_the_option_is_no_name(call: Call, bullet: Path) -> None:
    called = call("check", "--tagger", bullet)

    assert called.code == 2
    assert "put --tagger behind the files" in called.err
