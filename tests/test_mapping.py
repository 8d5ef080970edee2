"""Frameworks by name for a whole run: read once, and again when a coach edits one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from resumekit.errors import ResumekitError, UnknownNameError
from resumekit.load.framework import find_framework
from resumekit.mapping import engine_for, map_skills, rank_competencies
from resumekit.model.resume import Resume
from resumekit.pipeline import Choices, plan
from tests.load.frameworks import BASE, LEXICON

PERSON = Resume.model_validate(
    {
        "person": {"name": "Mira Solberg"},
        "experience": [
            {"employer": "Hill Farm", "title": "Cook", "achievements": [{"id": "a", "text": "Taught staff"}]}
        ],
    }
)

NURSES = Resume.model_validate(
    {
        "person": {"name": "Mira Solberg"},
        "experience": [
            {
                "employer": "Ward",
                "title": "Nurse",
                "achievements": [{"id": "a", "text": "Taught nurses, walked them through"}],
            }
        ],
    }
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "words.yaml").write_text(LEXICON, encoding="utf-8")
    return tmp_path


def test_the_engine_of_a_framework_is_kept(folder: Path) -> None:
    assert engine_for("hr-canada") is engine_for("hr-canada")
    assert engine_for("base", (folder,)) is engine_for("base", (folder,))


def test_an_edited_framework_is_read_again(folder: Path) -> None:
    before = map_skills(PERSON, "base", folders=[folder]).framework
    (folder / "base.yaml").write_text(BASE.replace("Community work", "Work of the commons"), encoding="utf-8")
    os.utime(folder / "base.yaml", ns=(1, 1))

    assert map_skills(PERSON, "base", folders=[folder]).framework.name == "Work of the commons" != before.name


def test_a_framework_named_by_its_path_finds_the_lexicons_beside_it(folder: Path) -> None:
    assert map_skills(PERSON, str(folder / "base.yaml")).framework.lexicons == ("words",)


def test_a_text_is_ranked_by_name(folder: Path) -> None:
    assert [match.competency for match in rank_competencies("Taught nurses", "base", folders=[folder])] == ["teaching"]


def test_an_unknown_framework_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'hr-canada'"):
        map_skills(PERSON, "hr-canda")


def test_a_framework_without_a_target_is_refused() -> None:
    with pytest.raises(ResumekitError, match="is read for a target, and there is none"):
        plan(PERSON, Choices(framework="hr-canada"))


def test_a_framework_given_as_an_object_is_ranked_as_by_its_name(folder: Path) -> None:
    found = find_framework("base", [folder])

    by_object = map_skills(NURSES, found, folders=[folder])

    assert by_object == map_skills(NURSES, "base", folders=[folder])
    assert "a" in [evidence.fact for item in by_object.competencies for evidence in item.evidence]


def test_labels_alone_are_found_in_a_framework_given_as_an_object(folder: Path) -> None:
    whole = find_framework("base", [folder])
    bare = whole.model_copy(update={"competencies": tuple(
        item.model_copy(update={"cues": (), "negative_cues": (), "name": "Taught staff"}) for item in whole.competencies[:1]
    )})  # fmt: skip

    assert next(map_skills(PERSON, bare).competencies).evidence
