from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.test_render import SAMPLES


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_line_of_a_sample_leads_to_a_place_of_its_file(call: Call, sample: Path) -> None:
    said = call("explain", sample, "--format", "json")

    assert said.code == 0, said.err
    height = len(sample.read_text(encoding="utf-8").splitlines())
    assert said.json["lines"]
    for line in said.json["lines"]:
        assert line["facts"] or line["other"], line
    for item in [fact for line in said.json["lines"] for fact in line["facts"]] + said.json["left_out"]:
        path, number, column = item["place"].rsplit(":", 2)
        assert path == str(sample)
        assert 1 <= int(number) <= height
        assert int(column) >= 1


def test_a_bullet_leads_to_the_line_that_states_it(call: Call, small: Path) -> None:
    said = call("explain", small, "--line", "nine technicians", "--format", "json")

    [line] = [line for line in said.json["lines"] if line["section"] == "experience"]
    [fact] = line["facts"]
    stated = small.read_text(encoding="utf-8").splitlines()[int(fact["place"].split(":")[-2]) - 1]
    assert fact["fact"] == "training"
    assert "training" in stated


def test_a_line_is_found_by_its_number(call: Call, small: Path) -> None:
    said = call("explain", small, "--line", "1")

    assert said.out.splitlines()[1].split(maxsplit=1) == ["1", "Amina Haddad"]
    assert f"{small}:2:3" in said.out


def test_a_letter_is_explained_as_a_resume_is(call: Call, small: Path) -> None:
    said = call("explain", small, "--document", "letter", "--line", "nine technicians", "--format", "json")

    assert said.code == 0, said.err
    [line] = said.json["lines"]
    assert line["section"] == "letter"
    assert "training" in [fact["fact"] for fact in line["facts"]]


def test_explaining_an_unknown_document_is_wrong_usage(call: Call, small: Path) -> None:
    said = call("explain", small, "--document", "leter")

    assert (said.code, "did you mean 'letter'?" in said.err) == (2, True)


def test_a_line_that_is_not_there_is_an_error(call: Call, small: Path) -> None:
    assert "the lines run from 1 to" in call("explain", small, "--line", "999").err
    assert "no line says 'xyzzy'" in call("explain", small, "--line", "xyzzy").err


def test_what_was_left_out_is_told_with_its_reason(call: Call, small: Path) -> None:
    small.write_text(
        small.read_text(encoding="utf-8").replace("role: HR Advisor", "role: HR Advisor\n    omit: [training]"),
        encoding="utf-8",
    )

    said = call("explain", small)

    _, left_out = said.out.split("left out\n")
    assert "Trained nine technicians" in left_out
    assert f"{small}:" in left_out


def test_explain_names_the_nearest_file_and_target(call: Call, small: Path) -> None:
    assert "did you mean 'amina.yaml'?" in call("explain", "amnia.yaml").err
    assert "did you mean 'lab'?" in call("explain", small, "--target", "lb").err
    assert "is a folder" in call("explain", small.parent).err


def test_with_a_framework_a_bullet_says_what_makes_it_relevant(call: Call) -> None:
    sample = next(path for path in SAMPLES if path.stem == "2-laboratory-to-hr")
    said = call(
        "explain", sample, "--framework", "hr-canada", "--line", "health and safety committee for", "--format", "json"
    )

    lines = [line for line in said.json["lines"] if line["section"] == "evidence"]
    assert lines
    assert all("Safety committee" in told for line in lines for told in line["relevance"])
    assert all(line["relevance"] for line in lines)
