"""The strategy only selects and orders: it names facts, says why, and leaves nothing out in silence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from resumekit.model.resume import Resume
from resumekit.strategy.decide import decide
from resumekit.strategy.placement import FOR_THE_INTERVIEW, SECTIONS
from resumekit.strategy.rules import load_rules
from resumekit.strategy.strategy import Strategy
from tests.strategies import resumes


def _decided(resume: Resume) -> Strategy:
    return decide(resume, resume.target())


def _made(*roles: dict[str, Any], **fields: Any) -> Strategy:
    jobs = [
        {"employer": f"E{number}", "title": f"T{number}", "id": f"r{number}", **role}
        for number, role in enumerate(roles)
    ]
    # A role's own id stands with the role, not with the employer it is lifted from.
    for job in jobs:
        role = {key: job.pop(key) for key in list(job) if key != "employer"}
        job["roles"] = [role]
    data = {"person": {"name": "A"}, "targets": [{"role": "Manager"}], "as_of": "2026-11", "experience": jobs, **fields}
    return _decided(Resume.model_validate(data))


def _bullets(count: int, mark: str = "a", text: str = "Cut {} days") -> list[dict[str, str]]:
    return [{"id": f"{mark}{number}", "text": text.format(number + 10)} for number in range(count)]


@given(resumes)
def test_it_names_facts_of_the_resume_and_nothing_else(resume: Resume) -> None:
    made = _decided(resume)

    named = {
        *made.roles,
        *made.highlights,
        *made.competencies,
        *made.leading,
        *made.post_nominals,
        *made.proofs,
        *made.values,
    }
    named |= {key for treated in made.roles.values() for key in (*treated.achievements, *treated.duties)}
    named |= {left.fact for left in made.left} | {fact for reason in made.reasons for fact in reason.facts}
    assert named <= set(resume.facts)


@given(resumes)
def test_it_decides_the_same_each_time(resume: Resume) -> None:
    assert _decided(resume) == _decided(resume)


@given(resumes)
def test_every_achievement_and_duty_is_shown_or_said_to_be_left(resume: Resume) -> None:
    made = _decided(resume)

    left = {item.fact for item in made.left}
    for employer in resume.experience:
        for role in employer.roles:
            treated = made.roles.get(role.key)
            assert treated or role.key in left
            if treated:
                shown = {*treated.achievements, *made.highlights}
                assert {item.key for item in role.achievements} <= shown | left
                assert not {item.key for item in role.achievements} & shown & left
                if treated.treatment == "full":
                    assert {item.key for item in role.duties} <= {*treated.duties} | left


@given(resumes)
def test_a_highlight_is_not_said_again_under_its_role(resume: Resume) -> None:
    made = _decided(resume)

    assert not set(made.highlights) & {key for treated in made.roles.values() for key in treated.achievements}
    assert not set(made.highlights) & set(made.proofs)


@given(resumes)
def test_sections_are_known_once_each_and_those_for_the_interview_wait(resume: Resume) -> None:
    made, target = _decided(resume), resume.target()

    assert set(made.sections) <= set(SECTIONS)
    assert len(set(made.sections)) == len(made.sections)
    if target:
        assert set(made.sections) & set(FOR_THE_INTERVIEW) <= set(target.show)
        assert not set(made.sections) & set(target.omit)


@given(resumes)
def test_without_a_target_every_fact_of_experience_is_shown(resume: Resume) -> None:
    made = decide(resume)

    assert list(made.left) == [item for item in made.left if item.reason == "no role is stated"]
    shown = {key for treated in made.roles.values() for key in (*treated.achievements, *treated.duties)}
    assert shown == {
        item.key
        for employer in resume.experience
        for role in employer.roles
        for item in (*role.achievements, *role.duties)
    }


def test_without_a_target_bullets_stand_as_the_file_has_them() -> None:
    made = _made({"start": "2020", "achievements": _bullets(12, text="Did {}")}, targets=[])

    assert made.roles["r0"].achievements == tuple(f"a{number}" for number in range(12))


KINDS = {
    "student": ({"start": "2026-01", "level": 1},),
    "early": ({"start": "2023-11", "level": 2},),
    "experienced": ({"start": "2015-01", "level": 3},),
    "senior": ({"start": "2010-01", "level": 5},),
    "executive": ({"start": "2005-01", "level": 7},),
}


@pytest.mark.parametrize(("kind", "roles"), KINDS.items(), ids=KINDS.keys())
def test_the_length_goes_by_years_and_level(kind: str, roles: tuple[dict[str, Any], ...]) -> None:
    made = _made(*roles)

    assert made.profile == kind
    assert made.pages == getattr(load_rules(), kind).pages[1]
    assert any(reason.rule == "length" for reason in made.reasons)


@pytest.mark.parametrize(("kind", "roles"), KINDS.items(), ids=KINDS.keys())
def test_a_role_shows_no_more_bullets_than_its_age_allows(kind: str, roles: tuple[dict[str, Any], ...]) -> None:
    made = _made(
        {**roles[0], "achievements": _bullets(12)},
        {"start": "1999", "end": "2012", "level": roles[0]["level"], "achievements": _bullets(12, "b")},
        {"start": "1990", "end": "1998", "level": roles[0]["level"], "achievements": _bullets(12, "c")},
    )
    most = load_rules().limits.most_bullets

    counts = [len(treated.achievements) for treated in made.roles.values()]
    assert 0 < counts[0] <= most
    # A latest job under a year keeps to its share of the words, however many the one before shows.
    assert counts[1:] == sorted(counts[1:], reverse=True)
    assert made.roles["r2"].treatment == "line"
    assert made.roles["r2"].achievements == ()


def test_a_target_may_set_its_own_number_of_pages() -> None:
    assert _made({"start": "2015"}, targets=[{"role": "M", "pages": 4}]).pages == 4


SHORT = {"start": "2026-05", "level": 3}
BEFORE = {"start": "2015-01", "end": "2026-04", "level": 5}


def test_a_short_latest_job_shows_few_bullets_and_highlights_come_from_the_one_before() -> None:
    made = _made({**SHORT, "achievements": _bullets(9)}, {**BEFORE, "achievements": _bullets(9, "b")})

    assert 1 <= len(made.roles["r0"].achievements) <= load_rules().limits.short_job_bullets[1]
    assert made.highlights
    assert all(key.startswith("b") for key in made.highlights)
    assert made.sections.index("highlights") < made.sections.index("experience")
    assert any(reason.rule.startswith("situation 8") and reason.facts == ("r0", "r1") for reason in made.reasons)


@pytest.mark.parametrize(
    ("latest", "before"),
    [
        ({"start": "2026-05", "level": 6}, BEFORE),
        ({"start": "2020-01", "level": 5}, BEFORE | {"end": "2019-12"}),
        ({}, BEFORE),
        (SHORT, None),
    ],
    ids=["a step up", "a long one", "no dates", "the only one"],
)
def test_other_latest_jobs_are_not_short(latest: dict[str, Any], before: dict[str, Any] | None) -> None:
    made = _made(*(role for role in (latest, before) if role is not None))

    assert not [reason for reason in made.reasons if reason.rule == "short job"]


def test_a_promotion_inside_one_employer_is_no_short_job() -> None:
    roles = [
        {"title": "Manager", "start": "2026-05", "level": 4},
        {"title": "Lead", "start": "2015", "end": "2026-04", "level": 3},
    ]
    made = _decided(
        Resume.model_validate(
            {"person": {"name": "A"}, "targets": ["M"], "experience": [{"employer": "E", "roles": roles}]}
        )
    )

    assert not [reason for reason in made.reasons if reason.rule == "short job"]


def test_a_role_that_is_left_out_gives_no_bullet_no_highlight_and_no_proof() -> None:
    made = _made(
        {"start": "2024", "level": 5, "achievements": _bullets(6)},
        {"start": "2015", "end": "2023", "level": 5, "achievements": _bullets(9, "b")},
        targets=[{"role": "M", "omit": ["r1"]}],
    )

    assert "r1" not in made.roles
    assert not [key for key in (*made.highlights, *made.proofs) if key.startswith("b")]
    assert "r1" in {left.fact for left in made.left}


@pytest.mark.parametrize("omit", ["a1", "awards", "awards/prize", "e1", "skills/excel"])
def test_what_the_target_leaves_out_is_said_to_be_left(omit: str) -> None:
    made = _made(
        {"start": "2024", "achievements": _bullets(3)},
        awards=["Prize"],
        skills=["Excel"],
        targets=[{"role": "M", "omit": [omit]}],
        education=[{"institution": "U", "id": "e1"}],
    )

    assert {"awards": "awards/prize"}.get(omit, omit) in {left.fact for left in made.left}


CHRP = {"id": "c1", "name": "Certified Human Resources Professional", "short": "CHRP", "field": "human resources"}


@pytest.mark.parametrize(
    ("credential", "target", "leads"),
    [
        ({"date": "2025"}, {"field": "human resources"}, True),
        ({"date": "2010"}, {"field": "human resources"}, False),
        ({"date": "2010"}, {"field": "human resources", "posting": "CHRP required"}, True),
        ({"date": "2010"}, {"posting": "a Certified Human Resources Professional is asked for"}, True),
        ({"date": "2025"}, {"field": "laboratory"}, False),
        ({"date": "2025"}, {}, False),
    ],
)
def test_a_credential_leads_when_it_is_named_or_new_in_the_targets_field(
    credential: dict[str, Any], target: dict[str, Any], leads: bool
) -> None:
    made = _made({"start": "2015"}, credentials=[{**CHRP, **credential}], targets=[{"role": "Advisor", **target}])

    assert made.leading == (("c1",) if leads else ())
    assert made.post_nominals == made.leading
    assert (made.sections.index("credentials") < made.sections.index("experience")) is leads


@pytest.mark.parametrize("status", ["candidate", "exam passed", "in progress"])
def test_letters_after_the_name_are_only_for_what_is_held(status: str) -> None:
    made = _made(
        {"start": "2015"}, credentials=[{**CHRP, "status": status}], targets=[{"role": "x", "field": "human resources"}]
    )

    assert made.leading == ("c1",)
    assert made.post_nominals == ()


def test_education_leads_for_who_is_new_to_work_except_in_quebec() -> None:
    role, school = {"start": "2026-06", "level": 1}, [{"institution": "U"}]
    made = _made(role, education=school)
    quebec = _made(role, education=school, targets=[{"role": "M", "market": "Québec"}])

    assert made.sections.index("education") < made.sections.index("experience")
    assert quebec.sections.index("education") > quebec.sections.index("experience")


def test_skills_that_the_target_asks_for_come_first_and_their_number_has_a_limit() -> None:
    skills = [f"Skill number {number}" for number in range(20)] + ["Payroll"]
    made = _made(skills=skills, targets=[{"role": "Payroll advisor"}])

    assert made.competencies[0] == "skills/payroll"
    assert len(made.competencies) == load_rules().limits.competencies[1]
    assert len([left for left in made.left if left.fact.startswith("skills/")]) == 21 - len(made.competencies)


def test_what_the_target_asks_for_is_worth_more() -> None:
    achievements = [{"id": "old", "text": "Painted a fence"}, {"id": "fit", "text": "Ran payroll for a plant"}]
    made = _made({"start": "2020", "achievements": achievements}, targets=[{"role": "Payroll advisor"}])

    assert made.roles["r0"].achievements == ("fit", "old")
    assert made.values["fit"] > made.values["old"]


@given(resumes)
def test_a_value_is_a_share(resume: Resume) -> None:
    assert all(0 <= value <= 1 for value in _decided(resume).values.values())


def test_the_weights_of_a_value_sum_to_one() -> None:
    weights = load_rules().value

    assert round(sum(weights.model_dump().values()), 9) == 1
