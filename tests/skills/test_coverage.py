"""Bands and areas: what a competency's coverage is called, and what an area's two figures say."""

from __future__ import annotations

import pytest

from resumekit.errors import UnknownNameError
from resumekit.model.resume import Resume
from resumekit.skills.mapper import map_skills
from resumekit.skills.mapping import Mapping, load_mapping
from resumekit.skills.skill_map import AreaCoverage, CompetencyCoverage, SkillMap
from tests.skills.library import FRAMEWORK, RANKER, resume_of, with_bullets


def mapped(resume: Resume) -> SkillMap:
    return map_skills(resume, FRAMEWORK, engine=RANKER)


def hiring(*bullets: object) -> CompetencyCoverage:
    return mapped(with_bullets(*bullets)).competency("hiring")


def area(resume: Resume, name: str) -> AreaCoverage:
    return next(item for item in mapped(resume).areas if item.group.id == name)


def test_a_deed_demonstrates_and_a_shared_shape_is_partial() -> None:
    assert hiring("Hired cooks").band == "demonstrated"
    assert hiring("Picked cooks for the night").band == "partial"
    assert hiring("Met cooks").band == "suggested"
    assert hiring("Painted a wall").band == "gap"


def test_what_is_only_suggested_is_listed_and_adds_nothing() -> None:
    found = hiring("Met cooks")

    assert found.coverage == 0
    assert [item.text for item in found.evidence] == ["Met cooks"]
    assert found.counted == ()


def test_many_shared_shapes_never_make_a_demonstrated_one() -> None:
    role = {"title": "Cook", "achievements": ["Vetted cooks"]}
    found = mapped(resume_of(experience=[{"employer": "Blue Oven", "roles": [role] * 12}])).competency("hiring")

    assert found.coverage > load_mapping().coverage.demonstrated
    assert found.band == "partial"


def test_grades_tell_result_deed_shape_and_paper_apart() -> None:
    course = resume_of(courses=["Training Delivery"])

    assert hiring({"action": "Hired cooks", "result": "Cut turnover"}).evidence[0].grade == "A"
    assert hiring("Hired cooks").evidence[0].grade == "B"
    assert hiring("Picked cooks").evidence[0].grade == "C"
    assert mapped(course).competency("training").evidence[0].grade == "D"


def test_papers_alone_are_never_more_than_partial_and_license_nothing() -> None:
    made = mapped(resume_of(courses=["Training Delivery", "Taught with care", "Training, Advanced"]))
    found = made.competency("training")

    assert found.band == "partial"
    assert {item.holder for item in found.evidence} == {"papers"}
    assert made.licences == ()


def test_a_paper_counts_only_where_the_competency_accepts_it() -> None:
    assert mapped(resume_of(courses=["Hiring"])).competency("hiring").evidence == ()


def test_knowledge_is_shown_by_papers_without_being_asked_to_accept_them() -> None:
    found = mapped(resume_of(courses=["Employment Law in Ontario"])).competency("employment-law")

    assert [item.quote for item in found.evidence] == ["Employment Law"]
    assert found.band == "partial"


def test_an_enabling_competency_is_shown_through_a_functional_one_as_a_shared_shape() -> None:
    found = mapped(with_bullets("Hired cooks")).competency("listening")

    (evidence,) = found.evidence
    assert (evidence.via, evidence.match.relation, evidence.grade) == ("hiring", "adjacent", "C")
    assert (evidence.quote, evidence.match.band) == ("Hired", "partial")
    assert found.band == "partial"


def test_an_area_says_how_much_is_shown_and_how_well_the_best_is() -> None:
    resume = with_bullets("Rostered the line")
    rostering = mapped(resume).competency("rostering")

    staffing = area(resume, "staffing")

    assert staffing.best == rostering
    assert staffing.band == rostering.band == "demonstrated"
    assert staffing.coverage == pytest.approx(rostering.coverage / 4)  # one of four shares of weight


def test_a_competency_that_is_not_there_is_guessed_at() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'hiring'"):
        mapped(with_bullets("Hired cooks")).competency("hirring")


def test_an_area_without_evidence_has_no_best() -> None:
    assert area(with_bullets("Rostered the line"), "teaching").best is None


def test_every_table_of_numbers_says_what_it_rests_on() -> None:
    assert set(load_mapping().basis) == set(Mapping.model_fields) - {"basis"}
