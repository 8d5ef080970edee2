"""HTML: one page that stands on its own, says every word in order, and lets no text become markup."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.errors import ThemeError
from resumekit.markup.flow import Container, Figure, Flow, Paragraph, Run, Table
from resumekit.markup.vocabulary import PARAGRAPHS
from resumekit.render.html import write_html
from resumekit.themes.theme import find_theme, theme_names
from tests.render.flows import bullets, dated, flow, head, p, section, two_pages

HOSTILE = "</style><script>alert(1)</script> <!-- ]]> & \"quoted\" 'so' \\3c"


class Page(HTMLParser):
    """The elements of a page, and the text outside style elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._style = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._style = tag in {"style", "title"}

    def handle_endtag(self, tag: str) -> None:
        if tag in {"style", "title"}:
            self._style = False

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def words(given: Flow) -> list[str]:
    return " ".join(" ".join(run.text for run in paragraph.runs) for paragraph in given.paragraphs()).split()


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("theme", theme_names())
def test_the_page_says_the_words_of_the_flow_in_order(theme: str):
    given = two_pages()

    page = Page(write_html(given, find_theme(theme)))

    assert squeezed(page.text) == squeezed("".join(words(given)))


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=60))
def test_any_text_stays_that_text(text: str):
    given = flow(p("p", text), p("li", Run(text, strong=True, em=True)), dated("h3", text, text))

    page = Page(write_html(given, find_theme("plain")))

    assert squeezed(page.text) == squeezed(text * 4)


def test_hostile_text_stays_text_everywhere():
    given = flow(
        head(HOSTILE), section(HOSTILE, p("p", Run(HOSTILE, link=f"https://example.com/{HOSTILE}"))),
        title=HOSTILE, author=HOSTILE, running=HOSTILE, page_label=HOSTILE, language=f"en{HOSTILE}", date=HOSTILE,
    )  # fmt: skip

    page = Page(write_html(given, find_theme("plain")))

    assert not page.all("script")
    assert len(page.all("style")) == 1
    assert page.text.count("<script>alert(1)</script>") == 3


def test_a_hostile_style_sheet_neither_ends_the_style_nor_fetches():
    theme = replace(
        find_theme("plain"),
        css="</style><script>x</script> @import 'http://example.com/a.css'; p { background: url(http://example.com/b) }"
        " h1 { background: url('file:///etc/passwd') }",
    )

    page = Page(write_html(two_pages(), theme))

    assert not page.all("script")
    assert "example.com/" not in write_html(flow(), theme)
    assert "passwd" not in write_html(flow(), theme)


def test_nothing_is_fetched_and_nothing_runs():
    page = Page(write_html(two_pages(), find_theme("modern")))

    assert [m["content"] for m in page.all("meta") if "http-equiv" in m] == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
    ]

    assert not {"script", "link", "img", "iframe", "object", "base"} & {tag for tag, _ in page.tags}
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on") or name == "src"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.com", ""]
)
def test_a_link_that_is_not_web_mail_or_telephone_is_only_text(address: str):
    page = Page(write_html(flow(p("p", Run("here", link=address))), find_theme("plain")))

    assert not page.all("a")
    assert "here" in page.text


def test_links_do_not_hand_over_the_page_they_came_from():
    links = Page(write_html(two_pages(), find_theme("plain"))).all("a")

    assert len(links) == 3
    assert all(link["rel"] == "noopener" for link in links)


def test_the_page_names_its_language_title_and_landmarks():
    page = Page(html := write_html(two_pages(), find_theme("modern")))

    assert page.all("html") == [{"lang": "en-CA"}]
    assert "<title>Resume of Amina Haddad</title>" in html
    assert len(page.all("main")) == len(page.all("header")) == len(page.all("h1")) == 1
    assert [s["aria-label"] for s in page.all("section")][:2] == ["Professional Summary", "Career Highlights"]
    assert all(ul["role"] == "list" for ul in page.all("ul"))


def test_no_heading_level_is_skipped():
    levels = [
        int(tag[1]) for tag, _ in Page(write_html(two_pages(), find_theme("modern"))).tags if tag in ("h1", "h2", "h3")
    ]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_dates_follow_what_they_date_with_a_space_between():
    page = Page(write_html(flow(dated("h3", "Director", "Jan 2020 – Present", "6 years")), find_theme("plain")))

    assert page.text.strip() == "Director Jan 2020 – Present (6 years)"


def test_where_a_fact_comes_from_is_not_handed_out():
    given = flow(Paragraph("p", (Run("a fact"),), facts=("person-1#email",)))

    assert "person-1" not in write_html(given, find_theme("plain"))


