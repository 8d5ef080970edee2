"""What the parts of an interview kit share: the client's facts and strategy, the posting, the stories."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.career.story import Placed, Story
from resumekit.compose.basis import Basis
from resumekit.sections.context import Context

if TYPE_CHECKING:
    from resumekit.skills.posting_match import PostingMatch


@dataclass(frozen=True, slots=True)
class Kit:
    """All that a part of the kit is made from. `match` is None without a posting."""

    basis: Basis
    match: PostingMatch | None = None
    stories: tuple[Story, ...] = ()
    placed: tuple[Placed, ...] = ()
    rules: tuple[Path, ...] = ()
    """Files of a coach's own numbers and words."""

    @property
    def context(self) -> Context:
        """Resume, target, strategy and language."""
        return self.basis.context
