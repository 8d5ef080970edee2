"""Lines of a PDF or plain text become the paragraphs they were."""

from __future__ import annotations

from resumekit.readback.foreign import text_reading
from resumekit.readback.paragraph import paragraphs
from tests.readback.foreign.reading import reading


def texts(text: str) -> list[str]:
    return [line.text for line in paragraphs(text_reading(text).lines)]


def test_a_line_that_hangs_under_a_bullet_belongs_to_it() -> None:
    assert texts("• Cut waste\n  by 18%\n• Trained") == ["Cut waste by 18%", "Trained"]


def test_a_line_is_joined_where_its_first_word_would_not_have_fitted() -> None:
    wide = "Operations manager with ten years in food plants and bakeries\nwho raised output.\nShort\nAnother line here"

    assert texts(wide) == [
        "Operations manager with ten years in food plants and bakeries who raised output.", "Short", "Another line here",
    ]  # fmt: skip


def test_a_compound_is_joined_without_a_space() -> None:
    assert texts("• Built a cross-\n  functional team") == ["Built a cross-functional team"]


def test_a_dated_line_is_not_joined_with_the_next() -> None:
    lines = (
        "Shift Lead, Quad Street Market, London, ON, Oct 2021 – Apr 2025\nCashier, Quad Street Market, London, ON, 2019"
    )

    assert len(texts(lines)) == 2


def test_the_paragraphs_of_a_document_stay_as_they_are() -> None:
    lines = reading("plain.docx").lines

    assert paragraphs(lines) == lines
