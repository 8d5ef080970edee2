from __future__ import annotations

from tests.cli.conftest import Call
from tests.cli.test_app import process


def test_doctor_says_of_each_part_what_it_is_for(call: Call) -> None:
    said = call("doctor")

    assert said.err == ""
    for part in ("Python", "WeasyPrint", "Fonts", "Themes", "LibreOffice", "Terminal"):
        assert part in said.out


def test_doctor_ends_with_1_only_when_something_required_is_broken(call: Call) -> None:
    said = call("doctor", "--format", "json")

    broken = [check["name"] for check in said.json["checks"] if check["required"] and not check["ok"]]
    assert said.json["ok"] is (not broken)
    assert said.code == (1 if broken else 0)


def test_a_terminal_without_letters_is_told_how_to_get_them() -> None:
    done = process("doctor", PYTHONIOENCODING="latin-1")

    assert done.stderr == ""
    [line] = [line for line in done.stdout.splitlines() if "Terminal" in line]
    assert line.startswith("optional")
    assert "UTF" in done.stdout
