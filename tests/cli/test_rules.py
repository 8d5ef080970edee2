"""`resumekit rules` and `resumekit rule`."""

from __future__ import annotations

from tests.cli.conftest import Call


def test_every_rule_is_listed_with_its_domain_scope_and_level(call: Call) -> None:
    said, listed = call("rules"), call("rules", "--format", "json")

    assert said.code == listed.code == 0
    rows = {row["code"]: row for row in listed.json}
    assert (rows["WRD008"]["domain"], rows["WRD008"]["scope"], rows["WRD008"]["level"]) == ("L04", "document", "error")
    assert {f"L{n:02}" for n in (*range(1, 15), 16, 20, 21, 22, 29, 30)} <= {row["domain"] for row in listed.json}
    assert all(code in said.out for code in rows)


def test_a_rule_is_explained_by_code_and_by_domain_id(call: Call) -> None:
    one, both = call("rule", "wrd008"), call("rule", "L22")

    assert "why:" in one.out
    assert "bad:" in one.out
    assert "WRD006" in both.out
    assert "WRD007" in both.out


def test_a_rule_that_there_is_not_is_answered_with_the_nearest(call: Call) -> None:
    asked = call("rule", "WRD08")

    assert asked.code == 1
    assert "did you mean 'WRD008'?" in asked.err
