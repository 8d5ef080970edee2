"""What a machine reads in a PDF: its words in reading order, page by page."""

from __future__ import annotations

import ctypes
import re
import zlib
from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING

from resumekit.errors import ReadBackError
from resumekit.readback.reading import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_PDFIUM = Lock()
"""PDFium serves one thread at a time."""
_PASSWORD = 4
"""PDFium's number for a file that asks for a password."""
_BROKEN_HYPHEN = "\ufffe"
"""What PDFium makes of a hyphen at the end of a line, with the line break behind it."""
_SPELLED = {"ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02", "ffi": "\ufb03", "ffl": "\ufb04", "st": "\ufb06"}
_STREAM = re.compile(rb"\bstream\r?\n")
_MAPPED_TO_LIGATURE = re.compile(rb"<([Ff][Bb]0[0-6])>")


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
                return _reading(document, _ligatures(content))
            finally:
                document.close()
    except PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
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
        language=_language(document),
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


def _language(document: PdfDocument) -> str:
    from pypdfium2 import raw

    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _ligatures(content: bytes) -> frozenset[str]:
    """The ligature characters that a font of the file says its glyphs mean."""
    found: set[str] = set()
    for match in _STREAM.finditer(content):
        try:
            stream = zlib.decompressobj().decompress(content[match.end() :])
        except zlib.error:
            continue
        if b"begincmap" in stream:
            found.update(chr(int(code, 16)) for code in _MAPPED_TO_LIGATURE.findall(stream))
    return frozenset(found)


def _with_ligatures(text: str, words: PdfTextPage, ligatures: frozenset[str]) -> str:
    """The text with each ligature as the one character that the file has; PDFium spells it out in one box."""
    joined = {letters: one for letters, one in _SPELLED.items() if one in ligatures}
    boxes = groupby(enumerate(text), key=lambda place: words.get_charbox(place[0]))
    spelled = ("".join(character for _, character in group) for _, group in boxes)
    return "".join(joined.get(letters, letters) for letters in spelled)
