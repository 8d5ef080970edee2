"""Gates are filled by papers and dates alone, are unmet only where a fact says so, and else say what to ask."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resumekit.skills.framework import Framework, Gate
from resumekit.skills.gates import judge_gates
from resumekit.skills.mapper import map_skills
from resumekit.skills.mapping import load_mapping
from resumekit.skills.skill_map import GateResult
from tests.skills.library import RANKER, resume_of

TODAY = date(2026, 11, 15)
EXAM = {"kind": "exam", "designation": "CHRP", "met_by": ["CHRP Knowledge Exam", "CKE"]}
MEMBERSHIP = {"kind": "membership", "designation": "CPHR", "met_by": ["CPHR", "CPHR Alberta"]}
COURSES = {"kind": "coursework", "courses": [["Compensation"], ["Human Resources Planning", "Workforce Planning"]]}
YEARS = {"kind": "years", "years": 3, "fields": ["human resources", "HR"]}
DEGREE = {"kind": "degree", "met_by": ["Bachelor's degree", "BSW"]}
CHRP = {"name": "Certified Human Resources Professional", "short": "CHRP", "issuer": "HRPA", "date": "2026-05"}


def judged(gate: dict[str, Any], as_of: date | None = TODAY, **facts: Any) -> GateResult:
    asked = Gate.model_validate({"id": "gate", "name": "The gate", "ask": "Do you have it?", **gate})
    framework = Framework(id="small", name="Small", gates=(asked,))
    return judge_gates(resume_of(**facts), framework, as_of, load_mapping())[0]


def job(start: str | None, end: str | None, **more: Any) -> dict[str, Any]:
    role = {"title": "HR Assistant", "start": start, "end": end, **more}
    return {"employer": "Hill Farm", "roles": [{key: value for key, value in role.items() if value}]}


def school(**more: Any) -> dict[str, Any]:
    return {"institution": "College", "end": "2012", **more}


@pytest.mark.parametrize("gate", [EXAM, MEMBERSHIP, COURSES, DEGREE])
def test_where_no_fact_tells_a_gate_is_unknown_and_asks(gate: dict[str, Any]) -> None:
    result = judged(gate)

    assert (result.state, result.ask, result.facts) == ("unknown", "Do you have it?", ())


def test_soft_evidence_fills_no_gate() -> None:
    role: dict[str, Any] = {
        "title": "Cook",
        "summary": "Passed the CHRP Knowledge Exam and holds a Bachelor's degree",
        "achievements": ["Completed Compensation and Workforce Planning"],
        "start": "2001",
        "end": "2020",
    }
    facts: dict[str, Any] = {
        "experience": [{"employer": "Hill Farm", "roles": [role]}],
        "skills": ["CHRP", "Compensation"],
        "volunteering": [{"organization": "Pantry", "role": "HR Lead", "start": "2001", "end": "2020"}],
    }  # fmt: skip

    assert [judged(gate, **facts).state for gate in (EXAM, COURSES, DEGREE, YEARS)] == ["unknown"] * 3 + ["unmet"]


@pytest.mark.parametrize(
    ("status", "exam", "membership"),
    [
        ("designated", "met", "met"),
        ("exam passed", "met", "unmet"),
        ("candidate", "unmet", "unmet"),
        ("in progress", "unmet", "unmet"),
    ],
)
def test_to_have_passed_is_not_to_hold(status: str, exam: str, membership: str) -> None:
    held = [{"id": "exam", "name": "CHRP Knowledge Exam (CKE)", "status": status}]
    seat = [{"name": "CPHR", "status": status, "date": "2024"}]

    assert judged(EXAM, credentials=held).state == exam
    assert judged(EXAM, credentials=held).facts == ("exam",)
    assert judged(MEMBERSHIP, credentials=seat).state == membership


def test_who_holds_the_designation_has_passed_what_leads_to_it() -> None:
    assert judged(EXAM, credentials=[CHRP]).state == "met"


def test_an_exam_towards_a_designation_does_not_say_which_exam() -> None:
    result = judged(EXAM, credentials=[{**CHRP, "status": "exam passed"}])

    assert (result.state, result.ask) == ("unknown", "Do you have it?")


def test_an_exam_towards_a_designation_that_the_gate_names_too_does_not_say_which_exam() -> None:
    gate = {**EXAM, "met_by": ["CKE", "CHRP"]}

    assert judged(gate, credentials=[CHRP]).state == "met"
    assert judged(gate, credentials=[{**CHRP, "status": "exam passed"}]).state == "unknown"


def test_a_candidate_is_one_only_where_the_gate_asks_for_that() -> None:
    candidate = [{"name": "CPHR", "status": "candidate", "date": "2024"}]

    assert judged(MEMBERSHIP, credentials=candidate).state == "unmet"
    assert judged({**MEMBERSHIP, "met_by": ["CPHR candidate"]}, credentials=candidate).state == "met"


def test_a_name_that_only_holds_the_designation_is_not_it() -> None:
    assert judged(MEMBERSHIP, credentials=[{"name": "CPHR preparation workshop"}]).state == "unknown"


@pytest.mark.parametrize(
    ("expires", "as_of", "state"),
    [("2025-10", TODAY, "unmet"), ("2027-01", TODAY, "met"), ("2025-10", None, "unknown"), ("2026-11", TODAY, "met")],
)
def test_what_has_expired_is_held_no_more(expires: str, as_of: date | None, state: str) -> None:
    held = [{"name": "CPHR", "date": "2020", "expires": expires}]

    assert judged(MEMBERSHIP, as_of, credentials=held).state == state


def test_a_membership_that_ended_is_none() -> None:
    gate = {**MEMBERSHIP, "designation": None}

    assert judged(gate, affiliations=[{"organization": "CPHR Alberta", "end": "present"}]).state == "met"
    assert judged(gate, affiliations=[{"organization": "CPHR Alberta", "end": "2019"}]).state == "unmet"


@pytest.mark.parametrize(
    ("designation", "credential", "state", "asks"),
    [
        ("CPHR", {"name": "CHRP", "date": "2012"}, "unknown", True),
        ("CPHR", {"name": "CHRP"}, "unknown", True),
        ("CPHR", {"name": "CHRP", "date": "2024"}, "unknown", False),
        ("CPHR", {"name": "CHRP", "date": "2012", "issuer": "HRPA"}, "unknown", False),
        ("CHRP", {"name": "CHRP", "date": "2012", "issuer": "BC HRMA"}, "unknown", True),
        ("CHRP", {"name": "CHRP", "date": "2012", "issuer": "HRPA"}, "met", False),
        ("CHRP", {"name": "CHRP", "date": "2024"}, "met", False),
        ("CHRP", {"name": "chrpglobal", "date": "2024"}, "unknown", False),
    ],
)
def test_an_old_chrp_may_be_what_is_a_cphr_today(
    designation: str, credential: dict[str, Any], state: str, asks: bool
) -> None:
    result = judged({**EXAM, "designation": designation}, credentials=[credential])

    assert result.state == state
    assert ("province" in (result.ask or "")) is asks


def test_courses_are_known_by_any_of_their_names_with_codes_and_endings() -> None:
    result = judged(COURSES, courses=["HRM 301 Compensation and Benefits"], education=[
        school(courses=["Workforce Planning II"])])  # fmt: skip

    assert (result.state, result.missing) == ("met", ())


def test_courses_that_are_not_stated_are_named() -> None:
    result = judged(COURSES, courses=["Compensation", "Financial Planning"])
    other = judged(COURSES, courses=["Workers’ Compensation Claims", "Workforce Planning"])

    assert (result.state, result.missing, result.ask) == ("unmet", ("Human Resources Planning",), "Do you have it?")
    assert (other.state, other.missing) == ("unmet", ("Compensation",))


def test_a_programme_whose_courses_are_not_listed_leaves_them_open() -> None:
    result = judged(COURSES, courses=["Compensation"], education=[school(credential="Diploma")])

    assert (result.state, result.missing) == ("unknown", ("Human Resources Planning",))


@pytest.mark.parametrize("end", ["expected 2027-05", "present", "2027-05"])
def test_courses_of_a_programme_still_going_on_are_not_finished(end: str) -> None:
    result = judged(COURSES, education=[school(end=end, courses=["Compensation", "Workforce Planning"])])

    assert (result.state, len(result.missing)) == ("unmet", 2)


def test_what_no_fact_tells_besides_keeps_coursework_unknown() -> None:
    gate = {**COURSES, "besides": ["an average of 70 %"]}
    result = judged(gate, courses=["Compensation", "Workforce Planning"])

    assert result.state == "unknown"
    assert "an average of 70 %" in result.why


@pytest.mark.parametrize(
    ("jobs", "state"),
    [
        ([job("2020-01", "2022-12")], "met"),
        ([job("2020-01", "2022-11")], "unmet"),
        ([job("2020-01", "2021-12"), job("2020-06", "2021-12")], "unmet"),
        ([job("2020-01", "2021-12"), job("2021-06", "2022-12")], "met"),
        ([job("2020", "2022")], "unknown"),
        ([job("2019", "2023")], "met"),
        ([job("2020", "2021")], "unmet"),
        ([job("2023-12", "present")], "met"),
        ([job("2024-01", "present")], "unmet"),
        ([job("2024-01", "expected 2029-01")], "unmet"),
        ([job(None, "2022-12")], "unknown"),
        ([job("2010-01", "2022-12", title="Chromatographer")], "unmet"),
        ([job("2010-01", "2022-12", type="volunteer")], "unmet"),
        ([job("2010-01", "2022-12", title="Cook", field="human resources")], "met"),
        ([job("2010-01", "2022-12", confidential=True)], "unmet"),
    ],
)
def test_years_count_overlaps_once_and_only_what_the_dates_allow(jobs: list[dict[str, Any]], state: str) -> None:
    assert judged(YEARS, experience=jobs).state == state


def test_a_present_role_without_a_day_to_count_to_is_unknown() -> None:
    assert judged(YEARS, None, experience=[job("2001-01", "present")]).state == "unknown"


@pytest.mark.parametrize(
    ("study", "state"),
    [
        ({"credential": "Bachelor of Science"}, "met"),
        ({"credential": "B.A. (Honours)"}, "met"),
        ({"credential": "Master of Arts"}, "met"),
        ({"credential": "BSW, Honours"}, "met"),
        ({"credential": "Diploma"}, "unmet"),
        ({"credential": "Bachelor of Science", "end": "expected 2028"}, "unmet"),
        ({"credential": "Bachelor of Science", "end": None}, "unknown"),
        ({"credential": "Licenciatura", "equivalency": "Canadian bachelor’s degree (WES, 2024)"}, "met"),
        ({"credential": "Bachelor of Science", "equivalency": "Two years of study (WES, 2024)"}, "unmet"),
    ],
)
def test_a_degree_is_finished_and_of_the_level_asked_for(study: dict[str, Any], state: str) -> None:
    assert judged(DEGREE, education=[school(**study)]).state == state


def test_of_several_papers_the_best_tells() -> None:
    held = [{"name": "CPHR", "status": "in progress", "date": "2024"}, {"name": "CPHR", "date": "2026"}]

    assert judged(MEMBERSHIP, credentials=held).state == "met"
    assert judged(MEMBERSHIP, credentials=held[::-1]).state == "met"


def test_a_clear_designation_settles_what_an_old_one_leaves_open() -> None:
    old = {"name": "CHRP", "date": "2012"}

    assert judged(EXAM, credentials=[old, CHRP]).state == "met"


def test_what_the_target_leaves_out_fills_no_gate() -> None:
    gate = Gate.model_validate({"id": "gate", "name": "Gate", "ask": "Do you?", **EXAM})
    framework = Framework(id="small", name="Small", gates=(gate,))
    resume = resume_of(credentials=[CHRP], targets=[{"role": "HR Advisor", "omit": ["credentials"]}])

    assert map_skills(resume, framework, engine=RANKER).gates[0].state == "met"
    assert map_skills(resume, framework, engine=RANKER, target=resume.target()).gates[0].state == "unknown"
