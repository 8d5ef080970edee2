"""What the written plan says of an offer, in words that hold."""

from __future__ import annotations

import pytest

from resumekit.career.offer_assessment import assess_offer
from resumekit.model.offer import Offer
from resumekit.model.resume import Resume


@pytest.mark.parametrize(
    ("aimed", "offered", "answer", "said"),
    [
        ("laboratory", "laboratory", 4, "in the function aimed at"),
        ("laboratory", "sales", 3, "in another function than the one aimed at"),
        ("laboratory", None, 3, "is not stated"),
        (None, "laboratory", 3, "is not stated"),
        (None, None, 3, "is not stated"),
    ],
)
def test_a_function_that_is_not_stated_is_not_called_another(
    aimed: str | None, offered: str | None, answer: int, said: str
) -> None:
    held = {"employer": "North", "sector": "food", "title": "T", "start": "2020-01", "field": "laboratory"}
    target = {"role": "X", "field": aimed, "sector": "health"}
    resume = Resume.model_validate(
        {"as_of": "2026-11-15", "person": {"name": "A"}, "targets": [target], "experience": [held]}
    )

    made = assess_offer(resume, Offer.model_validate({"field": offered, "sector": "health"}))
    found = next(item for item in made.judged if item.factor == "new_sector")

    assert found.answer == answer
    assert found.because.endswith(said)
