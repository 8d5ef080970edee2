"""`resumekit check` of a Word or PDF file made with anything: what a machine loses of it, and the rules of wording."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.checking import Placed

if TYPE_CHECKING:
    from datetime import date

    from resumekit.lint.settings import Settings


def check_foreign(
    path: Path, settings: Settings, *, target: str | None, as_of: date | None, locale: str | None
) -> list[Placed]:
    """What the rules find in a file that anyone made, in reading order. Raises ForeignFileError."""
    from resumekit.lint.page_of_reading import page_of_reading
    from resumekit.lint.run import check_page
    from resumekit.readback.sandbox import read_foreign

    page = page_of_reading(read_foreign(path), locale=locale or "", target_title=target or "", as_of=as_of)
    return [Placed(finding, str(path)) for finding in check_page(page, settings)]
