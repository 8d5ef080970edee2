"""Offers and lists of applications: read with every problem and its place; published and begun as client files are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from resumekit.errors import InputFileError
from resumekit.load.schema import applications_schema, offer_schema
from resumekit.load.skeleton import new_applications, new_offer
from resumekit.load.stated import parse_applications, parse_offer, read_offer
from tests.architecture.tree import ROOT

OFFERS = sorted((ROOT / "samples" / "offers").glob("*.yaml"))
LISTS = sorted((ROOT / "samples" / "applications").glob("*.yaml"))


class _Editor(yaml.SafeLoader):
    """What an editor reads: the JSON-like types of YAML 1.2, dates as text."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if "timestamp" not in tag]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def used(skeleton: str) -> str:
    """A skeleton with the "# " taken away wherever a line can be used."""
    head, *lines = skeleton.splitlines()
    return "\n".join([head, *(re.sub(r"^# (?=\s*[-\w]+[: ].*|\s+- )", "", line) for line in lines if "Take the" not in line
                              and "take the" not in line and "came of it" not in line)])  # fmt: skip


def problems(text: str) -> list[str]:
    with pytest.raises(InputFileError) as found:
        parse_offer(text)
    return [str(problem) for problem in found.value.problems]


def test_an_offer_says_what_is_wrong_with_it_where_and_what_is_meant() -> None:
    found = problems("titel: HR Coordinator\nlevel: 12\npay: a lot\nanswers:\n  culture: 5\n  pays: 2\n")

    assert [line.splitlines()[0].split(": ")[0] for line in found] == [
        "offer.yaml:1:1", "offer.yaml:2:8", "offer.yaml:3:6", "offer.yaml:5:12", "offer.yaml:6:3",
    ]  # fmt: skip
    assert "did you mean 'title'?" in found[0]
    assert "'a lot' is not an amount of money" in found[2]
    assert "did you mean 'pay'?" in found[4]
    assert all("^" in line for line in found)


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", ""])
def test_what_is_no_offer_is_told_how_one_begins(text: str) -> None:
    assert "offer" in "\n".join(problems(text))
    assert "a offer" not in "\n".join(problems(text))


def test_an_offer_that_is_not_there_or_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "offer.docx").write_bytes(b"PK\x03\x04 and so on")

    for name, said in (("none.yaml", "no such file"), ("offer.docx", "Word document")):
        with pytest.raises(InputFileError, match=said):
            read_offer(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "yearly"),
    [("78,000", 78_000), ("58k", 58_000), ("20 an hour", 39_000), ("1,250 a week", 65_000), ("5,000 per month", 60_000),
     ("{amount: 20, per: hour, hours_a_week: 40}", 41_600)],
)  # fmt: skip
def test_pay_is_read_as_a_coach_writes_it(text: str, yearly: int) -> None:
    pay = parse_offer(f"pay: {text}\n").value.pay

    assert pay is not None
    assert pay.a_year == yearly


@pytest.mark.parametrize("path", OFFERS, ids=lambda path: path.name)
def test_every_sample_offer_is_read_and_is_valid_as_an_editor_reads_it(path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), _Editor)

    assert read_offer(path).warnings == ()
    assert [error.message for error in jsonschema.Draft202012Validator(offer_schema()).iter_errors(data)] == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_sample_list_is_valid_as_an_editor_reads_it(path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), _Editor)

    assert [error.message for error in jsonschema.Draft202012Validator(applications_schema()).iter_errors(data)] == []


def test_there_are_samples() -> None:
    assert len(OFFERS) > 3


@pytest.mark.parametrize(("schema", "identity"), [
    (offer_schema(), "urn:resumekit:offer:1"), (applications_schema(), "urn:resumekit:applications:1"),
])  # fmt: skip
def test_the_schemas_have_an_identity_and_refuse_what_is_not_known(schema: dict[str, Any], identity: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == identity
    assert not jsonschema.Draft202012Validator(schema).is_valid({"titel": "A"})
    assert jsonschema.Draft202012Validator(schema).is_valid({})


def test_the_offer_s_skeleton_is_read_as_it_is_and_with_every_line_used() -> None:
    empty, full = parse_offer(new_offer()).value, parse_offer(used(new_offer())).value

    assert empty.model_dump(exclude_defaults=True) == {}
    left_out = {name for name in type(full).model_fields if name not in full.model_dump(exclude_defaults=True)}
    assert left_out == {"title", "employer", "level"}
    assert None not in full.answers.model_dump().values()


def test_the_list_s_skeleton_is_read_as_it_is_and_with_every_line_used() -> None:
    empty, full = parse_applications(new_applications()).value, parse_applications(used(new_applications())).value

    assert empty.model_dump(exclude_defaults=True) == {}
    assert [item.employer for item in full.applications] == ["Royal City Foods", "Wellington Lakes Credit Union"]
    assert full.applications[0].interviews == 2
