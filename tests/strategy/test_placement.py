"""Placement: where a credential stands, and that it never says more than its status."""

from __future__ import annotations

import pytest

from resumekit.compose.letter import compose_letter
from resumekit.compose.linkedin import compose_linkedin
from resumekit.strategy.decide import decide
from tests.strategy.library import basis_for, changed, document_of, resume_of, strategy_of, text_of

LONG = "Certified Human Resources Professional (CHRP)"
STATUS = {
    "candidate": ("Candidate for", "I am a candidate for the designation", ", candidate, HRPA"),
    "exam passed": (
        "Passed the examination for",
        "I have passed the examination for the designation",
        ", exam passed, HRPA",
    ),
    "in progress": ("Working towards", "I am working towards the designation", ", in progress, HRPA"),
}


@pytest.mark.parametrize("status", STATUS)
def test_a_credential_not_held_is_never_worn(status: str) -> None:
    own = resume_of("candidate").credentials[0].model_dump(by_alias=True, exclude_defaults=True)
    resume = changed("candidate", credentials=[{**own, "status": status}])
    basis = basis_for(resume, resume.targets[0], decide(resume, resume.targets[0]))
    profile, letter, listed = STATUS[status]

    head = basis.resume.head
    assert head is not None
    assert head.name.text == "Rosalind Iyer"
    assert f"{profile} {LONG}." in text_of(basis.resume, "profile")
    assert f"{LONG}{listed}" in text_of(basis.resume, "credentials")
    assert "expected May 2027" in text_of(basis.resume, "credentials")
    assert f"{letter} {LONG}." in text_of(compose_letter(basis), "letter")
    assert "CHRP" not in text_of(compose_linkedin(basis), "linkedin-headline")


def test_a_designation_in_the_new_field_stands_after_the_name_in_the_profile_and_before_experience() -> None:
    document = document_of("nurse-to-hr")
    names = [section.name for section in document.sections]

    assert document.head is not None
    assert document.head.name.text == "Joanna Tremaine, CHRP"
    assert text_of(document, "profile").splitlines()[1].startswith(f"{LONG}, highest mark in the province")
    assert names.index("credentials") < names.index("experience")


def test_a_distinction_that_nobody_can_check_is_not_claimed() -> None:
    own = resume_of("nurse-to-hr").credentials[0].model_dump(by_alias=True, exclude_defaults=True)
    resume = changed("nurse-to-hr", credentials=[{**own, "verifiable": None}])

    basis = basis_for(resume, resume.targets[0], decide(resume, resume.targets[0]))

    assert "highest mark" not in text_of(basis.resume)


def test_an_old_credential_leads_only_where_the_posting_names_it() -> None:
    assert strategy_of("old-credential", "named").leading == ("pmp",)
    assert strategy_of("old-credential", "silent").leading == ()
    head = document_of("old-credential", "silent").head
    assert head is not None
    assert head.name.text == "Desmond Whitfield"


def test_a_title_never_held_is_a_target() -> None:
    head = document_of("nurse-to-hr").head
    assert head is not None
    assert head.headline is not None
    assert head.headline.text == "Target: Human Resources Specialist"


def test_in_quebec_experience_stands_before_education() -> None:
    names = strategy_of("quebec").sections

    assert names.index("experience") < names.index("education")
    assert "Quebec" in {reason.rule for reason in strategy_of("quebec").reasons}
    elsewhere = strategy_of("graduate").sections
    assert elsewhere.index("education") < elsewhere.index("experience")
