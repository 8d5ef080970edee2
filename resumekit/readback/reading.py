"""Reading: what a machine gets out of a written file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a file as an applicant tracking system sees them, in reading order.

    `text` holds one visual line (PDF) or one paragraph (DOCX) per line; `lines` are its lines without the empty ones.
    Running footers may stand in between, as a PDF reader meets them. `pages` is None where a file has no fixed pages.
    `headings` are the words marked as headings, not those that only look so.
    """

    text: str
    lines: tuple[str, ...]
    pages: int | None = None
    title: str = ""
    author: str = ""
    language: str = ""
    headings: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        text: str,
        *,
        pages: int | None = None,
        title: str = "",
        author: str = "",
        language: str = "",
        headings: tuple[str, ...] = (),
    ) -> Reading:
        """A reading whose lines are those of `text`; a page break counts as a line break."""
        lines = tuple(line for line in text.replace("\f", "\n").split("\n") if line.strip())
        return cls(text, lines, pages, title, author, language, headings)
