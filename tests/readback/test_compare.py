from __future__ import annotations

import pytest

from resumekit.document.block import Bullets, Document, Entry, Section
from resumekit.readback.compare import lost
from resumekit.readback.docx import read_docx
from resumekit.readback.reading import Reading
from resumekit.render.docx import write_docx
from resumekit.themes.template import lower
from resumekit.themes.theme import find_theme, theme_names
from tests.readback.documents import TEXT, document, line, reading, report, resume


def test_a_faithful_reading_loses_nothing():
    assert lost(resume(), reading()) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Cut on-time failures", "Cut on-\ntime failures"),
        ("Built a team\n", "Built a\nteam\n"),
        ("• Manager of the year", "• Manager\nAmina Haddad | Page 2\nof the year"),
        ("• Manager of the year", "• Manager\nAmina Haddad\nPage 2\nof the year"),
        ("• Manager of the year", "• Manager of\f\nPage 2\n the year"),
        ("2018 – 2020\nAcme Foods, Toronto", "\nAcme Foods, Toronto\n2018 – 2020"),
        ("• Built", "•Built"),
        ("• Built", "•\nBuilt"),
        ("5%", "5\u200b%"),
        ("Two sites.", "Two\u00a0sites."),
        ("on-time", "on\u2011time"),
        ("Hamilton, Ontario | amina", "Hamilton, Ontario\namina"),
    ],
)
def test_what_a_page_does_to_lines_is_no_loss(old: str, new: str):
    assert lost(resume(), reading(old, new)) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Amina Haddad\n", "", "the name is missing: 'Amina Haddad'"),
        ("amina@example.com", "amina @example.com", "the contact detail is missing: 'amina@example.com'"),
        ("Languages\n", "", "the heading is missing: 'Languages'"),
        ("Professional Experience\n", "Professional\n", "the heading is missing: 'Professional Experience'"),
        ("• Cut on-time failures by 5%\n", "", "bullet 1 of 'Professional Experience' is missing: 'Cut on-time failures by 5%'"),
        ("failures", "failu res", "bullet 1 of 'Professional Experience' is missing: 'Cut on-time failures by 5%'"),
        ("failures", "fai-\nlures", "bullet 1 of 'Professional Experience' is missing: 'Cut on-time failures by 5%'"),
        ("failures", "\ufffdailures", "bullet 1 of 'Professional Experience' is missing: 'Cut on-time failures by 5%'"),
        ("Led 24 people", "Led 24people", "bullet 5 of 'Professional Experience' is missing: 'Led 24 people'"),
        ("Led 24 people", "Led 24", "bullet 5 of 'Professional Experience' is missing: 'Led 24 people'"),
        ("\t2015 – 2018", "", "the dates of 'Manager' in 'Professional Experience' are missing: '2015 – 2018'"),
        (
            "Acme Foods, Toronto\n", "",
            "the organization of 'Manager' in 'Professional Experience' is missing: 'Acme Foods, Toronto'",
        ),
    ],
)  # fmt: skip
def test_a_loss_is_named(old: str, new: str, said: str):
    assert lost(resume(), reading(old, new)) == (said,)


def test_swapped_lines_are_out_of_order():
    swapped = reading("• Cut on-time failures by 5%\n• Built a team\n• Manager of the year\n",
                      "• Manager of the year\n• Built a team\n• Cut on-time failures by 5%\n")  # fmt: skip

    sentences = lost(resume(), swapped)

    assert sentences
    assert all("is out of order" in sentence for sentence in sentences)


def test_swapped_sections_are_out_of_order():
    text = TEXT.replace("Languages\n• English\n• French\n", "")
    moved = text.replace("Professional Summary", "Languages\n• English\n• French\nProfessional Summary")

    assert any("'Languages'" in sentence for sentence in lost(resume(), Reading.of(moved)))


