"""Each client against the table: situation, format, order of sections, length."""

from __future__ import annotations

import pytest

from resumekit.load.client import load
from resumekit.pipeline import Choices, plan
from tests.strategy.library import FOLDER, NAMES, document_of, resume_of, strategy_of, text_of, words_in

# client: situations in order, format, length
TABLE = {
    "candidate": ((2, 7), "combination", "change"),
    "contracts": ((10,), "chronological", "experienced"),
    "executive": ((1, 9), "chronological", "executive"),
    "graduate": ((6, 10), "chronological", "student"),
    "lateral": ((10,), "chronological", "experienced"),
    "long-serving": ((10,), "chronological", "senior"),
    "military": ((3, 9), "combination", "experienced"),
    "missing": ((), "chronological", "experienced"),
    "newcomer": ((4, 7, 8), "chronological", "experienced"),
    "nurse-to-hr": ((2, 7), "combination", "change"),
    "old-credential": ((10,), "chronological", "experienced"),
    "quebec": ((6, 10), "chronological", "student"),
    "returner": ((5, 10), "combination", "experienced"),
    "returner-long": ((5, 10), "combination", "experienced"),
    "short-ended": ((8, 10), "chronological", "experienced"),
    "short-junior": ((8, 10), "chronological", "experienced"),
    "step-down": ((7,), "chronological", "senior"),
    "step-up": ((9,), "chronological", "experienced"),
}
# The sections that a situation puts first, as they stand on the page.
FIRST = {
    "executive": ["profile", "highlights", "competencies", "experience"],
    "nurse-to-hr": ["profile", "credentials", "evidence", "volunteering", "experience"],
    "military": ["profile", "credentials", "evidence", "experience"],
    "newcomer": ["profile", "competencies", "credentials", "experience", "courses", "education", "languages"],
    "returner": ["profile", "courses", "credentials", "volunteering", "evidence", "experience"],
    "graduate": ["profile", "competencies", "education", "projects", "experience"],
    "quebec": ["profile", "competencies", "experience", "education"],
    "step-down": ["profile", "competencies", "experience"],
    "short-junior": ["profile", "highlights", "competencies", "experience"],
    "step-up": ["profile", "highlights", "competencies", "experience"],
    "lateral": ["profile", "competencies", "experience"],
}


def test_every_client_stands_in_the_table() -> None:
    assert sorted(TABLE) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_table_says_what_holds(name: str) -> None:
    chosen = strategy_of(name)

    assert (tuple(fired.number for fired in chosen.situations), chosen.format, chosen.profile) == TABLE[name]


@pytest.mark.parametrize("name", FIRST)
def test_sections_stand_in_the_order_of_the_situation(name: str) -> None:
    made = [section.name for section in document_of(name).sections]

    assert made[: len(FIRST[name])] == FIRST[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_page_limit_holds_and_no_sheet_is_nearly_empty_without_a_word(name: str) -> None:
    chosen = strategy_of(name)

    made = plan(load(FOLDER / f"{name}.yaml"), Choices(theme="modern"))

    assert made.layout.pages <= chosen.pages
    assert chosen.pages <= {"student": 1, "senior": 3, "executive": 3}.get(chosen.profile, 2)


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_is_no_longer_than_eighty_words_and_says_no_i(name: str) -> None:
    said = text_of(document_of(name), "profile").partition("\n")[2]

    assert 15 <= words_in(said) <= 80
    assert not {"I", "me", "my", "My"} & set(said.split())


@pytest.mark.parametrize("name", NAMES)
def test_no_role_is_retitled_or_given_other_dates(name: str) -> None:
    lines = [line.text for _, line in document_of(name).lines()]
    titles = [role.title for employer in resume_of(name).experience for role in employer.roles]

    assert [title for title in titles if not any(line.startswith(title) for line in lines)] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_situation_rests_on_a_reason(name: str) -> None:
    chosen = strategy_of(name)

    told = " ".join(reason.rule for reason in chosen.reasons)

    assert all(f"situation {fired.number}," in told for fired in chosen.situations)
    assert {key for reason in chosen.reasons for key in reason.facts} <= set(resume_of(name).facts)


def test_ended_long_ago_is_one_line_under_one_employer() -> None:
    chosen = strategy_of("long-serving")

    assert [treated.treatment for treated in chosen.roles.values()] == ["full", "full", "full", "line", "line", "line"]
    assert "May 2001 – Present (25 years)" in text_of(document_of("long-serving"), "experience")


def test_a_job_beside_the_studies_is_one_line_under_its_own_heading() -> None:
    said = text_of(document_of("graduate"), "earlier")

    assert said.startswith("Additional Experience\nBarista, Bean and Barrel")


def test_no_street_address_of_a_newcomer_is_printed_and_equivalency_is() -> None:
    said = text_of(document_of("newcomer"))

    assert "Poplar" not in said
    assert "Equivalent to a Canadian four-year bachelor's degree (WES, 2025)" in said
    assert "Authorized to work in Canada" in said


def test_a_break_stands_dated_in_its_place() -> None:
    said = text_of(document_of("returner"), "experience").splitlines()

    assert said[1] == "Career break: full-time parenting"
    assert said[2].startswith("Mar 2025 – Nov 2026")
    assert said.index("Career break: full-time parenting") < said.index("Gannet Bay Seafoods, Lunenburg, NS")


def test_a_rank_is_told_as_it_is_with_its_equivalent_in_brackets() -> None:
    said = text_of(document_of("military"), "experience")

    assert "Warrant Officer, Supply (warehouse and inventory supervisor)" in said
    assert said.count("Canadian Armed Forces") == 1


def test_a_deliberate_step_down_is_said_to_be_a_choice_and_large_scope_is_not_told() -> None:
    document = document_of("step-down")

    assert "Seeking, by choice, the position of Senior Privacy Specialist." in text_of(document, "profile")
    assert "$3.6 million" not in text_of(document, "experience")
    assert "director/scope" in {left.fact for left in document.omitted}


def test_an_acting_role_leads_a_step_up_and_names_nobody() -> None:
    document = document_of("step-up")

    assert text_of(document, "highlights").splitlines()[1].startswith("Managed 46 trades and a $9 million budget")
    assert text_of(document, "profile").splitlines()[1].startswith("Maintenance Supervisor with 14 years")


def test_two_in_five_bullets_of_the_latest_role_show_leadership_in_a_step_up() -> None:
    resume, chosen = resume_of("step-up"), strategy_of("step-up")

    shown = chosen.roles["supervisor"].achievements
    led = [key for key in shown if key in ("apprentices", "hiring", "shutdown")]

    assert len(led) >= 0.4 * len(shown)
    assert {"apprentices", "hiring", "shutdown"} <= set(resume.facts)
