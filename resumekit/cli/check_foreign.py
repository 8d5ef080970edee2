"""`resumekit check` of a Word or PDF file made with anything: what a machine loses of it, and the rules of wording."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from resumekit.checking import Placed

if TYPE_CHECKING:
    from datetime import date

    from resumekit.lint.settings import Settings


def check_foreign(
    path: Path, settings: Settings, *, target: str | None, as_of: date | None, locale: str | None, telling: bool
) -> list[Placed]:
    """What the rules find in a file that anyone made: first the file itself, then its words in reading order.

    `telling` says first what a machine reads of it. Raises ForeignFileError.
    """
    from resumekit.cli.check_reading import say_reading
    from resumekit.lint.page_of_reading import page_of_reading
    from resumekit.lint.run import check_page
    from resumekit.readback.sandbox import read_foreign

    reading = read_foreign(path)
    if telling:
        say_reading(reading, str(path))
    page = page_of_reading(reading, locale=locale or "", target_title=target or "", as_of=as_of)
    # What a machine loses goes before how the words could be better.
    found = sorted(check_page(page, settings), key=lambda item: item.scope != "file")
    return [Placed(finding, str(path)) for finding in found]
