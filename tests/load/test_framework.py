"""Frameworks from files: every problem at its place, laid over others, found by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from resumekit.errors import FrameworkFileError, Problem, ResumekitError, UnknownNameError
from resumekit.load.fields import fields_of
from resumekit.load.framework import find_framework, framework_names, parse_framework, read_framework
from resumekit.load.lay import filled, lay_over
from resumekit.load.node import Node, drop_empty_items, to_data
from resumekit.load.read import read_nodes
from resumekit.load.shelf import shipped_folder
from resumekit.load.source import Source
from resumekit.skills.framework import Competency, Cue, Framework, GapAction, Gate, Group, Level, Omit
from resumekit.skills.framework import Source as Origin
from tests.load.frameworks import BASE, LEXICON, OVER, problems, warnings

SHIPPED = sorted(shipped_folder("framework").glob("*.yaml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A coach's folder with a lexicon, a framework, one over it, and a client file, which is neither."""
    (tmp_path / "words.yaml").write_text(LEXICON, encoding="utf-8")
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "over.yaml").write_text(OVER, encoding="utf-8")
    (tmp_path / "amina.yaml").write_text("person: {name: Amina Haddad}\n", encoding="utf-8")
    return tmp_path


def _keys(node: Node, free: bool = False) -> Iterator[Node]:
    for item in node.value if isinstance(node.value, list) else ():
        yield from _keys(item)
    for name, (key, value) in node.mapping.items():
        if not free:
            yield key
        yield from _keys(value, free=name in ("related", "classes"))


def _root(text: str) -> Node:
    root, _ = read_nodes(Source("base.yaml", text))
    drop_empty_items(root)
    return root


def test_a_framework_of_every_field_is_read_without_a_word(folder: Path) -> None:
    found = read_framework(folder / "base.yaml")

    assert found.warnings == ()
    written = {key.value for key in _keys(_root(BASE))}
    models = (Framework, Competency, Cue, GapAction, Gate, Group, Level, Origin)
    assert {name for model in models for name in fields_of(model)} - written == {"extends", "omit", "omit_cues"}


@pytest.mark.parametrize("text", [BASE, OVER], ids=["base", "over"])
def test_every_key_misspelled_gives_its_line_and_the_right_name(folder: Path, text: str) -> None:
    keys = [*_keys(_root(text))]
    assert len(keys) > 20

    for key in keys:
        word = str(key.value)
        wrong = word[:-1] + word[-1] * 2 if len(word) > 3 else word + word[-1]
        found = problems(text[: key.start] + wrong + text[key.end :], folder, "over.yaml")

        named = [problem for problem in found if f"'{wrong}' is not a field" in problem.message]
        assert [(one.line, one.column, one.length) for one in named] == [(key.line, key.column, len(wrong))], word
        assert f"did you mean '{word}'?" in named[0].message


