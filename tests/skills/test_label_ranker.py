"""A framework of labels alone is ranked as modestly as it can be."""

from __future__ import annotations

from math import isclose, log

import pytest

from resumekit.skills.framework import Framework
from resumekit.skills.label_ranker import LabelRanker, has_labels_alone
from tests.skills.library import FRAMEWORK

SKILLS = Framework.model_validate(
    {
        "id": "skills",
        "name": "Skills",
        "groups": [{"id": "work", "name": "Work"}],
        "competencies": [
            {"id": "reports", "name": "write wind reports", "group": "work", "terms": ["wind reporting", "draft wind logs"]},
            {"id": "almanacs", "name": "write almanacs", "group": "work"},
            {"id": "letters", "name": "write and seal letters", "group": "work"},
            {"id": "notes", "name": "write and file notes", "group": "work"},
            {"id": "boats", "name": "steer narrow river boats", "group": "work"},
            {"id": "kites", "name": "kites", "group": "work", "descriptors": ["Everything about sails and strings."]},
        ],
    }
)  # fmt: skip
RANKER = LabelRanker(SKILLS)


def test_a_whole_label_is_partial_and_most_of_one_is_suggested() -> None:
    whole, most = RANKER.rank("Wrote the wind reports")[0], RANKER.rank("Steered narrow boats")[0]

    assert (whole.competency, whole.band, whole.relation, whole.term) == (
        "reports",
        "partial",
        "equivalent",
        "wind reporting",
    )
    assert (most.competency, most.band, most.relation) == ("boats", "suggested", "adjacent")


@pytest.mark.parametrize(
    "text", ["", "Tied sails and strings", "Narrow margins", "Almanacs", "Reports to the director", "River"]
)
def test_a_word_of_a_label_or_a_description_is_no_evidence(text: str) -> None:
    assert RANKER.rank(text) == ()


@pytest.mark.parametrize("text", ["Flew kites", "Wrote wind reports, steered river boats, flew kites"])
def test_contributions_add_up_and_no_band_is_above_partial(text: str) -> None:
    found = RANKER.rank(text)

    assert found
    for match in found:
        total = sum(part.weight for part in match.contributions)
        assert isclose(total, log(match.probability / (1 - match.probability)))
        assert match.band in ("partial", "suggested")
        assert match.spans
    assert [match.probability for match in found] == sorted((match.probability for match in found), reverse=True)


def test_only_a_framework_without_cues_has_labels_alone() -> None:
    assert has_labels_alone(SKILLS)
    assert not has_labels_alone(FRAMEWORK)
