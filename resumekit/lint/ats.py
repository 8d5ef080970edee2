"""Rules of the finished file: what of its layout a machine loses or garbles (A1, A2, A4, A6, A7, A9, A11, A12, A15)."""

from __future__ import annotations

from collections.abc import Iterator

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.readback.contact import EMAIL, PHONE
from resumekit.readback.foreign import READ_BY_MACHINES, Feature, FeatureKind

_SHOWN = 100
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
_EXPORT = "In Word: File, Save As, PDF, with 'ISO 19005-1' or 'Standard', never 'Print' to a PDF or a scan."


def _at(feature: Feature, message: str, suggestion: str) -> Finding:
    text = " ".join(feature.text.split())
    return Finding(
        message,
        text=text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…",
        page=feature.page,
        line=feature.line,
        section="" if feature.where == "body" else feature.where,
        suggestion=suggestion,
    )


def _found(page: Page, *kinds: FeatureKind) -> tuple[Feature, ...]:
    return page.reading.found(*kinds) if page.reading else ()


def _is_word(page: Page) -> bool:
    return page.reading is not None and page.reading.kind == "docx"


@rule("ATS001", domain="A1", severity="error", scope="file")
def in_columns(page: Page, settings: Settings) -> Iterator[Finding]:
    """Words stand in columns side by side.

    Why: many systems read a page line by line, so that the words of two columns are mixed in one sentence, and a
    side bar of skills or contact details is lost among jobs.

    - bad: a side bar with skills beside the history
    - good: one column, with the skills under a heading of their own
    """
    mend = "Set the page in one column: Layout, Columns, One; move what stands at the side under a heading of its own."
    if not _is_word(page):
        mend = f"Set it in one column in the program that made it, and export it anew. In Word: {mend[0].lower()}{mend[1:]}"
    for feature in _found(page, "columns"):
        shown = f": {feature.detail}" if feature.detail else ""
        yield _at(feature, f"the page is set in columns{shown}", mend)


@rule("ATS002", domain="A1", severity="warning", scope="file")
def in_table(page: Page, settings: Settings) -> Iterator[Finding]:
    """Words stand in a table.

    Why: systems read a table by rows or by columns, or leave it out; a title and its dates in two cells are parted.

    - bad: dates in the left cells of a table, jobs in the right ones
    - good: "Title", a tab, "March 2019 – Present" in one paragraph
    """
    for feature in _found(page, "table"):
        yield _at(
            feature,
            f"a table ({feature.detail}) holds these words",
            "In Word: Table Layout, Convert to Text, parted by tabs; then put each job's title and dates in one line.",
        )


@rule("ATS003", domain="A1", severity="error", scope="file")
def in_text_box(page: Page, settings: Settings) -> Iterator[Finding]:
    """Words stand in a text box.

    Why: most systems read the body alone, so that what floats in a text box is lost, or read far from its place.

    - bad: telephone and e-mail in a text box beside the name
    - good: telephone and e-mail in the second line of the body
    """
    for feature in _found(page, "text box"):
        yield _at(
            feature,
            f"a text box holds {feature.count} line(s) that most systems do not read",
            "Cut the words out of the text box, paste them into the body, and delete the box.",
        )


@rule("ATS004", domain="A1", severity="warning", scope="file")
def as_image(page: Page, settings: Settings) -> Iterator[Finding]:
    """An image, a chart or an object stands in the body.

    Why: a machine reads nothing of it; words in it are lost, and a photograph is unwanted in Canada, the United States
    and the United Kingdom.

    - bad: a photograph, or a chart of skills
    - good: the skills as words
    """
    for feature in _found(page, "image", "object"):
        what = "an image" if feature.kind == "image" else feature.detail
        size = f" ({feature.detail})" if feature.kind == "image" and feature.detail else ""
        yield _at(feature, f"{what}{size} says nothing to a machine", "Delete it, and write what it says as words.")


