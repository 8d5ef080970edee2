"""What a PDF says of itself: its language, and the ligatures that its fonts' tables name."""

from __future__ import annotations

import ctypes
import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

PASSWORD = 4
"""PDFium's number for a file that asks for a password."""
SPELLED = {"ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02", "ffi": "\ufb03", "ffl": "\ufb04", "st": "\ufb06"}
"""Letters, and the one character that a font may hold for them."""
_STREAM = re.compile(rb"\bstream\r?\n")
_MAPPED_TO_LIGATURE = re.compile(rb"<([Ff][Bb]0[0-6])>")
_STREAMS = 5_000
_UNPACKED = 1_000_000
"""A font's table of letters is smaller than this."""


def catalog_language(document: PdfDocument) -> str:
    """The language that a PDF names for the whole document."""
    from pypdfium2 import raw

    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not size:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def ligatures(content: bytes) -> frozenset[str]:
    """The ligature characters that a font of the file says its glyphs mean."""
    found: set[str] = set()
    for number, match in enumerate(_STREAM.finditer(content)):
        if number > _STREAMS:
            break
        try:
            stream = zlib.decompressobj().decompress(content[match.end() : match.end() + _UNPACKED], _UNPACKED)
        except zlib.error:
            stream = content[match.end() : match.end() + 2_000]
        if b"begincmap" in stream:
            found.update(chr(int(code, 16)) for code in _MAPPED_TO_LIGATURE.findall(stream))
    return frozenset(found)
