"""`resumekit move --simulate` as a coach calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

SAMPLES = ROOT / "samples"
CASES = [
    ("1-senior-manager.yaml", "1-preferred-employer.yaml"),
    ("2-laboratory-to-hr.yaml", "2-hr-coordinator.yaml"),
    ("2-laboratory-to-hr.yaml", "2-warehouse.yaml"),
]


def ask(call: Call, client: str, offer: str, *words: str | Path):
    return call("move", SAMPLES / client, "--offer", SAMPLES / "offers" / offer, "--simulate", *words)


@pytest.mark.parametrize(("client", "offer"), CASES)
def test_both_ways_stand_side_by_side_on_the_terminal(call: Call, client: str, offer: str) -> None:
    called = ask(call, client, offer)

    assert called.code == 0
    assert "Accept now" in called.out
    assert "Keep the present job and search" in called.out
    for row in ("Level ", "Call-backs ", "Next resume ", "Money ", "The search ", "After 26 weeks ", "After 52 weeks "):
        assert f"\n{row}" in called.out
    assert "Confirm with Service Canada" in called.out
    assert max(map(len, called.out.splitlines())) <= 100


def test_json_has_the_cash_of_every_week(call: Call) -> None:
    answer = ask(call, *CASES[0], "--format", "json").json

    for way in ("accept", "search"):
        assert len(answer[way]["cash"]) == 53
        assert [item["week"] for item in answer[way]["after"]] == [26, 52]
        assert answer[way]["after"][0]["cash"] == answer[way]["cash"][26]
    assert answer["accept"]["cash"][:8] == answer["search"]["cash"][:8], "work begins in January"
    assert answer["verdict"] == "conditional"
    assert answer["pay"] == {"a_month": 7375.0, "assumed_tax_share": 0.25}
    assert [item["field"] for item in answer["questions"]] == ["offer.take_home"]


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_page_is_named_after_client_and_employer(call: Call, form: str) -> None:
    first, second = (ask(call, *CASES[0], "--to", form, "-o", "reports") for _ in range(2))

    assert (first.code, second.code) == (0, 1)
    assert f"Renata-Kowalczyk-Thornbury-Pumps-Inc-Accept-or-Search.{form}" in first.err
    assert "was left as it is" in second.err


def test_what_is_not_known_is_told_with_its_field(call: Call, small: Path, tmp_path: Path) -> None:
    (tmp_path / "offer.yaml").write_text("title: Clerk\nemployer: Arden Rail\n", encoding="utf-8")

    called = call("move", small, "--offer", "offer.yaml", "--simulate", "--as-of", "2026-11-15")

    assert called.code == 0
    assert "Not known: fill in 'level' in the offer." in called.out
    assert "offer.take_home: What does the job bring a month, after tax?" in called.out
    assert "search.savings: " in called.out


def test_a_coachs_own_tax_share_is_taken(call: Call, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[career.simulate]\ntax_share = "0.3"\n', encoding="utf-8")

    answer = ask(call, *CASES[0], "--rules", "mine.toml", "--format", "json").json

    assert answer["pay"] == {"a_month": round(118_000 * 0.7 / 12, 2), "assumed_tax_share": 0.3}
