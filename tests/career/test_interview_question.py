"""A question about a requirement is a sentence, whatever the posting's words; a duty follows "to" only where it can."""

from __future__ import annotations

import re

import pytest

from resumekit.career.interview_question import asked, duty_of, says_a_duty, subject_of, tool_of
from resumekit.career.kit_words import kit_words
from resumekit.skills.posting_read import read_posting
from tests.skills.postings import NAMES, sample
from tests.skills.postings import asked as requirements

WORDS = kit_words().behavioural


def _question(line: str, *, english: bool = True) -> str:
    (only,) = requirements(line)
    return asked(only, WORDS, english=english)


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("3+ years in HR", "Tell me about a time when a result depended on your experience in HR."),
        (
            "2 to 3 years of experience coordinating volunteers",
            "Tell me about a time when a result depended on your experience coordinating volunteers.",
        ),
        (
            "4+ years of professional software development",
            "Tell me about a time when a result depended on your years of professional software development.",
        ),
        (
            "Two or more years of experience with supervising employees in a 24-hour operation",
            "Tell me about a time when a result depended on your experience with supervising employees in a 24-hour "
            "operation.",
        ),
        (
            "Experience with staff scheduling",
            "Tell me about a time when a result depended on your experience with staff scheduling.",
        ),
        ("Knowledge of job evaluation", "Tell me about a time when you had to apply your knowledge of job evaluation."),
        (
            "Working knowledge of the Employment Standards Act",
            "Tell me about a time when you had to apply the Employment Standards Act.",
        ),
        ("Ability to calm an upset family", "Tell me about a time when you had to calm an upset family."),
        ("Excellent presentation skills", "Tell me about a time when a result depended on your presentation skills."),
        ("Conflict resolution", "Tell me about a time when a result depended on conflict resolution."),
        ("Canadian payroll", "Tell me about a time when a result depended on Canadian payroll."),
        ("3 to 5 years managing people", "Tell me about a time when a result depended on your experience managing people."),
        (
            "Proven track record of building partnerships",
            "Tell me about a time when a result depended on building partnerships.",
        ),
        (
            "Understanding of Indigenous reconciliation",
            "Tell me about a time when you had to apply your knowledge of Indigenous reconciliation.",
        ),
        ("Clear writing", "Tell me about a time when a result depended on clear writing."),
        ("Strong Excel skills", "Tell me about a time when you used Excel to solve a problem."),
        ("Fluent French", "Tell me about a time when you had to explain something difficult in French."),
    ],
)  # fmt: skip
def test_a_phrase_that_fits_is_built_in(line: str, question: str) -> None:
    assert _question(line) == question


@pytest.mark.parametrize(
    "line",
    [
        "Lead teams through change",
        "Superior analytical",
        "A team player with a positive attitude",
        "Great listener",
        "Typing speed of 45 wpm",
        "Detail-oriented",
        "Eighteen months of customer service experience",
        "Manage inventory",
        "You thrive when priorities shift",
        "Preferably in a food bank",
        "2 years warehouse experience, 1 as a lead or supervisor",
        "Ability to lift; ability to stand; ability to carry boxes that are heavy all day",
    ],
)
def test_a_phrase_that_might_not_read_is_quoted_whole(line: str) -> None:
    for item in requirements(line):
        question = asked(item, WORDS)

        assert f"“{item.phrase}”" in question or item.kind != "skill"


def test_another_language_is_quoted() -> None:
    assert _question("Conflict resolution", english=False) == WORDS.quoted.format(what="Conflict resolution")


@pytest.mark.parametrize("line", ["Valid G driver's licence", "Clear vulnerable sector check", "Able to lift 50 lbs"])
def test_what_cannot_be_a_story_is_not_asked_as_one(line: str) -> None:
    question = _question(line)

    assert "Tell me about a time" not in question
    assert line in question


@pytest.mark.parametrize("name", NAMES)
def test_every_question_of_the_sample_postings_is_one_sentence_or_two(name: str) -> None:
    posting = sample(name)

    questions = [asked(item, WORDS, english=posting.language == "en") for item in posting.requirements]

    assert questions
    for question in questions:
        assert re.fullmatch(r"[A-Z][^\n{}]+[.?]", question)
        assert not re.search(r"\b(?:your|on|apply) (?:(?:an?|the) (?:your|an?|the)|is|are|must|will)\b|  ", question)


@pytest.mark.parametrize(
    ("line", "words", "fits"),
    [
        ("Run full-cycle recruitment", "run full-cycle recruitment", True),
        ("Managing a budget of $2 million", "manage a budget of $2 million", True),
        ("You will build the payments service", "build the payments service", True),
        ("Leads the work of three analysts", "Leads the work of three analysts", False),
        ("Responsible for maintaining the register", "maintain the register", True),
        ("To process payments", "process payments", True),
        ("Design, build and run services", "design, build and run services", True),
        ("The teacher plans the Grade 6 programme", "The teacher plans the Grade 6 programme", False),
        ("Team player", "Team player", False),
        ("Help your manager", "Help your manager", False),
    ],
)
def test_a_duty_follows_to_only_with_its_verb_in_front(line: str, words: str, fits: bool) -> None:
    duty = duty_of(line)

    assert (duty.text, duty.fits) == (words, fits)


@pytest.mark.parametrize("line", ["Other duties as assigned", "Any other related duties", "Additional tasks as needed"])
def test_other_duties_are_none(line: str) -> None:
    assert not says_a_duty(line)
    assert says_a_duty("Assign duties to other staff")


def test_a_french_duty_is_quoted() -> None:
    assert not duty_of("Design et conception", english=False).fits


def test_tools_and_subjects_are_named_in_the_postings_own_letters() -> None:
    (either,) = requirements("Experience with AWS or Azure")
    (law,) = requirements("Good knowledge of the Human Rights Code")
    (paper,) = requirements("CHRP designation")

    assert tool_of(either) == "AWS or Azure"
    assert subject_of(law) == "the Human Rights Code"
    assert tool_of(paper) == subject_of(paper) == ""


def test_the_sample_postings_were_read() -> None:
    assert sum(len(sample(name).requirements) for name in NAMES) > 80
    assert read_posting("Clerk").requirements == ()
