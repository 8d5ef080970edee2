"""`resumekit funnel` as a coach calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

LISTS = ROOT / "samples" / "applications"
LABORATORY = LISTS / "2-laboratory-to-hr.yaml"
FILES = sorted(LISTS.iterdir())


def test_it_says_what_the_list_shows_and_what_to_do(call: Call) -> None:
    called = call("funnel", LABORATORY)

    assert (called.code, called.err) == (0, "")
    assert called.out.startswith("Amina Osei-Grant, seen from 2026-11-15\n")
    assert "targeted application to interview  0 of 17  0%, 95% interval 0 to 18%" in called.out
    assert "referral to interview              2 of 2" in called.out
    assert "watch  None of 17 targeted applications led to an interview" in called.out
    assert "At a true 10%, none after 17 happens 17% of the time." in called.out
    assert "→ Check the knock-out questions" in called.out


def test_counts_alone_will_do(call: Call) -> None:
    answer = call("funnel", "--applications", "30", "--interviews", "0", "--offers", "0", "--format", "json").json

    [finding] = answer["findings"]
    assert (finding["code"], finding["stage"], finding["level"]) == ("documents-or-targeting", "application", "act")
    assert finding["p"] == pytest.approx(0.9**30)
    assert (finding["successes"], finding["trials"]) == (0, 30)
    application, interview = answer["rates"]
    assert (application["rate"], application["low"]) == (0, 0)
    assert application["high"] == pytest.approx(0.11351, abs=1e-5)
    assert (interview["trials"], interview["rate"], interview["high"]) == (0, None, None)


def test_counts_may_tell_of_referrals_and_of_the_plan(call: Call) -> None:
    words = "--applications 20 --interviews 3 --offers 2 --referrals 5 --referral-interviews 4 --off-plan-offers 2"
    answer = call("funnel", *words.split(), "--format", "json").json

    assert [finding["code"] for finding in answer["findings"]] == [
        "application-rate", "interview-rate", "offers-off-plan", "referrals",
    ]  # fmt: skip
    assert [(rate["stage"], rate["successes"], rate["trials"]) for rate in answer["rates"]] == [
        ("application", 3, 20), ("interview", 2, 7), ("referral", 4, 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("", 2, "name a list of applications, or give counts"),
        ("--interviews 3", 2, "counts begin with --applications"),
        ("sent.yaml --applications 3", 2, "name a list of applications, or give counts"),
        ("--applications 3 --interviews 4", 1, "several rounds of interviews counts as one"),
        ("--applications 3 --interviews 2 --offers 1 --off-plan-offers 2", 1, "off plan offers 2, offers 1"),
        ("--applications -3", 2, "not a number from 0 to 10000"),
        ("sent.yml", 1, "there is no such file"),
        ("sent.xlsx", 1, "Save As, CSV UTF-8"),
        ("a.csv b.csv --target hr", 2, "--target goes with one list"),
        ("a.csv b.csv --client amina.yaml", 2, "--client goes with one list"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(call: Call, words: str, code: int, told: str) -> None:
    called = call("funnel", *words.split())

    assert called.code == code
    assert told in called.err
    assert not called.out


def test_oddities_are_warned_of_with_their_place(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "sent.csv"
    path.write_text("employer,sent,offer\nReed Works,2026-10-05,2026-10-01\n", encoding="utf-8")

    called = call("funnel", path, "--format", "json")

    assert called.code == 0
    assert f"{path}:2:23: the offer comes before the application was sent" in called.err
    assert "^^^^^^^^^^" in called.err
    told = [warning["message"] for warning in called.json["warnings"]]
    assert told[0].startswith("an offer without an interview")
    assert called.json["warnings"][0]["place"] == f"{path}:2:23"


def test_the_client_may_be_named_in_the_line_and_brings_the_plan(call: Call, small: Path, tmp_path: Path) -> None:
    role = "role: HR Advisor"
    facts = small.read_text(encoding="utf-8").replace(role, f"{role}\n    preferred_employers: [Reed Works Ltd.]")
    small.write_text(facts, encoding="utf-8")
    path = tmp_path / "sent.yaml"
    path.write_text("applications:\n  - {employer: REED WORKS, interviews: 1, offer: 2026-10-01}\n", encoding="utf-8")

    def code(*words: str | Path) -> str:
        findings = call("funnel", path, *words, "--format", "json").json["findings"]
        return next(str(finding["code"]) for finding in findings if finding["stage"] == "offer")

    assert code() == "offers-plan-unknown"
    assert code("--client", small) == "offers-on-plan"
    assert code("--client", small, "--target", "lab") == "offers-plan-unknown"
    assert "did you mean 'lab'" in call("funnel", path, "--client", small, "--target", "labb").err


def test_a_client_file_that_is_not_there_is_told_in_the_list(call: Call, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "sent.yaml"
    path.write_text("client: amnia.yaml\napplications:\n  - employer: Reed Works\n", encoding="utf-8")

    called = call("funnel", path)

    assert called.code == 1
    assert f"{path}:1:9: there is no client file 'amnia.yaml'; did you mean '{small.name}'?" in called.err


def test_the_day_and_the_rules_may_be_given(call: Call, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text("[career.funnel]\nwatch_from = 20\nrecent_days = 3\n", encoding="utf-8")

    first = call("funnel", LABORATORY, "--as-of", "2026-11-11", "--format", "json").json
    second = call("funnel", LABORATORY, "--as-of", "2026-11-11", "--rules", rules, "--format", "json").json

    assert (first["as_of"], first["counts"]["recent"], second["counts"]["recent"]) == ("2026-11-11", 3, 1)
    assert [answer["findings"][0]["code"] for answer in (first, second)] == ["watch", "too-early"]


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md", "txt", "json"])
def test_the_report_is_written_and_not_over_another(call: Call, form: str) -> None:
    first, second = (call("funnel", LABORATORY, "--to", form, "-o", "reports") for _ in range(2))

    assert (first.code, second.code) == (0, 1)
    assert f"Amina-Osei-Grant-Applications.{form}" in first.err
    assert "was left as it is" in second.err


def test_counts_without_a_client_make_a_report_too(call: Call, tmp_path: Path) -> None:
    called = call("funnel", "--applications", "0", "--to", "txt")

    assert called.code == 0
    assert "Nothing has been sent yet" in (tmp_path / "out" / "Applications.txt").read_text(encoding="utf-8")


def test_several_lists_are_set_side_by_side_without_a_name(call: Call) -> None:
    called, answer = call("funnel", *FILES), call("funnel", *FILES, "--format", "json")

    assert "with an interview      3 of 3 clients: too few to say more than that" in called.out
    assert "to the first interview median 2.3 weeks, 2.1 to 7.4 (3 clients)" in called.out
    for name in ("Renata", "Amina", "Mateo", "Kowalczyk", "laboratory-to-hr"):
        assert name not in called.out + answer.out
    whole, *groups = answer.json["groups"]
    assert (whole["situation"], whole["clients"], whole["offer"]["successes"]) == (None, 3, 1)
    assert sorted(group["situation"] for group in groups) == [
        "career change", "new graduate", "short or junior latest job",
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["docx", "pdf", "txt"])
def test_the_report_on_several_names_nobody(call: Call, tmp_path: Path, form: str) -> None:
    called = call("funnel", *FILES, "--to", form, "--names")

    assert called.code == 0
    path = tmp_path / "out" / f"Clients-Applications.{form}"
    assert path.is_file()
    if form == "txt":
        text = path.read_text(encoding="utf-8")
        assert "With an offer: 1 of 3 clients: too few to say more than that." in text
        assert "Career change: 1 client" in text
        assert not any(name in text for name in ("Renata", "Amina", "Mateo"))


def test_names_are_told_when_they_are_asked_for(call: Call) -> None:
    assert "Amina Osei-Grant" in call("funnel", *FILES, "--names").out
    searches = call("funnel", *FILES, "--names", "--format", "json").json["searches"]
    assert [search["client"] for search in searches] == ["Renata Kowalczyk", "Amina Osei-Grant", "Mateo Fernandes"]


def test_a_list_named_twice_counts_once_and_every_bad_one_is_told(call: Call, tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("employr\nReed\n", encoding="utf-8")
    two.write_text("client,nobody.yaml\nemployer\nReed\n", encoding="utf-8")

    called = call("funnel", LABORATORY, LABORATORY, one, two)

    assert called.code == 1
    assert "is named twice; it is counted once" in called.err
    assert f"{one}:1:1: 'employr' is not a column" in called.err
    assert f"{two}:1:8: there is no client file 'nobody.yaml'" in called.err


def test_one_client_is_not_several(call: Call) -> None:
    called = call("funnel", LABORATORY, LABORATORY)

    assert called.out.startswith("1 client\n")
    assert "1 clients" not in called.out


def test_a_target_that_the_client_does_not_have_is_told_in_the_list(call: Call, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "sent.yaml"
    path.write_text(f"client: {small.name}\ntarget: labb\napplications:\n  - employer: Reed Works\n", encoding="utf-8")

    for words in ([path], [path, LABORATORY]):
        called = call("funnel", *words)

        assert called.code == 1
        assert f"{path}:2:9: 'labb' is not a known target; did you mean 'lab'?" in called.err


def test_a_list_without_entries_is_no_fault(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "sent.csv"
    path.write_text("employer,sent\n", encoding="utf-8")

    assert "Nothing has been sent yet" in call("funnel", path).out
