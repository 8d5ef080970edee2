"""`resumekit strategy` as a coach calls it."""

from __future__ import annotations

from tests.cli.conftest import Call
from tests.strategy.library import FOLDER


def test_it_says_the_situation_and_why(call: Call) -> None:
    called = call("strategy", FOLDER / "nurse-to-hr.yaml")

    assert called.code == 0
    assert called.out.startswith("career change (2), deliberate step down (7)")
    assert "combination, 2 page(s) at most" in called.out


def test_it_asks_what_is_missing_and_what_it_would_change(call: Call) -> None:
    called = call("strategy", FOLDER / "missing.yaml")

    assert called.out.startswith("none could be told")
    assert "the target's level (0–8) (write it under 'targets: … level:'): it would change" in called.out


def test_it_shows_a_short_job_three_ways(call: Call) -> None:
    called = call("strategy", FOLDER / "short-junior.yaml")

    assert "the short job: Help Desk Analyst, Boulevard Office Supply, 8 months" in called.out
    assert "advised: compressed" in called.out
    assert "a gap of 1 month\n" in called.out or "a gap of 1 month;" in called.out


def test_json_has_situations_questions_and_worth(call: Call) -> None:
    answer = call("strategy", FOLDER / "lateral.yaml", "--format", "json").json

    assert [item["number"] for item in answer["situations"]] == [10]
    assert answer["questions"] == []
    assert set(answer["parts"]["errors"]) >= {"relevance", "measured", "recency", "uniqueness", "total"}
    assert answer["pages"]["used"] <= answer["pages"]["most"]


def test_an_unknown_target_is_refused_with_the_known_ones(call: Call) -> None:
    called = call("strategy", FOLDER / "lateral.yaml", "--target", "paymaster")

    assert called.code == 1
    assert "payroll" in called.err


def test_a_framework_of_the_command_line_goes_before_the_targets(call: Call) -> None:
    plain, framed = (
        call("strategy", FOLDER / "nurse-to-hr.yaml", *words, "--format", "json").json
        for words in ((), ("--framework", "hr-canada"))
    )

    assert not [reason for reason in plain["reasons"] if reason["rule"] == "relevance"]
    told = [reason for reason in framed["reasons"] if reason["rule"] == "relevance"]
    assert told
    assert all(len(reason["facts"]) == 1 for reason in told)
    assert framed["parts"] != plain["parts"]


def test_a_framework_that_is_not_there_is_refused_with_the_nearest(call: Call) -> None:
    called = call("strategy", FOLDER / "nurse-to-hr.yaml", "--framework", "hr-canda")

    assert called.code == 1
    assert "did you mean 'hr-canada'?" in called.err
