"""`resumekit match` as a coach calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

LABORATORY = ROOT / "samples" / "2-laboratory-to-hr.yaml"
POSTINGS = ROOT / "samples" / "postings"


def test_it_says_what_is_covered_by_what(call: Call) -> None:
    called = call("match", LABORATORY, "--posting", POSTINGS / "hr-generalist-alberta.html")

    assert called.code == 0
    assert called.out.startswith("Human Resources Generalist, Prairie Wind Foods\n")
    assert "of 6 must-haves are covered by the facts" in called.out
    assert "  covered   CPHR or CHRP" in called.out
    assert "  unknown  Can you say yes to this: “Legally entitled to work in Canada”?" in called.out
    assert "Pay: $72,000 to $81,500 CAD per year." in called.out


def test_the_target_may_name_the_posting(call: Call) -> None:
    assert call("match", LABORATORY).out.startswith("HR Advisor, Speed River Health Network\n")


def test_a_client_without_a_posting_is_told_how_to_name_one(call: Call, small: Path) -> None:
    called = call("match", small)

    assert called.code == 1
    assert "add --posting FILE" in called.err


def test_a_posting_that_is_not_there_is_answered_with_the_nearest(call: Call, small: Path) -> None:
    called = call("match", small, "--posting", POSTINGS / "hr-adviser.txt")

    assert called.code == 1
    assert "did you mean 'hr-advisor.txt'?" in called.err


def test_json_holds_every_place_and_fact(call: Call, small: Path) -> None:
    answer = call("match", small, "--posting", POSTINGS / "warehouse-lead.txt", "--format", "json").json

    spans = [row["requirement"]["span"] for row in answer["rows"]]
    said = [" ".join(answer["text"][span["start"] : span["end"]].split()) for span in spans]
    assert said == [row["requirement"]["phrase"] for row in answer["rows"]]
    assert {row["status"] for row in answer["rows"]} <= {"covered", "adjacent", "not shown", "missing"}
    assert answer["pay"][0]["low"] == 23.5
    assert [flag["code"] for flag in answer["flags"]] == ["canadian-experience", "no-ai-statement"]


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "json"])
def test_the_report_is_written_and_not_over_another(call: Call, small: Path, form: str) -> None:
    asked = ("match", small, "--posting", POSTINGS / "teacher.txt", "--to", form, "-o", "reports")

    first, second = call(*asked), call(*asked)

    assert (first.code, second.code) == (0, 1)
    assert f"Amina-Haddad-Grade-6-Teacher-French-Immersion-Posting.{form}" in first.err
    assert "was left as it is" in second.err
    assert call(*asked, "--force").code == 0


def test_the_report_wears_the_theme_that_is_asked_for(call: Call, small: Path) -> None:
    asked = ("match", small, "--posting", POSTINGS / "teacher.txt", "--to", "html", "--force", "-o")

    call(*asked, "one", "--theme", "plain")
    call(*asked, "two", "--theme", "executive")

    one, two = (next((small.parent / name).glob("*.html")).read_text(encoding="utf-8") for name in ("one", "two"))
    assert one != two


def test_what_the_fitted_resume_leaves_out_is_had_but_not_shown(call: Call, tmp_path: Path) -> None:
    executive, posting = ROOT / "samples" / "5-executive.yaml", tmp_path / "yard.txt"
    posting.write_text("Yard Manager\n\nRequirements\n- Experience with yard traffic\n", encoding="utf-8")

    (row,) = call("match", executive, "--posting", posting, "--format", "json").json["rows"]

    omitted = {item["fact"] for item in call("explain", executive, "--format", "json").json["left_out"]}
    assert row["status"] == "not shown"
    assert {item["fact"] for item in row["evidence"]} <= omitted
    assert row["evidence"]


def test_the_readme_shows_what_the_command_says(call: Call) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt = next(block for block in readme.split("```") if block.startswith("\nmust-haves\n")).strip().splitlines()

    said = call("match", LABORATORY, "--posting", POSTINGS / "hr-advisor.txt").out.splitlines()

    assert len(excerpt) > 4
    assert [line for line in said if line in excerpt] == excerpt


def test_a_long_requirement_is_told_whole(call: Call) -> None:
    said = call("match", LABORATORY, "--posting", POSTINGS / "hr-advisor.txt").out

    assert "  covered   Post-secondary education in human resources management or a related field\n" in said
    assert "training or supervising employees in a 24-hour operation\n            3.8 years; 2 asked for\n" in said


def test_without_a_target_it_says_that_no_resume_was_looked_at(call: Call, tmp_path: Path) -> None:
    bare = tmp_path / "bare.yaml"
    bare.write_text("person: {name: Amina Haddad}\n", encoding="utf-8")

    called = call("match", bare, "--posting", POSTINGS / "teacher.txt")

    assert called.code == 0
    assert "there is no resume to look at" in called.err
