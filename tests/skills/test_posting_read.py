"""What a posting asks for, pays and tells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.skills.posting import Posting
from resumekit.skills.posting_read import MOST_READ, read_posting
from resumekit.skills.posting_words import plain
from tests.skills.postings import NAMES, asked, phrases, sample

EACH = pytest.mark.parametrize("name", NAMES)
STANDING = (
    "equal opportunity", "accommodation", "dental", "we thank", "cookies", "sign in", "vacation", "about us",
    "requirements", "diversity", "territory", "benefits",
)  # fmt: skip


def spans_hold(posting: Posting) -> bool:
    return all(posting.quote(item.span) == item.phrase for item in posting.requirements)


@EACH
def test_every_requirement_stands_in_the_text_where_it_says(name: str) -> None:
    posting = sample(name)

    assert len(posting.requirements) >= 5
    assert spans_hold(posting)
    assert all(posting.quote(item.span) == item.text for item in posting.items)


@EACH
def test_standing_words_are_no_requirements(name: str) -> None:
    said = [plain(item.phrase) for item in sample(name).requirements]

    assert [phrase for phrase in said if any(word in phrase for word in STANDING)] == []


@EACH
def test_the_title_and_the_employer_are_found(name: str) -> None:
    expected = {
        "conseiller-rh.txt": ("Conseillère ou conseiller en ressources humaines", "Les Ateliers du Richelieu"),
        "hr-advisor.txt": ("HR Advisor", "Speed River Health Network"),
        "hr-generalist-alberta.html": ("Human Resources Generalist", "Prairie Wind Foods"),
        "nurse-manager.docx": ("NURSE MANAGER, MEDICAL UNIT", "Lakehead Shores Hospital"),
        "nurse-manager.txt": ("NURSE MANAGER, MEDICAL UNIT", "Lakehead Shores Hospital"),
        "office-coordinator-messy.txt": ("Office Coordinator", "Cedar & Finch Dental Group"),
        "software-developer.md": ("Software Developer, Payments", "Harbour Ledger"),
        "teacher.txt": ("Grade 6 Teacher, French Immersion", "Two Rivers District School Board"),
        "volunteer-coordinator.pdf": ("Coordinator, Volunteer Programs", "Northern Lights Food Bank"),
        "volunteer-coordinator.txt": ("Coordinator, Volunteer Programs", "Northern Lights Food Bank"),
        "warehouse-lead.txt": ("Warehouse Lead Hand - Afternoon Shift", "Maple Ridge Distribution"),
    }

    assert (sample(name).title, sample(name).employer) == expected[name]


@pytest.mark.parametrize(
    "pair", [("nurse-manager.txt", "nurse-manager.docx"), ("volunteer-coordinator.txt", "volunteer-coordinator.pdf")]
)
def test_a_posting_asks_the_same_in_every_format(pair: tuple[str, str]) -> None:
    text, other = ([(item.phrase, item.kind, item.need) for item in sample(name).requirements] for name in pair)

    assert text == other


def test_one_point_may_ask_for_several_things() -> None:
    found = asked("CPHR or CHRP, 3+ years in HR and strong Excel")

    assert [(item.phrase, item.kind) for item in found] == [
        ("CPHR or CHRP", "credential"), ("3+ years in HR", "years"), ("strong Excel", "tool"),
    ]  # fmt: skip
    assert found[0].alternatives == ("CPHR", "CHRP")
    assert (found[1].years, found[1].subject) == (3, "HR")


@pytest.mark.parametrize(
    "whole",
    [
        "Experience with recruitment and selection",
        "Excellent written and verbal communication skills",
        "Knowledge of the Occupational Health and Safety Act",
        "Experience hiring, training or supervising staff",
        "Diploma or degree in business or a related field",
        "Fluent French, spoken and written",
    ],
)
def test_what_belongs_together_stays_together(whole: str) -> None:
    assert phrases(whole) == [whole]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Word and Excel", ["Word", "Excel"]),
        ("RN, BLS and 2 years in acute care", ["RN", "BLS", "2 years in acute care"]),
        ("Knowledge of job evaluation and pay equity", ["Knowledge of job evaluation", "pay equity"]),
        ("Clear background check; own vehicle", ["Clear background check", "own vehicle"]),
        ("5 years in nursing, including 2 years in charge", ["5 years in nursing", "including 2 years in charge"]),
    ],
)
def test_what_stands_alone_is_parted(line: str, parts: list[str]) -> None:
    assert phrases(line) == parts


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("At least five years of nursing", "years"),
        ("Eighteen months of experience? No: 18 months of experience", "years"),
        ("Registered Nurse", "credential"),
        ("Membership in good standing", "credential"),
        ("Bachelor's degree in chemistry", "education"),
        ("Bilingual (English and French)", "language"),
        ("Legally entitled to work in Canada", "eligibility"),
        ("Vulnerable sector check", "eligibility"),
        ("Proof of vaccination", "eligibility"),
        ("Valid driver’s licence", "driving"),
        ("Willingness to travel across the province", "availability"),
        ("Able to work rotating shifts", "availability"),
        ("Power BI dashboards", "tool"),
        ("Conflict resolution", "skill"),
        ("Excels at teaching French literature", "skill"),
    ],
)
def test_each_kind_is_told(line: str, kind: str) -> None:
    assert asked(line)[-1].kind == kind


@pytest.mark.parametrize(
    ("line", "needs"),
    [
        ("CHRP required, CHRL an asset", ["must", "nice"]),
        ("French is an asset", ["nice"]),
        ("Ideally, payroll, Dayforce and Excel", ["nice", "nice", "nice"]),
        ("2 years in retail, preferably in a grocery", ["must", "nice"]),
        ("Excel", ["must"]),
    ],
)
def test_wording_tells_must_from_nice(line: str, needs: list[str]) -> None:
    assert [item.need for item in asked(line)] == needs


@pytest.mark.parametrize(
    "heading", ["Nice to have", "ASSETS", "## Preferred Qualifications", "**Bonus points**", "It would be a plus:"]
)
def test_headings_tell_must_from_nice(heading: str) -> None:
    assert {item.need for item in asked("Payroll experience", "Excel", heading=heading)} == {"nice"}


def test_running_text_is_read_without_headings() -> None:
    found = sample("office-coordinator-messy.txt").requirements

    assert {(item.phrase, item.kind, item.need) for item in found} >= {
        ("You have at least 2 years of experience in a busy office", "years", "must"),
        ("Excel", "tool", "must"),
        ("Experience with insurance claims is an asset", "skill", "nice"),
    }


def test_duties_are_not_asked_for() -> None:
    posting = sample("nurse-manager.txt")

    assert [item.text.split()[0] for item in posting.duties] == ["Lead", "Prepare", "Investigate", "Take"]
    assert not any("nurses and personal support" in item.phrase for item in posting.requirements)


def test_a_portal_asks_what_is_yes_or_no_and_a_must() -> None:
    posting = sample("hr-generalist-alberta.html")

    asked_for = [posting.requirements[item.requirement].kind for item in posting.knock_outs]

    assert asked_for == ["credential", "years", "education", "eligibility", "driving"]
    assert posting.knock_outs[0].question == "Do you hold this credential: CHRP or CPHR?"


@pytest.mark.parametrize(
    ("said", "low", "high", "period", "currency"),
    [
        ("Salary: $72,000 - $81,500 per year", 72000, 81500, "year", "CAD"),
        ("$23.50 to $26/hr plus shift premium", "23.50", 26, "hour", "CAD"),
        ("$95k–$125k USD a year", 95000, 125000, "year", "USD"),
        ("95 000 $ à 105 000 $ par année", 95000, 105000, "year", "CAD"),
        ("Pay is $2,100 biweekly", 2100, 2100, "two weeks", "CAD"),
        ("Wage: up to $30 per hour", None, 30, "hour", "CAD"),
    ],
)
def test_pay_is_read(said: str, low: object, high: object, period: str, currency: str) -> None:
    (pay,) = read_posting(f"Clerk\n\n{said}\n").pay

    assert (pay.low, pay.high) == tuple(None if value is None else Decimal(str(value)) for value in (low, high))
    assert (pay.period, pay.currency) == (period, currency)


@pytest.mark.parametrize(
    "said", ["manage a budget of $4.2 million a year", "a $500 referral bonus is paid", "sales of $90,000 a year"]
)
def test_other_sums_are_not_pay(said: str) -> None:
    assert read_posting(f"Clerk\n\nYou will see {said}.\n").pay == ()


def codes(name: str) -> list[str]:
    return [flag.code for flag in sample(name).flags]


def test_postings_in_ontario_are_flagged_by_its_rules_and_others_are_not() -> None:
    assert codes("hr-advisor.txt") == []
    assert codes("volunteer-coordinator.txt") == ["pay-too-wide"]
    assert codes("warehouse-lead.txt") == ["canadian-experience", "no-ai-statement"]
    assert codes("nurse-manager.txt") == ["no-ai-statement", "no-vacancy-statement"]
    assert {sample(name).region for name in NAMES if not codes(name)} >= {"AB", "NS", "NB", "QC"}


def test_a_posting_without_pay_is_flagged_with_its_source() -> None:
    (flag, *_) = read_posting("Clerk\nGuelph, Ontario\n\nRequirements\n- Excel\n").flags

    assert flag.code == "pay-missing"
    assert flag.basis == "S"
    assert "476/24" in flag.source


def test_french_is_named_and_only_what_is_certain_is_read() -> None:
    posting = sample("conseiller-rh.txt")

    assert posting.language == "fr"
    assert "in French" in posting.notes[0]
    assert {item.kind for item in posting.requirements} == {"credential", "years", "language"}
    assert [item.years for item in posting.requirements if item.years] == [3]


def test_words_that_every_posting_has_ask_for_nothing() -> None:
    assert phrases("Requirements", "Strong skills and abilities", "Equal opportunity", "Experience required") == []


def test_standing_sentences_among_the_points_ask_for_nothing() -> None:
    assert phrases("Excel", "We thank all applicants for their interest", "Dental and vision care") == ["Excel"]


def test_what_is_not_read_is_said() -> None:
    posting = read_posting("Requirements\n- Excel\n" + "x " * MOST_READ)

    assert f"{MOST_READ:,}" in posting.notes[0]
    assert "no requirements" in read_posting("Hello there").notes[0]


@given(
    st.lists(
        st.sampled_from(
            [
                "Excel",
                " and ",
                " or ",
                ", ",
                "; ",
                "3 years in HR",
                "(",
                ")",
                "\n",
                "\n- ",
                "CHRP",
                "clear writing",
                "İ’",
                ". ",
                "Requirements\n",
            ]
        ),
        max_size=30,
    )
)
def test_spans_hold_whatever_is_pasted(parts: list[str]) -> None:
    assert spans_hold(read_posting("Requirements\n- " + "".join(parts)))


def test_a_point_of_a_list_is_no_title() -> None:
    assert read_posting("Requirements\n- CHRP\n- Two years of payroll").title == ""


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        (
            "Five years of nursing experience in acute care",
            "Do you have at least 5 years of nursing experience in acute care?",
        ),
        ("2 years of experience in a busy office", "Do you have at least 2 years of experience in a busy office?"),
    ],
)
def test_a_question_of_years_can_be_read_aloud(asked: str, question: str) -> None:
    posting = read_posting(f"Requirements\n- {asked} required\n- Excel required")

    assert [item.question.replace(" required", "") for item in posting.knock_outs] == [question]
