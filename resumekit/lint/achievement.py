"""ACH: whether bullets show what came of the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page, PageLine, Post
from resumekit.lint.reading import has_figure, opening, unquoted
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.text.verbs import find_verb, sense

_MEMBER = re.compile(
    r"(?:,|;|\band|\bby|\bto|\bwhile|\bthus|\bthereby|\bwhich|\bthat) (?:also |then |then )?(?P<word>[a-z-]+)"
)
_BY = re.compile(r"\b(?:by|through|after|with) [a-z-]+ing\b")
_ASK = "What changed because of it: how much, how many, how fast, for whom?"
_ASK_FR = "Qu’est-ce qui a changé : combien, en combien de temps, pour qui ?"


@rule("ACH001", domain="L08", severity="warning")
def few_measured(page: Page, settings: Settings) -> Iterator[Finding]:
    """Fewer than half of the bullets of the last ten years show a figure.

    Why: a page of duties could be anyone's; figures are what a recruiter repeats to the hiring manager.

    - bad: Led a move | Trained new clerks | Wrote the guide | Cut waste by 9%
    - good: Led a move in three weeks | Trained 12 clerks | Wrote the guide, which ended the backlog | Cut waste by 9%
    """
    lines = _recent(page, settings)
    measured = [line for line in lines if has_figure(line.text)]
    if len(lines) < settings.limit("measured_least") or len(measured) >= settings.limit("measured_share") * len(lines):
        return
    share = round(100 * len(measured) / len(lines))
    first = next(line for line in lines if not has_figure(line.text))
    yield first.found(
        f"{len(measured)} of {len(lines)} recent bullets ({share}%) show a figure",
        suggestion="start with the points that stand highest on the page",
        ask=_ASK if page.language == "en" else _ASK_FR,
    )


def _recent(page: Page, settings: Settings) -> list[PageLine]:
    """The bullets of posts that ended in the last years, each fact once; posts without dates count."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for line in page.bullets:
        if line.kind != "bullet" or (line.post and not _is_recent(line.post, page, settings)):
            continue
        if line.facts and line.facts[:1] in seen:
            continue
        seen.add(line.facts[:1])
        found.append(line)
    return found


def _is_recent(post: Post, page: Page, settings: Settings) -> bool:
    if post.current or post.end is None or page.as_of is None:
        return True
    ended = post.end.months_from_zero(latest=True)
    return page.as_of.year * 12 + page.as_of.month - 1 - ended <= settings.limit("measured_years") * 12


@rule("ACH002", domain="L07", severity="warning")
def no_result(page: Page, settings: Settings) -> Iterator[Finding]:
    """A bullet that shows no result.

    Why: a reader cannot tell a large contribution from a small one.

    - bad: Improved delivery times
    - bad: Prepared monthly reports for management
    - bad: [fr] Préparation des rapports mensuels
    - good: Cut delivery times by 32%, from 50 to 34 hours
    - good: Rewrote the intake guide, which ended the backlog of claims
    - good: [fr] Préparation des rapports mensuels de neuf succursales
    """
    english = page.language == "en"
    for line in page.bullets:
        if line.kind != "bullet" or shows_result(line, page.language, settings):
            continue
        yield line.found(
            "it shows no result: no figure, and nothing that came of it",
            suggestion="add what came of it, as a figure where there is one: “…, cutting errors by a third”" if english
            else "ajoutez ce qui en est sorti, en chiffres si possible",
            ask=_ASK if english else _ASK_FR,
        )  # fmt: skip


def shows_result(line: PageLine, language: str, settings: Settings) -> bool:
    """Whether a bullet holds a figure, or words that tell what came of it."""
    text = unquoted(line.text)
    if has_figure(text) or settings.phrases(language, "proof_alone").at_start(text):
        return True
    first = re.match(r"\S+", text)
    inside = text[first.end() :] if first else ""
    if next(settings.phrases(language, "result_cue").find(inside), None):
        return True
    return language == "en" and _tells_change(text)


def _tells_change(text: str) -> bool:
    """Whether a verb of change tells an outcome: behind the deed, or as the opening with the way it was done."""
    changes = sense("reduce") | sense("grow") | _OUTCOMES
    found = opening(text)
    if found and found.verb.base in changes and _BY.search(text):
        return True
    start = found.end if found else 0
    for match in _MEMBER.finditer(text, start):
        inner = find_verb(match["word"])
        if inner and inner[0].base in changes and inner[1] in ("gerund", "past"):
            return True
    return False


_OUTCOMES = frozenset("prevent avoid eliminate end free stop halve double triple win secure earn speed solve".split())


@rule("ACH003", domain="L08", severity="warning")
def unmeasured_post(page: Page, settings: Settings) -> Iterator[Finding]:
    """A role of the last ten years whose bullets show no figure at all.

    Why: the reader compares roles, and one without a figure reads as the one where nothing happened.

    - bad: Led a move | Trained new clerks
    - good: Led a move of nine offices | Trained clerks in the new tool, ending the backlog
    """
    for post, lines in page.by_post:
        told = [line for line in lines if line.kind == "bullet"]
        if post.kind != "role" or len(told) < 2 or not _is_recent(post, page, settings):
            continue
        if not any(has_figure(line.text) for line in told):
            name = post.title or "this role"
            yield told[0].found(
                f"no bullet of {name} shows a figure",
                suggestion="one figure is enough to begin with: people, money, time or share",
                ask=_ASK if page.language == "en" else _ASK_FR,
            )
