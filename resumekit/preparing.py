"""Preparing an interview: the resume planned, the posting matched, what is looked for, and the stories that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resumekit.career.demands import framework_demands, posting_demands, skill_demands, topped_up
from resumekit.career.matrix import place_stories
from resumekit.career.story import Demand
from resumekit.career.story_rules import telling_rules
from resumekit.compose.basis import Basis
from resumekit.compose.kit import Kit
from resumekit.compose.kit_stories import pick_stories
from resumekit.load.client import Client
from resumekit.load.named_framework import named_framework
from resumekit.load.posting import posting_text
from resumekit.pipeline import Choices, plan

if TYPE_CHECKING:
    from resumekit.skills.posting import Posting
    from resumekit.skills.posting_match import PostingMatch


def prepare_interview(client: Client, choices: Choices | None = None, posting: str | Posting | None = None) -> Kit:
    """All that the parts of an interview kit are made from.

    `posting` is its text or as it was read; without one, the target's own is taken where it has one. The rules among
    the choices hold for the strategy and for the advice.

    Raises:
        UnknownNameError: there is no such target or framework.
        ResumekitError: a file of rules cannot be used.
    """
    choices = choices or Choices()
    telling = telling_rules(choices.rules)
    basis = plan(client, choices).basis
    match = _match(client, basis, choices, posting)
    demands = find_demands(basis, match, telling.most_demands)
    stories = pick_stories(basis, demands, telling)
    placed = place_stories(demands, stories, telling.most_uses)
    # A competency was looked for because facts show it; that no card had room for them is nobody's homework.
    kept = tuple(item for item in placed if item.story is not None or item.demand.kind != "competency")
    return Kit(basis, match, stories, kept, choices.rules)


def _match(client: Client, basis: Basis, choices: Choices, posting: str | Posting | None) -> PostingMatch | None:
    target = basis.context.target
    asked = posting or (posting_text(client, target) if target else None)
    if not asked:
        return None
    # Only here, for it reads with spaCy where there is a framework.
    from resumekit.mapping import match_posting

    named = choices.framework or (named_framework(client, target, choices.frameworks) if target else None)
    shown = frozenset(fact for _, line in basis.resume.lines() for fact in line.facts)
    return match_posting(client.resume, asked, named, as_of=choices.as_of, shown=shown, folders=choices.frameworks)


def find_demands(basis: Basis, match: PostingMatch | None, most: int) -> tuple[Demand, ...]:
    """What the interviewer looks for: the posting's requirements, then the field's competencies, else the client's
    skills; no more than `most`, unless the posting alone asks for more.
    """
    resume, values = basis.context.resume, basis.context.strategy.values
    asked = posting_demands(match, resume, values) if match else ()
    duties = " ".join(item.text for item in match.posting.duties) if match else ""
    field = framework_demands(basis.skill_map, duties) if basis.skill_map else ()
    return topped_up(asked, field or skill_demands(resume, values), most)
