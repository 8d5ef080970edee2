"""Licences: a word of the target field stands only on evidence, and a distant one only on the coach's word."""

from __future__ import annotations

from typing import Any

import pytest

from resumekit.model.resume import Resume
from resumekit.skills.licence import translation_hash
from resumekit.skills.mapper import map_skills
from resumekit.skills.skill_map import SkillMap
from tests.skills.library import FRAMEWORK, RANKER, resume_of

TERM = "recruitment and selection"


def client(text: str, translations: Any = (), **more: Any) -> Resume:
    role = {"id": "cook", "title": "Cook", "achievements": [{"id": "hire", "text": text, **more}, "Swept the floor"]}
    return resume_of(
        experience=[{"employer": "Blue Oven", "roles": [role]}],
        targets=[{"role": "HR Advisor", "translations": list(translations)}],
    )


def mapped(resume: Resume) -> SkillMap:
    return map_skills(resume, FRAMEWORK, engine=RANKER, target=resume.target())


def confirmed(text: str, hashed: str, facts: tuple[str, ...] = ("hire",), **more: Any) -> SkillMap:
    return mapped(client(text, [{"term": TERM, "facts": facts, "confirmed": f"2026-10-01{hashed}"}], **more))


@pytest.mark.parametrize("text", ["Hired cooks", "Screened cooks"])
def test_what_is_demonstrated_directly_or_under_another_name_may_be_called_so(text: str) -> None:
    made = mapped(client(text))

    assert TERM in made.terms()
    licence = made.licences[0]
    assert (licence.phrase, licence.facts, licence.competency) == (text, ("hire",), "hiring")
    assert (licence.usable, licence.confirmed) == (True, False)


@pytest.mark.parametrize("text", ["Picked cooks", "Vetted cooks", "Met cooks", "Painted cooks"])
def test_all_else_may_not_until_the_coach_confirms(text: str) -> None:
    assert mapped(client(text)).terms() == ()


def test_a_shared_shape_waits_and_what_is_only_suggested_does_not_even_wait() -> None:
    assert TERM in mapped(client("Picked cooks")).terms(confirmed_only=False)
    assert mapped(client("Met cooks")).terms(confirmed_only=False) == ()


def test_a_confirmation_opens_it_for_the_facts_that_it_names() -> None:
    made = confirmed("Picked cooks", "")

    assert made.terms() == (TERM,)
    assert made.licences[0].confirmed
    assert made.voided == ()


def test_a_translation_without_a_day_confirms_nothing() -> None:
    assert mapped(client("Picked cooks", [{"term": TERM, "facts": ["hire"]}])).terms() == ()


def test_an_edit_of_the_fact_voids_its_confirmation() -> None:
    own = f" #{translation_hash(client('Picked cooks'), TERM, ['hire'])}"

    assert confirmed("Picked cooks", own).terms() == (TERM,)
    for edited in (confirmed("Picked cooks twice", own), confirmed("Picked cooks", own, part="contributed")):
        assert edited.terms() == ()
        assert edited.voided == (f"'{TERM}': its facts were edited after it was confirmed; confirm it again",)


def test_a_confirmation_for_another_term_or_a_fact_that_is_gone_opens_nothing() -> None:
    own = f" #{translation_hash(client('Picked cooks'), 'payroll', ['hire'])}"

    assert confirmed("Picked cooks", own).terms() == ()
    gone = confirmed("Picked cooks", "", facts=("hire", "lost"))
    assert gone.terms() == ()
    assert gone.voided == (f"'{TERM}': there is no fact lost any more; name the facts that show it",)


def test_a_confirmation_makes_no_evidence() -> None:
    made = confirmed("Painted a wall", "")

    assert made.terms(confirmed_only=False) == ()
    assert made.voided == (f"'{TERM}': none of hire is evidence for it; the confirmation has no effect",)


def test_a_confirmation_that_names_no_fact_says_so() -> None:
    made = confirmed("Picked cooks", "", facts=())

    assert made.terms() == ()
    assert made.voided == (f"'{TERM}': it names no facts; name those that show it",)


def test_without_a_target_no_confirmation_counts() -> None:
    resume = client("Picked cooks", [{"term": TERM, "facts": ["hire"], "confirmed": "2026-10-01"}])

    assert map_skills(resume, FRAMEWORK, engine=RANKER).terms() == ()
