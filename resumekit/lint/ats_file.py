"""Rules of the finished file: its fonts, its size, its properties, and what is left over in it (A6, A9, A11)."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.lint.ats import EXPORT, at, features, together
from resumekit.lint.finding import Finding
from resumekit.lint.page import Page
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings

_LARGEST = 1_000_000
_STANDARD_14 = ("helvetica", "times", "courier", "symbol", "zapfdingbats")
# What Word, LibreOffice and common readers ship.
_ORDINARY = frozenset(
    """aptos, arial, arimo, bahnschrift, book antiqua, bookman old style, caladea, calibri, calibri light, cambria, candara,
    carlito, century, century gothic, century schoolbook, consolas, constantia, corbel, courier new, dejavu sans,
    dejavu serif, franklin gothic book, garamond, georgia, gill sans mt, helvetica, helvetica neue, lato, liberation sans,
    liberation serif, lucida sans, open sans, palatino linotype, roboto, segoe ui, source sans pro, tahoma,
    times new roman, tinos, trebuchet ms, verdana, ms mincho, ms gothic, symbol""".replace("\n    ", " ").split(", ")
)


@rule("ATS013", domain="A6", severity="warning", scope="file")
def odd_font(page: Page, settings: Settings) -> Iterator[Finding]:
    """A font is not embedded, or is one that few computers have.

    Why: another computer puts another font in its place; lines break elsewhere, and signs may be lost.

    - bad: a downloaded font that is not in the file
    - good: Calibri, Arial or Georgia; in a PDF, embedded
    """
    if page.reading is None:
        return
    for font in page.reading.fonts:
        name = font.name.lower()
        if page.reading.kind == "pdf" and not font.embedded and not name.startswith(_STANDARD_14):
            yield Finding(f"the font '{font.name}' is not embedded in the PDF", text=font.name, suggestion=EXPORT)
        elif page.reading.kind == "docx" and not font.embedded and name not in _ORDINARY:
            yield Finding(
                f"few computers have the font '{font.name}'",
                text=font.name,
                suggestion="Choose an ordinary one, as Calibri, Arial or Georgia, in the style Normal.",
            )


@rule("ATS016", domain="A9", severity="warning", scope="file")
def too_large(page: Page, settings: Settings) -> Iterator[Finding]:
    """The file is larger than 1 MB.

    Why: forms and mail servers refuse large files.

    - bad: a file of 3.4 MB with a photograph
    - good: a file of 60 KB
    """
    if page.reading and page.reading.size > _LARGEST:
        yield Finding(
            f"the file has {page.reading.size / 1_000_000:.1f} MB; forms often take 1 MB",
            suggestion="Take out the images, or compress them (Picture Format, Compress Pictures).",
        )


@rule("ATS018", domain="A11", severity="warning", scope="file")
def properties(page: Page, settings: Settings) -> Iterator[Finding]:
    """The document's properties do not say whose it is.

    Why: systems show the file's title and author; "Microsoft Word - Document1" or a template's author looks careless,
    and without a language the spelling is checked in the wrong one.

    - bad: author "python-docx", no title
    - good: author "Dana Whitfield", title "Dana Whitfield – Resume", language en-CA
    """
    reading = page.reading
    if reading is None:
        return
    name = page.extract.contact.name
    where = "In Word: File, Info, Properties."
    if not reading.author.strip():
        yield Finding("the file names no author", suggestion=f"Put the person's name there. {where}")
    elif name and not _shares_word(reading.author, name.text):
        yield Finding(
            f"the file's author is '{reading.author}', not {name.text}",
            text=reading.author,
            suggestion=f"Put '{name.text}' there. {where}",
        )
    if not reading.title.strip():
        yield Finding("the file has no title", suggestion=f"Write '{name.text if name else 'Name'} – Resume'. {where}")
    elif reading.title.lower().startswith(("microsoft word", "document", "untitled", "resume template")):
        yield Finding(
            f"the file's title is '{reading.title}'",
            text=reading.title,
            suggestion=f"Write '{name.text if name else 'Name'} – Resume'. {where}",
        )
    if not reading.language.strip():
        yield Finding(
            "the file names no language", suggestion="In Word: Review, Language, Set Proofing Language, for all text."
        )


def _shares_word(author: str, name: str) -> bool:
    return bool(set(author.casefold().replace("-", " ").split()) & set(name.casefold().replace("-", " ").split()))


@rule("ATS019", domain="A11", severity="error", scope="file")
def left_over(page: Page, settings: Settings) -> Iterator[Finding]:
    """Comments or tracked changes are left in the file.

    Why: an employer sees what was deleted and what the coach remarked, and a machine may read both versions.

    - bad: a comment "How many people?"
    - good: all changes accepted, all comments deleted
    """
    for feature in features(page, "comment"):
        by = f" by {feature.detail}" if feature.detail else ""
        yield at(feature, f"a comment{by} is left in the file", "In Word: Review, Delete, Delete All Comments.")
    yield from together(
        features(page, "tracked"),
        "{number} tracked change(s) are left in the file; this one was {detail}",
        "In Word: Review, Accept, Accept All Changes and Stop Tracking.",
    )
