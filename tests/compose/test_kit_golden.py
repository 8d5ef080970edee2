"""Parts 4 and 6 to 9 of two samples in full: what changes in them is read aloud. UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from resumekit.compose.kit_after import after_blocks
from resumekit.compose.kit_first_days import first_days_blocks, probe_blocks
from resumekit.compose.kit_pay import pay_blocks
from resumekit.compose.kit_practice import practice_blocks
from resumekit.compose.kit_questions import question_blocks
from tests.compose.kits import page, sample_kit

GOLDEN = Path(__file__).parent / "golden"
NAMES = {"1": "1-senior-manager", "2": "2-laboratory-to-hr"}
PARTS = (question_blocks, first_days_blocks, probe_blocks, pay_blocks, after_blocks, practice_blocks)


@pytest.mark.parametrize("number", NAMES)
def test_the_parts_read_as_they_did(number: str) -> None:
    kit = sample_kit(number)
    made = "\n\n".join("\n".join(page(part(kit))) for part in PARTS) + "\n"

    golden = GOLDEN / f"{NAMES[number]}-kit-parts.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")
