"""The words of a web page, one block a line, without what is not for reading."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# The parser of the standard library takes minutes over a few hundred thousand unclosed comments before Python 3.13.6;
# this reads each character once, and only words are wanted.
_DROPPED = frozenset("script style nav footer noscript template svg head select button form iframe".split())
_BLOCKS = frozenset(
    "address article aside blockquote body br dd div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre "
    "section table tbody td th thead tr ul".split()
)
_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]*)")
_HEADING = re.compile(r"h[1-6]$")
_QUOTED_MOST = 2_000


def html_text(page: str) -> str:
    """The words of a page in order; points of lists begin with "- ", headings stand apart."""
    lines = _Lines()
    dropped: list[str] = []
    for name, text in _pieces(page):
        bare = name.lstrip("/")
        if bare in _DROPPED:
            _nest(dropped, name)
            lines.close()
        elif dropped:
            continue
        elif not name:
            lines.current.append(html.unescape(text))
        elif bare in _BLOCKS:
            lines.close("- " if name == "li" else "", apart=_HEADING.match(bare) is not None)
    lines.close()
    return "\n".join(lines.whole) + "\n"


@dataclass
class _Lines:
    """The lines so far, and the words of the one that is open."""

    whole: list[str] = field(default_factory=list)
    current: list[str] = field(default_factory=list)

    def close(self, lead: str = "", *, apart: bool = False) -> None:
        """Ends the line; the next begins with `lead`, behind an empty one where it stands apart."""
        said = " ".join("".join(self.current).split())
        if said not in ("", "-"):
            self.whole.append(said)
        if apart and self.whole and self.whole[-1]:
            self.whole.append("")
        self.current = [lead] if lead else []


def _nest(dropped: list[str], name: str) -> None:
    """Keeps the count of what is open and not read; a closing tag ends all that was left open inside."""
    if not name.startswith("/"):
        if len(dropped) < 100:
            dropped.append(name)
    elif name[1:] in dropped:
        while dropped.pop() != name[1:]:
            pass


def _pieces(page: str) -> Iterator[tuple[str, str]]:
    """(tag, "") and ("", text) in order; comments and declarations are left out."""
    lower, place = page.lower(), 0
    while place < len(page):
        start = page.find("<", place)
        if start < 0:
            yield "", page[place:]
            return
        if start > place:
            yield "", page[place:start]
        name = _NAME.match(lower, start + 1)
        if page.startswith("<!--", start):
            place = _past(page, "-->", start + 4)
        elif name:
            place = _tag_end(page, name.end())
            yield lower[start + 1 : name.end()], ""
            if name[0] in ("script", "style"):
                place = max(place, _before(lower, f"</{name[0]}", place))
        elif page.startswith(("<!", "<?"), start):
            place = _past(page, ">", start)
        else:
            yield "", "<"
            place = start + 1


def _past(page: str, end: str, start: int) -> int:
    found = page.find(end, start)
    return len(page) if found < 0 else found + len(end)


def _before(page: str, end: str, start: int) -> int:
    found = page.find(end, start)
    return len(page) if found < 0 else found


def _is_open(page: str, start: int, end: int) -> bool:
    return page.count('"', start, end) % 2 == 1 or page.count("'", start, end) % 2 == 1


def _tag_end(page: str, start: int) -> int:
    """Behind the tag's ">", those inside quotes passed over; a tag that is never closed ends the page."""
    first = _past(page, ">", start)
    end = first
    while _is_open(page, start, end) and end < min(len(page), start + _QUOTED_MOST):
        end = _past(page, ">", end)
    return end if end <= start + _QUOTED_MOST else first
