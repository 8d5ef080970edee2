"""What the full client's document says: all that should print, and nothing of what should not."""

from __future__ import annotations

import pytest

from resumekit.compose.resume import compose_resume, make_context
from resumekit.document.block import Document
from resumekit.load.client import load
from resumekit.strategy.decide import decide
from tests.full_client.markers import FULL, markers, never, printing


def document_for(name: str) -> Document:
    resume = load(FULL).resume
    target = resume.target(name)
    return compose_resume(resume, make_context(resume, target, decide(resume, target)))


def words_of(document: Document) -> set[str]:
    return {word for _, line in document.lines() for word in markers(line.text)}


def test_the_document_shows_every_marker_that_should_print() -> None:
    assert [word for word in printing() if word not in words_of(document_for("full"))] == []


@pytest.mark.parametrize("name", ["full", "other"])
def test_the_document_shows_nothing_that_is_the_coachs_own_or_confidential(name: str) -> None:
    shown = words_of(document_for(name))

    assert shown
    assert [word for word in never() if word in shown] == []


@pytest.mark.parametrize("name", ["full", "other"])
def test_the_full_client_is_no_draft(name: str) -> None:
    assert document_for(name).draft == ()
