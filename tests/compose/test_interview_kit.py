"""The interview kit as a whole: nine parts, facts behind what it claims, nothing in it that may not be told."""

from __future__ import annotations

import os
import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdfium2 import PdfDocument

from resumekit.compose.interview_kit import compose_interview_kit
from resumekit.compose.kit_opening import opening_blocks
from resumekit.compose.kit_slots import slot_blocks
from resumekit.compose.kit_stories import matrix_blocks, story_blocks
from resumekit.compose.report import report, section
from resumekit.document import block
from resumekit.render.formats import FORMATS
from resumekit.themes.template import lower
from resumekit.themes.theme import find_theme
from tests.compose.prepared import CLIENTS, EACH, FULL, SAMPLES, kit_of
from tests.full_client.markers import markers

GOLDEN = Path(__file__).parent / "golden"
READ_ALOUD = (
    SAMPLES / "1-senior-manager.yaml",
    SAMPLES / "2-laboratory-to-hr.yaml",
    SAMPLES / "3-new-graduate.yaml",
    SAMPLES / "5-executive.yaml",
    CLIENTS / "step-down.yaml",
)
EVERY = pytest.mark.parametrize("path", EACH, ids=lambda path: path.stem)


def _text(document: block.Document) -> str:
    look = find_theme("plain")
    return FORMATS["txt"](document, lower(document, look), look).content.decode()


@pytest.mark.parametrize("path", READ_ALOUD, ids=lambda path: path.stem)
def test_what_is_said_reads_as_it_did(path: Path) -> None:
    """Parts 1 to 3 in full; the others have texts of their own. UPDATE_GOLDEN=1 writes them anew."""
    kit = kit_of(path)
    parts = {"Opening": opening_blocks, "Slots": slot_blocks, "Stories": story_blocks, "Matrix": matrix_blocks}
    sections = [section(name.lower(), name, blocks(kit)) for name, blocks in parts.items()]

    made = _text(report(title="Interview Kit", subtitle="", author="", stem="kit", sections=sections))

    golden = GOLDEN / f"{path.stem}-kit-told.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_the_nine_parts_stand_in_their_order() -> None:
    document = compose_interview_kit(kit_of(SAMPLES / "2-laboratory-to-hr.yaml"))

    titles = [item.title.text for item in document.sections if item.title]
    assert [title[:2] for title in titles if title[0].isdigit()] == [f"{number}." for number in range(1, 10)]
    assert document.kind == "report"
    assert document.file_stem == "Amina-Osei-Grant-Interview-Kit"
    assert document.head is not None
    assert document.head.headline is not None
    assert document.head.headline.text == "HR Advisor, Speed River Health Network"


@EVERY
def test_every_fact_that_is_cited_is_one_of_the_client(path: Path) -> None:
    kit = kit_of(path)

    cited = {fact.partition("#")[0] for _, line in compose_interview_kit(kit).lines() for fact in line.facts}

    assert cited <= {*kit.context.resume.facts, "person", "search"}
    assert cited or path.stem == "6-smallest"


def test_what_may_not_be_told_stands_nowhere() -> None:
    document = compose_interview_kit(kit_of(FULL))

    said = markers(" ".join(line.text for _, line in document.lines()))

    assert {word for word in said if word.startswith("No")} == set()
    assert len({word for word in said if word.startswith("Pr")}) > 20


@EVERY
def test_it_is_calm(path: Path) -> None:
    texts = [line.text for _, line in compose_interview_kit(kit_of(path)).lines()]
    own = " ".join(texts)

    assert "!" not in own
    assert not re.search(r"\b(?:guarantee\w*|None|nan)\b", own)


def test_a_card_stays_on_one_page() -> None:
    kit = kit_of(SAMPLES / "1-senior-manager.yaml")
    document, look = compose_interview_kit(kit), find_theme("modern")
    flow = lower(document, look)

    pages = [page.get_textpage().get_text_range() for page in PdfDocument(FORMATS["pdf"](document, flow, look).content)]
    said = [re.sub(r"\s+", " ", page) for page in pages]

    assert len(pages) > 4
    for story in kit.stories:
        assert any(f"{story.number}. {story.headline}" in page and story.result in page for page in said), (
            story.headline
        )


def test_word_holds_a_card_together() -> None:
    kit = kit_of(SAMPLES / "1-senior-manager.yaml")
    document, look = compose_interview_kit(kit), find_theme("modern")

    word = Document(BytesIO(FORMATS["docx"](document, lower(document, look), look).content))

    points = [paragraph for paragraph in word.paragraphs if re.match(r"(?:Task|Action) \(", paragraph.text)]
    assert len(points) == 2 * len(kit.stories)
    assert {paragraph.style.name for paragraph in points if paragraph.style} == {"List Bullet Kept"}
    assert word.styles["List Bullet Kept"].paragraph_format.keep_with_next
