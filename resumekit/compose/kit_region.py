"""The province whose rules for postings hold for a kit: the posting's, else the target's market, else the client's."""

from __future__ import annotations

from resumekit.compose.kit import Kit
from resumekit.skills.posting_flags import region_of
from resumekit.skills.posting_words import table
from resumekit.text.tables import DataTable


class RegionRules(DataTable):
    """What a province's law says of postings and of an answer to those who were interviewed."""

    name: str
    since: str
    applies: str
    source: str
    answer_days: int
    exempt_above: int


def region_of_kit(kit: Kit) -> str:
    """Two letters; empty where none is known."""
    if kit.match and kit.match.posting.region:
        return kit.match.posting.region
    target, person = kit.context.target, kit.context.resume.person
    places = (target.market if target else None, person.region)
    # In brackets, two letters are read as a province too.
    return next((found for place in places if place and (found := region_of(f"({place})"))), "")


def region_rules(kit: Kit) -> RegionRules | None:
    """The rules of the kit's province; None where none are kept for it."""
    found = table("posting-rules").get(region_of_kit(kit))
    return RegionRules(**{name: found[name] for name in RegionRules.model_fields}) if found else None
