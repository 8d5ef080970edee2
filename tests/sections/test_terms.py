"""Words of the target's field on the page: each under an open licence, with this client's facts behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given

from resumekit.compose.justification import compose_justification
from resumekit.compose.letter import compose_letter
from resumekit.compose.linkedin import compose_linkedin
from resumekit.document.block import Document
from resumekit.document.line import Line
from resumekit.model.resume import Resume
from resumekit.skills.skill_map import SkillMap
from resumekit.strategy.decide import decide
from tests.skills.library import FRAMEWORK, clients
from tests.strategy.framed import TARGET, cook, decided, mapped
from tests.strategy.library import basis_for, text_of

_AREAS = {area.id: area.name for area in FRAMEWORK.groups}


def _documents(resume: Resume) -> Iterator[Document]:
    basis = basis_for(resume, resume.target(), decided(resume))
    yield basis.resume
    yield compose_letter(basis)
    yield compose_linkedin(basis)


def _claimed(document: Document) -> Iterator[tuple[Line, str]]:
    """Every line that holds words of the field, with the competency or area that it names."""
    for _, line in document.lines():
        for source in line.sources:
            if source.kind == "data":
                yield line, source.ref.removeprefix(f"{FRAMEWORK.id}/")


def _licensed(skill_map: SkillMap, line: Line, name: str) -> bool:
    """Whether an open licence of facts that the line cites, or the area's demonstrated best, gives these words."""
    if name in _AREAS:
        return any(area.group.id == name and area.band == "demonstrated" for area in skill_map.areas)
    return any(
        licence.is_open and licence.competency == name and licence.term.casefold() in line.text.casefold()
        and set(licence.facts) & set(line.facts)
        for licence in skill_map.licences
    )  # fmt: skip


@given(clients.map(lambda data: {**data, "targets": [{**TARGET, "format": "combination"}]}))
def test_every_word_of_the_field_has_an_open_licence_and_facts_of_this_client(data: dict[str, Any]) -> None:
    resume = Resume.model_validate(data)
    skill_map = mapped(resume)

    for document in _documents(resume):
        for line, name in _claimed(document):
            assert _licensed(skill_map, line, name), line
            assert {ref.partition("#")[0] for ref in line.facts} <= set(resume.facts)


@given(clients.map(lambda data: {**data, "targets": [{**TARGET, "format": "combination"}]}))
def test_no_word_of_the_field_stands_where_no_licence_is_named(data: dict[str, Any]) -> None:
    resume = Resume.model_validate(data)
    words = [term.casefold() for item in FRAMEWORK.competencies for term in item.terms]

    for document in _documents(resume):
        named = {id(line) for line, _ in _claimed(document)}
        for _, line in document.lines():
            assert id(line) in named or not any(word in line.text.casefold() for word in words), line


def test_profile_letter_headings_and_skills_say_them() -> None:
    resume, letter, linkedin = _documents(cook())

    assert "Directly relevant experience: staff scheduling, recruitment and selection, and training delivery." in (
        text_of(resume, "profile")
    )
    assert "human resources in all but name: staff scheduling, recruitment and selection" in text_of(letter)
    assert {"Staff scheduling", "Recruitment and selection"} <= set(text_of(resume, "evidence").splitlines())
    assert "Recruitment and selection" in text_of(resume, "competencies")
    assert "| Staff scheduling |" in text_of(linkedin, "linkedin-headline")


def test_what_the_bridge_says_is_not_said_again_among_the_skills() -> None:
    skills = [{"name": "Recruitment and selection"}, {"name": "Baking"}, {"name": "Plating"}]

    document, letter, _ = _documents(cook(skills=skills))

    for text in (text_of(document, "profile"), text_of(letter)):
        assert text.casefold().count("recruitment and selection") == 1
        assert "baking and plating" in text.casefold()


def test_a_heading_keeps_the_words_that_what_is_left_under_it_shows() -> None:
    deeds = {"hired": "Hired 12 cooks", "rostered": "Rostered 30 people", "taught": "Taught 8", "taught-2": "Taught 9",
             "painted": "Painted 300 plates"}  # fmt: skip
    resume = cook(deeds)
    chosen = decided(resume)
    cut = [
        replace(group, achievements=tuple(key for key in group.achievements if key != "hired"))
        for group in chosen.groups
    ]

    document = basis_for(resume, resume.target(), replace(chosen, groups=tuple(cut))).resume

    assert "Staff scheduling" in text_of(document, "evidence").splitlines()


def test_a_french_page_has_no_english_word_of_the_field() -> None:
    resume = cook(target={"locale": "fr-CA"})

    assert [*_claimed(next(_documents(resume)))] == []


def test_the_justification_tells_evidence_and_licences_and_is_silent_without_a_framework() -> None:
    resume = cook()
    document = compose_justification(basis_for(resume, resume.target(), decided(resume)))

    rows = text_of(document, "framework").splitlines()
    at = rows.index("“staff scheduling”")
    assert rows[at + 1].startswith("heads a group of evidence; stands in profile and letter")
    assert rows[at + 1].endswith(" (small/rostering)")
    assert "Rostered" in rows[at + 2]
    assert "Hiring 0.73 (“Hired”)" in text_of(document, "emphasis")
    plain = compose_justification(basis_for(resume, resume.target(), decide(resume, resume.target())))
    assert "framework" not in [section.name for section in plain.sections]
