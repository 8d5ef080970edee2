"""The published schema says what the loader takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from resumekit.load.client import parse
from resumekit.load.schema import json_schema
from resumekit.load.skeleton import new_client

ROOT = Path(__file__).parents[2]
SAMPLES = sorted([*(ROOT / "samples").glob("*.yaml"), *(ROOT / "tests" / "full_client").glob("*.yaml")])


class _Editor(yaml.SafeLoader):
    """What an editor reads: the JSON-like types of YAML 1.2, dates as text."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if "timestamp" not in tag]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _valid(data: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(json_schema()).is_valid(data))


def test_it_is_a_schema_with_an_identity() -> None:
    schema = json_schema()

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == "urn:resumekit:client:1"
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_valid_as_an_editor_reads_it(path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), _Editor)

    errors = [*jsonschema.Draft202012Validator(json_schema()).iter_errors(data)]

    assert [error.message[:300] for error in errors] == []


def test_there_are_samples() -> None:
    assert SAMPLES


@pytest.mark.parametrize(
    "data",
    [
        {"person": {"name": 2024, "phone": 4165550100, "notes": None}},
        {"person": {"name": "A"}, "skills": ["Law", {"name": "Tax"}], "targets": ["HR Advisor"]},
        {"person": {"name": "A"}, "experience": [{"employer": "N", "title": "T", "start": 2020, "level": 4}]},
        {"person": {"name": "A"}, "experience": [{"employer": "N", "roles": [{"title": "T"}]}]},
        {"person": {"name": "A"}, "experience": [{"employer": "N"}]},
        {
            "person": {"name": "A"},
            "projects": [{"name": "P", "achievements": ["Did", {"text": "X", "confirmed": "2026"}]}],
        },
        {"person": {"name": "A", "extra": {"any": [1, None]}}},
    ],
)
def test_what_the_loader_takes_is_valid(data: dict[str, Any]) -> None:
    assert parse(yaml.safe_dump(data)).resume.person.name
    assert _valid(data)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"person": {"nmae": "A"}},
        {"person": {"name": "A"}, "skills": "Law"},
        {"person": {"name": "A"}, "experience": [{"title": "T"}]},
        {"person": {"name": "A"}, "experience": [{"employer": "N", "start": "2020"}]},
        {"person": {"name": "A"}, "experience": [{"employer": "N", "roles": [], "start": "2020"}]},
        {"person": {"name": "A"}, "locale": "fr-FR"},
    ],
)
def test_what_the_loader_refuses_is_not_valid(data: dict[str, Any]) -> None:
    with pytest.raises(Exception, match="yaml"):
        parse(yaml.safe_dump(data))
    assert not _valid(data)


@pytest.mark.parametrize("name", ["Ana Lee", "No", 'Zoë: the "first"', "张伟", "@na #1"])
def test_a_new_client_loads_as_it_is(name: str) -> None:
    text = new_client(name, locale="fr-CA")

    client = parse(text)

    assert client.resume.person.name == name
    assert client.resume.locale == "fr-CA"
    assert client.warnings == ()
    assert text.startswith("# yaml-language-server: $schema=./resumekit.schema.json\n")


def _uncommented(text: str) -> str:
    """The same file with its examples in use."""
    lines = [line for line in text.splitlines() if line]
    head = lines[:3]
    return "\n".join([*head, *(_used(line) for line in lines[3:])]) + "\n"


def _used(line: str) -> str:
    lead = line[: len(line) - len(line.lstrip())]
    return lead + line.lstrip().removeprefix("# ")


def test_every_example_of_a_new_client_can_be_used() -> None:
    text = _uncommented(new_client("Ana Lee"))

    resume = parse(text).resume

    assert (
        resume.experience[0].roles[0].achievements[1].text == "Trained the three analysts who now run the night shift"
    )
    assert resume.credentials
    assert resume.education
    assert resume.languages
    assert resume.notes
    assert _valid(yaml.load(text, _Editor))
