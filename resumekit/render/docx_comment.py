"""Comments on a Word document: what a review copy holds beside the document itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from resumekit.readback.sent import BOOKMARK, PROPERTY
from resumekit.render.docx_style import HEADER, NAMESPACE
from resumekit.render.docx_text import text_xml

_PROPERTY_LIMIT = 250
# A user's own properties have this id, and are numbered from 2 (ECMA-376 part 1, 22.3).
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


@dataclass(frozen=True, slots=True)
class Comment:
    """What is asked about the characters of a paragraph from `start` up to `end`, one paragraph of the comment a line.

    `paragraph` counts the flow's paragraphs from 0; the characters are those of `Paragraph.text`.
    """

    paragraph: int
    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What makes a document a review copy.

    `date` is an ISO day, "" for none. `sent` is any text that is to come back with the file, in ASCII.
    """

    comments: tuple[Comment, ...]
    author: str
    date: str = ""
    sent: str = ""

    def marks(self, paragraph: int) -> Mapping[int, str]:
        """The XML that stands before each character of a paragraph where a comment begins or ends."""
        ends: dict[int, str] = defaultdict(str)
        starts: dict[int, str] = defaultdict(str)
        for number, comment in enumerate(self.comments):
            if comment.paragraph == paragraph:
                starts[comment.start] += f'<w:commentRangeStart w:id="{number}"/>'
                ends[comment.end] += (
                    f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
                )
        return {at: ends.get(at, "") + starts.get(at, "") for at in {*starts, *ends}}


def bookmarked(words: str, paragraph: int) -> str:
    """The words of a paragraph inside a bookmark that names it."""
    name = f"{BOOKMARK}{paragraph}"
    return f'<w:bookmarkStart w:id="{paragraph}" w:name="{name}"/>{words}<w:bookmarkEnd w:id="{paragraph}"/>'


def comments_xml(review: Review) -> str:
    """The comments part."""
    author, initials = escape(review.author), escape(_initials(review.author))
    day = f' w:date="{review.date}T00:00:00Z"' if review.date else ""
    rows = (
        f'<w:comment w:id="{number}" w:author="{author}"{day} w:initials="{initials}">{_paragraphs(comment.lines)}'
        "</w:comment>"
        for number, comment in enumerate(review.comments)
    )
    return f'{HEADER}<w:comments xmlns:w="{NAMESPACE}">{"".join(rows)}</w:comments>'


def _paragraphs(lines: Iterable[str]) -> str:
    mark = "<w:r><w:annotationRef/></w:r>"
    return "".join(f"<w:p>{mark if not index else ''}{text_xml(line)}</w:p>" for index, line in enumerate(lines))


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split())[:3].upper()


def properties_xml(review: Review) -> str:
    """The file's own properties: the list of what was sent, in pieces as short as Word keeps them."""
    pieces = [review.sent[at : at + _PROPERTY_LIMIT] for at in range(0, len(review.sent), _PROPERTY_LIMIT)]
    rows = "".join(
        f'<property fmtid="{_FMTID}" pid="{number + 1}" name="{PROPERTY}{number}">'
        f"<vt:lpwstr>{escape(piece)}</vt:lpwstr></property>"
        for number, piece in enumerate(pieces, start=1)
    )
    names = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    return f"{HEADER}<Properties {names}>{rows}</Properties>"
