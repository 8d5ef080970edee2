from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from resumekit.render.docx import write_docx
from resumekit.themes.theme import find_theme, theme_names
from tests.render.docx_flows import everything, parts
from tests.render.flows import flow, two_pages

if TYPE_CHECKING:
    from resumekit.markup.flow import Flow


def _problems(content: bytes, path: Path) -> list[str]:
    from openxml_audit import OpenXmlValidator

    path.write_bytes(content)
    result = OpenXmlValidator(max_errors=0).validate(path)
    return [str(error) for error in result.errors]


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("given", [two_pages(), everything(), flow()], ids=["two pages", "everything", "nothing"])
def test_every_file_keeps_to_the_office_schema(theme: str, given: Flow, tmp_path: Path):
    content = write_docx(given, find_theme(theme).tokens)

    assert _problems(content, tmp_path / "written.docx") == []


def test_the_validator_sees_what_is_wrong(tmp_path: Path):
    from resumekit.render.docx_package import zipped

    files = parts(write_docx(two_pages(), find_theme("plain").tokens))
    files["word/styles.xml"] = files["word/styles.xml"].replace(b"<w:qFormat/>", b"<w:qFormt/>")

    assert _problems(zipped(files), tmp_path / "broken.docx")
