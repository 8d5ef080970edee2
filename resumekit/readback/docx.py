"""Read a Word document back as an applicant tracking system does: its words, in the order of the file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resumekit.errors import ReadBackError
from resumekit.readback.reading import Reading

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PART_LIMIT = 64_000_000
_MARKS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
# Deleted words, a field's instructions and what floats in a text box are not read as part of the body.
_SKIPPED = frozenset({f"{_W}del", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", f"{_W}drawing", f"{_W}pict"})
_BULLET = "• "


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style tells a machine."""

    heading: bool = False
    listed: bool = False


def read_docx(content: bytes) -> Reading:
    """The words of the body: one paragraph a line, a bullet before each point, the cells of a table's row by tabs.

    Page headers and footers are left out, as most systems leave them out.

    Raises:
        ReadBackError: the bytes are no Word document, or have a document type declaration, or a part over 64 MB.
    """
    from xml.etree.ElementTree import ParseError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = _part(archive, "word/document.xml").find(f"{_W}body")
            styles = _styles(_part(archive, "word/styles.xml"))
            core = _part(archive, "docProps/core.xml")
    except (KeyError, ValueError, ParseError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise ReadBackError("docx", [f"the file cannot be read as a Word document: {error}"]) from None
    lines: list[str] = []
    headings: list[str] = []
    for text, style in _blocks(() if body is None else body, styles):
        lines.append(text)
        if style.heading:
            headings.append(text.split("\t")[0].strip())
    return Reading.of(
        "\n".join(lines),
        title=core.findtext(f"{_DC}title") or "",
        author=core.findtext(f"{_DC}creator") or "",
        language=core.findtext(f"{_DC}language") or "",
        headings=tuple(headings),
    )


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    from xml.etree import ElementTree as ET

    class Builder(ET.TreeBuilder):
        def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
            raise ValueError("it has a document type declaration")

    if archive.getinfo(name).file_size > _PART_LIMIT:
        raise ValueError(f"{name} is larger than {_PART_LIMIT // 1_000_000} MB")
    parser = ET.XMLParser(target=Builder())  # noqa: S314 - entities need a document type declaration, refused above
    parser.feed(archive.read(name))
    root: Element = parser.close()
    return root


def _styles(root: Element) -> dict[str, _Style]:
    """What each paragraph style says, with what it takes over from the style it is based on."""
    rows = {row.get(f"{_W}styleId", ""): row for row in root.iter(f"{_W}style")}
    return {name: _resolve(name, rows, frozenset()) for name in rows}


def _resolve(name: str, rows: dict[str, Element], seen: frozenset[str]) -> _Style:
    row = rows.get(name)
    if row is None or name in seen:
        return _Style()
    based = _resolve(_value(row, "basedOn"), rows, seen | {name})
    level = _value(row, "pPr", "outlineLvl")
    heading = level.isdigit() and int(level) < 9 if level else based.heading
    return _Style(
        heading or _value(row, "name").lower().startswith("heading "),
        row.find(f"{_W}pPr/{_W}numPr") is not None or based.listed,
    )


def _value(element: Element, *path: str) -> str:
    found = element.find("/".join(f"{_W}{name}" for name in path))
    return "" if found is None else found.get(f"{_W}val", "")


def _blocks(parent: Iterable[Element], styles: dict[str, _Style]) -> Iterator[tuple[str, _Style]]:
    for child in parent:
        if child.tag == f"{_W}p":
            style = styles.get(_value(child, "pPr", "pStyle"), _Style())
            listed = style.listed or child.find(f"{_W}pPr/{_W}numPr") is not None
            text = "".join(_words(child))
            yield (f"{_BULLET}{text}" if listed and text else text), style
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                cells = ("\n".join(text for text, _ in _blocks(cell, styles)) for cell in row.findall(f"{_W}tc"))
                yield "\t".join(cells), _Style()
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
            yield from _blocks(child, styles)


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _SKIPPED:
            yield from _words(child)
