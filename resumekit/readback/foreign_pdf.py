"""Read any PDF as a machine does: its lines with their places in the order of the file, and what may be lost of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from resumekit.errors import ForeignFileError
from resumekit.readback.foreign import Feature, ForeignLine, ForeignReading, split_marker
from resumekit.readback.glyphs import glyph_features
from resumekit.readback.pdf_columns import set_columns
from resumekit.readback.pdf_page import PageText, read_page
from resumekit.readback.pdf_properties import PASSWORD, catalog_language, ligatures

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PAGES = 60
_SCAN = 0.5
"""An image that covers this share of a page without words is the page's picture."""


def read_foreign_pdf(content: bytes) -> ForeignReading:
    """The reading of a PDF's bytes.

    Raises:
        ForeignFileError: it is locked, damaged, no PDF, too long, or has no words.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(content)
        try:
            return _reading(document, content)
        finally:
            document.close()
    except PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            raise ForeignFileError(
                "", "encrypted", "the PDF is locked with a password; export it without one"
            ) from None
        raise ForeignFileError(
            "", "damaged", "the PDF is damaged and cannot be opened; export it anew from the program that made it"
        ) from None


def _reading(document: PdfDocument, content: bytes) -> ForeignReading:
    number = len(document)
    if not number:
        raise ForeignFileError("", "damaged", "the PDF has no pages; export it anew from the program that made it")
    if number > _PAGES:
        raise ForeignFileError(
            "", "large", f"it has {number} pages; at most {_PAGES} are read: a resume has two or three"
        )
    joined = ligatures(content)
    pages = [read_page(document, index, joined) for index in range(number)]
    for page in pages:
        set_columns(page)
    lines = _running(tuple(line for page in pages for line in _lines(page)))
    features = [feature for page in pages for feature in page.features]
    if not any(c.isalnum() for line in lines for c in line.text):
        raise _no_text(pages)
    features += [feature for page in pages for feature in _without_words(page)]
    features += glyph_features(lines)
    features += _hyphens(lines)
    fonts = {font.name: font for page in pages for font in page.fonts}
    return ForeignReading(
        "pdf",
        lines,
        tuple(sorted(features, key=lambda feature: (feature.page, feature.line))),
        tuple(fonts[name] for name in sorted(fonts)),
        pages=number,
        size=len(content),
        title=document.get_metadata_value("Title"),
        author=document.get_metadata_value("Author"),
        language=catalog_language(document),
        maker=document.get_metadata_value("Producer") or document.get_metadata_value("Creator"),
    )


def _no_text(pages: list[PageText]) -> ForeignFileError:
    if any(page.images for page in pages):
        return ForeignFileError(
            "",
            "no text",
            "every page is an image, so that a machine reads nothing; export the document itself as PDF "
            "(in Word: Save As, PDF), do not scan or print it to an image",
        )
    return ForeignFileError(
        "",
        "no text",
        "it has no words that a machine reads: they are drawn as shapes, or there are none; export the document "
        "itself as PDF with its fonts",
    )


def _without_words(page: PageText) -> Iterator[Feature]:
    words = sum(len(line.text) for line in page.lines)
    if words < 10 and page.images:
        yield Feature("no text", page.number, detail="the page is an image, so that a machine reads nothing of it")
    elif page.images and max(page.images) > _SCAN * page.width * page.height and words < 200:
        yield Feature("no text", page.number, detail="an image covers most of the page; its words are not read")


def _lines(page: PageText) -> Iterator[ForeignLine]:
    for number, line in enumerate(page.lines, start=1):
        marker, text = split_marker(line.text)
        yield replace(line, text=text or line.text, marker=marker if text else "", number=number)


def _running(lines: tuple[ForeignLine, ...]) -> tuple[ForeignLine, ...]:
    """The lines, those that stand at the same height of several pages marked as page headers or footers."""
    places: dict[tuple[str, int], set[int]] = {}
    for line in lines:
        places.setdefault(_key(line), set()).add(line.page)
    tops = {page: max(line.y for line in lines if line.page == page) for page in {line.page for line in lines}}

    def place(line: ForeignLine) -> ForeignLine:
        if len(places[_key(line)]) < 2 and not _PAGE_NUMBER.search(line.text):
            return line
        return replace(line, where="header" if line.y > tops[line.page] / 2 else "footer")

    return tuple(place(line) for line in lines)


_PAGE_NUMBER = re.compile(
    r"^(?:.{0,60}[|·•–—,-] *)?(?:page|p\.) *\d{1,2}(?: *(?:of|de|sur|/) *\d{1,2})?$|^\d{1,2} */ *\d{1,2}$",
    re.IGNORECASE,
)


def _key(line: ForeignLine) -> tuple[str, int]:
    """What two lines must share to be one running line: the words, numbers apart, and the height."""
    return "".join("0" if c.isdigit() else c for c in line.text), round(line.y / 2)


def _hyphens(lines: tuple[ForeignLine, ...]) -> Iterator[Feature]:
    """Words that are broken at the end of a line."""
    for line, following in pairwise(lines):
        broken = line.text[-1:] in ("-", "\u00ad", "\u2010") and line.text[-2:-1].isalpha()
        if broken and following.text[:1].islower() and not following.marker:
            first, rest = line.text.split()[-1], following.text.split()[0]
            if line.text[-1] == "\u00ad" or _is_hyphenated(first[:-1], rest):
                yield Feature(
                    "hyphen", line.page, line.number, f"{first} / {rest}", "a word is broken at the line's end"
                )


# What ends the first half of a compound that has its hyphen anyway ("long-term", "non-profit").
_COMPOUND = frozenset(
    "long short high low full part self non co pre post multi cross well ex off on year month week day first second "
    "third one two three four five six seven eight nine ten all end front back decision problem results detail goal data "
    "client customer cost time fast user real large small mid in up over under so state job work best hands award".split()
)


def _is_hyphenated(first: str, rest: str) -> bool:
    """Whether a word was broken, and is no compound that has a hyphen of its own."""
    return first.lower().rpartition("-")[2] not in _COMPOUND and not (len(first) > 7 and len(rest) > 6)
