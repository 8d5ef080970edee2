"""The short job: three presentations, one advised, and its share of the page."""

from __future__ import annotations

import pytest

from resumekit.document.block import Entry
from resumekit.strategy.decide import decide
from tests.strategy.library import changed, document_of, resume_of, section_of, strategy_of


def test_a_present_short_job_is_compressed_and_cannot_honestly_be_left_out() -> None:
    (job,) = strategy_of("short-junior").short_jobs

    assert (job.advised, job.months, job.is_current) == ("compressed", 8, True)
    assert [way.choice for way in job.presentations] == ["full", "compressed", "omitted"]
    assert job.presentations[2].why_not.startswith("not honest")


def test_three_months_that_serve_nothing_may_be_left_out_with_a_reminder() -> None:
    (job,) = strategy_of("short-ended").short_jobs

    assert (job.advised, job.months, job.gap_if_omitted) == ("omitted", 3, 4)
    assert "complete history" in job.reminder


def test_what_may_be_left_out_is_shown_until_the_coach_says_so() -> None:
    role = resume_of("short-ended").experience[0].roles[0]

    assert role.key in strategy_of("short-ended").roles

    target = resume_of("short-ended").targets[0].model_dump(by_alias=True, exclude_defaults=True)
    resume = changed("short-ended", targets=[{**target, "omit": [role.key]}])
    chosen = decide(resume, resume.targets[0])
    assert role.key not in chosen.roles
    assert role.key in {left.fact for left in chosen.left}


def test_contracts_are_told_in_full_and_labelled() -> None:
    assert {job.advised for job in strategy_of("contracts").short_jobs} == {"full"}
    titles = [
        block.title.text
        for block in section_of(document_of("contracts"), "experience").blocks
        if isinstance(block, Entry)
    ]
    assert [title.endswith(", contract") for title in titles] == [True, True, True, False]


@pytest.mark.parametrize("name", ["short-junior", "short-ended"])
def test_a_short_job_has_at_most_fifteen_percent_of_the_words_or_one_bullet(name: str) -> None:
    entries = [block for block in section_of(document_of(name), "experience").blocks if isinstance(block, Entry)]
    words = [sum(len(line.text.split()) for line in entry.lines()) for entry in entries]

    assert words[0] <= 0.15 * sum(words) + 8 or len(entries[0].bullets) == 1
    assert len(entries[0].bullets) <= 2


def test_highlights_come_from_the_higher_role_and_none_from_the_short_one() -> None:
    chosen = strategy_of("short-junior")

    held = {item.key for item in resume_of("short-junior").fact("manager").achievements}  # type: ignore[attr-defined]

    assert len(chosen.highlights) >= 3
    assert set(chosen.highlights) <= held


def test_the_short_job_keeps_title_employer_and_dates_and_complains_of_nothing() -> None:
    entry = section_of(document_of("short-junior"), "experience").blocks[0]

    assert isinstance(entry, Entry)
    assert entry.title.text == "Help Desk Analyst, contract"
    assert entry.organization is not None
    assert entry.organization.text.startswith("Boulevard Office Supply, Laval, QC")
    assert entry.dates is not None
    assert entry.dates.text == "Apr 2026 – Present (8 months)"


def test_a_compressed_job_lends_its_field_to_no_profile() -> None:
    assert "parking" not in " ".join(line.text for line in section_of(document_of("short-ended"), "profile").lines())
