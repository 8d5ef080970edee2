"""`resumekit frameworks` and the schemas of its files."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from resumekit.load.framework import read_framework
from resumekit.load.framework_skeleton import new_framework, new_lexicon
from resumekit.load.lexicon import read_lexicon
from resumekit.load.schema import FRAMEWORK_FILE, LEXICON_FILE, framework_schema, lexicon_schema
from tests.cli.conftest import Call
from tests.cli.test_app import completed
from tests.load.frameworks import BASE, LEXICON, OVER


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A coach's folder."""
    folder = tmp_path / "own"
    folder.mkdir()
    for name, text in (("words", LEXICON), ("base", BASE), ("over", OVER)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_frameworks_and_lexicons_are_listed_with_their_counts_and_licences(call: Call, own: Path) -> None:
    said, listed = (call("frameworks", "list", "--frameworks", own, "--format", form) for form in ("text", "json"))

    rows = {row["name"]: row for row in listed.json["frameworks"] + listed.json["lexicons"]}
    assert (rows["base"]["competencies"], rows["base"]["cues"], rows["base"]["licence"]) == (3, 4, "our own words")
    assert (rows["over"]["extends"], rows["words"]["classes"]) == ("base", 1)
    assert all(name in said.out for name in rows)
    assert "3 competencies, 4 cues" in said.out


def test_a_framework_is_shown_by_area(call: Call, own: Path) -> None:
    said = call("frameworks", "show", "base", "--frameworks", own)
    data = call("frameworks", "show", "base", "--frameworks", own, "--format", "json").json

    for words in ("People (functional, weight 60)", "2 cues", "required", "2 courses", "3 years", "example.org/areas"):
        assert words in said.out
    assert [competency["id"] for competency in data["competencies"]] == ["teaching", "filing", "listening"]


def test_one_competency_is_shown_with_everything(call: Call, own: Path) -> None:
    said = call("frameworks", "show", own / "base.yaml", "--competency", "teaching")
    wrong = call("frameworks", "show", own / "base.yaml", "--competency", "teching")

    for words in ("walk .. through", "adjacent", "train dog", "Whom have you taught?", "A course (course, 20 hours"):
        assert words in said.out
    assert wrong.code == 1
    assert "did you mean 'teaching'?" in wrong.err


def test_check_tells_every_problem_of_every_file_and_fails_on_errors_alone(call: Call, own: Path) -> None:
    Path("bad.yaml").write_text(BASE.replace("group: people", "group: peple"), encoding="utf-8")
    Path("odd.yaml").write_text(BASE.replace("terms: [records], ", ""), encoding="utf-8")
    Path("lex.yaml").write_text(LEXICON.replace("means:", "maens:"), encoding="utf-8")

    well = call("frameworks", "check", "odd.yaml", own / "words.yaml", "--frameworks", own)
    both = call("frameworks", "check", "bad.yaml", "odd.yaml", "lex.yaml", "none.yaml", "--frameworks", own)
    listed = call("frameworks", "check", "bad.yaml", "--frameworks", own, "--format", "json")

    assert (well.code, both.code, listed.code) == (0, 1, 1)
    assert well.out.splitlines()[0] == "odd.yaml: well, 1 to look at"
    assert "warning: odd.yaml:39:10: 'filing' has no terms" in well.err
    for words in ("bad.yaml:23:12", "lex.yaml:9:28", "did you mean 'means'?", "none.yaml: there is no such file"):
        assert words in both.err
    assert [(row["line"], row["column"], row["level"]) for row in listed.json] == [(23, 12, "error")]


@pytest.mark.parametrize("words", [(), ("--lexicon",)], ids=["framework", "lexicon"])
def test_a_file_to_begin_with_passes_its_own_check(call: Call, words: tuple[str, ...]) -> None:
    said = call("frameworks", "new", "deep/Our Own", *words, "--title", 'Ours: "all"')
    again = call("frameworks", "new", "deep/Our Own.yaml", *words)

    assert (said.code, said.out) == (0, "wrote deep/Our Own.yaml\n")
    assert call("frameworks", "check", "deep/Our Own.yaml").out == "deep/Our Own.yaml: well\n"
    made = read_lexicon("deep/Our Own.yaml").lexicon if words else read_framework("deep/Our Own.yaml").framework
    assert (made.id, made.name) == ("our-own", 'Ours: "all"')
    assert again.code == 1
    assert "is there already" in again.err
    beside = Path("deep") / (LEXICON_FILE if words else FRAMEWORK_FILE)
    jsonschema.Draft202012Validator.check_schema(json.loads(beside.read_text(encoding="utf-8")))


def test_a_framework_begun_over_another_is_that_one_until_a_line_is_used(call: Call, own: Path) -> None:
    assert call("frameworks", "new", "ours", "--from", "base", "--frameworks", own).code == 0

    text = Path("ours.yaml").read_text(encoding="utf-8")
    base = read_framework(own / "base.yaml").framework
    ours = read_framework("ours.yaml", [own]).framework
    assert ours == base.model_copy(update={"id": "ours", "name": "Ours", "extends": "base"})
    head, rest = text.split("extends: base\n")
    Path("ours.yaml").write_text(head + "extends: base\n" + _used(rest), encoding="utf-8")
    used = read_framework("ours.yaml", [own]).framework
    assert [competency.id for competency in used.competencies] == ["teaching", "filing"]
    assert [(cue.pattern, cue.weight) for cue in used.by_id["teaching"].cues] == [("train|teach <staff>", 2)]


def _used(text: str) -> str:
    return "\n".join(line.removeprefix("# ") for line in text.splitlines()) + "\n"


@pytest.mark.parametrize("text", [new_framework("a", "A"), new_lexicon("a", "A")], ids=["framework", "lexicon"])
def test_every_example_of_a_new_file_can_be_used(call: Call, text: str) -> None:
    head, rest = text.split("name: A\n")
    lines = [line[: len(line) - len(line.lstrip())] + line.lstrip().removeprefix("# ") for line in rest.splitlines()]
    Path("a.yaml").write_text(head + "name: A\n" + "\n".join(lines) + "\n", encoding="utf-8")

    said = call("frameworks", "check", "a.yaml")

    assert (said.code, said.err) == (0, "")


def test_a_copy_is_the_whole_under_another_name(call: Call, own: Path) -> None:
    assert call("frameworks", "new", "mine", "--from", "base", "--copy", "--frameworks", own).code == 0
    assert call("frameworks", "new", "said", "--lexicon", "--from", "words", "--frameworks", own).code == 0

    base = read_framework(own / "base.yaml").framework
    mine = read_framework("mine.yaml", [own]).framework
    assert mine == base.model_copy(update={"id": "mine", "name": "Mine"})
    assert read_lexicon("said.yaml").lexicon.entries == read_lexicon(own / "words.yaml").lexicon.entries


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (["show", "bsae"], 1, "did you mean 'base'?"),
        (["new", "a.docx"], 2, "must end in .yaml"),
        (["new", "a", "--copy"], 2, "--copy needs --from NAME"),
        (["new", "a", "--from", "bsae"], 1, "did you mean 'base'?"),
        (["list", "--frameworks", "none"], 1, "is not there"),
        (["check", "own"], 1, "this is a folder"),
    ],
)
def test_a_mistake_is_answered_in_words(call: Call, own: Path, words: list[str], code: int, hint: str) -> None:
    folders = [] if "--frameworks" in words else ["--frameworks", str(own)]

    said = call("frameworks", *words, *folders)

    assert said.code == code
    assert hint in said.err
    assert not Path("a.yaml").exists()


