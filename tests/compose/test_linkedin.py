"""LinkedIn: within its limits, and no more than the resume says."""

from __future__ import annotations

import pytest
from hypothesis import given

from resumekit.compose.linkedin import compose_linkedin
from resumekit.document.block import Document
from resumekit.model.resume import Resume
from resumekit.strategy.decide import decide
from tests import strategies
from tests.strategy.library import NAMES, basis_for, basis_of, text_of


def _fields(document: Document) -> tuple[str, str]:
    texts = {section.name: "\n".join(line.text for line in section.lines()) for section in document.sections}
    return texts.get("linkedin-headline", ""), texts.get("linkedin-about", "")


@pytest.mark.parametrize("name", NAMES)
def test_a_headline_has_up_to_220_characters_and_an_about_up_to_2600(name: str) -> None:
    headline, about = _fields(compose_linkedin(basis_of(name)))

    assert 20 <= len(headline) <= 220
    assert 100 <= len(about) <= 2600


@given(strategies.resumes)
def test_the_limits_hold_for_any_client(resume: Resume) -> None:
    target = resume.target()

    headline, about = _fields(compose_linkedin(basis_for(resume, target, decide(resume, target))))

    assert len(headline) <= 220
    assert len(about) <= 2600


def test_a_leading_designation_stands_in_the_headline() -> None:
    assert "Certified Human Resources Professional (CHRP)" in text_of(compose_linkedin(basis_of("nurse-to-hr")))
