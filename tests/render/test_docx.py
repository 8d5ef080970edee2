from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import pairwise

import pytest

from resumekit.markup.flow import Flow, Paragraph, Run
from resumekit.markup.vocabulary import PARAGRAPHS, RUNS
from resumekit.render.docx import write_docx
from resumekit.themes.theme import find_theme, theme_names
from resumekit.themes.tokens import Tokens
from tests.render.docx_flows import W, everything, part, parts, value
from tests.render.flows import bullets, dated, flow, p, section, two_pages

MODERN = find_theme("modern").tokens


@pytest.fixture(params=theme_names())
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return find_theme(request.param).tokens


def _styles(content: bytes) -> dict[str, tuple[str, str]]:
    rows = part(content, "word/styles.xml").iter(f"{W}style")
    return {str(row.get(f"{W}styleId")): (str(row.get(f"{W}type")), str(value(row, "name"))) for row in rows}


def _paragraphs(given: Flow) -> list[str]:
    """The XML of each paragraph of the body."""
    document = parts(write_docx(given, MODERN))["word/document.xml"].decode()
    return re.findall(r"<w:p>.*?</w:p>", document)


def test_the_same_flow_makes_the_same_bytes(tokens: Tokens):
    assert write_docx(everything(), tokens) == write_docx(everything(), tokens)


def test_no_clock_is_in_the_file():
    content = write_docx(flow(p("p", "Hello"), date=""), MODERN)

    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
    assert parts(content)["docProps/core.xml"].count(b"2000-01-01T00:00:00Z") == 2


def test_every_row_of_the_profile_is_a_word_style(tokens: Tokens):
    names = {(kind, name.lower()) for kind, name in _styles(write_docx(two_pages(), tokens)).values()}

    wanted = {(row.kind, row.word.lower()) for row in (*PARAGRAPHS.values(), *RUNS.values())}
    assert len(wanted) == 27
    assert wanted <= names


def test_every_style_in_use_is_defined_and_has_the_right_kind(tokens: Tokens):
    content = write_docx(everything(), tokens)
    styles = _styles(content)

    document = parts(content)["word/document.xml"].decode()
    used = set(re.findall(r"<w:(pStyle|rStyle|tblStyle) w:val=\"(.*?)\"", document))

    assert len(used) > 25
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    assert [name for kind, name in used if styles.get(name, ("",))[0] != kinds[kind]] == []


def test_style_names_are_used_once(tokens: Tokens):
    names = [name for _, name in _styles(write_docx(everything(), tokens)).values()]

    assert len(names) == len(set(names))


def test_words_own_styles_have_words_own_names():
    styles = _styles(write_docx(two_pages(), MODERN))

    assert styles["Heading1"] == ("paragraph", "heading 1")
    assert styles["ListBullet"] == ("paragraph", "List Bullet")
    custom = re.findall(
        r'w:customStyle="1" w:styleId="(\w+)"', parts(write_docx(two_pages(), MODERN))["word/styles.xml"].decode()
    )
    assert "Contact" in custom
    assert not {"Title", "Heading1", "BodyText", "Caption", "Strong", "Footer"} & set(custom)


def test_nothing_is_formatted_but_by_styles(tokens: Tokens):
    document = part(write_docx(everything(), tokens), "word/document.xml")

    run = {child.tag for properties in document.iter(f"{W}rPr") for child in properties}
    paragraph = {child.tag for properties in document.iter(f"{W}pPr") for child in properties}

    assert run == {f"{W}rStyle", f"{W}rFonts", f"{W}rtl", f"{W}lang"}
    assert {key for fonts in document.iter(f"{W}rFonts") for key in fonts.attrib} == {f"{W}hint"}
    assert paragraph == {f"{W}pStyle", f"{W}bidi"}


def test_the_body_says_what_the_tokens_say():
    style = next(
        row
        for row in part(write_docx(two_pages(), MODERN), "word/styles.xml").iter(f"{W}style")
        if row.get(f"{W}styleId") == "Title"
    )

    title = MODERN.paragraph("h1")
    spacing = style.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == (f"{title.line_pt * 20:.0f}", "exact")
    assert value(style, "rPr/sz") == f"{title.size_pt * 2:.0f}"
    assert value(style, "rPr/color") == MODERN.colours.accent[1:].upper()
    fonts = style.find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert set(fonts.attrib.values()) == {"Arial"}


