"""The documents there are: the resume, and what goes with it."""

from __future__ import annotations

from resumekit.compose import justification, letter, linkedin, references, skill_report  # noqa: F401 - each adds itself to the registry
from resumekit.compose.basis import DOCUMENTS
from resumekit.errors import UnknownNameError

RESUME, FIRST_SCAN, SKILLS = "resume", "first-scan", "skills"

__all__ = ["DOCUMENTS", "FIRST_SCAN", "RESUME", "SKILLS", "check_document", "document_names"]


def document_names() -> tuple[str, ...]:
    """Every document that can be asked for."""
    return (RESUME, *DOCUMENTS, FIRST_SCAN)


def check_document(name: str) -> None:
    """Raises UnknownNameError for a document that there is not."""
    if name not in document_names():
        raise UnknownNameError("document", name, document_names())
