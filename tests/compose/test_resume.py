"""The resume as a document: its head, its name, its day, and what it leaves out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.document.block import Document
from resumekit.document.line import Line
from resumekit.model import activity
from resumekit.model.resume import Resume
from resumekit.pipeline import Choices, compose, plan
from tests.strategies import resumes

_CHOICES = Choices()


def _composed(choices: Choices = _CHOICES, **data: Any) -> Document:
    return compose(Resume.model_validate({"person": {"name": "Amina Haddad"}, **data}), choices)


def _texts(document: Document, section: str) -> list[str]:
    return [line.text for name, line in document.lines() if name == section]


JOB = {"employer": "Northwind", "title": "Lab Manager", "start": "2020-02", "end": "present"}


def test_a_target_title_that_was_never_held_is_labelled_and_one_that_was_held_is_not() -> None:
    assert _texts(_composed(experience=[JOB], targets=["HR Advisor"]), "head")[1] == "Target: HR Advisor"
    assert _texts(_composed(experience=[JOB], targets=["lab manager"]), "head")[1] == "lab manager"
    assert _texts(_composed(experience=[JOB]), "head")[1] == "Lab Manager"
    assert _texts(_composed(experience=[JOB], targets=[{"field": "human resources"}]), "head")[1] == "Human resources"
    assert _texts(_composed(), "head") == ["Amina Haddad"]


def test_a_headline_the_coach_wrote_goes_first_the_targets_before_the_persons() -> None:
    person = {"name": "A", "headline": "Theirs"}

    assert _texts(_composed(person=person, targets=["HR"]), "head")[1] == "Theirs"
    assert _texts(_composed(person=person, targets=[{"role": "HR", "headline": "Ours"}]), "head")[1] == "Ours"


def test_contact_shows_no_street_and_links_what_can_be_reached() -> None:
    person = {
        "name": "A",
        "city": "Guelph",
        "region": "ON",
        "address": "12 Hidden Lane",
        "postal_code": "N1G 2W1",
        "phone": "519-555-0100",
        "email": "a@example.ca",
        "links": ["https://www.linkedin.com/in/a/", "https://example.ca/b?c=d"],
        "work_authorization": "Authorized",
    }
    head = _composed(person=person).head

    assert head is not None
    assert [line.text for line in head.contact] == [
        "Guelph, ON",
        "519-555-0100",
        "a@example.ca",
        "linkedin.com/in/a",
        "example.ca/b?c=d",
        "Authorized",
    ]
    assert [span.link for line in head.contact for span in line.spans if span.link] == [
        "mailto:a@example.ca",
        "https://www.linkedin.com/in/a/",
        "https://example.ca/b?c=d",
    ]


@pytest.mark.parametrize("email", ["not an address", "a@b@c", "<a@b>"])
def test_an_address_that_is_none_is_printed_and_not_linked(email: str) -> None:
    head = _composed(person={"name": "A", "email": email}).head

    assert head is not None
    assert [(span.text, span.link) for line in head.contact for span in line.spans] == [(email, None)]


@pytest.mark.parametrize(
    ("status", "shown"), [("designated", "A, CHRP"), ("candidate", "A"), ("exam passed", "A"), ("in progress", "A")]
)
def test_letters_stand_after_the_name_only_for_what_is_held(status: str, shown: str) -> None:
    credential = {
        "name": "Certified Human Resources Professional",
        "short": "CHRP",
        "status": status,
        "field": "human resources",
    }
    document = _composed(
        person={"name": "A"}, credentials=[credential], targets=[{"role": "HR Advisor", "field": "human resources"}]
    )

    assert _texts(document, "head")[0] == shown


@pytest.mark.parametrize(
    ("name", "title", "stem"),
    [
        ("Zoë O'Brien", "R&D / Manager", "Zoë-OBrien-R-D-Manager"),
        ("علي حسن", "مدير", "علي-حسن-مدير"),
        ("李小龍", "经理", "李小龍-经理"),
        ("../../etc/passwd", "a\\b:c*d?", "etc-passwd-a-b-c-d"),
        ("A" * 200, "B", "A" * 80),
        ("🙂", "🙂", "Resume"),
        ("He\u0301le\u0300ne", "Chef", "Hélène-Chef"),
    ],
)
def test_a_file_is_named_first_last_title_and_safe_on_every_system(name: str, title: str, stem: str) -> None:
    assert _composed(person={"name": name}, targets=[title]).file_stem == stem


def test_without_a_target_a_file_is_named_after_the_newest_title() -> None:
    old = {"employer": "Old", "title": "Clerk", "start": "2001", "end": "2003"}

    assert _composed(experience=[old, JOB]).file_stem == "Amina-Haddad-Lab-Manager"


@pytest.mark.parametrize(
    ("tag", "paper"), [("en-CA", "letter"), ("en-US", "letter"), ("fr-CA", "letter"), ("en-GB", "a4")]
)
def test_paper_follows_the_country_and_gives_way_to_choices(tag: str, paper: str) -> None:
    assert _composed(locale=tag).paper == paper
    assert _composed(Choices(paper="a4"), locale=tag, targets=[{"role": "x", "paper": "letter"}]).paper == "a4"
    assert _composed(locale=tag, targets=[{"role": "x", "paper": "a4"}]).paper == "a4"


def test_a_choice_of_language_goes_before_the_targets_and_the_files() -> None:
    target = {"role": "x", "locale": "en-US"}

    assert _composed(locale="fr-CA").language == "fr-CA"
    assert _composed(locale="fr-CA", targets=[target]).language == "en-US"
    assert _composed(Choices(locale="en-GB"), locale="fr-CA", targets=[target]).language == "en-GB"


def _styled(document: Document, style: str) -> list[str]:
    return [span.text for _, line in document.lines() for span in line.spans if span.style == style]


def test_the_day_it_is_seen_from_changes_tenure_and_years_alone() -> None:
    def words(day: date) -> list[Line]:
        return [
            line
            for name, line in _composed(Choices(as_of=day), experience=[JOB], targets=["HR"]).lines()
            if name != "profile"
        ]

    early, late = words(date(2023, 3, 1)), words(date(2024, 4, 1))

    assert early != late
    assert [[span for span in line.spans if span.style != "tenure"] for line in early] == [
        [span for span in line.spans if span.style != "tenure"] for line in late
    ]


def test_tenure_needs_a_day_to_count_to() -> None:
    assert _styled(_composed(experience=[JOB]), "tenure") == []
    assert _styled(_composed(experience=[JOB], as_of="2026-11"), "tenure") == [" (6 years)"]
    assert _styled(_composed(Choices(as_of=date(2024, 2, 1)), experience=[JOB], as_of="2026-11"), "tenure") == [
        " (4 years)"
    ]


@given(resumes, st.none() | st.just("en-CA"))
def test_what_is_left_out_is_told_once_with_its_reason(resume: Resume, locale: str | None) -> None:
    made = plan(resume, Choices(locale=locale))

    told = [(item.fact, item.reason) for item in made.document.omitted]
    assert len(set(told)) == len(told)
    assert {left.fact for left in made.basis.context.strategy.left if left.fact in resume.facts} <= {
        fact for fact, _ in told
    }
    assert all(item.reason and item.text for item in made.document.omitted)


@given(resumes)
def test_nothing_that_is_the_coachs_alone_is_told(resume: Resume) -> None:
    document = compose(resume)

    everything = str(document)
    assert "Hidden Lane" not in everything
    said = " ".join(line.text for _, line in document.lines())
    shown = {ref.partition("#")[0] for _, line in document.lines() for ref in line.facts}
    for key, fact in resume.facts.items():
        if key.startswith("referees"):
            assert key not in shown
        if isinstance(fact, activity.Testimonial) and not fact.permission:
            assert key not in shown
        if fact.confidential and not fact.say_as:
            assert key not in shown, said


@given(resumes)
def test_a_document_is_the_same_each_time(resume: Resume) -> None:
    assert compose(resume) == compose(resume)
