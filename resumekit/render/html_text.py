"""The words inside a paragraph as HTML: escaped, linked, and broken into lines only where a reader can mend it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from unicodedata import normalize

from resumekit.markup.flow import Run

ONE_LINE = 60
"""Characters that surely stand on one line."""

_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_SPACES = str.maketrans(dict.fromkeys("\t\r\n\v\f\x85\u2028\u2029", " "))
_BOUND = r"[^\s\u200b]+(?:\u00a0+[^\s\u200b]+)+"
_HYPHENED = r"[^\s\u200b]*[^\s\u200b][-/\u2010\u2012-\u2014][^\s\u200b]+"
_BOUND_WORDS = re.compile(_BOUND)
_WHOLE_WORDS = re.compile(f"{_BOUND}|{_HYPHENED}")
# WeasyPrint 70 breaks a line after its first word when the words before an element that may not be broken fit, and
# the space behind them does not. A space in an element of its own is no part of those words.
_BEFORE_WHOLE = re.compile(r' ((?:<[a-z][^<>]*>)*<(?:span|a) class="whole")')
_LONGEST_WORD = 40
_SHORTEST_END, _LONGEST_END = 12, 36


def without_end(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without the space that would stand before the tab."""
    return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())) if runs else runs


def runs_html(runs: Sequence[Run], *, whole: bool = False, keep_end: bool = False) -> str:
    """Runs, neighbours that lead to one address inside one link.

    Args:
        whole: no line is broken at a hyphen, for a reader of the PDF would put "on-time" back together as "ontime".
        keep_end: the last words stay on one line.
    """
    out, last = "", runs[-1] if runs else None
    for link, group in groupby(runs, key=lambda run: run.link):
        if not (link and link.lower().startswith(_SCHEMES)):
            out += "".join(_run(run, whole=whole, keep_end=keep_end and run is last) for run in group)
        elif inner := "".join(_styled(run, _escaped(_plain(run))) for run in group):
            # An element inside a link would make a link of its own in a PDF.
            kept = ' class="whole"' if whole and len(inner) <= _LONGEST_WORD else ""
            out += f'<a{kept} href="{escape(link)}" rel="noopener">{inner}</a>'
    return _BEFORE_WHOLE.sub(r"<span> </span>\1", out)


def _run(run: Run, *, whole: bool, keep_end: bool) -> str:
    plain = _plain(run)
    end = _last_words(plain) if keep_end else ""
    text = _whole_words(plain[: len(plain) - len(end)], _WHOLE_WORDS if whole else _BOUND_WORDS)
    return _styled(run, text + (_kept(end) if end else ""))


def _styled(run: Run, text: str) -> str:
    if not text:
        return ""
    if run.em:
        text = f"<em>{text}</em>"
    if run.strong:
        text = f"<strong>{text}</strong>"
    return f'<span class="{run.style}">{text}</span>' if run.style else text


def _plain(run: Run) -> str:
    """Its words on one line, a letter and its accent as one character, which more fonts have."""
    return normalize("NFC", run.text.translate(_SPACES))


def _last_words(text: str) -> str:
    """What should not stand alone on a last line: two words at least, an open bracket and all that is in it."""
    place = len(text)
    while (place := text.rfind(" ", 0, place)) > 0:
        end = text[place + 1 :]
        if len(end) > _LONGEST_END:
            return ""
        if " " in end and len(end) >= _SHORTEST_END and end.count("(") == end.count(")"):
            return end
    return ""


def _whole_words(text: str, pattern: re.Pattern[str]) -> str:
    """Escaped text in which no line is broken inside a match."""
    out, done = "", 0
    for match in pattern.finditer(text):
        if len(match[0]) <= _LONGEST_WORD:
            out += _escaped(text[done : match.start()]) + _kept(match[0])
            done = match.end()
    return out + _escaped(text[done:])


def _kept(text: str) -> str:
    # A font draws both spaces with one glyph, and a PDF knows one meaning of a glyph: set first, a no-break space
    # would make all spaces of that font no-break spaces to its readers.
    spaced = text.replace("\u00a0", " ")
    return f'<span class="whole">{_escaped(spaced)}</span>'


def _escaped(text: str) -> str:
    return escape(text, quote=False)
