"""A PDF becomes facts, read in a child process."""

from __future__ import annotations

from resumekit.load.draft import Draft
from resumekit.load.import_lines import draft_of_reading
from resumekit.load.importer import importer
from resumekit.load.material import Material


def _is_pdf(material: Material) -> bool:
    return material.form == "pdf"


@importer("pdf", "a PDF with text in it", _is_pdf, general=True)
def read_pdf(material: Material) -> Draft:
    """A draft of a PDF."""
    return draft_of_reading(material.reading)
