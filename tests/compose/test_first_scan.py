"""The first scan: name, headline, headings, titles, employers, dates and first bullets stay; the rest is faint."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from resumekit.compose.first_scan import first_scan
from resumekit.markup.flow import Container, Flow, Node, Paragraph
from resumekit.themes.template import lower
from resumekit.themes.theme import find_theme
from tests.strategy.library import document_of

CLIENTS = ("executive", "lateral", "nurse-to-hr", "long-serving")


def _scanned(name: str) -> tuple[Flow, Flow]:
    flow = lower(document_of(name), find_theme("modern"), date="2026-11-15")
    return flow, first_scan(flow)


def _paragraphs(nodes: tuple[Node, ...]) -> Iterator[Paragraph]:
    for node in nodes:
        if isinstance(node, Paragraph):
            yield node
        elif isinstance(node, Container):
            yield from _paragraphs(node.children)


def _lists(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    for node in nodes:
        if isinstance(node, Container):
            if node.tag == "ul":
                yield node.children
            yield from _lists(node.children)


def _faint(paragraph: Paragraph) -> bool:
    return all(run.style == "faded" for run in paragraph.runs)


@pytest.mark.parametrize("name", CLIENTS)
def test_not_a_word_is_lost(name: str) -> None:
    flow, seen = _scanned(name)

    def words(which: Flow) -> list[str]:
        return ["".join(run.text for run in item.runs) for item in _paragraphs(which.children)]

    assert words(flow) == words(seen)


@pytest.mark.parametrize("name", CLIENTS)
def test_exactly_what_a_scan_rests_on_stays_dark(name: str) -> None:
    _, seen = _scanned(name)
    dark = {item.style for item in _paragraphs(seen.children) if not _faint(item)}

    assert {"h1", "headline", "h2", "h3", "employer"} <= dark
    assert not dark & {"profile", "contact", "line", "scope"}


@pytest.mark.parametrize("name", CLIENTS)
def test_of_each_list_at_most_the_first_bullet_stays_dark(name: str) -> None:
    _, seen = _scanned(name)
    lists = list(_lists(seen.children))

    assert lists
    assert all(_faint(item) for bullets in lists for item in bullets[1:] if isinstance(item, Paragraph))
    assert any(isinstance(bullets[0], Paragraph) and not _faint(bullets[0]) for bullets in lists)
