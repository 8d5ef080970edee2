"""Patterns find what a coach means by them, and refuse what could not be found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.errors import ResumekitError
from resumekit.skills.cue import lemmas_of
from resumekit.skills.lexicon import Lexicon
from resumekit.skills.pattern import MAX_ELEMENTS, MAX_GAP, SMALL, match_at, parse_pattern
from resumekit.skills.reader import Reader

PEOPLE = Lexicon(id="people", name="People", classes={"staff": ("cashier", "night crew", "cook")})
READER = Reader([PEOPLE])


def found(pattern: str, text: str) -> str | None:
    """The words of the text that a pattern covers, or None."""
    words = READER.read(text).words
    for place in range(len(words)):
        end = match_at(lemmas_of(pattern), words, place)
        if end is not None:
            return text[words[place].start : words[end - 1].end]
    return None


@pytest.mark.parametrize(
    ("pattern", "text", "covered"),
    [
        ("interview <staff>", "Interviewed some 40 of our cashiers for the new store", "Interviewed some 40 of our cashiers"),
        ("interview <staff>", "Interviewed witnesses", None),
        ("train <staff>", "Trained the night crew", "Trained the night crew"),
        ("hire|recruit _ cook", "Recruited pastry cooks", "Recruited pastry cooks"),
        ("hire|recruit _ cook", "Recruited cooks", None),
        ("walk .. through", "Walked each and every new starter through the till", "Walked each and every new starter through"),
        ("=ran roster", "Ran the roster", "Ran the roster"),
        ("=ran roster", "Running the roster", None),
        ("organise roster", "Organized a roster", "Organized a roster"),
        ("running the rosters", "Ran a roster", "Ran a roster"),
        ("labour relation", "Labor relations with two locals", "Labor relations"),
    ],
)  # fmt: skip
def test_a_pattern_covers_what_it_says(pattern: str, text: str, covered: str | None) -> None:
    assert found(pattern, text) == covered


def test_a_gap_passes_over_three_words_and_no_more() -> None:
    near = "walk " + "green " * MAX_GAP + "through"
    far = "walk " + "green " * (MAX_GAP + 1) + "through"

    assert found("walk .. through", near) == near
    assert found("walk .. through", far) is None


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("the a 40", "no word that can be found"),
        ("_ .. _", "no word that can be found"),
        (".. roster", "begins or ends with a gap"),
        ("roster ..", "begins or ends with a gap"),
        ("<staff>", "only a class of words"),
        ("train.*", "is not a word"),
        ("train|", "is not a word"),
        ("[a-z] roster", "is not a word"),
        (" ".join(["roster"] * (MAX_ELEMENTS + 1)), "words; a cue has"),
    ],
)
def test_what_cannot_be_found_is_refused_with_the_reason(pattern: str, says: str) -> None:
    with pytest.raises(ResumekitError, match=says.replace("*", r"\*")):
        parse_pattern(pattern)


@given(st.text(max_size=60))
def test_any_text_is_a_pattern_or_refused(text: str) -> None:
    try:
        elements = parse_pattern(text)
    except ResumekitError:
        return
    assert elements
    assert not any(word in SMALL for element in elements for word in element.words if element.kind == "lemma")


@given(st.lists(st.sampled_from(["hire", "cook", "..", "_", "<staff>", "night"]), min_size=1, max_size=12))
def test_matching_ends_inside_the_words(parts: list[str]) -> None:
    try:
        elements = lemmas_of(" ".join(parts))
    except ResumekitError:
        return
    words = READER.read("hired a cook and two cashiers, hire night cooks hire hire cook night night crew").words

    ends = [end for place in range(len(words)) if (end := match_at(elements, words, place)) is not None]

    assert all(end <= len(words) for end in ends)
