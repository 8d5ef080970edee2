"""The cues of a framework file: each can be read, calls classes that are there, and stands once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from resumekit.errors import Problem, ResumekitError
from resumekit.load.guess import guess
from resumekit.load.lay import plain
from resumekit.load.node import Node, find
from resumekit.load.problems import at_node
from resumekit.load.source import Source
from resumekit.model.fact import Path
from resumekit.skills.framework import Competency, Framework
from resumekit.skills.pattern import Pattern, Sense, parse_pattern, same_as


def unreadable(root: Node, source: Source) -> Iterator[Problem]:
    """The cues that cannot be read, of a file whose fields are wrong elsewhere: told with those at once."""
    for competency in _items(root, "competencies"):
        for cue in (*_items(competency, "cues"), *_items(competency, "negative_cues")):
            node = cue.get("pattern") or cue
            if isinstance(node.value, str) and len(node.value.strip()) > 1:  # shorter, the model says so
                try:
                    parse_pattern(node.value)
                except ResumekitError as error:
                    yield at_node(source, node, str(error))


def _items(node: Node, name: str) -> list[Node]:
    found = node.get(name)
    return found.value if found and isinstance(found.value, list) else []


@dataclass(frozen=True)
class CueChecks:
    """`classes` are those that the framework reads; `others` those of all lexicons, with the lexicon's id."""

    own: Framework
    base: Framework | None
    root: Node
    source: Source
    classes: frozenset[str]
    others: dict[str, str]
    first: dict[Sense, tuple[str, Node | None]] = field(default_factory=dict)

    def all(self) -> Iterator[Problem]:
        """Every problem and warning, in the order of the file."""
        self.remember_base()
        for index, competency in enumerate(self.own.competencies):
            path: Path = ("competencies", index)
            yield from self.omitted(path, competency)
            for number, cue in enumerate(competency.cues):
                node = self.node((*path, "cues", number, "pattern"))
                pattern, problem = self.read(cue.pattern, node)
                yield from [problem] if problem else []
                if pattern:
                    yield from self.of_classes(pattern, node)
                    yield from self.twice(pattern, cue.pattern, competency, node)
            for number, text in enumerate(competency.negative_cues):
                node = self.node((*path, "negative_cues", number))
                pattern, problem = self.read(text, node)
                yield from [problem] if problem else []
                yield from self.of_classes(pattern, node) if pattern else []

    def node(self, path: Path) -> Node:
        return find(self.root, path)[1]

    def remember_base(self) -> None:
        for competency in self.base.competencies if self.base else ():
            for cue in competency.cues:
                self.first.setdefault(same_as(parse_pattern(cue.pattern)), (competency.id, None))

    def read(self, text: str, node: Node) -> tuple[Pattern | None, Problem | None]:
        try:
            return parse_pattern(text), None
        except ResumekitError as error:
            return None, at_node(self.source, node, str(error))

    def of_classes(self, pattern: Pattern, node: Node) -> Iterator[Problem]:
        called = [name for element in pattern if element.kind == "class" for name in sorted(element.words)]
        for name in called:
            if name in self.classes:
                continue
            if lexicon := self.others.get(name):
                message = f"<{name}> is a class of the lexicon '{lexicon}', which this framework does not read; "
                message += f"add it: 'lexicons: [{lexicon}]'"
                yield at_node(self.source, self.inside(node, name), message, "warning")
                continue
            near = guess(name, self.others)
            hint = f"; did you mean '<{near}>'?" if near else "."
            listed = f" Known: {', '.join(sorted(self.others))}." if self.others else " There is none yet."
            yield at_node(self.source, self.inside(node, name), f"no lexicon has a class '{name}'{hint}{listed}")

    def inside(self, node: Node, name: str) -> Node:
        """The place of a class in its cue, where it is found on the same line."""
        written = self.source.line(node.line)[node.column - 1 : node.column - 1 + node.length]
        at = written.lower().find(name, written.find("<"))
        if at < 0:
            return node
        return Node(name, line=node.line, column=node.column + at, length=len(name))

    def twice(self, pattern: Pattern, text: str, competency: Competency, node: Node) -> Iterator[Problem]:
        found = self.first.setdefault(same_as(pattern), (competency.id, node))
        where, earlier = found
        if earlier is node or (earlier is None and where == competency.id):
            return  # its own, or one that takes the place of the base's
        place = f" ({earlier.line}:{earlier.column})" if earlier else ""
        if where == competency.id:
            message = f"the cue '{text}' is given twice in '{where}'{place}; take one out"
        else:
            message = f"the cue '{text}' stands in '{where}'{place} too, so the same words count for both"
        yield at_node(self.source, node, message, "warning")

    def omitted(self, path: Path, competency: Competency) -> Iterator[Problem]:
        below = self.base.by_id.get(competency.id) if self.base else None
        known = [*(cue.pattern for cue in below.cues), *below.negative_cues] if below else []
        there = {plain(pattern) for pattern in known}
        for index, text in enumerate(competency.omit_cues):
            if plain(text) in there:
                continue
            near = guess(text, known) if known else None
            hint = f"; did you mean '{near}'?" if near else ""
            message = f"the framework below has no cue '{text}' in '{competency.id}', so none is left out{hint}"
            yield at_node(self.source, self.node((*path, "omit_cues", index)), message)
