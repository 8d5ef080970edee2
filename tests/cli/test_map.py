"""`resumekit map` as a coach calls it."""

from __future__ import annotations

from math import isclose, log
from pathlib import Path

import pytest

from resumekit.load.client import load
from resumekit.readback.docx import read_docx
from resumekit.readback.pdf import read_pdf
from tests.architecture.tree import ROOT
from tests.cli.conftest import Call

LABORATORY = ROOT / "samples" / "2-laboratory-to-hr.yaml"
FRAMEWORK = """\
id: kitchens
name: Work in kitchens
edition: "2026"
fields: [food service]
groups:
  - {id: staff, name: Staff}
  - {id: stores, name: Stores}
competencies:
  - id: rosters
    name: Rosters
    group: staff
    terms: [staff scheduling]
    cues:
      - {pattern: plan shift, weight: 3}
      - {pattern: find night cover, relation: adjacent, weight: 3, term: cover planning}
    questions: [Who planned the week?]
    actions: [{kind: project, title: Plan one week, effort: 4, closes: 0.5}]
  - id: teaching
    name: Teaching
    group: staff
    terms: [training]
    cues: [teach apprentice]
  - id: stock
    name: Stock
    group: stores
    terms: [inventory]
    cues: [count stock]
gates:
  - {id: exam, name: Hygiene exam, kind: exam, met_by: [Hygiene Exam], ask: Have you sat it?}
"""
CLIENT = """\
person: {name: Amina Haddad}
as_of: 2026-11
targets:
  - id: kitchen
    role: Head Cook
    field: food service
experience:
  - employer: Blue Oven
    title: Cook
    start: 2019
    end: present
    achievements:
      - {id: shifts, text: Planned the shifts of nine people & porters}
      - {id: night, text: Found night cover in an hour}
      - {id: bread, text: Baked bread}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A coach's own frameworks."""
    made = tmp_path / "own"
    made.mkdir()
    (made / "kitchens.yaml").write_text(FRAMEWORK, encoding="utf-8")
    return made


@pytest.fixture
def cook(tmp_path: Path) -> Path:
    path = tmp_path / "cook.yaml"
    path.write_text(CLIENT, encoding="utf-8")
    return path


def test_bars_evidence_conditions_steps_questions_and_words_are_shown(call: Call, cook: Path, folder: Path) -> None:
    called = call("map", cook, "--frameworks", folder)

    assert (called.code, called.err) == (0, "")
    assert called.out.startswith("Work in kitchens (kitchens, edition 2026): the target's field is 'food service'\n")
    assert "  1 in part, 1 not yet\n" in called.out
    assert "«Planned the shifts» of nine people & porters" in called.out
    assert "Cook, Blue Oven, 2019 – Present" in called.out
    assert "[shifts]" in called.out
    assert "Hygiene exam: no fact names it" in called.out
    assert "ask: Have you sat it?" in called.out
    assert "project, 4 hours: Plan one week" in called.out
    assert "bread" not in called.out
    assert "\x1b" not in called.out


def test_an_area_alone_is_shown_by_its_id(call: Call, cook: Path, folder: Path) -> None:
    called = call("map", cook, "--frameworks", folder, "--area", "stores")

    assert called.out.strip().splitlines() == ["Stores: not yet", "  not yet: Stock"]


