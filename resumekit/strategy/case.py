"""What the steps of one decision share: the facts seen, the numbers, and the reasons and omissions they gather."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.strategy.emphasis import Value
from resumekit.strategy.history import Held, History
from resumekit.strategy.observe import Observed
from resumekit.strategy.rules import Profile, Rules, SituationRule
from resumekit.strategy.shown import Shown
from resumekit.strategy.situation import Fired
from resumekit.strategy.strategy import Left, Reason
from resumekit.strategy.terms import Term

if TYPE_CHECKING:
    from resumekit.skills.skill_map import SkillMap


@dataclass
class Case:
    """Filled from front to back by `decide`; steps read it and add reasons and omissions."""

    resume: Resume
    target: Target | None
    posting: str
    rules: Rules
    history: History
    seen: Observed
    fired: tuple[Fired, ...]
    situation: SituationRule
    length: str
    profile: Profile
    values: dict[str, Value]
    wanted: frozenset[str]
    omit: frozenset[str]
    skill_map: SkillMap | None = None
    shown: dict[str, tuple[Shown, ...]] = field(default_factory=dict)
    """What of the framework each fact shows; empty without a map."""
    terms: tuple[Term, ...] = ()
    """The framework's words that may stand on this page."""
    reasons: list[Reason] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def because(self, rule: str, text: str, *facts: str) -> None:
        self.reasons.append(Reason(rule, text, facts))

    def leave(self, fact: str, reason: str) -> None:
        value = self.values.get(fact)
        self.left.append(Left(fact, reason, round(value.total, 2) if value else None))

    def is_omitted(self, key: str) -> bool:
        return key in self.omit

    def holds(self, number: int) -> bool:
        """Whether a situation holds, as the primary one or beside it."""
        return any(fired.number == number for fired in self.fired)

    @property
    def primary(self) -> int:
        """The number of the primary situation; 0 where none holds."""
        return self.fired[0].number if self.fired else 0

    def kept(self) -> list[Held]:
        """The roles that the target does not leave out, the newest first."""
        return [
            held for held in self.history.held
            if not self.is_omitted(held.role.key) and not self.is_omitted(held.employer.key)
        ]  # fmt: skip

    def ranked(self, held: Held) -> list[str]:
        """The achievements of a role that may be shown, the most valuable first; file order breaks ties."""
        shown = [item.key for item in held.role.achievements if not self.is_omitted(item.key)]
        return sorted(shown, key=lambda key: -self.values[key].total)
