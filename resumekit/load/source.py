"""Source: the text of a file with its name, decoded and cleared of what no output can hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from resumekit.errors import ClientFileError, Problem

MAX_BYTES = 5_000_000
_LINE_SHOWN = 400
# What YAML 1.1 counts as a line break; JSON knows the first three alone, and holds the others in strings only.
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
# The complement of YAML's printable set; the model refuses nearly the same characters.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FOREIGN = (
    (b"PK\x03\x04", "a Word document or another zip archive"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_SAVE = "open it in a text editor and save it as UTF-8"

Encoding = Literal["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"]
_MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


@dataclass(frozen=True)
class Kind:
    """What a file should be: what it is called, the command that writes one to begin with, and how it begins."""

    name: str
    new: str
    begins: str

    @property
    def one(self) -> str:
        """One such file, with its article: "an offer"."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"


CLIENT = Kind("client file", "resumekit new", "'person:' and, below it, '  name: …'")


@dataclass(frozen=True)
class Source:
    """The text of a file without its byte order mark, the name it is reported by, and how its bytes were written."""

    name: str
    text: str
    encoding: Encoding = "utf-8"
    kind: Kind = CLIENT

    @cached_property
    def lines(self) -> list[str]:
        return _BREAK.split(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character of the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int) -> int:
        """Where a line, counted from 1, begins in the text."""
        return self._starts[line - 1]

    def line(self, number: int) -> str:
        """A line as the file has it; empty when there is none."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def problem(
        self, message: str, line: int, column: int = 1, length: int = 1, level: Literal["error", "warning"] = "error"
    ) -> Problem:
        """A Problem at a place of this file; of a very long line only the beginning is shown."""
        # What a terminal would obey is shown as a sign of the same width.
        shown = _UNPRINTABLE.sub("\ufffd", self.line(line))
        if len(shown) > _LINE_SHOWN:
            shown = shown[:_LINE_SHOWN] if column + length <= _LINE_SHOWN else ""
        return Problem(message, self.name, line, column, max(length, 1), shown, level)

    def problem_at(self, message: str, offset: int, length: int = 1) -> Problem:
        """A Problem at a character of the text."""
        return self.problem(message, *self.position(offset), length)


def read_source(path: Path, kind: Kind = CLIENT) -> Source:
    """The text of a file.

    Raises:
        ClientFileError: for a file that is missing, a directory, too large, of another kind, or not UTF-8 or UTF-16.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise _refused(name, f"this is a folder, not {kind.one}; name a file in it")
        if not path.exists():
            raise _refused(name, "there is no such file")
        if not path.is_file():
            raise _refused(name, "this is a device or a pipe, not a file")
        if (size := path.stat().st_size) > MAX_BYTES:
            raise _refused(name, _too_large(size, kind))
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _refused(name, f"the file cannot be read: {error.strerror or error}") from None
    return decode(content, name, kind)


def decode(content: bytes | str, name: str, kind: Kind = CLIENT) -> Source:
    """The Source of bytes, or of text that is already decoded.

    Raises:
        ClientFileError: when they are too many, of another kind of file, or no text that can be read.
    """
    if len(content) > MAX_BYTES:
        raise _refused(name, _too_large(len(content), kind))
    if isinstance(content, str):
        return _checked(Source(name, content.removeprefix("\ufeff"), kind=kind))
    for magic, other in _FOREIGN:
        if content.startswith(magic):
            raise _refused(name, f"this is {other}, not {kind.one} in YAML or JSON")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], name, encoding, kind)
    return _decoded(content, name, "utf-8", kind)


def _decoded(content: bytes, name: str, encoding: Encoding, kind: Kind) -> Source:
    codec = "utf-8" if encoding == "utf-8-sig" else encoding
    if codec == "utf-8" and 3 * content.count(0) > len(content) > 1:
        raise _refused(name, f"this looks like UTF-16 without its mark, or like a binary file; if it is text, {_SAVE}")
    try:
        return _checked(Source(name, content.decode(codec), encoding, kind))
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(codec, "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        if codec != "utf-8":
            raise _refused(name, f"the text is not whole UTF-16; {_SAVE}", line, column) from None
        byte = content[error.start : error.start + 1]
        meant = byte.decode("cp1252", "replace")
        like = f" (in Windows-1252 it would be '{meant}')" if meant.isprintable() and meant != "\ufffd" else ""
        shown = _UNPRINTABLE.sub("\ufffd", content.decode("cp1252", "replace")).splitlines()
        whole = shown[line - 1][:_LINE_SHOWN] if line <= len(shown) and column < _LINE_SHOWN else ""
        message = f"the byte 0x{byte.hex().upper()} is not UTF-8{like}; {_SAVE}"
        raise ClientFileError([Problem(message, name, line, column, 1, whole)]) from None


def _checked(source: Source) -> Source:
    found = [match.start() for _, match in zip(range(20), _UNPRINTABLE.finditer(source.text), strict=False)]
    if found:
        raise ClientFileError(
            source.problem_at(
                f"the control character U+{ord(source.text[offset]):04X} cannot be read or printed; delete it", offset
            )
            for offset in found
        )
    return source


def _too_large(size: int, kind: Kind) -> str:
    most = MAX_BYTES // 1_000_000
    return f"the file has {size / 1_000_000:.1f} million bytes; {kind.one} has {most} million at most"


def _refused(name: str, message: str, line: int = 0, column: int = 0) -> ClientFileError:
    return ClientFileError([Problem(message, name, line, column)])
