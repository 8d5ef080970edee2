"""A file of another program becomes facts: its kind is told by its content, then its importer reads it."""

from __future__ import annotations

from pathlib import Path

import resumekit.load.import_docx
import resumekit.load.import_jsonresume

# Each adds itself to the registry.
import resumekit.load.import_linkedin
import resumekit.load.import_linkedin_pdf
import resumekit.load.import_pdf
import resumekit.load.import_rendercv
import resumekit.load.import_text  # noqa: F401
from resumekit.errors import ClientFileError
from resumekit.load.draft import Imported, settle
from resumekit.load.importer import IMPORTERS, Importer
from resumekit.load.material import Material, read_material, refused
from resumekit.load.read import read_nodes

_SAVE = "save it as a Word document (.docx), PDF or plain text"


def import_file(path: Path | str, kind: str | None = None) -> Imported:
    """The facts of a resume made elsewhere. `kind` names an importer; without it the content tells.

    Raises:
        ClientFileError: the file cannot be read.
        ForeignFileError: it is a DOCX or PDF that cannot be read.
        UnknownNameError: there is no such kind.
    """
    material = read_material(Path(path))
    return settle(find_importer(material, kind).read(material), str(path))


def find_importer(material: Material, kind: str | None = None) -> Importer:
    """The importer for a file: the one that is named, or the first that knows it for its own.

    Raises:
        ClientFileError: no importer does, or not the one that is named.
        UnknownNameError: there is no such kind.
    """
    if kind:
        named = IMPORTERS[kind]
        if not named.is_own(material) and not (kind == "text" and material.form == "text"):
            raise refused(str(material.path), f"this is not {named.what}; leave --from out, and its content tells")
        return named
    if _is_client_file(material):
        raise refused(str(material.path), f"this is a client file already: resumekit render {material.path}")
    for one in sorted(IMPORTERS.values(), key=lambda one: one.general):
        if one.is_own(material):
            return one
    raise _unknown(material)


def _is_client_file(material: Material) -> bool:
    if material.form != "text":
        return False
    try:
        root, _ = read_nodes(material.source)
    except ClientFileError:
        return False
    return isinstance(root.mapping.get("person", (root, root))[1].value, dict) and "person" in root.mapping


def _unknown(material: Material) -> ClientFileError:
    known = ", ".join(one.what for one in IMPORTERS.values())
    if material.form == "office":
        said = f"this is a Word document of before 2007 (.doc), an old Office file, or one with a password; {_SAVE}"
    elif material.form == "folder":
        said = "this folder holds no table of LinkedIn's export (Profile.csv, Positions.csv …)"
    elif material.form == "zip":
        said = f"this archive holds neither a Word document nor LinkedIn's tables (Profile.csv …); {_SAVE}"
    else:
        said = f"this is {material.other}; {_SAVE}"
    return refused(str(material.path), f"{said}. What is read: {known}")
