"""Every error that a user can cause, drawn as a tree.

ResumekitError
├── InputFileError       a file that a person wrote cannot be read; holds every problem found
│   ├── ClientFileError      … as the facts of a client
│   └── FrameworkFileError   … as a framework or a lexicon
├── UnknownNameError     no such theme, target, format, fact …; holds the known names
├── ThemeError           a theme's tokens, style sheet or template cannot be used
│   └── MarkupError      a template wrote something outside the closed markup profile
├── ProvenanceError      a line of a resume or letter claims something no fact states
├── DraftError           --final, while something still makes the document a draft
├── MissingPartError     an outside part (Pango, docxtpl …) is absent; says how to install it
├── CoverageError        characters that no font can show
├── ReadBackError        a machine cannot read back what was written
├── ForeignFileError     a resume made elsewhere cannot be read; `reason` is one word for it
└── OutputError          a file cannot be written, or would be lost
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

__all__ = [
    "ClientFileError",
    "CoverageError",
    "DraftError",
    "ForeignFileError",
    "FrameworkFileError",
    "InputFileError",
    "MarkupError",
    "MissingPartError",
    "OutputError",
    "Problem",
    "ProvenanceError",
    "ReadBackError",
    "ResumekitError",
    "ThemeError",
    "UnknownNameError",
    "nearest",
]


class ResumekitError(Exception):
    """What a user can mend. The message says what is wrong, where, and what to do."""

    @property
    def messages(self) -> tuple[str, ...]:
        """What it says, one message a problem."""
        return (str(self),)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place of a file.

    `line` and `column` count from 1; 0 means unknown. `length` is the width of the caret line in characters.
    `source` is the text of that line as the file has it.
    """

    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    length: int = 1
    source: str = ""
    level: Literal["error", "warning"] = "error"

    @property
    def place(self) -> str:
        """`file:line:column`, as much of it as is known."""
        parts = [self.path] if self.path else []
        if self.line:
            parts += [str(self.line), str(self.column)] if self.column else [str(self.line)]
        return ":".join(parts)

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        if not self.source or not self.line:
            return head
        # A caret line keeps the tabs of its source line, so that it stands under the same words.
        lead = "".join("\t" if c == "\t" else " " for c in self.source[: max(self.column - 1, 0)])
        width = max(1, min(self.length, len(self.source) - max(self.column - 1, 0)))
        return f"{head}\n{self.line:>5} | {self.source}\n      | {lead}{'^' * width}"


class InputFileError(ResumekitError):
    """A file that cannot be read as what it should be; `problems` holds all that is wrong with it, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.messages))

    @property
    def messages(self) -> tuple[str, ...]:
        return tuple(str(problem) for problem in self.problems)


class ClientFileError(InputFileError):
    """A client file that cannot be read as facts."""


class FrameworkFileError(InputFileError):
    """A file that cannot be read as a framework or a lexicon."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None when nothing is near."""
    known = list(known)
    lower = {candidate.lower(): candidate for candidate in known}
    found = get_close_matches(name.lower(), list(lower), n=1, cutoff=0.6)
    return lower[found[0]] if found else None


class UnknownNameError(ResumekitError, KeyError):
    """A name that is not known, with the nearest one and all the known ones."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(sorted(known))
        guess = nearest(name, self.known)
        hint = f"; did you mean '{guess}'?" if guess else ""
        listed = f" Known: {', '.join(self.known)}." if self.known else f" There is no {kind} yet."
        super().__init__(f"'{name}' is not a known {kind}{hint or '.'}{listed}")

    def __str__(self) -> str:
        return str(self.args[0])


class ThemeError(ResumekitError):
    """A theme that cannot be used; the message names its file and the place."""


class MarkupError(ThemeError):
    """A template wrote something outside the closed markup profile."""


class ProvenanceError(ResumekitError):
    """A line claims something about the client that no fact states."""


class DraftError(ResumekitError):
    """A final was asked for while the document is still a draft; `reasons` says what stands in the way."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        listed = "\n".join(f"  - {reason}" for reason in self.reasons)
        super().__init__(f"not final: {len(self.reasons)} thing(s) stand in the way\n{listed}")


class MissingPartError(ResumekitError):
    """A part outside resumekit is absent; the message says how to install it on this system."""


class CoverageError(ResumekitError):
    """Characters that no font at hand can show; a PDF with them could not be read back."""


class ReadBackError(ResumekitError):
    """What a machine reads in a written file is not what the document says; `lost` names each thing."""

    def __init__(self, where: str, lost: Iterable[str]) -> None:
        self.where, self.lost = where, tuple(lost)
        listed = "\n".join(f"  - {item}" for item in self.lost)
        super().__init__(f"{where}: a machine cannot read back {len(self.lost)} thing(s); no file was left\n{listed}")


ForeignReason = Literal["missing", "empty", "large", "encrypted", "damaged", "macros", "type", "no text", "slow"]


class ForeignFileError(ResumekitError):
    """A DOCX or PDF made elsewhere that cannot be read; `reason` says why in one word, the message what to do."""

    def __init__(self, path: str, reason: ForeignReason, message: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {message}" if path else message)


class OutputError(ResumekitError):
    """A file that cannot be written, or whose writing would lose something."""
