"""The profile is one table: every tag and class of it parses, and means one style."""

from __future__ import annotations

import pytest

from resumekit.markup.flow import Flow, Paragraph
from resumekit.markup.parse import parse_markup
from resumekit.markup.vocabulary import PARAGRAPHS, RUNS, TAGS, Style

OUTSIDE = {"li": "<article><ul>{}</ul></article>", "h1": "<article><header>{}</header></article>"}


def _parsed(inner: str, tag: str) -> Paragraph:
    nodes = parse_markup(OUTSIDE.get(tag, "<article>{}</article>").format(inner))
    (paragraph,) = Flow(nodes, "resume", "", "", "en-CA").paragraphs()
    return paragraph


@pytest.mark.parametrize(
    "style", [row for row in PARAGRAPHS.values() if row.tag not in ("th", "td")], ids=lambda row: row.name
)
def test_every_paragraph_style_is_a_tag_or_its_class(style: Style) -> None:
    kind = "" if style.name == style.tag else f' class="{style.name}"'

    assert _parsed(f"<{style.tag}{kind}>Words</{style.tag}>", style.tag).style == style.name


@pytest.mark.parametrize("style", RUNS.values(), ids=lambda row: row.name)
def test_every_character_style_reaches_its_run(style: Style) -> None:
    attributes = {"span": f' class="{style.name}"', "a": ' href="https://example.ca"'}.get(style.tag, "")

    (run,) = _parsed(f"<p><{style.tag}{attributes}>Words</{style.tag}></p>", "p").runs

    assert (run.strong, run.em, run.style, run.link) == (
        style.name == "strong",
        style.name == "em",
        style.name if style.tag == "span" else "",
        "https://example.ca" if style.tag == "a" else None,
    )


def test_a_name_a_word_style_and_a_selector_are_given_once() -> None:
    rows = [*PARAGRAPHS.values(), *RUNS.values()]

    assert len({row.name for row in rows}) == len(rows)
    assert len({row.word for row in rows}) == len(rows)
    assert len({row.selector for row in rows}) == len(rows)


def test_the_profile_stays_about_a_dozen_tags_and_twenty_classes() -> None:
    assert len(TAGS) <= 19
    assert len([row for row in [*PARAGRAPHS.values(), *RUNS.values()] if row.name != row.tag]) <= 20
