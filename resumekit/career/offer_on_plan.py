"""What the written plan says of an offer: the list of employers, the new field or sector, the target field."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from resumekit.career.days import no_later
from resumekit.career.employer_name import same_employer
from resumekit.career.offer_setting import Seen, Setting
from resumekit.model.date import PartialDate
from resumekit.model.target import Target
from resumekit.strategy.emphasis import words_of
from resumekit.strategy.history import Held
from resumekit.strategy.observe import same_function

Standing = Literal["unwritten", "unknown", "present", "return", "new"]
"""How a written field or sector stands to the roles held: "return" was held in recent years and left."""
ON_THE_LIST, SAME_GROUP, CORE, INSIDE = 4, 3, 4, 3
# "Public sector" and "public services" are told apart from others by "public" alone.
_COMMON = words_of("industry sector service services business")


def preferred_employer(setting: Setting) -> Seen:
    """Whether the employer, or its group, stood on a written list of the client's before the offer came."""
    targets, offer = setting.resume.targets, setting.offer
    lists = [item for item in targets if item.preferred_employers]
    if not lists:
        warning = "there is no written list of preferred employers; write one before the next offer comes"
        return Seen(None, "no list is written", warning=warning)
    for name, points, words in (
        (offer.employer or "", ON_THE_LIST, "is on the list"),
        (offer.group or "", SAME_GROUP, "is on the list, and the employer belongs to it"),
    ):
        naming = [item for item in lists if any(same_employer(name, other) for other in item.preferred_employers)]
        if naming:
            return _listed(name, points, words, naming, offer.date)
    named = dict.fromkeys(name for item in lists for name in item.preferred_employers)
    absent = "not on the list" if offer.employer else "the offer names no employer to look for on the list"
    return Seen(None, f"{absent} ({', '.join(named)})", tuple(item.key for item in lists))


def _listed(name: str, points: int, words: str, naming: list[Target], came: PartialDate | None) -> Seen:
    # Of two equal dates, which came first is not known.
    order = [None if item.listed_on == came else no_later(item.listed_on, came) for item in naming]
    facts = tuple(item.key for item in naming)
    if True in order:
        return Seen(points, f"{name} {words}, which was written before the offer came", facts)
    if None in order:
        warning = "check that the list was written before the offer came; 'listed_on' and the offer's 'date' do not say"
        return Seen(points, f"{name} {words}", facts, warning)
    warning = f"{name} {words}, but the list was written after the offer came; that is not counted"
    return Seen(None, "the list was written after the offer came", facts, warning)


def new_sector(setting: Setting) -> Seen:
    """Whether the job lies inside a field or sector that is written down as the aim, and new to the client."""
    target = setting.target
    if target is None or not (target.field or target.sector):
        warning = "no target field or sector is written down; without one nothing can be the new one"
        return Seen(None, "no target field or sector is written", warning=warning)
    field, sector = _field_standing(setting, target), _sector_standing(setting, target)
    facts = (target.key, *((setting.last.role.key,) if setting.last else ()))
    if "new" in (field, sector):
        return _inside(setting, target, field, sector, facts)
    if "unknown" in (field, sector):
        return Seen(None, "the present field or sector is not stated", facts)
    if field == sector == "present":
        because = f"the written target, {_written(target)}, is the present field and sector"
        return Seen(0, because, facts, binding=True)
    if "return" in (field, sector):
        return Seen(0, f"{_written(target)} was held in the last five years: a return, nothing new", facts)
    return Seen(0, f"the written target, {_written(target)}, names nothing that is new", facts)


def _inside(setting: Setting, target: Target, field: Standing, sector: Standing, facts: tuple[str, ...]) -> Seen:
    """The target names something new: how far the offer lies inside it."""
    offer = setting.offer
    same_field = bool(offer.field and target.field and same_function(offer.field, target.field))
    same_area = bool(offer.sector and target.sector and same_sector(offer.sector, target.sector))
    if field == "new" and same_field:
        return Seen(CORE, f"{offer.field} is the new field that is written down", facts)
    # A new field is no reason to count a job that stays in the present sector and outside the field.
    if same_area and sector in ("new", "unknown") and (field != "new" or offer.field):
        inside = CORE if same_field else INSIDE
        return Seen(inside, f"{offer.sector} is the sector that is written down; {_function(setting, target)}", facts)
    return Seen(None, f"not known to lie inside {_written(target)}, which is new and written down", facts)


def _function(setting: Setting, target: Target) -> str:
    if not setting.offer.field or not target.field:
        return "in which function, against the one aimed at, is not stated"
    same = same_function(setting.offer.field, target.field)
    return "in the function aimed at" if same else "in another function than the one aimed at"


def _field_standing(setting: Setting, target: Target) -> Standing:
    if not target.field:
        return "unwritten"
    wanted = target.field
    present = setting.observed.last_field
    if not present:
        return "unknown"
    if same_function(wanted, present):
        return "present"
    grown = [item for item in setting.history.held if item.role.level != 0]
    return _return_or_new(setting, grown, lambda item: bool(item.role.field and same_function(wanted, item.role.field)))


def _sector_standing(setting: Setting, target: Target) -> Standing:
    if not target.sector:
        return "unwritten"
    wanted = target.sector
    present = setting.last.employer.sector if setting.last else None
    if not present:
        return "unknown"
    if same_sector(wanted, present):
        return "present"

    def is_in_it(item: Held) -> bool:
        return bool(item.employer.sector and same_sector(wanted, item.employer.sector))

    return _return_or_new(setting, list(setting.history.held), is_in_it)


def _return_or_new(setting: Setting, roles: list[Held], matches: Callable[[Held], bool]) -> Standing:
    """A return where matching roles of recent years add up to the months that the strategy asks for."""
    limits = setting.situations.thresholds
    recent = [item for item in roles if matches(item) and setting.history.years_since(item) <= limits.recent_years]
    if any(item.months is None for item in recent):
        return "return"
    months = {month for item in recent for month in range(item.start or 0, (item.end or 0) + 1)}
    return "return" if len(months) >= limits.field_held_months else "new"


def same_sector(one: str, other: str) -> bool:
    """Whether two sectors are one: the telling words of either are all in the other, or read the same run together."""
    a, b = _telling(one), _telling(other)
    if not a or not b:
        return False
    return set(a) <= set(b) or set(b) <= set(a) or "".join(a) == "".join(b)


def _telling(sector: str) -> list[str]:
    """The words of a sector in their order, without what sectors share; all of them where nothing else is left."""
    words = [word for part in re.findall(r"\w+", sector) for word in words_of(part)]
    return [word for word in words if word not in _COMMON] or words


def in_target_field(setting: Setting) -> bool | None:
    """Whether the job is in the target's field: as the offer says, else by its field; None where neither tells."""
    offer, target = setting.offer, setting.target
    if offer.in_target_field is not None:
        return offer.in_target_field
    if target is None or not target.field or not offer.field:
        return None
    return same_function(target.field, offer.field)


def _written(target: Target) -> str:
    return " in ".join(part for part in (target.field, target.sector) if part)