def test_a_terminal_without_unicode_gets_letters(
    call: Call, cook: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from resumekit.cli import map_shown

    monkeypatch.setattr(map_shown.Terminal, "of", classmethod(lambda cls: cls(colours=False, wide=False)))

    called = call("map", cook, "--frameworks", folder)

    assert "Staff   =." in called.out
    assert "*Planned the shifts* of nine" in called.out


def test_json_is_the_whole_map_and_comes_out_the_same_each_time(call: Call, cook: Path, folder: Path) -> None:
    one, two = (call("map", cook, "--frameworks", folder, "--format", "json") for _ in range(2))

    assert one.out == two.out
    data = one.json
    assert (data["framework"]["id"], data["target"]) == ("kitchens", "kitchen")
    (rosters, _) = data["areas"][0]["competencies"]
    texts = {item["fact"]: item["text"] for item in rosters["evidence"]}
    assert texts["shifts"] == "Planned the shifts of nine people & porters"
    assert all(item["match"]["contributions"] for item in rosters["evidence"])
    assert {"gates", "gaps", "questions", "licences"} <= set(data)


def test_contributions_add_up_to_the_log_odds_of_the_probability(call: Call, cook: Path, folder: Path) -> None:
    data = call("map", cook, "--frameworks", folder, "--explain", "shifts", "--format", "json").json

    assert data["evidence"]
    for item in data["evidence"]:
        total = sum(part["weight"] for part in item["contributions"])
        share = item["probability"]
        assert isclose(total, log(share / (1 - share)), abs_tol=1e-6)
        assert isclose(total, item["log_odds"])
        for part in item["contributions"]:
            assert part["start"] is None or item["text"][part["start"] : part["end"]] == part["quote"]


@pytest.mark.parametrize("fact", ["roster", "hiring", "engagement"])
def test_they_add_up_with_the_weights_that_ship_too(call: Call, fact: str) -> None:
    data = call("map", LABORATORY, "--framework", "hr-canada", "--explain", fact, "--format", "json").json

    assert data["evidence"]
    for item in data["evidence"]:
        share = item["probability"]
        assert isclose(sum(part["weight"] for part in item["contributions"]), log(share / (1 - share)), abs_tol=1e-6)


def test_an_explanation_shows_words_weights_and_the_sum(call: Call, cook: Path, folder: Path) -> None:
    said = call("map", cook, "--frameworks", folder, "--explain", "shifts").out

    assert said.startswith("Rosters (rosters): ")
    assert "“Planned the shifts”" in said
    assert "before anything is read" in said
    assert "the sum, in log-odds: a probability of 0." in said
    assert "strength 0." in said


def test_a_fact_that_shows_nothing_says_so(call: Call, cook: Path, folder: Path) -> None:
    assert call("map", cook, "--frameworks", folder, "--explain", "bread").out.startswith("nothing of Work in kitchens")


def test_the_report_reads_back_from_word_and_pdf(call: Call, cook: Path, folder: Path, tmp_path: Path) -> None:
    called = call("map", cook, "--frameworks", folder, "--to", "docx,pdf,html", "-o", tmp_path / "reports")

    stem = tmp_path / "reports" / "Amina-Haddad-Head-Cook-Experience"
    assert called.code == 0
    assert [f"wrote {stem}.{name}" for name in ("docx", "pdf", "html")] == called.err.splitlines()
    for reading in (read_docx(stem.with_suffix(".docx").read_bytes()), read_pdf(stem.with_suffix(".pdf").read_bytes())):
        assert "Planned the shifts of nine people & porters" in " ".join(reading.text.split())
    assert "<strong>Planned the shifts</strong>" in stem.with_suffix(".html").read_text(encoding="utf-8")
    assert call("map", cook, "--frameworks", folder, "--to", "html", "-o", tmp_path / "reports").code == 1


def test_the_framework_is_the_one_asked_for_else_the_targets_else_of_its_field_else_the_usual(
    call: Call, cook: Path, folder: Path
) -> None:
    def why(*words: str | Path) -> tuple[str, str]:
        data = call("map", cook, *words, "--format", "json").json
        return data["framework"]["id"], data["why"]

    assert why("--framework", folder / "kitchens.yaml") == ("kitchens", "asked for")
    assert why("--frameworks", folder) == ("kitchens", "the target's field is 'food service'")
    usual, reason = why()
    assert (usual, "no framework is for the field" in reason) == ("hr-canada", True)
    cook.write_text(CLIENT.replace("role: Head Cook", "role: Head Cook\n    framework: own/kitchens.yaml"), "utf-8")
    assert why() == ("kitchens", "the target names it")


def test_a_word_that_waits_is_confirmed_in_the_client_file(call: Call, cook: Path, folder: Path) -> None:
    before = cook.read_text(encoding="utf-8")

    called = call("map", cook, "--frameworks", folder, "--confirm", "Cover planning", "--on", "2026-10-01")

    assert (called.code, called.out) == (0, "confirmed 'cover planning' for night\n")
    (translation,) = load(cook).resume.targets[0].translations
    assert (translation.term, translation.facts) == ("cover planning", ("night",))
    assert cook.read_text(encoding="utf-8").startswith(before.split("experience:", maxsplit=1)[0])
    licences = call("map", cook, "--frameworks", folder, "--format", "json").json["licences"]
    assert [item["open"] for item in licences if item["term"] == "cover planning"] == [True]
    again = call("map", cook, "--frameworks", folder, "--confirm", "cover planning", "--on", "2026-10-01")
    assert (again.code, "is confirmed already" in again.err) == (1, True)


@pytest.mark.parametrize(
    ("words", "code", "answer"),
    [
        (["--framework", "kitchen"], 1, "did you mean 'kitchens'?"),
        (["--area", "stor"], 1, "did you mean 'stores'?"),
        (["--target", "kitchn"], 1, "did you mean 'kitchen'?"),
        (["--explain", "shift"], 1, "did you mean 'shifts'?"),
        (["--confirm", "cover plannin", "--on", "2026-10-01"], 1, "did you mean 'cover planning'?"),
        (["--confirm", "cover planning"], 2, "--on 2026-10-01"),
        (["--on", "2026-10-01"], 2, "--confirm"),
        (["--confirm", "x", "--on", "2026-10-01", "--explain", "shifts"], 2, "exclude each other"),
        (["--explain", "shifts", "--to", "pdf"], 2, "without --to"),
        (["--to", "word"], 2, "did you mean 'docx'?"),
        (["--as-of", "soon"], 2, "2026-10-01"),
        (["--frameworks", "nowhere"], 1, "is not there"),
    ],
)
def test_a_mistake_is_answered_with_what_to_do(
    call: Call, cook: Path, folder: Path, words: list[str], code: int, answer: str
) -> None:
    before = cook.read_bytes()

    called = call("map", cook, "--frameworks", folder, *words)

    assert called.code == code
    assert answer in called.err
    assert "Traceback" not in called.err
    assert cook.read_bytes() == before


def test_a_framework_with_mistakes_is_shown_with_their_places(call: Call, cook: Path, folder: Path) -> None:
    (folder / "kitchens.yaml").write_text(FRAMEWORK.replace("terms: [training]", "term: training"), encoding="utf-8")

    called = call("map", cook, "--framework", folder / "kitchens.yaml")

    assert called.code == 1
    assert "kitchens.yaml:21:5" in called.err


def test_nothing_found_says_what_to_do(call: Call, cook: Path, folder: Path) -> None:
    cook.write_text(CLIENT[: CLIENT.index("      - {id: shifts")] + "      - Baked bread\n", encoding="utf-8")

    called = call("map", cook, "--frameworks", folder)

    assert called.code == 0
    assert "No fact is evidence for this framework. Ask the questions below" in called.out
    assert "Who planned the week?" in called.out


def test_facts_in_another_language_than_the_frameworks_words_are_told_of(call: Call, cook: Path, folder: Path) -> None:
    french = CLIENT.replace("Planned the shifts of nine people & porters", "Planifié les horaires des neuf cuisiniers")
    cook.write_text(french.replace("Found night cover in an hour", "Formé une équipe pour la nuit"), encoding="utf-8")

    called = call("map", cook, "--frameworks", folder)

    assert called.code == 0
    assert "most facts are in French, and kitchens looks for words in English" in called.err


def test_a_framework_without_competencies_asks_for_some_and_for_nothing_else(
    call: Call, cook: Path, folder: Path
) -> None:
    (folder / "bare.yaml").write_text("id: bare\nname: Bare\ngroups: []\n", encoding="utf-8")

    called = call("map", cook, "--frameworks", folder, "--framework", "bare")

    assert called.code == 0
    assert "bare has no competencies yet" in called.out
    assert "Ask the questions" not in called.out


def test_what_is_for_the_coach_to_bring_up_stands_apart_from_the_clients_steps(
    call: Call, cook: Path, folder: Path
) -> None:
    path = folder / "kitchens.yaml"
    ask = "actions:\n      - {kind: ask, title: Ask about the stores, effort: 1, closes: 0.5}\n    cues: [count stock]"
    path.write_text(FRAMEWORK.replace("cues: [count stock]", ask), encoding="utf-8")

    steps, _, asks = call("map", cook, "--frameworks", folder).out.partition("for the coach to bring up")

    assert "Ask about the stores" not in steps
    assert "  - Ask about the stores" in asks


def test_the_readme_shows_what_the_command_says(call: Call) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt = (
        next(block for block in readme.split("```") if block.startswith("\nHealth, Wellness")).strip().splitlines()
    )

    said = call("map", ROOT / "samples" / "2-laboratory-to-hr.yaml", "--framework", "hr-canada").out.splitlines()

    assert len(excerpt) > 3
    assert [line for line in said if line in excerpt] == excerpt


def test_an_unknown_fact_is_answered_with_what_is_read_and_names_no_people(
    call: Call, cook: Path, folder: Path
) -> None:
    cook.write_text(CLIENT + "referees: [{name: Colleen Varga}]\n", encoding="utf-8")

    called = call("map", cook, "--frameworks", folder, "--explain", "shift")

    assert called.code == 1
    assert "did you mean 'shifts'?" in called.err
    assert "varga" not in called.err
