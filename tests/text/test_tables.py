"""A user's tables: what cannot be read is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from resumekit.errors import ResumekitError
from resumekit.text.tables import read_table


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[career\nmedian = 3\n", "own.toml:1:8: Expected"),
        (b"[career.search.row.lateral]\nmedian = ten\n", "own.toml:2:10: Invalid value"),
        ("[career]\n# Société\n".encode("latin-1"), "own.toml:2: a character here is not UTF-8"),
        (b'name = "x', "own.toml: Unterminated string (at end of document)"),
    ],
)
def test_a_table_that_cannot_be_read_says_where(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(content)

    with pytest.raises(ResumekitError) as raised:
        read_table(path)

    assert said in str(raised.value)


def test_a_byte_order_mark_is_no_part_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[career.move]\nstrategic = 60\n", encoding="utf-8-sig")

    assert read_table(path) == {"career": {"move": {"strategic": 60}}}
