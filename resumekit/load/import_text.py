"""Plain text becomes facts: its headings tell the sections, its dates the entries."""

from __future__ import annotations

from dataclasses import replace

from resumekit.errors import ClientFileError
from resumekit.load.draft import Draft
from resumekit.load.import_fields import draft_of
from resumekit.load.importer import importer
from resumekit.load.material import Material
from resumekit.load.source import decode


def _is_text(material: Material) -> bool:
    return material.form == "text"


@importer("text", "plain text", _is_text, general=True)
def read_text(material: Material) -> Draft:
    """A draft of plain text; an older Windows encoding is read too, and told."""
    from resumekit.readback.foreign import text_reading

    text, note = _text(material)
    draft = draft_of(text_reading(text, str(material.path)).lines)
    draft.notes += [note] if note else []
    return draft


def _text(material: Material) -> tuple[str, str]:
    # A form feed and a vertical tab turn the page and the line in text that was printed or exported.
    plain = replace(material, content=material.content.replace(b"\x0b", b"\n").replace(b"\x0c", b"\n\n"))
    try:
        return plain.source.text, ""
    except ClientFileError as error:
        if "is not UTF-8" not in str(error):
            raise
        try:
            said = plain.content.decode("cp1252")
        except UnicodeDecodeError:
            raise error from None
    note = "the text is not UTF-8; it was read as Windows-1252: look at the accents"
    return decode(said, str(material.path)).text, note
