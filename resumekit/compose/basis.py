"""What every document beside the resume is composed from, and the documents there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from resumekit.document.block import Document
from resumekit.registry import Registry
from resumekit.sections.context import Context


@dataclass(frozen=True)
class Basis:
    """The facts, target, strategy, language and day (`context`), and the resume that goes out with it."""

    context: Context
    resume: Document

    @property
    def as_of(self) -> date | None:
        return self.context.as_of


Composer = Callable[[Basis], Document]

DOCUMENTS: Registry[Composer] = Registry("document")
"""Documents by name; `resume` is the one that the others go with."""
