"""What every document beside the resume is composed from, and the documents there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from resumekit.document.block import Document
from resumekit.registry import Registry
from resumekit.sections.context import Context
from resumekit.strategy.rules import Rules, SituationRules, load_rules, load_situations


@dataclass(frozen=True)
class Basis:
    """The facts, target, strategy, language and day (`context`), and the resume that goes out with it."""

    context: Context
    resume: Document
    rules: Rules = field(default_factory=load_rules)
    situations: SituationRules = field(default_factory=load_situations)

    @property
    def as_of(self) -> date | None:
        return self.context.as_of


Composer = Callable[[Basis], Document]

DOCUMENTS: Registry[Composer] = Registry("document")
"""Documents by name; `resume` is the one that the others go with."""
