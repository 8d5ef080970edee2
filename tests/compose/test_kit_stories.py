"""The story bank: which achievements become cards, what a card may say, and what is asked where it cannot."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from resumekit.career.story_rules import PARTS, telling_rules
from resumekit.compose.kit_stories import matrix_blocks, story_blocks
from resumekit.document.block import Entry, Table
from resumekit.model.achievement import Achievement
from resumekit.model.resume import Resume
from tests.compose.prepared import EACH, kit_of, kit_of_facts, sample

RULES = telling_rules()
EVERY = pytest.mark.parametrize("path", EACH, ids=lambda path: path.stem)


def _client(*achievements: Any, **more: Any) -> Resume:
    role = {"title": "Buyer", "start": "2020-01", "end": "2024-01", "achievements": [*achievements]}
    return Resume.model_validate(
        {"person": {"name": "Ada Reed"}, "targets": [{"role": "Buyer"}], "experience": [{"employer": "Corvid", "roles": [role]}]}
        | more
    )  # fmt: skip


@EVERY
def test_a_card_is_told_of_one_achievement_in_its_own_role(path: Path) -> None:
    kit = kit_of(path)
    facts = kit.context.resume.facts

    assert [story.number for story in kit.stories] == list(range(1, len(kit.stories) + 1))
    assert len({story.fact for story in kit.stories}) == len(kit.stories)
    for story in kit.stories:
        assert isinstance(facts[story.fact], Achievement)
        assert facts[story.fact] in facts[story.role].achievements  # type: ignore[attr-defined]
        assert story.headline
        assert story.action


@EVERY
def test_there_are_eight_to_ten_cards_where_the_facts_hold_as_many(path: Path) -> None:
    kit = kit_of(path)
    held = sum(
        isinstance(fact, Achievement) and not fact.confidential and not kit.context.is_omitted(fact.key)
        for fact in kit.context.resume.facts.values()
    )

    assert len(kit.stories) <= RULES.most_cards
    assert len(kit.stories) >= min(RULES.fewest_cards, held) - (1 if "full" in path.stem else 0)


@EVERY
def test_confirmed_cards_come_first_and_others_carry_their_mark(path: Path) -> None:
    kit = kit_of(path)
    facts = kit.context.resume.facts
    cards = [block for block in story_blocks(kit) if isinstance(block, Entry)]

    confirmed = [story.confirmed for story in kit.stories]
    assert confirmed == sorted(confirmed, reverse=True)
    assert len(cards) == len(kit.stories)
    for story, card in zip(kit.stories, cards, strict=True):
        said = [line.text for line in card.lines()]
        fact = facts[story.fact]
        assert isinstance(fact, Achievement)
        assert story.confirmed == fact.is_confirmed
        assert (RULES.ask.confirm in said) == (not story.confirmed)


@EVERY
def test_a_card_cites_its_achievement_and_its_role(path: Path) -> None:
    kit = kit_of(path)
    cards = [block for block in story_blocks(kit) if isinstance(block, Entry)]

    for story, card in zip(kit.stories, cards, strict=True):
        cited = {fact.partition("#")[0] for line in card.lines() for fact in line.facts}
        assert cited <= set(kit.context.resume.facts)
        assert {story.fact, story.role} <= cited
        assert all(line.facts for line in card.lines())


@EVERY
def test_nothing_shared_is_told_as_done_alone(path: Path) -> None:
    kit = kit_of(path)

    for story in kit.stories:
        fact = kit.context.resume.facts[story.fact]
        if isinstance(fact, Achievement) and fact.part == "contributed" and kit.context.locale.language == "en":
            assert not any(text.startswith("I ") for text in (story.headline, story.action, story.result))
            assert RULES.ask.part in story.homework


@EVERY
def test_no_story_is_told_more_than_three_times(path: Path) -> None:
    uses = Counter(item.story for item in kit_of(path).placed if item.story is not None)

    assert all(count <= RULES.most_uses for count in uses.values())


@EVERY
def test_a_demand_without_a_story_has_none_that_would_do(path: Path) -> None:
    kit = kit_of(path)
    told = {story.fact for story in kit.stories}
    full = {number for number, count in Counter(item.story for item in kit.placed).items() if count == RULES.most_uses}

    for item in kit.placed:
        answering = told & set(item.demand.facts)
        assert item.story is not None or {s.number for s in kit.stories if s.fact in answering} <= full


def test_what_waits_for_a_figure_or_may_not_be_said_is_no_story() -> None:
    resume = _client(
        {"action": "Cut costs", "measures": [{"value": "X", "unit": "%", "of": "costs"}]},
        {"text": "Raised sales by X% in a year"},
        {"text": "Shortened waiting", "measures": [{"value": "X", "unit": "days", "of": "waiting"}]},
        {"text": "Sold Harrow", "confidential": True},
        {"text": "Sold Harrow", "confidential": True, "say_as": "Sold a buyer 40 machines"},
    )

    stories = kit_of_facts(resume).stories

    assert [story.headline for story in stories] == ["I sold a buyer 40 machines."]
    assert stories[0].tags == ()


def test_ten_of_one_kind_leave_room_for_another() -> None:
    alike = [
        {"text": f"Bought {number} parts", "skills": ["Buying"], "confirmed": "2026-01-01"} for number in range(20, 32)
    ]
    other = {"text": "Trained nine clerks", "skills": ["Training"]}

    kit = kit_of_facts(_client(*alike, other))

    assert len(kit.stories) <= 10
    assert any("Training" in story.tags for story in kit.stories)
    assert {item.demand.text: item.story is not None for item in kit.placed} == {"Buying": True, "Training": True}


def test_what_a_story_lacks_is_asked() -> None:
    bare = kit_of_facts(_client({"text": "Ran the desk"})).stories[0]
    whole = kit_of_facts(
        _client(
            {
                "challenge": "Orders waited", "action": "Redesigned the desk", "result": "Cut waiting",
                "measures": [{"of": "waiting", "from": 9, "to": 4, "unit": "days"}], "confirmed": "2026-01-01",
            }
        )
    ).stories[0]  # fmt: skip

    ask = RULES.ask
    assert bare.homework == (ask.confirm, ask.situation[0], ask.split[0], ask.measure)
    assert whole.homework == ()


def test_the_parts_share_the_time() -> None:
    ranges = [RULES.part_seconds(name) for name in PARTS]

    # 15, 10, 50 and 25 per cent of 90 and of 120 seconds, a half rounded up.
    assert ranges == [(14, 18), (9, 12), (45, 60), (23, 30)]


def test_a_scope_is_told_as_people_say_it() -> None:
    tasks = {story.fact: story.task for story in sample(1).stories}

    assert tasks["acting-budget"] == (
        "As Acting Director, Quality, North America, at Halvorsen Power Systems, I was responsible for 140 people and a "
        "budget of $16 million."
    )


def test_the_matrix_names_stories_by_number_and_what_is_homework() -> None:
    kit = sample(2)

    table = next(block for block in matrix_blocks(kit) if isinstance(block, Table))
    rows = [[cell.text for cell in row] for row in table.rows]

    assert [row[0] for row in rows] == [item.demand.text for item in kit.placed]
    assert {row[2] for row in rows} <= {str(story.number) for story in kit.stories} | {"homework"}
    assert ["Strong Excel skills", "must-have", "homework", "“Excel”"] in rows


def test_cards_in_a_row_are_not_asked_the_same() -> None:
    stories = sample(1).stories
    asked = [next((ask for ask in RULES.ask.situation if ask in story.homework), "") for story in stories]

    assert all(one != other for one, other in pairwise(asked) if one)
