"""Page: the lines that wording rules look at, whatever they come from: a document, a client's facts, a foreign file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from resumekit.document.block import DocumentKind
from resumekit.lint.finding import Edit, Finding
from resumekit.model.date import PartialDate
from resumekit.model.fact import Path
from resumekit.model.resume import Resume
from resumekit.model.target import Target

if TYPE_CHECKING:
    from resumekit.readback.fields import Extract
    from resumekit.readback.foreign import ForeignReading

LineKind = Literal["bullet", "duty", "profile", "text", "title", "heading", "contact", "quote", "other"]
"""`bullet` a point under a role or among highlights; `duty` a standing task; `text` running words; `title` who, where
and when; `heading` a section's; `quote` words of others, which no wording rule judges; `other` lists and the rest."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a bullet was done in: a role, a project, unpaid work. `key` tells two posts apart."""

    key: str
    title: str = ""
    organization: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool = False
    kind: Literal["role", "project", "volunteering"] = "role"


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line and where it comes from.

    `facts` are keys, without a field. `path` is the field of the client file that holds the text, () when it is made
    of several or of a foreign file; `offset` is where the text begins in that field, -1 when the field or the fact at
    `path` holds it in other words. `ongoing` and `contributed` say
    what the fact says of itself. `page` and `line` place it in a file, from 1.
    """

    text: str
    kind: LineKind = "bullet"
    section: str = "experience"
    post: Post | None = None
    facts: tuple[str, ...] = ()
    path: Path = ()
    offset: int = 0
    ongoing: bool = False
    contributed: bool = False
    page: int = 0
    line: int = 0

    def found(
        self,
        message: str,
        start: int = 0,
        end: int = 0,
        *,
        suggestion: str = "",
        ask: str = "",
        replacement: str | None = None,
    ) -> Finding:
        """A finding about these characters of the line; `replacement` is what certainly belongs in their place."""
        edit = None
        if replacement is not None and self.path and self.offset >= 0:
            edit = Edit(self.path, self.offset + start, self.offset + (end or len(self.text)), replacement)
        return Finding(
            message, text=self.text, start=start, end=end, facts=self.facts, path=self.path, suggestion=suggestion,
            ask=ask, edit=edit, replacement=replacement, page=self.page, line=self.line, section=self.section,
        )  # fmt: skip


@dataclass(frozen=True)
class Page:
    """All that rules may look at.

    `lines` in reading order. `locale` is a tag ("en-CA"). A letter is exempt from some rules: `kind`. `months` is the
    experience told, 0 when it is not known. `resume`, `target` and `posting` are there when a client file is, `reading`
    when a finished file is looked at.
    """

    lines: tuple[PageLine, ...]
    locale: str = "en-CA"
    kind: DocumentKind = "resume"
    target_title: str = ""
    as_of: date | None = None
    months: int = 0
    posting: str = ""
    resume: Resume | None = None
    target: Target | None = None
    reading: ForeignReading | None = None

    @property
    def language(self) -> str:
        return self.locale.partition("-")[0].lower()

    @cached_property
    def extract(self) -> Extract:
        """What a machine takes from the finished file; nothing where there is none."""
        # Here, for most pages are of no file, and the patterns of what reads one take their time.
        from resumekit.readback.fields import extract_lines

        return extract_lines(self.reading.body if self.reading else ())

    @cached_property
    def bullets(self) -> tuple[PageLine, ...]:
        """The points and standing tasks, in reading order; the same point told in two places stands twice."""
        return tuple(line for line in self.lines if line.kind in ("bullet", "duty"))

    @cached_property
    def prose(self) -> tuple[PageLine, ...]:
        """The lines whose wording is the writer's own: bullets, the profile, running text."""
        return tuple(line for line in self.lines if line.kind in ("bullet", "duty", "profile", "text"))

    @cached_property
    def profile(self) -> PageLine | None:
        """The profile as one line; None when there is none."""
        return next((line for line in self.lines if line.kind == "profile"), None)

    @cached_property
    def by_post(self) -> tuple[tuple[Post, tuple[PageLine, ...]], ...]:
        """The bullets of each post, in reading order; those of no post, and those told above the history, are left out."""
        found: dict[str, tuple[Post, list[PageLine]]] = {}
        for line in self.bullets:
            if line.post and line.section not in ("highlights", "evidence"):
                found.setdefault(line.post.key, (line.post, []))[1].append(line)
        return tuple((post, tuple(lines)) for post, lines in found.values())


def page_of_bullets(
    bullets: Iterable[str], *, current: bool = False, locale: str = "en-CA", title: str = "", months: int = 0
) -> Page:
    """Plain bullets of one role, as a foreign file or a person at a keyboard has them."""
    post = Post("role", title=title, current=current)
    return Page(tuple(PageLine(text, post=post, line=n) for n, text in enumerate(bullets, 1)), locale, months=months)
