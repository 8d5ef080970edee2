"""Errors: each says what is wrong, where, and what is near."""

from __future__ import annotations

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit import errors
from resumekit.errors import (
    ClientFileError,
    DraftError,
    Problem,
    ReadBackError,
    ResumekitError,
    UnknownNameError,
    nearest,
)

CLASSES = [item for _, item in inspect.getmembers(errors, inspect.isclass) if issubclass(item, Exception)]


def test_every_error_of_ours_has_one_base_and_stands_in_the_tree() -> None:
    assert len(CLASSES) > 8
    for item in CLASSES:
        assert issubclass(item, ResumekitError)
        assert item.__name__ in (errors.__doc__ or "")
        assert item.__name__ in errors.__all__


def test_a_problem_shows_its_line_with_a_caret_under_the_words() -> None:
    problem = Problem("'titel' is not a field", "a.yaml", 14, 7, 5, "      titel: Supervisor")

    assert str(problem) == "a.yaml:14:7: 'titel' is not a field\n   14 |       titel: Supervisor\n      |       ^^^^^"


def test_a_caret_stands_under_the_same_words_behind_tabs() -> None:
    lines = str(Problem("wrong", "a.yaml", 1, 3, 2, "\t\tab")).split("\n")

    assert lines[1].replace("    1 |", "") == " \t\tab"
    assert lines[2].replace("      |", "") == " \t\t^^"


@given(st.integers(0, 5), st.integers(0, 40), st.integers(-3, 80), st.text("ab \t", max_size=20))
def test_a_caret_never_leaves_its_line(line: int, column: int, length: int, source: str) -> None:
    said = str(Problem("wrong", "a.yaml", line, column, length, source)).split("\n")

    if source and line:
        carets = said[-1].count("^")
        assert 1 <= carets <= max(len(source) - max(column - 1, 0), 1)


@pytest.mark.parametrize(
    ("problem", "place"),
    [
        (Problem("x"), ""), (Problem("x", "a"), "a"), (Problem("x", "a", 3), "a:3"), (Problem("x", "a", 3, 4), "a:3:4"),
        (Problem("x", "", 3, 4), "3:4"), (Problem("x", "a", 0, 4), "a"),
    ],
)  # fmt: skip
def test_a_place_is_as_much_as_is_known(problem: Problem, place: str) -> None:
    assert problem.place == place


def test_a_client_file_error_says_all_its_problems_in_order() -> None:
    error = ClientFileError([Problem("first", "a"), Problem("second", "a")])

    assert str(error) == "a: first\na: second"
    assert [problem.message for problem in error.problems] == ["first", "second"]


def test_an_unknown_name_is_said_as_a_sentence_and_caught_as_a_lookup() -> None:
    with pytest.raises(LookupError) as caught:
        raise UnknownNameError("theme", "modren", ["plain", "modern"])

    assert str(caught.value) == "'modren' is not a known theme; did you mean 'modern'? Known: modern, plain."
    assert str(UnknownNameError("target", "x", [])) == "'x' is not a known target. There is no target yet."


@pytest.mark.parametrize(
    ("name", "found"), [("Modern", "Modern"), ("MODERN", "Modern"), ("modren", "Modern"), ("zzz", None), ("", None)]
)
def test_the_nearest_name_is_found_whatever_its_case(name: str, found: str | None) -> None:
    assert nearest(name, ["Plain", "Modern"]) == found


def test_lists_of_reasons_are_told_line_by_line() -> None:
    assert str(DraftError(["one", "two"])) == "not final: 2 thing(s) stand in the way\n  - one\n  - two"
    assert "a.pdf: a machine cannot read back 1 thing(s); no file was left\n  - Name" in str(
        ReadBackError("a.pdf", ["Name"])
    )
