"""Lexicon files: read, checked, and found by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from resumekit.errors import ClientFileError, FrameworkFileError, Problem
from resumekit.load.node import Node, drop_empty_items, find, to_data
from resumekit.load.problems import at_node, explain, refuse
from resumekit.load.read import read_nodes
from resumekit.load.shelf import Shelf, shipped_folder
from resumekit.load.source import Kind, Source, decode, read_source
from resumekit.model.fact import Path as Place
from resumekit.skills.lexicon import Lexicon

LEXICON = Kind("lexicon", "resumekit frameworks new --lexicon", "'id:', 'name:' and 'entries:', one below the other")
MOST_ENTRIES = 20_000
MOST_WORDS = 5_000
_SIGNS = frozenset("<>=|*?[](){}")


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """A lexicon with what is odd about its file; `path` is None when it did not come from one."""

    lexicon: Lexicon
    warnings: tuple[Problem, ...] = ()
    path: Path | None = None


def read_lexicon(path: str | Path) -> LexiconFile:
    """The lexicon of a file, with every check.

    Raises:
        FrameworkFileError: with every problem of the file.
    """
    path = Path(path)
    try:
        return _lexicon(read_source(path, LEXICON), path)
    except ClientFileError as error:
        raise FrameworkFileError(error.problems) from None


def parse_lexicon(text: str | bytes, name: str = "lexicon.yaml") -> LexiconFile:
    """The lexicon of a text, as `read_lexicon` reads it."""
    try:
        return _lexicon(decode(text, name, LEXICON), None)
    except ClientFileError as error:
        raise FrameworkFileError(error.problems) from None


def find_lexicon(name: str, folders: Iterable[str | Path] = ()) -> Lexicon:
    """The lexicon of this name, shipped or in one of the folders, or of this path.

    Raises:
        UnknownNameError: there is none of that name.
        FrameworkFileError: its file cannot be read.
    """
    return _of(Shelf.of(folders).path("lexicon", name))


def find_lexicons(names: Iterable[str] | None = None, folders: Iterable[str | Path] = ()) -> tuple[Lexicon, ...]:
    """The lexicons of these names, or every one there is."""
    return lexicons_on(Shelf.of(folders), names)


def lexicon_names(folders: Iterable[str | Path] = ()) -> tuple[str, ...]:
    """The names of all lexicons, those that ship first."""
    return Shelf.of(folders).names("lexicon")


def lexicons_on(shelf: Shelf, names: Iterable[str] | None = None) -> tuple[Lexicon, ...]:
    """The lexicons of these names on a shelf, or every one of it."""
    wanted = shelf.names("lexicon") if names is None else names
    return tuple(_of(shelf.path("lexicon", name)) for name in wanted)


def _of(path: Path) -> Lexicon:
    return _shipped(path) if path.parent == shipped_folder("lexicon") else read_lexicon(path).lexicon


@cache
def _shipped(path: Path) -> Lexicon:
    return read_lexicon(path).lexicon


def _lexicon(source: Source, path: Path | None) -> LexiconFile:
    root, found = read_nodes(source)
    drop_empty_items(root)
    errors = [problem for problem in found if problem.level == "error"]
    try:
        lexicon = Lexicon.model_validate(to_data(root))
    except ValidationError as error:
        raise refuse([*errors, *explain(error, root, source, whole=not errors, model=Lexicon)]) from None
    found += _Checks(lexicon, root, source).all()
    if errors := [problem for problem in found if problem.level == "error"]:
        raise refuse(errors)
    return LexiconFile(lexicon, tuple(sorted(found, key=lambda problem: (problem.line, problem.column))), path)


@dataclass(frozen=True)
class _Checks:
    """What the model cannot see."""

    lexicon: Lexicon
    root: Node
    source: Source

    def all(self) -> Iterator[Problem]:
        if len(self.lexicon.entries) > MOST_ENTRIES:
            yield self.error(("entries",), f"more than {MOST_ENTRIES:,} entries; make two lexicons of them")
        yield from self.entries()
        for name, words in self.lexicon.classes.items():
            yield from self.words(name, words)
        if not self.lexicon.entries and not self.lexicon.classes:
            yield self.warning((), "there are neither 'entries' nor 'classes', so this lexicon changes nothing")

    def entries(self) -> Iterator[Problem]:
        first: dict[str, Place] = {}
        for index, entry in enumerate(self.lexicon.entries):
            for name, text in (("phrase", entry.phrase), ("means", entry.means)):
                if signs := _SIGNS & set(text):
                    message = f"'{min(signs)}' stands in patterns alone; '{name}' is written in plain words"
                    yield self.error(("entries", index, name), message)
            if (phrase := _plain(entry.phrase)) == _plain(entry.means):
                yield self.warning(("entries", index, "means"), f"'{phrase}' means itself; take the entry out")
            place: Place = ("entries", index, "phrase")
            if phrase in first:
                yield self.warning(place, f"'{phrase}' is given twice{self.already(first[phrase])}; the first is read")
            first.setdefault(phrase, place)

    def words(self, name: str, words: tuple[str, ...]) -> Iterator[Problem]:
        if len(words) > MOST_WORDS:
            yield self.error(("classes", name), f"more than {MOST_WORDS:,} words in one class")
        if not words:
            yield self.warning(("classes", name), f"the class '{name}' has no words, so no pattern with it finds any")
        first: dict[str, Place] = {}
        for index, word in enumerate(words):
            place: Place = ("classes", name, index)
            if signs := _SIGNS & set(word):
                yield self.error(place, f"'{min(signs)}' stands in patterns alone; a class has plain words")
            if (text := _plain(word)) in first:
                yield self.warning(place, f"'{text}' is given twice in '{name}'{self.already(first[text])}")
            first.setdefault(text, place)

    def already(self, place: Place) -> str:
        node = find(self.root, place)[1]
        return f"; it stands already at {node.line}:{node.column}" if node.line else ""

    def error(self, path: Place, message: str) -> Problem:
        return at_node(self.source, find(self.root, path)[1], message)

    def warning(self, path: Place, message: str) -> Problem:
        return at_node(self.source, find(self.root, path)[1], message, "warning")


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
