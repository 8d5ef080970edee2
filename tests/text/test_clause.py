"""Clauses: the opening verb is found, and every verb that goes with it changes form together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.text.clause import opening_verb, to_base, to_gerund, to_past


@pytest.mark.parametrize(
    ("past", "gerund"),
    [
        ("Redesigned the intake", "redesigning the intake"),
        ("Planned and led the move", "planning and leading the move"),
        ("Recruited, trained and coached 12 people", "recruiting, training and coaching 12 people"),
        ("Set up a desk and rolled out two tools", "setting up a desk and rolling out two tools"),
        ("Successfully led the audit", "successfully leading the audit"),
        ("Personally negotiated rent and cut it", "personally negotiating rent and cutting it"),
        ("Read 40 files and wrote reports", "reading 40 files and writing reports"),
        ("Redesigned intake, trained staff and wrote the manual", "redesigning intake, training staff and writing the manual"),
        ("Organised a fair; wrote the program", "organising a fair; writing the program"),
        ("Was promoted to lead", "being promoted to lead"),
        ("Travelled to nine sites and modelled demand", "travelling to nine sites and modelling demand"),
    ],
)  # fmt: skip
def test_all_verbs_of_a_coordination_change(past: str, gerund: str) -> None:
    assert to_gerund(past) == gerund


@pytest.mark.parametrize(
    ("past", "gerund"),
    [
        ("Built trusted and shared processes", "building trusted and shared processes"),
        ("Created new and improved tools", "creating new and improved tools"),
        ("Built a tool that tracked and reported sales", "building a tool that tracked and reported sales"),
        (
            "Built a tool that tracked orders and reported sales",
            "building a tool that tracked orders and reported sales",
        ),
        ("Redesigned the form, used by 40 sites", "redesigning the form, used by 40 sites"),
        ("Managed budget, staff and schedule", "managing budget, staff and schedule"),
        ("Ensured that staff were trained and certified", "ensuring that staff were trained and certified"),
        ("Kept staff trained and motivated", "keeping staff trained and motivated"),
        ("Redesigned the form clinics use and trained 12", "redesigning the form clinics use and training 12"),
    ],
)
def test_participles_that_go_with_a_noun_stay(past: str, gerund: str) -> None:
    assert to_gerund(past) == gerund


@pytest.mark.parametrize(
    "phrase",
    [
        "Budget control for 12 sites",
        "Lead time fell by 3 days",
        "Cost savings of $40,000",
        "Set of tools for auditors",
        "Training for 40 staff",
        "Staff turnover fell",
        "Zero injuries",
        "Sales rose 20%",
    ],
)
def test_a_noun_at_the_head_is_not_taken_for_a_verb(phrase: str) -> None:
    assert opening_verb(phrase, likely=False) is None
    assert to_gerund(phrase) == phrase


@pytest.mark.parametrize(
    ("phrase", "base", "past"),
    [
        ("Lead the team and train staff", "lead the team and train staff", "led the team and trained staff"),
        ("Led the team", "lead the team", "led the team"),
        ("Manages a budget of $2 million", "manage a budget of $2 million", "managed a budget of $2 million"),
        ("Reducing errors in billing", "reduce errors in billing", "reduced errors in billing"),
        ("Cut turnaround", "cut turnaround", "cut turnaround"),
        ("Won and kept four accounts", "win and keep four accounts", "won and kept four accounts"),
    ],
)
def test_present_and_past_from_whatever_form_was_written(phrase: str, base: str, past: str) -> None:
    assert (to_base(phrase), to_past(phrase)) == (base, past)


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_a_second_time_changes_nothing(text: str) -> None:
    assert to_past(to_past(text)) == to_past(text)
