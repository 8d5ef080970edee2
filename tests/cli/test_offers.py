"""`resumekit offers` as a coach calls it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Call

CLIENT = """\
as_of: 2026-11-15
person: {name: Amina Haddad}
targets:
  - {id: hr, role: HR Manager, level: 4, field: human resources, sector: food, preferred_employers: [Elm Hollow],
     listed_on: 2026-09-01}
experience:
  - {employer: Northwind Labs, sector: food, title: HR Lead, level: 4, field: human resources, start: 2018-03, end: present}
search:
  {leaving: employed, take_home: "5,000", savings: "20,000", essentials: "4,000", hours_a_week: 12, last_pay: "90,000"}
"""
GOOD = """\
title: HR Advisor
employer: Elm Hollow
level: 3
field: human resources
date: 2026-11-10
answer_by: 2026-11-27
pay: 88,000
mandate: improve
figures: all
path_back: {months: 12, written: true}
answers: {culture: 3, autonomy: 3}
because: {culture: two insiders would come again}
"""
POOR = """\
title: Shift Supervisor
employer: Lakeview Depot
level: 1
field: warehouse operations
pay: 27.50 an hour
mandate: none
answers: {preferred_employer: 0, culture: 2, autonomy: 1, path_back: 0}
"""
LITTLE = "title: HR Partner\nemployer: Arden Rail\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a client and three offers."""
    for name, text in (("amina", CLIENT), ("good", GOOD), ("poor", POOR), ("little", LITTLE)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_it_says_who_is_ahead_and_by_what(call: Call, files: Path) -> None:
    called = call("offers", "amina.yaml", "good.yaml", "poor.yaml")

    assert called.code == 0
    assert called.out.startswith(
        "Elm Hollow is ahead by verdict: strategic, against not strategic for Lakeview Depot.\n"
    )
    assert "two insiders would come again (given)" in called.out


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_the_table_fits_the_terminal(call: Call, files: Path, count: int) -> None:
    names = ["good", "poor", "little", "good-too", "poor-too"][:count]
    (files / "good-too.yaml").write_text(GOOD.replace("Elm Hollow", "Maple Ridge Aerostructures"), encoding="utf-8")
    (files / "poor-too.yaml").write_text(POOR.replace("Lakeview", "Stonegate"), encoding="utf-8")

    called = call("offers", "amina.yaml", *(f"{name}.yaml" for name in names))

    assert called.code == 0
    assert max(map(len, called.out.splitlines())) <= 100
    assert called.out.count("\nVerdict ") == (1 if count <= 4 else 2)


def test_an_offer_of_which_too_little_is_known_is_told_apart(call: Call, files: Path) -> None:
    called = call("offers", "amina.yaml", "good.yaml", "little.yaml", "poor.yaml")

    said = " ".join(called.out.split())
    assert re.search(r"Arden Rail is told apart: \d+% of the weight is answered, and a verdict needs 70%\.", said)
    assert "Arden Rail: Was the employer on the client's written list" in called.out


def test_json_has_each_answer_with_its_points_and_what_it_rests_on(call: Call, files: Path) -> None:
    answer = call("offers", "amina.yaml", "poor.yaml", "good.yaml", "--format", "json").json

    culture = next(row for row in answer["factors"] if row["factor"] == "culture")
    assert (answer["standing"], answer["ahead"]) == ("verdict", [1])
    assert [item["answer"] for item in culture["answers"]] == [2, 3]
    assert culture["ahead"] == [1]
    assert culture["answers"][1]["because"] == "two insiders would come again"
    assert [item["file"] for item in answer["offers"]] == ["poor.yaml", "good.yaml"]
    assert answer["offers"][1]["pay_a_year"] == 88000
    points = [sum(row["answers"][place]["points"] or 0 for row in answer["factors"]) for place in (0, 1)]
    assert points == pytest.approx([item["raw"] for item in answer["offers"]], abs=0.05)


def test_two_offers_of_one_title_at_one_employer_are_told_apart(call: Call, files: Path) -> None:
    (files / "again.yaml").write_text(GOOD.replace("88,000", "81,000"), encoding="utf-8")
    (files / "copy.yaml").write_text(GOOD, encoding="utf-8")

    paid = call("offers", "amina.yaml", "good.yaml", "again.yaml", "--format", "json").json
    alike = call("offers", "amina.yaml", "good.yaml", "copy.yaml", "--format", "json").json

    assert [item["label"] for item in paid["offers"]] == [
        "HR Advisor, Elm Hollow ($88,000)",
        "HR Advisor, Elm Hollow ($81,000)",
    ]
    assert [item["label"] for item in alike["offers"]] == [
        "HR Advisor, Elm Hollow (good.yaml)", "HR Advisor, Elm Hollow (copy.yaml)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["good.yaml"], "name two offers or more"),
        (["good.yaml", "./good.yaml"], "good.yaml is named twice"),
    ],
)
def test_one_offer_or_the_same_twice_is_refused(call: Call, files: Path, words: list[str], said: str) -> None:
    called = call("offers", "amina.yaml", *words)

    assert called.code == 2
    assert said in called.err
    assert called.out == ""


def test_the_problems_of_every_offer_are_told_at_once(call: Call, files: Path) -> None:
    (files / "one.yaml").write_text("titel: Manager\n", encoding="utf-8")
    (files / "two.yaml").write_text("title: Manager\npay: lots\n", encoding="utf-8")

    called = call("offers", "amina.yaml", "one.yaml", "two.yaml", "none.yaml")

    assert called.code == 1
    assert "one.yaml:1:1: 'titel' is not a field of the offer; did you mean 'title'?" in called.err
    assert "two.yaml:2:6:" in called.err
    assert "none.yaml" in called.err


def test_a_coachs_own_closeness_is_heard(call: Call, files: Path) -> None:
    (files / "again.yaml").write_text(GOOD.replace("culture: 3", "culture: 2"), encoding="utf-8")
    (files / "mine.toml").write_text("[career.compare]\nclose = 1\n", encoding="utf-8")
    asked = ("offers", "amina.yaml", "good.yaml", "again.yaml", "--format", "json")

    assert call(*asked).json["standing"] == "close"
    assert call(*asked, "--rules", "mine.toml").json["standing"] == "score"


@pytest.mark.parametrize("form", ["docx", "pdf", "md"])
def test_the_report_is_written_and_not_over_another(call: Call, files: Path, form: str) -> None:
    asked = ("offers", "amina.yaml", "good.yaml", "poor.yaml", "--to", form, "-o", "reports")

    first, second = call(*asked), call(*asked)

    assert (first.code, second.code) == (0, 1)
    assert f"Amina-Haddad-Offers.{form}" in first.err
    assert "was left as it is" in second.err
    assert call(*asked, "--force").code == 0
