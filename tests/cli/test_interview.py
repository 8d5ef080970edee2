"""`resumekit interview` as a coach calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

MANAGER = ROOT / "samples" / "1-senior-manager.yaml"
LABORATORY = ROOT / "samples" / "2-laboratory-to-hr.yaml"
POSTINGS = ROOT / "samples" / "postings"


def test_it_says_what_to_say(call: Call) -> None:
    called = call("interview", MANAGER)

    assert called.code == 0
    assert called.out.startswith("Renata Kowalczyk: Senior Manager, Supply Chain Quality\n")
    assert "In 90 seconds (228 words)\n" in called.out
    assert "  reputation “Renata turned nine opinions about quality into one" in called.out
    assert "I cut customer-reported defects from 412 to 96 parts per million.\n" in called.out
    assert "retention of key staff from 81% to 94%. (to be confirmed)\n" in called.out


def test_the_targets_posting_is_read_and_another_may_be_given(call: Call) -> None:
    own = call("interview", LABORATORY)
    other = call("interview", LABORATORY, "--posting", POSTINGS / "hr-generalist-alberta.html")

    assert own.out.startswith("Amina Osei-Grant: HR Advisor, Speed River Health Network\n")
    assert "Strong Excel skills" in own.out
    assert other.out.startswith("Amina Osei-Grant: Human Resources Generalist, Prairie Wind Foods\n")
    assert "Strong Excel skills" not in other.out


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md", "txt", "json"])
def test_the_kit_and_the_doubt_kit_are_written_and_not_over_others(call: Call, small: Path, form: str) -> None:
    asked = ("interview", small, "--to", form, "-o", "kits")

    first, second, forced = call(*asked), call(*asked), call(*asked, "--force")

    assert first.code == 0
    assert f"wrote kits/Amina-Haddad-Interview-Kit.{form}" in first.err
    assert f"wrote kits/Amina-Haddad-Doubt-Kit.{form}" in first.err
    assert first.out == ""
    assert second.code == 1
    assert "--force" in second.err
    assert forced.code == 0


def test_json_holds_what_is_said_and_the_facts_behind_it(call: Call) -> None:
    answer = call("interview", LABORATORY, "--format", "json").json

    stories = {story["number"]: story for story in answer["stories"]}
    assert 200 <= answer["pitch"]["words"] <= 230
    assert answer["pitch"]["homework"] == []
    assert answer["positioning"]["facts"]
    assert [slot["slot"] for slot in answer["slots"]] == [
        "skills", "knowledge", "talents", "strengths", "attributes", "reputation", "proof",
    ]  # fmt: skip
    assert len(stories) == 10
    assert {item["story"] for item in answer["matrix"]} <= {*stories, None}
    assert stories[1]["fact"] == "hiring"


def test_a_client_without_facts_gets_questions(call: Call) -> None:
    called = call("interview", ROOT / "samples" / "6-smallest.yaml")

    assert called.code == 0
    assert "What do you do at work today, and for whom?" in called.out
    assert "Stories" not in called.out


def test_a_target_and_a_posting_that_are_not_there_are_answered_with_the_nearest(call: Call, small: Path) -> None:
    target = call("interview", small, "--target", "labb")
    posting = call("interview", small, "--posting", POSTINGS / "hr-adviser.txt")

    assert (target.code, posting.code) == (1, 1)
    assert "did you mean 'lab'?" in target.err
    assert "did you mean 'hr-advisor.txt'?" in posting.err


def test_a_coachs_own_numbers_are_read(call: Call, small: Path) -> None:
    rules = small.with_name("mine.toml")
    rules.write_text("[career.stories]\nmost_cards = 1\nfewest_cards = 1\n", encoding="utf-8")
    wrong = small.with_name("wrong.toml")
    wrong.write_text("[career.stories]\nmost_crads = 1\n", encoding="utf-8")

    assert len(call("interview", small, "--rules", rules, "--format", "json").json["stories"]) == 1
    refused = call("interview", small, "--rules", wrong)
    assert refused.code == 1
    assert "did you mean 'most_cards'" in refused.err
