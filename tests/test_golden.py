"""The samples as plain text, in full: what changes in them is looked at. UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from resumekit.load.client import load
from resumekit.pipeline import Choices, produce

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.yaml"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_reads_as_it_did(sample: Path) -> None:
    made = produce(load(sample), Choices(theme="plain", formats=("txt",))).files[0].content.decode()

    golden = GOLDEN / f"{sample.stem}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_every_golden_text_belongs_to_a_sample() -> None:
    assert SAMPLES
    assert sorted(path.name for path in GOLDEN.iterdir()) == [f"{path.stem}.txt" for path in SAMPLES]
