"""Questions that mine for what a fact does not say yet: a figure, what it is compared with, what came of the work."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page, PageLine
from resumekit.lint.reading import figure_near, has_figure
from resumekit.model.achievement import Achievement, Measure
from resumekit.model.role import Role
from resumekit.text.measures import number_places

# What is still to be filled in, as a composed bullet or a coach writes it.
_TO_COME = re.compile(r"[$€£]?\[[^\[\]]{0,40}\](?:\s?%)?|\bX{1,4}\s?%|[$€£]\s?X{1,4}\b|\bX{2,4}\b|\bTB[DC]\b|\?{2,}")
_SHARE = re.compile(r"\d[\d.,]*\s?(?:%|per cent\b|percent\b|pour cent\b)")
_BASE = re.compile(
    r"\b(?:from|against|versus|vs|compared|over|within|per|in|since|below|above|of|for|a year|annually|de|du|en|sur|par)\b",
    re.IGNORECASE,
)
_NEAR = 25
_REACH = 5
_MOST = 2
Spot = tuple[str, int, int]
"""The name of a question, and the words that it stands on."""


def questions(page: Page) -> Iterator[Finding]:
    """What to ask the client of each bullet on the page, and of roles that have none; each fact's once."""
    if page.resume is None or page.language not in _words():
        return
    asked: set[tuple[str, ...]] = set()
    told = {line.post.key for line in page.bullets if line.post}
    for line in page.lines:
        fact = page.resume.facts.get(line.facts[0]) if line.facts else None
        if line.facts in asked:
            continue
        if isinstance(fact, Achievement) and line.kind == "bullet":
            asked.add(line.facts)
            yield from _of_bullet(line, fact, page.language)
        elif isinstance(fact, Role) and line.kind == "title" and line.section == "experience":
            asked.add(line.facts)
            if fact.key not in told:
                yield _ask(line, ("role", 0, len(line.text)), page.language)


def _of_bullet(line: PageLine, fact: Achievement, language: str) -> Iterator[Finding]:
    if not (spots := [*_to_come(line), *_estimates(line, fact), *_without_base(line, fact), *_people(line, language)]):
        spots = [*_unmeasured(line, fact)]
    for spot in sorted(spots, key=lambda spot: spot[1])[:_MOST]:
        yield _ask(line, spot, language)


def _to_come(line: PageLine) -> Iterator[Spot]:
    for match in _TO_COME.finditer(line.text):
        yield "placeholder", match.start(), match.end()


def _estimates(line: PageLine, fact: Achievement) -> Iterator[Spot]:
    """The figures that are estimates while nobody has confirmed them."""
    if fact.is_confirmed:
        return
    estimates = [one for one in fact.measures if one.confidence == "estimated"]
    wanted = {number for one in estimates for number in _figures(one)}
    found = ((start, end) for number, start, end in number_places(line.text) if number in wanted)
    if estimates:
        yield "estimate", *next(found, (0, len(line.text)))


def _figures(measure: Measure) -> Iterator[Any]:
    yield from (number for number in (measure.value, measure.start, measure.end) if number is not None)


def _without_base(line: PageLine, fact: Achievement) -> Iterator[Spot]:
    """A share without what it is a share of, or changed from, and without a span of time."""
    if any(one.period or one.start is not None for one in fact.measures):
        return
    for match in _SHARE.finditer(line.text):
        around = line.text[max(match.start() - _NEAR, 0) : match.start()] + line.text[match.end() :]
        if not _BASE.search(around.replace(match[0], "")):
            yield "base", match.start(), match.end()


def _people(line: PageLine, language: str) -> Iterator[Spot]:
    words = "|".join(map(re.escape, _table()["people"][language]))
    for match in re.finditer(rf"\b(?:{words})\b", line.text, re.IGNORECASE):
        if not figure_near(line.text, match.start(), match.end(), _REACH):
            yield "people", match.start(), match.end()
            return


def _unmeasured(line: PageLine, fact: Achievement) -> Iterator[Spot]:
    if fact.measures or has_figure(line.text):
        return
    yield ("measure" if fact.text or fact.result else "result"), 0, len(line.text)


def _ask(line: PageLine, spot: Spot, language: str) -> Finding:
    name, start, end = spot
    asked = _words()[language][name].replace("{words}", line.text[start:end])
    return line.found("", start, end, ask=asked)


def _words() -> Mapping[str, Mapping[str, str]]:
    return {language: words for language, words in _table().items() if language != "people"}


@cache
def _table() -> Mapping[str, Any]:
    data = files("resumekit.lint") / "data" / "questions.toml"
    table: dict[str, Any] = tomllib.loads(data.read_text(encoding="utf-8"))
    return table
