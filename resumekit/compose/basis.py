"""What every document beside the resume is composed from, and the documents there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from resumekit.document.block import Document
from resumekit.registry import Registry
from resumekit.sections.context import Context
from resumekit.strategy.rules import Rules, SituationRules, load_rules, load_situations
from resumekit.themes.theme import Theme, find_theme

if TYPE_CHECKING:
    from resumekit.skills.skill_map import SkillMap


@dataclass(frozen=True)
class Basis:
    """The facts, target, strategy, language and day (`context`), and the resume that goes out with it.

    `skill_map` is what the facts show of the target's framework, where it has one; `theme` is what drawings wear.
    """

    context: Context
    resume: Document
    rules: Rules = field(default_factory=load_rules)
    situations: SituationRules = field(default_factory=load_situations)
    skill_map: SkillMap | None = None
    theme: Theme = field(default_factory=find_theme)

    @property
    def as_of(self) -> date | None:
        return self.context.as_of


Composer = Callable[[Basis], Document]

DOCUMENTS: Registry[Composer] = Registry("document")
"""Documents by name; `resume` is the one that the others go with."""
