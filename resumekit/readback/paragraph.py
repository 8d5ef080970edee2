"""Lines of a PDF or plain text joined to the paragraphs they were broken from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from resumekit.readback.foreign import BULLET_SIGNS, ForeignLine

_ENDS_DATED = re.compile(r"(?:\b(?:19|20)\d{2}|[Pp]resent|[Pp]résent|[Cc]urrent|[Nn]ow)\s*(?:\(.{1,30}\))?$")
_EDGE = 3.0
_TOLERANCE = 1.0
_ROW = 12.0
_BESIDE = 20
"""So many lines at a height are looked at."""
_NARROW = 50
"""Plain text whose longest line has fewer characters was broken by its writer, not by a margin."""


def paragraphs(lines: Sequence[ForeignLine]) -> tuple[ForeignLine, ...]:
    """The paragraphs of these lines, each at the place and with the look of its first line.

    A line is taken for the rest of the one before when it hangs under a bullet, or when its first word would not have
    fitted there. Whole paragraphs, as a DOCX has, stay as they are.
    """
    out: list[ForeignLine] = []
    limits, pitches = _limits(lines), _pitches(lines)
    last: ForeignLine | None = None
    for line in _with_bullets(lines):
        if last is not None and out and _continues(out[-1], last, line, limits, pitches):
            out[-1] = replace(out[-1], text=_joined(out[-1].text, line.text), right=max(out[-1].right, line.right))
        else:
            out.append(line)
        last = line
    return tuple(out)


def _with_bullets(lines: Sequence[ForeignLine]) -> list[ForeignLine]:
    """The lines, a bullet that a reader gives alone put before the words at its height."""
    lines = _with_strays(lines)
    out: list[ForeignLine] = []
    sign: ForeignLine | None = None
    for line in lines:
        if not line.marker and len(line.text) == 1 and line.text in BULLET_SIGNS:
            sign = line
        elif (
            sign is not None
            and not line.marker
            and sign.page == line.page
            and abs(sign.y - line.y) <= max(line.size, 1)
        ):
            out.append(replace(line, marker=sign.text, x=sign.x))
            sign = None
        else:
            out.append(line)
            sign = None
    return out


def _is_sign(line: ForeignLine) -> bool:
    return not line.marker and len(line.text) == 1 and line.text in BULLET_SIGNS


def _with_strays(lines: Sequence[ForeignLine]) -> Sequence[ForeignLine]:
    """The lines, the bullets at the end of a page's or column's words put where they stand: some programs draw the
    signs of a whole list, or of a page, after its words.
    """
    strays = [line for line, after in pairwise((*lines, None)) if line and _is_sign(line) and _ends_run(line, after)]
    if not strays:
        return lines
    rows: dict[tuple[int, int], list[ForeignLine]] = {}
    for line in lines:
        if line.size and not line.marker and not _is_sign(line):
            rows.setdefault((line.page, round(line.y / _ROW)), []).append(line)
    signs: dict[int, ForeignLine] = {}
    for sign in strays:
        row = round(sign.y / _ROW)
        near = [line for step in (-1, 0, 1) for line in rows.get((sign.page, row + step), ())[:_BESIDE]]
        beside = [line for line in near if line.x > sign.x and abs(line.y - sign.y) <= line.size / 2]
        if beside:
            signs[id(min(beside, key=lambda line: (abs(line.y - sign.y), line.x)))] = sign
    placed = {id(sign) for sign in signs.values()}
    return [
        replace(line, marker=signs[id(line)].text, x=signs[id(line)].x) if id(line) in signs else line
        for line in lines
        if id(line) not in placed
    ]


def _ends_run(sign: ForeignLine, after: ForeignLine | None) -> bool:
    """Whether no words at its height follow a bullet."""
    return after is None or _is_sign(after) or sign.page != after.page or abs(sign.y - after.y) > max(after.size, 1)


def _limits(lines: Sequence[ForeignLine]) -> dict[tuple[int, int], float]:
    """How far right lines reach, by page and column."""
    out: dict[tuple[int, int], float] = {}
    for line in lines:
        if "\t" not in line.text:
            key = (line.page, line.column)
            out[key] = max(out.get(key, 0), line.right)
    return out


def _pitches(lines: Sequence[ForeignLine]) -> dict[float, float]:
    """The distance of lines inside a paragraph, by size of type: the least that comes again and again."""
    gaps: dict[float, Counter[float]] = {}
    for before, line in pairwise(lines):
        gap = round(before.y - line.y, 1)
        if (
            line.size
            and before.page == line.page
            and before.size == line.size
            and 0.9 * line.size < gap < 2.2 * max(line.size, 1)
        ):
            gaps.setdefault(line.size, Counter())[gap] += 1
    out = {}
    for size, counted in gaps.items():
        often = [gap for gap, times in counted.items() if times * 12 >= counted.total()]
        out[size] = min(often or counted)
    return out


def _continues(
    paragraph: ForeignLine,
    last: ForeignLine,
    line: ForeignLine,
    limits: dict[tuple[int, int], float],
    pitches: dict[float, float],
) -> bool:
    if line.whole or last.whole or line.marker or line.where != last.where or line.column != last.column:
        return False
    if abs(line.size - last.size) > 0.6 or line.bold != last.bold or "\t" in last.text:
        return False
    if _ENDS_DATED.search(last.text) and not line.text[:1].islower():
        return False
    if paragraph.marker and line.x > paragraph.x + (_EDGE if line.size else 0):
        return _is_next(last, line, 1.9 * max(line.size, 1))
    beside = paragraph.x if last is paragraph or last.x == paragraph.x else last.x
    fits = abs(line.x - beside) <= _EDGE and _was_full(last, line, limits.get((last.page, last.column), 0))
    # In plain text a line is 1 high, and an empty one parts two paragraphs.
    return fits and _is_next(
        last, line, pitches.get(line.size, 1.5 * max(line.size, 1)) + (_TOLERANCE if line.size else 0)
    )


def _is_next(last: ForeignLine, line: ForeignLine, most: float) -> bool:
    """Whether a line stands under another by `most` at most, or goes on at the head of the next page."""
    if line.page != last.page:
        return line.page == last.page + 1 and line.text[:1].islower()
    return 0 < last.y - line.y <= most


def _was_full(last: ForeignLine, line: ForeignLine, limit: float) -> bool:
    """Whether the first word of a line would not have fitted at the end of the one before."""
    if not line.size and limit < _NARROW:
        return False
    letter = (last.right - last.x) / max(len(last.text), 1)
    word = line.text.split(" ", 1)[0]
    return last.right + letter * (len(word) + 1) * 1.05 > limit - letter


def _joined(text: str, rest: str) -> str:
    """Two lines as one; after a hyphen or a dash between words no space is put."""
    if text.endswith("\u00ad"):
        return text[:-1] + rest
    if re.search(r"\w[-‐/]$", text):
        return text + rest
    return f"{text} {rest}"
