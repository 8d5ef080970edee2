"""Read any Word document as a machine does: every part that holds words, and what may be lost of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resumekit.errors import ForeignFileError
from resumekit.readback.docx_package import Package, W, damaged
from resumekit.readback.docx_run import Run, runs
from resumekit.readback.docx_style import Look, Styles, is_shaded, numbered, outline, value, whole
from resumekit.readback.foreign import Feature, FeatureKind, Font, ForeignLine, ForeignReading, Where, split_marker
from resumekit.readback.glyphs import glyph_features

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_TINY = 6
_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_EXTRA: dict[str, Where] = {"header": "header", "footer": "footer", "footnotes": "note", "endnotes": "note"}


def read_foreign_docx(content: bytes) -> ForeignReading:
    """The reading of a Word file's bytes.

    Raises:
        ForeignFileError: it is no Word document, locked, damaged, too large, or holds macros or no words.
    """
    package = Package(content)
    root = package.xml(package.main)
    body = root.find(f"{W}body")
    if body is None:
        raise damaged("it has no body")
    relations = package.relations(package.main)
    by_kind = {relation.kind: relation.target for relation in relations.values() if not relation.outside}
    styles = Styles(package.optional(by_kind.get("styles", "")), package.optional(by_kind.get("theme", "")))
    walk = _Walk(styles, {key: relation.target for key, relation in relations.items()}, "body")
    walk.blocks(body)
    walk.columns(body)
    for relation in relations.values():
        where = _EXTRA.get(relation.kind)
        part = package.optional(relation.target) if where and not relation.outside else None
        if part is not None and where:
            inner = _Walk(styles, {key: one.target for key, one in package.relations(relation.target).items()}, where)
            inner.container(part)
            walk.take(inner, where)
    walk.comments(package.optional(by_kind.get("comments", "")))
    return _reading(content, package, walk, by_kind)


def _reading(content: bytes, package: Package, walk: _Walk, by_kind: dict[str, str]) -> ForeignReading:
    lines = tuple(walk.lines)
    if not any(any(c.isalnum() for c in line.text) for line in lines):
        images = any(feature.kind in ("image", "object") for feature in walk.features)
        raise ForeignFileError(
            "",
            "no text",
            "there are only images in it, which no machine reads: type the text in Word"
            if images
            else "there are no words in it",
        )
    package_parts = {relation.kind: relation.target for relation in package.relations("").values()}
    core = package.optional(package_parts.get("core-properties", ""))
    app = package.optional(package_parts.get("extended-properties", ""))
    table = package.optional(by_kind.get("fontTable", ""))
    embedded = {
        row.get(f"{W}name", "")
        for row in (() if table is None else table.iter(f"{W}font"))
        if any(child.tag.startswith(f"{W}embed") for child in row)
    }
    fonts = tuple(Font(name, embedded=True if name in embedded else None) for name in sorted(walk.fonts) if name)
    return ForeignReading(
        "docx",
        lines,
        (*walk.features, *glyph_features(lines)),
        fonts,
        pages=max((line.page for line in lines), default=0),
        size=len(content),
        title=_text(core, f"{_DC}title"),
        author=_text(core, f"{_DC}creator"),
        language=_text(core, f"{_DC}language") or walk.language(package.optional(by_kind.get("styles", ""))),
        maker=next((row.text or "" for row in (() if app is None else app) if row.tag.endswith("}Application")), ""),
    )


def _text(root: Element | None, tag: str) -> str:
    return "" if root is None else (root.findtext(tag) or "").strip()


@dataclass
class _Walk:
    """Goes through one part of the file and gathers lines and features."""

    styles: Styles
    targets: dict[str, str]
    where: Where
    lines: list[ForeignLine] = field(default_factory=list)
    features: list[Feature] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    page: int = 0
    number: int = 0
    sections: list[tuple[int, int]] = field(default_factory=list)

    def container(self, part: Element) -> None:
        """A header, a footer, or the notes of a document; the notes that only part the page are no words."""
        if self.where == "note":
            for note in part:
                self.blocks(note)
        else:
            self.blocks(part)

    def blocks(self, parent: Element) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self.paragraph(child)
            elif child.tag == f"{W}tbl":
                self.table(child)
            elif child.tag in _WRAPPERS:
                self.note_change(child)
                self.blocks(child)
            elif child.tag == f"{W}altChunk":
                self.add("object", detail="another document inside this one, which is not read")

    def table(self, table: Element) -> None:
        rows = list(table.iter(f"{W}tr"))
        first = len(self.lines)
        before, self.where = self.where, "table" if self.where == "body" else self.where
        line = self.number + 1
        for row in rows if self._is_flat(table) else table.findall(f"{W}tr"):
            self.blocks_of_row(row)
        self.where = before
        widest = max((len(row.findall(f"{W}tc")) for row in rows), default=0)
        words = " / ".join(one.text for one in self.lines[first:][:3])
        if words:
            self.add("table", line, words, f"rows: {len(rows)}, columns: {widest}", max(len(rows) * widest, 1))

    @staticmethod
    def _is_flat(table: Element) -> bool:
        """Whether its rows stand in wrappers, with no table inside it."""
        return table.find(f"{W}tr") is None

    def blocks_of_row(self, row: Element) -> None:
        for cell in row.iter(f"{W}tc") if row.find(f"{W}tc") is None else row.findall(f"{W}tc"):
            self.blocks(cell)

    def paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = value(paragraph, "pPr", "pStyle") or self.styles.default
        look = self.styles.look(style)
        if is_shaded(properties):
            look = replace(look, shaded=True)
        self.number += 1
        found = list(runs(paragraph, self.styles, look, self.targets))
        self.page += sum(run.pages for run in found)
        level = value(paragraph, "pPr", "outlineLvl")
        heading = outline(level) if level else look.heading
        listed = numbered(properties) or (look.listed and value(paragraph, "pPr", "numPr", "numId") != "0")
        self.say(found, look, heading, listed)
        self.run_features(found)
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            self.section_end(properties.find(f"{W}sectPr"))

    def say(self, found: list[Run], look: Look, heading: int, listed: bool) -> None:
        """Put the words of a paragraph down, one line for each line break the author made."""
        whole = "".join(run.text for run in found if run.kind == "text")
        shown = [run.look for run in found if run.kind == "text" and run.text.strip()]
        bold = bool(shown) and all(one.bold for one in shown)
        size = max((one.size for one in shown), default=look.size)
        self.fonts.update(one.font for one in shown)
        for index, part in enumerate(whole.split("\n")):
            marker, text = ("•", part.strip()) if listed and index == 0 else split_marker(part.strip())
            if not text:
                continue
            if marker and not listed:
                self.add("typed bullet", text=text, detail=f"'{marker}' typed, not a list of Word's")
            if "    " in text or "\t\t\t" in text:
                self.add("spaces", text=text, detail="aligned with spaces or rows of tabs")
            page = self.page + 1 if self.page else 0
            line = ForeignLine(
                text, page, self.number, size=size, bold=bold, marker=marker, where=self.where, whole=True
            )
            self.lines.append(replace(line, heading=heading, style=look.name))

    def run_features(self, found: list[Run]) -> None:
        hidden: dict[FeatureKind, list[str]] = {}
        for run in found:
            if run.kind == "text" and run.text.strip():
                for kind in _hiding(run.look):
                    hidden.setdefault(kind, []).append(run.text)
            elif run.kind == "box":
                self.text_box(run)
            elif run.kind != "text":
                self.add(run.kind, text=run.text, detail=run.detail)
        for kind, words in hidden.items():
            self.add(kind, text="".join(words).strip())

    def text_box(self, run: Run) -> None:
        if run.element is None:
            return
        before, self.where = self.where, "text box"
        first, line = len(self.lines), self.number
        self.blocks(run.element)
        self.where, self.number = before, line
        words = " / ".join(one.text for one in self.lines[first:][:3])
        if words:
            self.add("text box", line, words, count=len(self.lines) - first)

    def note_change(self, element: Element) -> None:
        if element.tag in (f"{W}ins", f"{W}moveTo"):
            self.add("tracked", text="".join(one.text or "" for one in element.iter(f"{W}t"))[:200], detail="inserted")

    def section_end(self, section: Element | None) -> None:
        columns = None if section is None else section.find(f"{W}cols")
        number = 0 if columns is None else whole(columns.get(f"{W}num", ""))
        self.sections.append((self.number, number))

    def columns(self, body: Element) -> None:
        """Note each section of the body that is set in columns."""
        self.section_end(body.find(f"{W}sectPr"))
        start = 1
        for end, number in self.sections:
            inside = [one for one in self.lines if one.where in ("body", "table") and start <= one.number <= end]
            if number > 1 and inside:
                words = " / ".join(one.text for one in inside[:3])
                self.add("columns", inside[0].number, words, f"{number} columns", number)
            start = end + 1

    def comments(self, root: Element | None) -> None:
        for comment in () if root is None else root.iter(f"{W}comment"):
            words = "".join(one.text or "" for one in comment.iter(f"{W}t"))
            self.add("comment", text=words[:200], detail=comment.get(f"{W}author", ""))

    def take(self, inner: _Walk, where: Where) -> None:
        """Add what another part holds; a header or footer that says the same again is said once."""
        known = {(line.where, line.text) for line in self.lines}
        fresh = [line for line in inner.lines if (line.where, line.text) not in known]
        self.lines += fresh
        self.features += inner.features
        self.fonts |= inner.fonts
        if fresh and where in ("header", "footer"):
            self.add(where, fresh[0].number, " / ".join(line.text for line in fresh[:4]), count=len(fresh), where=where)

    def language(self, styles: Element | None) -> str:
        """The language that the document's defaults name."""
        return "" if styles is None else next((row.get(f"{W}val", "") for row in styles.iter(f"{W}lang")), "")

    def add(
        self,
        kind: FeatureKind,
        line: int = 0,
        text: str = "",
        detail: str = "",
        count: int = 1,
        where: Where | None = None,
    ) -> None:
        page = self.page + 1 if self.page else 0
        self.features.append(Feature(kind, page, line or self.number, text[:300], detail, count, where or self.where))


def _hiding(look: Look) -> Iterator[FeatureKind]:
    if look.hidden:
        yield "hidden"
    elif look.white and not look.shaded:
        yield "white"
    elif 0 < look.size < _TINY:
        yield "tiny"
