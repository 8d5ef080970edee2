"""Checks of a client: the rules over all that the client states and over the resume as it would be composed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from resumekit.errors import Problem
from resumekit.lint.finding import SEVERITIES, Edit, Finding
from resumekit.lint.page import Page, PageLine
from resumekit.lint.rules import codes_of
from resumekit.lint.run import check_page
from resumekit.lint.settings import Settings, Suppression, default_settings
from resumekit.load.client import Client
from resumekit.load.edit_span import Change, place_of, write_changes
from resumekit.model.achievement import Achievement
from resumekit.model.activity import Link, Referee, Testimonial
from resumekit.model.resume import Person, Resume
from resumekit.model.role import Duty, Scope
from resumekit.model.target import Target

if TYPE_CHECKING:
    from resumekit.document.block import Document

# A confidential name in a fact that is not shown has its own rule; what the page keeps back it does not say.
_PAGE_ALONE = frozenset({"FAC006"})
_NOT_SAID = frozenset(
    "id notes say_as url status kind employment part level grade short username city verifiable lead_with".split()
)
# Their words stand on a page of their own, are somebody else's, or never reach one.
_OTHER_KIND = (Achievement, Duty, Scope, Target, Referee, Testimonial, Link, Person)


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with its place in the client file, as far as it has one there."""

    finding: Finding
    file: str
    line: int = 0
    column: int = 0
    length: int = 0
    source: str = ""

    @property
    def place(self) -> str:
        """`file:line:column`."""
        return Problem("", self.file, self.line, self.column).place


def check_client(
    client: Client,
    *,
    target: str | None = None,
    as_of: date | None = None,
    locale: str | None = None,
    settings: Settings | None = None,
) -> tuple[Placed, ...]:
    """Every finding about a client, in file order; those that somebody lets stand carry the reason.

    Rules of wording look at the resume for the target, then, one fact at a time, at what it does not show.

    Raises:
        UnknownNameError: there is no such target, locale or rule.
    """
    resume = client.resume
    settings = _with_own(settings or default_settings(), resume)
    aim = resume.target(target)
    posting = _posting(client, aim)
    document = compose_for(resume, aim, posting, as_of, locale)
    findings = list(check_document(document, resume, aim, as_of=as_of, posting=posting, settings=settings))
    shown = {key for line in _page_of(document, resume, aim, as_of, posting).lines for key in line.facts}
    stated = _stated_page(resume, aim, as_of, posting, locale)
    for finding in check_page(stated, settings):
        of_page = finding.scope == "document"
        if of_page and (not finding.facts or shown.issuperset(finding.facts) or finding.code in _PAGE_ALONE):
            continue
        findings.append(finding)
    return placed(client, findings)


def check_document(
    document: Document,
    resume: Resume,
    target: Target | None = None,
    *,
    as_of: date | None = None,
    posting: str = "",
    settings: Settings | None = None,
) -> tuple[Finding, ...]:
    """What the rules of wording find in a composed document; what the client lets stand carries the reason."""
    page = _page_of(document, resume, target, as_of, posting)
    rules = _with_own(settings or default_settings(), resume)
    return check_page(page, rules, scope="document")


def errors_in(
    client: Client, document: Document, target: Target | None = None, *, as_of: date | None = None
) -> tuple[str, ...]:
    """What keeps a composed resume from being a final: the errors that nobody lets stand, in words."""
    resume, posting = client.resume, _posting(client, target)
    settings = _with_own(default_settings(), resume)
    stated = _stated_page(resume, target, as_of, posting, document.language)
    found = [
        *check_document(document, resume, target, as_of=as_of, posting=posting, settings=settings),
        *check_page(stated, settings, scope="facts"),
    ]
    wrong = (item for item in found if item.severity == "error" and not item.suppressed)
    return tuple(dict.fromkeys(f"{item.code}: {item.message}" for item in wrong))


def compose_for(
    resume: Resume, target: Target | None, posting: str, as_of: date | None = None, locale: str | None = None
) -> Document:
    """The resume for a target before it is fitted to its pages: nothing is left out for want of room."""
    from resumekit.compose.resume import compose_resume, make_context
    from resumekit.strategy.decide import decide
    from resumekit.strategy.rules import load_rules, load_situations

    strategy = decide(
        resume, target, as_of=as_of, posting=posting, rules=load_rules(), situations=load_situations(), locale=locale
    )
    return compose_resume(resume, make_context(resume, target, strategy, as_of=as_of, locale=locale))


def _posting(client: Client, target: Target | None) -> str:
    from resumekit.load.posting import posting_text

    return (posting_text(client, target) if target else None) or ""


def _page_of(document: Document, resume: Resume, target: Target | None, as_of: date | None, posting: str) -> Page:
    from resumekit.lint.page_of import page_of_document

    return page_of_document(document, resume, target, as_of=as_of, posting=posting)


def _stated_page(resume: Resume, target: Target | None, as_of: date | None, posting: str, locale: str | None) -> Page:
    from resumekit.lint.page_of import page_of_resume
    from resumekit.sections.bullet import compose_bullet
    from resumekit.text.locale import load_locale

    tag = locale or (target.locale if target else None) or resume.locale
    pack = load_locale(tag)

    def say(achievement: Achievement, current: bool) -> str:
        return compose_bullet(achievement, current=current, locale=pack).text

    page = page_of_resume(resume, say, target=target, as_of=as_of, posting=posting)
    return replace(page, lines=(*page.lines, *_rest(resume)), locale=tag)


