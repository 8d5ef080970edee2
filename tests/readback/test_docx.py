from __future__ import annotations

import pytest

from resumekit.errors import ReadBackError
from resumekit.readback.docx import read_docx
from resumekit.render.docx import write_docx
from resumekit.render.docx_package import zipped
from resumekit.themes.theme import find_theme
from tests.render.docx_flows import everything, parts
from tests.render.flows import bullets, dated, flow, p, section, two_pages

TOKENS = find_theme("modern").tokens


def _changed(name: str, old: bytes, new: bytes) -> bytes:
    files = parts(write_docx(two_pages(), TOKENS))
    assert old in files[name]
    return zipped({**files, name: files[name].replace(old, new, 1)})


def test_paragraphs_bullets_tabs_and_links_are_read_in_order():
    content = write_docx(
        flow(
            section(
                "Experience", dated("h3", "Manager", "2020 – 2023", "3 years"), bullets("One", "Two"), p("p", "End")
            )
        ),
        TOKENS,
    )

    assert read_docx(content).lines == ("Experience", "Manager\t2020 – 2023 (3 years)", "• One", "• Two", "End")


def test_headings_are_known_by_their_style():
    reading = read_docx(write_docx(two_pages(), TOKENS))

    assert reading.headings[:5] == (
        "Amina Haddad", "Professional Summary", "Career Highlights", "Core Competencies", "Professional Experience",
    )  # fmt: skip
    assert "Plant Manager" in reading.headings
    assert "Lakehead Dairy Cooperative, Thunder Bay, Ontario" not in reading.headings


def test_the_properties_are_read():
    reading = read_docx(write_docx(two_pages(), TOKENS))

    assert (reading.title, reading.author, reading.language) == ("Resume of Amina Haddad", "Amina Haddad", "en-CA")
    assert reading.pages is None


def test_the_foot_of_the_page_is_not_in_the_text():
    assert "Page" not in read_docx(write_docx(two_pages(), TOKENS)).text


def test_a_table_is_read_row_by_row():
    lines = read_docx(write_docx(everything(), TOKENS)).lines

    at = lines.index("Weeks of a search")
    assert lines[at + 1 : at + 4] == ("Move\tWeeks", 'Lateral <&">\t12', "Transition\t26")


def test_a_document_of_another_maker_is_read_too():
    from io import BytesIO

    from docx import Document

    document = Document()
    document.add_heading("Experience", 1)
    document.add_paragraph("One", style="List Bullet 2")
    document.add_paragraph("Plain")
    out = BytesIO()
    document.save(out)

    reading = read_docx(out.getvalue())

    assert reading.lines == ("Experience", "• One", "Plain")
    assert reading.headings == ("Experience",)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not a zip file"),
        (b"%PDF-1.7", "not a zip file"),
        (zipped({"a": b"b"}), "no item named"),
        (_changed("word/document.xml", b"<w:body>", b"<w:bdy>"), "mismatched tag"),
        (
            _changed("word/document.xml", b"<w:document ", b'<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document '),
            "document type declaration",
        ),
    ],
    ids=["empty", "pdf", "other zip", "broken", "doctype"],
)
def test_what_is_no_word_document_is_refused(content: bytes, why: str):
    with pytest.raises(ReadBackError, match=why):
        read_docx(content)


def test_a_part_that_swells_is_not_unpacked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("resumekit.readback.docx._PART_LIMIT", 1000)

    with pytest.raises(ReadBackError, match="larger than"):
        read_docx(write_docx(two_pages(), TOKENS))
