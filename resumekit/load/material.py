"""Material: the bytes of a file to import, of an archive or of a folder, under limits."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from resumekit.errors import ClientFileError, Problem
from resumekit.load.shown import shown
from resumekit.load.source import Source, decode
from resumekit.readback.foreign import ForeignReading

Form = Literal["folder", "zip", "pdf", "office", "text", "binary"]
_FILE_LIMIT = 20_000_000
_LARGE = f"the file is larger than {_FILE_LIMIT // 1_000_000} MB; a resume has less than 1 MB: take out its images"
_PART_LIMIT = 5_000_000
_PARTS = 5_000
# What zipfile raises on archives that are cut or forged.
_DAMAGES = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, ValueError, OSError, RuntimeError, OverflowError,
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAMED = (
    (b"{\\rtf", "rich text (.rtf)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)
_PAGE = (b"<!doctype html", b"<html")


@dataclass(frozen=True)
class Material:
    """A file or folder to import.

    `content` is empty for a folder. Of an archive that is too large to be a document it is the beginning (`is_large`):
    LinkedIn's complete one holds pictures and messages, and nothing of it is read but the small tables.
    """

    path: Path
    content: bytes = b""
    is_large: bool = False

    @cached_property
    def form(self) -> Form:
        """What it is by its first bytes, whatever its name says."""
        if self.path.is_dir():
            return "folder"
        if self.content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return "zip"
        if b"%PDF-" in self.content[:1024]:
            return "pdf"
        if self.content.startswith(_OLE):
            return "office"
        return "binary" if self.other else "text"

    @property
    def other(self) -> str:
        """The name of a kind of file that is not read here; "" for others."""
        if self.content[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_PAGE):
            return "a web page"
        return next((name for sign, name in _NAMED if self.content.startswith(sign)), "")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of an archive's or a folder's files; none for other files."""
        if self.form == "folder":
            return tuple(sorted(str(p.relative_to(self.path)) for p in self.path.glob("*") if p.is_file())[:_PARTS])
        if self.form != "zip":
            return ()
        return tuple(dict.fromkeys(info.filename for info in self._infos if not info.is_dir()))

    def part(self, name: str) -> bytes:
        """The bytes of one of `names`.

        Raises:
            ClientFileError: it is too large, damaged, encrypted or a zip bomb.
        """
        where = f"{self.path}/{shown(name)}"
        try:
            if self.form == "folder":
                with (self.path / name).open("rb") as file:
                    return _bounded(file.read(_PART_LIMIT + 1), where)
            info = next(one for one in self._infos if one.filename == name)
            if info.flag_bits & 1:
                raise refused(where, "it is locked with a password; unpack it, and name the folder")
            if info.file_size > _PART_LIMIT:
                raise refused(where, _too_large(info.file_size))
            with self._archive() as archive, archive.open(info) as part:
                return _bounded(part.read(_PART_LIMIT + 1), where)
        except _DAMAGES as error:
            raise refused(where, f"it is damaged ({error}); ask for the archive again") from None

    def _archive(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(self.path if self.is_large else io.BytesIO(self.content))
        except _DAMAGES as error:
            raise refused(str(self.path), f"the archive is damaged ({error}); save it, or ask for it, again") from None

    @cached_property
    def _infos(self) -> list[zipfile.ZipInfo]:
        with self._archive() as archive:
            found = archive.infolist()
        if len(found) > _PARTS:
            raise refused(str(self.path), f"the archive has {len(found):,} files; {_PARTS:,} are read at most")
        return found

    @cached_property
    def reading(self) -> ForeignReading:
        """What a machine reads in a Word document or PDF, in a child process under limits.

        Raises:
            ForeignFileError: it cannot be read.
        """
        from resumekit.readback.sandbox import read_foreign_bytes

        if self.is_large:
            raise refused(str(self.path), _LARGE)
        return read_foreign_bytes(self.content, "pdf" if self.form == "pdf" else "docx", self.path)

    @cached_property
    def source(self) -> Source:
        """Its text.

        Raises:
            ClientFileError: it is no text in UTF-8 or UTF-16.
        """
        return decode(self.content, str(self.path))


def read_material(path: Path) -> Material:
    """The bytes of a file, or a folder as it is.

    Raises:
        ClientFileError: it is missing, no file, empty or too large.
    """
    name = str(path)
    try:
        if path.is_dir():
            return Material(path)
        if not path.exists():
            raise refused(name, "there is no such file")
        if not path.is_file():
            raise refused(name, "this is a device or a pipe, not a file")
        with path.open("rb") as file:
            content = file.read(_FILE_LIMIT + 1)
    except OSError as error:
        raise refused(name, f"the file cannot be read: {error.strerror or error}") from None
    if not content.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise refused(name, "the file is empty")
    is_large = len(content) > _FILE_LIMIT
    if is_large and not content.startswith(b"PK"):
        raise refused(name, _LARGE)
    return Material(path, content[:1024] if is_large else content, is_large)


def refused(name: str, message: str) -> ClientFileError:
    """The error of a file that cannot be imported."""
    return ClientFileError([Problem(message, name)])


def _bounded(content: bytes, where: str) -> bytes:
    if len(content) > _PART_LIMIT:
        raise refused(where, _too_large(len(content)))
    return content


def _too_large(size: int) -> str:
    return f"it unpacks to {size:,} bytes; {_PART_LIMIT // 1_000_000} million are read at most"
