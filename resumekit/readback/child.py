"""The child process that reads a foreign file: bytes in on its input, a reading or an error out as JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from resumekit.errors import ForeignFileError
from resumekit.readback.foreign import ForeignReading

if TYPE_CHECKING:
    from resumekit.readback.returned import Returned

_CPU_SECONDS = 10
_CHARACTERS = 300_000


def main() -> None:
    """Read the kind and the memory limit from the arguments, the file from the input, and answer."""
    kind, memory = sys.argv[1:3]
    limit(int(memory))
    content = sys.stdin.buffer.read()
    try:
        answer: dict[str, Any] = {"reading": small(read(kind, content)).as_data()}
    except ForeignFileError as error:
        answer = {"reason": error.reason, "error": str(error)}
    sys.stdout.write(json.dumps(answer))


def read(kind: str, content: bytes) -> ForeignReading | Returned:
    """The reading of a file's bytes, without any limits. Raises ForeignFileError."""
    if kind == "returned":
        from resumekit.readback.returned import read_returned_docx

        return read_returned_docx(content)
    if kind == "pdf":
        from resumekit.readback.foreign_pdf import read_foreign_pdf

        return read_foreign_pdf(content)
    from resumekit.readback.foreign_docx import read_foreign_docx

    return read_foreign_docx(content)


def small(found: ForeignReading | Returned) -> ForeignReading | Returned:
    """What was read, if it is no more than any resume has. Raises ForeignFileError."""
    if isinstance(found, ForeignReading) and sum(len(line.text) for line in found.lines) > _CHARACTERS:
        raise ForeignFileError("", "large", f"it has over {_CHARACTERS:,} characters; name a resume, not a book")
    return found


def limit(memory: int) -> None:
    """Hold this process to its memory and time, and keep it from writing files; where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the parent's limit of time is what there is
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS refuses some
            continue
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    except (ValueError, OSError):
        return
