"""Read a review copy that came back: its paragraphs as they would stand with every change accepted, and the comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from resumekit.errors import ForeignFileError
from resumekit.readback.docx_package import Package, W
from resumekit.readback.sent import BOOKMARK, PROPERTY

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_MOST = 1_000
_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
_GONE = frozenset({f"{W}del", f"{W}moveFrom"})
_NEW = frozenset({f"{W}ins", f"{W}moveTo"})
_SKIPPED = frozenset({f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delInstrText", f"{_MC}Fallback"})


@dataclass(frozen=True, slots=True)
class ReturnedParagraph:
    """A paragraph with its changes accepted; `marks` are the numbers of the paragraphs that it was when it was sent."""

    text: str
    marks: tuple[int, ...] = ()
    authors: tuple[str, ...] = ()
    """Who changed it while changes were tracked."""


@dataclass(frozen=True, slots=True)
class ReturnedComment:
    """A comment; `parent` is the place of the comment that it replies to, -1 for none; `paragraph` is where it stands."""

    text: str
    author: str = ""
    words: str = ""
    paragraph: int = -1
    parent: int = -1
    done: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """A review copy that came back; `sent` is the list that it carries, "" where a program has taken that out."""

    paragraphs: tuple[ReturnedParagraph, ...]
    comments: tuple[ReturnedComment, ...]
    sent: str = ""

    def as_data(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "paragraphs": [[one.text, list(one.marks), list(one.authors)] for one in self.paragraphs],
            "comments": [
                [one.text, one.author, one.words, one.paragraph, one.parent, one.done] for one in self.comments
            ],
            "sent": self.sent,
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Returned:
        """What `as_data` made."""
        return cls(
            tuple(ReturnedParagraph(text, tuple(marks), tuple(who)) for text, marks, who in data["paragraphs"]),
            tuple(ReturnedComment(*row) for row in data["comments"]),
            data["sent"],
        )


def read_returned_docx(content: bytes) -> Returned:
    """The review copy in these bytes, without any limits but those of its package.

    Raises:
        ForeignFileError: no Word document, damaged, with macros, or with more in it than a review copy has.
    """
    package = Package(content)
    body = package.xml(package.main).find(f"{W}body")
    reader = _Body()
    reader.read(() if body is None else body)
    returned = Returned(tuple(reader.joined()), tuple(_comments(package, reader)), _sent(package))
    if sum(bool(one.text.strip()) for one in returned.paragraphs) + len(returned.comments) > _MOST:
        raise ForeignFileError("", "large", f"it has over {_MOST:,} paragraphs and comments; no review copy does")
    return returned


@dataclass(slots=True)
class _Paragraph:
    text: list[str] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    runs_on: bool = False
    """Its end was taken out, so that the next paragraph goes on in it."""


class _Body:
    """The paragraphs as they are met, and what each comment is about."""

    def __init__(self) -> None:
        self.paragraphs: list[_Paragraph] = []
        self.words: dict[str, list[str]] = {}
        self.places: dict[str, int] = {}
        self._open: set[str] = set()
        self._waiting: list[int] = []

    def read(self, parent: Iterable[Element]) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}bookmarkStart":
                self._waiting += _mark(child)
            elif child.tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd"):
                self._range(child, len(self.paragraphs))
            elif child.tag not in _SKIPPED and child.tag not in _GONE:
                self.read(child)

    def joined(self) -> Iterator[ReturnedParagraph]:
        """The paragraphs with the changes accepted; one that runs on leaves an empty one, so that places stay."""
        waiting = _Paragraph()
        for paragraph in self.paragraphs:
            text, marks = waiting.text + paragraph.text, waiting.marks + paragraph.marks
            authors = waiting.authors + paragraph.authors
            if paragraph.runs_on and "".join(text).strip():
                waiting = _Paragraph(text, marks, authors)
                yield ReturnedParagraph("")
                continue
            waiting = _Paragraph()
            yield ReturnedParagraph("".join(text), tuple(dict.fromkeys(marks)), tuple(dict.fromkeys(authors)))

    def _paragraph(self, element: Element) -> None:
        mark = element.find(f"{W}pPr/{W}rPr")
        runs_on = mark is not None and any(mark.find(tag) is not None for tag in _GONE)
        at = len(self.paragraphs)
        paragraph = _Paragraph(marks=self._waiting, runs_on=runs_on)
        self._waiting = []
        self.paragraphs.append(paragraph)
        self._words(element, paragraph, at, gone=False)

    def _words(self, parent: Element, paragraph: _Paragraph, at: int, *, gone: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED:
                continue
            if tag == f"{W}t" or tag in _MARKS:
                self._say(child.text or "" if tag == f"{W}t" else _MARKS[tag], paragraph, gone=gone)
            elif tag == f"{W}bookmarkStart":
                paragraph.marks += _mark(child)
            elif tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd"):
                self._range(child, at)
            elif tag == f"{W}commentReference":
                self.places.setdefault(child.get(f"{W}id", ""), at)
            elif tag == f"{W}txbxContent":
                self.read(child)
            else:
                if tag in _GONE or tag in _NEW:
                    paragraph.authors.append(child.get(f"{W}author", ""))
                self._words(child, paragraph, at, gone=gone or tag in _GONE)

    def _say(self, text: str, paragraph: _Paragraph, *, gone: bool) -> None:
        if gone:
            return
        paragraph.text.append(text)
        for name in self._open:
            self.words.setdefault(name, []).append(text)

    def _range(self, element: Element, at: int) -> None:
        name = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            self._open.add(name)
            self.places[name] = at
        else:
            self._open.discard(name)


def _mark(element: Element) -> list[int]:
    name = element.get(f"{W}name", "")
    number = name.removeprefix(BOOKMARK)
    return [int(number)] if name.startswith(BOOKMARK) and number.isascii() and number.isdigit() else []


def _comments(package: Package, body: _Body) -> Iterator[ReturnedComment]:
    part = _part_of(package, package.main, "comments")
    rows = [] if part is None else list(part.iter(f"{W}comment"))
    places: dict[str, int] = {}
    for index, row in enumerate(rows):
        for paragraph in row.iter(f"{W}p"):
            places[paragraph.get(f"{_W14}paraId", "")] = index
    threads = _threads(package)
    for row in rows:
        ids = [paragraph.get(f"{_W14}paraId", "") for paragraph in row.iter(f"{W}p")]
        parent, done = next((threads[name] for name in reversed(ids) if name in threads), ("", False))
        name = row.get(f"{W}id", "")
        yield ReturnedComment(
            "\n".join(_said(paragraph) for paragraph in row.iter(f"{W}p")).strip(),
            row.get(f"{W}author", ""),
            "".join(body.words.get(name, ())).strip(),
            body.places.get(name, -1),
            places.get(parent, -1) if parent else -1,
            done,
        )


def _said(paragraph: Element) -> str:
    found = _Body()
    found.read([paragraph])
    return "".join("".join(one.text) for one in found.paragraphs)


def _threads(package: Package) -> dict[str, tuple[str, bool]]:
    """By the id of a comment's last paragraph: the id of the paragraph that it replies to, and whether it is settled."""
    part = _part_of(package, package.main, "commentsExtended")
    return {
        row.get(f"{_W15}paraId", ""): (row.get(f"{_W15}paraIdParent", ""), row.get(f"{_W15}done") in ("1", "true"))
        for row in (() if part is None else part.iter(f"{_W15}commentEx"))
    }


def _part_of(package: Package, owner: str, kind: str) -> Element | None:
    targets = [one.target for one in package.relations(owner).values() if one.kind == kind and not one.outside]
    return package.optional(targets[0]) if targets else None


def _sent(package: Package) -> str:
    """The list of what was sent, put together from the file's own properties."""
    part = _part_of(package, "", "custom-properties")
    pieces: dict[int, str] = {}
    for row in () if part is None else part.iter(f"{_PROPERTIES}property"):
        number = row.get("name", "").removeprefix(PROPERTY)
        if row.get("name", "").startswith(PROPERTY) and number.isascii() and number.isdigit():
            pieces[int(number)] = "".join(row.itertext()).strip()
    return "".join(pieces[number] for number in sorted(pieces))
