"""PDF: the words of the flow in order, both standards at once, equal bytes, and nothing read from elsewhere."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from resumekit.errors import CoverageError
from resumekit.markup.flow import Container, Figure, Flow, Paragraph, Run, Table
from resumekit.readback.pdf import read_pdf
from resumekit.render.pdf import write_pdf
from resumekit.render.pdf_engine import fetcher
from resumekit.themes.theme import Theme, find_theme, theme_names
from tests.programs import Poppler, VeraPdf
from tests.render.flows import bullets, dated, flow, head, labelled, p, section, two_pages

MANY_SCRIPTS = flow(
    head("Zoé Nguyễn-Łukasiewicz"),
    section(
        "Éducation et langues",
        p("line", "العربية (arabe), 日本語 (japonais), Ελληνικά, Русский, עברית"),
        bullets(
            "Traduit 翻訳者のための間 pour 株式会社あおぞら翻訳; réduit de 38\u00a0% les délais — « enfin »",
            "دار النسيم للنشر",
        ),
        dated("line", "株式会社あおぞら翻訳, 東京", "févr. 2020 – aujourd’hui"),
        p("p", Run("Bold العربية 日本語", strong=True), Run(" italic Ελληνικά 日本語", em=True)),
    ),
    language="fr-CA",
)
REPORT = flow(
    p("h1", "Move report"),
    section(
        "Weeks by step",
        p("caption", "Weeks by step"),
        Table(
            (p("th", "Step"), p("th", "Weeks")),
            ((p("td", "Screening"), p("td", "3")), (p("td", "Interviews"), p("td", "5"))),
            frozenset({1}),
        ),
        Figure(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="30" height="8" fill="#0b5563"/></svg>',
            b"",
            "Screening takes three weeks, interviews five",
            80,
        ),
    ),
    kind="report",
)


def words(given: Flow) -> str:
    """The words of a flow with nothing between them, the bullets of its lists in their places."""
    return "".join(
        ("•" if paragraph.style == "li" else "") + "".join(run.text for run in paragraph.runs)
        for paragraph in given.paragraphs()
    ).translate({ord(c): None for c in " \u00a0\t"})


def reader(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def squeezed(text: str, given: Flow) -> str:
    """Text without white space and without the running line."""
    lines = [
        line for line in text.replace("\f", "\n").split("\n") if not re.match(rf"{given.running} \W Page \d", line)
    ]
    return "".join("".join(lines).split())


@pytest.mark.parametrize("theme", theme_names())
def test_pypdf_reads_every_word_in_order(theme: str):
    given = two_pages()

    text = "\n".join(page.extract_text() for page in reader(write_pdf(given, find_theme(theme)).content).pages)

    assert squeezed(text, given) == words(given)


@pytest.mark.external
def test_poppler_reads_every_word_in_order(pdftotext: Poppler):
    given = two_pages()

    text = pdftotext.text(write_pdf(given, find_theme("modern")).content, "-raw")

    assert squeezed(text, given) == words(given)


@pytest.mark.external
def test_poppler_guessing_at_columns_still_reads_dates_with_their_role(pdftotext: Poppler):
    given = two_pages()
    paragraphs = [paragraph for paragraph in given.paragraphs() if paragraph.style != "employer"]

    text = squeezed(pdftotext.text(write_pdf(given, find_theme("modern")).content), given)

    roles = [i for i, paragraph in enumerate(paragraphs) if re.search(r"\t.* – ", paragraph.text)]
    assert len(roles) == 6
    for i in roles:
        title, dates = ("".join(part.split()) for part in paragraphs[i].text.split("\t"))
        after = "".join(paragraphs[i + 1].text.split())
        start = text.index(title)
        assert dates in text[start : text.index(after, start)], title


def test_pdfminer_reads_every_word_in_order():
    from pdfminer.high_level import extract_text

    given = two_pages()

    text = extract_text(io.BytesIO(write_pdf(given, find_theme("modern")).content))

    assert squeezed(text, given) == words(given)


@pytest.mark.parametrize("theme", theme_names())
def test_no_two_paragraphs_run_into_one_line_of_a_reader(theme: str):
    given = flow(
        Container("header", (p("h1", "Ama Osei"), p("contact", "ama@example.com"))),
        Container("header", (p("h1", "Ama Osei"), p("headline", "Chemist"), p("contact", "ama@example.com"))),
        section(
            "Work", p("group", "Lab Inc."), dated("h3", "Chemist", "2020"), p("employer", "Lab"), bullets("One", "Two")
        ),
        section("Skills", labelled("Tools", "pipettes"), p("profile", "A profile."), p("note", "A note.")),
    )

    text = reader(write_pdf(given, find_theme(theme)).content).pages[0].extract_text()

    assert [" ".join(line.split()) for line in text.split("\n")] == [
        "Ama Osei", "ama@example.com", "Ama Osei", "Chemist", "ama@example.com", "Work", "Lab Inc.", "Chemist 2020", "Lab",
        "• One", "• Two", "Skills", "Tools: pipettes", "A profile.", "A note.",
    ]  # fmt: skip


@pytest.mark.external
@pytest.mark.parametrize(
    ("given", "theme"),
    [
        (two_pages(), "plain"), (two_pages(), "modern"), (two_pages(" · "), "executive"),
        (MANY_SCRIPTS, "executive"), (REPORT, "plain"),
    ],
    ids=["plain", "modern", "executive", "many scripts", "report"],
)  # fmt: skip
def test_the_file_is_pdf_a_2a_and_pdf_ua_1(given: Flow, theme: str, vera: VeraPdf):
    assert vera.broken(write_pdf(given, find_theme(theme)).content) == []


def test_every_script_can_be_read_back():
    text = "\n".join(
        page.extract_text() for page in reader(write_pdf(MANY_SCRIPTS, find_theme("modern")).content).pages
    )

    for phrase in (
        "Zoé Nguyễn-Łukasiewicz",
        "翻訳者のための間",
        "株式会社あおぞら翻訳",
        "Ελληνικά",
        "Русский",
        "« enfin »",
    ):
        assert phrase in text
    for word in ("العربية", "النسيم", "עברית"):
        assert word in text or word[::-1] in text


def test_spaces_are_read_as_plain_spaces_even_after_a_no_break_space():
    given = flow(p("p", Run("38\u00a0% en italique et puis", em=True)))

    assert reader(write_pdf(given, find_theme("plain")).content).pages[0].extract_text() == "38 % en italique et puis"


def test_equal_flows_make_equal_bytes_whatever_was_set_before():
    first = write_pdf(two_pages(), find_theme("modern")).content
    write_pdf(MANY_SCRIPTS, find_theme("modern"))
    write_pdf(two_pages(), find_theme("executive"))

    assert write_pdf(two_pages(), find_theme("modern")).content == first


def test_another_process_makes_the_same_bytes():
    program = (
        "import sys; from tests.render.flows import two_pages; from resumekit.themes.theme import find_theme;"
        "from resumekit.render.pdf import write_pdf;"
        "sys.stdout.buffer.write(write_pdf(two_pages(), find_theme('plain')).content)"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }

    made = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=environment).stdout

    assert made == write_pdf(two_pages(), find_theme("plain")).content


def test_the_file_says_whose_it_is_in_which_language_and_when():
    pdf = reader(write_pdf(two_pages(), find_theme("modern")).content)

    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Resume of Amina Haddad", "Amina Haddad")
    assert pdf.metadata.get("/CreationDate") == "D:20261101"
    assert str(pdf.root_object["/Lang"]) == "en-CA"
    assert str(pdf.root_object["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"  # type: ignore[index]


def test_without_a_day_the_file_has_none():
    pdf = reader(write_pdf(replace(two_pages(), date=""), find_theme("modern")).content)

    assert pdf.metadata is not None
    assert "/CreationDate" not in pdf.metadata


def test_links_lead_where_they_say():
    page = reader(write_pdf(two_pages(), find_theme("modern")).content).pages[0]

    addresses = [annotation.get_object()["/A"]["/URI"] for annotation in page["/Annots"]]  # type: ignore[attr-defined]

    assert addresses == [
        "tel:+19055550142", "mailto:amina.haddad@example.com", "https://www.linkedin.com/in/amina-haddad"
    ]  # fmt: skip


def test_page_two_has_the_name_and_its_number_and_page_one_has_not():
    first, second = (page.extract_text() for page in reader(write_pdf(two_pages(), find_theme("modern")).content).pages)

    assert "Page" not in first
    assert second.rstrip().endswith("Amina Haddad | Page 2")


def test_fonts_are_embedded_subsets_of_the_theme_s_own():
    page = reader(write_pdf(two_pages(), find_theme("executive")).content).pages[0]

    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    names = sorted(str(font["/BaseFont"])[8:] for font in fonts)

    assert names == ["Caladea-RK-Bold", "Carlito-RK", "Carlito-RK-Bold", "Carlito-RK-Italic"]
    assert all("/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_paper_is_what_the_document_asks(paper: str):
    box = reader(write_pdf(replace(two_pages(), paper=paper), find_theme("plain")).content).pages[0].mediabox  # type: ignore[arg-type]

    assert (round(box.width), round(box.height)) == {"letter": (612, 792), "a4": (595, 842)}[paper]


def test_dates_end_at_the_right_edge_and_a_long_title_makes_room_for_them():
    short, long = (
        dated("h3", title, "Feb 2020 – Present", "5 years")
        for title in ("Director", "Director of very many things " * 4)
    )
    theme = find_theme("plain")
    ends = {}
    for name, line in (("short", short), ("long", long)):
        found: list[tuple[str, float]] = []

        def see(text: str, _cm: object, tm: list[float], *_: object, found: list[tuple[str, float]] = found) -> None:
            found.append((text, tm[4]))

        reader(write_pdf(flow(line), theme).content).pages[0].extract_text(visitor_text=see)
        ends[name] = next(x for text, x in found if "Feb" in text)

    assert abs(ends["short"] - ends["long"]) < 0.2


@pytest.mark.parametrize("bullet_count", range(3, 60, 4))
def test_no_heading_stands_alone_at_the_foot_and_a_role_begins_with_its_first_bullet(bullet_count: int):
    given = flow(
        head(),
        section("Experience", bullets(*(f"Bullet number {i}" for i in range(bullet_count)))),
        section(
            "Earlier",
            dated("h3", "Plant Manager", "2010"), p("employer", "Lakehead Dairy"), p("scope", "One plant."), bullets("Saved water"),
        ),
    )  # fmt: skip

    pages = [page.extract_text() for page in reader(write_pdf(given, find_theme("plain")).content).pages]

    (place,) = (page for page in pages if "Earlier" in page)
    assert all(text in place for text in ("Plant Manager", "Lakehead", "One plant", "Saved water"))


@pytest.mark.parametrize("count", range(30, 46, 3))
def test_a_card_of_a_report_stays_on_one_page_from_its_small_heading_on(count: int):
    heading = Paragraph("p", (Run("A gap", strong=True),))
    lines = (p("line", "They may ask: what?"), p("line", "Behind it: doubt."), p("line", "You can say: this."))
    given = flow(head(), section("Report", bullets(*map(str, range(count))), heading, *lines), kind="report")

    pages = [page.extract_text() for page in reader(write_pdf(given, find_theme("plain")).content).pages]

    (place,) = (page for page in pages if "A gap" in page)
    assert all(text in place for text in ("They may ask", "Behind it", "You can say"))


@pytest.mark.parametrize("employer", ["Northfield Foods", "دار النسيم"])
@pytest.mark.parametrize("count", range(37, 45, 2))
def test_an_employer_of_several_positions_stands_with_the_first_of_them(employer: str, count: int):
    given = flow(
        bullets(*(f"Bullet number {i}" for i in range(count))),
        dated("group", f"{employer}, Beirut", "2015 – 2019"), p("employer", "A maker of pumps"),
        dated("h3", "Plant Manager", "2018"), bullets("Saved water"),
    )  # fmt: skip

    pages = [page.extract_text() for page in reader(write_pdf(given, find_theme("plain")).content).pages]

    (place,) = (page for page in pages if "Beirut" in page)
    assert all(text in place for text in ("A maker of pumps", "Plant Manager", "Saved water"))


def test_a_bullet_is_not_split_between_pages():
    long = "A long bullet that fills two lines of a page at the size of body text and then a little more, so that it is split"
    given = flow(*(bullets(f"{i} {long}") for i in range(90)))

    pages = [page.extract_text().strip() for page in reader(write_pdf(given, find_theme("plain")).content).pages]

    assert len(pages) > 2
    assert all(page.startswith("•") for page in pages)


def test_fill_grows_line_by_line():
    theme = find_theme("plain")
    one, two, full = (write_pdf(flow(bullets(*(f"Bullet {i}" for i in range(n)))), theme) for n in (1, 2, 44))

    assert (one.pages, one.last_page_lines) == (1, 1)
    assert (two.pages, two.last_page_lines) == (1, 2)
    assert 0 < one.last_page_fill < two.last_page_fill < 0.1
    assert 0.95 < full.last_page_fill <= 1
    assert full.pages == 1


def test_hostile_text_stays_text():
    hostile = "</style><script>alert(1)</script> & \\ ' \" url(file:///etc/passwd)"
    given = flow(head(hostile), p("p", hostile), title=hostile, author=hostile, running=hostile)

    text = reader(write_pdf(given, find_theme("plain")).content).pages[0].extract_text()

    assert "".join(text.split()).count("<script>alert(1)</script>&\\'\"url(file:///etc/passwd)") == 2


@pytest.fixture
def own_theme(tmp_path: Path) -> Theme:
    """A copy of plain in a folder of its own."""
    folder = tmp_path / "own"
    folder.mkdir()
    return replace(find_theme("plain"), name="own", folder=folder)


def test_a_theme_reads_nothing_outside_its_folder(own_theme: Theme, tmp_path: Path):
    secret = tmp_path / "secret.css"
    secret.write_text("p::before { content: 'SECRET' }")
    (own_theme.folder / "link.css").symlink_to(secret)
    (own_theme.folder / "inside.css").write_text("p::after { content: 'INSIDE' }")
    css = "".join(
        f"@import url('{address}');"
        for address in (
            secret.as_uri(), "../secret.css", "link.css", "http://127.0.0.1:9/a.css", "https://example.com/a.css",
            "ftp://example.com/a.css", "file://example.com/a.css", "inside.css",
        )
    )  # fmt: skip

    text = reader(write_pdf(flow(p("p", "words")), replace(own_theme, css=css)).content).pages[0].extract_text()

    assert "SECRET" not in text
    assert "INSIDE" in text


def test_the_page_itself_may_read_nothing_at_all():
    opened: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and watching:
            opened.append(str(arguments[0]))

    watching = False
    sys.addaudithook(watch)
    given = flow(p("p", Run("x", link="file:///etc/passwd")), p("p", "<img src=/etc/passwd> <link href=/etc/passwd>"))
    write_pdf(given, find_theme("plain"))
    watching = True
    write_pdf(given, find_theme("plain"))
    watching = False

    assert not [name for name in opened if "passwd" in name]


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://example.com/", "file://host/x", "ftp://example.com/x"]
)
def test_the_fetcher_refuses_what_is_not_the_theme_s(address: str):
    with pytest.raises(ValueError, match="not"):
        fetcher((Path(__file__).parent,)).fetch(address)


def test_a_font_of_the_theme_s_own_is_used(own_theme: Theme):
    fonts = own_theme.folder / "fonts"
    fonts.mkdir()
    (fonts / "any.ttf").write_bytes((find_theme("plain").folder.parent / "_base/fonts/DejaVuSans.ttf").read_bytes())
    tokens = own_theme.tokens.model_copy(
        update={"fonts": own_theme.tokens.fonts.model_copy(update={"heading": "DejaVu Sans"})}
    )

    page = reader(write_pdf(flow(p("h2", "Heading")), replace(own_theme, tokens=tokens)).content).pages[0]

    (font,) = (font.get_object() for font in page["/Resources"]["/Font"].values())  # type: ignore[index]
    assert "DejaVu-Sans-RK" in str(font["/BaseFont"])


def test_a_glyph_that_went_missing_unforeseen_stops_the_file(monkeypatch: pytest.MonkeyPatch):
    from resumekit.render import pdf

    monkeypatch.setattr(pdf, "fallbacks_for", lambda *_: ())

    with pytest.raises(CoverageError, match=r"U\+E000"):
        write_pdf(flow(p("p", "\ue000")), find_theme("plain"))


def test_a_line_is_not_broken_after_its_first_word():
    lead = "Raised contract renewal from 84% to 93% by assigning a named operations lead to each of the 50 largest shippers"
    texts = [f"{lead}{mark * count} (Polaris Freight Group)" for mark in "'i" for count in range(40)]

    lines = read_pdf(write_pdf(flow(bullets(*texts)), find_theme("modern")).content).lines

    assert "• Raised" not in lines
    assert sum(line.startswith("• Raised contract") for line in lines) == len(texts)
