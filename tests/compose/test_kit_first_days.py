"""The first 90 days hold the posting's duties, each once; seven questions probe the employer and feed the assessment."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumekit.career.interview_question import duty_of
from resumekit.career.move import move_rules
from resumekit.compose.kit_first_days import Task, first_days_blocks, probe_blocks, shared
from resumekit.document.block import Bullets
from resumekit.model.offer import FACTORS
from tests.compose.kits import full_kit, kit_of, lines, sample_kit, tables, texts
from tests.full_client.markers import never
from tests.skills.postings import NAMES, sample

DUTIES = [name for name in NAMES if sample(name).duties]


def _stages(kit_number: str, posting: str = "") -> list[list[str]]:
    blocks = first_days_blocks(sample_kit(kit_number, posting))
    return [[line.text for line in block.lines] for block in blocks if isinstance(block, Bullets)]


@pytest.mark.parametrize("name", DUTIES)
def test_every_duty_stands_in_the_plan_once(name: str) -> None:
    posting = sample(name)

    said = " ".join(texts(first_days_blocks(sample_kit("2", name))))

    for item in posting.duties:
        assert said.count(duty_of(item.text, english=posting.language == "en").text) == 1


@pytest.mark.parametrize("name", NAMES)
def test_three_stages_of_four_lines_at_most(name: str) -> None:
    stages = _stages("2", name)

    assert len(stages) == 3
    assert all(1 <= len(stage) <= 4 for stage in stages)
    assert all(line.startswith(("To ", "Beside ", "With ", "On my own")) for stage in stages for line in stage)


def test_verbs_decide_the_stage() -> None:
    first, second, third = _stages("2", "nurse-manager.txt")

    assert first[0] == "Beside a colleague: to take part in hiring and performance reviews."
    assert any("prepare schedules" in line for line in second)
    assert third[0].startswith("On my own: to lead a team of 48 nurses")


def test_duties_too_many_for_the_plan_are_named_below_it() -> None:
    duties = "\n".join(f"- Prepare the report on topic {number}" for number in range(11))
    kit = kit_of("person: {name: Jo Park}", f"Clerk\n\nDuties\n{duties}\n")

    blocks = first_days_blocks(kit)
    last = texts(blocks)[-1]

    assert sum("With a review" in line or "Beside" in line or "On my own" in line for line in texts(blocks)) == 9
    assert last.startswith("Further duties of the posting")
    assert "topic 9" in last
    assert "topic 10" in last


@given(st.lists(st.integers(0, 2), max_size=14), st.integers(1, 5))
@settings(max_examples=60)
def test_no_task_is_lost_and_no_stage_has_more_than_another_by_two(ranks: list[int], most: int) -> None:
    tasks = [Task(str(number), "duty", (), rank) for number, rank in enumerate(ranks)]

    stages, rest = shared(tasks, most)

    assert sorted((*(task.words for stage in stages for task in stage), *(task.words for task in rest))) == sorted(
        task.words for task in tasks
    )
    sizes = [len(stage) for stage in stages]
    assert max(sizes) <= most
    assert max(sizes) - min(sizes) <= 1
    flat = [task.rank for stage in stages for task in stage]
    assert flat == sorted(flat)


def test_without_a_posting_the_field_is_planned_and_without_a_field_the_frame_stands() -> None:
    field = _stages("1")
    bare = [
        block
        for block in first_days_blocks(kit_of("person: {name: Jo Park}"))
        if isinstance(block, Bullets)
    ]  # fmt: skip

    assert all("supply chain quality" in " ".join(stage) for stage in field)
    assert [len(block.lines) for block in bare] == [1, 1, 1]


def test_a_framework_gives_its_areas() -> None:
    client = (
        "person: {name: Jo Park}\ntargets: [{role: HR Advisor, field: human resources, framework: hr-canada}]\n"
        "experience:\n  - employer: Northwind\n    title: Supervisor\n    achievements:\n"
        "      - text: Interviewed 40 candidates and hired 12 clerks.\n"
    )
    stages = [
        [line.text for line in block.lines] for block in first_days_blocks(kit_of(client)) if isinstance(block, Bullets)
    ]

    assert any("workforce planning and talent management" in line.lower() for line in stages[1])
    assert [len(stage) for stage in stages] == [3, 3, 3]


def test_seven_questions_probe_culture_micromanagement_and_room_to_improve() -> None:
    (table,) = tables(probe_blocks(sample_kit("1")))
    labels = {rule.label for rule in move_rules().factor.values()}

    feeds = [row[3].text for row in table.rows]

    assert len(table.rows) == 7
    assert sum(text in ("Culture", "Autonomy: micromanagement", "Autonomy: room to improve") for text in feeds) >= 3
    assert {text.partition(": ")[0] for text in feeds} <= labels
    assert set(move_rules().factor) == set(FACTORS)
    for row in table.rows:
        assert row[0].text.endswith(("?", "happened next?"))
        assert row[1].text.endswith(".")
        assert row[2].text.endswith(".")
        assert row[1].text != row[2].text


def test_nothing_meant_for_the_coach_is_told() -> None:
    said = " ".join(texts([*first_days_blocks(full_kit()), *probe_blocks(full_kit())]))

    assert [word for word in never() if word in said] == []


def test_a_line_from_a_duty_cites_its_place_in_the_posting() -> None:
    kit = sample_kit("2")
    assert kit.match
    places = {f"{item.span.start}-{item.span.end}" for item in kit.match.posting.duties}

    cited = {
        source.ref for line in lines(first_days_blocks(kit)) for source in line.sources if source.kind == "posting"
    }

    assert cited == places
