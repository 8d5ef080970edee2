"""What holds for every client: evidence behind every word, order without effect, nothing gained by taking away."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from resumekit.model.resume import Resume
from resumekit.skills.mapper import map_skills, to_data
from resumekit.skills.match import BANDS
from resumekit.skills.skill_map import SkillMap
from tests.skills.library import FRAMEWORK, RANKER, clients, resume_of, with_bullets
from tests.strategies import resumes


def mapped(data: dict[str, Any] | Resume) -> SkillMap:
    resume = data if isinstance(data, Resume) else Resume.model_validate(data)
    return map_skills(resume, FRAMEWORK, engine=RANKER)


@given(clients)
def test_every_licensed_term_has_evidence_among_the_facts(data: dict[str, Any]) -> None:
    resume = Resume.model_validate(data)

    made = mapped(resume)

    by_fact = {item.fact: item.text for one in made.competencies for item in one.evidence}
    for licence in made.licences:
        assert licence.facts
        assert set(licence.facts) <= set(resume.facts)
        assert any(licence.phrase in by_fact[fact] for fact in licence.facts)
        assert licence.term in FRAMEWORK.by_id[licence.competency].terms


@given(clients, st.data())
def test_taking_a_bullet_away_never_raises_anything(data: dict[str, Any], draw: st.DataObject) -> None:
    places = [
        (role[kind], number)
        for employer in data["experience"] for role in employer["roles"]
        for kind in ("achievements", "duties") for number in range(len(role[kind]))
    ]  # fmt: skip
    before = mapped(copy.deepcopy(data))
    if places:
        bullets, number = draw.draw(st.sampled_from(places))
        del bullets[number]

    after = mapped(data)

    for one, other in zip(before.competencies, after.competencies, strict=True):
        assert other.coverage <= one.coverage
        assert BANDS.index(other.band) >= BANDS.index(one.band)
    for first, second in zip(before.areas, after.areas, strict=True):
        assert second.coverage <= first.coverage
        assert BANDS.index(second.band) >= BANDS.index(first.band)
    assert set(after.terms(confirmed_only=False)) <= set(before.terms(confirmed_only=False))


@given(clients, st.randoms(use_true_random=False))
def test_the_order_of_facts_changes_nothing(data: dict[str, Any], random: Any) -> None:
    before = to_data(mapped(copy.deepcopy(data)))
    random.shuffle(data["experience"])
    for employer in data["experience"]:
        random.shuffle(employer["roles"])
        for role in employer["roles"]:
            random.shuffle(role["achievements"])
            random.shuffle(role["duties"])

    assert to_data(mapped(data)) == before


@given(clients)
def test_coverage_is_never_above_one_and_strength_is_the_product_of_its_factors(data: dict[str, Any]) -> None:
    for item in mapped(data).competencies:
        assert 0 <= item.coverage <= 1
        for evidence in item.evidence:
            product = 1.0
            for factor in evidence.factors:
                assert 0 <= factor.value <= 1
                assert factor.why
                product *= factor.value
            assert evidence.strength == product


@given(resumes)
def test_a_map_is_json_and_comes_back_the_same_for_every_shape_of_client(resume: Resume) -> None:
    data = to_data(mapped(resume))

    assert json.loads(json.dumps(data, ensure_ascii=False, allow_nan=False)) == data
    assert to_data(mapped(resume)) == data


def test_unrelated_text_maps_to_nothing() -> None:
    made = mapped(with_bullets("Painted 40 fences", {"action": "Baked bread", "result": "Sold 900 loaves"}))

    assert [item.evidence for item in made.competencies] == [()] * len(FRAMEWORK.competencies)
    assert {area.band for area in made.areas} == {"gap"}
    assert made.licences == ()


def test_ten_copies_of_a_bullet_in_one_role_count_as_one() -> None:
    one = mapped(with_bullets("Hired cooks")).competency("hiring")
    ten = mapped(with_bullets(*["Hired cooks"] * 10)).competency("hiring")

    assert ten.coverage == one.coverage > 0
    assert len(ten.evidence) == 10


def test_a_second_role_counts_for_what_the_first_left_open() -> None:
    role = {"title": "Cook", "start": "2020", "end": "present", "achievements": ["Hired cooks"]}
    one = mapped(resume_of(experience=[{"employer": "Blue Oven", "roles": [role]}])).competency("hiring").coverage
    two = mapped(resume_of(experience=[{"employer": "Blue Oven", "roles": [role, role]}])).competency("hiring").coverage

    assert two == 1 - (1 - one) ** 2
