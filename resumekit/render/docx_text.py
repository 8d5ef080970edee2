"""Words as WordprocessingML runs: escaping, scripts, line breaks, links and character styles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html import escape
from itertools import pairwise
from urllib.parse import quote, urlsplit, urlunsplit

from resumekit.markup.flow import Paragraph, Run

_RTL_RANGES = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_CJK_RANGES = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# A right-to-left stretch takes the spaces, digits and signs between its words with it, never those at its ends.
_SCRIPTS = re.compile(rf"(?P<rtl>[{_RTL_RANGES}](?:[{_RTL_RANGES}\W\d_]*[{_RTL_RANGES}])?)|(?P<cjk>[{_CJK_RANGES}]+)")
_RTL = re.compile(f"[{_RTL_RANGES}]")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_BREAKS = re.compile("(\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\u00ad|\t)")
_MARKS = {"\u00ad": "<w:softHyphen/>", "\t": '<w:t xml:space="preserve"> </w:t>'}
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_NO_MARKS: Mapping[int, str] = {}

StyleOf = Callable[[Run], str]
"""The id of the character style of a run in the paragraph at hand; empty for none."""
LinkOf = Callable[[str], str]
"""The relationship id of an address."""


def is_right_to_left(text: str) -> bool:
    """Whether most letters of `text` are Arabic or Hebrew."""
    letters = sum(1 for character in text if character.isalpha())
    return 2 * sum(1 for character in _RTL.findall(text) if character.isalpha()) > letters > 0


def script_languages(text: str) -> tuple[str, str]:
    """The tags Word wants for East Asian and for right-to-left words, guessed from the script of `text`."""
    east = "ja-JP" if re.search("[\u3040-\u30ff]", text) else "ko-KR" if re.search("[\uac00-\ud7af]", text) else "zh-CN"
    return east, "he-IL" if _HEBREW.search(text) else "ar-SA"


def tabbed(paragraph: Paragraph) -> Iterator[Run | None]:
    """The runs of a paragraph, with None where the tab before its dates stands; no space is left before the tab."""
    runs = list(paragraph.runs)
    at = next((index for index, run in enumerate(runs) if run.style == "dates"), None)
    if at is None:
        yield from runs
        return
    front = runs[:at]
    while front and not (kept := front[-1].text.rstrip()):
        front.pop()
    if front:
        front[-1] = replace(front[-1], text=kept)
    yield from front
    yield None
    yield from runs[at:]


def runs_xml(
    paragraph: Paragraph,
    style_of: StyleOf,
    link_of: LinkOf,
    *,
    apart: bool = False,
    marks: Mapping[int, str] = _NO_MARKS,
) -> str:
    """All runs of a paragraph, neighbours with one address inside one hyperlink; `apart` sets dates on their own line.

    `marks` is XML that stands before single characters of the paragraph's text; runs are parted there.
    """
    tab = "<w:r><w:br/><w:tab/></w:r>" if apart else "<w:r><w:tab/></w:r>"
    parts: list[str] = []
    open_link, at = "", 0
    for run in _parted(tabbed(paragraph), marks):
        address = safe_address(run.link) if run and run.link else ""
        if address != open_link:
            parts.append("</w:hyperlink>" if open_link else "")
            parts.append(f'<w:hyperlink r:id="{link_of(address)}" w:history="1">' if address else "")
            open_link = address
        parts.append(marks.get(at, ""))
        parts.append(tab if run is None else text_xml(run.text, style_of(run)))
        at += 1 if run is None else len(run.text)
    return "".join(parts) + ("</w:hyperlink>" if open_link else "") + marks.get(at, "")


def _parted(runs: Iterator[Run | None], marks: Mapping[int, str]) -> Iterator[Run | None]:
    """The runs, cut where a mark stands inside one; a tab counts as one character."""
    at = 0
    for run in runs:
        if run is None:
            yield run
            at += 1
            continue
        cuts = [0, *sorted(mark - at for mark in marks if 0 < mark - at < len(run.text)), len(run.text)]
        yield from (replace(run, text=run.text[start:end]) for start, end in pairwise(cuts))
        at += len(run.text)


def text_xml(text: str, style: str = "") -> str:
    """Text as one run per script."""
    parts, end = [], 0
    for match in _SCRIPTS.finditer(text):
        parts.append(_run(text[end : match.start()], style, ""))
        parts.append(_run(match[0], style, str(match.lastgroup)))
        end = match.end()
    parts.append(_run(text[end:], style, ""))
    return "".join(parts)


def _run(text: str, style: str, script: str) -> str:
    if not text:
        return ""
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if script == "cjk":
        properties += '<w:rFonts w:hint="eastAsia"/>'
    elif script == "rtl":
        properties += f'<w:rtl/><w:lang w:bidi="{script_languages(text)[1]}"/>'
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = _BREAKS.split(text)
    body = "".join(
        (_MARKS.get(piece, "<w:br/>") if index % 2 else f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>')
        for index, piece in enumerate(pieces)
        if piece
    )
    return f"<w:r>{head}{body}</w:r>"


def safe_address(link: str) -> str:
    """The address as Word's package format takes it, or empty when it is none that may be followed.

    Word calls a whole file damaged for one address with a space or a letter outside ASCII in it.
    """
    try:
        parts = urlsplit(link.strip())
        host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or not (host or parts.path) or (parts.scheme[:4] == "http" and not host):
        return ""
    safe = "%/:?@!$&'()*+,;=-._~"
    path, query, fragment = (quote(part, safe=safe) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme.lower(), quote(host, safe=safe + "[]"), path, query, fragment))