def test_dates_that_drift_from_their_role_are_found():
    drifted = reading(
        "\t2018 – 2020\nAcme Foods, Toronto\nTwo sites.\n", "\nAcme Foods, Toronto\nTwo sites.\n2018 – 2020\n"
    )

    assert lost(resume(), drifted) == (
        "the dates of 'Manager' in 'Professional Experience' are out of order: '2018 – 2020'",
    )


def test_the_second_of_two_equal_lines_is_missed():
    once = reading("Manager\t2015 – 2018\n• Built a team\n", "Manager\t2015 – 2018\n")

    assert [sentence[:8] for sentence in lost(resume(), once)] == ["bullet 4"]


def test_ligature_characters_are_a_loss():
    given = document(Section("a", line("A"), (Bullets((line("Cut office costs"),)),)))
    text = "Amina Haddad\nOperations Director\nHamilton, Ontario | amina@example.com\nA\n• Cut o\ufb03ce costs"

    assert lost(given, Reading.of(text)) == ("bullet 1 of 'A' is missing: 'Cut office costs'",)


def test_composed_and_decomposed_accents_are_one():
    given = document(Section("a", line("Été"), ()))
    text = "Amina Haddad\nOperations Director\nHamilton, Ontario | amina@example.com\nE\u0301te\u0301"

    assert lost(given, Reading.of(text)) == ()


@pytest.mark.parametrize(
    "read",
    [
        "• قاد فريقا من 24 شخصا",
        "اصخش 24 نم اقيرف داق •",
        "شخصا 24 من فريقا قاد •",
        "\ufe8e\ufebc\ufea8\ufeb7 24 \ufee6\ufee3 \ufe8e\ufed8\ufef3\ufeae\ufed3 \ufea9\ufe8e\ufed7",
    ],
    ids=["logical", "visual", "words turned", "shapes"],
)  # fmt: skip
def test_right_to_left_words_count_in_either_order(read: str):
    given = document(Section("a", line("A"), (Bullets((line("قاد فريقا من 24 شخصا"),)),)))
    text = f"Amina Haddad\nOperations Director\nHamilton, Ontario | amina@example.com\nA\n{read}\n"

    assert lost(given, Reading.of(text)) == ()


def test_a_right_to_left_word_that_is_not_there_is_missed():
    given = document(Section("a", line("A"), (Bullets((line("قاد فريقا من 24 شخصا"),)),)))
    text = "Amina Haddad\nOperations Director\nHamilton, Ontario | amina@example.com\nA\nاصخش 24 نم داق"

    assert len(lost(given, Reading.of(text))) == 1


def test_east_asian_lines_break_anywhere():
    given = document(Section("a", line("A"), (Bullets((line("東京で働く"),)),)))
    text = "Amina Haddad\nOperations Director\nHamilton, Ontario | amina@example.com\nA\n• 東京\nで働く"

    assert lost(given, Reading.of(text)) == ()


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("given", [resume(), report()], ids=["resume", "report"])
def test_a_written_word_file_loses_nothing(theme: str, given: Document):
    found = find_theme(theme)

    content = write_docx(lower(given, found), found.tokens)

    assert lost(given, read_docx(content)) == ()


def test_every_dropped_line_is_missed():
    lines = TEXT.splitlines(keepends=True)
    assert len(lines) == 20

    unseen = [
        dropped
        for at, dropped in enumerate(lines)
        if not lost(resume(), Reading.of("".join(lines[:at] + lines[at + 1 :])))
    ]

    assert unseen == []


def test_a_long_document_is_compared_without_squaring():
    count = 3000
    given = document(
        Section(
            "a",
            line("A"),
            tuple(Entry(line("Boss"), line("2018"), bullets=(line(f"Did {n} of it"),)) for n in range(count)),
        )
    )
    text = "Amina Haddad\nOperations Director\nHamilton, Ontario | amina@example.com\nA\n" + "".join(
        f"Boss\t2018\n• Did {n} of it\n" for n in range(count)
    )

    assert lost(given, Reading.of(text)) == ()
