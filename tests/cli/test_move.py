"""`resumekit move` as a coach calls it."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from resumekit.load.stated import read_offer
from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

SAMPLES = ROOT / "samples"
OFFERS = SAMPLES / "offers"
MANAGER, LABORATORY = SAMPLES / "1-senior-manager.yaml", SAMPLES / "2-laboratory-to-hr.yaml"
JUNIOR, PREFERRED = OFFERS / "1-assistant-manager.yaml", OFFERS / "1-preferred-employer.yaml"
WAREHOUSE, COORDINATOR = OFFERS / "2-warehouse.yaml", OFFERS / "2-hr-coordinator.yaml"
NEW = 143132232
"""The answers of the domain's HR coordinator."""


def answers(row: int | str, name: str = "offer.yaml", **fields: Any) -> Path:
    """An offer that holds its answers alone."""
    names = ("preferred_employer", "new_sector", "next_resume_content", "level_gap", "culture", "autonomy", "pay",
             "path_back", "need")  # fmt: skip
    given = zip(names, f"{row:>09}", strict=True)
    lines = [f"  {name}: {answer}" for name, answer in given if answer != "-"]
    path = Path(name)
    path.write_text("\n".join([*(f"{key}: {value}" for key, value in fields.items()), "answers:", *lines, ""]))
    return path


@pytest.mark.parametrize(
    ("client", "offer", "verdict", "score"),
    [
        (MANAGER, JUNIOR, "not_strategic", 17.0),
        (MANAGER, PREFERRED, "conditional", 61.5),
        (LABORATORY, WAREHOUSE, "not_strategic", 10.5),
        (LABORATORY, COORDINATOR, "conditional", 57.0),
    ],
)
def test_the_samples_are_judged(call: Call, client: Path, offer: Path, verdict: str, score: float) -> None:
    called = call("move", client, "--offer", offer, "--format", "json")

    assert called.code == 0
    assert (called.json["verdict"], called.json["score"], called.json["warnings"]) == (verdict, score, [])


def test_a_written_way_back_makes_the_sample_strategic(call: Call) -> None:
    said = call("move", MANAGER, "--offer", PREFERRED)

    assert "conditional, 61.5 of 100" in said.out.splitlines()[0]
    assert "    If a way back within 12 months were in writing, the verdict would be strategic (65.5)." in said.out
    text = (
        PREFERRED.read_text(encoding="utf-8")
        .replace("months: 18 ", "months: 12 ")
        .replace("written: false", "written: true")
    )
    Path("written.yaml").write_text(text, encoding="utf-8")
    assert call("move", MANAGER, "--offer", "written.yaml").out.splitlines()[0].endswith("strategic, 65.5 of 100")


def test_json_holds_all_that_other_programs_need(call: Call) -> None:
    found = call("move", LABORATORY, "--offer", answers(NEW, in_target_field="true"), "--format", "json").json

    assert {"score", "raw", "gate", "gate_applies", "verdict", "answered", "flips", "factors", "reasons", "negotiate",
            "evidence", "forecast", "warnings", "in_target_field"} <= set(found)  # fmt: skip
    assert (found["score"], found["raw"], found["gate"], found["gate_applies"]) == (59.0, 59.0, True, True)
    assert (found["verdict"], found["answered"], found["in_target_field"]) == ("conditional", 1.0, True)
    assert [item["answer"] for item in found["factors"]] == [1, 4, 3, 1, 3, 2, 2, 3, 2]
    assert sum(item["points"] for item in found["factors"]) == found["raw"]
    assert set(found["factors"][0]) == {
        "factor", "answer", "weight", "points", "because", "origin", "facts", "warning"
    }  # fmt: skip
    assert {"factor", "from", "to", "verdict", "score"} <= set(found["flips"][0])
    assert {"factor": "level_gap", "from": 1, "to": 3, "verdict": "strategic", "score": 65.0} in [
        {key: flip[key] for key in ("factor", "from", "to", "verdict", "score")} for flip in found["flips"]
    ]
    assert all(study["limits"] for study in found["evidence"])


def test_what_is_capped_shows_both_scores(call: Call, small: Path) -> None:
    found = call("move", small, "--offer", answers(224344342, in_target_field="false"), "--format", "json").json

    assert (found["score"], found["raw"], found["gate"], found["verdict"]) == (49.0, 75.0, False, "off_plan")


def test_an_open_factor_is_asked_with_its_choices(call: Call, small: Path) -> None:
    said = call("move", small, "--offer", answers("403333-31"))

    assert "Pay                    to ask" in said.out
    assert "pay: What share of the last pay, or of the market's, does it offer? 0 = under 55%" in said.out


def test_the_text_has_the_words_of_each_answer_the_studies_and_how_to_read_it(call: Call) -> None:
    said = call("move", LABORATORY, "--offer", COORDINATOR).out

    assert said.startswith("Human Resources Coordinator at Grand River Plastics: conditional, 57 of 100\n")
    assert "\nHeld against the target HR Advisor, on Nov 15, 2026\n" in said
    assert "New field or sector    4/4 a core job in it" in said
    assert "    level 1 offered, 3 held now as Laboratory Supervisor, Organic Chemistry\n" in said
    assert "agree on before the answer\n  The title, at the level of the work.\n" in said
    assert "2,420 applications" in said
    assert "professional judgement" in said