def test_dates_are_regular_behind_a_bold_title_in_every_word_processor():
    content = write_docx(flow(dated("h3", "Manager", "2020 – 2023", "3 years")), MODERN)
    styles = {row.get(f"{W}styleId"): row for row in part(content, "word/styles.xml").iter(f"{W}style")}

    bold = {name: row.find(f"{W}rPr/{W}b") is not None for name, row in styles.items()}

    assert MODERN.paragraph("h3").bold
    assert (bold["Heading2"], bold["Heading2Title"], bold["Dates"], bold["Tenure"]) == (False, True, False, False)
    assert "Heading2Title" in _paragraphs(flow(dated("h3", "Manager", "2020 – 2023")))[0]


def test_strong_words_stay_bold_in_a_bold_paragraph():
    content = write_docx(flow(p("h2", "Plain ", Run("strong", strong=True))), MODERN)
    styles = {row.get(f"{W}styleId"): row for row in part(content, "word/styles.xml").iter(f"{W}style")}

    # Bold in both styles would make regular words of them.
    assert styles["Heading1"].find(f"{W}rPr/{W}b") is not None
    assert styles["StronginBold"].find(f"{W}rPr/{W}b") is None


def test_dates_come_after_one_tab_and_no_spaces():
    xml = _paragraphs(flow(dated("h3", "Manager ", "2020 – 2023", "3 years")))[0]

    assert xml.count("<w:tab/>") == 1
    assert re.findall(r"<w:t [^>]*>(.*?)</w:t>", xml) == ["Manager", "2020 – 2023", " ", "(3 years)"]


def test_no_run_of_spaces_aligns_anything():
    texts = re.findall(r"<w:t [^>]*>(.*?)</w:t>", "".join(_paragraphs(two_pages())))

    assert len(texts) > 60
    assert [text for text in texts if "  " in text] == []


def test_the_tab_of_a_dated_style_ends_at_the_right_margin():
    for paper, width in (("letter", 12240), ("a4", 11906)):
        content = write_docx(flow(p("p", "Hello"), paper=paper), MODERN)
        document, styles = part(content, "word/document.xml"), part(content, "word/styles.xml")
        size, margins = document.find(f".//{W}pgSz"), document.find(f".//{W}pgMar")
        assert size is not None
        assert margins is not None

        stops = {tab.get(f"{W}pos") for tab in styles.iter(f"{W}tab")}

        assert size.get(f"{W}w") == str(width)
        assert stops == {str(width - int(margins.get(f"{W}left", "")) - int(margins.get(f"{W}right", "")))}


def test_bullets_are_a_real_list():
    content = write_docx(flow(bullets("One")), MODERN)

    level = part(content, "word/numbering.xml").find(f".//{W}lvl")
    assert level is not None
    assert (value(level, "pStyle"), value(level, "lvlText"), value(level, "numFmt")) == ("ListBullet", "•", "bullet")
    assert "•" not in parts(content)["word/document.xml"].decode()


def test_every_link_is_real_and_leads_where_it_says():
    content = write_docx(two_pages(), MODERN)
    relations = part(content, "word/_rels/document.xml.rels")
    targets = {row.get("Id"): row.get("Target") for row in relations if row.get("TargetMode") == "External"}

    ids = re.findall(r'<w:hyperlink r:id="(\w+)"', parts(content)["word/document.xml"].decode())

    assert [targets[name] for name in ids] == [
        "tel:+19055550142", "mailto:amina.haddad@example.com", "https://www.linkedin.com/in/amina-haddad",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("https://exämple.ca/ça?q=ü x", "https://xn--exmple-cua.ca/%C3%A7a?q=%C3%BC%20x"),
        ("HTTPS://example.com/%20a", "https://example.com/%20a"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("http://[broken", ""),
        ("https://example.com/?a=1&b=<2>", "https://example.com/?a=1&amp;b=%3C2%3E"),
    ],
)
def test_an_address_is_written_so_that_word_opens_the_file(given: str, written: str):
    relations = parts(write_docx(flow(p("p", Run("here", link=given))), MODERN))[
        "word/_rels/document.xml.rels"
    ].decode()

    assert re.findall(r'Target="([^"]*)" TargetMode="External"', relations) == ([written] if written else [])


