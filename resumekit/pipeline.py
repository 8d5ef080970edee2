"""The whole path, one step a line: client → strategy → document → flow → files, read back."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from resumekit.compose.basis import Basis
from resumekit.compose.documents import DOCUMENTS, FIRST_SCAN, RESUME, SKILLS, check_document
from resumekit.compose.first_scan import first_scan
from resumekit.compose.resume import compose_resume, make_context
from resumekit.document.block import Document
from resumekit.errors import DraftError, ReadBackError, ResumekitError
from resumekit.load.client import Client
from resumekit.load.jsonresume import to_json_resume
from resumekit.load.named_framework import named_framework
from resumekit.load.posting import posting_text
from resumekit.markup.flow import Flow
from resumekit.model.achievement import Achievement
from resumekit.model.resume import Resume
from resumekit.model.target import Target
from resumekit.render.formats import FORMATS
from resumekit.render.layout import Layout, measure
from resumekit.sections.bullet import compose_bullet
from resumekit.sections.context import Context
from resumekit.strategy.cuts import Cut, order_cuts, order_leading_cuts, without
from resumekit.strategy.decide import decide
from resumekit.strategy.override import read_rules
from resumekit.strategy.rules import Rules, SituationRules, load_rules, load_situations
from resumekit.strategy.strategy import Strategy
from resumekit.themes.template import lower
from resumekit.themes.theme import DEFAULT_THEME, Theme, find_theme

if TYPE_CHECKING:
    from resumekit.skills.skill_map import SkillMap

JSON_RESUME = "jsonresume"
"""The format that holds the facts themselves, not the document."""

_NO_FACT = "no fact is stated that it could be made from"
_WHY_EMPTY = {SKILLS: "the target names no framework, and none is asked for"}

_HALF = 0.5
"""A last page less full than this is pulled back."""
_LITTLE = 0.4
"""A last page less full than this may cost the smallest type, and some of what leads, to pull back."""
_MOST_CUT, _FEW_CUT = 0.6, 0.4
"""The share of what may be cut that is given to pull back a page that holds little, and one that holds more."""
_FULL = 0.98
"""A last page fuller than this may spill over where another program sets it."""
_OPENED = (1.1, 1.2, 1.3)
"""Shares that spacing is let out to, so that a page that cannot be pulled back is half full."""


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
    documents: tuple[str, ...] = (RESUME,)
    rules: tuple[Path, ...] = ()
    """Files of a coach's or a client's own numbers for the strategy, the later over the earlier."""
    framework: str | None = None
    """What the target's field asks for, by name or path; over the target's own."""
    frameworks: tuple[Path, ...] = ()
    """Folders with frameworks and lexicons of a coach's own."""


@dataclass(frozen=True, slots=True)
class File:
    """One file in memory. `seconds` is how long it took to write and read back; `document` is what it holds."""

    format: str
    name: str
    content: bytes
    pages: int | None
    seconds: float
    document: str = RESUME

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Plan:
    """A document that fits its pages, with the strategy and the theme's spacing that made it fit."""

    document: Document
    basis: Basis
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
    """The first of the documents asked for, before it is set; fitted to its pages.

    Raises:
        UnknownNameError: there is no such document, target, theme, locale or framework.
    """
    return plan_first(client, choices).document


def plan_first(client: Client | Resume, choices: Choices = Choices()) -> Plan:
    """The plan of the first of the documents asked for; its basis holds the strategy that it was made by."""
    check_document(choices.documents[0])
    return _other(plan(client, choices), choices.documents[0], choices)


def plan(client: Client | Resume, choices: Choices = Choices()) -> Plan:
    """Decide, compose, and fit the resume to its pages."""
    resume = client if isinstance(client, Resume) else client.resume
    target = resume.target(choices.target)
    posting = (posting_text(client, target) if isinstance(client, Client) and target else None) or ""
    theme = find_theme(_theme_of(target, choices))
    rules, situations = _rules(choices)
    skill_map = _skill_map(client, target, choices)
    strategy = decide(
        resume, target, as_of=choices.as_of, posting=posting, rules=rules, situations=situations,
        skill_map=skill_map, locale=choices.locale,
    )  # fmt: skip
    fitted = _fitted(resume, target, strategy, theme, choices)
    return replace(fitted, basis=replace(fitted.basis, skill_map=skill_map, theme=theme))


