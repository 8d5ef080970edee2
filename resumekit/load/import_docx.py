"""A Word document becomes facts, read in a child process."""

from __future__ import annotations

from resumekit.load.draft import Draft
from resumekit.load.import_lines import draft_of_reading
from resumekit.load.importer import importer
from resumekit.load.material import Material


def _is_docx(material: Material) -> bool:
    return material.form == "zip" and "word/document.xml" in material.names


@importer("docx", "a Word document (.docx)", _is_docx)
def read_docx(material: Material) -> Draft:
    """A draft of a Word document, with what its headers, footers and text boxes say."""
    return draft_of_reading(material.reading)
