"""The whole path, one step a line: client → strategy → document → flow → files, read back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

from resumekit.compose.resume import compose_resume
from resumekit.document.block import Document
from resumekit.errors import DraftError, ReadBackError
from resumekit.load.client import Client
from resumekit.load.jsonresume import to_json_resume
from resumekit.load.posting import posting_text
from resumekit.markup.flow import Flow
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.render.formats import FORMATS
from resumekit.render.layout import Layout, measure
from resumekit.strategy.cuts import Cut, order_cuts, without
from resumekit.strategy.decide import decide
from resumekit.strategy.strategy import Strategy
from resumekit.themes.template import lower
from resumekit.themes.theme import DEFAULT_THEME, Theme, find_theme

JSON_RESUME = "jsonresume"
"""The format that holds the facts themselves, not the document."""

_FEW_LINES = 3
"""A last page with no more lines than this is pulled back."""
_DENSITY_STEPS = 6


@dataclass(frozen=True, slots=True)
class Choices:
    """What a user may decide for one rendering; None leaves it to the target, the file, or the default."""

    target: str | None = None
    theme: str | Path | None = None
    formats: tuple[str, ...] = ("docx", "pdf")
    as_of: date | None = None
    final: bool = False
    locale: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class File:
    """One file in memory. `seconds` is how long it took to write and read back."""

    format: str
    name: str
    content: bytes
    pages: int | None
    seconds: float

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Plan:
    """A document that fits its pages, with the strategy and the theme's spacing that made it fit."""

    document: Document
    strategy: Strategy
    theme: Theme
    flow: Flow
    layout: Layout


@dataclass(frozen=True, slots=True)
class Product:
    """Everything one rendering makes."""

    document: Document
    stem: str
    files: tuple[File, ...]
    warnings: tuple[str, ...] = ()


def compose(client: Client | Resume, choices: Choices = Choices()) -> Document:
    """The document for one target, before it is set; fitted to its pages.

    Raises:
        UnknownNameError: there is no such target, theme or locale.
    """
    return plan(client, choices).document


def plan(client: Client | Resume, choices: Choices = Choices()) -> Plan:
    """Decide, compose, and fit to pages."""
    resume = client if isinstance(client, Resume) else client.resume
    target = resume.target(choices.target)
    posting = (posting_text(client, target) if isinstance(client, Client) and target else None) or ""
    theme = find_theme(choices.theme or (target.theme if target else None) or DEFAULT_THEME)
    strategy = decide(resume, target, as_of=choices.as_of, posting=posting)
    return _fitted(resume, target, strategy, theme, choices)


def produce(client: Client, choices: Choices = Choices()) -> Product:
    """Every file asked for, in memory, each DOCX and PDF read back.

    Raises:
        DraftError: a final was asked for while something stands in the way.
        ReadBackError: a machine cannot read back what was written.
        MissingPartError, CoverageError, ThemeError, UnknownNameError: as their names say.
    """
    for name in choices.formats:
        if name != JSON_RESUME:
            FORMATS[name]
    made = plan(client, choices)
    if choices.final and made.document.draft:
        raise DraftError(made.document.draft)
    stem = made.document.file_stem + ("-DRAFT" if made.document.draft else "")
    files = tuple(_file(name, client, made, stem) for name in choices.formats)
    return Product(made.document, stem, files, tuple(_warnings(made)))


def _fitted(resume: Resume, target: Target | None, strategy: Strategy, theme: Theme, choices: Choices) -> Plan:
    """Fillers and the weakest bullets give way first, then spacing; a last page of a few lines is pulled back."""

    def attempt(cuts: tuple[Cut, ...], density: float) -> Plan:
        cut, dense = without(strategy, cuts), theme.at_density(density)
        document = compose_resume(resume, target, cut, as_of=choices.as_of, locale=choices.locale, paper=choices.paper)
        flow = lower(document, dense, date=_file_day(resume, choices))
        return Plan(document, cut, dense, flow, measure(flow, dense))

    natural = attempt((), 1)
    pages = natural.layout.pages
    if pages > strategy.pages:
        return _cut_to(strategy.pages, order_cuts(strategy), attempt, theme.tokens.tightest)
    if pages > 1 and natural.layout.last_page_fill < 0.5:
        pulled = _tightened(pages - 1, (), attempt, theme.tokens.tightest)
        if pulled:
            return pulled
        if target and natural.layout.last_page_lines <= _FEW_LINES:
            cut = _cut_to(pages - 1, order_cuts(strategy), attempt, theme.tokens.tightest)
            # Cuts that win no page would lose facts for nothing.
            return cut if cut.layout.pages < pages else natural
    return natural


_Attempt = Callable[[tuple[Cut, ...], float], Plan]


def _cut_to(pages: int, cuts: tuple[Cut, ...], attempt: _Attempt, tightest: float) -> Plan:
    """The fewest cuts that fit, by halving; when all of them do not, spacing too; then the coach is told."""
    least, most = 1, len(cuts)
    best: Plan | None = None
    while least <= most:
        middle = (least + most) // 2
        tried = attempt(cuts[:middle], 1)
        if tried.layout.pages <= pages:
            best, most = tried, middle - 1
        else:
            least = middle + 1
    return best or _tightened(pages, cuts, attempt, tightest) or attempt(cuts, tightest)


def _tightened(pages: int, cuts: tuple[Cut, ...], attempt: _Attempt, tightest: float) -> Plan | None:
    """The loosest spacing that fits these pages; None when the tightest does not."""
    for step in range(1, _DENSITY_STEPS + 1):
        tried = attempt(cuts, round(1 - (1 - tightest) * step / _DENSITY_STEPS, 4))
        if tried.layout.pages <= pages:
            return tried
    return None


def _file_day(resume: Resume, choices: Choices) -> str:
    if choices.as_of:
        return choices.as_of.isoformat()
    day = resume.as_of
    return f"{day.year:04}-{day.month or 1:02}-{day.day or 1:02}" if day and day.year else ""


def _file(name: str, client: Client, made: Plan, stem: str) -> File:
    start = perf_counter()
    if name == JSON_RESUME:
        facts = json.dumps(to_json_resume(client.resume), ensure_ascii=False, indent=2) + "\n"
        return File(name, f"{stem}.resume.json", facts.encode(), None, perf_counter() - start)
    written = FORMATS[name](made.document, made.flow, made.theme)
    file_name = f"{stem}.{name}"
    _read_back(name, file_name, written.content, made.document)
    pages = written.pages if name != "docx" else made.layout.pages
    return File(name, file_name, written.content, pages, perf_counter() - start)


def _read_back(name: str, file_name: str, content: bytes, document: Document) -> None:
    """Raises ReadBackError when a machine does not get every line whole and in order."""
    if name not in ("docx", "pdf"):
        return
    from resumekit.readback.compare import lost
    from resumekit.readback.docx import read_docx
    from resumekit.readback.pdf import read_pdf

    reading = read_docx(content) if name == "docx" else read_pdf(content)
    if missing := lost(document, reading):
        raise ReadBackError(file_name, missing)


def _warnings(made: Plan) -> Iterator[str]:
    pages, most = made.layout.pages, made.strategy.pages
    if pages > most:
        yield f"{pages} pages, {most} wanted: nothing more can give way; leave facts out in the target, or allow more"
    elif pages > 1 and made.layout.last_page_fill < 0.5:
        yield f"the last page is {made.layout.last_page_fill:.0%} full"
