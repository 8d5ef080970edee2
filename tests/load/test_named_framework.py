"""The framework that a target names: by name, or a file of the client's own folder and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import ClientFileError
from resumekit.load.client import Client, load, parse
from resumekit.load.named_framework import named_framework
from tests.load.frameworks import BASE

CLIENT = "person: {name: Amina Haddad}\ntargets: [{role: Advisor, framework: %s}]\n"


def _found(client: Client, *folders: Path) -> str | None:
    return named_framework(client, client.resume.targets[0], folders)


def _refused(client: Client) -> str:
    with pytest.raises(ClientFileError) as refused:
        _found(client)
    [problem] = refused.value.problems
    assert (problem.line, problem.column) == (2, 38)
    return problem.message


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    folder = tmp_path / "client"
    folder.mkdir()
    for place in (folder, tmp_path):
        (place / "base.yaml").write_text(BASE, encoding="utf-8")
    return folder


def _client(folder: Path, framework: str) -> Client:
    path = folder / "amina.yaml"
    path.write_text(CLIENT % framework, encoding="utf-8")
    return load(path)


def test_a_target_may_name_none() -> None:
    assert _found(parse("person: {name: A}\ntargets: [Advisor]\n")) is None


def test_one_that_ships_goes_by_its_name() -> None:
    assert _found(parse(CLIENT % "hr-canada")) == "hr-canada"


def test_one_of_a_coachs_folder_goes_by_its_name(beside: Path) -> None:
    assert _found(parse(CLIENT % "base"), beside) == "base"


def test_a_name_that_is_not_there_is_told_at_its_place_with_the_nearest() -> None:
    assert "did you mean 'hr-canada'?" in _refused(parse(CLIENT % "hr-canda"))


def test_a_file_beside_the_client_file_is_found(beside: Path) -> None:
    assert _found(_client(beside, "base.yaml")) == str((beside / "base.yaml").resolve())


def test_a_file_outside_or_missing_is_told_with_the_other_problems_of_the_client(beside: Path) -> None:
    for name, told in (("../base.yaml", "leads out of"), ("bse.yaml", "did you mean 'base.yaml'?")):
        with pytest.raises(ClientFileError) as refused:
            _client(beside, name)

        [problem] = refused.value.problems
        assert (problem.line, problem.column) == (2, 38)
        assert told in problem.message


def test_a_file_that_went_since_the_client_was_read_is_refused(beside: Path) -> None:
    client = _client(beside, "base.yaml")
    (beside / "base.yaml").unlink()

    assert "there is no file" in _refused(client)


def test_a_file_needs_a_client_file_to_lie_beside() -> None:
    assert "needs a client file" in _refused(parse(CLIENT % "base.yaml"))
