"""Public schemes become frameworks as they are published, and whatever is not as published is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import FrameworkFileError
from resumekit.load.esco import read_esco
from resumekit.load.framework import find_framework
from resumekit.load.onet import cue_pattern, read_onet
from resumekit.load.scheme import SCHEMES, is_scheme
from resumekit.skills.pattern import MAX_ELEMENTS, parse_pattern
from tests.load.schemes import HEAD, NEWER, SKILLS, esco, onet, skill


def test_each_released_skill_is_a_competency_with_its_labels_as_terms(tmp_path: Path) -> None:
    framework = read_esco(esco(tmp_path)).framework

    assert [item.name for item in framework.competencies] == [
        "plan kite festivals", "mend kites", "write wind reports", "teach kite flying",
    ]  # fmt: skip
    first = framework.by_id["aa-1"]
    assert first.terms == ("plan kite festivals", "organise kite festivals", "run a kite fair")
    assert first.descriptors == ("Plans kite days.",)
    assert first.related == {"esco": ("http://data.europa.eu/esco/skill/aa-1",)}
    assert framework.by_id["cc-1"].terms[1] == 'coach "first" flyers'


def test_a_skill_is_in_the_group_of_level_1_above_it_through_groups_and_other_skills(tmp_path: Path) -> None:
    framework = read_esco(esco(tmp_path)).framework

    groups = {item.id: framework.group_by_id[item.group].name for item in framework.competencies}

    assert groups == {
        "aa-1": "working with kites", "aa-2": "working with kites", "bb-1": "information",
        "cc-1": "Skills in no group",
    }  # fmt: skip


def test_without_the_hierarchy_there_is_one_group_and_a_warning_for_each_file(tmp_path: Path) -> None:
    found = read_esco(esco(tmp_path, hierarchy=False))

    assert [group.id for group in found.framework.groups] == ["other"]
    assert [Path(problem.path).name for problem in found.warnings[:2]] == [
        "skillsHierarchy_en.csv", "broaderRelationsSkillPillar_en.csv",
    ]  # fmt: skip


def test_what_is_left_out_is_told_with_the_line_it_begins_at(tmp_path: Path) -> None:
    text = "\n".join((SKILLS, skill("aa-1", "plan kites again"), skill("dd-1", "")))

    warnings = read_esco(esco(tmp_path, text)).warnings

    lines = text.splitlines()
    assert [(warning.line, lines[warning.line - 1].split(",")[1][-4:]) for warning in warnings] == [
        (6, "bb-2"), (8, "aa-1"), (9, "dd-1"),
    ]  # fmt: skip
    assert "obsolete" in warnings[0].message
    assert "twice" in warnings[1].message
    assert all(warning.level == "warning" for warning in warnings)


def test_the_first_row_stands_on_the_second_line(tmp_path: Path) -> None:
    (warning,) = read_esco(esco(tmp_path, "\n".join((HEAD, skill("aa-1", ""))))).warnings

    assert warning.line == 2


def test_a_loop_in_the_hierarchy_ends(tmp_path: Path) -> None:
    folder = esco(tmp_path)
    base = "http://data.europa.eu/esco/skill/"
    (folder / "broaderRelationsSkillPillar_en.csv").write_text(
        f"conceptUri,broaderUri\n{base}aa-1,{base}aa-2\n{base}aa-2,{base}aa-1\n", encoding="utf-8"
    )

    assert {item.group for item in read_esco(folder).framework.competencies} == {"other"}


def test_the_folder_may_hold_the_one_that_was_unpacked(tmp_path: Path) -> None:
    esco(tmp_path / "ESCO dataset - v1.2.0 - classification - en - csv")

    assert len(read_esco(tmp_path).framework.competencies) == 4


def test_a_byte_order_mark_and_control_characters_do_no_harm(tmp_path: Path) -> None:
    folder = esco(tmp_path)
    text = "\ufeffconceptUri,preferredLabel,altLabels,description\nhttp://a.example/aa-2,mend\x0b kites,,\n"
    (folder / "skills_en.csv").write_text(text, encoding="utf-8")

    assert read_esco(folder).framework.by_id["aa-2"].name == "mend kites"


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
@pytest.mark.parametrize("name", ["gone", "file.txt", "."])
def test_a_folder_without_the_files_says_where_to_have_them(tmp_path: Path, scheme: str, name: str) -> None:
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")

    with pytest.raises(FrameworkFileError, match=r"https://.* unpack") as caught:
        SCHEMES[scheme](tmp_path / name)

    assert str(tmp_path) in str(caught.value)


def test_a_table_without_its_columns_names_them_all_and_what_it_has(tmp_path: Path) -> None:
    (tmp_path / "skills_en.csv").write_text("conceptUri,preferedLabel,description\n", encoding="utf-8")

    with pytest.raises(FrameworkFileError) as caught:
        read_esco(tmp_path)

    first, second = caught.value.messages
    assert "skills_en.csv:1: the table has no column 'preferredLabel'; did 'preferedLabel' take its place?" in first
    assert "no column 'altLabels'" in second
    assert second.endswith("It has: conceptUri, preferedLabel, description.")


def test_another_file_under_the_name_is_refused_without_a_traceback(tmp_path: Path) -> None:
    for content in (b"PK\x03\x04\xff\xfe", b"", HEAD.encode("utf-16")):
        (tmp_path / "skills_en.csv").write_bytes(content)

        with pytest.raises(FrameworkFileError, match=r"skills_en\.csv"):
            read_esco(tmp_path)


@pytest.mark.parametrize(
    ("text", "name"), [("", "DWA Reference.txt"), (NEWER, "GWAs to IWAs to DWAs.txt")], ids=["to 30.2", "from 30.3"]
)
def test_activities_have_their_detailed_ones_as_cues(tmp_path: Path, text: str, name: str) -> None:
    found = read_onet(onet(tmp_path, text, name) if text else onet(tmp_path))

    framework = found.framework
    assert {item.id: [cue.pattern for cue in item.cues] for item in framework.competencies} == {
        "watching-skies": ["monitor wind|cloud conditions"],
        "flying-kites": ["fly kites|banners|streamers at events", "repair sails kites"],
    }
    assert [(group.id, group.name) for group in framework.groups] == [("taking-in", "Taking In"), ("doing", "Doing")]
    assert framework.by_id["flying-kites"].related == {"onet": ("4.A.2.b.1",)}
    assert framework.by_id["flying-kites"].descriptors == ('"Well" flown kites, 3" high.',)


def test_an_activity_without_detailed_ones_is_told_of(tmp_path: Path) -> None:
    (warning,) = read_onet(onet(tmp_path)).warnings

    assert (warning.line, warning.message) == (7, "'Resting' has no detailed activities and was left out")


@pytest.mark.parametrize(
    ("title", "pattern"),
    [
        ("Cut trees or logs.", "cut trees|logs"),
        ("Set up, adjust, or clean the machines.", "set up|adjust|clean machines"),
        ("Advise others on health/safety (general) issues.", "advise others on health safety general issues"),
        ("Use *odd* signs = <here>?", "use odd signs here"),
    ],
)
def test_a_title_is_a_cue_in_plain_words(title: str, pattern: str) -> None:
    assert cue_pattern(title) == pattern
    parse_pattern(pattern)


def test_a_long_title_is_cut_to_what_a_cue_may_hold() -> None:
    assert len(parse_pattern(cue_pattern("Read " + "gauges meters " * 20))) == MAX_ELEMENTS


def test_a_scheme_is_found_by_its_name_and_folder(tmp_path: Path) -> None:
    assert find_framework(f"esco:{esco(tmp_path / 'e')}").id == "esco"
    assert find_framework(f"onet:{onet(tmp_path / 'o')}").id == "onet"
    assert not is_scheme("esco")
    assert not is_scheme("C:/frameworks/mine.yaml")
