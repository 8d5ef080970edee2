from __future__ import annotations

import subprocess
from dataclasses import dataclass
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest

from resumekit.load.client import load
from resumekit.pipeline import Choices, produce
from resumekit.themes.theme import theme_names
from tests.programs import Office

SAMPLES = sorted(Path("samples").glob("*.yaml"))
assert SAMPLES
CASES = {
    f"{sample.stem}-{theme}-{paper}": (sample, theme, paper)
    for sample, theme, paper in product(SAMPLES, theme_names(), ("letter", "a4"))
}


@dataclass(frozen=True)
class Set:
    """A resume set twice: the text of each page of the PDF, and of the Word file as LibreOffice sets it."""

    pdf: list[str]
    word: list[str]


@pytest.fixture(scope="module")
def sets(soffice: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Set]:
    """Every sample in every theme on every paper, by the id of its case; one start of LibreOffice does them all."""
    folder = tmp_path_factory.mktemp("pages")
    pdfs: dict[str, bytes] = {}
    for name, (sample, theme, paper) in CASES.items():
        files = produce(load(sample), Choices(theme=theme, paper=paper)).files
        content = {file.format: file.content for file in files}
        (folder / f"{name}.docx").write_bytes(content["docx"])
        pdfs[name] = content["pdf"]
    subprocess.run(
        [soffice.command, f"-env:UserInstallation={(soffice.home / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx")))],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {name: Set(_pages(pdf), _pages((folder / f"{name}.pdf").read_bytes())) for name, pdf in pdfs.items()}


def _pages(content: bytes) -> list[str]:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


@pytest.mark.external
@pytest.mark.parametrize("case", CASES)
def test_word_and_pdf_have_the_same_pages(case: str, sets: dict[str, Set]):
    assert len(sets[case].word) == len(sets[case].pdf)


@pytest.mark.external
@pytest.mark.parametrize("case", CASES)
def test_the_name_stands_at_the_foot_of_every_page_but_the_first(case: str, sets: dict[str, Set]):
    name = load(CASES[case][0]).resume.person.name

    for pages in (sets[case].word, sets[case].pdf):
        feet = [" ".join(page.split()).endswith(f"Page {number}") for number, page in enumerate(pages, start=1)]
        assert feet == [number > 1 for number in range(1, len(pages) + 1)]
        assert all(name.split()[-1] in page for page in pages[1:])
