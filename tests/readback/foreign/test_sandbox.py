"""Files that nobody should trust: each ends in a clear error, soon, and nothing of it is run or fetched."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from resumekit.errors import ForeignFileError
from resumekit.readback.foreign import ForeignReading
from resumekit.readback.sandbox import read_foreign
from tests.readback.foreign.files import document_xml, file, plain_docx, plain_pdf, repacked

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"word/media/{number}.xml", bytes(80_000_000))
    return out.getvalue()


def large_part() -> bytes:
    return document_xml(lambda part: part.replace(b"</w:body>", b" " * 40_000_000 + b"</w:body>"))


def book() -> bytes:
    words = b"<w:p><w:r><w:t>" + b"waste " * 60_000 + b"</w:t></w:r></w:p></w:body>"
    return document_xml(lambda part: part.replace(b"</w:body>", words, 1))


def with_macros() -> bytes:
    return repacked(plain_docx(), lambda _, part: part, {"word/vbaProject.bin": b"Sub AutoOpen()"})


def macro_type() -> bytes:
    old, new = (
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        (b"application/vnd.ms-word.document.macroEnabled.main+xml"),
    )
    return repacked(plain_docx(), lambda _, part: part.replace(old, new))


def entity() -> bytes:
    doctype = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname"> <!ENTITY y "yyyyyyyyyy">]>'
    return document_xml(lambda part: part.replace(b"<w:document", doctype + b"<w:document", 1))


def spreadsheet() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return out.getvalue()


def deep() -> bytes:
    tables = 3000
    return document_xml(
        lambda part: part.replace(b"<w:body>", b"<w:body>" + b"<w:tbl>" * tables + b"</w:tbl>" * tables, 1)
    )


CASES = {
    "empty": ("a.docx", lambda: b"", "empty", "save it again"),
    "large": ("a.pdf", lambda: b"%PDF-1.7" + bytes(21_000_000), "large", "1 MB"),
    "bomb": ("a.docx", bomb, "large", "unpacked"),
    "large part": ("a.docx", large_part, "large", "word/document.xml"),
    "book": ("a.docx", book, "large", "300,000"),
    "deep": ("a.docx", deep, "damaged", "nested"),
    "macros": ("a.docx", with_macros, "macros", "without macros"),
    "docm": ("a.docm", macro_type, "macros", "without macros"),
    "entity": ("a.docx", entity, "damaged", "document type declaration"),
    "spreadsheet": ("a.docx", spreadsheet, "type", "spreadsheet"),
    "locked pdf": ("a.pdf", lambda: file("locked.pdf"), "encrypted", "password"),
    "locked docx": ("a.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
    "doc": ("a.doc", lambda: OLE, "type", ".docx"),
    "image pdf": ("a.pdf", lambda: file("image-only.pdf"), "no text", "do not scan"),
    "image docx": ("a.docx", lambda: file("image-only.docx"), "no text", "type the text"),
    "cut docx": ("a.docx", lambda: plain_docx()[:9000], "damaged", "save it anew"),
    "cut pdf": ("a.pdf", lambda: plain_pdf()[:300], "damaged", "export it anew"),
    "pdf called docx": ("a.docx", plain_pdf, "type", "it is a PDF"),
    "docx called pdf": ("a.pdf", plain_docx, "type", "right extension"),
    "web page called docx": ("a.docx", lambda: b"<html>Dana</html>", "damaged", "a web page"),
    "rich text": ("a.rtf", lambda: b"{\\rtf1 Dana}", "type", ".rtf"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_ends_in_an_error_that_says_what_to_do(case: str, tmp_path: Path) -> None:
    name, build, reason, told = CASES[case]
    path = tmp_path / name
    path.write_bytes(build())

    with pytest.raises(ForeignFileError) as caught:
        read_foreign(path)

    assert caught.value.reason == reason
    assert told in str(caught.value)
    assert str(path) in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert "reader failed" not in str(caught.value)


@pytest.mark.parametrize(("name", "told"), [("gone.pdf", "no such file"), ("", "folder")])
def test_what_is_no_file_is_told(name: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match=told):
        read_foreign(tmp_path / name)


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(plain_pdf())

    with pytest.raises(ForeignFileError) as caught:
        read_foreign(path, seconds=0.001)

    assert caught.value.reason == "slow"


@pytest.mark.parametrize("name", ["plain.docx", "plain.pdf"])
def test_the_child_hands_back_all_that_was_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(file(name))

    reading = read_foreign(path)

    assert reading.path == str(path)
    assert reading.size == len(file(name))
    assert "Operations Manager" in reading.text
    assert ForeignReading.from_data(json.loads(json.dumps(reading.as_data()))) == reading


def test_a_document_that_points_outside_is_read_without_going_there(tmp_path: Path) -> None:
    """The socket ban of the tests holds for this process only; the child never resolves a relation that is outside."""
    path = tmp_path / "a.docx"
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" '
        b'Target="http://127.0.0.1:9/header.xml" TargetMode="External"/></Relationships>'
    )
    path.write_bytes(
        repacked(
            plain_docx(),
            lambda name, part: part.replace(b"</Relationships>", relation) if "document.xml.rels" in name else part,
        )
    )

    assert "Dana Whitfield" in read_foreign(path).text
