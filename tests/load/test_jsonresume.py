"""JSON Resume in and out: nothing is lost, nothing is told that must not be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resumekit.errors import ClientFileError
from resumekit.load.client import load, parse
from resumekit.load.dump import dump_yaml
from resumekit.load.jsonresume import from_json_resume, to_json_resume
from resumekit.model.resume import Resume

HERE = Path(__file__).parent / "jsonresume"
SCHEMA = json.loads((HERE / "schema.json").read_text(encoding="utf-8"))
FILES = sorted([HERE / "sample.resume.json", *(HERE / "examples").glob("*.json")])

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=12) | st.sampled_from(
    ["", "  spaced ", "true", "12", "null", "Website", "[name]", "[employer]", "Lead, Design", "Tab\tin", "two\nlines"]
)
URL = st.sampled_from(
    ["https://a.example.com", "b.example.com", "", "ftp://c.example.com", "not a link", " https://d.example.com "]
)
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)
DATES = ["1999", "2001-02", "2001-02-03", "2010-12", "2015", "2020-06-30"]


def _values(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "$ref" in schema:
        return st.sampled_from(DATES)
    if schema["type"] == "object":
        known = {name: _values(part) for name, part in schema["properties"].items() if name != "endDate"}
        return st.builds(
            lambda given, odd, end: _ended(given | {f"x{key}": value for key, value in odd.items()}, schema, end),
            st.fixed_dictionaries({}, optional=known),
            st.dictionaries(TEXT, ODD, max_size=1),
            st.sampled_from([None, *DATES]),
        )
    if schema["type"] == "array":
        return st.lists(_values(schema["items"]), max_size=3)
    return URL if schema.get("format") == "uri" else TEXT


def _ended(given: dict[str, Any], schema: dict[str, Any], end: str | None) -> dict[str, Any]:
    """With an end that is not before the start: the other order is an error."""
    if end and "endDate" in schema["properties"] and given.get("startDate", "")[:4] <= end[:4]:
        start = given.get("startDate", "")
        if start[:4] < end[:4] or len(start) <= 4 or start == end:
            given["endDate"] = end
    return given


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_published_example_comes_back_as_it_was(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))

    out = to_json_resume(load(path).resume)

    assert out == data
    jsonschema.validate(out, SCHEMA)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(_values(SCHEMA))
def test_every_document_of_the_standard_comes_back_as_it_was(data: dict[str, Any]) -> None:
    facts, _ = from_json_resume(data)

    out = to_json_resume(Resume.model_validate(facts))

    assert out == data
    jsonschema.validate(out, SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_imported_example_lives_on_as_native_yaml(path: Path) -> None:
    resume = load(path).resume

    again = parse(dump_yaml(resume))

    assert again.resume == resume
    assert to_json_resume(again.resume) == json.loads(path.read_text(encoding="utf-8"))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(_values(SCHEMA))
def test_every_document_of_the_standard_lives_on_as_native_yaml(data: dict[str, Any]) -> None:
    facts, _ = from_json_resume(data)

    again = parse(dump_yaml(Resume.model_validate(facts))).resume

    assert to_json_resume(again) == data


SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "x", "2020", "2020-13", "https://a.example.com"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["basics", "work", "name", "url", "location", "profiles", "highlights", "startDate", "endDate", "roles",
             "references", "reference", "skills", "keywords", "projects", "meta", "$schema", "network", "position"]
        ),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.dictionaries(st.sampled_from(["work", "skills", "references", "projects", "meta"]), SHAPES, max_size=3), SHAPES
)
def test_a_json_resume_of_any_shape_ends_in_facts_or_problems(data: dict[str, Any], basics: Any) -> None:
    try:
        client = parse(json.dumps({**data, "basics": basics}), "a.json")
    except ClientFileError as error:
        found = error.problems
    else:
        found = client.warnings
        to_json_resume(client.resume)

    assert all(problem.line for problem in found)


def test_a_misspelled_key_of_the_standard_is_guessed() -> None:
    client = parse('{"basics": {"name": "A", "emial": "a@example.com"}, "wrok": []}', "a.json")

    assert [w.message.partition("; ")[2].partition("?")[0] for w in client.warnings] == [
        "did you mean 'email'",
        "did you mean 'work'",
    ]


def test_the_examples_are_there() -> None:
    assert len(FILES) == 4


def test_positions_with_one_employer_become_promotions_and_come_back_in_order() -> None:
    work = [
        {"name": "North Labs", "position": "Manager", "startDate": "2020-02", "location": "Guelph"},
        {"name": "North Labs", "position": "Analyst", "startDate": "2015", "endDate": "2020-01", "location": "Guelph"},
        {"name": "North Labs", "position": "Student", "startDate": "2009", "endDate": "2010"},
    ]

    resume = parse(json.dumps({"basics": {"name": "Ana Lee"}, "work": work}), "ana.json").resume

    assert [[role.title for role in employer.roles] for employer in resume.experience] == [
        ["Manager", "Analyst"],
        ["Student"],
    ]
    assert resume.experience[0].city == "Guelph"
    assert to_json_resume(resume)["work"] == work


def test_an_unknown_key_is_kept_on_its_fact_and_warned_about_with_its_place() -> None:
    client = parse(
        '{"basics": {"name": "Ana"},\n "work": [{"name": "North", "position": "Lead", "badge": 7}]}', "a.json"
    )

    assert client.resume.experience[0].roles[0].extra == {"badge": 7}
    assert [(w.line, w.column, "'badge'" in w.message) for w in client.warnings] == [(2, 49, True)]


def test_an_edited_fact_wins_over_what_the_import_kept() -> None:
    facts, _ = from_json_resume({"basics": {"name": " Ana Lee "}, "work": [{"name": "North ", "position": "Lead"}]})
    facts["experience"][0]["employer"] = "South"

    out = to_json_resume(Resume.model_validate(facts))

    assert out["work"][0]["name"] == "South"
    assert out["basics"]["name"] == " Ana Lee "


def test_a_json_resume_without_a_name_is_refused() -> None:
    with pytest.raises(ClientFileError, match="'basics' needs 'name'"):
        parse('{"basics": {"email": "a@example.com"}}', "a.json")


def test_an_error_in_a_json_resume_points_into_it() -> None:
    with pytest.raises(ClientFileError) as caught:
        parse(
            '{"basics": {"name": "Ana"},\n "work": [{"name": "North", "position": "A", "endDate": "2020-13"}]}',
            "a.json",
        )

    assert [(p.line, p.column) for p in caught.value.problems] == [(2, 57)]


def test_a_json_resume_written_in_yaml_is_read() -> None:
    resume = parse("basics:\n  name: Ana Lee\nwork:\n  - name: North\n    position: Lead\n    startDate: 2020\n").resume

    assert resume.experience[0].roles[0].title == "Lead"


NATIVE = """
person: {name: Ana Lee, country: Canada, notes: SECRET}
notes: SECRET
experience:
  - employer: SECRET Motors
    confidential: true
    say_as: a Tier-1 automotive supplier
    about: SECRET
    url: https://secret.example.com
    title: Planner
    start: fall 2024
    end: present
    notes: SECRET
    achievements:
      - Cut waste
      - {text: SECRET figures, confidential: true}
      - {text: SECRET figures, confidential: true, say_as: Cut a cost}
  - employer: SECRET Two
    confidential: true
    title: Clerk
credentials:
  - {name: Certified Planner, status: in progress, expected: 2027-05}
skills:
  - {name: Scheduling, group: Planning}
  - {name: Forecasting, group: Planning}
testimonials:
  - {text: SECRET praise, who: A}
  - {text: Good work, who: B, permission: yes}
referees:
  - {name: SECRET Person, permission: no}
"""


def test_the_export_tells_nothing_confidential_and_no_notes() -> None:
    out = to_json_resume(parse(NATIVE).resume)

    assert "secret" not in json.dumps(out).lower()
    assert out["work"] == [
        {
            "name": "a Tier-1 automotive supplier",
            "position": "Planner",
            "startDate": "2024-09",
            "highlights": ["Cut waste", "Cut a cost"],
        }
    ]
    assert out["references"] == [{"name": "B", "reference": "Good work"}]
    assert out["certificates"] == [{"name": "Certified Planner (in progress)", "date": "2027-05"}]
    assert out["skills"] == [{"name": "Planning", "keywords": ["Scheduling", "Forecasting"]}]
    assert out["basics"]["location"] == {"countryCode": "CA"}
    jsonschema.validate(out, SCHEMA)
