"""JSON becomes nodes with places; what is no JSON is told with its place and what to do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumekit.errors import ClientFileError
from resumekit.load.client import parse
from resumekit.load.json import parse_json
from resumekit.load.node import to_data
from resumekit.load.source import Source


def _data(text: str) -> Any:
    root, problems = parse_json(Source("a.json", text))
    assert problems == []
    assert root is not None
    return to_data(root, typed=True)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(
        st.characters(exclude_categories=["Cs"])
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(VALUES, st.booleans(), st.sampled_from([None, 2]))
def test_every_json_value_is_read_as_the_standard_library_reads_it(
    value: Any, escaped: bool, indent: int | None
) -> None:
    assert _data(json.dumps(value, ensure_ascii=escaped, indent=indent)) == value


def test_escapes_and_surrogate_pairs_are_read() -> None:
    assert _data(r'["\ud83d\ude00\n\/\u00e9", "a\\b"]') == ["😀\n/é", "a\\b"]


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        (r'{"a": "\ud83d"}', 8, "half of a surrogate pair"),
        (r'{"a": "\ude00x"}', 8, "half of a surrogate pair"),
        (r'{"a": "\ud83d\ud83d"}', 8, "half of a surrogate pair"),
        (r'{"a": "C:\Users"}', 10, "is no JSON escape"),
        ('{"a": 1,}', 8, "a comma stands before the closing bracket"),
        ("[1, 2,]", 6, "a comma stands before the closing bracket"),
        ('{"a": NaN}', 7, "is no JSON value; write null"),
        ('{"a": -Infinity}', 7, "is no JSON value; write null"),
        ('{"a": True}', 7, "JSON writes 'true' in small letters"),
        ('{"a": 007}', 7, "is no JSON number"),
        ('{"a": Ana}', 7, "put text in double quotes"),
        ("{'a': 1}", 2, "JSON names stand in double quotes"),
        ("{\"a\": 'b'}", 7, "double quotes, not single"),
        ('{"a" 1}', 6, "a colon is missing"),
        ('{"a": 1 "b": 2}', 9, "a comma is missing"),
        ('{"a": ', 7, "the file ends too early"),
        ('{"a": "b', 7, "is not closed on its line"),
        ('{"a": 1} x', 10, "something follows after the end"),
        ('{"a": 1} // note', 10, "something follows after the end"),
        ('{"a": /* note */ 1}', 7, "JSON has no comments"),
        ('{"a": ' + "9" * 5000 + "}", 7, "a number of 5,000 digits"),
        ('{"a": ' + "[" * 1000 + "]" * 1000 + "}", 56, "more than 50 levels"),
    ],
)
def test_each_slip_is_told_with_its_place(text: str, column: int, words: str) -> None:
    with pytest.raises(ClientFileError) as caught:
        parse(text, "a.json")

    problem = caught.value.problems[0]
    assert words in problem.message
    assert (problem.line, problem.column) == (1, column)


def test_a_key_given_twice_is_refused_with_both_places() -> None:
    with pytest.raises(ClientFileError, match=r"a.json:2:3: 'person' is given twice; it stands already at 1:2"):
        parse('{"person": {"name": "A"},\n  "person": {"name": "B"}}', "a.json")


def test_numbers_stay_as_they_were_typed_where_text_is_meant() -> None:
    resume = parse(
        '{"person": {"name": 2024, "phone": 4165550100}, "education": [{"institution": "U", "grade": 3.50}]}'
    ).resume

    assert (resume.person.name, resume.person.phone, resume.education[0].grade) == ("2024", "4165550100", "3.50")


def test_json_under_a_yaml_name_is_read_as_json() -> None:
    assert parse(r'{"person": {"name": "Zo\u00eb \ud83d\ude00"}}', "a.yaml").resume.person.name == "Zoë 😀"
