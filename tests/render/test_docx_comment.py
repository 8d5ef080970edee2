"""Comments stand on the words that they are about, and everything stays valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.markup.flow import Flow, Paragraph, Run
from resumekit.render.docx import write_docx
from resumekit.render.docx_comment import Comment, Review
from resumekit.themes.theme import find_theme, theme_names
from tests.render.docx_flows import W, everything, part, parts
from tests.render.flows import flow, two_pages

TOKENS = find_theme("plain").tokens


def review(*comments: Comment, author: str = "Nadia Roy", date: str = "", sent: str = "") -> Review:
    return Review(comments, author, date, sent)


def words_of(content: bytes) -> dict[str, str]:
    """What stands between the beginning and the end of each comment, by its id."""
    inside: dict[str, str] = {}
    opened: set[str] = set()
    for element in part(content, "word/document.xml").iter():
        name = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            opened.add(name)
        elif element.tag == f"{W}commentRangeEnd":
            opened.discard(name)
        said = {f"{W}t": element.text or "", f"{W}tab": "\t"}.get(element.tag, "")
        for one in opened:
            inside[one] = inside.get(one, "") + said
    return inside


def all_words(given: Flow, width: int = 5) -> Review:
    """A comment on every few characters of every paragraph, overlapping, and one on all of it."""
    comments = [
        Comment(number, start, min(start + width, len(one.text)), (f"{number}:{start}", "second & <line>"))
        for number, one in enumerate(given.paragraphs())
        for start in range(0, len(one.text), 3)
    ]
    return review(*comments, date="2026-10-01", sent="x" * 600)


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("given", [two_pages(), everything(), flow()], ids=["two pages", "everything", "nothing"])
def test_a_document_full_of_comments_keeps_to_the_office_schema(theme: str, given: Flow, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "full.docx"
    path.write_bytes(write_docx(given, find_theme(theme).tokens, all_words(given)))

    assert [str(error) for error in OpenXmlValidator(max_errors=0).validate(path).errors] == []


def test_every_comment_stands_on_its_characters() -> None:
    given = two_pages()
    marked = all_words(given)
    texts = [one.text for one in given.paragraphs()]

    found = words_of(write_docx(given, TOKENS, marked))

    # A tab is set where the dates begin, and a line break where they need a line of their own.
    expected = {str(n): texts[one.paragraph][one.start : one.end] for n, one in enumerate(marked.comments)}
    assert len(expected) > 100
    assert found == {name: text for name, text in expected.items() if text}


def test_comments_take_no_word_and_no_style_away() -> None:
    given = everything()
    plain, full = write_docx(given, TOKENS), write_docx(given, TOKENS, all_words(given))

    def said(content: bytes) -> list[str]:
        root = part(content, "word/document.xml")
        return ["".join(run.text or "" for run in one.iter(f"{W}t")) for one in root.iter(f"{W}p")]

    assert said(full) == said(plain)
    assert parts(full)["word/styles.xml"] == parts(plain)["word/styles.xml"]


def test_words_inside_a_link_can_be_commented_on() -> None:
    line = Paragraph("contact", (Run("write: "), Run("amina@example.ca", link="mailto:amina@example.ca"), Run(" now")))

    content = write_docx(flow(line), TOKENS, review(Comment(0, 3, 12, ("a",)), Comment(0, 12, 27, ("b",))))

    assert words_of(content) == {"0": "te: amina", "1": "@example.ca now"}
    assert len(list(part(content, "word/document.xml").iter(f"{W}hyperlink"))) == 1


def test_every_paragraph_is_named_in_order() -> None:
    content = write_docx(everything(), TOKENS, review())

    names = [one.get(f"{W}name") for one in part(content, "word/document.xml").iter(f"{W}bookmarkStart")]

    assert names == [f"_rk_{number}" for number in range(len(list(everything().paragraphs())))]


def test_an_author_of_any_name_has_initials() -> None:
    found = []
    for author in ('Ana "Nia" O’Neil & Sons', "李", "resumekit"):
        comments = part(
            write_docx(flow(), TOKENS, review(Comment(0, 0, 1, ("a",)), author=author)), "word/comments.xml"
        )
        found += [(one.get(f"{W}author"), one.get(f"{W}initials")) for one in comments.iter(f"{W}comment")]

    assert found == [('Ana "Nia" O’Neil & Sons', 'A"O'), ("李", "李"), ("resumekit", "R")]
