"""What is read from disk: encodings, sizes, and things that are no client files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from resumekit.errors import ClientFileError, Problem
from resumekit.load.client import load, parse
from resumekit.load.posting import posting_text

TEXT = "person:\n  name: Zoë 张伟\n"


def _problem(path: Path) -> Problem:
    with pytest.raises(ClientFileError) as caught:
        load(path)
    return caught.value.problems[0]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files_are_read_with_and_without_a_mark(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(TEXT.encode(codec))

    client = load(path)

    assert client.resume.person.name == "Zoë 张伟"
    assert (client.places.find(("person", "name")).line, client.places.find(("person", "name")).column) == (2, 3)


def test_other_encodings_are_refused_with_place_and_remedy() -> None:
    with pytest.raises(ClientFileError) as caught:
        parse("person:\n  name: Zoë\n".encode("cp1252"))

    problem = caught.value.problems[0]
    assert (problem.line, problem.column, problem.source) == (2, 11, "  name: Zoë")
    assert "0xEB is not UTF-8 (in Windows-1252 it would be 'ë')" in problem.message
    assert "save it as UTF-8" in problem.message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04rest", "a Word document"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xd0\xcf\x11\xe0", "an old Word document"),
        (b"{\\rtf1", "a rich text document"),
        ("person: 1".encode("utf-16-le"), "UTF-16 without its mark"),
        (b"person:\n  name: A\x00B", "the control character U+0000"),
        (b"person:\n  name: A\x0bB", "the control character U+000B"),
        (b"\xff\xfea", "not whole UTF-16"),
        (b"", "the file is empty"),
    ],
)
def test_what_is_no_client_file_says_what_it_is(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)

    assert words in _problem(path).message


def test_a_missing_file_a_folder_a_device_and_a_large_file_are_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(50_000_000)

    assert "no such file" in _problem(tmp_path / "b.yaml").message
    assert "a folder" in _problem(tmp_path).message
    assert "a device" in _problem(Path("/dev/zero")).message
    assert "50.0 million bytes" in _problem(large).message
    assert "no such file" in _problem(Path("a\0b")).message


def test_a_lone_surrogate_in_a_text_is_refused_with_its_place() -> None:
    with pytest.raises(ClientFileError, match=r"client.yaml:1:16: the control character U\+D800"):
        parse("person: {name: \ud800}")


CLIENT = "person: {name: A}\ntargets:\n  - role: X\n    posting_file: %s\n"


def _posting(folder: Path, name: str) -> str | None:
    path = folder / "a.yaml"
    path.write_text(CLIENT % name, encoding="utf-8")
    client = load(path)
    return posting_text(client, client.resume.targets[0])


def test_a_posting_is_read_from_the_clients_folder(tmp_path: Path) -> None:
    (tmp_path / "postings").mkdir()
    (tmp_path / "postings" / "one.txt").write_text("Advisor wanted", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "postings" / "one.txt")

    assert _posting(tmp_path, "postings/one.txt") == "Advisor wanted"
    assert _posting(tmp_path, "link.txt") == "Advisor wanted"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("/etc/hostname", "not by its full path"),
        ("../out.txt", "leads out of the client file's own folder"),
        ("sub/../../out.txt", "leads out of the client file's own folder"),
        ("outside.txt", "leads out of the client file's own folder"),
        ("device", "leads out of the client file's own folder"),
        ("there.tx", "did you mean 'there.txt'?"),
        ("pipe", "is not a file"),
        (".", "is not a file"),
    ],
)
def test_a_posting_elsewhere_is_refused_with_its_place(tmp_path: Path, name: str, words: str) -> None:
    folder = tmp_path / "client"
    folder.mkdir()
    (tmp_path / "out.txt").write_text("secret", encoding="utf-8")
    (folder / "there.txt").write_text("x", encoding="utf-8")
    (folder / "outside.txt").symlink_to(tmp_path / "out.txt")
    (folder / "device").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe")

    with pytest.raises(ClientFileError) as caught:
        _posting(folder, name)

    problem = caught.value.problems[0]
    assert words in problem.message
    assert (problem.line, problem.column) == (4, 19)


def test_a_posting_that_is_no_text_or_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_bytes(b"x" * 5_000_001)

    with pytest.raises(ClientFileError, match="the PDF is damaged"):
        _posting(tmp_path, "a.pdf")
    with pytest.raises(ClientFileError, match="more than 5 million bytes"):
        _posting(tmp_path, "b.txt")


def test_reading_a_client_needs_none_of_the_heavy_parts() -> None:
    code = "import sys, resumekit.load.client; print(sorted({m.split('.')[0] for m in sys.modules}))"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "yaml" in found
    assert [
        name for name in ("babel", "jinja2", "docx", "weasyprint", "lxml", "pypdf", "pypdfium2") if f"'{name}'" in found
    ] == []