def test_neighbouring_runs_of_one_address_are_one_link():
    xml = _paragraphs(
        flow(p("p", Run("a", link="https://example.com"), Run("b", strong=True, link="https://example.com"), "c"))
    )[0]

    assert xml.count("<w:hyperlink") == 1
    assert re.search(r"</w:hyperlink><w:r>.*c</w:t>", xml)


def test_the_foot_begins_on_page_two_with_name_and_page():
    content = write_docx(two_pages(), MODERN)

    section = part(content, "word/document.xml").find(f".//{W}sectPr")
    assert section is not None
    assert section.find(f"{W}titlePg") is not None
    assert [row.get(f"{W}type") for row in section.iter(f"{W}footerReference")] == ["default"]
    foot = parts(content)["word/footer.xml"].decode()
    assert "Amina Haddad | Page " in foot
    assert " PAGE " in foot


def test_the_file_says_whose_it_is_and_nothing_of_its_maker():
    content = write_docx(two_pages(), MODERN)

    core = parts(content)["docProps/core.xml"].decode()
    assert "<dc:creator>Amina Haddad</dc:creator>" in core
    assert "<dc:title>Resume of Amina Haddad</dc:title>" in core
    assert "<dc:language>en-CA</dc:language>" in core
    assert core.count("2026-11-01T00:00:00Z") == 2
    assert [name for name, part in parts(content).items() if b"python" in part.lower()] == []


def test_the_languages_of_the_text_are_stated():
    xml = parts(write_docx(everything(), MODERN))["word/styles.xml"].decode()

    assert '<w:lang w:val="fr-CA" w:eastAsia="ja-JP" w:bidi="ar-SA"/>' in xml


def test_right_to_left_words_are_marked_and_only_they():
    xml = _paragraphs(flow(p("p", "Led فريق 24 شخص well"), p("p", "قاد فريقا"), p("p", "שלום")))

    assert re.search(r'<w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t [^>]*>فريق 24 شخص</w:t>', xml[0])
    assert [("<w:bidi/>" in paragraph) for paragraph in xml] == [False, True, True]
    assert 'w:bidi="he-IL"' in xml[2]


def test_east_asian_words_ask_for_an_east_asian_font():
    xml = _paragraphs(flow(p("p", "In 東京 now")))[0]

    assert re.search(r'<w:rFonts w:hint="eastAsia"/></w:rPr><w:t [^>]*>東京</w:t>', xml)


def test_line_breaks_soft_hyphens_and_stray_tabs():
    xml = _paragraphs(flow(p("p", "a\nb\u00adc\td\u2028e\u00a0f")))[0]

    assert xml.count("<w:br/>") == 2
    assert xml.count("<w:softHyphen/>") == 1
    assert "<w:tab/>" not in xml
    assert "e\u00a0f" in xml


def test_a_table_repeats_its_header_and_keeps_its_rows_whole():
    content = write_docx(everything(), MODERN)
    document = part(content, "word/document.xml")
    rows = list(next(document.iter(f"{W}tbl")).iter(f"{W}tr"))

    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [value(paragraph, "pPr/pStyle") for paragraph in rows[1].iter(f"{W}p")] == ["TableText", "TableNumber"]


def test_tables_side_by_side_stay_two_and_the_body_ends_with_a_paragraph():
    document = part(write_docx(everything(), MODERN), "word/document.xml")
    body = document.find(f"{W}body")
    assert body is not None

    tags = [child.tag.removeprefix(W) for child in body]

    assert tags.count("tbl") == 3
    assert tags[-2:] == ["p", "sectPr"]
    assert ("tbl", "tbl") not in pairwise(tags)


def test_what_word_needs_behind_a_last_table_makes_no_page_of_its_own():
    made = write_docx(everything(), MODERN)
    body, styles = part(made, "word/document.xml").find(f"{W}body"), part(made, "word/styles.xml")
    assert body is not None

    last = body.findall(f"{W}p")[-1]
    name = value(last, "pPr/pStyle")
    style = next(item for item in styles.findall(f"{W}style") if item.get(f"{W}styleId") == name)

    assert not "".join(last.itertext())
    spacing = style.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("20", "exact")


