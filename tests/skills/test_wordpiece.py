"""WordPiece reads as the model was taught: longest pieces first, lower case, no accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumekit.skills.wordpiece import MOST_PIECES, pieces, vocabulary


def spelled(text: str) -> str:
    names = {number: piece for piece, number in vocabulary().items()}
    return " ".join(names[number] for number in pieces(text))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", "[CLS] [SEP]"),
        ("Ran the roster", "[CLS] ran the roster [SEP]"),
        ("unionized electrophoresis", "[CLS] union ##ized electro ##ph ##ores ##is [SEP]"),
        ("Montréal's Café", "[CLS] montreal ' s cafe [SEP]"),
        ("C# (50%)", "[CLS] c # ( 50 % ) [SEP]"),
        ("a\u200bb\x00\ufffd", "[CLS] ab [SEP]"),
        ("人力", "[CLS] 人 力 [SEP]"),
        ("\U0001f600", "[CLS] [UNK] [SEP]"),
        ("z" * 101, "[CLS] [UNK] [SEP]"),
    ],
)
def test_a_text_is_read_as_these_pieces(text: str, read: str) -> None:
    assert spelled(text) == read


@given(st.text(max_size=400))
def test_any_text_is_read_and_none_is_too_long(text: str) -> None:
    found = pieces(text)

    assert 2 <= len(found) <= MOST_PIECES
    assert all(0 <= number < len(vocabulary()) for number in found)


def test_the_vocabulary_is_whole() -> None:
    known = vocabulary()

    assert len(known) == 30_522
    assert [known[piece] for piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")] == [0, 100, 101, 102]
