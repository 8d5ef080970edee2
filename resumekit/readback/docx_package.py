"""The parts of a foreign Word file: which are read, how large they may be, and their XML without any entity."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from resumekit.errors import ForeignFileError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1],
}
_MEMBERS = 2_000
_UNPACKED = 200_000_000
_PART = 30_000_000
_DEPTH = 200
_AGAIN = "open it in Word or LibreOffice and save it anew as .docx"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points to; `target` is a part's name, or an address where it is outside."""

    kind: str
    target: str
    outside: bool


class Package:
    """A Word file, opened; parts are unpacked when they are asked for."""

    def __init__(self, content: bytes) -> None:
        """Raises ForeignFileError: no zip, too much in it, locked, or no Word document."""
        self._seen: dict[str, Element] = {}
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise damaged(str(error)) from None
        self._members = self._checked()
        self.main = self._main_part()

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        members = self._archive.infolist()
        if len(members) > _MEMBERS or sum(member.file_size for member in members) > _UNPACKED:
            raise ForeignFileError(
                "",
                "large",
                f"unpacked it has over {_UNPACKED // 1_000_000} MB or {_MEMBERS:,} parts; no resume does",
            )
        if any(member.flag_bits & 1 for member in members):
            raise ForeignFileError("", "encrypted", "parts of it are locked with a password; save a copy without one")
        return {member.filename.lstrip("/"): member for member in members}

    def _main_part(self) -> str:
        names = self._members
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise _macros()
        if "[Content_Types].xml" not in names:
            raise ForeignFileError("", "type", f"it is a zip file but no Word document; {_what(names)}")
        for row in self.xml("[Content_Types].xml").iter(f"{_TYPES}Override"):
            if "macroEnabled" in row.get("ContentType", ""):
                raise _macros()
        for relation in self.relations("").values():
            if relation.kind == "officeDocument":
                if not relation.target.startswith("word/") and any(name.startswith(("xl/", "ppt/")) for name in names):
                    raise ForeignFileError("", "type", f"it is no Word document; {_what(names)}")
                return relation.target
        raise damaged("it does not say which part is the document")

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def xml(self, name: str) -> Element:
        """A part's root element.

        Raises:
            ForeignFileError: it is missing, too large, damaged, or has a document type declaration.
        """
        if name not in self._seen:
            self._seen[name] = _parsed(name, self._bytes(name))
        return self._seen[name]

    def optional(self, name: str) -> Element | None:
        """A part's root element, None where there is no such part or it is damaged: the words don't hang on it."""
        try:
            return self.xml(name) if name in self._members else None
        except ForeignFileError:
            return None

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part points to, by id; {} when it points to nothing. "" is the package itself."""
        folder = dirname(part)
        root = self.optional(join(folder, "_rels", f"{part.rpartition('/')[2]}.rels"))
        out: dict[str, Relation] = {}
        for row in () if root is None else root.iter(f"{_RELS}Relationship"):
            outside = row.get("TargetMode") == "External"
            target = row.get("Target", "")
            if not outside:
                target = normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))
            out[row.get("Id", "")] = Relation(row.get("Type", "").rpartition("/")[2], target, outside)
        return out

    def _bytes(self, name: str) -> bytes:
        member = self._members.get(name)
        if member is None:
            raise damaged(f"its part {name} is missing")
        if member.file_size > _PART:
            raise ForeignFileError("", "large", f"its part {name} is larger than {_PART // 1_000_000} MB; no resume is")
        try:
            return self._archive.read(member)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            NotImplementedError,
            RuntimeError,
            OSError,
            EOFError,
        ) as error:
            raise damaged(f"{name}: {error}") from None


def damaged(what: str) -> ForeignFileError:
    """The error for a Word file that is broken."""
    return ForeignFileError("", "damaged", f"the file is damaged ({what}); {_AGAIN}")


def _macros() -> ForeignFileError:
    return ForeignFileError(
        "",
        "macros",
        "the document holds macros, which job sites refuse; save it in Word as 'Word Document (.docx)', without macros",
    )


def _what(names: dict[str, zipfile.ZipInfo]) -> str:
    if "mimetype" in names or "content.xml" in names:
        return "it looks like an OpenDocument file (.odt): save it as .docx"
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return "it looks like a spreadsheet or a presentation: save its text as .docx"
    if any(name.startswith("Index/") for name in names):
        return "it looks like a Pages file: export it as Word or PDF"
    return "save the resume as .docx or export it as PDF"


def _parsed(name: str, content: bytes) -> Element:
    from xml.etree import ElementTree as ET

    class Builder(ET.TreeBuilder):
        depth = 0

        def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
            raise ValueError("it has a document type declaration, which no Word file has")

        def start(self, tag: str, attrs: dict[str, str]) -> Element:
            self.depth += 1
            if self.depth > _DEPTH:
                raise ValueError(f"it is nested more than {_DEPTH} deep")
            return super().start(_transitional(tag), {_transitional(key): value for key, value in attrs.items()})

        def end(self, tag: str) -> Element:
            self.depth -= 1
            return super().end(_transitional(tag))

    parser = ET.XMLParser(target=Builder())  # noqa: S314 - entities need a document type declaration, refused above
    try:
        parser.feed(content)
        root: Element = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:
        raise damaged(f"{name}: {error}") from None
    return root


def _transitional(tag: str) -> str:
    """A name in the namespaces of Word's ordinary files, where the file is of the strict kind."""
    space, _, local = tag.rpartition("}")
    known = _STRICT.get(space[1:])
    return f"{{{known}}}{local}" if known else tag
