"""The job that an interview is for: the posting's, or the target's."""

from __future__ import annotations

from dataclasses import dataclass

from resumekit.compose.kit import Kit
from resumekit.sections.context import joined
from resumekit.strategy.emphasis import words_of


@dataclass(frozen=True, slots=True)
class Aim:
    """Its title and employer; "" where neither posting nor target says."""

    role: str
    employer: str

    @property
    def text(self) -> str:
        """Both in one line."""
        return joined([self.role, self.employer])


def aim_of(kit: Kit) -> Aim:
    """The posting's title and employer; the target's where there is no posting, or it is silent and for the same job."""
    target = kit.context.target if kit.context.target and not kit.context.target.confidential else None
    role, employer = (target.role or "", target.employer or "") if target else ("", "")
    if kit.match is None:
        return Aim(role, employer)
    posting = kit.match.posting
    same = not posting.title or bool(words_of(posting.title) & words_of(role))
    title = posting.title.title() if posting.title.isupper() else posting.title
    return Aim(title or role, posting.employer or (employer if same else ""))
