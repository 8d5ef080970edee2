"""References: those who agreed, and nobody else."""

from __future__ import annotations

from resumekit.compose.references import compose_references
from tests.strategy.library import basis_of, text_of


def test_only_who_gave_permission_is_named() -> None:
    said = text_of(compose_references(basis_of("executive")))

    assert "Oskar Bellamy" in said
    assert "(604) 555-0170" in said
    assert "Ingrid Faulk" not in said
    assert "ingrid.faulk" not in said


def test_a_resume_names_no_referee() -> None:
    assert "Oskar Bellamy" not in text_of(basis_of("executive").resume)


def test_without_a_referee_there_is_no_section() -> None:
    assert compose_references(basis_of("lateral")).sections == ()
