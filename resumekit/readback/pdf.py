"""What a machine reads in a PDF: its words in reading order, page by page."""

from __future__ import annotations

from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING

from resumekit.errors import ReadBackError
from resumekit.readback.pdf_properties import PASSWORD, SPELLED, catalog_language, ligatures
from resumekit.readback.reading import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_PDFIUM = Lock()
"""PDFium serves one thread at a time."""
_BROKEN_HYPHEN = "\ufffe"
"""What PDFium makes of a hyphen at the end of a line, with the line break behind it."""


def read_pdf(content: bytes) -> Reading:
    """The PDF as PDFium reads it; page breaks are form feeds, and the running line of each page stands at its end.

    Raises:
        ReadBackError: it is not a PDF, damaged, or locked with a password.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with _PDFIUM:
            document = PdfDocument(content)
            try:
                return _reading(document, ligatures(content))
            finally:
                document.close()
    except PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            raise ReadBackError("PDF", ["all of it: the file is locked with a password"]) from None
        raise ReadBackError("PDF", [f"all of it: not a whole PDF file ({error})"]) from None


def _reading(document: PdfDocument, ligatures: frozenset[str]) -> Reading:
    if not len(document):
        raise ReadBackError("PDF", ["all of it: not a whole PDF file (it has no pages)"])
    return Reading.of(
        "\f".join(_page(document, number, ligatures) for number in range(len(document))),
        pages=len(document),
        title=document.get_metadata_value("Title"),
        author=document.get_metadata_value("Author"),
        language=catalog_language(document),
        # The bookmarks, which stand in reading order.
        headings=tuple(" ".join(item.get_title().split()) for item in document.get_toc()),
    )


def _page(document: PdfDocument, number: int, ligatures: frozenset[str]) -> str:
    page = document[number]
    words = page.get_textpage()
    try:
        text: str = words.get_text_range()
        if ligatures:
            text = _with_ligatures(text, words, ligatures)
        return text.replace("\r\n", "\n").replace(_BROKEN_HYPHEN, "-\n")
    finally:
        words.close()
        page.close()


def _with_ligatures(text: str, words: PdfTextPage, ligatures: frozenset[str]) -> str:
    """The text with each ligature as the one character that the file has; PDFium spells it out in one box."""
    joined = {letters: one for letters, one in SPELLED.items() if one in ligatures}
    boxes = groupby(enumerate(text), key=lambda place: words.get_charbox(place[0]))
    spelled = ("".join(character for _, character in group) for _, group in boxes)
    return "".join(joined.get(letters, letters) for letters in spelled)
