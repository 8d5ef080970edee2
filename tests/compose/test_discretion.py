"""A confidential name stays out of every document, in whatever text it stands."""

from __future__ import annotations

import pytest

from resumekit.model.resume import Resume
from resumekit.pipeline import Choices, plan_first
from resumekit.preparing import find_demands
from tests.compose.prepared import kit_of_facts

SECRET = Resume.model_validate(
    {
        "person": {"name": "Ada Reed", "email": "ada@example.com"},
        "targets": [{"role": "Buyer", "reason": "I learned the trade at Harrow Finch, and want more of it"}],
        "experience": [
            {
                "employer": "Harrow Finch", "confidential": True, "say_as": "a distributor", "title": "Clerk",
                "start": "2020-01", "end": "2024-01", "summary": "Accountable for what Harrow Finch bought",
                "achievements": [
                    {"action": "Moved Harrow Finch to one system", "result": "Saved $40,000", "skills": ["Purchasing"]}
                ],
            }
        ],
        "testimonials": [{"text": "The best clerk Harrow Finch had.", "who": "Lee", "permission": True}],
    }
)  # fmt: skip


@pytest.mark.parametrize("document", ["resume", "letter", "linkedin", "thank-you"])
def test_a_name_that_may_not_be_said_stands_in_no_free_text(document: str) -> None:
    made = plan_first(SECRET, Choices(documents=(document,))).document

    said = " ".join(line.text for _, line in made.lines())
    assert "Harrow" not in said
    assert "distributor" in said or document == "thank-you"


def test_an_interview_kit_keeps_it_too() -> None:
    kit = kit_of_facts(SECRET)

    said = repr((kit.stories, kit.placed))

    assert kit.stories
    assert find_demands(kit.basis, None, 5)
    assert "Harrow" not in said
