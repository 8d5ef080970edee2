"""Damaged files: an error or a reading, never anything else; benchmarks/fuzz.py goes on for longer."""

from __future__ import annotations

import random

import pytest

from resumekit.errors import ForeignFileError
from resumekit.readback.child import read
from resumekit.readback.fields import extract
from resumekit.readback.foreign import ForeignReading
from tests.readback.foreign.damage import damaged
from tests.readback.foreign.files import FILES, document_xml, file


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_damaged_file_is_read_or_refused(name: str) -> None:
    for seed in range(12):
        content = damaged(file(name), random.Random(f"{name}-{seed}"))
        try:
            reading = read(name.rpartition(".")[2], content)
        except ForeignFileError:
            continue
        assert isinstance(reading, ForeignReading)
        assert extract(reading).sections is not None


def test_numbers_that_are_none_are_passed_over() -> None:
    """Found by damaging: digits of other scripts, which `isdigit` takes and `int` does not."""
    odd = "\u0661\u00b2".encode()
    content = document_xml(
        lambda part: part.replace(b"<w:r>", b'<w:r><w:rPr><w:sz w:val="' + odd + b'"/></w:rPr>').replace(
            b"<w:pPr>", b'<w:pPr><w:outlineLvl w:val="' + odd + b'"/>'
        )
    )

    reading = read("docx", content)

    assert isinstance(reading, ForeignReading)
    assert "Dana Whitfield" in reading.text
