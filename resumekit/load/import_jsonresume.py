"""JSON Resume becomes facts without loss, through the reader that client files have."""

from __future__ import annotations

from resumekit.errors import ClientFileError
from resumekit.load.client import parse
from resumekit.load.draft import Draft
from resumekit.load.importer import importer
from resumekit.load.jsonresume import is_json_resume, native
from resumekit.load.material import Material
from resumekit.load.node import drop_empty_items, to_data
from resumekit.load.read import read_nodes


def _is_json(material: Material) -> bool:
    if material.form != "text" or not material.content.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n\t").startswith(b"{"):
        return False
    try:
        root, _ = read_nodes(material.source)
    except ClientFileError:
        # What begins like JSON and is none is answered with its faults by this importer.
        return material.path.suffix.lower() == ".json"
    return is_json_resume(root)


@importer("jsonresume", "JSON Resume", _is_json)
def read_json_resume(material: Material) -> Draft:
    """A draft of a JSON Resume; what the standard does not know is kept under `extra`.

    Raises:
        ClientFileError: with every fault of the file at its place, as when it is rendered.
    """
    client = parse(material.content, str(material.path))
    root, _ = native(read_nodes(material.source)[0], material.source)
    drop_empty_items(root)
    return Draft(to_data(root), notes=[str(problem) for problem in client.warnings])
