"""The difference: what changed on the page, in words."""

from __future__ import annotations

import pytest
from hypothesis import given

from resumekit.compose.difference import compare_documents
from resumekit.model.resume import Resume
from resumekit.strategy.decide import decide
from tests import strategies
from tests.strategy.library import NAMES, basis_for, changed, document_of, resume_of


@pytest.mark.parametrize("name", NAMES)
def test_a_page_does_not_differ_from_itself(name: str) -> None:
    assert compare_documents(document_of(name), document_of(name)) == ()


def test_two_targets_differ_in_head_and_sections_in_words() -> None:
    told = [
        str(item) for item in compare_documents(document_of("lateral", "payroll"), document_of("lateral", "benefits"))
    ]

    assert "Head: “Payroll Specialist” now reads “Target: Benefits Administrator”" in told


def test_a_bullet_that_is_gone_is_told_and_one_that_is_new() -> None:
    data = resume_of("old-credential").model_dump(by_alias=True, exclude_defaults=True)
    role = data["experience"][0]["roles"][0]
    role["achievements"] = [
        *role["achievements"][:3],
        {"text": "Opened a yard with 12 local carpenters in one spring."},
    ]
    resume = Resume.model_validate(data)
    target = resume.target("named")

    after = basis_for(resume, target, decide(resume, target, posting=str(target and target.posting))).resume
    told = "\n".join(map(str, compare_documents(document_of("old-credential", "named"), after)))

    assert "added “Opened a yard with 12 local carpenters in one spring" in told
    assert "left out “Chaired weekly safety talks" in told


def test_a_section_that_is_gone_is_told_once() -> None:
    resume = changed("lateral", languages=[])
    target = resume.target("payroll")

    after = basis_for(resume, target, decide(resume, target, posting=str(target and target.posting))).resume
    told = [str(item) for item in compare_documents(document_of("lateral", "payroll"), after)]

    assert told[0] == "the section Languages is gone"


@given(strategies.resumes, strategies.resumes)
def test_what_is_left_out_one_way_is_added_the_other(one: Resume, other: Resume) -> None:
    before, after = (basis_for(item, item.target(), decide(item, item.target())).resume for item in (one, other))

    there, back = compare_documents(before, after), compare_documents(after, before)

    gone = sorted(item.section for item in there if item.kind == "section left out")
    assert gone == sorted(item.section for item in back if item.kind == "section added")
