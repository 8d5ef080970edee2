"""Labels put thousands of competencies in an order, the same one each time, and show what they went by."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.skills.framework import Framework
from resumekit.skills.labels import LabelIndex, labels_of

KITES = Framework.model_validate(
    {
        "id": "kites",
        "name": "Kites",
        "groups": [{"id": "work", "name": "Work"}, {"id": "bearing", "name": "Bearing", "kind": "enabling"}],
        "competencies": [
            {"id": "festivals", "name": "plan kite festivals", "group": "work",
             "terms": ["plan kite festivals", "organise fairs"], "descriptors": ["Plans days of wind and colour."]},
            {"id": "reports", "name": "write reports", "group": "work", "descriptors": ["Writes about wind."]},
            {"id": "wind-reports", "name": "write wind reports", "group": "work"},
            {"id": "repairs", "name": "mending", "group": "work", "cues": ["repair|patch _ <thing> .. sail", "mend kite"]},
            {"id": "twin-b", "name": "steer boats", "group": "work"},
            {"id": "twin-a", "name": "steer boats", "group": "work"},
            {"id": "patience", "name": "steer boats", "group": "bearing"},
        ],
    }
)  # fmt: skip
INDEX = LabelIndex(KITES)


def found(text: str, limit: int = 10) -> list[str]:
    return [ranked.competency for ranked in INDEX.rank(text, limit)]


def test_the_label_that_is_wholly_there_comes_first() -> None:
    assert found("Wrote weekly wind reports for pilots")[:2] == ["wind-reports", "reports"]
    assert INDEX.rank("Wrote weekly wind reports")[0].coverage == pytest.approx(1)
    assert found("Organized two fairs")[0] == "festivals"


def test_a_cue_s_words_are_a_label() -> None:
    best = INDEX.rank("Patched torn sails")[0]

    assert (best.competency, best.label.split()) == ("repairs", ["repair", "patch", "thing", "sail"])
    assert labels_of(KITES.by_id["festivals"]) == ("plan kite festivals", "organise fairs")


def test_a_description_counts_less_than_a_label() -> None:
    scores = {ranked.competency: ranked.score for ranked in INDEX.rank("wind")}

    assert scores["wind-reports"] > scores["reports"] > 0
    assert INDEX.rank("colours")[0].score <= 0.25
    assert [(item.label, item.coverage) for item in INDEX.rank("colours")] == [("plan kite festivals", 0)]


def test_equal_competencies_come_in_the_framework_s_order() -> None:
    assert found("Steered boats") == ["twin-b", "twin-a"]
    assert found("Steered boats", limit=1) == ["twin-b"]


def test_spans_are_the_words_of_the_text_that_the_label_has() -> None:
    text = "In spring I WROTE about the Wind — reports, mostly"

    best = INDEX.rank(text)[0]

    assert [text[span.start : span.end] for span in best.spans] == ["WROTE", "Wind", "reports"]


@pytest.mark.parametrize("text", ["", "of the and", "quantum chromodynamics", "🪁", "42 %"])
def test_where_no_word_of_a_label_stands_nothing_is_found(text: str) -> None:
    assert found(text) == []


def test_a_framework_without_competencies_finds_nothing() -> None:
    empty = Framework.model_validate({"id": "empty", "name": "Empty"})

    assert LabelIndex(empty).rank("write reports") == ()


@given(
    st.lists(st.sampled_from("write wind reports plan kite fairs steer boats torn sail of x ß 7".split()), max_size=9),
    st.integers(1, 8),
)
def test_scores_fall_in_order_and_fewer_are_the_first_of_more(words: list[str], limit: int) -> None:
    text = " ".join(words)

    ranked = INDEX.rank(text, 10)

    assert all(one.score >= two.score > 0 for one, two in pairwise(ranked))
    assert INDEX.rank(text, limit) == ranked[:limit]
    assert LabelIndex(KITES).rank(text, 10) == ranked
    assert all(0 <= item.coverage <= 1 and item.spans for item in ranked)
    assert sorted((float(score) for score in INDEX.scores(text) if score), reverse=True) == [
        item.score for item in ranked
    ]


def test_a_scheme_of_labels_alone_can_be_ranked(tmp_path: Path) -> None:
    many = [
        {"id": f"s{number}", "name": f"tend machine{number}", "group": "work", "terms": [f"run device{number}"]}
        for number in range(3_000)
    ]
    framework = Framework.model_validate(
        {"id": "many", "name": "Many", "groups": [{"id": "work", "name": "Work"}], "competencies": many}
    )

    assert LabelIndex(framework).rank("Ran device2718 at night", 3)[0].competency == "s2718"
