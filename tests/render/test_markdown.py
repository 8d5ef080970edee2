"""Markdown: a CommonMark reader gets every word, and no sign of the words is taken for one of Markdown's."""

from __future__ import annotations

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from resumekit.markup.flow import Flow, Paragraph, Run, Table
from resumekit.model.resume import Resume
from resumekit.pipeline import plan
from resumekit.render.markdown import write_markdown
from tests.render.flows import bullets, flow, p, two_pages
from tests.strategies import resumes

READER = MarkdownIt("commonmark").enable("table")
SIGNS = (
    "# not a heading",
    "#hash",
    "1. not a list",
    "12) not",
    "2019. A year",
    "- not a list",
    "+ nor this",
    "* nor this",
    "> not a quote",
    "--- not a rule",
    "===",
    "***",
    "___",
    "`code`",
    "``` fence",
    "~~~ fence",
    "**bold**",
    "_em_",
    "snake_case_name",
    "[link](x)",
    "![image](x)",
    "[ref]: x",
    "<b>html</b>",
    "<!-- said -->",
    "<https://x.ca>",
    "&amp;",
    "&copy;",
    "a\\*b",
    "a|b",
    "| a | b |",
    "C #",
    "F# ##",
    "end\\",
    "~~no~~",
    "5 * 3 * 2",
    "a*b*c",
    "[x]",
    "$x$",
    "x^2",
    ":-- a",
    "Q: A",
    "=",
    "-",
    "+",
    "1.",
    "#",
)


def _texts(markdown: str) -> list[str]:
    """The words of each block as a reader of Markdown has them, nothing else being there."""
    out = []
    for token in READER.parse(markdown):
        assert token.type not in ("code_block", "fence", "html_block", "hr"), token
        if token.type == "inline":
            out.append("".join(_text(child) for child in token.children or ()))
    return out


def _text(token: Token) -> str:
    assert token.type not in ("code_inline", "html_inline", "image", "hardbreak"), token
    return " " if token.type == "softbreak" else token.content


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("style", ["p", "profile", "h1", "h2", "h3", "li", "line", "quote", "headline"])
def test_a_sign_in_the_words_stays_a_sign(style: str, sign: str) -> None:
    for text in (sign, f"Led {sign} on", f"Led {sign}"):
        assert _texts(write_markdown(flow(p(style, text)))) == [text]


@given(resumes)
def test_a_reader_gets_every_word_in_order(resume: Resume) -> None:
    made = plan(resume).flow

    words = " ".join(item.text.replace("\t", " | ") for item in made.paragraphs()).split()
    assert " ".join(_texts(write_markdown(made))).split() == words


def _kinds(made: Flow) -> list[str]:
    return [
        token.tag for token in READER.parse(write_markdown(made)) if token.type in ("heading_open", "list_item_open")
    ]


def test_headings_and_points_are_headings_and_points() -> None:
    made = two_pages()

    tags = {"h1": "h1", "h2": "h2", "h3": "h3", "group": "h3", "li": "li"}
    assert _kinds(made) == [tags[item.style] for item in made.paragraphs() if item.style in tags]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.ca/a_b?c=1&d=2",
        "https://x.ca/(a)",
        "mailto:a@example.ca",
        "https://x.ca/?a=1&copy;=2",
        "https://x.ca/é",
    ],
)
def test_a_link_leads_where_it_led(url: str) -> None:
    tokens = READER.parse(write_markdown(flow(Paragraph("p", (Run("see "), Run("the [site]", link=url))))))

    (link,) = [child for token in tokens for child in token.children or () if child.type == "link_open"]
    assert READER.normalizeLink(url) == link.attrs["href"]


@pytest.mark.parametrize("text", ["Lead", "(Acting) Lead", "Lead (Acting)", "« Lead »", "“Lead”", "*Lead*", "日本語"])
@pytest.mark.parametrize("after", ["", ", Northwind", ": more", " more"])
def test_strong_words_are_strong(text: str, after: str) -> None:
    (inline,) = [
        token
        for token in READER.parse(write_markdown(flow(Paragraph("line", (Run(text, strong=True), Run(after))))))
        if token.children
    ]

    said = [child for child in inline.children or () if child.content or child.type != "text"]
    assert [child.type for child in said][:3] == ["strong_open", "text", "strong_close"]
    assert said[1].content == text


def test_points_stand_in_one_list() -> None:
    tokens = READER.parse(write_markdown(flow(bullets("a", "b", "c"))))

    assert [token.type for token in tokens].count("bullet_list_open") == 1


def test_a_table_is_a_table() -> None:
    head = (Paragraph("th", (Run("Na|me"),)), Paragraph("th", (Run("Count"),)))
    made = flow(
        Table(head, ((Paragraph("td", (Run("A|B"),)), Paragraph("td", (Run("1"),))),), frozenset({1})), kind="report"
    )

    assert _texts(write_markdown(made)) == ["Na|me", "Count", "A|B", "1"]
    assert "---:" in write_markdown(made)
