from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from resumekit.load.client import load
from resumekit.load.schema import SCHEMA_FILE
from resumekit.load.stated import parse_applications, parse_offer
from tests.cli.conftest import Call


def test_new_writes_a_client_that_renders_with_its_schema_beside_it(call: Call) -> None:
    said = call("new", "amina-haddad.yaml")

    assert said.code == 0
    assert said.out == "wrote amina-haddad.yaml\n"
    assert load("amina-haddad.yaml").resume.person.name == "Amina Haddad"
    assert f"$schema=./{SCHEMA_FILE}" in Path("amina-haddad.yaml").read_text(encoding="utf-8").splitlines()[0]
    Draft202012Validator.check_schema(json.loads(Path(SCHEMA_FILE).read_text(encoding="utf-8")))
    assert call("render", "amina-haddad.yaml", "--to", "txt").code == 0


def test_new_takes_a_name_and_a_locale_and_adds_the_ending(call: Call) -> None:
    assert call("new", "deep/er/file", "--name", "Élodie Côté: « L'Écuyer »", "--locale", "fr-ca").code == 0

    resume = load("deep/er/file.yaml").resume
    assert (resume.person.name, resume.locale) == ("Élodie Côté: « L'Écuyer »", "fr-CA")


def test_new_writes_over_nothing(call: Call) -> None:
    Path("amina.yaml").write_text("mine", encoding="utf-8")

    said = call("new", "amina")

    assert said.code == 1
    assert "amina.yaml is there already" in said.err
    assert Path("amina.yaml").read_text(encoding="utf-8") == "mine"
    assert not Path(SCHEMA_FILE).exists()


@pytest.mark.parametrize("name", ["a\x01b", "x" * 600])
def test_new_refuses_a_name_that_no_client_can_have(call: Call, name: str) -> None:
    said = call("new", "amina", "--name", name)

    assert said.code == 1
    assert said.err.startswith("error: amina.yaml:")
    assert not Path("amina.yaml").exists()


def test_schema_goes_to_the_terminal_or_to_a_file(call: Call) -> None:
    said = call("schema")
    filed = call("schema", "--out", "s.json")

    assert (said.code, filed.code) == (0, 0)
    assert said.json == json.loads(Path("s.json").read_text(encoding="utf-8"))
    assert "person" in said.json["properties"]


def test_schema_writes_over_a_file_only_when_forced(call: Call) -> None:
    Path("s.json").touch()

    assert call("schema", "--out", "s.json").code == 1
    assert call("schema", "--out", "s.json", "--force").code == 0


def test_a_theme_is_copied_and_shown_under_its_new_name(call: Call) -> None:
    said = call("themes", "new", "deep/mine", "--from", "executive")
    shown = call("themes", "show", "deep/mine", "--format", "json")
    original = call("themes", "show", "executive", "--format", "json")

    assert said.code == 0
    assert shown.json["name"] == "mine"
    assert shown.json["tokens"] == original.json["tokens"] | {"name": "mine"}


def test_a_theme_is_copied_over_nothing(call: Call) -> None:
    call("themes", "new", "mine")
    before = Path("mine/theme.css").read_bytes()
    Path("file").touch()

    again, into_file = call("themes", "new", "mine", "--from", "plain"), call("themes", "new", "file")

    assert (again.code, into_file.code) == (1, 1)
    assert "name another folder" in again.err
    assert "file is a file" in into_file.err
    assert Path("mine/theme.css").read_bytes() == before


def test_themes_are_listed_with_what_they_are_for(call: Call) -> None:
    said, listed = call("themes", "list"), call("themes", "list", "--format", "json")

    assert [line.split()[0] for line in said.out.splitlines()] == ["executive", "modern", "plain"]
    assert [theme["name"] for theme in listed.json] == ["executive", "modern", "plain"]
    assert all(theme["summary"] for theme in listed.json)


@pytest.mark.parametrize("theme", ["executive", "modern", "plain"])
def test_a_shown_theme_names_its_fonts_and_sizes(call: Call, theme: str) -> None:
    said = call("themes", "show", theme)

    assert said.code == 0
    assert "in Word: " in said.out
    assert " pt on " in said.out


@pytest.mark.parametrize(
    ("kind", "then"), [("offer", "resumekit move CLIENT.yaml --offer"), ("applications", "funnel")]
)
def test_new_writes_an_offer_or_a_list_with_its_schema_beside_it(call: Call, kind: str, then: str) -> None:
    said = call("new", f"my {kind}", "--kind", kind)

    assert (said.code, said.out) == (0, f"wrote my {kind}.yaml\n")
    assert then in said.err
    assert f'"my {kind}.yaml"' in said.err
    text = Path(f"my {kind}.yaml").read_text(encoding="utf-8")
    schema = Path(text.splitlines()[0].partition("./")[2])
    Draft202012Validator.check_schema(json.loads(schema.read_text(encoding="utf-8")))
    assert (parse_offer(text).warnings if kind == "offer" else parse_applications(text).warnings) == ()
    assert call("new", f"my {kind}", "--kind", kind).code == 1


@pytest.mark.parametrize("option", ["--name", "--locale"])
def test_what_is_a_client_s_alone_is_refused_for_other_files(call: Call, option: str) -> None:
    said = call("new", "offer", "--kind", "offer", option, "fr-CA")

    assert said.code == 2
    assert f"{option} is for a client's file alone" in said.err
    assert not Path("offer.yaml").exists()


@pytest.mark.parametrize("sort", ["offer", "applications"])
def test_the_schemas_of_offers_and_applications_are_printed(call: Call, sort: str) -> None:
    said = call("schema", f"--{sort}")

    Draft202012Validator.check_schema(said.json)
    assert said.json["$id"] == f"urn:resumekit:{sort}:1"
