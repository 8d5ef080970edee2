"""The comparison as a document: factors in rows, offers in columns, and no winner where none can be told."""

from __future__ import annotations

from datetime import date

import pytest

from resumekit.career.compare import Comparison, compare_offers
from resumekit.career.move import Judged, assess_move
from resumekit.compose.offers_report import MOST_COLUMNS, compose_offers_report
from resumekit.document.block import Document, Table
from resumekit.model.date import PartialDate
from resumekit.model.offer import FACTORS, Offer
from resumekit.model.resume import Resume
from resumekit.readback.compare import lost
from resumekit.readback.docx import read_docx
from resumekit.readback.pdf import read_pdf
from resumekit.render.formats import FORMATS
from resumekit.themes.template import lower
from resumekit.themes.theme import find_theme, theme_names

PERSON = {"name": "Amina Haddad"}
RESUME = Resume.model_validate({"person": PERSON})
BETTER, WORSE, NEAR = "4 0 3 3 3 3 4 4 1", "0 0 0 1 0 0 2 0 2", "4 0 3 3 3 4 4 4 1"


def seen(*texts: str, **stated: object) -> Comparison:
    made = []
    for place, text in enumerate(texts):
        values = [None if word == "-" else int(word) for word in text.split()]
        judged = [
            Judged(name, answer, "two insiders said so" if name == "culture" else "")
            for name, answer in zip(FACTORS, values, strict=True)
        ]
        offer = Offer.model_validate(
            {"title": "Manager", "employer": f"Employer {place}", "pay": {"amount": 80000 + place}, **stated}
        )
        made.append((offer, assess_move(judged)))
    return compare_offers(made)


def composed(*texts: str, **stated: object) -> Document:
    return compose_offers_report(seen(*texts, **stated), RESUME)


def said(document: Document) -> str:
    return "\n".join(line.text for _, line in document.lines())


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def test_every_factor_is_a_row_and_every_offer_a_column() -> None:
    (table,) = tables(composed(BETTER, WORSE))

    assert [cell.text for cell in table.header] == ["Factor (weight)", "Manager, Employer 0", "Manager, Employer 1"]
    labels = [row[0].text for row in table.rows]
    assert labels[:2] == ["Pay a year", "Level"]
    assert len(labels) == len(FACTORS) + 5, "pay, level, verdict, score and share stand above the factors"
    assert labels[-1] == "Need (8)"


def test_the_better_answer_is_bold_and_says_what_it_rests_on() -> None:
    (table,) = tables(composed(BETTER, WORSE))
    culture = next(row for row in table.rows if row[0].text.startswith("Culture"))

    assert [cell.text for cell in culture[1:]] == [
        "3: good – two insiders said so (given)",
        "0: bad – two insiders said so (given)",
    ]
    assert [any(span.strong for span in cell.spans) for cell in culture[1:]] == [True, False]


def test_no_winner_is_named_where_it_is_too_close_to_tell() -> None:
    text = said(composed(BETTER, NEAR))

    assert "Employer 0 and Employer 1 are too close to tell: strategic with 67 and strategic with 69" in text
    assert "What parts them, and who is better there: Autonomy (Employer 1)." in text
    assert "ahead by verdict: strategic" not in text


def test_ahead_of_a_poor_field_is_not_called_good() -> None:
    assert "none of these offers serves the plan" in said(composed("1 0 1 1 1 1 1 1 1", WORSE))
    assert "none of these offers serves the plan" not in said(composed(BETTER, WORSE))


def test_too_little_answered_shows_no_score() -> None:
    (table,) = tables(composed(BETTER, WORSE, "4 - - - - - 4 4 1"))
    score = next(row for row in table.rows if row[0].text == "Score of 100")

    assert [cell.text for cell in score[1:]] == ["67", "11", "–"]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 20), "First to be answered: Employer 0, by Nov 20, 2026."),
        (
            date(2026, 11, 21),
            "The day to answer Employer 0 has passed (Nov 20, 2026): ask whether the offer still stands.",
        ),
        (date(2026, 11, 21), "First to be answered: Employer 1, by Nov 24, 2026."),
    ],
)
def test_the_first_answer_that_is_due_is_told(today: date, told: str) -> None:
    made = seen(BETTER, WORSE)
    dated = [
        (item.offer.model_copy(update={"answer_by": PartialDate(2026, 11, day)}), item.assessment)
        for item, day in zip(made.offers, (20, 24), strict=True)
    ]

    assert told in said(compose_offers_report(compare_offers(dated), RESUME, as_of=today))
    assert "to be answered" not in said(composed(BETTER, WORSE))


def test_what_would_change_it_names_the_offer_and_the_verdict_it_would_get() -> None:
    text = said(composed("4 0 3 3 3 3 2 3 1", BETTER))

    # 61 and 67: for the first two answers of pay or one of the new sector are enough, for the second many are too few.
    assert (
        "For Employer 0, any one of these would make it strategic, and put Employer 0 and Employer 1 level in verdict: "
        "if the job only touched the new field or sector; if the pay came to 95% or more of the last or market pay."
    ) in text
    assert "Whichever offer is taken, this would put Employer 0 and Employer 1 level in verdict: if the money" in text


def test_the_benefits_warning_stands_unless_a_job_goes_on() -> None:
    warning = "Refusing suitable employment while on benefits can end them"
    working = Resume.model_validate({"person": PERSON, "search": {"leaving": "employed"}})
    ended = Resume.model_validate({"person": PERSON, "search": {"leaving": "laid off"}})

    assert warning in said(composed(BETTER, WORSE))
    assert warning in said(compose_offers_report(seen(BETTER, WORSE), ended))
    assert warning not in said(compose_offers_report(seen(BETTER, WORSE), working))


def test_more_offers_than_fit_go_into_a_second_table() -> None:
    found = tables(composed(*[BETTER] * (MOST_COLUMNS + 1)))

    assert [len(table.header) - 1 for table in found] == [MOST_COLUMNS, 1]


def test_notes_of_the_coach_are_not_printed() -> None:
    assert "secret" not in said(composed(BETTER, WORSE, notes="a secret thought"))


@pytest.mark.parametrize("theme", theme_names())
def test_word_and_pdf_say_every_word(theme: str) -> None:
    document, look = composed(BETTER, NEAR, "4 - - - - - 4 4 1", answer_by="2026-11-27"), find_theme(theme)
    flow = lower(document, look)

    assert lost(document, read_docx(FORMATS["docx"](document, flow, look).content)) == ()
    assert lost(document, read_pdf(FORMATS["pdf"](document, flow, look).content)) == ()


def test_a_name_without_letters_leaves_no_hyphen_before_the_file_s_name() -> None:
    nameless = RESUME.model_copy(update={"person": RESUME.person.model_copy(update={"name": "—"})})

    assert compose_offers_report(seen(BETTER, WORSE), nameless).file_stem == "Offers"
    assert compose_offers_report(seen(BETTER, WORSE), RESUME).file_stem == "Amina-Haddad-Offers"
