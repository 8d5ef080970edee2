"""Columns: what is short is not wrapped, what is long shares the rest, and all of it fills the width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from resumekit.markup.flow import Paragraph, Run, Table
from resumekit.render.columns import column_shares


def _table(*rows: tuple[str, ...]) -> Table:
    first, *rest = [tuple(Paragraph("td", (Run(cell),)) for cell in row) for row in rows]
    return Table(first, tuple(rest))


@given(st.lists(st.tuples(st.text(max_size=300), st.text(max_size=20), st.text()), min_size=1, max_size=6))
def test_the_columns_fill_the_width_and_each_has_some_of_it(rows: list[tuple[str, ...]]) -> None:
    shares = column_shares(_table(*rows))

    assert abs(sum(shares) - 1) < 1e-9
    assert min(shares) > 0


def test_a_short_first_column_is_not_wrapped_by_a_long_neighbour() -> None:
    first, second, third = column_shares(_table(("Presentation", "word " * 60, "0.50")))

    assert first * 105 >= len("Presentation")
    assert third * 105 >= len("0.50")
    assert second > 0.7


def test_of_two_long_columns_the_one_that_says_more_is_wider() -> None:
    first, second = column_shares(_table(("word " * 30, "word " * 90)))

    assert 0.25 < first < second