def _skill_map(client: Client | Resume, target: Target | None, choices: Choices) -> SkillMap | None:
    """The map of the framework that is asked for; without a framework, or a target to map for, there is none."""
    named = target.framework if target else None
    if isinstance(client, Client) and target and not choices.framework:
        named = named_framework(client, target, choices.frameworks)
    name = choices.framework or named
    if name is None:
        return None
    if target is None:
        raise ResumekitError(
            f"the framework '{name}' is read for a target, and there is none; add one under 'targets:'"
        )
    # Only here, for it reads with spaCy.
    from resumekit.mapping import map_skills

    resume = client if isinstance(client, Resume) else client.resume
    return map_skills(resume, name, target=target, as_of=choices.as_of, folders=choices.frameworks)


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
    for name in choices.documents:
        check_document(name)
    made = plan(client, choices)
    if choices.final and (reasons := _not_final(client, made, choices)):
        raise DraftError(reasons)
    stem = made.document.file_stem + ("-DRAFT" if made.document.draft else "")
    asked = {name: _other(made, name, choices) for name in choices.documents}
    # A resume is made of whatever there is; a sheet of references without referees is no sheet.
    plans = {name: plan_ for name, plan_ in asked.items() if plan_.document.sections or name in (RESUME, FIRST_SCAN)}
    files = tuple(_files(client, made, plans, stem, choices))
    empty = (f"{name}: {_WHY_EMPTY.get(name, _NO_FACT)}; not written" for name in asked if name not in plans)
    return Product(made.document, stem, files, (*_warnings(made), *empty))


def _not_final(client: Client, made: Plan, choices: Choices) -> tuple[str, ...]:
    """What is still to come, and every error that a check finds and nobody lets stand."""
    from resumekit.checking import errors_in

    found = errors_in(client, made.document, client.resume.target(choices.target), as_of=choices.as_of)
    return (*made.document.draft, *found)


def _other(made: Plan, name: str, choices: Choices) -> Plan:
    """The plan of a document that goes with the resume; a letter is drawn in to one page where that is enough."""
    if name == RESUME:
        return made
    if name == FIRST_SCAN:
        return replace(made, flow=first_scan(made.flow))
    document = DOCUMENTS[name](made.basis)
    theme = find_theme(_theme_of(made.basis.context.target, choices))
    flow = lower(document, theme, date=_file_day(made.basis.context.resume, choices))
    themes = (theme, *theme.tighter(), *theme.compacted())
    plans = (Plan(document, made.basis, dense, flow, measure(flow, dense)) for dense in themes)
    loose = next(plans)
    if document.kind != "letter" or loose.layout.pages == 1:
        return loose
    return next((tried for tried in plans if tried.layout.pages == 1), loose)


def _files(client: Client, made: Plan, plans: dict[str, Plan], stem: str, choices: Choices) -> Iterator[File]:
    for name in choices.formats:
        if name == JSON_RESUME:
            start = perf_counter()
            facts = json.dumps(_facts(client.resume, made.basis.context), ensure_ascii=False, indent=2) + "\n"
            yield File(name, f"{stem}.resume.json", facts.encode(), None, perf_counter() - start)
            continue
        for document, plan_ in plans.items():
            suffix = plan_.document.file_stem.removeprefix(made.document.file_stem)
            suffix = "-First-Scan" if document == FIRST_SCAN else suffix
            yield _file(name, plan_, f"{stem}{suffix}", document)


def _facts(resume: Resume, context: Context) -> dict[str, Any]:
    """The facts as JSON Resume has them; achievements without a text of their own as they are composed."""

    def say(achievement: Achievement) -> str:
        return compose_bullet(achievement, current=False, locale=context.locale).text

    return to_json_resume(resume, say)


def _rules(choices: Choices) -> tuple[Rules, SituationRules]:
    return read_rules(choices.rules) if choices.rules else (load_rules(), load_situations())


def _fitted(resume: Resume, target: Target | None, strategy: Strategy, theme: Theme, choices: Choices) -> Plan:
    """Fillers and the weakest bullets give way first, then spacing; a last page less than half full is pulled back."""

    @cache
    def composed(cuts: tuple[Cut, ...]) -> tuple[Basis, Flow]:
        context = make_context(resume, target, without(strategy, cuts), as_of=choices.as_of, locale=choices.locale)
        document = compose_resume(resume, context, paper=choices.paper)
        basis = Basis(context, document, *_rules(choices))
        return basis, lower(document, theme, date=_file_day(resume, choices))

    def attempt(cuts: tuple[Cut, ...], dense: Theme) -> Plan:
        basis, flow = composed(cuts)
        return Plan(basis.resume, basis, dense, flow, measure(flow, dense))

    natural, cuts, tighter = attempt((), theme), order_cuts(strategy), theme.tighter()
    pages, fill = natural.layout.pages, natural.layout.last_page_fill
    if pages > strategy.pages or (pages == strategy.pages and fill > _FULL):
        return _cut_back(strategy.pages, cuts, attempt, (theme, *tighter), theme.compacted())
    if pages > 1 and fill < _HALF:
        # Without a target there is nothing to select by, and no fact is cut.
        spare = _spare(strategy, cuts, fill) if target else ()
        pulled = _reached(pages - 1, spare, attempt, (*tighter, *theme.compacted()) if fill < _LITTLE else tighter)
        return pulled or _opened(natural, attempt, theme)
    if fill > _FULL:
        return _loosest(pages, (), attempt, tighter) or natural
    return natural


