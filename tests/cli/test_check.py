"""`resumekit check` as a coach calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from resumekit.cli.check import Order, keep_watching
from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
FAULTY = """\
# Kept: who wrote this.
person: {name: Ana Roy, city: Guelph}
as_of: 2026-11-15
targets: [{role: Office Manager}]
experience:
  - employer: Bell Street Foods   # kept too
    title: Office Manager
    start: 2020-06
    end: present
    achievements:
      - text: Acheived 12% growth by redesigning the color charts of 40 products.
      - text: >-
          Managed the recieving of 300 parcels a week for
          the the whole house, with 12 clerks.
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "ana.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_has_no_error_and_no_warning(call: Call, path: Path) -> None:
    called = call("check", path)

    assert called.code == 0, called.out


def test_a_finding_is_told_with_its_place_the_words_and_a_repair(call: Call, faulty: Path) -> None:
    called = call("check", faulty)

    assert called.code == 1
    assert f"{faulty}:11:15: SPE002 warning: “Acheived” is not in the dictionary" in called.out
    assert "   11 |       - text: Acheived 12% growth" in called.out
    assert "      |               ^^^^^^^^\n      try: write “Achieved”" in called.out
    assert f"{faulty}:13:23: SPE002" in called.out
    assert "--fix repairs" in called.err


def test_what_is_certain_is_repaired_and_nothing_else_is_touched(call: Call, faulty: Path) -> None:
    call("check", "--fix", faulty)

    wanted = FAULTY.replace("Acheived", "Achieved").replace("color", "colour").replace("recieving", "receiving")
    assert faulty.read_text(encoding="utf-8") == wanted.replace("the the whole", "the whole")


def test_a_repaired_file_is_left_alone(call: Call, faulty: Path) -> None:
    call("check", "--fix", faulty)
    once = faulty.read_bytes()

    again = call("check", "--fix", faulty)

    assert faulty.read_bytes() == once
    assert "repaired" not in again.err


def test_what_may_stand_is_told_with_its_reason_and_does_not_fail(call: Call, faulty: Path) -> None:
    text = FAULTY.replace("recieving", "receiving").replace("the the", "the").replace("Acheived", "Achieved")
    rest = "checks:\n  ignore:\n    - {code: L18, reason: the product is called so, words: color}\n"
    faulty.write_text(text + rest, encoding="utf-8")

    called = call("check", faulty, "--select", "SPE")

    assert called.code == 0
    assert "let stand: the product is called so" in called.out
    assert "1 let stand" in called.err


def test_a_suppression_of_a_rule_that_is_not_there_is_refused(call: Call, faulty: Path) -> None:
    faulty.write_text(FAULTY + "checks: {ignore: [{code: SPE01, reason: because}]}\n", encoding="utf-8")

    called = call("check", faulty)

    assert called.code == 1
    assert "did you mean 'SPE001'" in called.err


def test_a_suppression_needs_a_reason(call: Call, faulty: Path) -> None:
    faulty.write_text(FAULTY + "checks: {ignore: [{code: SPE001}]}\n", encoding="utf-8")

    called = call("check", faulty)

    assert called.code == 1
    assert "needs 'reason'" in called.err


def test_words_of_the_client_are_known(call: Call, faulty: Path) -> None:
    faulty.write_text(FAULTY + "checks: {words: [Acheived, recieving]}\n", encoding="utf-8")

    assert "SPE002" not in call("check", faulty).out


def test_rules_are_chosen_by_code_family_and_id(call: Call, faulty: Path) -> None:
    def codes(*options: str) -> set[str]:
        return {item["code"] for item in json.loads(call("check", faulty, "--format", "json", *options).out)}

    assert codes("--select", "L18") == {"SPE001"}
    assert codes("--select", "SPE002,SPE004") == {"SPE002", "SPE004"}
    assert codes("--select", "SPE", "--ignore", "SPE003,L18") == {"SPE002", "SPE004"}


