"""The client that a list of applications names is looked for from the list's own folder, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import InputFileError
from resumekit.load.stated import read_applications
from resumekit.load.stated_client import client_of


@pytest.mark.parametrize("named", ["/etc/hostname.yaml", "notes.txt"])
def test_only_a_client_file_on_a_relative_way_is_read(tmp_path: Path, named: str) -> None:
    path = tmp_path / "applications.yaml"
    path.write_text(f"client: {named}\napplications: []\n")

    with pytest.raises(InputFileError, match=r"applications\.yaml:1:9: 'client' is a \.yaml or \.json file"):
        client_of(read_applications(path))


def test_a_client_that_is_not_there_is_answered_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "amina.yaml").write_text("person: {name: Amina}\n")
    path = tmp_path / "applications.yaml"
    path.write_text("client: aminna.yaml\n")

    with pytest.raises(InputFileError, match=r"did you mean 'amina\.yaml'"):
        client_of(read_applications(path))
