"""How wide the columns of a table are, for Word, PDF and screen alike."""

from __future__ import annotations

from resumekit.markup.flow import Table

PAD_PT, BELOW_PT, RULE_PT = 4.0, 2.0, 0.5
"""White space beside and below the words of a cell, and the hairlines above and below a row."""
_LINE = 105
"""About as many characters as a line of a table holds."""
_GAP = 3
"""What the white space of a cell takes, in characters."""


def column_shares(table: Table) -> tuple[float, ...]:
    """Each column's share of the width: what its longest cell asks for where there is room, and less for long text.

    Columns that need less than their part get what they need; the others share the rest by how much they have to say.
    Where all are short, as in a table of figures, each gets its part of the whole width.
    """
    columns = list(zip(table.header, *table.rows, strict=True))
    need = [max(len(cell.text) for cell in column) + _GAP for column in columns]
    said = [sum(len(cell.text) for cell in column) + _GAP for column in columns]
    left, open_ = float(_LINE), set(range(len(columns)))
    width = dict.fromkeys(open_, 0.0)
    while small := {place for place in open_ if need[place] <= left / len(open_)}:
        for place in small:
            width[place] = float(need[place])
        left, open_ = left - sum(need[place] for place in small), open_ - small
    for place in open_:
        # Half of it in equal parts, so that no column is too narrow to read.
        width[place] = left / 2 / len(open_) + left / 2 * said[place] / sum(said[other] for other in open_)
    if not open_ and max(need) * 3 > _LINE:
        width[max(width, key=lambda place: need[place])] += max(left, 0.0)
    whole = sum(width.values())
    return tuple(width[place] / whole for place in range(len(columns)))