def test_a_rule_that_is_not_there_is_answered_with_the_nearest(call: Call, faulty: Path) -> None:
    called = call("check", faulty, "--select", "SPE01")

    assert called.code == 1
    assert "did you mean 'SPE001'" in called.err


def test_json_tells_place_fact_words_and_repair(call: Call, faulty: Path) -> None:
    found = json.loads(call("check", faulty, "--select", "SPE001", "--format", "json").out)

    assert [(item["line"], item["column"], item["words"], item["fix"]) for item in found] == [
        (11, 54, "color", "colour")
    ]
    assert found[0]["domain"] == "L18"
    assert found[0]["facts"] == ["experience/bell-street-foods/office-manager/achievements-1"]


def test_sarif_names_rules_and_regions(call: Call, faulty: Path) -> None:
    log = json.loads(call("check", faulty, "--select", "SPE001", "--format", "sarif").out)

    (run,) = log["runs"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "SPE001"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 11, "startColumn": 54, "endColumn": 59}


def test_github_gets_annotations(call: Call, faulty: Path) -> None:
    (line,) = call("check", faulty, "--select", "SPE001", "--format", "github").out.splitlines()

    assert line.startswith("::error file=")
    assert ",line=11,col=54,endColumn=59,title=SPE001::“color”" in line


def test_statistics_count_by_rule(call: Call, faulty: Path) -> None:
    first, *_ = call("check", faulty, "--select", "SPE", "--statistics").out.splitlines()

    assert first.split()[:2] == ["2", "SPE002"]


def test_a_locale_may_be_asked_for(call: Call, faulty: Path) -> None:
    assert "color" not in call("check", faulty, "--select", "SPE001", "--locale", "en-US").out


def test_settings_of_a_coach_count(call: Call, faulty: Path, tmp_path: Path) -> None:
    rules = tmp_path / "mine.toml"
    rules.write_text('select = ["SPE001"]\n[severity]\nSPE001 = "info"\n', encoding="utf-8")

    called = call("check", faulty, "--rules", rules)

    assert called.code == 0
    assert "SPE001 info" in called.out


def test_several_files_are_checked_though_one_cannot_be_read(call: Call, faulty: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("person: [", encoding="utf-8")

    called = call("check", broken, faulty)

    assert called.code == 1
    assert "broken.yaml" in called.err
    assert "SPE001" in called.out


def test_a_final_is_refused_while_an_error_stands(call: Call, faulty: Path) -> None:
    called = call("render", faulty, "--to", "txt", "--final")

    assert called.code == 1
    assert "SPE001: “color”: in Canada it is spelled “colour”" in called.err

    call("check", "--fix", faulty)
    assert call("render", faulty, "--to", "txt", "--final").code == 0


def test_watching_checks_again_what_changed(call: Call, faulty: Path, capfd: pytest.CaptureFixture[str]) -> None:
    order = Order((faulty,), None, None, None, (), ("SPE001",), (), "text", fixing=False, statistics=False)
    turns = iter([FAULTY.replace("color", "colors"), None])

    def wait() -> None:
        text = next(turns)
        if text is None:
            raise KeyboardInterrupt
        faulty.write_text(text, encoding="utf-8")

    with pytest.raises(KeyboardInterrupt):
        keep_watching(order, wait)

    assert "“colors”" in capfd.readouterr().out


def test_a_word_file_is_read_as_a_machine_reads_it(call: Call, faulty: Path, tmp_path: Path) -> None:
    assert call("render", faulty, "--to", "docx", "--out", tmp_path / "out").code == 0
    (made,) = (tmp_path / "out").glob("*.docx")

    called = call("check", made, "--select", "SPE001")

    assert called.code == 1
    assert "SPE001 error: “color”" in called.out


def test_the_hook_calls_a_command_that_is_there() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert [hook["entry"] for hook in hooks] == ["resumekit check", "resumekit check --fix"]