def _rest(resume: Resume) -> Iterator[PageLine]:
    """What the client states besides deeds and duties, each field for itself: spelling and privacy are asked of it too."""
    for fact in resume.facts.values():
        if isinstance(fact, _OTHER_KIND):
            continue
        for name in type(fact).model_fields:
            said = getattr(fact, name)
            if name not in _NOT_SAID and isinstance(said, str) and said:
                yield PageLine(said, "other", "", facts=(fact.key,), path=(*fact.path, name))


def _with_own(settings: Settings, resume: Resume) -> Settings:
    """The settings with what the client file lets stand. Raises UnknownNameError for a rule that there is not."""
    own = []
    for item in resume.checks.ignore:
        codes_of(item.code)
        own.append(Suppression(item.code, item.reason, item.fact or "", item.words or ""))
    fresh = [item for item in own if item not in settings.suppressions]
    return settings.with_suppressions(fresh) if fresh else settings


def placed(client: Client, findings: Iterable[Finding]) -> tuple[Placed, ...]:
    """The findings with their places, once each, in file order."""
    name = str(client.path) if client.path else client.places.source.name
    found: dict[tuple[object, ...], Placed] = {}
    for finding in findings:
        item = _place(client, _in_its_field(client.resume, finding), name)
        # A composed line says what a fact says; the two are one finding.
        key = (item.line, item.column, finding.code, finding.words if finding.end else finding.message)
        found.setdefault(key, item)
    return tuple(sorted(found.values(), key=_order))


def _order(item: Placed) -> tuple[int, int, int, str, str]:
    finding = item.finding
    return item.line or 10**9, item.column, SEVERITIES.index(finding.severity), finding.code, finding.message


def _in_its_field(resume: Resume, finding: Finding) -> Finding:
    """A finding about a composed line, told of the field that holds the words marked, where one field does."""
    words = finding.words
    if finding.edit or not finding.end or not words.strip() or _holds(resume, finding):
        return finding
    fields = [
        (fact, name, said)
        for key in finding.facts
        if (fact := resume.facts.get(key))
        for name in type(fact).model_fields
        if name not in _NOT_SAID and isinstance(said := getattr(fact, name), str)
    ]
    best: tuple[int, Finding, str, re.Match[str]] | None = None
    for fact, name, said in fields:
        # A word that opens the line may have got its capital there.
        for form in dict.fromkeys((words, words[:1].lower() + words[1:], words[:1].upper() + words[1:])):
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", said):
                near = _neighbours(finding, said, match)
                if best is None or near > best[0]:
                    best = near, replace(finding, facts=(fact.key,), path=(*fact.path, name)), said, match
    return _moved(best[1], best[2], best[3]) if best else finding


def _neighbours(finding: Finding, said: str, match: re.Match[str]) -> int:
    """How many of the words beside the marked ones stand beside them in the field too."""
    beside = [
        (finding.text[: finding.start], said[: match.start()], -1),
        (finding.text[finding.end :], said[match.end() :], 0),
    ]
    return sum((one.split() or [""])[at].lower() == (other.split() or [""])[at].lower() for one, other, at in beside)


def _holds(resume: Resume, finding: Finding) -> bool:
    fact = next((item for item in resume.facts.values() if finding.path and item.path == finding.path[:-1]), None)
    said = getattr(fact, str(finding.path[-1]), None) if fact else None
    return isinstance(said, str) and finding.text in said


def _moved(finding: Finding, said: str, match: re.Match[str]) -> Finding:
    edit, form = None, match[0]
    if (new := finding.replacement) is not None:
        # The capital of the composed line is not the field's own.
        new = new if form == finding.words else form[:1] + new[1:] if new[:1].lower() == form[:1].lower() else None
        edit = Edit(finding.path, match.start(), match.end(), new) if new is not None else None
    return replace(finding, text=said, start=match.start(), end=match.end(), edit=edit)


def _place(client: Client, finding: Finding, name: str) -> Placed:
    path = finding.path
    if not path and finding.facts and finding.facts[0] in client.resume.facts:
        path = client.resume.facts[finding.facts[0]].path
    if not path:
        return Placed(finding, name)
    at = place_of(client.places, path, finding.text, finding.start, finding.end)
    return Placed(finding, name, at.line, at.column, at.length, at.source)


def fix(client: Client, findings: Iterable[Placed]) -> tuple[Change, ...]:
    """Makes the edits that are certain, in the client's file; gives those made. A finding let stand is left alone.

    Raises:
        ClientFileError: the facts would not be what they should; nothing is written.
        OutputError: the file cannot be written.
    """
    edits = [item.finding.edit for item in findings if item.finding.edit and not item.finding.suppressed]
    changes = dict.fromkeys(Change(edit.path, edit.start, edit.end, edit.replacement) for edit in edits)
    return write_changes(client, changes)


def counted(findings: Iterable[Finding]) -> Mapping[str, int]:
    """How often each rule found something, the most frequent first."""
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.code] = counts.get(finding.code, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
