"""What of a client's facts is read, and how much of it may be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resumekit.model.resume import Resume
from resumekit.skills.evidence import iter_statements
from resumekit.skills.mapper import map_skills
from resumekit.skills.skill_map import Evidence
from tests.skills.library import FRAMEWORK, RANKER, resume_of, with_bullets


def texts(resume: Resume) -> list[str]:
    return [statement.text for statement in iter_statements(resume)]


def best(*bullets: Any, **role: Any) -> Evidence:
    return map_skills(with_bullets(*bullets, **role), FRAMEWORK, engine=RANKER).competency("hiring").evidence[0]


def factor(evidence: Evidence, name: str) -> float:
    return next(item.value for item in evidence.factors if item.name == name)


def test_everything_that_tells_of_a_deed_is_read() -> None:
    role = {"title": "Cook", "summary": "Ran the line.", "duties": ["Rostered it"], "achievements": ["Hired cooks"]}
    resume = resume_of(
        experience=[{"employer": "Blue Oven", "roles": [role]}],
        volunteering=[{"organization": "Pantry", "description": "Sorted food. Drove a van", "achievements": ["Taught sorters"]}],
        projects=[{"name": "Menu", "description": "Wrote a menu", "achievements": ["Tested it"]}],
        affiliations=[
            {"organization": "Safety committee", "role": "Chair", "kind": "committee", "description": "Held drills"},
            {"organization": "Cooks’ Guild"},
        ],
        education=[{"institution": "College", "credential": "Diploma", "area": "Cooking", "courses": ["Sauces"],
                    "achievements": ["Tutored nine"]}],
        courses=["Knives"],
        credentials=[{"name": "Red Seal", "short": "RS"}],
    )  # fmt: skip

    assert texts(resume) == [
        "Ran the line.", "Rostered it", "Hired cooks", "Red Seal (RS)", "Tutored nine", "Diploma, Cooking", "Sauces",
        "Knives", "Wrote a menu", "Tested it", "Sorted food", "Drove a van", "Taught sorters",
        "Chair, Safety committee: Held drills",
    ]  # fmt: skip


def test_an_achievement_reads_deed_then_result_then_reason() -> None:
    told = {"challenge": "Posts stood open.", "action": "Hired cooks", "result": "Filled all posts"}

    assert texts(with_bullets(told)) == ["Hired cooks; Filled all posts; Posts stood open"]
    assert texts(with_bullets({**told, "text": "Filled posts by hiring cooks."})) == ["Filled posts by hiring cooks."]


def test_spans_lie_in_the_very_text_that_was_read() -> None:
    evidence = best({"challenge": "No one stayed", "action": "Cleaned up and hired cooks"})

    assert [evidence.text[span.start : span.end] for span in evidence.match.spans] == ["hired"]


def test_of_what_is_confidential_only_what_may_be_said_is_read() -> None:
    secret = {"action": "Hired spies", "confidential": True, "measures": [{"value": 9}], "result": "Won"}
    resume = resume_of(
        experience=[
            {"employer": "X", "roles": [{"title": "Y", "confidential": True, "summary": "Secret", "achievements": [
                secret, {**secret, "say_as": "Hired people for a discreet client"}]}]}
        ],
        credentials=[{"name": "Spy licence", "confidential": True}],
        volunteering=[{"organization": "Z", "description": "Secret", "confidential": True}],
    )  # fmt: skip

    assert texts(resume) == ["Hired people for a discreet client"]
    assert next(iter_statements(resume)).result == "none"


@pytest.mark.parametrize(
    ("bullet", "result"),
    [
        ({"action": "Hired cooks", "measures": [{"value": 4}]}, "measured"),
        ({"action": "Hired cooks", "result": "Filled 9 posts"}, "measured"),
        ({"action": "Hired cooks", "result": "Filled posts"}, "told"),
        ({"action": "Hired 40 cooks"}, "none"),
        ({"text": "Hired 40 cooks"}, "none"),
        ({"text": "Hired cooks, cutting turnover by 30%"}, "measured"),
        ({"action": "Hired cooks", "measures": [{"value": 4, "confidence": "estimated"}]}, "none"),
        ({"text": "Hired cooks, cutting turnover by X%", "measures": [{"value": "X"}]}, "none"),
        (
            {"text": "Hired cooks, cutting turnover by 9%", "measures": [{"value": 9, "confidence": "estimated"}]},
            "none",
        ),
    ],
)
def test_an_estimate_and_a_figure_to_come_are_no_measure(bullet: dict[str, Any], result: str) -> None:
    assert next(iter_statements(with_bullets(bullet))).result == result


def test_result_scope_part_and_age_each_count() -> None:
    plain = best("Hired cooks")

    assert factor(best({"text": "Hired cooks", "measures": [{"value": 4}]}), "result") > factor(plain, "result")
    assert factor(best("Hired cooks", scope={"people": "9"}), "scope") > factor(plain, "scope")
    assert factor(best({"text": "Hired cooks", "part": "contributed"}), "part") < factor(plain, "part")
    assert factor(best("Hired cooks", start="2001", end="2012-06"), "recency") < factor(plain, "recency")


def test_without_a_day_to_count_from_nothing_is_old() -> None:
    role = {"title": "Cook", "start": "1995", "end": "2001", "achievements": ["Hired cooks"]}
    resume = resume_of(experience=[{"employer": "Blue Oven", "roles": [role]}])

    undated = map_skills(resume, FRAMEWORK, engine=RANKER).competency("hiring").evidence[0]
    dated = map_skills(resume, FRAMEWORK, engine=RANKER, as_of=date(2026, 11, 1)).competency("hiring").evidence[0]

    assert factor(undated, "recency") == 1.0
    assert factor(dated, "recency") == 0.7


@pytest.mark.parametrize("left_out", ["hire", "cook", "blue", "experience"])
def test_what_the_target_leaves_out_is_not_read(left_out: str) -> None:
    role = {"id": "cook", "title": "Cook", "achievements": [{"id": "hire", "text": "Hired cooks"}]}
    resume = resume_of(
        experience=[{"id": "blue", "employer": "Blue Oven", "roles": [role]}],
        targets=[{"role": "HR Advisor", "omit": [left_out]}],
    )

    assert map_skills(resume, FRAMEWORK, engine=RANKER).competency("hiring").evidence
    assert not map_skills(resume, FRAMEWORK, engine=RANKER, target=resume.target()).competency("hiring").evidence
