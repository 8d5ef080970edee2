"""What a machine reads in a PDF: its words in reading order, page by page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from resumekit.errors import ReadBackError
from resumekit.readback.reading import Reading

if TYPE_CHECKING:
    from pypdf import PdfReader


def read_pdf(content: bytes) -> Reading:
    """The PDF as pypdf reads it; page breaks are form feeds, and the running line of each page stands at its end.

    Raises:
        ReadBackError: it is not a PDF, damaged, locked with a password, or has no text.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # What pypdf thinks of a file is said below, once, in our words.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise ReadBackError("PDF", ["all of it: the file is locked with a password"])
        return _reading(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # A damaged file breaks pypdf in any of these ways.
        raise ReadBackError("PDF", [f"all of it: not a whole PDF file ({error})"]) from None


def _reading(reader: PdfReader) -> Reading:
    text = "\f".join(page.extract_text() for page in reader.pages)
    found = reader.metadata
    return Reading.of(
        text,
        pages=len(reader.pages),
        title=(found.title or "") if found else "",
        author=(found.author or "") if found else "",
        language=str(reader.root_object.get("/Lang", "")),
        headings=tuple(_headings(reader.outline)),
    )


def _headings(outline: list[Any]) -> Iterator[str]:
    """The bookmarks in reading order."""
    for item in outline:
        if isinstance(item, list):
            yield from _headings(item)
        else:
            yield " ".join(str(item.title).split())
