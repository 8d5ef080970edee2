"""Rules of the finished file: what of its layout a machine loses or garbles (A1, A2, A4, A7, A12, A15)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resumekit.lint.finding import Finding
from resumekit.lint.page import Page
from resumekit.lint.rules import rule
from resumekit.lint.settings import Settings
from resumekit.readback.contact import EMAIL, PHONE, SEARCHED
from resumekit.readback.foreign import READ_BY_MACHINES, Feature, FeatureKind

_SHOWN = 100
EXPORT = "In Word: File, Save As, PDF, with 'ISO 19005-1' or 'Standard', never 'Print' to a PDF or a scan."


def at(feature: Feature, message: str, suggestion: str) -> Finding:
    text = " ".join(feature.text.split())
    return Finding(
        message,
        text=text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…",
        page=feature.page,
        line=feature.line,
        section="" if feature.where == "body" else feature.where,
        suggestion=suggestion,
    )


def together(found: Sequence[Feature], message: str, suggestion: str) -> Iterator[Finding]:
    """One finding at the first of several places; `{number}` in its message is how many, `{text}` and `{detail}` its own."""
    if found:
        number = sum(feature.count for feature in found)
        yield at(found[0], message.format(number=number, text=found[0].text, detail=found[0].detail), suggestion)


def features(page: Page, *kinds: FeatureKind) -> tuple[Feature, ...]:
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
    for feature in features(page, "columns"):
        shown = f": {feature.detail}" if feature.detail else ""
        yield at(feature, f"the page is set in columns{shown}", mend)


@rule("ATS002", domain="A1", severity="warning", scope="file")
def in_table(page: Page, settings: Settings) -> Iterator[Finding]:
    """Words stand in a table.

    Why: systems read a table by rows or by columns, or leave it out; a title and its dates in two cells are parted.

    - bad: dates in the left cells of a table, jobs in the right ones
    - good: "Title", a tab, "March 2019 – Present" in one paragraph
    """
    for feature in features(page, "table"):
        yield at(
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
    for feature in features(page, "text box"):
        yield at(
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
    for feature in features(page, "image", "object"):
        what = "an image" if feature.kind == "image" else feature.detail
        size = f" ({feature.detail})" if feature.kind == "image" and feature.detail else ""
        yield at(feature, f"{what}{size} says nothing to a machine", "Delete it, and write what it says as words.")


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
            line
            for line in page.reading.lines
            if line.where not in READ_BY_MACHINES and pattern.search(line.text[:SEARCHED])
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
    yield from together(
        features(page, "typed bullet"),
        "{number} point(s) have a bullet typed by hand",
        "Mark the points, delete the typed signs, and press the Bullets button or choose the style List Bullet.",
    )


@rule("ATS009", domain="A4", severity="warning", scope="file")
def by_spaces(page: Page, settings: Settings) -> Iterator[Finding]:
    """Words are put in their place with spaces.

    Why: a machine keeps the spaces or parts the line there, and on another computer the words stand elsewhere.

    - bad: "Manager          2019 – 2023"
    - good: "Manager", one tab at a right tab stop, "2019 – 2023"
    """
    yield from together(
        features(page, "spaces"),
        "{number} line(s) are aligned with spaces or rows of tabs",
        "Replace the spaces by one tab, and set a right tab stop in the paragraph's style.",
    )


@rule("ATS014", domain="A7", severity="error", scope="file")
def no_text(page: Page, settings: Settings) -> Iterator[Finding]:
    """A page has no text layer.

    Why: a machine reads nothing of a page that is an image, and nobody can search or copy its words.

    - bad: a scan, or a page printed to an image
    - good: the document exported as PDF
    """
    for feature in features(page, "no text"):
        yield at(feature, f"page {feature.page}: {feature.detail}", EXPORT)


@rule("ATS020", domain="A12", severity="error", scope="file")
def unseen(page: Page, settings: Settings) -> Iterator[Finding]:
    """Words that no person sees: hidden, white on white, or tiny.

    Why: systems show the recruiter all the text they read; words hidden for a machine look like deceit.

    - bad: the posting's keywords in white at the end of the page
    - good: the words that are true, where a person sees them
    """
    words = {"hidden": "hidden words", "white": "white words on a white page", "tiny": "words too small to read"}
    for feature in features(page, "hidden", "white", "tiny"):
        yield at(feature, words[feature.kind], "Delete them; say what is true of them where a person reads it.")


@rule("ATS024", domain="A15", severity="warning", scope="file")
def hyphenated(page: Page, settings: Settings) -> Iterator[Finding]:
    """A word is broken at the end of a line.

    Why: a machine reads two pieces; a search for the word does not find it.

    - bad: "communica-" at the end of a line, "tion" at the head of the next
    - good: whole words
    """
    yield from together(
        features(page, "hyphen"),
        "{number} word(s) are broken at the end of a line, as '{text}'",
        "Turn hyphenation off (Layout, Hyphenation, None) and export anew.",
    )


@rule("ATS025", domain="A15", severity="error", scope="file")
def ligature(page: Page, settings: Settings) -> Iterator[Finding]:
    """Ligature characters stand where letters should.

    Why: a machine reads "of\ufb01ce" with a sign that is no f and no i; a search for "office" does not find it.

    - bad: "certi\ufb01cation" with one sign for fi
    - good: "certification" in plain letters
    """
    yield from together(
        features(page, "ligature"),
        "{number} word(s) have ligature characters, as '{text}'",
        "Turn ligatures off (Home, Font, Advanced, Ligatures: None), or type the letters anew, and export.",
    )


@rule("ATS026", domain="A15", severity="error", scope="file")
def garbled(page: Page, settings: Settings) -> Iterator[Finding]:
    """Signs that a machine cannot read stand among the words.

    Why: the font does not say which letters its signs are; what a person sees as words comes out as nonsense.

    - bad: "Oper\ufffdtions"
    - good: "Operations"
    """
    for feature in features(page, "glyph"):
        yield at(feature, f"{feature.detail}: '{feature.text[:40]}'", f"Set these words in an ordinary font. {EXPORT}")


@rule("ATS027", domain="A1", severity="warning", scope="file")
def icons(page: Page, settings: Settings) -> Iterator[Finding]:
    """An icon or a drawn rating stands for words.

    Why: a machine drops the sign or reads nonsense; a rating in stars or bars says nothing to it, nor to a person.

    - bad: a telephone sign before the number; Excel with four stars of five
    - good: "905-555-0123"; "Excel: pivot tables, Power Query"
    """
    yield from together(
        features(page, "icon"),
        "{number} icon(s): {detail}",
        "Delete them, or write the word: 'E-mail:', 'Excel: advanced'.",
    )


@rule("ATS028", domain="A15", severity="error", scope="file")
def letter_spaced(page: Page, settings: Settings) -> Iterator[Finding]:
    """A word is spaced letter by letter.

    Why: a machine reads single letters; a heading spaced so is not found, and the section under it is lost.

    - bad: "E X P E R I E N C E"
    - good: "Experience", spaced by the font's character spacing
    """
    for feature in features(page, "letter spacing"):
        yield at(
            feature,
            f"'{feature.text}' is spaced letter by letter",
            "Type it without spaces; space it with Home, Font, Advanced, Spacing, if at all.",
        )
