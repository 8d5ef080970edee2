"""`resumekit diff` as a coach calls it."""

from __future__ import annotations

from tests.cli.conftest import Call
from tests.strategy.library import FOLDER

LATERAL = FOLDER / "lateral.yaml"


def test_the_same_page_has_not_changed(call: Call) -> None:
    called = call("diff", LATERAL, LATERAL)

    assert (called.code, called.out) == (0, "nothing changed on the page\n")


def test_two_targets_are_told_apart_in_words(call: Call) -> None:
    called = call("diff", f"{LATERAL}#payroll", f"{LATERAL}#benefits")

    assert called.code == 0
    assert "Head: “Payroll Specialist” now reads “Target: Benefits Administrator”" in called.out
    assert "format: chronological before, combination now" in called.out


def test_two_themes_are_told_apart(call: Call) -> None:
    called = call("diff", LATERAL, LATERAL, "--theme", "modern", "--after-theme", "executive")

    assert "theme: modern before, executive now" in called.out


def test_json_has_one_object_for_each_change(call: Call) -> None:
    changes = call("diff", f"{LATERAL}#payroll", f"{LATERAL}#benefits", "--format", "json").json

    assert {"kind", "section", "before", "after"} == set(changes[0])
