"""Templates: a user's own works, and a hostile one reads nothing and says where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from resumekit.document.block import Bullets, Document, Entry, Figure, Head, Paragraph, Section, Table
from resumekit.document.line import Line, Source, Span
from resumekit.errors import MarkupError, ThemeError
from resumekit.markup.flow import Figure as FlowFigure
from resumekit.markup.flow import Flow
from resumekit.markup.flow import Table as FlowTable
from resumekit.themes.template import lower, render_markup
from resumekit.themes.theme import Theme, find_theme, theme_names


def _line(text: str, *more: Span) -> Line:
    return Line.of([text, *more], Source.fact(f"facts/{text[:3].lower()}"))


ROLE = Entry(
    _line("Manager"),
    _line("", Span("2020 – Present", style="dates")),
    _line("Northwind"),
    (_line("Scope"),),
    (_line("Led"),),
)
DOCUMENT = Document(
    kind="resume",
    title="Amina Haddad – Resume",
    author="Amina Haddad",
    language="en-CA",
    head=Head(
        _line("Amina Haddad"),
        _line("Advisor"),
        (_line("Guelph"), _line("", Span("a@example.ca", link="mailto:a@example.ca"))),
    ),
    sections=(
        Section("profile", _line("Profile"), (Paragraph(_line("Calm"), "profile"),)),
        Section(
            "experience",
            _line("Experience"),
            (Entry(_line("Group"), entries=(ROLE,), group=True), Bullets((_line("Point"),))),
        ),
    ),
)


def _theme(tmp_path: Path, template: str) -> Theme:
    (tmp_path / "theme.toml").write_text('summary = "Mine"\n', encoding="utf-8")
    (tmp_path / "document.jinja").write_text(template, encoding="utf-8")
    return find_theme(tmp_path)


def _told(flow: Flow) -> list[tuple[str, str]]:
    return [(item.style, item.text) for item in flow.paragraphs()]


@pytest.mark.parametrize("theme", theme_names())
def test_every_block_has_its_paragraphs_in_reading_order(theme: str) -> None:
    found = find_theme(theme)

    assert _told(lower(DOCUMENT, found)) == [
        ("h1", "Amina Haddad"),
        ("headline", "Advisor"),
        ("contact", f"Guelph{found.tokens.separator}a@example.ca"),
        ("h2", "Profile"),
        ("profile", "Calm"),
        ("h2", "Experience"),
        ("group", "Group"),
        ("h3", "Manager\t2020 – Present"),
        ("employer", "Northwind"),
        ("scope", "Scope"),
        ("li", "Led"),
        ("li", "Point"),
    ]


def test_what_a_document_says_of_itself_goes_on_to_the_flow() -> None:
    flow = lower(DOCUMENT, find_theme("plain"), date="2026-11-15")

    assert (flow.title, flow.author, flow.language, flow.paper, flow.running, flow.page_label, flow.date) == (
        "Amina Haddad – Resume",
        "Amina Haddad",
        "en-CA",
        "letter",
        "Amina Haddad",
        "Page",
        "2026-11-15",
    )


def test_a_report_sets_its_tables_and_figures() -> None:
    table = Table((_line("Name"), _line("Count")), ((_line("A"), _line("1")),), _line("Caption"), frozenset({1}))
    figures = [
        Figure(f"<svg>{n}</svg>", b"png", f"Chart {n}", _line(f"Figure {n}"), 80, table if n else None)
        for n in range(2)
    ]
    report = Document("report", "T", "A", "en-CA", (Section("s", _line("Title"), (table, *figures)),))

    items = list(lower(report, find_theme("plain")).items())

    assert [item.alt for item in items if isinstance(item, FlowFigure)] == ["Chart 0", "Chart 1"]
    tables = [item for item in items if isinstance(item, FlowTable)]
    assert len(tables) == 2
    assert tables[0].numeric == {1}
    assert [cell.text for cell in tables[0].header] == ["Name", "Count"]


def test_a_theme_of_ones_own_may_rearrange_with_the_base_macros(tmp_path: Path) -> None:
    theme = _theme(
        tmp_path,
        '{% from "macros.jinja" import head as top, bullets %}<article>{{ top(head, " · ") }}'
        "{% for section in sections | reverse %}{% for block in section.blocks if block is bullets %}{{ bullets(block.lines) }}"
        "{% endfor %}{% endfor %}</article>",
    )

    assert _told(lower(DOCUMENT, theme)) == [
        ("h1", "Amina Haddad"),
        ("headline", "Advisor"),
        ("contact", "Guelph · a@example.ca"),
        ("li", "Point"),
    ]


def test_words_are_words_whatever_signs_they_hold() -> None:
    text = "<b>&amp; \"x\" 'y' {{ head }} {% raw %} <!-- ]]> é علي 日本"
    document = Document("resume", "T", "A", "en-CA", (Section("s", None, (Paragraph(_line(text)),)),))

    assert _told(lower(document, find_theme("plain"))) == [("p", text)]


def test_a_template_is_read_anew_when_it_changes(tmp_path: Path) -> None:
    theme = _theme(tmp_path, "<article><p>one</p></article>")
    first = lower(DOCUMENT, theme)
    (tmp_path / "document.jinja").write_text("<article><p>another</p></article>", encoding="utf-8")

    assert [_told(first), _told(lower(DOCUMENT, theme))] == [[("p", "one")], [("p", "another")]]


HOSTILE = {
    "a class": "\n{{ ''.__class__.__mro__ }}",
    "a function's globals": "\n{{ lower.__globals__ }}",
    "a document's module": "\n{{ document.__class__.__module__ }}",
    "a method's globals": "\n{{ document.lines.__globals__['__builtins__'] }}",
    "through attr": "\n{{ document | attr('__class__') }}",
    "through format": "\n{{ '{0.__class__}'.format(document) }}",
    "a long range": "\n{% for i in range(1000000000) %}x{% endfor %}",
    "a file above": "\n{% include '../../../../etc/passwd' %}",
    "a file of the system": "\n{% include '/etc/passwd' %}",
    "a file that is imported": "\n{% import '../secret.jinja' as x %}",
    "an unknown name": "\n{{ nobody }}",
    "an unknown field": "\n{{ document.nothing }}",
    "a field of nothing": "\n{{ document.nothing.more }}",
    "a filter": "\n{{ head | safer }}",
    "a sign": "\n{% if %}",
    "an open block": "\n{% for a in sections %}",
    "no number": "\n{{ 1 / 0 }}",
    "a wrong type": "\n{{ 1 + 'a' }}",
    "a wrong call": "\n{{ document() }}",
    "an endless macro": "\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "too much": "\n{% set x = 'a' * (10 ** 15) %}{{ x }}",
    "a change": "\n{{ document.sections.append(1) }}",
}


@pytest.mark.parametrize("template", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_or_broken_template_is_an_error_with_its_line(tmp_path: Path, template: str) -> None:
    theme = _theme(tmp_path, template)

    with pytest.raises(ThemeError, match=re.escape("document.jinja:") + r"\d+: "):
        lower(DOCUMENT, theme)


def test_nothing_outside_the_themes_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.jinja").write_text("SECRET", encoding="utf-8")
    folder = tmp_path / "mine"
    folder.mkdir()
    for way in ("../secret.jinja", "./../secret.jinja", str(tmp_path / "secret.jinja"), "..\\secret.jinja"):
        theme = _theme(folder, f"<article><p>{{% include {way!r} %}}</p></article>")
        with pytest.raises(ThemeError, match="secret"):
            render_markup(DOCUMENT, theme)


def test_what_a_template_writes_outside_the_profile_is_named_by_theme_and_line(tmp_path: Path) -> None:
    theme = _theme(tmp_path, "<article>\n<div>x</div></article>")

    with pytest.raises(MarkupError, match=rf"{tmp_path.name}/document\.jinja \(as written\):2:\d+: <div> is not in"):
        lower(DOCUMENT, theme)


def test_a_template_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    theme = _theme(tmp_path, "")
    (tmp_path / "document.jinja").write_bytes(b"<article>\xff</article>")

    with pytest.raises(ThemeError, match="document"):
        lower(DOCUMENT, theme)
