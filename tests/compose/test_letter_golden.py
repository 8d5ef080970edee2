"""The letters of three samples in full: what changes in them is read aloud. UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from resumekit.load.client import load
from resumekit.pipeline import Choices, produce

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("1-senior-manager", "2-laboratory-to-hr", "4-bilingual")


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_reads_as_it_did(name: str) -> None:
    choices = Choices(theme="plain", formats=("txt",), documents=("letter",))
    made = produce(load(SAMPLES / f"{name}.yaml"), choices).files[0].content.decode()

    golden = GOLDEN / f"{name}-letter.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")
