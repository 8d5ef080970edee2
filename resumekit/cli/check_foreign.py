"""`resumekit check` of a Word or PDF file made with anything: the door to what reads such files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.errors import ResumekitError

if TYPE_CHECKING:
    from resumekit.checking import Placed
    from resumekit.cli.check import Order
    from resumekit.lint.settings import Settings


def check_foreign(path: Path, order: Order, settings: Settings) -> list[Placed]:
    """What the rules find in a file that anyone made. Raises ForeignFileError."""
    raise ResumekitError(
        f"{path}: Word and PDF files are not checked yet; `resumekit import` makes a client file of one"
    )
