"""What a job could add to the next resume, and what the search would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.career.forecast import forecast, forecast_rules
from resumekit.career.move_words import NOTHING_PLANNED, job_lines, staying_line
from resumekit.model.offer import Offer
from resumekit.model.resume import Resume

MANDATE = {"none": 1, "run": 2, "improve": 4, "build": 5}
FIGURES = {"none": 1, "own": 3, "all": 5}
AUTONOMY = (1, 2, 3, 4, 5)
NOBODY = Resume.model_validate({"person": {"name": "Amina Osei"}})


def offer(**fields: Any) -> Offer:
    return Offer.model_validate(fields)


@given(
    st.none() | st.sampled_from(sorted(MANDATE)),
    st.none() | st.sampled_from(sorted(FIGURES)),
    st.none() | st.integers(0, 4),
    st.integers(0, 6),
)
def test_the_count_is_the_least_of_what_is_known(
    mandate: str | None, figures: str | None, autonomy: int | None, named: int
) -> None:
    stated = offer(
        mandate=mandate,
        figures=figures,
        answers={"autonomy": autonomy},
        achievements=[f"result {number}" for number in range(named)],
    )

    made = forecast(NOBODY, stated)

    known = [
        *([MANDATE[mandate]] if mandate else []),
        *([FIGURES[figures]] if figures else []),
        *([] if autonomy is None else [AUTONOMY[autonomy]]),
        *([named] if named else []),
    ]
    of_the_job = bool(mandate or figures or named)
    assert made.count == (min(known) if of_the_job else None)
    assert made.points == (min([*known, 4]) if of_the_job else None)
    assert [item.name for item in made.bounds if item.most is None] == [
        name
        for name, value in zip(
            ("named", "mandate", "figures", "autonomy"), (named or None, mandate, figures, autonomy), strict=True
        )
        if value is None
    ]


def test_an_achievement_named_twice_counts_once() -> None:
    assert forecast(NOBODY, offer(achievements=["Cut scrap", "cut  scrap", "Train ten"])).count == 2


def test_what_is_not_known_is_told_and_not_counted() -> None:
    made = forecast(NOBODY, offer(mandate="improve"))

    assert made.told() == (
        "4 achievements plausible in 12 months: a mandate to improve: before and after can be told "
        "(not known: figures, autonomy)"
    )
    assert "Access to figures: not known." in list(job_lines(made))


def test_of_a_job_that_says_nothing_nothing_is_foretold() -> None:
    made = forecast(NOBODY, offer(answers={"autonomy": 4}))

    assert (made.count, made.points) == (None, None)
    assert list(job_lines(made)) == ["Not known: the offer names no mandate, no access to figures and no achievements."]


def test_staying_in_the_search_adds_what_is_planned_and_under_way() -> None:
    resume = Resume.model_validate(
        {
            "person": {"name": "Amina Osei"},
            "search": {"planned": ["A course in labour law"]},
            "credentials": [
                {"name": "Certified Human Resources Leader", "short": "CHRL", "status": "in progress"},
                {"name": "First Aid", "status": "designated"},
            ],
            "education": [
                {"institution": "Conestoga", "credential": "Certificate", "end": "expected 2027-04"},
                {"institution": "Guelph", "credential": "BSc", "end": "2012"},
            ],
            "projects": [
                {"name": "Onboarding guide", "start": "2026-09", "end": "present"},
                {"name": "Old guide", "start": "2020", "end": "2021"},
                {"name": "Code name", "start": "2026", "confidential": True},
            ],
            "volunteering": [{"organization": "Food bank", "role": "Roster lead", "start": "2026-01"}],
        }
    )

    made = forecast(resume, offer())

    assert [item.text for item in made.staying] == [
        "A course in labour law", "CHRL (in progress)", "Certificate", "Onboarding guide", "a confidential one",
        "Roster lead, Food bank",
    ]  # fmt: skip
    assert all(resume.fact(key) for item in made.staying for key in item.facts)
    assert [bool(item.facts) for item in made.staying] == [False, True, True, True, True, True]
    assert staying_line(forecast(NOBODY, offer())) == NOTHING_PLANNED


def test_a_coach_s_own_ceilings_count(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[career.forecast.mandate.run]\nmost = 7\n", encoding="utf-8")

    assert forecast(NOBODY, offer(mandate="run"), forecast_rules([own])).count == 7


@pytest.mark.parametrize("part", ["mandate", "figures", "autonomy"])
def test_a_better_job_never_has_a_lower_ceiling(part: str) -> None:
    rules = forecast_rules()
    ceilings = list(rules.autonomy) if part == "autonomy" else list(getattr(rules, part).values())

    most = [ceiling.most for ceiling in ceilings]
    assert most == sorted(most)
    assert len(most) > 2
    assert all(ceiling.says for ceiling in ceilings)
