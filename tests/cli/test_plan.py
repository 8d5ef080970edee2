"""`resumekit plan` as a coach calls it."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.architecture.tree import ROOT
from tests.career.test_benefits import SHIPPED
from tests.cli.conftest import Call

MANAGER = ROOT / "samples" / "1-senior-manager.yaml"
LABORATORY = ROOT / "samples" / "2-laboratory-to-hr.yaml"
SEARCH = """\
as_of: 2026-11-16
search:
  leaving: laid off
  last_day: 2026-11-13
  savings: 14,000
  essentials: 3,900
  other_income: 0
  hours_a_week: 25
  warm_contacts: 12
  severance:
    net: 9,000
    weeks: 6
  benefit:
    weeks: 30
    insurable_earnings: 1,200 a week
    tax: 0.1
"""


@pytest.fixture
def laid_off(small: Path) -> Path:
    small.write_text(SEARCH + small.read_text(encoding="utf-8"), encoding="utf-8")
    return small


def test_the_senior_manager_s_job_pays_for_the_search(call: Call) -> None:
    called = call("plan", MANAGER)

    assert called.code == 0
    assert called.out.startswith("A search like this takes about 23 weeks: half of them take longer")
    assert "While the job goes on, the money does not run out." in called.out
    assert "quits now: the money runs out in week 22; the day to decide is in week 12 (amber)." in called.out
    assert called.out.rstrip().endswith("Confirm with Service Canada: this is arithmetic, not benefits advice.")


def test_the_laboratory_supervisor_s_savings_are_seven_months(call: Call) -> None:
    answer = call("plan", LABORATORY, "--format", "json").json

    assert answer["expected"]["row"] == "transition"
    assert (answer["expected"]["median"], answer["expected"]["p80"]) == (26.0, 36.0)
    assert (answer["runway_weeks"], answer["runway"], answer["colour"]) == (None, "it does not run out", "green")
    [left] = answer["alternatives"]
    # Seven months are 7 × 52 ÷ 12 = 30.3 weeks.
    assert (left["name"], left["runway_weeks"], left["ratio"], left["colour"]) == ("quits now", 31, 1.19, "amber")


def test_json_holds_the_whole_plan(call: Call, laid_off: Path) -> None:
    answer = call("plan", laid_off, "--format", "json").json

    # 23,000 less 7 weeks of 900 to the first benefit on 2027-01-02, a Saturday: week 8 begins on the 4th.
    # 16,700 − 30 × (900 − 594) = 7,520 after week 37; 8 more weeks of 900 leave 320.
    assert answer["start_cash"] == 23000
    assert answer["runway_weeks"] == 46
    assert answer["benefit"] == {
        "name": "Employment Insurance, regular benefits", "weekly": 660.0, "weeks": 30, "claim_begins": "2026-11-14",
        "starts": "2027-01-02", "ends": "2027-08-01", "waiting_weeks": 1, "severance_weeks": 6,
        "sources": ["ei-rules", "ei-2026", "ei-weeks", "ei-severance"],
    }  # fmt: skip
    assert [(week["number"], week["begins"], week["benefit"], week["cash"]) for week in answer["weeks"][6:8]] == [
        (7, "2026-12-28", 0.0, 16700.0), (8, "2027-01-04", 594.0, 16394.0),
    ]  # fmt: skip
    assert [answer["weeks"][number]["cash"] for number in (44, 45)] == [320.0, -580.0]
    assert answer["decision"] == {"week": 36, "date": "2027-07-19", "passed": False}
    assert [item["week"] for item in answer["checkpoints"]] == [2, 4, 8, 12, 16, 20, 26]
    assert answer["confirm_with"] == "Service Canada"
    assert any("reported, on 2026-10-10" in warning for warning in answer["warnings"])
    assert {"targets.hr.level", "targets.hr.field"} <= {item["field"] for item in answer["questions"]}


def test_warnings_go_to_standard_error(call: Call, laid_off: Path) -> None:
    called = call("plan", laid_off)

    assert "warning: The temporary measures of 2025 and 2026 ended" in called.err
    assert "temporary measures" not in called.out


def test_a_client_without_a_search_is_told_what_to_fill_in(call: Call, small: Path) -> None:
    called = call("plan", small)

    assert called.code == 0
    assert "How long the money lasts is not known yet" in called.out
    assert "How much is set aside for the search? search.savings" in called.out


def test_every_week_is_printed_when_asked_for(call: Call, laid_off: Path) -> None:
    some, every = (call("plan", laid_off, *words).out.splitlines() for words in ((), ("--weeks",)))

    assert len(every) > len(some) + 20
    assert sum(line.startswith("  46 ") for line in every) == 1


def test_another_day_moves_what_has_no_date_of_its_own(call: Call, laid_off: Path) -> None:
    answer = call("plan", laid_off, "--as-of", "2026-12-14", "--format", "json").json

    assert answer["weeks"][0]["begins"] == "2026-12-14"
    assert answer["benefit"]["starts"] == "2027-01-02"


def test_benefits_may_come_from_a_file_of_one_s_own(call: Call, laid_off: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        SHIPPED.replace("share = 0.55", "share = 0.5").replace("Service Canada", "the office"), encoding="utf-8"
    )

    answer = call("plan", laid_off, "--benefits", own, "--format", "json").json

    assert answer["benefit"]["weekly"] == 600.0
    assert answer["confirm_with"] == "the office"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SHIPPED.replace("share = 0.55", "shares = 0.55"), "did you mean 'share'?"),
        ("rates = 3", "rates: "),
        ("=", "own.toml:1:1: "),
    ],
)
def test_a_wrong_file_of_benefits_is_refused_with_its_place(
    call: Call, laid_off: Path, tmp_path: Path, text: str, said: str
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")

    called = call("plan", laid_off, "--benefits", own)

    assert called.code == 1
    assert "own.toml:" in called.err
    assert said in called.err
    assert called.out == ""


def test_a_file_that_is_not_there_is_a_user_s_error(call: Call, laid_off: Path) -> None:
    called = call("plan", laid_off, "--benefits", "nowhere.toml")

    assert called.code == 1
    assert "nowhere.toml" in called.err


def test_numbers_of_one_s_own_change_the_plan(call: Call, laid_off: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[career.search.row.lateral]\nmedian = 40\nlate = 50\n", encoding="utf-8")

    assert call("plan", laid_off, "--rules", own, "--format", "json").json["expected"]["median"] == 40.0


def test_report_and_calendar_are_written_and_not_over_others(call: Call, laid_off: Path, tmp_path: Path) -> None:
    asked = ("plan", laid_off, "--to", "docx,ics", "-o", "out")

    first, second = call(*asked), call(*asked)

    assert first.code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "Amina-Haddad-Search-Plan.docx", "Amina-Haddad-Search-Plan.ics",
    ]  # fmt: skip
    events = Calendar.from_ical((tmp_path / "out" / "Amina-Haddad-Search-Plan.ics").read_bytes()).walk("VEVENT")
    assert len(events) == 10
    assert second.code == 1
    assert "--force writes over it" in second.err


def test_a_calendar_without_a_day_is_refused_with_what_to_add(call: Call, small: Path) -> None:
    called = call("plan", small, "--to", "ics")

    assert called.code == 1
    assert "add --as-of 2026-10-01" in called.err


def test_an_unknown_target_is_answered_with_the_known(call: Call, laid_off: Path) -> None:
    called = call("plan", laid_off, "--target", "hrr")

    assert called.code == 1
    assert "did you mean 'hr'" in called.err
