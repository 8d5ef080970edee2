"""Finding: what a rule has to say of one place, with a repair or a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from resumekit.model.fact import Path

Severity = Literal["error", "warning", "info"]
"""E stops a final; W is to be looked at; I is for who wants to know."""
Scope = Literal["facts", "document", "file"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Edit:
    """A certain change of one text field of the client file: its characters from `start` up to `end`."""

    path: Path
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found at one place.

    A rule gives the message and the place; its code, severity, scope and reason are put in by `Rule.findings`.
    `start` and `end` mark words of `text`; both 0 mean all of it. `facts` are keys, without a field. `path` is where
    the text stands in the client file, () when it stands in no single field. `suggestion` is a repair, `ask` the
    question for the client. `edit` is there only for what is certain; `replacement` is what it would write, also where
    the line is made of several fields and no single one is known. `page`, `line` and `section` place it in a
    file. `suppressed` is the reason that a coach or client gave for letting it stand; "" when nobody did.
    """

    message: str
    code: str = ""
    severity: Severity = "warning"
    scope: Scope = "document"
    domain: str = ""
    text: str = ""
    start: int = 0
    end: int = 0
    facts: tuple[str, ...] = ()
    path: Path = ()
    why: str = ""
    suggestion: str = ""
    ask: str = ""
    edit: Edit | None = None
    replacement: str | None = None
    page: int = 0
    line: int = 0
    section: str = ""
    suppressed: str = ""

    @property
    def words(self) -> str:
        """The words marked; all of the text when none are."""
        return self.text[self.start : self.end] if self.end else self.text
