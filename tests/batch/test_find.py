from __future__ import annotations

import json
from pathlib import Path

import pytest

from resumekit.batch.find import find_clients, is_client_file
from resumekit.batch.many import render_many
from resumekit.pipeline import Choices

CLIENT = "person:\n  name: Amina Haddad\n"


def put(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_means_its_client_files_by_name(tmp_path: Path) -> None:
    put(tmp_path, b__yaml=CLIENT, A__yml=CLIENT, c__json='{"basics": {}}', notes__txt=CLIENT)
    put(tmp_path / "inner", d__yaml=CLIENT)

    found = find_clients([tmp_path])

    assert [item.path.name for item in found if not item.problem] == ["A.yml", "b.yaml", "c.json"]


def test_what_is_plainly_no_client_file_is_skipped_in_a_folder_and_taken_by_name(tmp_path: Path) -> None:
    put(tmp_path, amina__yaml=CLIENT, compose__yaml="services:\n  web: {}\n")

    [_, skipped] = find_clients([tmp_path])
    [named] = find_clients([tmp_path / "compose.yaml"])

    assert (skipped.path.name, skipped.skipped) == ("compose.yaml", True)
    assert not named.problem


def test_a_misspelled_client_file_is_not_skipped(tmp_path: Path) -> None:
    put(tmp_path, amina__yaml="persn:\n  name: A\nexperience: []\n", empty__yaml="")

    assert not [item for item in find_clients([tmp_path]) if item.problem]


def test_the_schema_beside_a_client_is_no_client(tmp_path: Path) -> None:
    from resumekit.load.schema import json_schema

    schema = tmp_path / "resumekit.schema.json"
    schema.write_text(json.dumps(json_schema()), encoding="utf-8")

    assert not is_client_file(schema)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_a_json_resume_is_known_however_it_is_laid_out(tmp_path: Path, indent: int | str | None) -> None:
    path = tmp_path / "resume.json"
    path.write_text(json.dumps({"meta": {}, "basics": {"name": "A"}, "work": []}, indent=indent), encoding="utf-8")

    assert is_client_file(path)


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    put(tmp_path, amina__yaml=CLIENT)

    assert len(find_clients([tmp_path / "amina.yaml", tmp_path, tmp_path / "." / "amina.yaml"])) == 1


def test_a_missing_file_is_answered_with_the_nearest(tmp_path: Path) -> None:
    put(tmp_path, amina__yaml=CLIENT)

    [found] = find_clients([tmp_path / "amnia.yaml"])

    assert found.problem.endswith(f"did you mean '{tmp_path / 'amina.yaml'}'?")
    assert not found.skipped


def test_a_folder_without_clients_says_so(tmp_path: Path) -> None:
    [found] = find_clients([tmp_path])

    assert "no client files in this folder" in found.problem


def test_results_that_lie_among_the_clients_are_no_clients(tmp_path: Path) -> None:
    put(tmp_path, amina__yaml=CLIENT)
    choices = Choices(formats=("jsonresume", "json"))

    first = list(render_many([tmp_path], choices, tmp_path))
    second = list(render_many([tmp_path], choices, tmp_path))

    assert [result.ok for result in first + second] == [True, True]
    assert [file.path for file in first[0].files] == [file.path for file in second[0].files]


def test_a_pattern_that_the_shell_left_is_answered(tmp_path: Path) -> None:
    put(tmp_path, amina__yaml=CLIENT, ben__yaml=CLIENT)

    found = find_clients([tmp_path / "*.yaml"])
    [nothing] = find_clients([tmp_path / "*.yml"])

    assert [item.path.name for item in found] == ["amina.yaml", "ben.yaml"]
    assert "nothing matches" in nothing.problem