def _swap(old: str, new: str, text: str = BASE) -> str:
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        (_swap("group: people", "group: peple"), (23, 12), "there is no group 'peple'; did you mean 'people'?"),
        (_swap("level: junior", "level: juniour"), (26, 12), "there is no level 'juniour'; did you mean 'junior'?"),
        (_swap("shows: [listening]", "shows: [listning]"), (33, 13), "no competency 'listning'; did you mean"),
        (_swap("shows: [listening]", "shows: [teaching]"), (33, 13), "'teaching' shows itself"),
        (_swap("id: filing", "id: teaching"), (39, 10), "the id 'teaching' is given twice; it stands already at 21:9"),
        (_swap("id: paper", "id: people"), (18, 10), "the id 'people' is given twice"),
        (_swap("id: exam", "id: years"), (44, 10), "the id 'years' is given twice"),
        (
            _swap("- train|teach <staff>", "- train|teach <staf>"),
            (29, 22),
            "has a class 'staf'; did you mean '<staff>'?",
        ),
        (_swap("- train|teach <staff>", "- the"), (29, 9), "has no word that can be found"),
        (_swap("- train|teach <staff>", "- train||teach"), (29, 9), "write alternatives as one|other"),
        (_swap("walk .. through", "walk .."), (30, 19), "begins or ends with a gap"),
        (_swap("[train dog]", "[train dog, <staff>]"), (31, 32), "only a class of words"),
        (_swap(", courses: [[Law, Law I], [Pay]]", ""), (43, 10), "of the kind 'coursework' needs 'courses'"),
        (_swap("years: 3, ", ""), (44, 10), "of the kind 'years' needs 'years'"),
        (_swap("[[Law, Law I], [Pay]]", "[Law, [Pay]]"), (43, 60), "put it in brackets: [Law]"),
        (_swap("lexicons: [words]", "lexicons: [word]"), (13, 12), "no lexicon 'word'; did you mean 'words'?"),
        (
            _swap("id: people", "id: Our People"),
            (17, 10),
            "is not an id; write lower-case words joined by '-', like our-p",
        ),
        (_swap("weight: 60", "weight: 0"), (17, 58), "'weight' is more than 0"),
        (_swap("weight: 60", "weight: heavy"), (17, 58), "'weight' is a number"),
        (_swap("closes: 0.4", "closes: 40"), (38, 61), "'closes' is at most 1"),
        (_swap("kind: enabling", "kind: enabeling"), (19, 45), "did you mean 'enabling'?"),
        (_swap("fields: [community work]", "omit: {groups: [people]}"), (12, 7), "nothing to omit from"),
        (_swap("fields: [community work]", "extends: bsae"), (12, 10), "did you mean 'base'?"),
        (
            _swap("omit: {competencies: [filing]", "omit: {competencies: [fling]", OVER),
            (4, 23),
            "did you mean 'filing'?",
        ),
        (
            _swap("omit_cues: [train|teach", "omit_cues: [tain|teach", OVER),
            (13, 17),
            "did you mean 'train|teach <staff>'?",
        ),
        (_swap("id: pay, name: Pay, ", "id: pay, ", OVER), (15, 5), "competency needs 'name'"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) and "\n" not in value else "",
)
def test_a_problem_stands_at_its_very_place(folder: Path, text: str, where: tuple[int, int], said: str) -> None:
    found = problems(text, folder)

    assert [(one.line, one.column) for one in found if said in one.message] == [where], found


def test_all_problems_are_told_at_once(folder: Path) -> None:
    text = _swap("group: people", "group: peple", _swap("years: 3, ", "", _swap("=filed", "filed ..", BASE)))

    found = problems(text, folder)

    assert [problem.line for problem in found] == [23, 39, 44]


