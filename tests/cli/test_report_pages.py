"""The reports of the advice as files: archival and accessible PDF, and Word that fills the same pages."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest

from resumekit.cli.app import run
from tests.architecture.tree import ROOT
from tests.programs import Office, VeraPdf

SAMPLES = ROOT / "samples"
OFFER = SAMPLES / "offers" / "1-preferred-employer.yaml"
REPORTS = {
    "move": ("move", SAMPLES / "1-senior-manager.yaml", "--offer", OFFER),
    "simulator": ("move", SAMPLES / "1-senior-manager.yaml", "--offer", OFFER, "--simulate"),
    "offers": ("offers", SAMPLES / "1-senior-manager.yaml", OFFER, SAMPLES / "offers" / "1-assistant-manager.yaml"),
    "plan": ("plan", SAMPLES / "2-laboratory-to-hr.yaml"),
    "funnel": ("funnel", SAMPLES / "applications" / "1-senior-manager.yaml"),
    "kits": ("interview", SAMPLES / "2-laboratory-to-hr.yaml"),
}


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    texts = [page.get_textpage().get_text_range().strip() for page in document]
    document.close()
    return texts


@pytest.mark.external
@pytest.mark.parametrize("theme", ["plain", "executive"])
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_fills_the_same_pages_in_word_and_pdf_and_none_is_empty(
    name: str, theme: str, tmp_path: Path, soffice: Office, vera: VeraPdf
) -> None:
    line = [*map(str, REPORTS[name]), "--to", "docx,pdf", "--theme", theme, "--out", str(tmp_path)]

    assert run(line) == 0

    written = sorted(tmp_path.glob("*.pdf"))
    assert written
    for path in written:
        pdf = path.read_bytes()
        ours, words = _pages(pdf), _pages(soffice.convert(path.with_suffix(".docx").read_bytes()))
        assert vera.broken(pdf) == []
        assert all(len(text) > 200 for text in (*ours, *words))
        assert len(words) == len(ours)