@rule("ATS005", domain="A2", severity="error", scope="file")
def contact_outside(page: Page, settings: Settings) -> Iterator[Finding]:
    """The e-mail address or the telephone number is not in the body.

    Why: most systems leave out page headers, footers and text boxes, so that nobody can answer.

    - bad: name and e-mail in Word's page header
    - good: name, town, telephone and e-mail in the first lines of the body
    """
    if page.reading is None or page.kind != "resume":
        return
    for name, pattern, has in (
        ("e-mail address", EMAIL, bool(page.extract.contact.emails)),
        ("telephone number", PHONE, bool(page.extract.contact.phones)),
    ):
        outside = [
            line for line in page.reading.lines if line.where not in READ_BY_MACHINES and pattern.search(line.text)
        ]
        if has or not outside:
            continue
        line = outside[0]
        where = f"page {line.where}" if line.where in ("header", "footer") else line.where
        yield Finding(
            f"the {name} stands only in the {where}, which most systems do not read",
            text=line.text,
            page=line.page,
            line=line.number,
            section=line.where,
            suggestion="Move it into the body, under the name: cut it there and paste it into the second line.",
        )


@rule("ATS008", domain="A4", severity="warning", scope="file")
def look_only(page: Page, settings: Settings) -> Iterator[Finding]:
    """A heading or a bullet is only made to look like one.

    Why: a machine knows headings and lists by their styles; bold words and typed signs are plain text to it.

    - bad: "EXPERIENCE" in bold, and "• " typed before each point
    - good: the style Heading 1, and the style List Bullet
    """
    if not _is_word(page):
        return
    for found in page.extract.sections:
        heading = found.section.heading
        if heading and not heading.heading:
            yield Finding(
                f"'{heading.text}' looks like a heading, but has the style '{heading.style}'",
                text=heading.text,
                page=heading.page,
                line=heading.number,
                suggestion="Give it the style Heading 1 (Home, Styles).",
            )
    typed = _found(page, "typed bullet")
    if typed:
        yield _at(
            typed[0],
            f"{len(typed)} point(s) have a bullet typed by hand",
            "Mark the points, delete the typed signs, and press the Bullets button or choose the style List Bullet.",
        )


