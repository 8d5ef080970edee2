"""Which doubts a client hears follows from the position alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.career.doubt import Standing, doubt_rules, doubts_of
from resumekit.career.evidence import cite
from resumekit.errors import ResumekitError

NOTHING = Standing(employed=True)


@pytest.mark.parametrize(
    ("standing", "heard"),
    [
        (NOTHING, ()),
        (Standing(employed=False), ("any_job", "keep_looking", "gap_worse", "afford")),
        (Standing(employed=True, changes=True), ("any_job", "no_change")),
        (Standing(employed=True, changes=True, level_delta=-1), ("any_job", "no_change")),
        (Standing(employed=True, level_delta=-2), ("too_qualified",)),
        (Standing(employed=True, level_delta=0, target_level=5), ("aim_lower",)),
        (Standing(employed=True, level_delta=0, target_level=3), ()),
        (Standing(employed=True, in_short_job=True), ("any_job", "keep_looking")),
        (Standing(employed=True, has_list=True), ("choosy",)),
        (Standing(employed=True, has_offers=True), ("any_job", "keep_looking")),
        (Standing(employed=True, counts_money=True), ("afford",)),
    ],
)
def test_the_position_decides_what_is_heard(standing: Standing, heard: tuple[str, ...]) -> None:
    assert doubts_of(standing) == heard


def test_every_doubt_cites_studies_that_are_there_or_says_that_there_is_none() -> None:
    for name, words in doubt_rules().doubt.items():
        assert len(cite(words.evidence)) == len(words.evidence), name
        assert words.evidence or words.none, name


def test_a_study_that_stands_against_the_others_is_named_where_gaps_are_spoken_of() -> None:
    doubts = doubt_rules().doubt

    assert all(any(study.against for study in cite(doubts[name].evidence)) for name in ("any_job", "gap_worse"))


def test_doubts_whose_answer_may_refuse_work_are_marked() -> None:
    marked = {name for name, words in doubt_rules().doubt.items() if words.refuses}

    assert marked == {"any_job", "keep_looking", "choosy"}


def test_a_slot_that_nothing_fills_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text("[career.doubts.fact]\nemployed = 'You work as {trade}.'\n", encoding="utf-8")

    with pytest.raises(ResumekitError, match=r"nothing fills \{trade\} here"):
        doubt_rules([file])
