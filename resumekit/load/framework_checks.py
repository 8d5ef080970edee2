"""What the model of a framework cannot see: names that lead nowhere, patterns that cannot be read, and what is odd."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from resumekit.errors import Problem, ResumekitError
from resumekit.load.cue_checks import CueChecks
from resumekit.load.guess import guess
from resumekit.load.lay import COLLECTIONS
from resumekit.load.lexicon import lexicons_on
from resumekit.load.node import Node, find
from resumekit.load.problems import at_node
from resumekit.load.shelf import Shelf
from resumekit.load.source import Source
from resumekit.model.fact import Path
from resumekit.skills.framework import Competency, Framework, Gate

MOST = {"levels": 50, "groups": 200, "competencies": 2_000, "gates": 200}
MOST_CUES = 2_000
"""Of one competency."""


def check_framework(
    own: Framework, whole: Framework, base: Framework | None, root: Node, source: Source, shelf: Shelf
) -> list[Problem]:
    """Every such problem and warning of a file: what it says itself, `own`, seen in the framework as it stands."""
    return [*_Checks(own, whole, base, root, source, shelf).all()]


@dataclass(frozen=True)
class _Checks:
    own: Framework
    whole: Framework
    base: Framework | None
    root: Node
    source: Source
    shelf: Shelf

    def all(self) -> Iterator[Problem]:
        if not self.whole.competencies:
            yield self.at(("id",), "it has no competency yet, so that nothing is found by it", "warning")
        yield from self.sizes()
        yield from self.ids()
        yield from self.omitted()
        yield from self.lexicons()
        for index, competency in enumerate(self.own.competencies):
            yield from self.names(("competencies", index), competency)
            yield from self.shown(("competencies", index, "id"), self.whole.by_id[competency.id])
        for index, gate in enumerate(self.own.gates):
            yield from self.gate(("gates", index, "id"), gate)
        yield from self.weights()
        yield from self.empty_groups()
        yield from self.cues()

    def at(self, path: Path, message: str, level: Literal["error", "warning"] = "error") -> Problem:
        return at_node(self.source, find(self.root, path)[1], message, level)

    def written(self, path: Path) -> bool:
        return find(self.root, path)[2]

    def sizes(self) -> Iterator[Problem]:
        for name, most in MOST.items():
            if len(getattr(self.own, name)) > most:
                yield self.at((name,), f"more than {most:,} {name}; make two frameworks of them")
        for index, competency in enumerate(self.own.competencies):
            if len(competency.cues) + len(competency.negative_cues) > MOST_CUES:
                yield self.at(("competencies", index, "id"), f"more than {MOST_CUES:,} cues in one competency")

    def ids(self) -> Iterator[Problem]:
        for name in COLLECTIONS:
            first: dict[str, Node] = {}
            for index, item in enumerate(getattr(self.own, name)):
                node = find(self.root, (name, index, "id"))[1]
                if earlier := first.get(item.id):
                    message = f"the id '{item.id}' is given twice; it stands already at {earlier.line}:{earlier.column}"
                    yield at_node(self.source, node, message)
                first.setdefault(item.id, node)

    def unknown(self, path: Path, what: str, name: str, known: Iterable[str]) -> Iterator[Problem]:
        """The problem of a name that is not among the known ones."""
        known = list(known)
        if name not in known:
            near = guess(name, known)
            hint = f"; did you mean '{near}'?" if near else "."
            listed = f" Known: {', '.join(known[:60])}." if known else f" There is no {what} yet."
            yield self.at(path, f"there is no {what} '{name}'{hint}{listed}")

    def names(self, path: Path, competency: Competency) -> Iterator[Problem]:
        yield from self.unknown((*path, "group"), "group", competency.group, self.whole.group_by_id)
        # What the file leaves out comes from below, where it leads somewhere or went with what is omitted.
        if competency.level and self.written((*path, "level")):
            yield from self.unknown((*path, "level"), "level", competency.level, [one.id for one in self.whole.levels])
        for index, name in enumerate(competency.shows if self.written((*path, "shows")) else ()):
            if name == competency.id:
                yield self.at((*path, "shows", index), f"'{name}' shows itself; take it out")
            else:
                yield from self.unknown((*path, "shows", index), "competency", name, self.whole.by_id)

    def omitted(self) -> Iterator[Problem]:
        omit = self.own.omit
        if self.base is None:
            if omit.model_fields_set:
                yield self.at(("omit",), "there is nothing to omit from; name the framework below under 'extends'")
            return
        for name in COLLECTIONS:
            known = [item.id for item in getattr(self.base, name)]
            for index, wanted in enumerate(getattr(omit, name)):
                what = {"competencies": "competency"}.get(name, name.removesuffix("s"))
                yield from self.unknown(("omit", name, index), f"{what} of '{self.base.id}'", wanted, known)

    def lexicons(self) -> Iterator[Problem]:
        for index, name in enumerate(self.own.lexicons):
            yield from self.unknown(("lexicons", index), "lexicon", name, self.shelf.names("lexicon"))

    def shown(self, path: Path, competency: Competency) -> Iterator[Problem]:
        group = self.whole.group_by_id.get(competency.group)
        if group is None or group.kind != "functional":
            return
        if not competency.cues:
            yield self.at(path, f"'{competency.id}' has no cues, so no words of a client can show it", "warning")
        if not competency.terms:
            message = f"'{competency.id}' has no terms, so nothing can be said in the field's own words"
            yield self.at(path, message, "warning")

    def gate(self, path: Path, gate: Gate) -> Iterator[Problem]:
        for kind, name in (("coursework", "courses"), ("years", "years")):
            if gate.kind == kind and not getattr(gate, name):
                yield self.at(path, f"a gate of the kind '{kind}' needs '{name}'")
            elif gate.kind != kind and getattr(gate, name):
                message = f"'{name}' counts for a gate of the kind '{kind}' alone; this one is '{gate.kind}'"
                yield self.at((*path[:-1], name), message, "warning")

    def weights(self) -> Iterator[Problem]:
        """Weights of the groups of a kind that do not go together."""
        if not self.own.groups:
            return
        for kind in dict.fromkeys(group.kind for group in self.own.groups):
            groups = [group for group in self.whole.groups if group.kind == kind]
            given = [group.weight for group in groups if "weight" in group.model_fields_set]
            first = next(index for index, group in enumerate(self.own.groups) if group.kind == kind)
            if given and len(given) < len(groups) and max(given) > 3:
                bare = next(group.id for group in groups if "weight" not in group.model_fields_set)
                message = f"'{bare}' has no weight and counts as 1, beside weights up to {max(given):g}"
                yield self.at(("groups", first), message, "warning")
            elif len(given) > 1 and 0.5 < abs(sum(given) - 100) <= 15:
                message = f"the weights of the {kind} groups add up to {sum(given):g}; if they are shares, to 100"
                yield self.at(("groups", first), message, "warning")

    def empty_groups(self) -> Iterator[Problem]:
        filled = Counter(competency.group for competency in self.whole.competencies)
        for index, group in enumerate(self.own.groups):
            if group.kind in ("functional", "enabling") and not filled[group.id]:
                yield self.at(("groups", index, "id"), f"no competency is in the group '{group.id}'", "warning")

    def cues(self) -> Iterator[Problem]:
        if [*self.lexicons()]:
            return  # without its lexicons every class of theirs would be told as well
        yield from CueChecks(self.own, self.base, self.root, self.source, *self.classes).all()

    @cached_property
    def classes(self) -> tuple[frozenset[str], dict[str, str]]:
        """The classes that the framework reads, and those of other lexicons with the lexicon they are in."""
        others: dict[str, str] = {}
        for lexicon in self.shelf.names("lexicon"):
            with suppress(ResumekitError):  # another file's problems are its own; here it is only hinted at
                others |= {name: lexicon for one in lexicons_on(self.shelf, [lexicon]) for name in one.classes}
        read = lexicons_on(self.shelf, self.whole.lexicons)
        return frozenset(name for lexicon in read for name in lexicon.classes), others
