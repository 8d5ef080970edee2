"""The text of a posting in a file: plain text, Markdown, HTML, Word or PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.errors import ClientFileError, ForeignFileError, InputFileError, Problem, ResumekitError, nearest
from resumekit.load.html_text import html_text
from resumekit.load.source import Kind, decode

if TYPE_CHECKING:
    from resumekit.skills.posting import Posting

MAX_BYTES = 5_000_000
POSTING = Kind("posting", "a text editor", "the title of the job")
_ENDINGS = {".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".html": "html", ".htm": "html",
            ".docx": "docx", ".pdf": "pdf"}  # fmt: skip


class PostingFileError(InputFileError):
    """A file that cannot be read as a posting."""


def read_posting_file(path: str | Path) -> Posting:
    """The posting of a file.

    Raises:
        PostingFileError: it is missing, too large, of another kind, or holds no words.
    """
    from resumekit.skills.posting_read import read_posting

    return read_posting(posting_file_text(Path(path)))


def posting_file_text(path: Path) -> str:
    """The words of a file. Raises PostingFileError."""
    name = str(path)
    try:
        if not path.exists():
            near = nearest(path.name, (entry.name for entry in path.parent.iterdir())) if path.parent.is_dir() else None
            raise _refused(name, "there is no such file" + (f"; did you mean '{near}'?" if near else ""))
        if not path.is_file():
            raise _refused(name, "this is not a file; name the posting itself")
        if path.stat().st_size > MAX_BYTES:
            raise _refused(
                name, f"the file has more than {MAX_BYTES // 1_000_000} million bytes; a posting has far fewer"
            )
        content = path.read_bytes()[: MAX_BYTES + 1]
    except OSError as error:
        raise _refused(name, f"the file cannot be read: {error.strerror or error}") from None
    return posting_words_of(content, name)


def posting_words_of(content: bytes, name: str) -> str:
    """The words of a posting's bytes; the content tells of what kind it is, and the name where it does not.

    Raises:
        PostingFileError: with what is wrong and what to do.
    """
    kind = _kind(content, name)
    try:
        text = _text(content, name, kind)
    except ForeignFileError as error:
        what = str(error).removeprefix(f"{name}: ")
        raise _refused(name, f"{what}; or copy the posting's words into a .txt file") from None
    except ClientFileError as error:
        raise PostingFileError(error.problems) from None
    except ResumekitError as error:
        raise _refused(name, str(error)) from None
    if not text.strip():
        raise _refused(name, "the file is empty; copy the posting's words into a .txt file")
    return text


def _kind(content: bytes, name: str) -> str:
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return "docx"
    head = content[:2_000].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    known = _ENDINGS.get(Path(name).suffix.lower(), "text")
    if known in ("docx", "pdf") and content:
        raise _refused(name, f"the name says {known.upper()}, and the content is none; save it again, or as .txt")
    return known


def _text(content: bytes, name: str, kind: str) -> str:
    if kind in ("docx", "pdf"):
        from resumekit.readback.sandbox import read_foreign_bytes

        lines = read_foreign_bytes(content, kind, Path(name)).lines
        return "\n".join(f"{line.marker} {line.text}".strip() for line in lines)
    text = decode(content, name, POSTING).text.replace("\r\n", "\n").replace("\r", "\n")
    return html_text(text) if kind == "html" else text


def _refused(name: str, message: str) -> PostingFileError:
    return PostingFileError([Problem(message, name)])
