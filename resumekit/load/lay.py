"""A framework laid over another: field by field where ids are equal, added where they are new.

Cues, negative cues and sources are added to those below (a cue with the pattern of one below takes its place); every
other list takes the place of the one below. `omit` and `omit_cues` take things away.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from resumekit.model.fact import Model
from resumekit.skills.framework import Competency, Framework, Gate, Group, Level, Omit


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


M = TypeVar("M", Level, Group, Gate)
T = TypeVar("T", bound=_HasId)
COLLECTIONS = ("levels", "groups", "competencies", "gates")
"""What is laid over by id."""
_ADDED = ("cues", "negative_cues", "omit_cues")
_NOT_INHERITED = frozenset({*COLLECTIONS, "id", "extends", "omit", "sources"})


def filled(data: dict[str, Any], base: Framework) -> dict[str, Any]:
    """The values of a file that lies over `base`, with what it leaves out taken from there: every index stays."""
    full = _over(base, data, _NOT_INHERITED)
    for name in COLLECTIONS:
        if isinstance(entries := data.get(name), list):
            below = {item.id: item for item in getattr(base, name)}
            full[name] = [_entry(entry, below) for entry in entries]
    return full


def _entry(entry: Any, below: dict[str, Model]) -> Any:
    if not isinstance(entry, dict) or not isinstance(known := entry.get("id"), str) or known not in below:
        return entry
    return _over(below[known], entry, _ADDED)


def _over(below: Model, own: dict[str, Any], without: Iterable[str]) -> dict[str, Any]:
    """A field that is there and empty is one left out; an empty key that is no field stays, and is refused."""
    given = {name: getattr(below, name) for name in below.model_fields_set if name not in without}
    return given | {name: value for name, value in own.items() if value is not None or name not in below.known_keys()}


def lay_over(base: Framework, own: Framework) -> Framework:
    """`own`, whose entries are filled, over `base`. Laid over the result once more, it changes nothing."""
    omit = own.omit
    groups = _by_id(base.groups, own.groups, omit.groups)
    gone = {competency.id for competency in base.competencies if competency.group in omit.groups}
    gone = (gone | set(omit.competencies)) - {competency.id for competency in own.competencies}
    below = base.by_id
    laid = [_competency(below.get(competency.id), competency) for competency in own.competencies]
    kept = _by_id(base.competencies, laid, gone)
    competencies = [_without(competency, gone, omit.levels) for competency in kept]
    return own.model_copy(
        update={
            "groups": groups,
            "levels": _by_id(base.levels, own.levels, omit.levels),
            "competencies": tuple(competencies),
            "gates": _by_id(base.gates, own.gates, omit.gates),
            "sources": tuple(dict.fromkeys((*base.sources, *own.sources))),
            "omit": Omit(),
        }
    )


def _by_id(base: Iterable[T], own: Iterable[T], gone: Iterable[str]) -> tuple[T, ...]:
    """In the order of the base, what is new behind it."""
    taken = {item.id: item for item in base if item.id not in set(gone)}
    return tuple((taken | {item.id: item for item in own}).values())


def _competency(below: Competency | None, own: Competency) -> Competency:
    if below is None:
        return own
    gone = {plain(pattern) for pattern in own.omit_cues}
    cues = {plain(cue.pattern): cue for cue in (*below.cues, *own.cues)}
    negative = {plain(pattern): pattern for pattern in (*below.negative_cues, *own.negative_cues)}
    return own.model_copy(
        update={
            "cues": tuple(cue for pattern, cue in cues.items() if pattern not in gone),
            "negative_cues": tuple(text for pattern, text in negative.items() if pattern not in gone),
            "omit_cues": (),
        }
    )


def plain(pattern: str) -> str:
    """A pattern as it is compared: case and spaces make no difference."""
    return " ".join(pattern.lower().split())


def _without(competency: Competency, gone: set[str], levels: Iterable[str]) -> Competency:
    """The competency without what names something that is gone."""
    if not gone.isdisjoint(competency.shows):
        shows = tuple(name for name in competency.shows if name not in gone)
        competency = competency.model_copy(update={"shows": shows})
    return competency.model_copy(update={"level": None}) if competency.level in set(levels) else competency
