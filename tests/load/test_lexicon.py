"""Lexicons from files."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import FrameworkFileError, UnknownNameError
from resumekit.load.fields import fields_of
from resumekit.load.lexicon import find_lexicon, find_lexicons, lexicon_names, parse_lexicon, read_lexicon
from resumekit.load.read import read_nodes
from resumekit.load.shelf import shipped_folder, sort_of
from resumekit.load.source import Source
from resumekit.skills.lexicon import Entry, Lexicon
from tests.load.frameworks import LEXICON

SHIPPED = sorted(shipped_folder("lexicon").glob("*.yaml"))


def test_a_lexicon_of_every_field_is_read_without_a_word() -> None:
    found = parse_lexicon(LEXICON)

    assert found.warnings == ()
    assert found.lexicon.classes == {"staff": ("nurse", "cook")}
    assert all(f"{name}:" in LEXICON for model in (Lexicon, Entry) for name in fields_of(model))
    assert Lexicon.model_validate(found.lexicon.model_dump(mode="json")) == found.lexicon


def test_every_key_misspelled_gives_its_line_and_the_right_name() -> None:
    root, _ = read_nodes(Source("words.yaml", LEXICON))
    entries = root.mapping["entries"][1].value
    assert isinstance(entries, list)
    keys = [pair[0] for mapping in (root, *entries) for pair in mapping.mapping.values()]
    assert len(keys) > 10

    for key in keys:
        wrong = f"{key.value}{str(key.value)[-1]}"
        with pytest.raises(FrameworkFileError) as caught:
            parse_lexicon(LEXICON[: key.start] + wrong + LEXICON[key.end :])
        named = [problem for problem in caught.value.problems if f"'{wrong}' is not a field" in problem.message]
        assert [(one.line, one.column) for one in named] == [(key.line, key.column)]
        assert f"did you mean '{key.value}'?" in named[0].message


@pytest.mark.parametrize(
    ("old", "new", "where", "said"),
    [
        ("charge nurse", "<staff>", (9, 14), "'phrase' is written in plain words"),
        ("shift supervisor", "boss|lead", (9, 35), "'means' is written in plain words"),
        ("[nurse, cook]", "[nurse, =cook]", (11, 18), "a class has plain words"),
        ("staff:", "Two Words:", (11, 3), "'Two Words' is not an id"),
        ("[nurse, cook]", "nurse", (11, 10), "text where a list should be"),
    ],
)
def test_a_problem_stands_at_its_very_place(old: str, new: str, where: tuple[int, int], said: str) -> None:
    with pytest.raises(FrameworkFileError) as caught:
        parse_lexicon(LEXICON.replace(old, new))

    assert [(one.line, one.column) for one in caught.value.problems if said in one.message] == [where], caught.value


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        (LEXICON.replace("shift supervisor", "Charge  Nurse"), (9, 35), "'charge nurse' means itself"),
        (LEXICON.replace("classes", "  - {phrase: Charge nurse, means: lead}\nclasses"), (10, 14), "already at 9:14"),
        (LEXICON.replace("[nurse, cook]", "[nurse, cook, Nurse]"), (11, 24), "'nurse' is given twice in 'staff'"),
        (LEXICON.replace("[nurse, cook]", "[]"), (11, 10), "the class 'staff' has no words"),
        ("id: a\nname: A", (1, 1), "neither 'entries' nor 'classes'"),
    ],
    ids=range(5),
)
def test_what_is_odd_is_a_warning(text: str, where: tuple[int, int], said: str) -> None:
    found = parse_lexicon(text).warnings

    assert [(one.line, one.column) for one in found if said in one.message] == [where], found


def test_words_that_yaml_takes_for_something_else_are_words() -> None:
    text = LEXICON.replace("[nurse, cook]", "[no, on, 24, null island]")

    assert parse_lexicon(text).lexicon.classes["staff"] == ("no", "on", "24", "null island")


def test_lexicons_are_found_by_name(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(LEXICON, encoding="utf-8")

    assert lexicon_names([tmp_path])[-1] == "words"
    assert find_lexicon("words", [tmp_path]) == find_lexicon(str(tmp_path / "words.yaml"))
    assert [lexicon.id for lexicon in find_lexicons(["words"], [tmp_path])] == ["words"]
    assert len(find_lexicons(None, [tmp_path])) == len(SHIPPED) + 1
    with pytest.raises(UnknownNameError, match="did you mean 'words'"):
        find_lexicon("wrods", [tmp_path])


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        (LEXICON, "lexicon"),
        ("id: a\nclases:\n  staff: [a]", "lexicon"),
        ("id: a\ncompetences: []", "framework"),
        ("id: a\nextends: b", "framework"),
        ("person: {name: A}\nexperience: []", None),
    ],
    ids=range(5),
)
def test_a_file_is_known_by_its_fields_even_misspelled(tmp_path: Path, text: str, sort: str | None) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")

    assert sort_of(tmp_path / "a.yaml") == sort


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_passes_every_check(path: Path) -> None:
    found = read_lexicon(path)

    assert found.lexicon.id == path.stem
    assert found.lexicon.licence
