"""The rules of the objection cards, and the holes in a history that are asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.career.objection import Hole, break_of, holes, is_within, objection_rules
from resumekit.errors import ResumekitError
from resumekit.model.date import PartialDate
from resumekit.model.resume import Resume
from resumekit.strategy.history import read_history


def resume(**fields: object) -> Resume:
    return Resume.model_validate({"as_of": "2026-11", "person": {"name": "Ada"}, **fields})


def role(start: str, end: str, name: str = "Mill") -> dict[str, str]:
    return {"employer": name, "title": "Clerk", "start": start, "end": end}


def found(made: Resume) -> list[tuple[int, str, str]]:
    return [
        (hole.months, str(hole.since), str(hole.until)) for hole in holes(read_history(made), made)
    ]  # fmt: skip


def test_a_hole_between_two_jobs_is_counted_in_whole_months() -> None:
    made = resume(experience=[role("2024-03", "present"), role("2020-01", "2023-06", "Dock")])

    # July 2023 to February 2024.
    assert found(made) == [(8, "2023-06", "2024-03")]


def test_the_time_since_the_last_job_is_a_hole_that_goes_on() -> None:
    made = resume(experience=[role("2020-01", "2026-02")])

    assert found(made) == [(9, "2026-02", "None")]
    assert holes(read_history(made), made)[0].after is None


def test_study_fills_a_hole_and_bounds_the_rest_of_it() -> None:
    study = {"institution": "Speed River College", "start": "2024-09", "end": "2026-04"}
    made = resume(experience=[role("2020-01", "2024-02")], education=[study])

    assert found(made) == [(7, "2026-04", "None"), (6, "2024-02", "2024-09")]


def test_study_before_the_first_job_makes_no_hole() -> None:
    made = resume(experience=[role("2020-01", "present")], education=[{"institution": "X", "end": "2014"}])

    assert found(made) == []


def test_years_alone_make_no_hole_that_need_not_be_one() -> None:
    assert found(resume(experience=[role("2018", "present"), role("2015", "2017", "Dock")])) == []
    assert found(resume(experience=[role("2019", "present"), role("2015", "2017", "Dock")])) == [(12, "2017", "2019")]


def test_a_job_beside_another_leaves_no_hole() -> None:
    made = resume(experience=[role("2019-01", "present"), role("2020-01", "2021-01", "Dock")])

    assert found(made) == []


def test_no_dates_and_no_jobs_make_no_holes() -> None:
    assert found(resume()) == []
    assert found(resume(experience=[{"employer": "Mill", "title": "Clerk"}])) == []


def a_hole(made: Resume) -> Hole:
    return holes(read_history(made), made)[0]


def test_a_stated_break_belongs_to_the_hole_that_it_falls_in() -> None:
    jobs = [role("2024-03", "present"), role("2020-01", "2023-06", "Dock")]
    inside = resume(experience=jobs, breaks=[{"reason": "travel", "start": "2023-09", "end": "2024-01"}])
    before = resume(experience=jobs, breaks=[{"reason": "travel", "start": "2019-01", "end": "2019-06"}])
    undated = resume(experience=jobs, breaks=[{"reason": "travel"}])

    assert break_of(a_hole(inside), inside.breaks) is inside.breaks[0]
    assert break_of(a_hole(before), before.breaks) is None
    assert break_of(a_hole(undated), undated.breaks) is undated.breaks[0]


@pytest.mark.parametrize(
    ("start", "end", "within"),
    [("2023-07", None, True), ("2023-06", None, False), ("2024-02", None, True), ("2024-03", None, False),
     ("2023", None, True), ("2021-01", "2023-08", True), (None, None, False), ("2022", "2022", False)],
)  # fmt: skip
def test_what_falls_in_a_hole_in_part_falls_in_it(start: str | None, end: str | None, within: bool) -> None:
    hole = a_hole(resume(experience=[role("2024-03", "present"), role("2020-01", "2023-06", "Dock")]))
    first, last = (PartialDate.parse(day) if day else None for day in (start, end))

    assert is_within(hole, first, last) is within


def test_45_seconds_at_140_words_a_minute_are_105_words() -> None:
    assert objection_rules().most_words == 105


def test_words_of_blame_are_known_whole_and_in_any_case() -> None:
    rules = objection_rules()

    assert rules.blames("The place was Toxic.")
    assert rules.blames("I am sorry to say")
    assert not rules.blames("I test intoxicants by default")


def test_a_coach_may_change_a_number_and_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        "[career.objections]\nmost_seconds = 30\n[career.objections.card.gap.says]\nready = 'I am free [from when].'\n",
        encoding="utf-8",
    )
    rules = objection_rules([file])

    assert rules.most_words == 70
    assert rules.card["gap"].says["ready"] == "I am free [from when]."
    assert rules.card["gap"].says["since"] == objection_rules().card["gap"].says["since"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("most_secconds = 30", "did you mean 'most_seconds'"),
     ("[career.objections.card.gap.says]\nready = 'I am {free}.'", "nothing fills {free} here"),
     ("[career.objections.need]\nduty = 'You want {wish}'", "nothing fills {wish} here")],
)  # fmt: skip
def test_what_is_not_there_is_refused_with_its_name(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text if text.startswith("[") else f"[career.objections]\n{text}", encoding="utf-8")

    with pytest.raises(ResumekitError) as caught:
        objection_rules([file])

    assert told in str(caught.value)
    assert str(file) in str(caught.value)


def test_every_card_says_each_of_its_sentences_in_some_order() -> None:
    for kind, card in objection_rules().card.items():
        assert card.ending.startswith(", "), kind
        assert card.behind.endswith("."), kind
        assert all(text.endswith("?") for text in card.asked.values()), kind
