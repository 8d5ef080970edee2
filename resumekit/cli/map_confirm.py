"""`resumekit map --confirm`: the coach's word that a term of the target field may be used for what a client did."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from resumekit.cli import screen
from resumekit.errors import ResumekitError, UnknownNameError

if TYPE_CHECKING:
    from resumekit.load.client import Client
    from resumekit.model.target import Target
    from resumekit.skills.skill_map import Licence, SkillMap


def confirm_term(client: Client, target: Target | None, skill_map: SkillMap, term: str, on: date, form: str) -> None:
    """Writes the confirmation into the client file, for the facts that show the term.

    Raises:
        UnknownNameError: no fact of the client's licenses such a term.
        ResumekitError: there is no target to write it under, or the term needs no confirmation.
    """
    if target is None:
        raise ResumekitError("a confirmation stands under a target; write one below 'targets:' first")
    found = _waiting(skill_map, term)
    facts = tuple(sorted({fact for item in found for fact in item.facts}))
    from resumekit.load.edit_translation import confirm_translation
    from resumekit.model.date import PartialDate

    assert client.path is not None
    name = found[0].term
    written = confirm_translation(client.path, target.key, name, facts, PartialDate(on.year, on.month, on.day))
    if form == "json":
        screen.say_json(
            {
                "client": str(client.path),
                "target": target.key,
                "term": name,
                "facts": list(written),
                "on": on.isoformat(),
            }
        )
        return
    screen.say(f"confirmed '{name}' for {', '.join(written)}")
    screen.note(f"written under the translations of the target {target.key}; an edit of those facts voids it")


def _waiting(skill_map: SkillMap, term: str) -> list[Licence]:
    """The licences of a term that wait."""
    wanted = " ".join(term.split()).casefold()
    named = [item for item in skill_map.licences if item.term.casefold() == wanted]
    waiting = [item for item in named if not item.is_open]
    if waiting:
        return waiting
    if any(item.confirmed and not item.usable for item in named):
        raise ResumekitError(f"'{named[0].term}' is confirmed already, and holds")
    if named:
        raise ResumekitError(
            f"'{named[0].term}' may be used as it is: the facts demonstrate it, and need no confirmation"
        )
    raise UnknownNameError("term that these facts show", term, {item.term for item in skill_map.licences})
