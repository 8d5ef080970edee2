"""YAML becomes nodes: text stays what was typed, limits hold, and a slip is told in plain words at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resumekit.errors import ClientFileError, Problem
from resumekit.load.client import load, parse
from resumekit.load.node import Node, to_data
from resumekit.load.source import Source
from resumekit.load.yaml import FAST, parse_yaml

ROOT = Path(__file__).parents[2]
SAMPLES = sorted([*(ROOT / "samples").glob("*.yaml"), *(ROOT / "tests" / "full_client").glob("*.yaml")])


def _read(text: str, loader: Any = FAST) -> tuple[Any, list[str]]:
    """What a loader makes of a text: values with their places, or the problems."""
    try:
        root, problems = parse_yaml(Source("a.yaml", text), loader)
    except ClientFileError as error:
        return None, [str(problem) for problem in error.problems]
    return root, [str(problem) for problem in problems]


def _problems(text: str | bytes, name: str = "a.yaml") -> list[Problem]:
    with pytest.raises(ClientFileError) as caught:
        parse(text, name)
    return list(caught.value.problems)


def _found(text: str | bytes, name: str) -> list[Problem]:
    """The problems, or the warnings; anything but a ClientFileError goes through."""
    try:
        return list(parse(text, name).warnings)
    except ClientFileError as error:
        return list(error.problems)


@pytest.mark.parametrize(
    "typed", ["no", "Yes", "2020", "1e3", "2020-03-01", "12:30", "0o14", "1_000", ".inf", "on", "=", "3.50", "0x1F"]
)
def test_every_plain_value_is_the_text_that_was_typed(typed: str) -> None:
    root, _ = parse_yaml(Source("a.yaml", f"a: {typed}"))

    assert root is not None
    assert to_data(root) == {"a": typed}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_an_empty_value_is_none_and_an_empty_item_is_left_out(typed: str) -> None:
    root, _ = parse_yaml(Source("a.yaml", f"a: {typed}\nb: [x, {typed or '~'}]\nc: '{typed}'"))

    assert root is not None
    assert to_data(root) == {"a": None, "b": ["x"], "c": typed}


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("person:\n\tname: A", 2, 1, "a tab is used for indentation"),
        ("person:\n  name: A\n\tcity: B", 3, 1, "a tab is used"),
        ("person:\n  name: Lead: the first", 2, 13, "a colon inside plain text; put the text in quotes"),
        ("person:\n  name: A\n    city: B", 3, 5, "indented further than the field above"),
        ("person\n  name: B", 1, 1, "a colon is missing behind 'person'"),
        ("person:\n  name:B", 2, 3, "a space is missing behind 'name:'"),
        ("person: {name: A}\nskills:\n  -Law", 3, 3, "a space is missing behind '-'"),
        ('person:\n  name: "A', 2, 9, "quotation mark opened here is not closed"),
        ('person:\n  name: "A\n  city: "B"', 2, 9, "quotation mark opened here is not closed"),
        ("person:\n  name: 'Ana's'", 2, 14, "text goes on after the closing quotation mark"),
        ('person:\n  name: "Ana" Lee', 2, 15, "text goes on after the closing quotation mark"),
        ("person:\n  name: @ana", 2, 9, "text that begins with '@' must be in quotes"),
        ("person:\n  name: `ana`", 2, 9, "text that begins with '`' must be in quotes"),
        ("person:\n  name: %ana", 2, 9, "text that begins with '%' must be in quotes"),
        ("person:\n  name: *ana", 2, 9, "text that begins with '*' must be in quotes"),
        ("person:\n  name: **ana**", 2, 9, "text that begins with '*' must be in quotes"),
        ("person:\n  name: &ana Lee", 2, 9, "text that begins with '&' must be in quotes"),
        ("person:\n  name: >50 people", 2, 9, "text that begins with '>' must be in quotes"),
        ("person:\n  name: [Senior] Lead", 2, 9, "text that begins with '[' must be in quotes"),
        ("person:\n  name: [A", 2, 9, "the '[' opened here is not closed"),
        ("person: {name: A", 1, 9, "the '{' opened here is not closed"),
        ("person:\n  name: A\n city: B", 3, 2, "indentation"),
        ("person:\n  name: A\n  - B", 3, 3, "indentation"),
        ("person:\n  name: A\nGuelph\nskills: []", 3, 1, "'Guelph' is no field: write 'name: value'"),
        ("person: !!python/object:os.system {}", 1, 9, "the tag '!!python/object:os.system' is not read"),
        ("person: !new {}", 1, 9, "the tag '!new' is not read"),
        ("person: {name: A}\n---\nperson: {name: B}", 2, 1, "a second document"),
        ("person: {name: A}\nperson: {name: B}", 2, 1, "'person' is given twice; it stands already at 1:1"),
        ("person:\n  <<: {name: A}", 2, 3, "merge keys"),
        ("person:\n  ? [a]\n  : b", 2, 5, "cannot be the name of a field"),
        ("person: &a [*a]", 1, 13, "refers to the very thing"),
        ('person:\n  name: "C:\\Users"', 2, 14, "a backslash inside double quotes must be doubled"),
    ],
)
def test_each_slip_is_told_in_plain_words(text: str, line: int, column: int, words: str) -> None:
    problem = _problems(text)[0]

    assert words in problem.message
    assert (problem.line, problem.column) == (line, column)
    assert problem.source == text.splitlines()[line - 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the file is empty"),
        ("  \n\n", "the file is empty"),
        ("# nothing yet\n", "holds only comments"),
        ("---\n", "holds only comments"),
        ("just words", "the file holds text"),
        ("- a\n- b", "the file holds a list"),
    ],
)
def test_a_file_without_fields_says_how_to_begin(text: str, words: str) -> None:
    assert words in _problems(text)[0].message


def test_a_thousand_levels_are_refused_without_recursion() -> None:
    for text in ("a: " + "[" * 1000 + "]" * 1000, "\n".join("  " * n + "a:" for n in range(1000))):
        for loader in (FAST, yaml.SafeLoader):
            _, problems = _read(text, loader)
            assert "more than 50 levels" in problems[0]


def test_an_alias_bomb_is_refused_by_its_number_and_by_its_depth() -> None:
    wide = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)
    )
    deep = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 80))

    assert "more than 200,000 values" in _problems(wide)[0].message
    assert "more than 50 levels" in _problems(deep)[0].message


def test_an_alias_is_read_where_it_is_used() -> None:
    resume = parse("person: {name: &n Ana}\nawards: [*n]").resume

    assert resume.awards[0].name == "Ana"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_both_readers_of_yaml_see_the_same_nodes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert _plain(_read(text)[0]) == _plain(_read(text, yaml.SafeLoader)[0])


def _plain(node: Node) -> Any:
    place = node.line, node.column
    if isinstance(node.value, list):
        return place, [_plain(item) for item in node.value]
    if isinstance(node.value, dict):
        return place, {key: (_plain(at), _plain(item)) for key, (at, item) in node.value.items()}
    return place, node.length, node.plain, node.value


PIECES = st.sampled_from(
    ["person:", "name: A", "\n", "\n  ", "- ", "  ", "[", "]", "{", "}", ": ", "#", "'", '"', "|", ">", "&a ", "*a", "!!x ",
     "@", "%", "`", "\t", "é", "<<: ", "? ", "---", "...", ",", "\\", "experience:", "\u2028", "x: y"]
)  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_text_ends_in_anything_but_facts_or_problems(text: str) -> None:
    for name in ("a.yaml", "a.json"):
        assert all(str(problem) for problem in _found(text, name))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(SAMPLES), st.data())
def test_no_damage_to_a_sample_ends_in_a_traceback(path: Path, data: st.DataObject) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        with_what = data.draw(
            st.binary(max_size=3) | st.sampled_from([b"\n", b"\t", b": ", b"- ", b"[", b'"', b"#", b"\0"])
        )
        content[at : at + data.draw(st.integers(0, 4))] = with_what

    assert all(problem.line for problem in _found(bytes(content), path.name))


def test_a_sample_is_loaded_by_its_path() -> None:
    client = load(str(SAMPLES[0]))

    assert client.path == SAMPLES[0]
    place = client.places.find(("person", "name"))
    assert place.source.strip().startswith("name:")
    assert client.places.find(("person", "nothing", 7)).line
