"""Read a file that anyone may have made: in a child process, with limits on time, memory and size."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resumekit.errors import ForeignFileError, ForeignReason
from resumekit.readback.foreign import ForeignReading

if TYPE_CHECKING:
    from resumekit.readback.returned import Returned

SECONDS = 10
"""How long a file may take."""
_FILE_LIMIT = 20_000_000
_LARGE = f"the file is larger than {_FILE_LIMIT // 1_000_000} MB; a resume has less than 1 MB: take out its images"
_MEMORY_LIMIT = 1_000_000_000
_ANSWER_LIMIT = 40_000_000
_BOOT = "import sys; sys.path[:] = sys.argv[3:]; from resumekit.readback.child import main; main()"
_KINDS = {".docx": "docx", ".pdf": "pdf"}


def read_foreign(path: Path | str, *, seconds: float = SECONDS) -> ForeignReading:
    """What a machine reads in a DOCX or PDF made with anything.

    Nothing in the file is executed, no link and no external entity is followed. The file's bytes are handed to a child
    process with `seconds` of time, 1 GB of memory (where the system can limit it) and no right to write.

    Raises:
        ForeignFileError: it is missing, empty, too large, encrypted, damaged, no DOCX or PDF, holds macros or no text,
            or takes too long.
    """
    path = Path(path)
    content = _content(path)
    return read_foreign_bytes(content, _kind(path, content), path, seconds=seconds)


def read_foreign_bytes(content: bytes, kind: str, path: Path, *, seconds: float = SECONDS) -> ForeignReading:
    """As `read_foreign`, of bytes that are known to be "docx" or "pdf"; `path` is what errors name.

    Raises:
        ForeignFileError: as `read_foreign`.
    """
    if len(content) > _FILE_LIMIT:
        raise ForeignFileError(str(path), "large", _LARGE)
    answer = _ask_child(path, kind, content, seconds)
    if "error" in answer:
        raise ForeignFileError(str(path), answer["reason"], answer["error"])
    return ForeignReading.from_data({**answer["reading"], "path": str(path)})


def read_returned(path: Path | str, *, seconds: float = SECONDS) -> Returned:
    """A review copy that came back, read with the same limits.

    Raises:
        ForeignFileError: as for `read_foreign`; a PDF is refused too.
    """
    from resumekit.readback.returned import Returned

    path = Path(path)
    content = _content(path)
    if _kind(path, content) != "docx":
        message = "this is a PDF, which holds no comments to read; ask for the review copy as a Word document (.docx)"
        raise ForeignFileError(str(path), "type", message)
    answer = _ask_child(path, "returned", content, seconds)
    if "error" in answer:
        raise ForeignFileError(str(path), answer["reason"], answer["error"])
    return Returned.from_data(answer["reading"])


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            known = "it is a folder" if path.is_dir() else "there is no such file"
            raise ForeignFileError(str(path), "missing", f"{known}; name a DOCX or PDF file")
        with path.open("rb") as file:
            content = file.read(_FILE_LIMIT + 1)
    except OSError as error:
        raise ForeignFileError(str(path), "missing", f"it cannot be opened: {error.strerror or error}") from None
    if not content.strip(b"\0 \r\n\t"):
        raise ForeignFileError(str(path), "empty", "the file is empty; save it again from the program that made it")
    if len(content) > _FILE_LIMIT:
        raise ForeignFileError(str(path), "large", _LARGE)
    return content


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "save it as a Word document (.docx) or export it as PDF"


def _kind(path: Path, content: bytes) -> str:
    """The kind of file by its bytes, which must be what its name says. Raises ForeignFileError."""

    def wrong(reason: ForeignReason, message: str) -> ForeignFileError:
        return ForeignFileError(str(path), reason, message)

    suffix = path.suffix.lower()
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise wrong("encrypted", "the document is locked with a password; save a copy without one")
        raise wrong("type", f"this is a Word document of before 2007 (.doc) or another old Office file; {_SAVE}")
    real = "pdf" if b"%PDF-" in content[:1024] else "docx" if content.startswith(b"PK") else ""
    named = _KINDS.get(suffix, "")
    if not real and named:
        raise wrong("damaged", f"this is no {named.upper()} file: it is damaged, or {_guess(content)}; {_SAVE}")
    if not real:
        raise wrong("type", f"a file of kind '{suffix or 'no extension'}' is not read here; {_SAVE}")
    if named != real and not (real == "docx" and suffix == ".docm"):
        is_really = "a PDF" if real == "pdf" else "a zip file, perhaps of Word"
        raise wrong(
            "type", f"its name ends in '{suffix}', but it is {is_really}; give it the right extension, or {_SAVE}"
        )
    return real


def _guess(content: bytes) -> str:
    """What a file may be by its first bytes."""
    head = content[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    signs = {
        b"{\\rtf": "rich text (.rtf)",
        b"<!doctype html": "a web page",
        b"<html": "a web page",
        b"<?xml": "an XML file",
        b"\x89png": "an image",
        b"\xff\xd8\xff": "an image",
    }
    return next((name for sign, name in signs.items() if head.startswith(sign)), "of another kind")


def _ask_child(path: Path, kind: str, content: bytes, seconds: float) -> dict[str, Any]:
    home = str(Path(__file__).parents[2])
    command = [sys.executable, "-I", "-S", "-c", _BOOT, kind, str(_MEMORY_LIMIT), home, *(p for p in sys.path if p)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own module, no shell
    except subprocess.TimeoutExpired:
        raise ForeignFileError(
            str(path), "slow", f"it was not read within {seconds:g} seconds and was given up; {_SAVE} anew"
        ) from None
    if done.returncode == 0 and len(done.stdout) <= _ANSWER_LIMIT:
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    return _failed(done)


def _failed(done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    """What is said where the child died: by its limits or a crash of the library, or by a fault of ours."""
    last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
    if done.returncode < 0 or "MemoryError" in last or done.returncode == 0:
        return {
            "reason": "damaged",
            "error": f"reading it broke off: it is damaged, or needs too much memory; {_SAVE} anew",
        }
    return {
        "reason": "damaged",
        "error": f"its reader failed on it ({last}); {_SAVE} anew",
    }
