"""Reading keeps every word's place, and finds lemmas where bullets hide them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.skills.lexicon import Entry, Lexicon
from resumekit.skills.reader import Reader, lemma_of

PEOPLE = Lexicon(id="people", name="People", classes={"staff": ("nurse", "night crew"), "boss": ("charge nurse",)})
WARD = Lexicon(id="ward", name="Ward", entries=(Entry(phrase="charge nurse", means="shift supervisor"),))


def lemmas(text: str, *lexicons: Lexicon) -> list[str]:
    return [word.lemma for word in Reader(lexicons).read(text).words]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("ran", "run"), ("sat", "sit"), ("interviewed", "interview"), ("crews", "crew"), ("organised", "organize"),
        ("labour", "labor"),
    ],
)  # fmt: skip
def test_the_verb_that_opens_a_bullet_has_its_lemma(form: str, lemma: str) -> None:
    assert lemma_of(form) == lemma
    assert lemmas(f"{form.capitalize()} things")[0] == lemma


@given(st.text(max_size=200))
def test_every_word_stands_where_it_says(text: str) -> None:
    reading = Reader([PEOPLE, WARD]).read(text)

    for word in reading.words:
        assert 0 <= word.start < word.end <= len(text)
    starts = [word.start for word in reading.words]
    assert starts == sorted(starts)


@given(st.text(alphabet="ab ,;.and", max_size=80))
def test_clauses_hold_each_word_once(text: str) -> None:
    reading = Reader().read(text)

    covered = [place for first, last in reading.clauses for place in range(first, last)]

    assert covered == list(range(len(reading.words)))


def test_a_semicolon_a_comma_and_an_and_part_clauses() -> None:
    reading = Reader().read("Ran payroll; hired cooks, kept files and trained staff")

    parts = [[word.lemma for word in reading.words[first:last]] for first, last in reading.clauses]

    assert parts == [["run", "payroll"], ["hire", "cook"], ["keep", "file"], ["train", "staff"]]


def test_a_lexicon_says_a_field_s_words_in_plain_ones_at_the_same_place() -> None:
    text = "Relieved the charge nurse"

    words = Reader([WARD]).read(text).words

    assert [word.lemma for word in words] == ["relieve", "shift", "supervisor"]
    assert {text[word.start : word.end] for word in words[1:]} == {"charge nurse"}


def test_the_longest_member_of_a_class_wins() -> None:
    words = Reader([PEOPLE]).read("Relieved the charge nurse and a nurse").words

    assert [(word.lemma, set(word.classes)) for word in words[1:]] == [("charge nurse", {"boss"}), ("nurse", {"staff"})]


def test_numbers_and_articles_are_passed_over() -> None:
    assert lemmas("Trained the 40 new cooks, 95 %") == ["train", "new", "cook"]


def test_a_text_without_words_reads_as_nothing() -> None:
    assert Reader().read("40 % … —").words == ()
