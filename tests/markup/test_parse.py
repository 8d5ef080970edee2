"""The strict parser: white space has laws, and whatever is outside the profile is an error with its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from resumekit.compose.resume import compose_resume, make_context
from resumekit.document.block import Document
from resumekit.errors import MarkupError
from resumekit.markup.flow import Container, Figure, Flow, Paragraph, Run, Table
from resumekit.markup.parse import parse_markup
from resumekit.model.resume import Resume
from resumekit.strategy.decide import decide
from resumekit.themes.template import lower
from resumekit.themes.theme import find_theme
from tests.strategies import resumes


def _runs(inner: str) -> tuple[Run, ...]:
    (article,) = parse_markup(f"<article><p>{inner}</p></article>")
    assert isinstance(article, Container)
    (paragraph,) = article.children
    assert isinstance(paragraph, Paragraph)
    return paragraph.runs


@pytest.mark.parametrize(
    ("inner", "texts"),
    [
        ("  a \n\t b  ", ["a b"]),
        ("a <strong> b </strong> c", ["a ", "b ", "c"]),
        ("<em>a</em>b", ["a", "b"]),
        ("a<strong> </strong>b", ["a", " ", "b"]),
        ("<strong>a</strong> <strong>b</strong>", ["a", " ", "b"]),
        ("<strong>a</strong><strong>b</strong>", ["ab"]),
        ("a\u00a0\u00a0b", ["a\u00a0\u00a0b"]),
        (" \u00a0a", ["\u00a0a"]),
        ("a <!-- said --> b", ["a b"]),
        ("a&#10;b", ["a b"]),
        ("a&#xA0;b", ["a\u00a0b"]),
        ("a<em> </em>", ["a"]),
    ],
)
def test_white_space_collapses_across_runs_and_not_where_it_is_meant(inner: str, texts: list[str]) -> None:
    assert [run.text for run in _runs(inner)] == texts


def test_settings_are_inherited_inwards() -> None:
    runs = _runs('<strong>a<em>b</em></strong><a href="https://x.ca">c<span class="label">d</span></a>')

    assert runs == (
        Run("a", strong=True),
        Run("b", strong=True, em=True),
        Run("c", link="https://x.ca"),
        Run("d", style="label", link="https://x.ca"),
    )


def test_signs_of_markup_come_through_as_characters() -> None:
    assert _runs("AT&amp;T &lt;b&gt; &quot;x&quot; &apos;<![CDATA[<&]]>")[0].text == 'AT&T <b> "x" \'<&'


def test_facts_are_kept_on_their_paragraph() -> None:
    (article,) = parse_markup('<article><p data-facts="a b#c">x</p></article>')

    assert isinstance(article, Container)
    assert article.children == (Paragraph("p", (Run("x"),), ("a", "b#c")),)


def test_what_is_empty_leaves_nothing_behind() -> None:
    assert parse_markup("<article><section><ul><li> </li></ul><p></p></section></article>") == ()


BAD = {
    "<div>": ("<article>\n<div>x</div></article>", "<div> is not in the markup profile"),
    "a near tag": ("<article>\n<sectoin/></article>", "did you mean <section>?"),
    "a class": (
        '<article>\n<p class="contakt">x</p></article>',
        "'contakt' is not a class of <p>; did you mean 'contact'?",
    ),
    "another tag's class": ('<article>\n<p class="dates">x</p></article>', "'dates' is not a class of <p>"),
    "a tag as a class": ('<article>\n<p class="p">x</p></article>', "'p' is not a class of <p>"),
    "two classes": ('<article>\n<p class="profile note">x</p></article>', "is not a class of <p>"),
    "a container's class": ('<article>\n<section class="profile"/></article>', "<section> takes no class"),
    "a bare span": ("<article>\n<p><span>x</span></p></article>", "<span> needs a class: dates, faded, label"),
    "an attribute": ('<article>\n<p style="color:red">x</p></article>', "<p> has no attribute 'style'"),
    "an event": ('<article>\n<p onclick="x()">x</p></article>', "<p> has no attribute 'onclick'"),
    "href elsewhere": ('<article>\n<p href="https://x.ca">x</p></article>', "<p> has no attribute 'href'"),
    "a paragraph in one": ("<article>\n<p><p>x</p></p></article>", "<p> cannot stand inside <p>"),
    "a heading in a list": ("<article>\n<ul><h2>x</h2></ul></article>", "<h2> cannot stand inside <ul>"),
    "an item outside": ("<article>\n<li>x</li></article>", "<li> cannot stand inside <article>"),
    "an article in one": ("<article>\n<article/></article>", "<article> cannot stand inside <article>"),
    "strong in strong": (
        "<article>\n<p><strong><em><strong>x</strong></em></strong></p></article>",
        "<strong> cannot stand inside",
    ),
    "a link in a link": (
        '<article>\n<p><a href="https://x.ca"><em><a href="https://y.ca">x</a></em></a></p></article>',
        "<a> cannot stand inside <a>",
    ),
    "a script link": ('<article>\n<p><a href="javascript:x">x</a></p></article>', "<a> needs an href that begins with"),
    "a file link": (
        '<article>\n<p><a href="file:///etc/passwd">x</a></p></article>',
        "<a> needs an href that begins with",
    ),
    "a link to nowhere": ("<article>\n<p><a>x</a></p></article>", "<a> needs an href"),
    "text outside": ("<article>\nloose words</article>", "text cannot stand directly inside <article>: 'loose words'"),
    "text in a list": ("<article><ul>\nloose</ul></article>", "text cannot stand directly inside <ul>"),
    "another root": ("\n<section/>", "the outermost tag is <article>, not <section>"),
    "two roots": ("<article/>\n<article/>", "not well-formed"),
    "an open tag": ("<article>\n<p>x</article>", "not well-formed: mismatched tag"),
    "a bare ampersand": ("<article>\n<p>AT&T</p></article>", "escape & and < as &amp; and &lt;"),
    "a bare sign": ("<article>\n<p>a < b</p></article>", "not well-formed"),
    "an entity": ("<article>\n<p>&nbsp;</p></article>", "undefined entity"),
    "a doctype": ("\n<!DOCTYPE article>\n<article/>", "a document type declaration is not allowed"),
    "a bomb": (
        '\n<!DOCTYPE a [<!ENTITY b "cc">]><article><p>&b;</p></article>',
        "a document type declaration is not allowed",
    ),
    "a control character": ("<article>\n<p>\x01</p></article>", "not well-formed"),
    "a table": ("<article>\n<table/></article>", "<table> is not allowed in a resume or letter"),
    "a figure": ('<article>\n<figure data-figure="0"/></article>', "<figure> is not allowed in a resume or letter"),
    "a cell": ("<article>\n<td>x</td></article>", "<td> is not allowed in a resume or letter"),
}


@pytest.mark.parametrize(("markup", "words"), BAD.values(), ids=BAD.keys())
def test_what_is_outside_the_profile_is_an_error_with_its_line(markup: str, words: str) -> None:
    with pytest.raises(MarkupError, match=re.escape(words)) as caught:
        parse_markup(markup, template="mine/document.jinja")

    assert str(caught.value).startswith("mine/document.jinja (as written):2:")


def test_nothing_at_all_is_an_error() -> None:
    with pytest.raises(MarkupError, match="no element found"):
        parse_markup("")


TABLE = (
    '<article><table><tr><th>A</th><th data-numeric="true">B</th></tr>'
    '<tr><td>a</td><td data-numeric="true">1</td></tr></table></article>'
)


def test_a_report_may_hold_tables_and_figures() -> None:
    figure = Figure("<svg/>", b"", "A chart", 80)
    (article,) = parse_markup(
        TABLE.replace("</table>", '</table><figure data-figure="0"/>'), figures=(figure,), tables=True
    )

    assert isinstance(article, Container)
    table, drawn = article.children
    assert isinstance(table, Table)
    assert [cell.text for cell in table.header] == ["A", "B"]
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "1"]]
    assert table.numeric == {1}
    assert drawn is figure


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<table><tr><th>A</th></tr><tr><td>a</td><td>b</td></tr></table>", "the same number of cells"),
        ("<table><tr><td>a</td></tr></table>", "the first row of a table is its header"),
        ("<table></table>", "the same number of cells"),
        ('<figure data-figure="1"/>', "there is no figure '1'"),
        ('<figure data-figure="²"/>', "there is no figure '²'"),
        ("<figure/>", "there is no figure ''"),
        ('<figure data-figure="-1"/>', "there is no figure '-1'"),
        ("<p><table/></p>", "<table> cannot stand inside <p>"),
        ("<ul><table/></ul>", "<table> cannot stand inside <ul>"),
        ("<tr/>", "<tr> cannot stand inside <article>"),
        ("<table>x</table>", "text cannot stand directly inside <table>"),
    ],
)
def test_a_table_or_figure_that_makes_no_sense_is_an_error(markup: str, words: str) -> None:
    figure = Figure("<svg/>", b"", "A chart", 80)
    with pytest.raises(MarkupError, match=re.escape(words)):
        parse_markup(f"<article>{markup}</article>", figures=(figure,), tables=True)


def _lowered(resume: Resume) -> tuple[Document, Flow]:
    document = compose_resume(resume, make_context(resume, resume.target(), decide(resume, resume.target())))
    return document, lower(document, find_theme("plain"))


@given(resumes)
def test_every_character_of_a_document_reaches_the_flow(resume: Resume) -> None:
    document, flow = _lowered(resume)

    lines = re.sub(r"[ \t\r\n|]+", "", "".join(line.text for _, line in document.lines()))
    assert re.sub(r"[ \t\r\n|]+", "", "".join(run.text for item in flow.paragraphs() for run in item.runs)) == lines


@given(resumes)
def test_every_fact_behind_a_line_reaches_the_flow(resume: Resume) -> None:
    document, flow = _lowered(resume)

    assert {fact for _, line in document.lines() for fact in line.facts} == {
        fact for item in flow.paragraphs() for fact in item.facts
    }


def test_ten_thousand_bullets_are_parsed_one_after_the_other() -> None:
    items = "\n".join(f"<li>Led <strong>team</strong> {number} &amp; more</li>" for number in range(10_000))

    flow = Flow(parse_markup(f"<article><ul>\n{items}\n</ul></article>"), "resume", "", "", "en-CA")

    assert [item.text for item in flow.paragraphs()][-1] == "Led team 9999 & more"
    assert sum(1 for _ in flow.paragraphs()) == 10_000
