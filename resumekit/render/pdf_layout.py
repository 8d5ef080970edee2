"""How full the last page of a laid-out document is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def last_page_use(document: Any) -> tuple[float, int]:
    """The share of the last page's text height in use, 0 to 1, and the lines of text on it."""
    page = document.pages[-1]._page_box  # noqa: SLF001 - the boxes have no public name
    ends = [line.position_y + line.height for line in _lines(page.children[0])]
    if not ends:
        return 0.0, 0
    # Lines beside each other, as a row of a table has them, end at one height and count once.
    return min(1.0, round((max(ends) - page.content_box_y()) / page.height, 4)), len({round(end) for end in ends})


def _lines(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            yield child
        else:
            yield from _lines(child)