def test_a_picture_has_words_and_keeps_its_shape():
    xml = parts(write_docx(everything(), MODERN))["word/document.xml"].decode()

    assert 'descr="Bars: &quot;lateral&quot; &lt; transition"' in xml
    assert f'<wp:extent cx="{80 * 36000}" cy="{40 * 36000}"/>' in xml


def test_an_empty_flow_is_still_a_document():
    assert len(_paragraphs(flow())) == 1


def test_a_heading_stays_with_what_follows():
    styles = part(write_docx(flow(), MODERN), "word/styles.xml").iter(f"{W}style")

    kept = {value(row, "name") for row in styles if row.find(f"{W}pPr/{W}keepNext") is not None}

    # The ends of entries, which are not kept; and the points, small headings and lines of a report's cards, which are.
    apart = {"Employer Last", "Scope Last", "List Bullet Kept", "Body Text Kept", "Line Kept"}
    assert {str(name).lower() for name in kept - apart} == {
        row.word.lower() for row in PARAGRAPHS.values() if row.keep_with_next
    }


def test_a_card_of_a_report_stays_on_one_page_from_its_small_heading_on():
    heading = Paragraph("p", (Run("A gap", strong=True),))
    card = (heading, p("line", "They may ask"), p("line", "You can say"), p("p", "Plain text"))

    def styles(kind: str) -> list[str]:
        xml = "".join(_paragraphs(flow(section("Objections", *card), kind=kind)))
        return re.findall(r'pStyle w:val="((?:BodyText|Line)(?:Kept)?)"', xml)

    assert styles("report") == ["BodyTextKept", "LineKept", "Line", "BodyText"]
    assert styles("resume") == ["BodyText", "Line", "Line", "BodyText"]


def test_an_entry_without_bullets_is_not_kept_with_the_next():
    entry = (dated("h3", "Clerk", "2001 – 2003"), p("employer", "Acme"))

    group = (dated("group", "Beta", "1990 – 2000"), p("scope", "A bakery"), dated("h3", "Clerk", "1998 – 2000"))

    xml = "".join(
        _paragraphs(flow(section("Earlier", *entry, *entry, p("scope", "Two sites"), bullets("One"), *group)))
    )

    assert re.findall(r'pStyle w:val="(Employer|EmployerLast|Scope|ScopeLast)"', xml) == [
        "EmployerLast", "Employer", "Scope", "Scope",
    ]  # fmt: skip
    styles = part(write_docx(flow(), MODERN), "word/styles.xml").iter(f"{W}style")
    last = {row.get(f"{W}styleId"): (value(row, "basedOn"), value(row, "pPr/keepNext")) for row in styles}
    assert (last["EmployerLast"], last["ScopeLast"]) == (("Employer", "0"), ("Scope", "0"))


@pytest.mark.parametrize(
    ("title", "apart"),
    [
        ("Director", False),
        ("Director of " + "operations and " * 3 + "supply", False),
        ("Director of " + "operations and " * 5 + "supply", True),
        ("Director of " + "operations and " * 8 + "supply", False),
    ],
    ids=["short", "long", "too long for the dates", "two lines"],
)
def test_dates_without_room_stand_on_the_next_line_at_the_right_edge(title: str, apart: bool):
    xml = _paragraphs(flow(dated("h3", title, "September 2014 – December 2019", "5 years")))[0]

    assert ("<w:br/><w:tab/>" in xml) == apart


def test_words_that_are_several_things_look_like_all_of_them():
    linked = Run("Book", strong=True, link="https://example.com")
    content = write_docx(flow(p("line", linked, Run("2020", strong=True, em=True, style="dates"))), MODERN)
    styles = {str(row.get(f"{W}styleId")): row for row in part(content, "word/styles.xml").iter(f"{W}style")}

    used = re.findall(r'rStyle w:val="(\w+)"', parts(content)["word/document.xml"].decode())

    assert used == ["HyperlinkStrong", "DatesStrongEmphasis"]
    assert all(styles[name].find(f"{W}rPr/{W}b") is not None for name in used)
    assert value(styles["DatesStrongEmphasis"], "rPr/color") == MODERN.colours.muted[1:].upper()