def test_names_are_completed_from_the_folders(own: Path) -> None:
    assert completed("frameworks", "show", "--frameworks", str(own), "ov") == ["over"]
    assert completed("frameworks", "new", "a", "--lexicon", "--frameworks", str(own), "--from", "wo") == ["words"]


@pytest.mark.parametrize(("sort", "made"), [("framework", framework_schema()), ("lexicon", lexicon_schema())])
def test_schemas_go_to_the_terminal(call: Call, sort: str, made: dict[str, object]) -> None:
    said = call("schema", f"--{sort}")

    assert said.json == made
    jsonschema.Draft202012Validator.check_schema(said.json)
    assert said.json["$id"] == f"urn:resumekit:{sort}:1"


@pytest.mark.parametrize("text", [BASE, OVER, new_framework("a", "A"), "id: a\nextends: b\ngates: \n"], ids=range(4))
def test_what_the_loader_takes_is_valid_by_the_schema(text: str) -> None:
    assert _valid(text)


@pytest.mark.parametrize(
    "text",
    [
        "id: a",
        "extends: b",
        "id: a\nextends: b\nnmae: x",
        "id: a\nname: A\ncompetencies: [{id: x}]",
        "id: a\nextends: b\ncompetencies: [{name: x}]",
        BASE.replace("weight: 60", "weight: 0"),
        BASE.replace("kind: enabling", "kind: x"),
    ],
    ids=range(7),
)
def test_what_the_loader_refuses_is_not_valid_by_the_schema(text: str) -> None:
    assert not _valid(text)


def _valid(text: str) -> bool:
    return bool(jsonschema.Draft202012Validator(framework_schema()).is_valid(yaml.safe_load(text)))


def test_a_file_with_a_mistake_hides_no_other_from_the_list(call: Call, own: Path) -> None:
    (own / "broken.yaml").write_text("id: broken\nname: Broken\nextends: broken\n", encoding="utf-8")

    called = call("frameworks", "list", "--frameworks", own)

    assert called.code == 1
    assert "'broken' leads back to this file" in called.err
    assert "hr-canada" in called.out
    assert "broken" not in called.out
