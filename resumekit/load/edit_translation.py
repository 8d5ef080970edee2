"""The coach's confirmation of a word of the target field, written into a client file with its comments kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path as FilePath

from resumekit.errors import ClientFileError
from resumekit.load.client import Client, load
from resumekit.load.edit import nodes_of, same_but_for, write_back
from resumekit.load.edit_item import with_item
from resumekit.load.edit_text import with_field
from resumekit.load.source import Source
from resumekit.model.date import PartialDate
from resumekit.model.resume import Resume
from resumekit.model.target import Target, Translation
from resumekit.skills.licence import is_confirmed, translation_hash

FIELD = "translations"


def confirm_translation(
    path: str | FilePath, target_key: str, term: str, facts: Iterable[str], on: PartialDate
) -> tuple[str, ...]:
    """Writes that a term may stand for what these facts say; gives the facts that it is confirmed for.

    A translation of that term that is there already keeps the facts that the coach named in it.

    Raises:
        UnknownNameError: there is no such target or fact.
        ClientFileError: the file cannot be read, or nothing can be written in that place.
        OutputError: the file cannot be written.
    """
    client = load(path)
    target = client.resume.target(target_key)
    assert target is not None
    there = next((item for item in target.translations if item.term.casefold() == term.casefold()), None)
    named = there.facts if there else tuple(facts)
    if there and not named:
        message = (
            f"the translation '{there.term}' names no facts; write those that show it: facts: [{', '.join(facts)}]"
        )
        raise ClientFileError([client.places.problem((*target.path, FIELD), message)])
    wanted = f"{on} #{translation_hash(client.resume, term, named)}"
    source = client.places.source
    text = _set(source, target, there, wanted) if there else _added(source, target, term, named, wanted)
    write_back(client, replace(source, text=text), FIELD, [target], _check(client, target, term))
    return named


def _added(source: Source, target: Target, term: str, facts: tuple[str, ...], confirmed: str) -> str:
    node, _ = nodes_of(source, target)
    item = {"term": term, "facts": facts, "confirmed": confirmed}
    return with_item(source, node, FIELD, item, type(target).shorthand)


def _set(source: Source, target: Target, there: Translation, confirmed: str) -> str:
    node, _ = nodes_of(source, target)
    listed = node.mapping[FIELD][1]
    assert isinstance(listed.value, list)
    item = listed.value[target.translations.index(there)]
    return with_field(source, item, listed, ("confirmed", confirmed), None)


def _check(client: Client, target: Target, term: str) -> Callable[[Resume], bool]:
    def holds(again: Resume) -> bool:
        if not same_but_for(FIELD, [target.key], again, client.resume):
            return False
        now = again.fact(target.key)
        assert isinstance(now, Target)
        found = [item for item in now.translations if item.term.casefold() == term.casefold()]
        others = [item for item in now.translations if item.term.casefold() != term.casefold()]
        kept = [item for item in target.translations if item.term.casefold() != term.casefold()]
        return others == kept and any(is_confirmed(item, again) for item in found)

    return holds
