"""The practice sheet: what there is to practise, a box for each score, and what a 4 means."""

from __future__ import annotations

from resumekit.career.kit_words import kit_words
from resumekit.compose.interview_kit import compose_interview_kit
from resumekit.compose.kit_practice import HARDEST, MOST_LETTERS, practice_blocks
from resumekit.compose.kit_reservations import reservations
from tests.compose.kits import full_kit, kit_of, lines, sample_kit, tables, texts
from tests.full_client.markers import never


def test_the_opening_every_story_and_the_two_hardest_objections_are_practised() -> None:
    kit = sample_kit("2")

    _, sheet = tables(practice_blocks(kit))
    rows = [row[0].text for row in sheet.rows]

    assert len(rows) == 1 + len(kit.stories) + HARDEST
    assert rows[0] == "The opening of 90 seconds"
    assert [row.partition(":")[0] for row in rows[1:-HARDEST]] == [f"Story {card.number}" for card in kit.stories]
    assert rows[-HARDEST:] == [f"{item.card}: {item.asked.text}" for item in reservations(kit)[:HARDEST]]


def test_every_box_is_empty_and_there_is_one_for_each_score() -> None:
    criteria = kit_words().practice.criterion

    _, sheet = tables(practice_blocks(sample_kit("1")))

    assert [item.name for item in criteria] == ["Structure", "Proof", "Length", "Relevance"]
    assert len(sheet.header) == 1 + len(criteria)
    assert all(not cell for row in sheet.rows for cell in row[1:])


def test_it_is_said_what_a_four_and_a_one_mean() -> None:
    meanings, _ = tables(practice_blocks(kit_of("person: {name: Jo Park}")))

    assert [row[0].text for row in meanings.rows] == [item.name for item in kit_words().practice.criterion]
    assert all(row[1].text and row[2].text and row[1].text != row[2].text for row in meanings.rows)


def test_three_rounds_are_told() -> None:
    said = " ".join(texts(practice_blocks(sample_kit("1"))))

    assert all(f"Round {number}," in said for number in (1, 2, 3))


def test_a_row_of_the_client_cites_facts_and_tells_nothing_that_is_for_the_coach() -> None:
    kit = full_kit()

    said = " ".join(texts(practice_blocks(kit)))

    assert [word for word in never() if word in said] == []
    assert all(line.facts for line in lines(practice_blocks(sample_kit("1"))) if line.text.startswith("Story "))


def test_the_boxes_stay_empty_in_the_whole_kit() -> None:
    document = compose_interview_kit(sample_kit("1"))
    (practice,) = [part for part in document.sections if part.name == "practice"]

    _, sheet = tables(practice.blocks)

    assert all(not cell for row in sheet.rows for cell in row[1:])


def test_a_long_headline_is_a_row_of_one_line() -> None:
    _, sheet = tables(practice_blocks(sample_kit("2")))

    stories = [row[0].text for row in sheet.rows if row[0].text.startswith("Story")]
    assert any(text.endswith("…") for text in stories)
    assert all(len(text) <= MOST_LETTERS for text in stories)
