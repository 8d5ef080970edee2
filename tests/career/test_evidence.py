"""Studies are cited with whom they were found in, and stand among the sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from resumekit.career.evidence import Evidence, cite
from resumekit.career.move import move_rules
from resumekit.career.tables import read_part
from resumekit.errors import ResumekitError

SOURCES = Path(__file__).parents[2] / "docs" / "explanation" / "sources.md"


def test_every_study_stands_among_the_sources_with_its_kind() -> None:
    page = SOURCES.read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `([\w-]+)` \|.*\| (\w+) \|$", page, flags=re.MULTILINE))

    studies = read_part("evidence", Evidence).study

    assert len(studies) > 5
    assert {name: study.kind for name, study in studies.items()} == {name: listed.get(name) for name in studies}


def test_every_factor_and_verdict_names_studies_that_there_are() -> None:
    rules = move_rules()
    named = [
        *(ids for factor in rules.factor.values() for ids in factor.sources),
        *(ids for basis in rules.basis.values() for ids in basis),
    ]

    assert len(cite(named)) == len(named) > 5


def test_a_finding_is_told_with_its_limits() -> None:
    (study,) = cite(["pedulla-2016"])

    assert study.limits in study.told()
    assert study.told().endswith(").")


def test_what_speaks_against_the_others_is_marked() -> None:
    assert [study.short for study in read_part("evidence", Evidence).study.values() if study.against] == [
        "Kroft et al."
    ]


def test_a_coach_lays_findings_of_their_own_over_them(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[career.evidence.study.mine]\nsays = "ten clients did well"\nlimits = "ten"\nshort = "Mine"\nkind = "practice"\n'
    )

    assert cite(["mine"], [own])[0].short == "Mine"


def test_a_misspelled_table_is_answered_with_the_nearest(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[career.mvoe]\nstrategic = 70\n")

    with pytest.raises(ResumekitError, match=r"'mvoe' is not a known table of \[career\]; did you mean 'move'"):
        cite(["mine"], [own])


def test_a_misspelled_number_is_answered_with_its_place_and_the_nearest(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[career.move]\nstrategik = 70\n")

    with pytest.raises(
        ResumekitError, match=r"career\.move\.strategik: there is no such number; did you mean 'strategic'"
    ):
        move_rules([own])


def test_a_misspelled_factor_is_told_once_with_the_nearest(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[career.move.factor.payy]\nweight = 3\n")

    with pytest.raises(ResumekitError) as caught:
        move_rules([own])

    assert str(caught.value) == (
        f"{own}: career.move.factor.payy: 'label', 'question', 'answers', 'would' are missing; did you mean 'pay'?"
    )


def test_what_a_new_table_lacks_is_told_without_a_guess(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[career.evidence.study.mine]\nsays = "ten clients did well"\n')

    with pytest.raises(ResumekitError, match=r"study\.mine: 'limits', 'short', 'kind' are missing$"):
        cite(["mine"], [own])
