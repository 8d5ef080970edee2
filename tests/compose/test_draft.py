"""Drafts: whatever is still to come or to be confirmed stands in the way of a final, wherever it stands."""

from __future__ import annotations

from typing import Any

import pytest

from resumekit.document.block import Document
from resumekit.model.achievement import Achievement
from resumekit.model.resume import Resume
from resumekit.pipeline import compose


def _with(achievement: dict[str, Any]) -> Document:
    role = {"employer": "Northwind", "title": "Manager", "start": "2020", "achievements": [achievement]}
    return compose(Resume.model_validate({"person": {"name": "Amina Haddad"}, "experience": [role]}))


@pytest.mark.parametrize("unit", ["%", "$", "weeks", "people", None])
@pytest.mark.parametrize("figure", [{"value": "X"}, {"from": "X", "to": 8}, {"from": 13, "to": "X"}, {"value": "TBD"}])
def test_a_figure_that_is_to_come_makes_a_draft(figure: dict[str, Any], unit: str | None) -> None:
    measure = {**figure, **({"unit": unit} if unit else {}), "of": "turnaround"}

    assert _with({"action": "Redesigned intake", "result": "Cut turnaround", "measures": [measure]}).draft


@pytest.mark.parametrize(
    "text", ["Cut costs by X%", "Saved $XX a year", "Led [number] people", "Saved TBD hours", "Grew ??? sites"]
)
def test_a_placeholder_in_a_finished_text_makes_a_draft_and_is_marked(text: str) -> None:
    document = _with({"text": text})

    assert any(text in reason for reason in document.draft)
    assert any(line.is_placeholder for _, line in document.lines())


@pytest.mark.parametrize(
    "data",
    [
        {"person": {"name": "[name]"}},
        {"person": {"name": "A", "headline": "Manager of X% growth"}},
        {"person": {"name": "A", "profile": "Saved $XX for clients"}},
        {"person": {"name": "A"}, "experience": [{"employer": "N", "title": "M", "summary": "Ran [X] sites"}]},
        {"person": {"name": "A"}, "experience": [{"employer": "N", "title": "M", "scope": {"budget": "$XX"}}]},
        {"person": {"name": "A"}, "experience": [{"employer": "N", "title": "M", "duties": ["Served XX clients"]}]},
        {"person": {"name": "A"}, "awards": [{"name": "Prize", "reason": "for X% growth"}]},
        {"person": {"name": "A"}, "education": [{"institution": "U", "grade": "XX%"}]},
        {"person": {"name": "A"}, "projects": [{"name": "P", "description": "for [client]"}]},
        {"person": {"name": "A", "phone": "416-555-XXXX"}},
    ],
    ids=str,
)  # fmt: skip
def test_a_placeholder_makes_a_draft_wherever_it_stands(data: dict[str, Any]) -> None:
    assert compose(Resume.model_validate(data)).draft


@pytest.mark.parametrize(
    "text", ["Sold the Model X to 40 towns", "Led 12 people", "Won the XXI Games bid", "Asked why? and mended it"]
)
def test_a_letter_of_a_name_is_no_placeholder(text: str) -> None:
    assert _with({"text": text}).draft == ()


ESTIMATE = {
    "action": "Redesigned intake",
    "result": "Cut turnaround",
    "measures": [{"value": 30, "unit": "%", "confidence": "estimated"}],
}


def test_an_estimate_makes_a_draft_until_it_is_confirmed_as_it_stands() -> None:
    stamp = Achievement.model_validate(ESTIMATE).text_hash

    assert "an estimate that the client has not confirmed" in _with(ESTIMATE).draft[0]
    assert _with({**ESTIMATE, "confirmed": "2026-10-01"}).draft == ()
    assert _with({**ESTIMATE, "confirmed": f"2026-10-01 #{stamp}"}).draft == ()
    assert (
        "changed since the client confirmed it"
        in _with({**ESTIMATE, "result": "Cut it", "confirmed": f"2026 #{stamp}"}).draft[0]
    )


def test_what_is_not_shown_makes_no_draft() -> None:
    data = {
        "person": {"name": "A"},
        "targets": [{"role": "Manager", "omit": ["a1"]}],
        "experience": [{"employer": "N", "title": "M", "achievements": [{**ESTIMATE, "id": "a1"}, "Led"]}],
    }

    assert compose(Resume.model_validate(data)).draft == ()