def test_a_word_with_a_hyphen_is_kept_whole_where_a_line_could_break_it():
    long = "Raised on-time delivery from 81% to 98% in two years by moving five sites to one plan"

    assert '<span class="whole">on-time</span>' in write_html(flow(bullets(long)), find_theme("plain"))


def test_words_bound_by_a_no_break_space_stay_together():
    html = write_html(flow(p("p", "Réduit de 38\u00a0% les délais")), find_theme("plain"))

    assert 'Réduit de<span> </span><span class="whole">38 %</span> les délais' in html


def test_a_very_long_word_may_still_be_broken():
    assert 'class="whole"' not in write_html(flow(p("p", f"{'long-' * 20}word {'x' * 60}")), find_theme("plain"))


@pytest.mark.parametrize(
    ("ending", "kept"),
    [
        ("by moving five sites to one plan", "sites to one plan"),
        ("saving $3.8 million a year", "million a year"),
        ("to 3% across the group (Polaris Freight Group)", "(Polaris Freight Group)"),
        ("by following the incomprehensibilities counterrevolutionarily", None),
    ],
)
def test_the_last_line_of_a_long_bullet_is_no_single_word(ending: str, kept: str | None):
    long = f"Raised delivery from 81% to 98% in two years and cut the cost of it {ending}"

    html = write_html(flow(bullets(long)), find_theme("plain"))

    assert html.count('<span class="whole">') == bool(kept)
    assert kept is None or f'<span class="whole">{kept}</span></li>' in html


def test_a_table_names_its_columns_and_a_figure_says_what_it_shows():
    table = Table((p("th", "Step"), p("th", "Weeks")), ((p("td", "Screening"), p("td", "3")),), frozenset({1}))
    figure = Figure(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="4" height="2"/></svg>',
        b"",
        "Weeks by step",
        80,
    )

    page = Page(html := write_html(flow(table, figure, kind="report"), find_theme("plain")))

    assert [th["scope"] for th in page.all("th")] == ["col", "col"]
    assert ["data-numeric" in cell for cell in page.all("td")] == [False, True]
    (svg,) = page.all("svg")
    assert (svg["role"], svg["aria-label"], svg["width"], svg["height"]) == ("img", "Weeks by step", "80mm", "40.000mm")
    assert "Weeks by step</title>" in html


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="http://example.com/x.png"/>',
        '<use href="http://example.com/x.svg#a"/>',
        "<foreignObject><p>x</p></foreignObject>",
        "<style>@import 'http://example.com'</style>",
        '<rect onload="alert(1)" style="fill:url(http://example.com)" fill="url(http://example.com)" width="1"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
    ],
)
def test_a_figure_brings_no_scripts_and_no_addresses(inside: str):
    figure = Figure(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', b"", "a figure", 80)

    html = write_html(flow(figure, kind="report"), find_theme("plain"))

    assert not any(word in html for word in ("alert", "example.com", "javascript", "foreignObject", "<image", "<use"))


@pytest.mark.parametrize(
    "svg", ["", "<p/>", "<svg", '<!DOCTYPE x [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>']
)
def test_what_is_not_a_drawing_is_refused(svg: str):
    with pytest.raises(ThemeError):
        write_html(flow(Figure(svg, b"", "a figure", 80), kind="report"), find_theme("plain"))


@pytest.mark.parametrize("theme", theme_names())
def test_every_style_of_the_profile_has_its_rule(theme: str):
    html = write_html(flow(), find_theme(theme))

    for style in PARAGRAPHS.values():
        assert f"\n{style.selector} {{ font: " in html, style.name


def test_sizes_and_colours_come_from_the_tokens_only():
    theme = find_theme("modern")
    changed = replace(
        theme,
        tokens=theme.tokens.model_copy(
            update={
                "colours": theme.tokens.colours.model_copy(update={"accent": "#123456"}),
                "paragraphs": {
                    **theme.tokens.paragraphs,
                    "h1": theme.tokens.paragraph("h1").model_copy(update={"size_pt": 33}),
                },
            }
        ),
    )

    html = write_html(two_pages(), changed)

    assert theme.tokens.colours.accent not in html
    assert "#123456" in html
    assert "33pt" in html


def test_neighbouring_runs_with_one_address_make_one_link():
    runs = (Run("jane", link="https://example.com"), Run(" doe", strong=True, link="https://example.com"))

    page = Page(write_html(flow(Container("header", (Paragraph("contact", runs),))), find_theme("plain")))

    assert len(page.all("a")) == 1