def test_cues_are_told_of_beside_misspelled_fields(folder: Path) -> None:
    text = _swap("licence:", "licens:", _swap("walk .. through", "walk ..", _swap("train dog", "the", BASE)))

    assert [problem.line for problem in problems(text, folder)] == [9, 30, 31]


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        (_swap("file record, =filed", "file record, file the record"), (39, 66), "'file the record' is given twice"),
        (_swap("file record", "teach|train <staff>"), (39, 53), "stands in 'teaching' (29:9) too"),
        (_swap("terms: [records], ", ""), (39, 10), "'filing' has no terms"),
        (_swap("cues: [file record, =filed], ", ""), (39, 10), "'filing' has no cues"),
        (_swap("weight: 40", "weight: 42"), (17, 5), "add up to 102"),
        (_swap(", weight: 40", ""), (17, 5), "'paper' has no weight and counts as 1"),
        (_swap("group: ways", "group: paper, cues: [hear out], terms: [t]"), (19, 10), "no competency is in the group"),
        (_swap("kind: exam, ", "kind: exam, years: 2, "), (42, 68), "counts for a gate of the kind 'years' alone"),
        (
            _swap("lexicons: [words]", "lexicons: []"),
            (29, 22),
            "is a class of the lexicon 'words', which this framework",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) and "\n" not in value else "",
)
def test_what_is_odd_is_a_warning_and_stops_nothing(folder: Path, text: str, where: tuple[int, int], said: str) -> None:
    found = warnings(text, folder)

    assert [(one.line, one.column, one.level) for one in found if said in one.message] == [(*where, "warning")], found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty; `resumekit frameworks new`"),
        ("- a", "a framework begins with fields: 'id:'"),
        ("id: !!python/object:os.system x", "the tag '!!python/object:os.system' is not read"),
        ("a: &a [x]\nb: *b", "'*"),
        ("id: a\n---\nid: b", "a framework holds one"),
        ("id: a\nid: b", "'id' is given twice"),
        (
            "a: &c0 [x, x]\n" + "".join(f"b{i}: &c{i} [{','.join([f'*c{i - 1}'] * 60)}]\n" for i in range(1, 6)),
            "200,000",
        ),
        ("id: " + "[" * 80, "50 levels"),
        ("id: \x07", "control character"),
        ("%PDF-1.7", "this is a PDF, not a framework"),
    ],
    ids=range(10),
)
def test_what_is_no_framework_is_refused_in_words(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(FrameworkFileError) as caught:
        parse_framework(text.encode(), "mine.yaml", [tmp_path])

    assert any(said in problem.message for problem in caught.value.problems), caught.value


def test_a_competency_has_no_more_cues_than_can_be_looked_after(folder: Path) -> None:
    cues = "".join(f", word{number} record" for number in range(2_001))

    found = problems(_swap("file record, =filed", f"file record{cues}"), folder)

    assert [(one.line, one.column) for one in found] == [(39, 10)]
    assert "more than 2,000 cues" in found[0].message


def test_a_framework_that_adds_nothing_says_what_the_one_below_says(folder: Path) -> None:
    base = find_framework("base", [folder])

    same = parse_framework("id: same\nextends: base\n", "same.yaml", [folder]).framework

    assert same == base.model_copy(update={"id": "same", "extends": "base"})


def test_fields_are_laid_over_cues_are_added_and_lists_take_the_place_of_those_below(folder: Path) -> None:
    base, over = find_framework("base", [folder]), find_framework("over", [folder])

    assert [competency.id for competency in over.competencies] == ["teaching", "listening", "pay"]
    assert [(group.id, group.weight) for group in over.groups] == [
        ("people", 50), ("paper", 40), ("ways", 1), ("money", 10),
    ]  # fmt: skip
    teaching = over.by_id["teaching"]
    assert [(cue.pattern, cue.weight) for cue in teaching.cues] == [("Walk ..  through", 2), ("show .. the ropes", 1)]
    assert (teaching.terms, teaching.name, teaching.weight) == (("teaching",), "Teaching", 2)
    assert teaching.negative_cues == base.by_id["teaching"].negative_cues
    assert [(gate.id, gate.years) for gate in over.gates] == [("courses", None), ("years", 5)]
    assert (over.id, over.name, over.licence, over.version) == ("over", "Ours", "our own words", "2")
    assert (over.sources, over.omit) == (base.sources, Omit())


def test_with_a_group_go_its_competencies_and_what_showed_them(folder: Path) -> None:
    over = parse_framework("id: o\nextends: base\nomit: {groups: [ways]}", "o.yaml", [folder]).framework

    assert [competency.id for competency in over.competencies] == ["teaching", "filing"]
    assert [competency.shows for competency in over.competencies] == [(), ()]


def test_what_named_something_omitted_names_it_no_more(folder: Path) -> None:
    text = "id: o\nextends: base\nomit: {competencies: [listening], levels: [junior]}\ncompetencies: [{id: teaching, weight: 3}]"

    over = parse_framework(text, "o.yaml", [folder]).framework

    assert [(one.id, one.shows, one.level) for one in over.competencies] == [
        ("teaching", (), None),
        ("filing", (), None),
    ]
    said = problems(text.replace("weight: 3", "shows: [listening]"), folder)
    assert ["there is no competency 'listening'" in one.message for one in said] == [True]


@pytest.mark.parametrize(
    "text",
    [
        OVER,
        "id: o\nextends: base\nomit: {groups: [ways]}",
        "id: o\nextends: base\nsources: [Mine]\ncompetencies: [{id: filing, cues: [=filed], negative_cues: [keep bee]}]",
    ],
)
def test_laid_over_twice_is_laid_over_once(folder: Path, text: str) -> None:
    base = find_framework("base", [folder])
    own = Framework.model_validate(filled(to_data(_root(text)), base))

    once = lay_over(base, own)

    assert once != base
    assert lay_over(once, own) == once
    assert parse_framework(text, "o.yaml", [folder]).framework == once


def test_a_framework_over_one_that_is_over_another_has_all_three(folder: Path) -> None:
    third = parse_framework("id: third\nextends: over\nomit: {competencies: [pay]}", "third.yaml", [folder]).framework

    assert [competency.id for competency in third.competencies] == ["teaching", "listening"]
    assert len(third.by_id["teaching"].cues) == 2


def test_an_empty_key_that_is_no_field_is_refused_over_another_framework_too(folder: Path) -> None:
    text = "id: o\nextends: base\nzzz:\nlicence:\ncompetencies:\n  - id: teaching\n    qqq:\n    terms:\n"

    assert [problem.line for problem in problems(text, folder)] == [3, 7]


def test_frameworks_that_extend_each_other_are_refused(folder: Path) -> None:
    (folder / "a.yaml").write_text("id: a\nname: A\nextends: b\n", encoding="utf-8")
    (folder / "b.yaml").write_text("id: b\nname: B\nextends: a\n", encoding="utf-8")

    with pytest.raises(FrameworkFileError, match=r"b\.yaml:3:10: 'a' leads back to this file"):
        read_framework(folder / "a.yaml")


def test_problems_below_are_told_under_the_file_they_are_in(folder: Path) -> None:
    (folder / "base.yaml").write_text(_swap("group: people", "group: peple"), encoding="utf-8")

    with pytest.raises(FrameworkFileError, match=r"base\.yaml:23:12: there is no group 'peple'"):
        read_framework(folder / "over.yaml")


def test_a_framework_is_found_by_name_in_the_folders_and_by_path_anywhere(folder: Path) -> None:
    names = framework_names([folder])

    assert names[-2:] == ("base", "over")
    assert "words" not in names
    assert "amina" not in names
    assert find_framework("over", [folder]) == find_framework(str(folder / "over.yaml"))


def test_an_unknown_name_is_answered_with_the_nearest(folder: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"'bsae' is not a known framework; did you mean 'base'\?"):
        find_framework("bsae", [folder])
    with pytest.raises(ResumekitError, match="is not there"):
        find_framework("base", [folder / "none"])
    with pytest.raises(FrameworkFileError, match="there is no such file"):
        find_framework(str(folder / "none.yaml"))


def test_two_files_of_one_name_are_never_chosen_between(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "base.yaml").write_text(BASE, encoding="utf-8")

    with pytest.raises(ResumekitError, match="there are 2 files of the framework 'base'"):
        find_framework("base", [folder, folder / "more"])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_passes_every_check(path: Path) -> None:
    found = read_framework(path)

    assert found.framework.id == path.stem
    assert found.framework == find_framework(path.stem)
    assert found.framework.licence
    assert found.framework.sources


def test_a_round_trip_through_a_dump_changes_nothing(folder: Path) -> None:
    for name in ("base", "over"):
        framework = find_framework(name, [folder])

        assert Framework.model_validate(framework.model_dump(mode="json", by_alias=True)) == framework


def test_a_place_is_shown_with_its_line_and_a_caret(folder: Path) -> None:
    problem: Problem = problems(_swap("group: people", "group: peple"), folder)[0]

    assert str(problem).splitlines()[1:] == ["   23 |     group: peple", "      |            ^^^^^"]


def test_a_framework_without_competencies_is_told_of() -> None:
    [warning] = parse_framework("id: mine\nname: Mine\n").warnings

    assert (warning.line, "no competency yet" in warning.message) == (1, True)