def test_the_target_and_a_coach_s_own_numbers_count(call: Call) -> None:
    Path("own.toml").write_text("[career.move]\nconditional = 58\n", encoding="utf-8")

    other = call("move", LABORATORY, "--offer", COORDINATOR, "--target", "hr-generalist", "--format", "json").json
    own = call("move", LABORATORY, "--offer", COORDINATOR, "--rules", "own.toml", "--format", "json").json

    assert other["target"] == "hr-generalist"
    assert own["verdict"] == "weak"


def test_a_warning_goes_beside_the_result(call: Call, small: Path) -> None:
    said = call("move", small, "--offer", answers(403333231))

    assert said.code == 0
    assert "warning: Preferred employer: there is no written list" in said.err
    assert "warning" not in said.out


def test_nothing_speaks_for_refusing_without_the_warning_on_benefits(call: Call, small: Path) -> None:
    with small.open("a", encoding="utf-8") as file:
        file.write("search:\n  leaving: laid off\n")

    offer = answers(100202)
    assert "ask Service Canada what counts as suitable" in call("move", small, "--offer", offer).out
    assert "Service Canada" in call("move", small, "--offer", offer, "--format", "json").json["warnings"][0]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--offer", "none.yaml"), 1, "no such file"),
        ((), 2, "Missing option '--offer'"),
        (("--offer", JUNIOR, "--save"), 2, "--save writes what --ask was told"),
        (("--offer", JUNIOR, "--target", "nurse"), 1, "'nurse' is not a known target"),
        (("--offer", JUNIOR, "--rules", "none.toml"), 1, "none.toml"),
        (("--offer", JUNIOR, "--to", "odt"), 2, "'odt' is not known"),
    ],
)
def test_a_user_s_mistake_is_told(call: Call, words: tuple[str | Path, ...], code: int, said: str) -> None:
    called = call("move", MANAGER, *words)

    assert called.code == code
    assert said in called.err
    assert called.out == ""


def test_an_offer_with_mistakes_is_answered_with_their_places(call: Call, small: Path) -> None:
    Path("offer.yaml").write_text("titel: A\nlevel: 9\n", encoding="utf-8")

    called = call("move", small, "--offer", "offer.yaml")

    assert called.code == 1
    assert "offer.yaml:1:1" in called.err
    assert "offer.yaml:2:8" in called.err


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "json"])
def test_the_report_is_written_and_not_over_another(call: Call, form: str) -> None:
    asked = ("move", LABORATORY, "--offer", COORDINATOR, "--to", form, "-o", "reports")

    first, second = call(*asked), call(*asked)

    assert (first.code, second.code) == (0, 1)
    assert f"Amina-Osei-Grant-Grand-River-Plastics-Move.{form}" in first.err
    assert "was left as it is" in second.err
    assert call(*asked, "--force").code == 0


def test_asking_needs_a_terminal(call: Call, small: Path) -> None:
    # The tests' own standard input is none.
    said = call("move", small, "--offer", answers("403333-31"), "--ask")

    assert said.code == 1
    assert "--ask needs a terminal" in said.err


def test_what_is_asked_in_a_terminal_is_counted_and_saved(call: Call, small: Path) -> None:
    offer = answers("403333--1")
    before = offer.read_text()

    said = _typed(["move", str(small), "--offer", str(offer), "--ask", "--save"], b"five\n2\n\n")

    assert said.returncode == 0
    assert "'five' is not an answer from 0 to 4" in said.stderr
    assert "4  95% or more" in said.stderr
    assert "wrote 1 answer(s)" in said.stderr
    assert "Pay                    2/4 70 to 84%" in said.stdout
    assert "Path back              to ask" in said.stdout
    assert offer.read_text() == before + "  pay: 2\n"
    assert read_offer(offer).value.answers.pay == 2


def test_a_read_only_offer_is_told_before_anything_is_asked(call: Call, small: Path) -> None:
    offer = answers("403333--1")
    before = offer.read_text()
    offer.chmod(0o444)

    said = _typed(["move", str(small), "--offer", str(offer), "--ask", "--save"], b"2\n\n")

    assert said.returncode == 1
    assert "the file is read-only, and was left as it is" in said.stderr
    assert "95% or more" not in said.stderr
    assert offer.read_text() == before


def test_what_is_asked_without_save_leaves_the_file_as_it_was(call: Call, small: Path) -> None:
    offer = answers("403333-31")
    before = offer.read_text()

    said = _typed(["move", str(small), "--offer", str(offer), "--ask", "--format", "json"], b"2\n")

    assert '"score": 61.0' in said.stdout
    assert offer.read_text() == before


def _typed(words: list[str], keys: bytes) -> subprocess.CompletedProcess[str]:
    """A command with a terminal for its standard input, in which these keys are pressed."""
    ours, theirs = pty.openpty()
    try:
        os.write(ours, keys)
        return subprocess.run(
            [sys.executable, "-m", "resumekit", *words],
            stdin=theirs,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        os.close(ours)
        os.close(theirs)


def test_the_how_to_shows_what_the_command_says(call: Call) -> None:
    page = (ROOT / "docs" / "how-to" / "decide-on-an-offer.md").read_text(encoding="utf-8")
    shown = dedent(re.findall(r"^   ```\n(   Manager.*?)^   ```", page, flags=re.MULTILINE | re.DOTALL)[0])
    said = iter(call("move", MANAGER, "--offer", PREFERRED).out.splitlines())

    assert [line for line in shown.splitlines() if line != "…" and line not in said] == []
    assert len(shown.splitlines()) > 10
