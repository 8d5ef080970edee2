"""The seven selling slots: a line and a story each, and a question where a slot is empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.career.story_rules import SLOTS, telling_rules
from resumekit.compose.kit_slots import fill_slots, slot_blocks
from resumekit.document.block import Table
from resumekit.model.resume import Resume
from tests.compose.prepared import CLIENTS, EACH, kit_of, kit_of_facts, sample

RULES = telling_rules()
EVERY = pytest.mark.parametrize("path", EACH, ids=lambda path: path.stem)


@EVERY
def test_all_seven_stand_in_their_order_and_an_empty_one_asks(path: Path) -> None:
    kit = kit_of(path)
    numbers = {story.number for story in kit.stories}

    slots = fill_slots(kit)

    assert [slot.name for slot in slots] == list(SLOTS)
    for slot in slots:
        assert bool(slot.homework) == (not slot.line or slot.story is None)
        assert slot.story is None or slot.story in numbers
        assert bool(slot.line) == bool(slot.sources)
        assert {source.ref for source in slot.sources} <= set(kit.context.resume.facts)


def test_a_trait_is_shown_by_the_story_that_the_client_names() -> None:
    kit = sample(1)
    by_number = {story.number: story.fact for story in kit.stories}

    slots = {slot.name: slot for slot in fill_slots(kit)}

    assert slots["talents"].line == "I grow people into leaders"
    assert by_number[slots["talents"].story or 0] == "people"
    assert by_number[slots["attributes"].story or 0] == "recall"


def test_a_trait_may_be_shown_by_a_whole_project() -> None:
    kit = sample(3)
    slots = {slot.name: slot for slot in fill_slots(kit)}
    by_number = {story.number: story.role for story in kit.stories}

    assert slots["talents"].line == "I explain statistics to people who fear them"
    assert by_number[slots["talents"].story or 0] == "food-prices"


def test_the_credential_that_leads_is_the_knowledge() -> None:
    slots = {slot.name: slot.line for slot in fill_slots(kit_of(CLIENTS / "nurse-to-hr.yaml"))}

    assert slots["knowledge"].startswith("Certified Human Resources Professional (CHRP)")


def test_others_are_quoted_only_with_permission() -> None:
    def reputation(**more: object) -> str:
        resume = Resume.model_validate({"person": {"name": "Ada Reed"}, "targets": [{"role": "Buyer"}], **more})
        return {slot.name: slot.line for slot in fill_slots(kit_of_facts(resume))}["reputation"]

    quote = {"text": "She finds every bargain.", "who": "Lee Park"}
    referee = {"name": "Kim Holt", "position": "Director", "phone": "555-0100"}

    assert reputation(testimonials=[quote]) == ""
    assert reputation(testimonials=[{**quote, "permission": True}]) == "“She finds every bargain.” (Lee Park)"
    assert reputation(referees=[referee]) == ""
    assert reputation(referees=[{**referee, "permission": True}]) == "Kim Holt, Director, has agreed to speak for me"
    assert reputation(testimonials=[{**quote, "permission": True, "confidential": True}]) == ""


def test_the_table_has_a_row_for_each_slot() -> None:
    table = next(block for block in slot_blocks(sample(6)) if isinstance(block, Table))

    assert [row[0].text.partition(":")[0] for row in table.rows] == [RULES.slot[name].label for name in SLOTS]
    assert all(row[1].text.startswith("Homework: ") and row[2].text == "homework" for row in table.rows)