@rule("ATS009", domain="A4", severity="warning", scope="file")
def by_spaces(page: Page, settings: Settings) -> Iterator[Finding]:
    """Words are put in their place with spaces.

    Why: a machine keeps the spaces or parts the line there, and on another computer the words stand elsewhere.

    - bad: "Manager          2019 – 2023"
    - good: "Manager", one tab at a right tab stop, "2019 – 2023"
    """
    spaced = _found(page, "spaces")
    if spaced:
        yield _at(
            spaced[0],
            f"{len(spaced)} line(s) are aligned with spaces or rows of tabs",
            "Replace the spaces by one tab, and set a right tab stop in the paragraph's style.",
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
            yield Finding(f"the font '{font.name}' is not embedded in the PDF", text=font.name, suggestion=_EXPORT)
        elif page.reading.kind == "docx" and not font.embedded and name not in _ORDINARY:
            yield Finding(
                f"few computers have the font '{font.name}'",
                text=font.name,
                suggestion="Choose an ordinary one, as Calibri, Arial or Georgia, in the style Normal.",
            )


@rule("ATS014", domain="A7", severity="error", scope="file")
def no_text(page: Page, settings: Settings) -> Iterator[Finding]:
    """A page has no text layer.

    Why: a machine reads nothing of a page that is an image, and nobody can search or copy its words.

    - bad: a scan, or a page printed to an image
    - good: the document exported as PDF
    """
    for feature in _found(page, "no text"):
        yield _at(feature, f"page {feature.page}: {feature.detail}", _EXPORT)


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
    for feature in _found(page, "comment"):
        by = f" by {feature.detail}" if feature.detail else ""
        yield _at(feature, f"a comment{by} is left in the file", "In Word: Review, Delete, Delete All Comments.")
    changes = _found(page, "tracked")
    if changes:
        yield _at(
            changes[0],
            f"{len(changes)} tracked change(s) are left in the file; this one was {changes[0].detail}",
            "In Word: Review, Accept, Accept All Changes and Stop Tracking.",
        )


@rule("ATS020", domain="A12", severity="error", scope="file")
def unseen(page: Page, settings: Settings) -> Iterator[Finding]:
    """Words that no person sees: hidden, white on white, or tiny.

    Why: systems show the recruiter all the text they read; words hidden for a machine look like deceit.

    - bad: the posting's keywords in white at the end of the page
    - good: the words that are true, where a person sees them
    """
    words = {"hidden": "hidden words", "white": "white words on a white page", "tiny": "words too small to read"}
    for feature in _found(page, "hidden", "white", "tiny"):
        yield _at(feature, words[feature.kind], "Delete them; say what is true of them where a person reads it.")


@rule("ATS024", domain="A15", severity="warning", scope="file")
def hyphenated(page: Page, settings: Settings) -> Iterator[Finding]:
    """A word is broken at the end of a line.

    Why: a machine reads two pieces; a search for the word does not find it.

    - bad: "communica-" at the end of a line, "tion" at the head of the next
    - good: whole words
    """
    broken = _found(page, "hyphen")
    if broken:
        yield _at(
            broken[0],
            f"{len(broken)} word(s) are broken at the end of a line, as '{broken[0].text}'",
            "Turn hyphenation off (Layout, Hyphenation, None) and export anew.",
        )


@rule("ATS025", domain="A15", severity="error", scope="file")
def ligature(page: Page, settings: Settings) -> Iterator[Finding]:
    """Ligature characters stand where letters should.

    Why: a machine reads "of\ufb01ce" with a sign that is no f and no i; a search for "office" does not find it.

    - bad: "certi\ufb01cation" with one sign for fi
    - good: "certification" in plain letters
    """
    joined = _found(page, "ligature")
    if joined:
        number = sum(feature.count for feature in joined)
        yield _at(
            joined[0],
            f"{number} word(s) have ligature characters, as '{joined[0].text}'",
            "Turn ligatures off (Home, Font, Advanced, Ligatures: None), or type the letters anew, and export.",
        )


@rule("ATS026", domain="A15", severity="error", scope="file")
def garbled(page: Page, settings: Settings) -> Iterator[Finding]:
    """Signs that a machine cannot read stand among the words.

    Why: the font does not say which letters its signs are; what a person sees as words comes out as nonsense.

    - bad: "Oper\ufffdtions"
    - good: "Operations"
    """
    for feature in _found(page, "glyph"):
        yield _at(
            feature, f"{feature.detail}: '{feature.text[:40]}'", f"Set these words in an ordinary font. {_EXPORT}"
        )


@rule("ATS027", domain="A1", severity="warning", scope="file")
def icons(page: Page, settings: Settings) -> Iterator[Finding]:
    """An icon or a drawn rating stands for words.

    Why: a machine drops the sign or reads nonsense; a rating in stars or bars says nothing to it, nor to a person.

    - bad: a telephone sign before the number; Excel with four stars of five
    - good: "905-555-0123"; "Excel: pivot tables, Power Query"
    """
    found = _found(page, "icon")
    if found:
        number = sum(feature.count for feature in found)
        yield _at(
            found[0],
            f"{number} icon(s): {found[0].detail}",
            "Delete them, or write the word: 'E-mail:', 'Excel: advanced'.",
        )


@rule("ATS028", domain="A15", severity="error", scope="file")
def letter_spaced(page: Page, settings: Settings) -> Iterator[Finding]:
    """A word is spaced letter by letter.

    Why: a machine reads single letters; a heading spaced so is not found, and the section under it is lost.

    - bad: "E X P E R I E N C E"
    - good: "Experience", spaced by the font's character spacing
    """
    for feature in _found(page, "letter spacing"):
        yield _at(
            feature,
            f"'{feature.text}' is spaced letter by letter",
            "Type it without spaces; space it with Home, Font, Advanced, Spacing, if at all.",
        )
