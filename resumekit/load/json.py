"""JSON becomes nodes with places, without recursion and under the same limits as YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from resumekit.errors import ClientFileError, Problem
from resumekit.load.node import MAX_DEPTH, MAX_NODES, Node
from resumekit.load.source import Source

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"((?:[^"\\\x00-\x1f]|\\.)*)"', re.DOTALL)
_WORD = re.compile(r"-?[\w.+-]+")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SHORT = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_DIGITS = 400
_CLOSING = {"[": "]", "{": "}"}


@dataclass(slots=True)
class _Open:
    """A list or object that is being read; `key` is the name that waits for its value."""

    node: Node
    sign: str
    key: Node | None = None


@dataclass(slots=True)
class _Reader:
    source: Source
    at: int = 0
    nodes: int = 0
    stack: list[_Open] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def stop(self, message: str, at: int, length: int = 1) -> NoReturn:
        problem = self.source.problem_at(message, min(at, len(self.source.text)), length)
        raise ClientFileError([*self.problems, problem])

    def peek(self) -> str:
        """The next character that is not white space; empty at the end."""
        match = _SPACE.match(self.source.text, self.at)
        self.at = match.end() if match else self.at
        return self.source.text[self.at : self.at + 1]

    def node(self, value: Any, start: int, *, plain: bool = False) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.stop(f"more than {MAX_NODES:,} values", start)
        line, column = self.source.position(start)
        return Node(value, plain, line, column, max(self.at - start, 1), start, self.at, "flow")

    def string(self) -> Node:
        start = self.at
        match = _STRING.match(self.source.text, start)
        if not match:
            self.stop("the quotation mark opened here is not closed on its line; write \\n for a new line", start)
        self.at = match.end()
        return self.node(self.unescaped(match[1], start + 1) if "\\" in match[1] else match[1], start)

    def unescaped(self, text: str, start: int) -> str:
        parts, last, high = [], 0, -1
        for match in _ESCAPE.finditer(text):
            if match[2] is not None and match[2] not in _SHORT:
                self.stop(f"'\\{match[2]}' is no JSON escape; write '\\\\' for a backslash", start + match.start(), 2)
            parts += [text[last : match.start()], chr(int(match[1], 16)) if match[1] else _SHORT[str(match[2])]]
            last = match.end()
            high = self.surrogate(parts, match, high, start)
        if high >= 0:
            self.stop("half of a surrogate pair; write the character itself", start + high, 6)
        return "".join([*parts, text[last:]])

    def surrogate(self, parts: list[str], match: re.Match[str], high: int, start: int) -> int:
        """Joins a pair; gives the offset of a first half that still waits for its second, or -1."""
        code = ord(parts[-1])
        if high >= 0:
            if match.start() != high + 6 or not 0xDC00 <= code <= 0xDFFF:
                self.stop("half of a surrogate pair; write the character itself", start + high, 6)
            lead = ord(parts[-3])
            parts[-3:] = ["", chr(0x10000 + ((lead - 0xD800) << 10) + (code - 0xDC00))]
            return -1
        if 0xDC00 <= code <= 0xDFFF:
            self.stop("half of a surrogate pair; write the character itself", start + match.start(), 6)
        return match.start() if 0xD800 <= code <= 0xDBFF else -1

    def literal(self) -> Node:
        start = self.at
        match = _WORD.match(self.source.text, start)
        word = match[0] if match else self.source.text[start : start + 1]
        if len(word) > _DIGITS:
            self.stop(f"a number of {len(word):,} digits is too long", start, len(word))
        if word not in ("true", "false", "null") and not _NUMBER.fullmatch(word):
            self.stop(_not_a_value(word), start, len(word))
        self.at = start + len(word)
        return self.node(word, start, plain=True)

    def value(self) -> Node | None:
        """A finished value; None when a list or object was opened and is not finished."""
        char = self.peek()
        if char == '"':
            return self.string()
        if not char or char in "]},:":
            self.stop(f"a value is missing before '{char}'" if char else "the file ends too early", self.at)
        if char not in _CLOSING:
            return self.literal()
        if len(self.stack) >= MAX_DEPTH:
            self.stop(f"more than {MAX_DEPTH} levels of lists and fields inside each other", self.at)
        self.at += 1
        self.stack.append(_Open(self.node([] if char == "[" else {}, self.at - 1), char))
        return self.first()

    def first(self) -> Node | None:
        """After an opening bracket: the list or object itself when it is empty; otherwise the first name is read."""
        frame = self.stack[-1]
        if self.peek() == _CLOSING[frame.sign]:
            return self.closed()
        if frame.sign == "{":
            self.name(frame)
        return None

    def closed(self) -> Node:
        self.at += 1
        node = self.stack.pop().node
        node.end = self.at
        if self.source.text.find("\n", node.start, node.end) < 0:
            node.length = node.end - node.start
        return node

    def name(self, frame: _Open) -> None:
        char = self.peek()
        if char != '"':
            if char == "'":
                self.stop('JSON names stand in double quotes: "name"', self.at)
            self.stop('a name in double quotes should stand here: "name": "value"', self.at)
        frame.key = self.string()
        if self.peek() != ":":
            self.stop("a colon is missing after the name", self.at)
        self.at += 1

    def put(self, node: Node) -> Node | None:
        """Hangs a finished value into what it stands in; gives what this finished in turn, or None."""
        frame = self.stack[-1]
        if isinstance(frame.node.value, list):
            frame.node.value.append(node)
        elif frame.key is not None:
            self.member(frame.node.mapping, frame.key, node)
        char = self.peek()
        if char == _CLOSING[frame.sign]:
            return self.closed()
        if char != ",":
            message = "the file ends too early" if not char else "a comma is missing before this"
            self.stop(f"{message}; '{frame.sign}' was opened at {frame.node.line}:{frame.node.column}", self.at)
        comma = self.at
        self.at += 1
        if self.peek() in ("]", "}"):
            self.stop("a comma stands before the closing bracket; delete it", comma)
        if frame.sign == "{":
            self.name(frame)
        return None

    def member(self, members: dict[str, tuple[Node, Node]], key: Node, node: Node) -> None:
        name = str(key.value)
        if name in members:
            first = members[name][0]
            message = f"'{name}' is given twice; it stands already at {first.line}:{first.column}. Join or delete one"
            self.problems.append(self.source.problem(message, key.line, key.column, key.length))
        else:
            members[name] = key, node


def parse_json(source: Source) -> tuple[Node | None, list[Problem]]:
    """The root node, None for a file without one, and what is wrong but did not stop the reading.

    Raises:
        ClientFileError: for what cannot be read as JSON at all, or goes over a limit.
    """
    reader = _Reader(source)
    if not reader.peek():
        return None, []
    node = reader.value()
    while node is None or reader.stack:
        node = reader.value() if node is None else reader.put(node)
    if reader.peek():
        reader.stop(f"something follows after the end; {reader.source.kind.one} holds one object", reader.at)
    return node, reader.problems


def _not_a_value(word: str) -> str:
    hints = {"none": "null", "undefined": "null", "nan": "null", "infinity": "null", "-infinity": "null"}
    lower = word.lower()
    if lower in hints:
        return f"'{word}' is no JSON value; write null, or leave the field out"
    if lower in ("true", "false", "null"):
        return f"JSON writes '{lower}' in small letters"
    if word[:1] in ("/", "#"):
        return "JSON has no comments; delete this, or write the file in YAML"
    if word[:1] == "'":
        return "JSON text stands in double quotes, not single ones"
    if word[:1].isdigit() or word[:1] in "-+.":
        return f"'{word[:40]}' is no JSON number; put it in double quotes if it is text"
    return f"'{word[:40]}' is no JSON value; put text in double quotes"
