"""Reports as files: a document that is no resume, set in a theme, written in the formats asked for, and read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resumekit.cli import screen
from resumekit.cli.files import write_file
from resumekit.errors import ReadBackError

if TYPE_CHECKING:
    from resumekit.document.block import Document
    from resumekit.model.target import Target
    from resumekit.themes.theme import Theme


def theme_for(named: str | None, target: Target | None) -> Theme:
    """The theme that is named, else the target's, else the one that ships first.

    Raises:
        UnknownNameError: there is no theme of that name.
    """
    from resumekit.themes.theme import DEFAULT_THEME, find_theme

    return find_theme(named or (target.theme if target else None) or DEFAULT_THEME)


def paper_for(target: Target | None) -> str:
    """The target's paper, else letter."""
    return (target.paper if target else None) or "letter"


def save_report(document: Document, theme: Theme, given: Mapping[str, Any], *, day: date | None = None) -> None:
    """Writes a report as `report_options` ask, and names each file; raises as `write_report` does."""
    for path in write_report(document, given["formats"], given["out"], theme=theme, day=day, force=given["force"]):
        screen.note(f"wrote {path}")


def write_report(
    document: Document,
    formats: Iterable[str],
    folder: Path,
    *,
    theme: Theme | None = None,
    day: date | None = None,
    force: bool = False,
) -> Iterator[Path]:
    """Writes a report and yields each file as it is there; `day` goes into its properties.

    Raises:
        OutputError: a file is there already and `force` is not given, or it cannot be written.
        ReadBackError: a machine cannot read back what would be written.
    """
    from resumekit.render.formats import FORMATS
    from resumekit.themes.template import lower
    from resumekit.themes.theme import find_theme

    look = theme or find_theme()
    flow = lower(document, look, date=day.isoformat() if day else "")
    for name in formats:
        path = folder / f"{document.file_stem}.{name}"
        content = FORMATS[name](document, flow, look).content
        _read_back(name, path.name, content, document)
        write_file(path, content, force=force)
        yield path


def _read_back(name: str, file_name: str, content: bytes, document: Document) -> None:
    if name not in ("docx", "pdf"):
        return
    from resumekit.readback.compare import lost
    from resumekit.readback.docx import read_docx
    from resumekit.readback.pdf import read_pdf

    if missing := lost(document, read_docx(content) if name == "docx" else read_pdf(content)):
        raise ReadBackError(file_name, missing)
