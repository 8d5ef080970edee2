"""Read-back of a PDF: words in order, what the file says of itself, and a clear word when it is none."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from pypdf import PdfReader, PdfWriter
from weasyprint import HTML

from resumekit.errors import ReadBackError
from resumekit.readback.pdf import read_pdf
from resumekit.render.pdf import write_pdf
from resumekit.themes.theme import find_theme
from tests.render.flows import two_pages


@pytest.fixture(scope="module")
def content() -> bytes:
    return write_pdf(two_pages(), find_theme("modern")).content


def test_the_words_come_page_by_page_in_order(content: bytes):
    reading = read_pdf(content)

    assert reading.pages == 2
    assert reading.text.count("\f") == 1
    assert reading.lines[:2] == ("Amina Haddad", "Operations and Supply Chain Director")
    assert reading.lines[-1] == "Amina Haddad | Page 2"


def test_dates_are_read_with_their_role(content: bytes):
    lines = [" ".join(line.split()) for line in read_pdf(content).lines]

    assert "Director, Operations and Supply Chain Jan 2020 – Present (6 years)" in lines


def test_the_file_says_whose_it_is_and_in_which_language(content: bytes):
    reading = read_pdf(content)

    assert (reading.title, reading.author, reading.language) == ("Resume of Amina Haddad", "Amina Haddad", "en-CA")


def test_headings_are_those_marked_as_headings_in_order(content: bytes):
    headings = read_pdf(content).headings

    assert headings[:3] == ("Amina Haddad", "Professional Summary", "Career Highlights")
    assert "Plant Manager Aug 2010 – Feb 2014 (3 years, 7 months)" in headings
    assert headings[-1] == "Languages"


def test_a_locked_file_is_refused(content: bytes):
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)

    with pytest.raises(ReadBackError, match="password"):
        read_pdf(out.getvalue())


@pytest.mark.parametrize("share", [0, 0.001, 0.1, 0.5, 0.9, 0.99])
def test_half_a_file_is_refused_or_read_but_never_a_traceback(content: bytes, share: float):
    with suppress(ReadBackError):
        assert read_pdf(content[: int(len(content) * share)]).pages


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"hello",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>",
    ],
)
def test_what_is_no_pdf_is_refused(other: bytes):
    with pytest.raises(ReadBackError, match="not a whole PDF"):
        read_pdf(other)


@pytest.mark.parametrize("place", range(200, 30_000, 1_999))
def test_damaged_bytes_never_make_a_traceback(content: bytes, place: int):
    damaged = content[:place] + b"\x00>>\xff" + content[place + 4 :]

    with suppress(ReadBackError):
        assert read_pdf(damaged).pages


def test_a_file_written_by_another_program_is_read():
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    assert len(PdfReader(io.BytesIO(out.getvalue())).pages) == 1

    reading = read_pdf(out.getvalue())

    assert (reading.pages, reading.lines, reading.headings, reading.title) == (1, (), (), "")


def test_a_ligature_character_is_read_as_the_file_has_it():
    text = "of\ufb01ce, o\ufb04ine, \ufb01rst, office"
    content: bytes = HTML(string=f"<p style='font-variant-ligatures: none'>{text}</p>").write_pdf()

    assert read_pdf(content).text == text


def test_letters_drawn_as_one_glyph_are_read_as_letters():
    content: bytes = HTML(string="<p style='font-variant-ligatures: common-ligatures'>office, affair</p>").write_pdf()

    assert read_pdf(content).text == "office, affair"


def test_a_hyphen_at_the_end_of_a_line_stays_a_hyphen():
    words = "long-term full-time self-employed non-profit co-ordination well-known"
    content: bytes = HTML(string=f"<p style='width: 60px'>{words}</p>").write_pdf()

    assert read_pdf(content).text.replace("-\n", "-").split() == words.split()
