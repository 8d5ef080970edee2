"""What came back is told against what was sent."""

from __future__ import annotations

import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.readback.reply import Reply, compare
from resumekit.readback.returned import Returned, ReturnedComment, ReturnedParagraph
from resumekit.readback.sent import Sent, SentComment, SentParagraph, on_one_line, same_words

TEXTS = ("Led a team of nine", "Cut waste by 40%", "Wrote the guide", "Wrote the guide")
SENT = Sent(tuple(SentParagraph("li", (f"f{n}",), text) for n, text in enumerate(TEXTS)), ())


def back(*paragraphs: tuple[str, int | None], comments: tuple[ReturnedComment, ...] = ()) -> Returned:
    return Returned(
        tuple(ReturnedParagraph(text, () if mark is None else (mark,)) for text, mark in paragraphs), comments
    )


def kinds(replies: tuple[Reply, ...]) -> list[tuple[str, int, str]]:
    return [(one.kind, one.paragraph, one.new) for one in replies]


def unchanged() -> list[tuple[str, int | None]]:
    return [(text, number) for number, text in enumerate(TEXTS)]


def test_white_space_and_list_signs_are_no_change() -> None:
    assert compare(SENT, back(("•\tLed a  team\u00a0of nine ", 0), *unchanged()[1:])) == ()


@given(st.permutations(range(len(TEXTS))))
def test_order_alone_edits_adds_and_deletes_nothing(order: list[int]) -> None:
    assert {one.kind for one in compare(SENT, back(*(unchanged()[number] for number in order)))} <= {"moved"}


@given(st.lists(st.tuples(st.text(max_size=30), st.none() | st.integers(-2, 9)), max_size=8))
def test_everything_that_was_sent_is_there_changed_or_deleted(paragraphs: list[tuple[str, int | None]]) -> None:
    returned = back(*paragraphs)

    replies = compare(SENT, returned)

    told = [one.paragraph for one in replies if one.kind in ("edited", "deleted")]
    added = [one for one in replies if one.kind == "added"]
    filled = [one for one in returned.paragraphs if same_words(one.text)]
    assert len(told) == len(set(told))
    assert len(filled) - sum(bool(same_words(one.new)) for one in added) == len(TEXTS) - sum(
        one.kind == "deleted" for one in replies
    )


def test_a_paragraph_parted_in_two_is_one_changed_and_one_new() -> None:
    returned = back(("Led a team", 0), ("of nine people", None), *unchanged()[1:])

    assert kinds(compare(SENT, returned)) == [("edited", 0, "Led a team"), ("added", 0, "of nine people")]


def test_a_new_paragraph_that_took_the_mark_of_the_one_below_it_is_new() -> None:
    returned = back(("Won a prize", 0), (TEXTS[0], None), *unchanged()[1:])

    assert kinds(compare(SENT, returned)) == [("added", -1, "Won a prize")]


def test_two_paragraphs_put_together_are_one_changed_and_one_deleted() -> None:
    joined = Returned(
        (ReturnedParagraph("Led a team of nine and cut waste", (0, 1)), *back(*unchanged()[2:]).paragraphs), ()
    )

    assert kinds(compare(SENT, joined)) == [("edited", 0, "Led a team of nine and cut waste"), ("deleted", 1, "")]


def test_without_marks_likeness_finds_what_was_edited() -> None:
    returned = back(("Led a team of twelve", None), *((text, None) for text in TEXTS[1:]))

    assert kinds(compare(SENT, returned)) == [("edited", 0, "Led a team of twelve")]


def test_a_question_asked_in_two_places_is_answered_in_its_own() -> None:
    asked = tuple(SentComment(number, "guide", "Why?") for number in (2, 3))
    comments = (
        ReturnedComment("Why?", "Nadia", "guide", 3),
        ReturnedComment("Why?", "Nadia", "guide", 2),
        ReturnedComment("For safety", "Amina", "guide", 3, parent=0),
    )

    replies = compare(Sent(SENT.paragraphs, asked), back(*unchanged(), comments=comments))

    assert [(one.kind, one.paragraph, one.new, one.by) for one in replies] == [("answer", 3, "For safety", "Amina")]


def test_threads_that_run_in_a_ring_end() -> None:
    ring = (ReturnedComment("a", parent=1), ReturnedComment("b", parent=0), ReturnedComment("c", parent=77))

    assert [one.kind for one in compare(SENT, back(*unchanged(), comments=ring))] == ["comment"] * 3


def test_the_list_of_what_was_sent_comes_back_as_it_went() -> None:
    sent = Sent(
        SENT.paragraphs, (SentComment(1, "40%", "of what?\nsince when?", "ACH002"),), "Amina Haddad", "targets/hr"
    )

    assert Sent.unpacked(sent.packed()) == sent
    assert sent.packed().isascii()


@given(st.text(max_size=200) | st.binary(max_size=60).map(lambda junk: junk.hex()))
def test_a_list_that_was_tampered_with_is_refused_in_one_way(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Sent.unpacked(text)


@pytest.mark.parametrize(
    "data",
    [
        "[]",
        '{"version": 2}',
        '{"version": 1}',
        '{"version": 1, "person": "", "target": "", "paragraphs": [], "comments": [[0, "", "", ""]]}',
        '{"version": 1, "person": "", "target": "", "paragraphs": [], "comments": [[Infinity, "", "", ""]]}',
        '{"version": 1, "person": 1, "target": "", "paragraphs": [], "comments": []}',
        '{"version": 1, "person": "", "target": "", "paragraphs": [["li", 5, "a"]], "comments": []}',
        "[" * 5_000,
    ],
)
def test_a_list_of_another_shape_is_refused_in_one_way(data: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Sent.unpacked(base64.b64encode(zlib.compress(data.encode())).decode())


def test_a_list_that_unpacks_without_end_is_refused() -> None:
    bomb = base64.b64encode(zlib.compress(b"[" * 20_000_000)).decode()

    with pytest.raises(ValueError, match="not whole"):
        Sent.unpacked(bomb)


def test_foreign_words_are_on_one_line_and_steer_nothing() -> None:
    assert on_one_line(" a\tb\nc\u009b31m\u202ed\u00a0e ") == "a b c31md\u00a0e"
