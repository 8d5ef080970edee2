"""A posting's requirements against a client's facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from resumekit.model.resume import Resume
from resumekit.skills.match import Band, Match, Span
from resumekit.skills.posting_match import PostingMatch, match_requirements
from resumekit.skills.posting_read import read_posting
from tests.skills.postings import NAMES, client, laboratory, sample

RANK = {"covered": 2, "not shown": 2, "adjacent": 1, "missing": 0}
JOBS = """\
experience:
  - {employer: Ridge Foods, title: Payroll Clerk, start: 2018-01, end: 2019-12, achievements: [Ran payroll for 90 staff]}
  - {employer: Bay Foods, title: Payroll Advisor, start: 2019-01, end: 2020-12, achievements: [Hired five clerks]}
"""


def matched(resume: Resume, *lines: str, **given: Any) -> PostingMatch:
    points = "\n".join(f"- {line}" for line in lines)
    return match_requirements(read_posting(f"Clerk\n\nRequirements\n{points}\n"), resume, **given)


def status(resume: Resume, *lines: str, **given: Any) -> list[str]:
    return [row.status for row in matched(resume, *lines, **given).rows]


def test_words_of_one_family_are_the_same_words() -> None:
    resume = client("skills: [Recruiting and interviewing, Scheduling]\n")

    assert status(resume, "Recruitment", "Interviews", "Schedules", "Forecasting") == ["covered"] * 3 + ["missing"]


def test_a_row_quotes_its_facts() -> None:
    (row,) = matched(client(JOBS), "Experience with payroll").rows

    assert row.evidence[0].quote == "Ran payroll for 90 staff"
    assert row.evidence[0].fact in client(JOBS).facts


def test_overlapping_years_count_once() -> None:
    found = matched(client(JOBS), "3 years in payroll", "4 years in payroll")

    assert [row.status for row in found.rows] == ["covered", "adjacent"]
    assert found.rows[1].note == "3 years; 4 asked for"
    assert [item.answer for item in found.answers] == ["yes", "no"]


def test_years_in_a_field_are_not_shown_by_a_bullet_that_names_it() -> None:
    found = matched(laboratory(), "3+ years in HR")

    assert found.rows[0].status == "adjacent"
    assert "11.5 years of something near it, 0 years of the thing itself" in found.rows[0].note
    assert found.answers[0].answer == "unknown"


def test_years_of_a_task_are_shown_by_the_roles_that_did_it() -> None:
    assert status(client(JOBS), "2 years of experience hiring clerks", "2 years of experience selling cars") == [
        "covered",
        "missing",
    ]


def test_a_current_role_counts_to_the_day_given() -> None:
    resume = client("experience: [{employer: Ridge Foods, title: Payroll Clerk, start: 2020-01, end: present}]\n")

    assert status(resume, "5 years in payroll", as_of=date(2022, 1, 1)) == ["adjacent"]
    assert status(resume, "5 years in payroll", as_of=date(2026, 1, 1)) == ["covered"]


@pytest.mark.parametrize(
    ("stated", "expected", "answer"),
    [
        ("{name: Certified Human Resources Professional}", "covered", "yes"),
        ("{name: Designation, short: CPHR}", "covered", "yes"),
        ("{name: CHRP, status: in progress}", "adjacent", "no"),
        ("{name: First Aid}", "missing", "no"),
    ],
)
def test_credentials_count_by_either_name_once_they_are_held(stated: str, expected: str, answer: str) -> None:
    found = matched(client(f"credentials: [{stated}]\n"), "CHRP or CPHR")

    assert (found.rows[0].status, found.answers[0].answer) == (expected, answer)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("High school diploma", "covered"),
        ("Bachelor of Science in Chemistry", "covered"),
        ("Bachelor of Science in Nursing", "adjacent"),
        ("Master's degree", "missing"),
        ("Degree", "covered"),
    ],
)
def test_education_counts_by_level_and_field(line: str, expected: str) -> None:
    resume = client(
        "education: [{institution: Royal City University, credential: Bachelor of Science, area: Chemistry, end: 2012}]\n"
    )

    assert status(resume, line) == [expected]


def test_languages_are_known_stated_weak_or_not() -> None:
    resume = client("languages: [{name: English, level: native}, {name: French, level: intermediate}]\n")

    found = matched(resume, "English", "French", "French or English", "German")

    assert [row.status for row in found.rows] == ["covered", "adjacent", "covered", "missing"]
    assert [item.answer for item in found.answers] == ["yes", "unknown", "yes", "no"]


def test_what_only_the_client_can_say_is_asked_and_not_counted() -> None:
    found = matched(client(), "Vulnerable sector check", "Legally entitled to work in Canada")

    assert [item.answer for item in found.answers] == ["unknown", "unknown"]
    assert found.musts == 0
    assert found.share_of_musts is None


def test_a_fact_that_the_resume_leaves_out_is_not_shown() -> None:
    resume = client(JOBS)
    keys = [key for key in resume.facts if "achievements" in key]

    assert status(resume, "Payroll for staff", shown=keys) == ["covered"]
    assert status(resume, "Payroll for staff", shown=()) == ["not shown"]


def test_a_confidential_fact_counts_only_by_what_may_be_said() -> None:
    resume = client("skills: [{name: Falconry, confidential: true, say_as: Animal care}]\n")

    assert status(resume, "Falconry", "Animal care") == ["missing", "covered"]


def ranked(band: Band) -> Any:
    def rank(text: str) -> tuple[Match, ...]:
        if "staff" not in text and "payroll" not in text:
            return ()
        return (Match("pay", "total-rewards", 0.9, band, "direct", "payroll", (Span(0, 1),), ()),)

    return rank


def test_a_competency_links_what_no_word_does() -> None:
    resume = client(JOBS)

    assert status(resume, "Leading staff upward") == ["missing"]
    assert status(resume, "Leading staff upward", rank=ranked("partial")) == ["adjacent"]
    assert status(resume, "Leading staff upward", rank=ranked("demonstrated")) == ["covered"]
    assert status(resume, "Leading staff upward", rank=ranked("suggested")) == ["missing"]


def test_a_course_on_the_same_competency_comes_near_and_covers_nothing() -> None:
    resume = client("courses: [A short payroll course]\n")

    (row,) = matched(resume, "Leading staff upward", rank=ranked("demonstrated")).rows

    assert row.status == "adjacent"
    assert [item.why for item in row.evidence] == ["a course on payroll"]


def less(resume: Resume) -> Iterator[Resume]:
    """The same client with one fact less, for each fact of each list."""
    data = resume.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for name in ("experience", "credentials", "education", "courses", "skills", "languages", "projects"):
        for place in range(len(data.get(name, ()))):
            yield Resume.model_validate({**data, name: data[name][:place] + data[name][place + 1 :]})
    for employer in data["experience"]:
        for role in employer.get("roles", ()):
            kept = role.get("achievements", [])
            for place in range(len(kept)):
                role["achievements"] = kept[:place] + kept[place + 1 :]
                yield Resume.model_validate(data)
            role["achievements"] = kept


def test_taking_a_fact_away_never_raises_coverage() -> None:
    posting = sample("hr-advisor.txt")
    whole = match_requirements(posting, laboratory())

    tried = [match_requirements(posting, other) for other in less(laboratory())]

    assert len(tried) > 20
    for fewer in tried:
        assert all(RANK[a.status] <= RANK[b.status] for a, b in zip(fewer.rows, whole.rows, strict=True))
        assert fewer.musts_covered <= whole.musts_covered
    assert any(fewer.musts_covered < whole.musts_covered for fewer in tried)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_facts_changes_nothing(name: str) -> None:
    data = laboratory().model_dump(mode="json", by_alias=True, exclude_defaults=True)
    turned = {key: value[::-1] if isinstance(value, list) else value for key, value in data.items()}

    one, other = (match_requirements(sample(name), Resume.model_validate(each)) for each in (data, turned))

    assert [row.status for row in one.rows] == [row.status for row in other.rows]
    assert [item.answer for item in one.answers] == [item.answer for item in other.answers]


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_named_is_a_fact_and_an_empty_client_covers_nothing(name: str) -> None:
    found = match_requirements(sample(name), laboratory())

    assert all(item.fact in laboratory().facts for row in found.rows for item in row.evidence)
    assert {row.status for row in match_requirements(sample(name), client()).rows} == {"missing"}


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("Bachelor of Science", "adjacent"),
        ("Bachelor of Education", "covered"),
        ("B.Ed.", "covered"),
        ("Bachelor, area: Education", "covered"),
    ],
)
def test_education_can_be_the_field_of_a_degree(held: str, said: str) -> None:
    person = client(f"education: [{{credential: {held}, institution: Royal City University, end: 2020}}]")

    assert status(person, "Bachelor of Education") == [said]
    assert status(person, "Post-secondary education") == ["covered"]


def test_a_deed_is_quoted_where_the_words_are_only_its_name() -> None:
    deed = "experience: [{employer: A, title: B, achievements: [{text: Taped 30 elders, skills: [Oral histories]}]}]\n"

    (row,) = matched(client(deed), "Oral histories").rows

    assert [(item.quote, item.why) for item in row.evidence] == [
        ("Taped 30 elders", "the client calls it Oral histories")
    ]