_Attempt = Callable[[tuple[Cut, ...], Theme], Plan]


def _cut_back(
    pages: int, cuts: tuple[Cut, ...], attempt: _Attempt, spaced: tuple[Theme, ...], compacted: tuple[Theme, ...]
) -> Plan:
    """The loosest spacing at which cuts reach these pages, and the fewest of them there; then smaller type."""
    if loosest := _loosest(pages, cuts, attempt, spaced):
        return _fewest(pages, cuts, attempt, loosest.theme) or loosest
    return _reached(pages, cuts, attempt, compacted) or attempt(cuts, compacted[-1])


def _spare(strategy: Strategy, cuts: tuple[Cut, ...], fill: float) -> tuple[Cut, ...]:
    """What may be left out to pull back a page this full: more of it, and of what leads, the less the page holds."""
    if fill >= _LITTLE:
        return cuts[: int(len(cuts) * _FEW_CUT)]
    return (*cuts[: max(int(len(cuts) * _MOST_CUT), min(len(cuts), 2))], *order_leading_cuts(strategy)[:2])


def _reached(pages: int, spare: tuple[Cut, ...], attempt: _Attempt, tighter: tuple[Theme, ...]) -> Plan | None:
    """These pages, by spacing alone or with the fewest of these cuts; None where all of them do not reach."""
    count = bisect_left(
        range(len(spare) + 1), True, key=lambda count: _fits(attempt(spare[:count], tighter[-1]), pages)
    )
    return _loosest(pages, spare[:count], attempt, tighter) if count <= len(spare) else None


def _opened(natural: Plan, attempt: _Attempt, theme: Theme) -> Plan:
    """Spacing let out until the last page is half full; as it was where that takes more than the eye would pass over."""
    for density in _OPENED:
        tried = attempt((), theme.at_density(density))
        if tried.layout.pages == natural.layout.pages and tried.layout.last_page_fill >= _HALF:
            return tried
    return natural


def _fits(tried: Plan, pages: int) -> bool:
    """Whether it fits these pages with a little to spare, for Word breaks lines in its own way."""
    return tried.layout.pages < pages or (tried.layout.pages == pages and tried.layout.last_page_fill <= _FULL)


def _fewest(pages: int, cuts: tuple[Cut, ...], attempt: _Attempt, theme: Theme) -> Plan | None:
    """The fewest cuts that fit these pages, by halving; None when all of them do not."""
    least, most = 1, len(cuts)
    best: Plan | None = None
    while least <= most:
        middle = (least + most) // 2
        tried = attempt(cuts[:middle], theme)
        if _fits(tried, pages):
            best, most = tried, middle - 1
        else:
            least = middle + 1
    return best


def _loosest(pages: int, cuts: tuple[Cut, ...], attempt: _Attempt, tighter: tuple[Theme, ...]) -> Plan | None:
    """The loosest spacing that fits these pages; None when the tightest does not."""
    return next((tried for theme in tighter if _fits(tried := attempt(cuts, theme), pages)), None)


def _file_day(resume: Resume, choices: Choices) -> str:
    if choices.as_of:
        return choices.as_of.isoformat()
    day = resume.as_of
    return f"{day.year:04}-{day.month or 1:02}-{day.day or 1:02}" if day and day.year else ""


def _theme_of(target: Target | None, choices: Choices) -> str | Path:
    return choices.theme or (target.theme if target else None) or DEFAULT_THEME


def _file(name: str, made: Plan, stem: str, document: str) -> File:
    start = perf_counter()
    file_name = f"{stem}.{name}"
    written = FORMATS[name](made.document, made.flow, made.theme)
    _read_back(name, file_name, written.content, made.document)
    pages = written.pages if name != "docx" else made.layout.pages
    return File(name, file_name, written.content, pages, perf_counter() - start, document)


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
    pages, most = made.layout.pages, made.basis.context.strategy.pages
    yield from made.basis.context.strategy.warnings
    if pages > most:
        yield f"{pages} pages, {most} wanted: nothing more can give way; leave facts out in the target, or allow more"
    elif pages > 1 and made.layout.last_page_fill < _HALF:
        yield f"the last page is {made.layout.last_page_fill:.0%} full"
