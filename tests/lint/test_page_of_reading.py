"""The wording rules see a foreign file's words as they see our own."""

from __future__ import annotations

from datetime import date

from resumekit.lint.page_of_reading import page_of_reading
from resumekit.lint.run import check_page
from resumekit.readback.foreign import text_reading
from tests.readback.foreign.files import JOBS
from tests.readback.foreign.reading import reading

WORDS = (
    "Dana Whitfield\nHamilton, ON | 905-555-0123 | dana@example.ca\n\nExperience\n\n"
    "Plant Manager\tMay 2014 – June 2018\nHarbour Bakery Ltd., Toronto, ON\n"
    "• Responsible for the budget of the plant and its suppliers\n• Cut waste by 18% with weekly reviews\n\n"
    "Education\n\nDiploma\t2013\n"
)


def test_bullets_have_the_post_they_were_done_in() -> None:
    for name in ("plain.docx", "plain.pdf"):
        page = page_of_reading(reading(name))

        assert [line.text for line in page.bullets] == [bullet for *_, bullets in JOBS for bullet in bullets]
        assert [(post.title, post.organization, post.current) for post, _ in page.by_post] == [
            ("Operations Manager", "Northlake Foods Inc.", True), ("Shift Supervisor", "Harbour Bakery Ltd.", False),
        ]  # fmt: skip


def test_wording_is_found_with_its_page_and_line() -> None:
    findings = check_page(page_of_reading(text_reading(WORDS)))

    weak = [finding for finding in findings if finding.domain == "L01"]
    assert [(finding.page, finding.line, finding.words) for finding in weak] == [(1, 8, "Responsible for")]


def test_language_is_told_by_the_words() -> None:
    french = text_reading(
        "Léa Roy\n\nSommaire\n\nChargée de projets avec dix ans d’expérience dans les jeux et la traduction."
    )

    assert page_of_reading(french).locale == "fr-CA"
    assert page_of_reading(text_reading(WORDS)).locale == "en-CA"
    assert page_of_reading(text_reading(WORDS), locale="en-GB").locale == "en-GB"


def test_months_are_counted_to_the_day_that_is_given() -> None:
    assert page_of_reading(text_reading(WORDS)).months == 50
    assert page_of_reading(reading("plain.docx"), as_of=date(2020, 2, 1)).months == 69
